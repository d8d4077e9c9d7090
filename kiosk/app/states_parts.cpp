#include "app/states_parts.h"

#include <algorithm>
#include <numeric>

#include "session/forms.h"

namespace kiosk::app {

using session::HeartKind;
using session::ScreenId;
using session::Session;
using session::TextSize;

std::string longest_program(const model::Catalogue& catalogue) {
  const auto length = [](const model::Program& program) {
    std::size_t most = 0;
    for (base::Language language : base::kLanguages) {
      most = std::max(most, program.name.in(language).size() * 3 + program.summary.in(language).size() + 400 * program.description.in(language).size());
    }
    return most;
  };
  const auto longest = std::max_element(catalogue.programs.begin(), catalogue.programs.end(),
                                        [&](const model::Program& a, const model::Program& b) { return length(a) < length(b); });
  return longest == catalogue.programs.end() ? std::string() : longest->id;
}

std::string some_program(const model::Catalogue& catalogue) {
  if (catalogue.program("zellige") != nullptr) return "zellige";
  return catalogue.programs.empty() ? std::string() : catalogue.programs.front().id;
}

std::vector<std::string> some_programs(const model::Catalogue& catalogue, std::size_t most, std::size_t step) {
  const std::size_t count = catalogue.programs.size();
  const bool comes_again = count > 0 && (most - 1) * step >= count && std::gcd(step, count) != 1;
  if (comes_again) step = 1;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < count && i < most; ++i) ids.push_back(catalogue.programs[i * step % count].id);
  return ids;
}

std::vector<std::string> two_programs(const model::Catalogue& catalogue) {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (!id.empty() && ids.size() < 2 && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  add(some_program(catalogue));
  add(longest_program(catalogue));
  for (const model::Program& program : catalogue.programs) add(program.id);
  return ids;
}

Session at(ScreenId screen, std::string subject) {
  Session session;
  session.visit = "preview";
  session.place = {screen, std::move(subject)};
  if (screen != ScreenId::home) session.trail.push_back({ScreenId::home, {}});
  return session;
}

Session with_hearts(Session session, const model::Catalogue& catalogue) {
  for (const std::string& id : some_programs(catalogue, 3, 5)) session.hearts.push_back({HeartKind::program, id});
  if (catalogue.workshops.size() > 4) session.hearts.push_back({HeartKind::workshop, catalogue.workshops[catalogue.workshops.size() / 2].id});
  return session;
}

Session sized(Session session, TextSize size) {
  session.comfort.text_size = size;
  return session;
}

Session contrasted(Session session) {
  session.comfort.high_contrast = true;
  return session;
}

Session within_reach(Session session) {
  session.comfort.reach = true;
  return session;
}

void type(Session& session, session::Field field, std::string_view text) {
  session.form.input(field) = {std::string(text), text.size()};
}

Session in_form(Session session) {
  const std::vector<session::Field> fields = session::fields_on_screen(session);
  if (!fields.empty()) session.form.focus = fields.front();
  return session;
}

Session in_error(Session session) {
  session = in_form(std::move(session));
  type(session, session::Field::name, "9");
  type(session, session::Field::phone, "06 12 34");
  type(session, session::Field::email, "fatima.benali@exemple");
  session::check_fields(session);
  return session;
}

std::vector<model::Child> three_children(const model::Catalogue& catalogue) {
  const auto band = [&](std::size_t i) { return i < catalogue.interest.age_bands.size() ? catalogue.interest.age_bands[i].id : std::string(); };
  const auto year = [&](std::size_t i) { return i < catalogue.school_years.size() ? catalogue.school_years[i].id : std::string(); };
  return {{"سلمى", band(1), year(4), two_programs(catalogue)}, {"Yassine", band(2), year(6), {longest_program(catalogue)}}, {{}, band(0), {}, {}}};
}

}  // namespace kiosk::app
