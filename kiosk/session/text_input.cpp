#include "session/text_input.h"

#include <string.h>

#include <algorithm>

#include "locale/text_units.h"

namespace kiosk::session {
namespace {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;  // 0: not UTF-8
};

CodePoint first_of(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (bytes == 0 || bytes > text.size()) return {};
  constexpr unsigned kLeadBits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t value = lead & kLeadBits[bytes];
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (next & 0x3FU);
  }
  return {value, bytes};
}

bool may_be_typed(char32_t letter) {
  const bool control = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
  const bool line_end = letter == 0x2028 || letter == 0x2029;
  const bool turns_direction = (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
  return !control && !line_end && !turns_direction && letter <= 0x10FFFF && (letter < 0xD800 || letter > 0xDFFF);
}

// The grapheme boundary at or before `byte`.
std::size_t boundary_at(const std::string& text, std::size_t byte) {
  if (byte >= text.size()) return text.size();
  // From behind the code point at `byte`: within one there is no place to look back from.
  do {
    ++byte;
  } while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U);
  return locale::previous_grapheme(text, byte);
}

// An edit may join what stands around it to one grapheme (a letter before a combining accent): the caret goes behind it.
void settle(TextInput& input) {
  if (boundary_at(input.text, input.caret) != input.caret) input.caret = locale::next_grapheme(input.text, input.caret);
}

// Takes out what is selected; false when nothing is.
bool delete_selection(TextInput& input) {
  if (!input.anchor) return false;
  const locale::TextRange range = selection(input);
  input.text.erase(range.first, range.last - range.first);
  input.caret = range.first;
  input.anchor.reset();
  settle(input);
  return true;
}

// Moves the caret to `byte`, a grapheme boundary.
void move_to(TextInput& input, std::size_t byte, Selecting selecting) {
  if (selecting == Selecting::yes && !input.anchor) input.anchor = input.caret;
  input.caret = byte;
  if (selecting == Selecting::no || input.anchor == byte) input.anchor.reset();
}

// How much of the beginning of `ending` the text ends with.
std::size_t begun(std::string_view text, std::string_view ending) {
  for (std::size_t size = std::min(text.size(), ending.size()); size > 0; --size) {
    if (text.ends_with(ending.substr(0, size))) return size;
  }
  return 0;
}

}  // namespace

locale::TextRange selection(const TextInput& input) {
  const std::size_t other = input.anchor.value_or(input.caret);
  return {std::min(input.caret, other), std::max(input.caret, other)};
}

std::size_t letters_in(std::string_view text) {
  constexpr unsigned kMask = 0xC0;
  constexpr unsigned kContinues = 0x80;
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & kMask) != kContinues; }));
}

void insert(TextInput& input, std::string_view typed, std::size_t most_letters) {
  delete_selection(input);
  std::string kept;
  std::size_t letters = letters_in(input.text);
  while (!typed.empty()) {
    const CodePoint next = first_of(typed);
    if (next.bytes == 0) {
      typed.remove_prefix(1);
      continue;
    }
    if (may_be_typed(next.value)) {
      if (letters++ >= most_letters) break;
      kept.append(typed.substr(0, next.bytes));
    }
    typed.remove_prefix(next.bytes);
  }
  input.text.insert(input.caret, kept);
  input.caret += kept.size();
  settle(input);
  explicit_bzero(kept.data(), kept.size());
}

void complete(TextInput& input, std::string_view ending, std::size_t most_letters) {
  delete_selection(input);
  const std::size_t at = input.text.find('@');
  const std::size_t kept = ending.starts_with('@') && at != std::string::npos ? at : input.text.size() - begun(input.text, ending);
  if (letters_in(std::string_view(input.text).substr(0, kept)) + letters_in(ending) <= most_letters) input.text.replace(kept, std::string::npos, ending);
  input.caret = input.text.size();
}

void delete_backward(TextInput& input) {
  if (delete_selection(input)) return;
  const std::size_t from = locale::previous_code_point(input.text, input.caret);
  input.text.erase(from, input.caret - from);
  input.caret = from;
  settle(input);
}

void delete_forward(TextInput& input) {
  if (delete_selection(input)) return;
  const std::size_t end = locale::next_grapheme(input.text, input.caret);
  input.text.erase(input.caret, end - input.caret);
  settle(input);
}

void move_to_previous(TextInput& input, Selecting selecting) {
  const bool to_edge = input.anchor && selecting == Selecting::no;
  move_to(input, to_edge ? selection(input).first : locale::previous_grapheme(input.text, input.caret), selecting);
}

void move_to_next(TextInput& input, Selecting selecting) {
  const bool to_edge = input.anchor && selecting == Selecting::no;
  move_to(input, to_edge ? selection(input).last : locale::next_grapheme(input.text, input.caret), selecting);
}

void place_caret(TextInput& input, std::size_t byte, Selecting selecting) { move_to(input, boundary_at(input.text, byte), selecting); }

void select(TextInput& input, std::size_t anchor, std::size_t caret) {
  input.anchor.reset();
  input.caret = boundary_at(input.text, anchor);
  move_to(input, boundary_at(input.text, caret), Selecting::yes);
}

void wipe_bytes(std::string& text) { explicit_bzero(text.data(), text.capacity()); }

void wipe(TextInput& input) {
  wipe_bytes(input.text);
  input = {};
}

}  // namespace kiosk::session
