// Numbers as each language writes them (CLDR), with Western digits in Arabic too: "35.000" in Morocco's Arabic,
// "35 000" in French, "35,000" in English.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"

namespace kiosk::locale {

// At most one digit behind the decimal sign.
std::string format_number(base::Language language, double number);

// `text` with each number that is written in parts (a telephone number, 1 500, 2026-09-20) or with a plus between U+2066 LEFT-TO-RIGHT ISOLATE
// and U+2069: in Arabic the parts would be shown from right to left (UAX #9, W2 and N1). What is isolated already stays as it is.
std::string isolate_numbers(std::string_view text);

}  // namespace kiosk::locale
