// What the clock shows where the kiosk stands. Offsets come from the system's zoneinfo ($TZDIR, else /usr/share/zoneinfo), so that an update
// of Debian's tzdata mends them when a country changes its hour: ICU carries zones of its own, which no update reaches. Those are the
// stand-in where the system has no such zone. Safe from any thread; blocks for one small file when a thread first asks for a zone.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/clock.h"
#include "locale/messages.h"

namespace kiosk::locale {

// `zone` is a name as "Africa/Casablanca"; of what is none the offset is 0.
std::chrono::seconds offset_at(base::WallTime time, const std::string& zone);
// Whether the system or ICU knows it. Offsets such as "GMT+3" are no zones.
bool is_time_zone(const std::string& zone);
// The country of a zone (ISO 3166, "MA"); "001" of a zone that is no country's.
std::string country_of_time_zone(const std::string& zone);

// Why the hour shown may be wrong: the system has no such zone, or ICU's tables say otherwise.
struct ZoneDoubt {
  std::string zone;
  std::optional<std::chrono::seconds> system;  // its offset from UTC, which counts; nothing: it has no such zone
  std::chrono::seconds built_in{};             // ICU's
  bool operator==(const ZoneDoubt&) const = default;
};
// Of the 24 hours from `from` on, or nothing where there is no doubt.
std::optional<ZoneDoubt> zone_doubt(const std::string& zone, base::WallTime from);

// For staff: which hour is shown, what says otherwise, and what to do about it.
base::Phrase describe(const ZoneDoubt& doubt, const Messages& messages, base::Language language);

// "+01:00", "−03:30".
std::string format_offset(std::chrono::seconds offset);

}  // namespace kiosk::locale
