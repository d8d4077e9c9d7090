#include "locale/text_units.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>

namespace kiosk::locale {
namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

enum class Unit : std::uint8_t { grapheme, word };

// The boundary that `find` looks for; ICU counts the UTF-8 bytes of a UText.
template <class Find>
std::size_t boundary(Unit unit, std::string_view text, std::size_t byte, std::size_t at_end, Find find) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> units(unit == Unit::word ? icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)
                                                                     : icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<UText, CloseText> view(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  if (U_FAILURE(status) != 0) return at_end;
  units->setText(view.get(), status);
  const std::int32_t found = find(*units, static_cast<std::int32_t>(byte));
  return U_FAILURE(status) != 0 || found == icu::BreakIterator::DONE ? at_end : static_cast<std::size_t>(found);
}

std::int32_t before(icu::BreakIterator& it, std::int32_t at) { return it.preceding(at); }
std::int32_t behind(icu::BreakIterator& it, std::int32_t at) { return it.following(at); }

template <class Counts>
std::size_t count(std::string_view text, Counts counts) {
  std::size_t found = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 letter = 0;
    U8_NEXT(text.data(), i, length, letter);
    if (letter >= 0 && counts(letter)) ++found;
  }
  return found;
}

}  // namespace

std::size_t previous_grapheme(std::string_view text, std::size_t byte) {
  if (byte == 0) return 0;
  return boundary(Unit::grapheme, text, std::min(byte, text.size()), 0, before);
}

std::size_t next_grapheme(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return text.size();
  return boundary(Unit::grapheme, text, byte, text.size(), behind);
}

std::size_t previous_code_point(std::string_view text, std::size_t byte) {
  byte = std::min(byte, text.size());
  if (byte == 0) return 0;
  --byte;
  while (byte > 0 && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) --byte;
  return byte;
}

TextRange word_at(std::string_view text, std::size_t byte) {
  if (text.empty()) return {};
  // Behind the last letter the last word is meant.
  byte = std::min(byte, previous_code_point(text, text.size()));
  const std::size_t last = boundary(Unit::word, text, byte, text.size(), behind);
  return {boundary(Unit::word, text, last, 0, before), last};
}

std::size_t count_letters(std::string_view text) {
  return count(text, [](UChar32 letter) { return u_isalpha(letter) != 0; });
}

std::size_t count_digits(std::string_view text) {
  return count(text, [](UChar32 letter) { return u_isdigit(letter) != 0; });
}

}  // namespace kiosk::locale
