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
