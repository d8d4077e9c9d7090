#include "locale/icu_support.h"

#include <array>

namespace kiosk::locale {

const icu::Locale& icu_locale(base::Language language) {
  static const std::array<icu::Locale, base::kLanguageCount> locales{icu::Locale("ar_MA@numbers=latn"), icu::Locale("fr_MA"),
                                                                     icu::Locale("en_GB"), icu::Locale("zgh_MA")};
  return locales[static_cast<std::size_t>(language)];
}

icu::UnicodeString to_icu(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

std::string from_icu(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace kiosk::locale
