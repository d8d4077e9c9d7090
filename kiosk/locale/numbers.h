// Numbers as each language writes them (CLDR), with Western digits in Arabic too: "35.000" in Morocco's Arabic,
// "35 000" in French, "35,000" in English.
#pragma once

#include <string>

#include "base/language.h"

namespace kiosk::locale {

// At most one digit behind the decimal sign.
std::string format_number(base::Language language, double number);

}  // namespace kiosk::locale
