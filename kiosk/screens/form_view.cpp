#include "screens/form_view.h"

#include <array>

#include "base/format.h"
#include "session/forms.h"

namespace kiosk::screens {
namespace {

using session::Field;
using session::Problem;

constexpr std::array<std::string_view, 20> kProblemIds{
    "none",        "name_missing",  "name_letters", "contact_missing", "phone_letters", "phone_short", "phone_long",     "phone_country", "phone_unknown",
    "email_space", "email_letters", "email_at",     "email_name",      "email_ending",  "email_wrong", "school_missing", "size_wrong",    "identity_number",
    "receipt_missing", "receipt_wrong"};
static_assert(kProblemIds.size() == static_cast<std::size_t>(Problem::receipt_wrong) + 1);

constexpr int kLinesOfAQuestion = 4;

Phrase problem_phrase(const ViewContext& context, Problem problem) {
  if (problem == Problem::none) return {{}, context.language()};
  return context.say(fmt::format("problem.{}", kProblemIds[static_cast<std::size_t>(problem)]));
}

ui::KeyLayer layer_of(Field field, Language language) {
  switch (field) {
    case Field::phone:
    case Field::group_size: return ui::KeyLayer::digits;
    case Field::email: return ui::KeyLayer::email;
    case Field::receipt: return ui::KeyLayer::receipt;
    // Crafts are found by their Latin and Arabic names.
    case Field::search: return language == Language::arabic ? ui::KeyLayer::arabic : ui::KeyLayer::french;
    default: break;
  }
  return language == Language::arabic ? ui::KeyLayer::arabic : language == Language::tamazight ? ui::KeyLayer::tifinagh : ui::KeyLayer::french;
}

// What these layers write runs left to right, whatever the page does.
Language language_of(ui::KeyLayer layer, Language page) {
  const bool codes = layer == ui::KeyLayer::digits || layer == ui::KeyLayer::email || layer == ui::KeyLayer::receipt;
  return codes ? Language::french : page;
}

bool begins_a_name(const session::TextInput& input) {
  if (input.caret == 0) return true;
  const char before = input.text[input.caret - 1];
  return before == ' ' || before == '-';
}

bool begins_a_sentence(const session::TextInput& input) {
  const std::string_view before = std::string_view(input.text).substr(0, input.caret);
  const std::size_t last = before.find_last_not_of(' ');
  return last == std::string_view::npos || (last + 1 < before.size() && std::string_view(".?!").find(before[last]) != std::string_view::npos);
}

// A field that takes nothing more says so, and not without warning.
Phrase room_left(const ViewContext& context, const session::Form& form, Field field) {
  constexpr std::size_t kFewLetters = 60;
  const std::size_t most = session::most_letters(field);
  const std::size_t typed = session::letters_in(form.input(field).text);
  if (most <= kFewLetters || typed + kFewLetters < most) return {{}, context.language()};
  if (typed >= most) return context.say("form.full");
  return context.say("form.room", {{"count", static_cast<std::int64_t>(most - typed)}});
}

Phrase hint_of(const ViewContext& context, Field field) {
  if (field == Field::phone) return {"06 12 34 56 78", Language::french};
  if (field == Field::email) return {"nom@exemple.ma", Language::french};
  return {{}, context.language()};
}

}  // namespace

FormView make_form_view(const ViewContext& context, std::string_view title_key, std::string_view line_key) {
  const session::Form& form = context.session.form;
  FormView view;
  view.title = context.say(title_key);
  view.line = context.say(line_key);
  view.back = context.say("nav.back");
  view.next = context.say("form.next");
  view.done = view.next;
  for (const Field field : session::fields_on_screen(context.session)) {
    FieldView one;
    one.field = field;
    one.id = fmt::format("form.{}", session::id(field));
    one.label = context.say(fmt::format("field.{}", session::id(field)));
    one.hint = hint_of(context, field);
    one.problem = problem_phrase(context, form.problem(field));
    one.room = room_left(context, form, field);
    one.text = form.input(field).text;
    one.caret = form.input(field).caret;
    one.anchor = form.input(field).anchor;
    const bool sentences = field == Field::question || field == Field::answer;
    one.lines = sentences ? kLinesOfAQuestion : 1;
    one.layer = layer_of(field, context.language());
    one.language = language_of(one.layer, context.language());
    one.focused = form.focus == field;
    one.capital = one.layer == ui::KeyLayer::french && (sentences ? begins_a_sentence(form.input(field)) : begins_a_name(form.input(field)));
    view.fields.push_back(std::move(one));
  }
  return view;
}

}  // namespace kiosk::screens
