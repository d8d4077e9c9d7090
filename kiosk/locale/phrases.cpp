#include "locale/phrases.h"

#include <cstdint>
#include <string>
#include <utility>

namespace kiosk::locale {

Phrase duration_phrase(const Messages& messages, Language language, int months_min, int months_max) {
  if (months_max <= 0) return {{}, language};
  constexpr int kMonthsPerYear = 12;
  const bool years = months_min % kMonthsPerYear == 0 && months_max % kMonthsPerYear == 0;
  const int from = years ? months_min / kMonthsPerYear : months_min;
  const int to = years ? months_max / kMonthsPerYear : months_max;
  if (from == to) return messages.format(years ? "duration.years" : "duration.months", language, {{"count", std::int64_t{to}}});
  return messages.format(years ? "duration.years_range" : "duration.months_range", language,
                         {{"from", std::int64_t{from}}, {"to", std::int64_t{to}}});
}

Phrase age_band_phrase(const Messages& messages, Language language, int from, int to) {
  if (to == 0) return messages.format("age_band.from", language, {{"from", std::int64_t{from}}});
  if (from == 0) return messages.format("age_band.up_to", language, {{"to", std::int64_t{to}}});
  return messages.format("age_band.range", language, {{"from", std::int64_t{from}}, {"to", std::int64_t{to}}});
}

Phrase list_phrase(Language language, const std::vector<Phrase>& parts) {
  return joined_phrase(language, parts, language == Language::arabic ? "، " : ", ");
}

Phrase joined_phrase(Language language, const std::vector<Phrase>& parts, std::string_view separator) {
  std::string text;
  for (const Phrase& part : parts) {
    if (part.text.empty()) continue;
    if (!text.empty()) text += separator;
    text += part.language == language ? part.text : isolate(part.text);
  }
  return {std::move(text), language};
}

Phrase spoken_endonym(std::string_view code) {
  if (code == "ary") return {"الدارجة", Language::arabic};
  if (code == "shi") return {"ⵜⴰⵛⵍⵃⵉⵜ", Language::tamazight};
  if (const auto language = base::language_from_code(code)) return endonym(*language);
  return {std::string(code), Language::english};
}

}  // namespace kiosk::locale
