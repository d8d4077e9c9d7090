#include "text/utf8.h"

#include <glib.h>

namespace kiosk::text {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned char at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

struct Step {
  std::size_t length = 0;
  bool valid = false;
};

// Table 3-7 of the Unicode Standard: which second bytes may follow a lead byte.
bool second_fits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0: return second >= 0xA0 && second <= 0xBF;
    case 0xED: return second >= 0x80 && second <= 0x9F;
    case 0xF0: return second >= 0x90 && second <= 0xBF;
    case 0xF4: return second >= 0x80 && second <= 0x8F;
    default: return second >= 0x80 && second <= 0xBF;
  }
}

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// The character, or the part of one, that starts at `i`.
Step step(std::string_view text, std::size_t i) {
  const unsigned char lead = at(text, i);
  const std::size_t whole = sequence_length(lead);
  if (whole <= 1) return {1, whole == 1 && lead != 0};
  std::size_t length = 1;
  while (length < whole && i + length < text.size()) {
    const unsigned char next = at(text, i + length);
    if (length == 1 ? !second_fits(lead, next) : (next < 0x80 || next > 0xBF)) break;
    ++length;
  }
  return {length, length == whole};
}

bool valid(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Step found = step(text, i);
    if (!found.valid) return false;
    i += found.length;
  }
  return true;
}

}  // namespace

std::string_view valid_utf8(std::string_view text, std::string& storage) {
  if (valid(text)) return text;
  storage.clear();
  for (std::size_t i = 0; i < text.size();) {
    const Step found = step(text, i);
    storage.append(found.valid ? text.substr(i, found.length) : kReplacement);
    i += found.length;
  }
  return storage;
}

std::size_t original_byte(std::string_view text, std::size_t valid_byte) {
  std::size_t i = 0;
  for (std::size_t shown = 0; i < text.size() && shown < valid_byte;) {
    const Step found = step(text, i);
    shown += found.valid ? found.length : kReplacement.size();
    i += found.length;
  }
  return i;
}

std::string to_utf8(std::u32string_view text) {
  std::string utf8;
  for (const char32_t letter : text) {
    char bytes[6];
    const bool valid = g_unichar_validate(letter) != FALSE && letter != 0;
    utf8.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(valid ? letter : 0xFFFDU, bytes)));
  }
  return utf8;
}

}  // namespace kiosk::text
