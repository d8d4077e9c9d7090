// The languages of the kiosk and a text that knows its own. Every text on screen carries the language it is written in,
// because the language, never the letters, decides direction, font and line height.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::base {

enum class Language : std::uint8_t { arabic, french, english, tamazight };
inline constexpr std::size_t kLanguageCount = 4;
inline constexpr std::array<Language, kLanguageCount> kLanguages{Language::arabic, Language::french, Language::english,
                                                                 Language::tamazight};

enum class Direction : std::uint8_t { left_to_right, right_to_left };

// BCP 47 primary subtags: "ar", "fr", "en", "zgh" (Standard Moroccan Tamazight, written left to right in Tifinagh).
constexpr std::string_view code(Language language) {
  constexpr std::array<std::string_view, kLanguageCount> codes{"ar", "fr", "en", "zgh"};
  return codes[static_cast<std::size_t>(language)];
}

constexpr std::optional<Language> language_from_code(std::string_view text) {
  for (Language language : kLanguages) {
    if (code(language) == text) return language;
  }
  return std::nullopt;
}

constexpr Direction direction(Language language) {
  return language == Language::arabic ? Direction::right_to_left : Direction::left_to_right;
}

// What stands beside `language` on a page in two languages: French beside Arabic, Arabic beside the others.
constexpr Language companion(Language language) { return language == Language::arabic ? Language::french : Language::arabic; }

// A text ready to be shown, with the language it is really in (after fallback, not the one asked for).
struct Phrase {
  std::string text;
  Language language = Language::arabic;

  bool operator==(const Phrase&) const = default;
};

}  // namespace kiosk::base
