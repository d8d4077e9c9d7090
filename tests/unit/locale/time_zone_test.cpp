// Offsets from the system's zoneinfo: what an update of tzdata says is what the kiosk shows.
#include "locale/time_zone.h"

#include <doctest/doctest.h>

#include <ctime>

#include "locale/dates.h"
#include "locale/tzif.h"
#include "support/process.h"
#include "support/zone_info.h"

using namespace kiosk::locale;
using namespace std::chrono_literals;
using std::chrono::hours;
using std::chrono::January;
using std::chrono::March;
using std::chrono::minutes;
using std::chrono::November;
using std::chrono::October;
using std::chrono::December;
using std::chrono::February;
using std::chrono::seconds;
using std::chrono::September;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using kiosk::base::WallTime;
using kiosk::tests::TempFolder;
using kiosk::tests::ZoneInfoFolder;

namespace {

const std::string kCasablanca = "Africa/Casablanca";

WallTime at(year_month_day day, hours time = hours(12)) { return sys_days(day) + time; }

seconds offset_by(std::string_view rule, year_month_day day, seconds time = hours(12)) {
  const auto zone = PosixZone::parse(rule);
  REQUIRE(zone.has_value());
  return zone->offset_at(sys_days(day) + time);
}

}  // namespace

TEST_CASE("the hour is the one of the system's zoneinfo, whatever ICU was built with") {
  const TempFolder folder;
  const ZoneInfoFolder zones(folder / "zoneinfo");
  zones.add(kCasablanca, kiosk::tests::morocco_for_good());
  CHECK(offset_at(at(2026y / September / 19), kCasablanca) == hours(1));
  CHECK(offset_at(at(2026y / September / 20, hours(1)), kCasablanca) == hours(1));
  CHECK(offset_at(at(2026y / September / 20, hours(2)), kCasablanca) == hours(0));
  // A workshop at 14:15 is on at 14:15 UTC, and not at 13:15.
  CHECK(parse_local_time("2026-11-29 14:15", kCasablanca) == at(2026y / November / 29, hours(14)) + minutes(15));
  CHECK(local_time(at(2026y / November / 29, hours(13)) + minutes(15), kCasablanca).time == hours(13) + minutes(15));
}

TEST_CASE("a zone whose hour ICU tells otherwise is doubted, with both") {
  const TempFolder folder;
  const ZoneInfoFolder zones(folder / "zoneinfo");
  zones.add(kCasablanca, kiosk::tests::morocco_for_good());
  CHECK_FALSE(zone_doubt(kCasablanca, at(2025y / September / 22)));
  CHECK(zone_doubt(kCasablanca, at(2026y / November / 29)) == ZoneDoubt{kCasablanca, seconds(0), hours(1)});
}

TEST_CASE("without zoneinfo ICU stands in, and that is said") {
  const TempFolder folder;
  const ZoneInfoFolder zones(folder / "zoneinfo");
  CHECK(offset_at(at(2025y / September / 22), kCasablanca) == hours(1));
  CHECK(zone_doubt(kCasablanca, at(2025y / September / 22)) == ZoneDoubt{kCasablanca, std::nullopt, hours(1)});
  zones.add(kCasablanca, "TZif2 and no more");
  zones.add("Europe/Paris", std::string());
  CHECK(zone_doubt("Europe/Paris", at(2025y / September / 22))->built_in == hours(2));
}

TEST_CASE("time zones are those of the system and of CLDR, not offsets and not other files") {
  for (const char* zone : {"Africa/Casablanca", "Europe/Paris", "UTC"}) CHECK(is_time_zone(zone));
  for (const char* zone : {"", "Africa/Inezgane", "GMT+3", "Etc/Unknown", "africa", "Africa", "tzdata.zi", "posixrules", "../zoneinfo/UTC", "/usr/share/zoneinfo/UTC", "right/UTC"}) {
    CAPTURE(zone);
    CHECK_FALSE(is_time_zone(zone));
  }
}

