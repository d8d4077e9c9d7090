// Fields of a form as values: what each asks, what stands in it, what is wrong with it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "screens/context.h"
#include "ui/keyboard.h"

namespace kiosk::screens {

struct FieldView {
  session::Field field = session::Field::name;
  std::string id;  // "form.name"
  Phrase label;
  Phrase hint;
  Phrase problem;  // empty: nothing is wrong
  Phrase room;     // how much more may be typed; empty while there is plenty
  std::string text;
  std::size_t caret = 0;
  std::optional<std::size_t> anchor;  // the other end of what is selected
  int lines = 1;                      // as in ui::FieldLook
  Language language = Language::arabic;  // of what is typed: addresses and numbers run left to right
  bool focused = false;
  ui::KeyLayer layer = ui::KeyLayer::arabic;  // what the keyboard opens with
  bool capital = false;                       // the next letter begins a name
};

// A choice that needs a sentence beside its name: a card with an icon.
struct ChoiceCard {
  std::string id;  // "who.guardian"
  std::string icon;
  Phrase name;
  Phrase line;
  session::Intent intent;
};

struct FormView {
  Phrase title;
  Phrase line;
  Phrase progress;  // "2 / 4"; may be empty
  Phrase back;
  Phrase next;
  bool next_skips = false;  // nothing was told: going on is offered quietly
  Phrase done;  // the keyboard's key
  std::vector<FieldView> fields;
};

// The fields of the session's screen, under a title and a line given by their message keys.
FormView make_form_view(const ViewContext& context, std::string_view title_key, std::string_view line_key);

}  // namespace kiosk::screens
