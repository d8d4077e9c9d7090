// Dates and times as Morocco writes them: month and day names from CLDR (ar_MA, fr_MA, zgh_MA, en_GB), patterns ours, Western
// digits, 24-hour clock. No isolates are added: a time goes into Arabic text inside `isolate_left_to_right`. Safe from any thread;
// names are read from ICU when first needed.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/language.h"
#include "base/result.h"

namespace kiosk::locale {

// On the first of a month French says "1er".
// "الاثنين 22 شتنبر 2025" · "lundi 22 septembre 2025" · "Monday 22 September 2025" · "ⴰⵢⵏⴰⵙ 22 ⵛⵓⵜⴰⵏⴱⵉⵔ 2025".
std::string format_date(base::Language language, std::chrono::year_month_day date);

// As exact as it is known: "8 أكتوبر 2025", "octobre 2025", "2019". `month` and `day` are 0 where they are not.
std::string format_partial_date(base::Language language, int year, unsigned month, unsigned day);

// "10:15", in French "10 h 15" with U+202F around the h. `time` is minutes since local midnight, 0 … 1439.
std::string format_time(base::Language language, std::chrono::minutes time);

// "10:15 – 10:45" in reading order of the language (en dash). In Arabic it begins with U+200F, so that the start stands
// on the right whatever isolate it is put into.
std::string format_time_range(base::Language language, std::chrono::minutes start, std::chrono::minutes end);

// "2025-09-22" (ISO 8601), for files and tables; reading gives nothing for what is no day.
std::string iso_date(std::chrono::year_month_day day);
std::optional<std::chrono::year_month_day> parse_iso_date(const std::string& text);

struct LocalTime {
  std::chrono::year_month_day date;
  std::chrono::minutes time{};  // since local midnight
  std::chrono::seconds second{};  // 0 … 59
  bool operator==(const LocalTime&) const = default;
};

// `zone` as in time_zone.h; whether it is one is asked there.
LocalTime local_time(base::WallTime time, const std::string& zone);
// The first instant at which `zone` shows `date` and `time`; parses "2025-09-22 10:15" (ISO 8601 date, a space or T, 24-hour time).
base::Result<base::WallTime> parse_local_time(const std::string& text, const std::string& zone);

}  // namespace kiosk::locale
