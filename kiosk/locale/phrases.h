// Small phrases that screens and papers share. Pure; not for times and dates (dates.h).
#pragma once

#include <string_view>
#include <vector>

#include "locale/messages.h"

namespace kiosk::locale {

// "2 years", "9 months", "1 to 2 years"; empty when the length is not known (no months).
Phrase duration_phrase(const Messages& messages, Language language, int months_min, int months_max);
// A range of ages: "12 to 14 years", "11 or younger", "18 or older" (`to` 0: no end).
Phrase age_band_phrase(const Messages& messages, Language language, int from, int to);
// Phrases one after the other with the language's own comma: "Inezgane، Agadir"; empty ones are left out, those of another language isolated.
Phrase list_phrase(Language language, const std::vector<Phrase>& parts);
// The same with `separator` between them.
Phrase joined_phrase(Language language, const std::vector<Phrase>& parts, std::string_view separator);

// A spoken language's own name by its BCP 47 code, wider than the kiosk's own languages: الدارجة for "ary", ⵜⴰⵛⵍⵃⵉⵜ for "shi". The code itself
// for a language that has no name here.
Phrase spoken_endonym(std::string_view code);

}  // namespace kiosk::locale
