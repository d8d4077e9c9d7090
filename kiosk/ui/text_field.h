// One line that a visitor types into: label, box, text with its caret, and what is wrong with it in words. The value is drawn and nothing
// more: the tree holds the label alone (values of personal fields are never in it).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "ui/frame.h"

namespace kiosk::ui {

struct FieldLook {
  const Phrase* label = nullptr;
  const Phrase* hint = nullptr;     // shown softly while the field is empty: "06 12 34 56 78"
  const Phrase* problem = nullptr;  // below the box; empty: nothing is wrong
  std::string_view text;
  Language language = Language::arabic;  // decides the direction: numbers and addresses run left to right in every language
  std::size_t caret = 0;                 // byte
  bool focused = false;
};

// Height of the whole widget in a column of `width`.
float text_field_height(Frame& frame, const FieldLook& look, float width);
// Where in the text it was touched, in bytes; nothing when it was not.
std::optional<std::size_t> text_field(Frame& frame, std::string_view id, Rect rect, const FieldLook& look);

}  // namespace kiosk::ui
