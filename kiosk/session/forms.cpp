#include "session/forms.h"

#include <algorithm>

#include "locale/phone_numbers.h"
#include "locale/text_units.h"
#include "model/email.h"

namespace kiosk::session {
namespace {

constexpr std::array<std::string_view, kFieldCount> kFieldIds{"name", "phone", "email", "organisation", "school", "school_level", "group_size", "search", "question", "answer", "first_name", "receipt"};

Problem name_problem(const std::string& name) {
  if (name.empty()) return Problem::name_missing;
  constexpr std::size_t kFewest = 2;
  return locale::count_letters(name) < kFewest || locale::count_digits(name) > 0 ? Problem::name_letters : Problem::none;
}

Problem phone_problem(const std::string& phone) {
  switch (locale::read_phone_number(phone).problem) {
    case locale::PhoneProblem::not_a_number: return Problem::phone_letters;
    case locale::PhoneProblem::too_short: return Problem::phone_short;
    case locale::PhoneProblem::too_long: return Problem::phone_long;
    case locale::PhoneProblem::no_such_number: return Problem::phone_unknown;
    case locale::PhoneProblem::none: break;
  }
  return Problem::none;
}

Problem problem_in(const Session& session, Field field) {
  const std::string text = trimmed(session.form.input(field).text);
  switch (field) {
    case Field::name:
      // A guest's name is optional, a lead's is not.
      if (text.empty() && session.place.screen == ScreenId::reception) return Problem::none;
      return name_problem(text);
    case Field::phone:
      if (!text.empty()) return phone_problem(text);
      return trimmed(session.form.input(Field::email).text).empty() ? Problem::contact_missing : Problem::none;
    case Field::email: return text.empty() || model::is_email_address(text) ? Problem::none : Problem::email_wrong;
    case Field::school: return text.empty() ? Problem::school_missing : Problem::none;
    case Field::group_size: return group_size(session.form) == 0 ? Problem::size_wrong : Problem::none;
    case Field::organisation:
    case Field::receipt: return text.empty() ? Problem::receipt_missing : Problem::none;
    case Field::school_level:
    case Field::search:
    case Field::question:
    case Field::answer:
    case Field::first_name: break;
  }
  return Problem::none;
}

}  // namespace

std::string_view id(Field field) { return kFieldIds[static_cast<std::size_t>(field)]; }

bool Form::any_typed() const {
  return std::any_of(inputs.begin(), inputs.end(), [](const TextInput& input) { return !input.text.empty(); });
}

std::vector<Field> fields_on_screen(const Session& session) {
  switch (session.place.screen) {
    case ScreenId::interest_name: return {Field::name};
    case ScreenId::interest_contact: return {Field::phone, Field::email};
    case ScreenId::interest_child_name: return {Field::first_name};
    case ScreenId::interest_organisation: return {Field::organisation};
    case ScreenId::interest_question: return {Field::question};
    case ScreenId::staff_code: return {Field::receipt};
    case ScreenId::staff_answer: return {Field::answer};
    case ScreenId::staff_contact: return {Field::name, Field::phone, Field::email};
    case ScreenId::receipt:
      if (session.receipt.step == ReceiptStep::code) return {Field::receipt};
      break;
    case ScreenId::program_list:
      if (session.searching) return {Field::search};
      break;
    case ScreenId::reception:
      if (session.reception.step == ReceptionStep::details) return {Field::name, Field::organisation};
      if (session.reception.step == ReceptionStep::school) return {Field::school, Field::school_level, Field::group_size};
      break;
    default: break;
  }
  return {};
}

bool check_fields(Session& session) {
  std::optional<Field> first_wrong;
  for (const Field field : fields_on_screen(session)) {
    const Problem problem = problem_in(session, field);
    session.form.problem(field) = problem;
    if (problem != Problem::none && !first_wrong) first_wrong = field;
  }
  if (!first_wrong) return true;
  session.form.focus = first_wrong;
  place_caret(session.form.input(*first_wrong), session.form.input(*first_wrong).text.size());
  return false;
}

std::size_t most_bytes(Field field) {
  constexpr std::size_t kLongestPhone = 40;
  constexpr std::size_t kLongestNumber = 6;
  if (field == Field::phone) return kLongestPhone;
  return field == Field::group_size ? kLongestNumber : model::kLongestAnswer;
}

int group_size(const Form& form) {
  // Western and Arabic-Indic digits alike; anything else is no number.
  const std::string text = trimmed(form.input(Field::group_size).text);
  int size = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int digit = -1;
    if (text[i] >= '0' && text[i] <= '9') {
      digit = text[i] - '0';
    } else if (text[i] == '\xD9' && i + 1 < text.size() && text[i + 1] >= '\xA0' && text[i + 1] <= '\xA9') {
      digit = static_cast<unsigned char>(text[++i]) - 0xA0;
    }
    if (digit < 0 || size > model::kMostInParty) return 0;
    size = size * 10 + digit;
  }
  return size > model::kMostInParty ? 0 : size;
}

std::string notice_text(const model::Catalogue& catalogue, Language language) {
  std::string text;
  for (const model::LocalText* item : catalogue.notice.items()) {
    if (!text.empty()) text += '\n';
    text += catalogue.pick(*item, language).text;
  }
  return text;
}

model::Lead lead_of(const Session& session, const model::Catalogue& catalogue) {
  model::Lead lead;
  lead.key = session.interest.key;
  lead.language = session.language;
  lead.role = session.interest.role;
  lead.kind = session.interest.kind;
  lead.name = trimmed(session.form.input(Field::name).text);
  lead.phone = locale::read_phone_number(session.form.input(Field::phone).text).e164;
  lead.email = trimmed(session.form.input(Field::email).text);
  for (const Heart& heart : session.hearts) {
    if (heart.kind == HeartKind::program) lead.programs.push_back(heart.id);
  }
  for (std::size_t i = 0; i < model::kPurposes.size(); ++i) lead.consents.push_back({std::string(model::kPurposes[i]), session.interest.consents[i]});
  lead.notice_version = catalogue.notice.version;
  lead.notice_text = notice_text(catalogue, session.language);
  return lead;
}

std::chrono::seconds patience(const Session& session, const IdleRules& rules) {
  if (!session.voice.empty()) return rules.until_countdown_listening;
  const ScreenId screen = session.place.screen;
  const bool in_interest = screen >= ScreenId::interest_programs && screen < ScreenId::thanks;
  return in_interest || session.form.any_typed() ? rules.until_countdown_in_form : rules.until_countdown;
}

void wipe(Form& form) {
  for (TextInput& input : form.inputs) wipe(input);
  form = {};
}

}  // namespace kiosk::session
