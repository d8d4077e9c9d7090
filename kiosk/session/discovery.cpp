#include "session/discovery.h"

#include <algorithm>
#include <utility>

#include "model/finder.h"
#include "session/forms.h"
#include "session/place_search.h"
#include "session/program_search.h"

namespace kiosk::session {
namespace {

void close_search(Session& session) {
  session.searching = false;
  wipe(session.form.input(Field::search));
  if (session.form.focus == Field::search) session.form.focus.reset();
}

struct DiscoveryStepper {
  Session& session;
  const model::Catalogue& catalogue;

  void operator()(const intent::FilterFamily& filter) const {
    if (catalogue.family(filter.id) != nullptr) toggle(session.filters.family, filter.id);
  }
  void operator()(const intent::FilterLevel& filter) const {
    if (catalogue.level(filter.id) != nullptr) toggle(session.filters.level, filter.id);
  }
  void operator()(const intent::FilterMode& filter) const {
    if (catalogue.mode(filter.id) != nullptr) toggle(session.filters.mode, filter.id);
  }
  void operator()(const intent::FilterInstitute& filter) const {
    if (catalogue.institute(filter.id) != nullptr) toggle(session.filters.institute, filter.id);
  }
  void operator()(const intent::FilterOpenToMe&) const {
    if (session.finder.complete()) session.filters.open_to_me = !session.filters.open_to_me;
  }
  void operator()(const intent::ClearFilters&) const {
    session.filters = {};
    close_search(session);
  }
  void operator()(const intent::BrowseFamily& browse) const {
    if (session.place.screen != ScreenId::program_list || catalogue.family(browse.id) == nullptr) return;
    close_search(session);
    session.filters = {};
    session.filters.family = browse.id;
  }

  void operator()(const intent::OpenSearch&) const {
    if (session.place.screen != ScreenId::program_list) return;
    if (std::exchange(session.map.searching, false)) wipe(session.form.input(Field::search));
    session.searching = true;
    session.form.focus = Field::search;
  }
  void operator()(const intent::CloseSearch&) const { close_search(session); }

  void operator()(const intent::ChooseAge& choose) const {
    if (session.place.screen != ScreenId::finder || choose.age < kYoungest || choose.age > kOldest) return;
    session.finder.age = choose.age;
    session.finder.step = session.finder.complete() ? FinderStep::result : FinderStep::school;
  }
  void operator()(const intent::ChooseSchoolYear& choose) const {
    if (session.place.screen != ScreenId::finder || catalogue.school_rank(choose.id) < 0) return;
    session.finder.school_year = choose.id;
    session.finder.step = session.finder.complete() ? FinderStep::result : FinderStep::age;
  }
  void operator()(const intent::StartFinder&) const { session.finder = {}; }
  void operator()(const intent::AskAgeAgain&) const { session.finder.step = FinderStep::age; }
  void operator()(const intent::AskSchoolAgain&) const { session.finder.step = FinderStep::school; }

  void operator()(const intent::CompareWith& compare) const {
    const bool other = compare.id != session.place.subject && catalogue.program(compare.id) != nullptr;
    if (session.place.screen == ScreenId::compare && (compare.id.empty() || other)) session.compare_with = compare.id;
  }
  void operator()(const intent::ToggleTwoLanguages&) const { session.two_languages = !session.two_languages; }
  void operator()(const intent::OpenTakeHome& open) const {
    if (!open.program.empty() && catalogue.program(open.program) == nullptr) return;
    session.take_home = {open.program, model::TakeHomeKind::contact, 0};
    session.sheet = Sheet::take_home;
  }
  void operator()(const intent::ChooseTakeHome& choose) const {
    session.take_home.kind = choose.kind;
    session.take_home.part = 0;
  }
  void operator()(const intent::ShowTakeHomePart& show) const { session.take_home.part = std::max(0, show.part); }
  void operator()(const intent::ToggleFigureTables&) const { session.figures_as_tables = !session.figures_as_tables; }
};

}  // namespace

void step_discovery(Session& session, const DiscoveryIntent& intent, const model::Catalogue& catalogue) {
  if (!session.visit.empty()) std::visit(DiscoveryStepper{session, catalogue}, intent);
  // "Open to me" holds as long as it is known who that is.
  if (!session.finder.complete()) session.filters.open_to_me = false;
}

bool step_back_discovery(Session& session) {
  if (session.place.screen == ScreenId::program_list && session.searching) {
    close_search(session);
    return true;
  }
  if (session.place.screen == ScreenId::compare && !session.compare_with.empty()) {
    session.compare_with.clear();
    return true;
  }
  if (session.place.screen != ScreenId::finder || session.finder.step == FinderStep::age) return false;
  session.finder.step = session.finder.step == FinderStep::result ? FinderStep::school : FinderStep::age;
  return true;
}

std::optional<Place> best_found(const Session& session, const model::Catalogue& catalogue) {
  const std::string& typed = session.form.input(Field::search).text;
  if (session.place.screen == ScreenId::map && session.map.searching) {
    const auto places = search_places(catalogue, typed, session.language);
    return places.empty() ? std::nullopt : std::optional(Place{ScreenId::map, places.front().area->room});
  }
  if (session.place.screen != ScreenId::program_list || !session.searching) return std::nullopt;
  const auto programs = search_programs(catalogue, typed, session.language);
  return programs.empty() ? std::nullopt : std::optional(Place{ScreenId::program, programs.front().program->id});
}

void mend_discovery(Session& session, const model::Catalogue& catalogue) {
  Filters& filters = session.filters;
  if (catalogue.family(filters.family) == nullptr) filters.family.clear();
  if (catalogue.level(filters.level) == nullptr) filters.level.clear();
  if (catalogue.mode(filters.mode) == nullptr) filters.mode.clear();
  if (catalogue.institute(filters.institute) == nullptr) filters.institute.clear();
  FinderAnswers& finder = session.finder;
  if (catalogue.school_rank(finder.school_year) < 0) finder.school_year.clear();
  if (finder.step == FinderStep::result && !finder.complete()) finder.step = finder.age == 0 ? FinderStep::age : FinderStep::school;
  if (catalogue.program(session.compare_with) == nullptr) session.compare_with.clear();
  if (catalogue.program(session.take_home.program) == nullptr) session.take_home.program.clear();
  if (!finder.complete()) filters.open_to_me = false;
}

std::vector<const model::Program*> filtered(const model::Catalogue& catalogue, const Filters& filters, const FinderAnswers& answers) {
  const auto holds = [](const std::vector<std::string>& list, const std::string& wanted) {
    return wanted.empty() || std::find(list.begin(), list.end(), wanted) != list.end();
  };
  std::vector<model::LevelEntry> entries;
  if (filters.open_to_me) entries = model::entries_for(catalogue, {answers.age, catalogue.school_rank(answers.school_year)});
  std::vector<const model::Program*> passing;
  for (const model::Program& program : catalogue.programs) {
    const bool of_family = filters.family.empty() || program.family == filters.family;
    const bool open = !filters.open_to_me || model::entry_of(program, entries) == model::Entry::open;
    if (of_family && open && holds(program.levels, filters.level) && holds(program.modes, filters.mode) && holds(program.institutes, filters.institute)) {
      passing.push_back(&program);
    }
  }
  return passing;
}

}  // namespace kiosk::session
