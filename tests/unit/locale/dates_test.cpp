// Dates and times as Morocco writes them.
#include "locale/dates.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <vector>

using namespace kiosk::locale;
using kiosk::base::Language;
using std::chrono::day;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::hh_mm_ss;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::September;
using std::chrono::year;
using std::chrono::year_month_day;

namespace {

const std::string kCasablanca = "Africa/Casablanca";

std::string utc(kiosk::base::WallTime time) {
  const auto instant = floor<seconds>(time);
  const year_month_day day{floor<days>(instant)};
  const hh_mm_ss clock{instant - floor<days>(instant)};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                static_cast<unsigned>(day.day()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()));
  return text;
}

// Day 15 of each month of 2025, without the weekday.
std::vector<std::string> months_in(Language language) {
  std::vector<std::string> names;
  for (unsigned m = 1; m <= 12; ++m) {
    const std::string text = format_date(language, year(2025) / month(m) / 15);
    const std::size_t from = text.find(" 15 ") + 4;
    names.push_back(text.substr(from, text.rfind(' ') - from));
  }
  return names;
}

// Monday 22 to Sunday 28 September 2025.
std::vector<std::string> weekdays_in(Language language) {
  std::vector<std::string> names;
  for (unsigned d = 22; d <= 28; ++d) {
    const std::string text = format_date(language, year(2025) / September / day(d));
    names.push_back(text.substr(0, text.find(' ')));
  }
  return names;
}

}  // namespace

TEST_CASE("the day of the open day, in four languages") {
  const year_month_day date = year(2025) / September / 22;
  CHECK(format_date(Language::arabic, date) == "الاثنين 22 شتنبر 2025");
  CHECK(format_date(Language::french, date) == "lundi 22 septembre 2025");
  CHECK(format_date(Language::english, date) == "Monday 22 September 2025");
  CHECK(format_date(Language::tamazight, date) == "ⴰⵢⵏⴰⵙ 22 ⵛⵓⵜⴰⵏⴱⵉⵔ 2025");
}

TEST_CASE("the months of Morocco") {
  using Names = std::vector<std::string>;
  CHECK(months_in(Language::arabic) ==
        Names{"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"});
  CHECK(months_in(Language::french) == Names{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                                             "octobre", "novembre", "décembre"});
  CHECK(months_in(Language::english) == Names{"January", "February", "March", "April", "May", "June", "July", "August",
                                              "September", "October", "November", "December"});
  CHECK(months_in(Language::tamazight) == Names{"ⵉⵏⵏⴰⵢⵔ", "ⴱⵕⴰⵢⵕ", "ⵎⴰⵕⵚ", "ⵉⴱⵔⵉⵔ", "ⵎⴰⵢⵢⵓ", "ⵢⵓⵏⵢⵓ", "ⵢⵓⵍⵢⵓⵣ", "ⵖⵓⵛⵜ",
                                                "ⵛⵓⵜⴰⵏⴱⵉⵔ", "ⴽⵜⵓⴱⵔ", "ⵏⵓⵡⴰⵏⴱⵉⵔ", "ⴷⵓⵊⴰⵏⴱⵉⵔ"});
}

