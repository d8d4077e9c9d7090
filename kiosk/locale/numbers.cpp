#include "locale/numbers.h"

#include <unicode/numberformatter.h>

#include "locale/icu_support.h"

namespace kiosk::locale {
namespace {

// Moroccan French groups with a space, as print does; CLDR's fr_MA has the dot of its Arabic.
icu::Locale number_locale(base::Language language) { return language == base::Language::french ? icu::Locale::getFrench() : icu_locale(language); }

}  // namespace

std::string format_number(base::Language language, double number) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text =
      icu::number::NumberFormatter::withLocale(number_locale(language)).precision(icu::number::Precision::maxFraction(1)).formatDouble(number, status).toString(status);
  return U_FAILURE(status) != 0 ? std::to_string(number) : from_icu(text);
}

}  // namespace kiosk::locale
