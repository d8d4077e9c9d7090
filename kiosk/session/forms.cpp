#include "session/forms.h"

#include <algorithm>
#include <array>

#include "locale/phone_numbers.h"
#include "locale/typed_text.h"
#include "model/email.h"
#include "session/details.h"

namespace kiosk::session {
namespace {

constexpr std::array<std::string_view, kFieldCount> kFieldIds{"name", "phone", "email", "organisation", "school", "school_level", "group_size", "search",
                                                           "question", "answer", "first_name", "receipt"};

Problem name_problem(const std::string& name) {
  if (locale::has_identity_number(name)) return Problem::identity_number;
  return locale::is_name(name) ? Problem::none : Problem::name_letters;
}

Problem phone_problem(const std::string& phone, const std::string& country) {
  switch (locale::read_phone_number(phone, country).problem) {
    case locale::PhoneProblem::not_a_number: return Problem::phone_letters;
    case locale::PhoneProblem::too_short: return Problem::phone_short;
    case locale::PhoneProblem::too_long: return Problem::phone_long;
    case locale::PhoneProblem::no_such_country: return Problem::phone_country;
    case locale::PhoneProblem::no_such_number: return Problem::phone_unknown;
    case locale::PhoneProblem::none: break;
  }
  return Problem::none;
}

Problem email_problem(const std::string& address) {
  switch (model::problem_in_email(address)) {
    case model::EmailProblem::has_space: return Problem::email_space;
    case model::EmailProblem::other_letters: return Problem::email_letters;
    case model::EmailProblem::at_missing: return Problem::email_at;
    case model::EmailProblem::name_missing: return Problem::email_name;
    case model::EmailProblem::ending_missing: return Problem::email_ending;
    case model::EmailProblem::wrong: return Problem::email_wrong;
    case model::EmailProblem::none: break;
  }
  return Problem::none;
}

// What is wrong with a field that nothing stands in.
Problem problem_when_empty(const Session& session, Field field) {
  switch (field) {
    case Field::name:
      // A guest's name is optional, a lead's is not.
      return session.place.screen == ScreenId::reception ? Problem::none : Problem::name_missing;
    case Field::phone: return locale::tidied(session.form.input(Field::email).text).empty() ? Problem::contact_missing : Problem::none;
    case Field::school: return Problem::school_missing;
    case Field::group_size: return Problem::size_wrong;
    case Field::receipt: return Problem::receipt_missing;
    default: return Problem::none;
  }
}

Problem problem_in(const Session& session, Field field) {
  const std::string text = locale::tidied(session.form.input(field).text);
  if (text.empty()) return problem_when_empty(session, field);
  switch (field) {
    case Field::name:
    case Field::first_name: return name_problem(text);
    case Field::phone: return phone_problem(text, session.country);
    case Field::email: return email_problem(text);
    case Field::group_size: return group_size(session.form) == 0 ? Problem::size_wrong : Problem::none;
    // The kiosk asks for no national number (law 09-08: nothing beyond the purpose), so none is kept by accident.
    case Field::organisation:
    case Field::school:
    case Field::school_level:
    case Field::question:
    case Field::answer: return locale::has_identity_number(text) ? Problem::identity_number : Problem::none;
    case Field::search:
    case Field::receipt: break;
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
    case ScreenId::map:
      if (session.map.searching) return {Field::search};
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

void move_focus(Session& session, Field field) {
  Form& form = session.form;
  if (form.focus && *form.focus != field) {
    TextInput& left = form.input(*form.focus);
    left.anchor.reset();
    if (!locale::tidied(left.text).empty()) form.problem(*form.focus) = problem_in(session, *form.focus);
  }
  form.focus = field;
}

void forget_problem(Form& form, Field field) {
  form.problem(field) = Problem::none;
  // An address does where a number was missing.
  if (field == Field::email && form.problem(Field::phone) == Problem::contact_missing) form.problem(Field::phone) = Problem::none;
}

std::size_t most_letters(Field field) {
  constexpr std::size_t kLongestPhone = 40;
  constexpr std::size_t kLongestNumber = 6;
  switch (field) {
    case Field::phone: return kLongestPhone;
    case Field::group_size: return kLongestNumber;
    case Field::question:
    case Field::answer: return model::kLongestText;
    default: return model::kLongestAnswer;
  }
}

int group_size(const Form& form) {
  // Western and Arabic-Indic digits alike; anything else is no number.
  const std::string text = locale::tidied(form.input(Field::group_size).text);
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
  lead.name = locale::tidied(session.form.input(Field::name).text);
  lead.phone = locale::read_phone_number(session.form.input(Field::phone).text, session.country).e164;
  lead.email = model::canonical_email(locale::tidied(session.form.input(Field::email).text));
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

bool is_telling(const Session& session) {
  const ScreenId screen = session.place.screen;
  if (screen == ScreenId::reception) return session.reception.step != ReceptionStep::saved;
  if (screen == ScreenId::receipt) return session.receipt.step == ReceiptStep::code;
  return (screen >= ScreenId::interest_programs && screen <= ScreenId::interest_consent) || asks_details(screen);
}

bool has_unsaved_entries(const Session& session) {
  const auto typed = [&](Field field) { return !session.form.input(field).text.empty(); };
  const ScreenId screen = session.place.screen;
  const Interest& interest = session.interest;
  if (asks_details(screen)) {
    const std::vector<Field> fields = fields_on_screen(session);
    return std::any_of(fields.begin(), fields.end(), typed) || interest.details != interest.details_sent || (is_of_child(screen) && interest.child != model::Child{});
  }
  if (screen == ScreenId::receipt && session.receipt.step == ReceiptStep::code && typed(Field::receipt)) return true;
  // From the thanks on, and beside a number that was given out, what was typed is stored.
  if (screen == ScreenId::reception ? session.reception.step == ReceptionStep::saved : interest.save == SaveState::saved) return false;
  constexpr std::array kTold{Field::name, Field::phone, Field::email, Field::organisation, Field::school, Field::school_level, Field::group_size};
  const bool ticked = interest.save != SaveState::saved && std::any_of(interest.consents.begin(), interest.consents.end(), [](bool given) { return given; });
  return ticked || std::any_of(kTold.begin(), kTold.end(), typed);
}

void wipe(Form& form) {
  for (TextInput& input : form.inputs) wipe(input);
  form = {};
}

}  // namespace kiosk::session
