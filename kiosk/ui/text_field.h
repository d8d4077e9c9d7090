// What a visitor types into: label, box, text with its caret and what is selected, and what is wrong with it in words. One line, or several
// that break at the field's width. A tap puts the caret, a second one selects the word, a third all; a long press selects a word and goes on
// by dragging; a finger that moves sideways in the focused field takes the caret with it, a lens above it showing where. The value is drawn
// and nothing more: the tree holds the label alone (values of personal fields are never in it). Changes nothing but the memory it is given.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "locale/text_units.h"
#include "ui/frame.h"

namespace kiosk::ui {

struct FieldLook {
  const Phrase* label = nullptr;
  const Phrase* hint = nullptr;     // shown softly while the field is empty: "06 12 34 56 78"
  const Phrase* problem = nullptr;  // below the box; empty: nothing is wrong
  std::string_view text;
  Language language = Language::arabic;  // decides the direction: numbers and addresses run left to right in every language
  std::size_t caret = 0;                 // byte
  std::optional<std::size_t> anchor;     // the other end of what is selected
  int lines = 1;                         // 1: the text runs on in one line; more: the box grows up to so many, then the text scrolls in it
  bool focused = false;
};

// What the focused field remembers between frames; wiped with the visitor.
struct FieldMemory {
  WidgetId field = 0;         // whose memory it is
  float scroll_px = 0;        // how far the text is moved: along its line, or up where it has several
  locale::TextRange word;     // what the long press selected, while the finger drags on
  bool lens = false;          // a finger holds the caret
  Rect caret;                 // where it stands then, window pixels
  locale::TextRange line;     // the bytes of its line
};

// Where a touch puts the caret and the selection's other end, equal when it selects nothing.
struct FieldTouch {
  std::size_t caret = 0;
  std::size_t anchor = 0;
};

// Height of the whole widget in a column of `width`.
float text_field_height(Frame& frame, const FieldLook& look, float width);
// Nothing when it was not touched.
std::optional<FieldTouch> text_field(Frame& frame, std::string_view id, Rect rect, const FieldLook& look, FieldMemory& memory);
// The lens above the finger, over everything drawn so far; nothing while no finger holds the caret. `look` is the focused field's.
void draw_lens(Frame& frame, const FieldLook& look, const FieldMemory& memory);

}  // namespace kiosk::ui
