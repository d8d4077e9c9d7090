// What a visitor types into one field: the text and where the caret stands. Pure functions on a value; the caret moves by grapheme
// (UAX #29), backspace takes one code point. Personal data: never logged, zeroed by `wipe`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiosk::session {

struct TextInput {
  std::string text;
  std::size_t caret = 0;  // byte offset at a grapheme boundary

  bool operator==(const TextInput&) const = default;
};

// Puts `typed` in at the caret, as much of it as keeps the whole within `most_bytes`; control characters and line ends are left out, and
// so is what could turn the direction of a line round (UAX #9 embedding and isolate controls). Never cuts a code point.
void insert(TextInput& input, std::string_view typed, std::size_t most_bytes);
void delete_backward(TextInput& input);
void delete_forward(TextInput& input);  // one grapheme
void move_to_previous(TextInput& input);
void move_to_next(TextInput& input);
// The grapheme boundary at or before `byte`.
void place_caret(TextInput& input, std::size_t byte);

// Overwrites the memory of a text, the part beyond its end included; the text keeps its length.
void wipe_bytes(std::string& text);
// Overwrites the memory before it is released.
void wipe(TextInput& input);

}  // namespace kiosk::session