TEST_CASE("the days of the week, from Monday") {
  using Names = std::vector<std::string>;
  CHECK(weekdays_in(Language::arabic) == Names{"الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"});
  CHECK(weekdays_in(Language::french) == Names{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"});
  CHECK(weekdays_in(Language::english) == Names{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"});
  CHECK(weekdays_in(Language::tamazight) == Names{"ⴰⵢⵏⴰⵙ", "ⴰⵙⵉⵏⴰⵙ", "ⴰⴽⵕⴰⵙ", "ⴰⴽⵡⴰⵙ", "ⴰⵙⵉⵎⵡⴰⵙ", "ⴰⵙⵉⴹⵢⴰⵙ", "ⴰⵙⴰⵎⴰⵙ"});
}

TEST_CASE("only French calls the first of the month by another numeral") {
  const year_month_day date = year(2025) / September / 1;
  CHECK(format_date(Language::french, date) == "lundi 1er septembre 2025");
  CHECK(format_date(Language::arabic, date) == "الاثنين 1 شتنبر 2025");
  CHECK(format_date(Language::english, date) == "Monday 1 September 2025");
  CHECK(format_date(Language::french, year(2025) / September / 11) == "jeudi 11 septembre 2025");
}

TEST_CASE("times are of 24 hours, in French with an h") {
  CHECK(format_time(Language::arabic, minutes(615)) == "10:15");
  CHECK(format_time(Language::english, minutes(0)) == "00:00");
  CHECK(format_time(Language::tamazight, minutes(1439)) == "23:59");
  CHECK(format_time(Language::english, minutes(1440)) == "24:00");
  CHECK(format_time(Language::english, minutes(1470)) == "00:30");
  CHECK(format_time(Language::french, minutes(545)) == "9\u202Fh\u202F05");
  CHECK(format_time(Language::french, minutes(600)) == "10\u202Fh\u202F00");
}

TEST_CASE("a range has an en dash, and in Arabic a mark that makes it run from right to left") {
  CHECK(format_time_range(Language::english, minutes(615), minutes(645)) == "10:15 – 10:45");
  CHECK(format_time_range(Language::french, minutes(615), minutes(645)) == "10\u202Fh\u202F15 – 10\u202Fh\u202F45");
  CHECK(format_time_range(Language::arabic, minutes(615), minutes(645)) == "\u200F10:15 – 10:45");
}

TEST_CASE("a local time is read in Moroccan time and shown again") {
  const auto time = parse_local_time("2025-09-22 10:15", kCasablanca);
  REQUIRE(time);
  CHECK(utc(*time) == "2025-09-22 09:15");
  const LocalTime shown = local_time(*time + seconds(7), kCasablanca);
  CHECK(shown.date == year(2025) / September / 22);
  CHECK(shown.time == minutes(615));
  CHECK(shown.second == seconds(7));
  CHECK(parse_local_time("2025-09-22T10:15", kCasablanca) == *time);
}

TEST_CASE("during Ramadan Morocco is an hour earlier, and midnight falls on another day") {
  CHECK(utc(*parse_local_time("2025-03-10 00:30", kCasablanca)) == "2025-03-10 00:30");
  CHECK(utc(*parse_local_time("2025-05-10 00:30", kCasablanca)) == "2025-05-09 23:30");
}

TEST_CASE("an hour that comes twice is the first of the two, one that is skipped is refused") {
  // Clocks went back from 03:00 to 02:00 on 23 February 2025 and forward from 02:00 to 03:00 on 6 April 2025.
  CHECK(utc(*parse_local_time("2025-02-23 02:30", kCasablanca)) == "2025-02-23 01:30");
  CHECK(utc(*parse_local_time("2025-02-23 03:00", kCasablanca)) == "2025-02-23 03:00");
  CHECK(utc(*parse_local_time("2025-04-06 01:59", kCasablanca)) == "2025-04-06 01:59");
  CHECK(parse_local_time("2025-04-06 02:30", kCasablanca).error().message ==
        "\"2025-04-06 02:30\" does not exist in Africa/Casablanca: the clocks skip it");
}

TEST_CASE("only one way of writing a date and time is read") {
  for (const char* text : {"", "2025-09-22", "2025-9-22 10:15", "2025-09-22 10:15:00", "2025-09-22 24:00", "2025-09-22 10:60",
                           "2025-02-29 10:15", "2025-13-01 10:15", "2025/09/22 10:15", "2025-09-22 10.15", "2025-09-22x10:15",
                           "+025-09-22 10:15", " 2025-09-22 10:1", "٢٠٢٥-09-22 10"}) {
    CAPTURE(text);
    const auto time = parse_local_time(text, kCasablanca);
    REQUIRE_FALSE(time);
    CHECK(time.error().remedy == "Write it like 2025-09-22 10:15.");
  }
  CHECK(parse_local_time("2024-02-29 10:15", kCasablanca));
}

TEST_CASE("a time without a zone is no time") {
  CHECK(parse_local_time("2025-09-22 10:15", "Mars/Olympus").error().remedy == "Write it like Africa/Casablanca.");
}

TEST_CASE("a date is as exact as its source") {
  CHECK(kiosk::locale::format_partial_date(Language::arabic, 2025, 10, 8) == "8 أكتوبر 2025");
  CHECK(kiosk::locale::format_partial_date(Language::french, 2018, 1, 1) == "1er janvier 2018");
  CHECK(kiosk::locale::format_partial_date(Language::english, 2025, 10, 0) == "October 2025");
  CHECK(kiosk::locale::format_partial_date(Language::arabic, 2019, 0, 0) == "2019");
}
