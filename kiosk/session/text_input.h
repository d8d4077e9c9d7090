// What a visitor types into one field: the text, where the caret stands and what is selected. Pure functions on a value; the caret moves by
// grapheme (UAX #29), backspace takes one code point. Whatever changes the text replaces or takes away what is selected. There is no copy
// and no paste: nothing comes in that was not typed here. Personal data: never logged, zeroed by `wipe`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "locale/text_units.h"

namespace kiosk::session {

struct TextInput {
  std::string text;
  std::size_t caret = 0;                        // byte offset at a grapheme boundary
  std::optional<std::size_t> anchor = {};       // the other end of what is selected, like `caret` and never at it; nothing: none is

  bool operator==(const TextInput&) const = default;
};

// How many code points there are.
std::size_t letters_in(std::string_view text);
// What is selected, in the order of the text; empty at the caret when nothing is.
locale::TextRange selection(const TextInput& input);

// Puts `typed` in at the caret, as much of it as keeps the whole within `most_letters` code points; control characters and line ends are left out, and
// so is what could turn the direction of a line round (UAX #9 embedding and isolate controls). Never cuts a code point.
void insert(TextInput& input, std::string_view typed, std::size_t most_letters);
// Brings the text to the end `ending` of an address: one that begins with @ takes the place of everything from the first @ on, another goes
// on from what stands of it already (".com" behind "gmail.c"). The caret goes behind it. Unchanged where it would not fit.
void complete(TextInput& input, std::string_view ending, std::size_t most_letters);
void delete_backward(TextInput& input);
void delete_forward(TextInput& input);  // one grapheme

// Whether the caret takes the other end of the selection with it or leaves it behind. Moving a selection away goes to its edge first.
enum class Selecting : bool { no, yes };
void move_to_previous(TextInput& input, Selecting selecting = Selecting::no);
void move_to_next(TextInput& input, Selecting selecting = Selecting::no);
// The grapheme boundary at or before `byte`.
void place_caret(TextInput& input, std::size_t byte, Selecting selecting = Selecting::no);
// From `anchor` to `caret`, each brought to a grapheme boundary.
void select(TextInput& input, std::size_t anchor, std::size_t caret);

// Overwrites the memory of a text, the part beyond its end included; the text keeps its length.
void wipe_bytes(std::string& text);
// Overwrites the memory before it is released.
void wipe(TextInput& input);

}  // namespace kiosk::session
