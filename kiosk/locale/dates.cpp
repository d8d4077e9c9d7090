#include "locale/dates.h"

#include <unicode/dtfmtsym.h>

#include <array>
#include <cstdio>
#include <optional>

#include "base/format.h"
#include "locale/icu_support.h"
#include "locale/time_zone.h"

namespace kiosk::locale {
namespace {

using base::Language;
using std::chrono::floor;

constexpr std::string_view kNarrowNoBreakSpace = "\u202F";
constexpr std::string_view kRightToLeftMark = "\u200F";

// Morocco's own month names. Written out because a CLDR without the Moroccan names falls back to those of the Gulf (سبتمبر).
constexpr std::array<std::string_view, 12> kMoroccanMonths{"يناير",  "فبراير", "مارس",  "أبريل",  "ماي",   "يونيو",
                                                           "يوليوز", "غشت",    "شتنبر", "أكتوبر", "نونبر", "دجنبر"};

struct Names {
  std::array<std::string, 12> months;
  std::array<std::string, 7> weekdays;  // Sunday first
};

Names read_names(Language language) {
  Names names;
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu_locale(language), status);
  std::int32_t month_count = 0;
  const icu::UnicodeString* months = symbols.getMonths(month_count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  for (std::size_t i = 0; i < names.months.size() && static_cast<std::int32_t>(i) < month_count; ++i) {
    names.months[i] = language == Language::arabic ? std::string(kMoroccanMonths[i]) : from_icu(months[i]);
  }
  // ICU numbers weekdays from 1, Sunday.
  std::int32_t weekday_count = 0;
  const icu::UnicodeString* weekdays =
      symbols.getWeekdays(weekday_count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  for (std::size_t i = 0; i < names.weekdays.size() && static_cast<std::int32_t>(i) + 1 < weekday_count; ++i) {
    names.weekdays[i] = from_icu(weekdays[i + 1]);
  }
  return names;
}

// Read when a language's first date is shown, not at start-up.
const Names& names_of(Language language) {
  switch (language) {
    case Language::arabic: {
      static const Names names = read_names(Language::arabic);
      return names;
    }
    case Language::french: {
      static const Names names = read_names(Language::french);
      return names;
    }
    case Language::english: {
      static const Names names = read_names(Language::english);
      return names;
    }
    case Language::tamazight: break;
  }
  static const Names names = read_names(Language::tamazight);
  return names;
}

struct LocalMinute {
  std::chrono::year_month_day date;
  std::chrono::minutes time{};
};

// `count` digits of `text` from `at`, or nothing when one of them is none.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<LocalMinute> parse_minute(std::string_view text) {
  if (text.size() != 16 || text[4] != '-' || text[7] != '-' || text[13] != ':') return std::nullopt;
  if (text[10] != ' ' && text[10] != 'T') return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  if (!year || !month || !day || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return LocalMinute{date, std::chrono::hours(*hour) + std::chrono::minutes(*minute)};
}

}  // namespace

std::string format_date(Language language, std::chrono::year_month_day date) {
  const Names& names = names_of(language);
  const std::string& month = names.months[static_cast<unsigned>(date.month()) - 1];
  const std::string& weekday = names.weekdays[std::chrono::weekday(std::chrono::sys_days(date)).c_encoding()];
  const unsigned day = static_cast<unsigned>(date.day());
  const std::string_view ordinal = language == Language::french && day == 1 ? "er" : "";
  return fmt::format("{} {}{} {} {}", weekday, day, ordinal, month, static_cast<int>(date.year()));
}

std::string format_partial_date(Language language, int year, unsigned month, unsigned day) {
  if (month < 1 || month > 12) return fmt::format("{}", year);
  const std::string& name = names_of(language).months[month - 1];
  if (day == 0) return fmt::format("{} {}", name, year);
  return fmt::format("{}{} {} {}", day, language == Language::french && day == 1 ? "er" : "", name, year);
}

std::string format_time(Language language, std::chrono::minutes time) {
  // An evening that passes midnight ends at 00:30; the end of the day itself is 24:00.
  if (time > std::chrono::hours(24)) time -= std::chrono::hours(24);
  const auto hours = time.count() / 60;
  const auto minutes = time.count() % 60;
  if (language == Language::french) return fmt::format("{0}{1}h{1}{2:02}", hours, kNarrowNoBreakSpace, minutes);
  return fmt::format("{:02}:{:02}", hours, minutes);
}

std::string format_time_range(Language language, std::chrono::minutes start, std::chrono::minutes end) {
  const std::string_view mark = base::direction(language) == base::Direction::right_to_left ? kRightToLeftMark : "";
  return fmt::format("{}{} – {}", mark, format_time(language, start), format_time(language, end));
}

LocalTime local_time(base::WallTime time, const std::string& zone) {
  const auto seconds = floor<std::chrono::seconds>(time + offset_at(time, zone));
  const auto day = floor<std::chrono::days>(seconds);
  const auto since_midnight = seconds - day;
  const auto minutes = floor<std::chrono::minutes>(since_midnight);
  return {std::chrono::year_month_day(day), minutes, since_midnight - minutes};
}

base::Result<base::WallTime> parse_local_time(const std::string& text, const std::string& zone) {
  const auto wanted = parse_minute(text);
  if (!wanted) {
    return base::fail(fmt::format("\"{}\" is not a date and time", text), "Write it like 2025-09-22 10:15.");
  }
  if (!is_time_zone(zone)) {
    return base::fail(fmt::format("\"{}\" is not a time zone", zone), "Write it like Africa/Casablanca.");
  }
  const base::WallTime as_if_utc = std::chrono::sys_days(wanted->date) + wanted->time;
  // Only the offset before and the one after a change of the clocks can make this local time; the larger comes first.
  const auto before = offset_at(as_if_utc - std::chrono::days(1), zone);
  const auto after = offset_at(as_if_utc + std::chrono::days(1), zone);
  for (const auto offset : {std::max(before, after), std::min(before, after)}) {
    const base::WallTime candidate = as_if_utc - offset;
    const LocalTime shown = local_time(candidate, zone);
    if (shown.date == wanted->date && shown.time == wanted->time) return candidate;
  }
  return base::fail(fmt::format("\"{}\" does not exist in {}: the clocks skip it", text, zone),
                    "Choose a time an hour earlier or later.");
}

std::string iso_date(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::optional<std::chrono::year_month_day> parse_iso_date(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace kiosk::locale