TEST_CASE("a zone that is younger than ICU is one") {
  const TempFolder folder;
  const ZoneInfoFolder zones(folder / "zoneinfo");
  zones.add("Africa/Inezgane", kiosk::tests::zone_file(minutes(90), {}, "<+0130>-1:30"));
  CHECK(is_time_zone("Africa/Inezgane"));
  CHECK(offset_at(at(2026y / November / 29), "Africa/Inezgane") == minutes(90));
  CHECK_FALSE(zone_doubt("Africa/Inezgane", at(2026y / November / 29)));
}

TEST_CASE("offsets are the C library's") {
  // Both hemispheres, half hours, changes at midnight and beyond, negative summer time, zones with none.
  for (const char* zone : {"Africa/Casablanca", "Africa/Cairo", "Europe/Paris", "Europe/Dublin", "America/New_York", "America/Santiago", "America/Nuuk", "America/Scoresbysund",
                           "Asia/Jerusalem", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Chatham", "UTC"}) {
    CAPTURE(zone);
    ::setenv("TZ", zone, 1);
    ::tzset();
    int wrong = 0;
    // Beyond the years that the file names, where its rule holds; an odd step meets every hour of the day.
    for (WallTime time = at(1901y / January / 1); time < at(2180y / January / 1); time += hours(61)) {
      const std::time_t clock = std::chrono::system_clock::to_time_t(time);
      std::tm local{};
      ::localtime_r(&clock, &local);
      if (offset_at(time, zone) != seconds(local.tm_gmtoff)) ++wrong;
    }
    CHECK(wrong == 0);
    ::unsetenv("TZ");
    ::tzset();
  }
}

TEST_CASE("a rule's changes come at their second") {
  constexpr std::string_view kParis = "CET-1CEST,M3.5.0,M10.5.0/3";
  CHECK(offset_by(kParis, 2090y / March / 26, hours(1) - seconds(1)) == hours(1));
  CHECK(offset_by(kParis, 2090y / March / 26, hours(1)) == hours(2));
  CHECK(offset_by(kParis, 2090y / October / 29, hours(1) - seconds(1)) == hours(2));
  CHECK(offset_by(kParis, 2090y / October / 29, hours(1)) == hours(1));
  CHECK(offset_by("AAA3", 2090y / March / 1) == hours(-3));
  CHECK(offset_by("<-0330>3:30", 2090y / March / 1) == -minutes(210));
  // Day 60 without 29 February, and day 59 with it counted, are 1 March or 29 February.
  CHECK(offset_by("AAA0BBB,J60,J300", 2092y / February / 29, hours(23)) == hours(0));
  CHECK(offset_by("AAA0BBB,J60,J300", 2092y / March / 1, hours(3)) == hours(1));
  CHECK(offset_by("AAA0BBB,59,300", 2092y / February / 29, hours(3)) == hours(1));
  // Summer time all year (RFC 9636, 3.3.1).
  CHECK(offset_by("XXX3EDT4,0/0,J365/23", 2090y / January / 1, hours(4)) == hours(-4));
  CHECK(offset_by("XXX3EDT4,0/0,J365/23", 2090y / December / 31, hours(23)) == hours(-4));
}

TEST_CASE("what is no rule is none") {
  for (const char* rule : {"", "AA1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-25", "<+01-1", "CET-1CEST,M3.5.0,M10.5.0/3x"}) {
    CAPTURE(rule);
    CHECK_FALSE(PosixZone::parse(rule));
  }
}

TEST_CASE("a file cut anywhere is no zone") {
  const std::string whole = kiosk::tests::morocco_for_good();
  CHECK(ZoneFile::parse(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(ZoneFile::parse(std::string_view(whole).substr(0, size)));
  }
}

TEST_CASE("an offset is written with its sign") {
  CHECK(format_offset(hours(1)) == "+01:00");
  CHECK(format_offset(seconds(0)) == "+00:00");
  CHECK(format_offset(-minutes(210)) == "−03:30");
}
