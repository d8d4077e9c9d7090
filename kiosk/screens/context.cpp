#include "screens/context.h"

#include <string>

#include "locale/numbers.h"

namespace kiosk::screens {

Phrase time_phrase(const ViewContext& context, model::MinuteOfDay time) {
  return {locale::isolate_left_to_right(locale::format_time(context.language(), time)), context.language()};
}

Phrase time_range_phrase(const ViewContext& context, model::MinuteOfDay start, model::MinuteOfDay end) {
  return {locale::format_time_range(context.language(), start, end), context.language()};
}

Phrase duration_phrase(const ViewContext& context, int months_min, int months_max) {
  if (months_max <= 0) return {{}, context.language()};
  constexpr int kMonthsPerYear = 12;
  const bool years = months_min % kMonthsPerYear == 0 && months_max % kMonthsPerYear == 0;
  const int from = years ? months_min / kMonthsPerYear : months_min;
  const int to = years ? months_max / kMonthsPerYear : months_max;
  if (from == to) return context.say(years ? "duration.years" : "duration.months", {{"count", std::int64_t{to}}});
  return context.say(years ? "duration.years_range" : "duration.months_range",
                     {{"from", std::int64_t{from}}, {"to", std::int64_t{to}}});
}

Phrase source_phrase(const ViewContext& context, const model::Source& source) {
  if (source.name.empty()) return {{}, context.language()};
  std::string told = locale::isolate(source.name);
  if (source.date.year > 0) {
    told += " · " + locale::isolate(locale::format_partial_date(context.language(), source.date.year, source.date.month, source.date.day));
  }
  return context.say("source.line", {{"source", told}});
}

Phrase number_phrase(const ViewContext& context, double number) { return {locale::format_number(context.language(), number), context.language()}; }

Phrase list_phrase(const ViewContext& context, const std::vector<Phrase>& parts) {
  const std::string_view comma = context.language() == Language::arabic ? "، " : ", ";
  std::string text;
  for (const Phrase& part : parts) {
    if (part.text.empty()) continue;
    if (!text.empty()) text += comma;
    text += part.language == context.language() ? part.text : locale::isolate(part.text);
  }
  return {std::move(text), context.language()};
}

}  // namespace kiosk::screens
