#include "locale/typed_text.h"

#include <string.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "locale/text_units.h"

namespace kiosk::locale {
namespace {

// Calls `each` with every code point; U+FFFD for what is no UTF-8.
template <class Each>
void for_each_letter(std::string_view text, Each each) {
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 letter = 0;
    U8_NEXT_OR_FFFD(text.data(), i, length, letter);
    each(letter);
  }
}

void append(std::string& text, UChar32 letter) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, letter);
  text.append(bytes.data(), static_cast<std::size_t>(size));
}

// What is not seen and no part of a spelling: direction marks, zero-width spaces, soft hyphens.
bool is_invisible(UChar32 letter) {
  switch (letter) {
    case 0xAD: case 0x61C: case 0x200B: case 0x200E: case 0x200F: case 0x2060: case 0xFEFF: return true;
    default: return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
  }
}

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string result;
  if (U_SUCCESS(status) == 0) return text;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
  nfc->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, status);
  return U_SUCCESS(status) != 0 ? result : text;
}

bool is_sign_of_names(UChar32 letter) {
  constexpr std::u32string_view kSigns = U" '\"\u2018\u2019\u201C\u201D\u201E\u02BC\u02BB`\u00B4-\u2010\u2011\u2013\u2014.\u00B7,\u060C()/&\u00AB\u00BB\u200C\u200D\u00AA\u00BA";
  return kSigns.find(static_cast<char32_t>(letter)) != std::u32string_view::npos;
}

bool is_latin(UChar32 letter) { return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z'); }
bool is_capital(UChar32 letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_digit(UChar32 letter) { return u_isdigit(letter) != 0; }
bool is_in_word(UChar32 letter) { return u_isalnum(letter) != 0; }

// Two capitals that stand before numbers of another kind: amounts, postal codes and boxes.
bool counts_something(UChar32 first, UChar32 second) {
  constexpr std::array<std::array<char, 2>, 4> kWords{{{'D', 'H'}, {'C', 'P'}, {'B', 'P'}, {'N', 'O'}}};
  return std::any_of(kWords.begin(), kWords.end(), [&](const auto& word) { return first == word[0] && second == word[1]; });
}

// Whether a number of one of the two kinds begins at `at`, which is no place within a word.
bool identity_number_at(const std::vector<UChar32>& text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_latin(text[end])) ++end;
  const std::size_t letters = end - at;
  if (letters < 1 || letters > 2) return false;
  if (end < text.size() && (text[end] == ' ' || text[end] == '-' || text[end] == '.' || text[end] == '/')) {
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end), is_capital)) return false;
    if (letters == 2 && counts_something(text[at], text[at + 1])) return false;
    ++end;
  }
  std::size_t digits = 0;
  while (end < text.size() && is_digit(text[end])) ++end, ++digits;
  if (end < text.size() && is_in_word(text[end])) return false;
  constexpr std::size_t kMassarDigits = 9;
  return digits == 5 || digits == 6 || (letters == 1 && digits == kMassarDigits);
}

}  // namespace

std::string tidied(std::string_view text) {
  std::string spaced;
  spaced.reserve(text.size());
  for_each_letter(text, [&](UChar32 letter) {
    if (is_invisible(letter)) return;
    if (u_isUWhiteSpace(letter) == 0) return append(spaced, letter);
    if (!spaced.empty() && spaced.back() != ' ') spaced += ' ';
  });
  if (!spaced.empty() && spaced.back() == ' ') spaced.pop_back();
  std::string result = composed(spaced);
  explicit_bzero(spaced.data(), spaced.size());
  return result;
}

bool is_name(std::string_view text) {
  constexpr std::size_t kFewestLetters = 2;
  bool written_like_one = true;
  for_each_letter(text, [&](UChar32 letter) {
    const bool mark = (U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0;
    written_like_one = written_like_one && (u_isalpha(letter) != 0 || mark || is_sign_of_names(letter));
  });
  return written_like_one && count_letters(text) >= kFewestLetters;
}

bool has_identity_number(std::string_view text) {
  std::vector<UChar32> letters;
  letters.reserve(text.size());
  for_each_letter(text, [&](UChar32 letter) { letters.push_back(letter); });
  bool found = false;
  for (std::size_t i = 0; i < letters.size() && !found; ++i) {
    if (i == 0 || !is_in_word(letters[i - 1])) found = identity_number_at(letters, i);
  }
  if (!letters.empty()) explicit_bzero(letters.data(), letters.size() * sizeof(UChar32));
  return found;
}

}  // namespace kiosk::locale
