// Numbers as each language writes them.
#include <doctest/doctest.h>

#include "locale/numbers.h"

using namespace kiosk;
using base::Language;

TEST_CASE("thousands are grouped and decimals marked by the language, with Western digits everywhere") {
  CHECK(locale::format_number(Language::arabic, 35000) == "35.000");
  CHECK(locale::format_number(Language::french, 35000) == "35\u202F000");
  CHECK(locale::format_number(Language::english, 35000) == "35,000");
  CHECK(locale::format_number(Language::arabic, 90.4) == "90,4");
  CHECK(locale::format_number(Language::english, 71) == "71");
}

TEST_CASE("a number that is written in parts stays whole in an Arabic sentence") {
  const auto marked = [](std::string_view text) {
    std::string shown;
    for (std::size_t i = 0; i < text.size();) {
      const std::string_view rest = text.substr(i);
      const std::string_view letter = rest.starts_with("\u2066") || rest.starts_with("\u2069") || rest.starts_with("\u200E") ? rest.substr(0, 3) : rest.substr(0, 1);
      shown += letter == "\u2066" ? "[" : letter == "\u2069" ? "]" : letter == "\u200E" ? "|" : std::string(letter);
      i += letter.size();
    }
    return shown;
  };
  const auto isolated = [&](std::string_view text) { return marked(locale::isolate_numbers(text)); };
  CHECK(isolated("اتصلوا بنا على 05 28 33 11 22.") == "اتصلوا بنا على [05 28 33 11 22].");
  CHECK(isolated("واتساب: +212 6 61 22 33 44، كل يوم") == "واتساب: [+212 6 61 22 33 44]، كل يوم");
  CHECK(isolated("(هاتف 05 28 33 11 22)") == "(هاتف [05 28 33 11 22])");
  CHECK(isolated("05.28.33.11.22 أو 05-28-33-11-22 / 0528 331122") == "[05.28.33.11.22] أو [05-28-33-11-22] / [0528 331122]");
  CHECK(isolated("+212661223344 و +212 (0)6 61 22 33 44 و (+212) 661 22 33 44") == "[+212661223344] و [+212 (0)6 61 22 33 44] و [(+212) 661 22 33 44]");
  CHECK(isolated("00\u00A0212 5\u202F28 33 11 22") == "[00\u00A0212 5\u202F28 33 11 22]");
  CHECK(isolated("المنحة 1 500 درهم، و 12 000 متدرب") == "المنحة [1 500] درهم، و [12 000] متدرب");
  CHECK(isolated("يوم 2026-09-20") == "يوم [2026-09-20]");
  CHECK(isolated("٠٥ ٢٨ ٣٣ ١١ ٢٢") == "[٠٥| |٢٨| |٣٣| |١١| |٢٢]");
}

TEST_CASE("numbers that are not one number, and what is isolated already, stay as they are") {
  for (const std::string_view text : {"", "من 10-12 سنة", "موسم 2025 2026", "2025-2026", "على 09:30", "20/09/2026", "قاعة 12", "3,5", "5 6 7", "\u206605 28 33 11 22\u2069", "\u200E05 28 33 11 22", "bac+2", "باك+2", "A4 210"}) {
    CAPTURE(text);
    CHECK(locale::isolate_numbers(text) == text);
  }
}
