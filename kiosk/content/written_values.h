// Words, times and numbers as people write them, read for what is meant. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"
#include "model/event.h"

namespace kiosk::content {

// `text` without what cannot be seen: marks of direction, zero-width characters and byte order marks that messages and web pages bring
// along, and spaces at both ends, the no-break ones too. For words that are looked up; a sentence keeps its marks.
std::string without_unseen(std::string_view text);

// Nothing but spaces, line ends and perhaps a byte order mark.
bool is_blank(std::string_view text);

// "09:30", 9:30, 9h30, 9 h 30, 9h and ٠٩:٣٠; from 00:00 to 24:00, which is the end of the day.
std::optional<model::MinuteOfDay> read_time(std::string_view written);

// A day as 19/12/2026, 19-12-2026, 19.12.2026 or 2026/12/19, in any figures: the day comes before the month.
std::optional<std::chrono::year_month_day> read_date(std::string_view written);
// "2026-12-19"
std::string written_date(std::chrono::year_month_day date);

// The number that a text like "20 min" begins with, in TOML's figures; empty when it begins with none.
std::string leading_number(std::string_view written);

// What to write in the place of `written`, which is no time of day: `key` = the time that was most probably meant.
std::string right_time(std::string_view key, std::string_view written);

// What files call a thing by: small letters, digits, - and _, 64 at most.
bool is_id(std::string_view text);

// `text` as it is shown in `language`: in a right-to-left sentence a number that is written in parts stays whole (locale::isolate_numbers).
std::string shown_in(base::Language language, std::string_view text);

// The number that a text like "8", "0,5" or "٨" means, in TOML's figures; nullopt when it means none.
std::optional<std::string> in_figures(std::string_view written);

}  // namespace kiosk::content
