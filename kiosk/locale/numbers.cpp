#include "locale/numbers.h"

#include <unicode/numberformatter.h>
#include <unicode/regex.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "locale/icu_support.h"
#include "locale/messages.h"

namespace kiosk::locale {
namespace {

// Moroccan French groups with a space, as print does; CLDR's fr_MA has the dot of its Arabic.
icu::Locale number_locale(base::Language language) { return language == base::Language::french ? icu::Locale::getFrench() : icu_locale(language); }

// What is isolated already, or digits of any script in one part or several, with what people write between and before them. Possessive throughout: never slower than linear.
constexpr const char* kNumberInParts =
    R"([\x{2066}-\x{2068}][^\x{2069}]*+|(?<![\p{L}\p{Nd}])\x{200E}?+(?:\+ ?)?+(?:\(\+?\p{Nd}++\)[ \x{A0}]?+)?+\p{Nd}++(?:[ \x{A0}\x{202F}\x{2009}.\x{2010}\x{2011}\x{2013}-]\p{Nd}++|[ \x{A0}]?\(\p{Nd}++\)[ \x{A0}]?\p{Nd}++)*+)";

const icu::RegexPattern* number_pattern() {
  static const std::unique_ptr<icu::RegexPattern> pattern = [] {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    return std::unique_ptr<icu::RegexPattern>(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(kNumberInParts), where, status));
  }();
  return pattern.get();
}

// A number of several parts, as opposed to several numbers: "10-12", "2025 2026" and "09:30" are none.
bool is_number_in_parts(const icu::UnicodeString& run) {
  if (u_charType(run.char32At(0)) == U_FORMAT_CHAR) return false;  // somebody has seen to it
  constexpr int kFewestOfTelephone = 8;
  std::vector<int> parts;  // digits in each
  bool only_spaces = true;
  int digits = 0;
  int first = -1;
  bool in_part = false;
  for (std::int32_t i = 0; i < run.length(); i = run.moveIndex32(i, 1)) {
    const UChar32 letter = run.char32At(i);
    const bool is_digit = u_isdigit(letter);
    if (is_digit && !in_part) parts.push_back(0);
    if (is_digit) {
      ++parts.back();
      if (digits++ == 0) first = u_charDigitValue(letter);
    } else if (!u_isspace(letter)) {
      only_spaces = false;
    }
    in_part = is_digit;
  }
  if (run.startsWith(u"+", 1)) return true;
  if (parts.size() < 2) return false;
  if (digits >= kFewestOfTelephone && (first == 0 || parts.size() > 2)) return true;
  const bool in_thousands = parts.front() <= 3 && std::all_of(parts.begin() + 1, parts.end(), [](int part) { return part == 3; });
  return in_thousands && only_spaces && first != 0;
}

// Arabic-Indic digits keep their parts from right to left even between isolates: what stands between two parts is held by a mark on either side.
icu::UnicodeString held_left_to_right(const icu::UnicodeString& run) {
  const auto is_arabic = [](UChar32 letter) { return u_charDirection(letter) == U_ARABIC_NUMBER || (letter >= 0x06F0 && letter <= 0x06F9); };
  icu::UnicodeString held;
  for (std::int32_t i = 0; i < run.length(); i = run.moveIndex32(i, 1)) {
    const UChar32 letter = run.char32At(i);
    const bool after_part = i > 0 && is_arabic(run.char32At(run.moveIndex32(i, -1)));
    if (after_part && !is_arabic(letter)) held.append(UChar32{0x200E});
    if (i > 0 && !after_part && is_arabic(letter)) held.append(UChar32{0x200E});
    held.append(letter);
  }
  return held;
}

}  // namespace

std::string format_number(base::Language language, double number) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text =
      icu::number::NumberFormatter::withLocale(number_locale(language)).precision(icu::number::Precision::maxFraction(1)).formatDouble(number, status).toString(status);
  return U_FAILURE(status) != 0 ? std::to_string(number) : from_icu(text);
}

std::string isolate_numbers(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const std::unique_ptr<icu::RegexMatcher> matcher(number_pattern() == nullptr ? nullptr : number_pattern()->matcher(whole, status));
  std::string isolated;
  std::int32_t done = 0;
  while (matcher && U_SUCCESS(status) && matcher->find(status)) {
    const std::int32_t first = matcher->start(status);
    const std::int32_t end = matcher->end(status);
    const icu::UnicodeString run = whole.tempSubStringBetween(first, end);
    if (!is_number_in_parts(run)) continue;
    isolated += from_icu(whole.tempSubStringBetween(done, first)) + isolate_left_to_right(from_icu(held_left_to_right(run)));
    done = end;
  }
  return isolated + from_icu(whole.tempSubStringBetween(done, whole.length()));
}

}  // namespace kiosk::locale
