// The few bridges between our strings and ICU, private to this folder so that no header of ours names an ICU type to others.
// Pure functions; safe from any thread.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

#include "base/language.h"

namespace kiosk::locale {

// The CLDR locale that speaks for a language of the kiosk. Arabic asks for Western digits by name, as Morocco writes them and
// whatever the installed CLDR thinks the default is.
const icu::Locale& icu_locale(base::Language language);

icu::UnicodeString to_icu(std::string_view utf8);
std::string from_icu(const icu::UnicodeString& text);

}  // namespace kiosk::locale
