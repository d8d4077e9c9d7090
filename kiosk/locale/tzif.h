// One file of the system's zoneinfo (TZif, RFC 9636): from when on which offset from UTC holds, and the rule for all that comes later.
// Pure: bytes in, offsets out. Only version 2 and later is read, with its 64-bit times; leap seconds ("right/…") are refused, because the
// system's clock does not count them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::locale {

// The footer's rule, as POSIX writes it in TZ: "<+01>-1", "CET-1CEST,M3.5.0,M10.5.0/3".
class PosixZone {
 public:
  // Nothing for what is no such rule.
  static std::optional<PosixZone> parse(std::string_view text);
  std::chrono::seconds offset_at(std::chrono::sys_seconds at) const;

 private:
  struct Change {
    enum class Kind { month_week_day, day_without_leap, day_of_year } kind = Kind::day_of_year;
    int month = 1;
    int week = 1;
    int day = 0;
    std::chrono::seconds time{std::chrono::hours(2)};  // by the clock that goes before the change
    std::chrono::sys_seconds local_in(std::chrono::year year) const;
  };
  class Parser;

  std::chrono::seconds standard_{};
  std::chrono::seconds daylight_{};
  std::optional<Change> daylight_begins_;  // nothing: standard time all year
  Change daylight_ends_;
};

class ZoneFile {
 public:
  // Nothing where `bytes` are no whole TZif file.
  static std::optional<ZoneFile> parse(std::string_view bytes);
  std::chrono::seconds offset_at(std::chrono::sys_seconds at) const;

 private:
  struct Change {
    std::chrono::sys_seconds at;
    std::chrono::seconds offset;
  };
  std::chrono::seconds first_{};  // before the first change
  std::vector<Change> changes_;   // in order of time
  std::optional<PosixZone> later_;  // after the last change
};

}  // namespace kiosk::locale
