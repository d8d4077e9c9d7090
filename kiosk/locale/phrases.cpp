#include "locale/phrases.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "base/format.h"

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

Phrase time_span_phrase(const Messages& messages, Language language, std::chrono::minutes span) {
  const std::int64_t hours = span.count() / 60;
  const std::int64_t minutes = span.count() % 60;
  if (hours == 0) return messages.format("duration.minutes", language, {{"count", minutes}});
  if (minutes == 0) return messages.format("duration.hours", language, {{"count", hours}});
  // Latin writing sets "1 h 05" as a clock does; Arabic counts the minutes in words.
  const std::string rest = language == Language::arabic ? messages.format("duration.minutes", language, {{"count", minutes}}).text : fmt::format("{:02}", minutes);
  return messages.format("duration.hours_minutes", language, {{"hours", hours}, {"minutes", rest}});
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

Phrase spoken_language(const Messages& messages, Language language, std::string_view code) {
  const std::string key = "spoken." + std::string(code);
  const auto& known = Messages::known_keys();
  if (std::binary_search(known.begin(), known.end(), key)) return messages.text(key, language);
  return {isolate_left_to_right(code), language};
}

Phrase level_entry_phrase(const Messages& messages, Language language, const Phrase& level, const Phrase& entry) {
  return messages.format("program.level_entry", language, {{"level", isolate(level.text)}, {"entry", isolate(entry.text)}});
}

}  // namespace kiosk::locale
