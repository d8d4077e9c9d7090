#include "screens/context.h"

#include "locale/numbers.h"
#include "locale/phrases.h"

namespace kiosk::screens {

std::optional<Phrase> other_day_phrase(const ViewContext& context, Language language) {
  const auto days = (std::chrono::sys_days(context.day()) - std::chrono::sys_days(context.now.date)).count();
  if (days == 0) return std::nullopt;
  if (days < 0) return context.messages.text("day.over", language);
  return days == 1 ? context.messages.text("day.tomorrow", language) : context.messages.format("day.in_days", language, {{"days", std::int64_t{days}}});
}

Phrase event_date_phrase(const ViewContext& context) {
  const Phrase date{locale::format_date(context.language(), context.day()), context.language()};
  const auto other = other_day_phrase(context, context.language());
  return other ? locale::joined_phrase(context.language(), {date, *other}, "\u00A0· ") : date;
}

Phrase workshops_title(const ViewContext& context, std::string_view title) {
  const auto other = other_day_phrase(context, context.language());
  return other ? locale::joined_phrase(context.language(), {context.say("my_visit.workshops"), *other}, "\u00A0· ") : context.say(title);
}

Phrase time_phrase(const ViewContext& context, model::MinuteOfDay time) {
  return {locale::isolate_left_to_right(locale::format_time(context.language(), time)), context.language()};
}

Phrase time_range_phrase(const ViewContext& context, model::MinuteOfDay start, model::MinuteOfDay end) {
  return {locale::format_time_range(context.language(), start, end), context.language()};
}

Phrase duration_phrase(const ViewContext& context, int months_min, int months_max) {
  return locale::duration_phrase(context.messages, context.language(), months_min, months_max);
}

Phrase time_span_phrase(const ViewContext& context, std::chrono::minutes span) {
  return locale::time_span_phrase(context.messages, context.language(), span);
}

Phrase source_phrase(const ViewContext& context, const model::Source& source) {
  if (source.name.empty()) return {{}, context.language()};
  std::string told = locale::isolate(source.name);
  if (source.date.year > 0) {
    told += " · " + locale::isolate(locale::format_partial_date(context.language(), source.date.year, source.date.month, source.date.day));
  }
  return context.say("source.line", {{"source", told}});
}

Phrase room_phrase(const ViewContext& context, std::string_view room) {
  const model::Room* found = context.catalogue.room(room);
  return found == nullptr ? Phrase{std::string(room), context.language()} : context.pick(found->name);
}

Phrase number_phrase(const ViewContext& context, double number) { return {locale::format_number(context.language(), number), context.language()}; }

Phrase list_phrase(const ViewContext& context, const std::vector<Phrase>& parts) { return locale::list_phrase(context.language(), parts); }

}  // namespace kiosk::screens
