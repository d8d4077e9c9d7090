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

}  // namespace

void insert(TextInput& input, std::string_view typed, std::size_t most_bytes) {
  std::string kept;
  while (!typed.empty()) {
    const CodePoint next = first_of(typed);
    if (next.bytes == 0) {
      typed.remove_prefix(1);
      continue;
    }
    if (input.text.size() + kept.size() + next.bytes > most_bytes) break;
    if (may_be_typed(next.value)) kept.append(typed.substr(0, next.bytes));
    typed.remove_prefix(next.bytes);
  }
  input.text.insert(input.caret, kept);
  input.caret += kept.size();
  explicit_bzero(kept.data(), kept.size());
}

void delete_backward(TextInput& input) {
  const std::size_t from = locale::previous_code_point(input.text, input.caret);
  input.text.erase(from, input.caret - from);
  input.caret = from;
}

void delete_forward(TextInput& input) {
  const std::size_t end = locale::next_grapheme(input.text, input.caret);
  input.text.erase(input.caret, end - input.caret);
}

void move_to_previous(TextInput& input) { input.caret = locale::previous_grapheme(input.text, input.caret); }
void move_to_next(TextInput& input) { input.caret = locale::next_grapheme(input.text, input.caret); }

void place_caret(TextInput& input, std::size_t byte) {
  byte = std::min(byte, input.text.size());
  input.caret = byte == input.text.size() ? byte : locale::previous_grapheme(input.text, byte + 1);
}

void wipe_bytes(std::string& text) { explicit_bzero(text.data(), text.capacity()); }

void wipe(TextInput& input) {
  wipe_bytes(input.text);
  input = {};
}

}  // namespace kiosk::session
