// Small phrases that screens and papers share. Pure; not for times and dates (dates.h).
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "locale/messages.h"

namespace kiosk::locale {

// "2 years", "9 months", "1 to 2 years"; empty when the length is not known (no months).
Phrase duration_phrase(const Messages& messages, Language language, int months_min, int months_max);
// "45 minutes", "1 hour", "1 h 05 min": nobody reckons in more than 59 minutes.
Phrase time_span_phrase(const Messages& messages, Language language, std::chrono::minutes span);
// A range of ages: "12 to 14 years", "11 or younger", "18 or older" (`to` 0: no end).
Phrase age_band_phrase(const Messages& messages, Language language, int from, int to);
// Phrases one after the other with the language's own comma: "Inezgane، Agadir"; empty ones are left out, those of another language isolated.
Phrase list_phrase(Language language, const std::vector<Phrase>& parts);
// The same with `separator` between them.
Phrase joined_phrase(Language language, const std::vector<Phrase>& parts, std::string_view separator);

// A spoken language in the reader's words by its BCP 47 code, wider than the kiosk's own languages: "darija" for "ary", "tachelhit" for "shi" in
// French. The code itself for a language that has no word of ours.
Phrase spoken_language(const Messages& messages, Language language, std::string_view code);
// "Technician: final year of the baccalaureate": who may enter a level, of several.
Phrase level_entry_phrase(const Messages& messages, Language language, const Phrase& level, const Phrase& entry);

}  // namespace kiosk::locale
