// Whether the clock can be believed. A lobby PC's battery dies and its clock says 2015, or somebody sets 2037: what goes by the date must not
// take that for time that has passed. What is known of time besides the clock is kept beside the database (kiosk.clock, 0600), so that a
// database that was set aside changes nothing. Blocking; any thread but the drawing one.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "base/clock.h"
#include "base/result.h"
#include "model/purge_question.h"
#include "store/database.h"

namespace kiosk::store {

struct ClockMemory {
  std::optional<base::WallTime> believed;  // the clock as it was when it was believed last
  std::optional<base::WallTime> vouched;   // the newest record that staff know to be of a clock that was ahead
  // What the database was purged of and the backups not yet: saved before `purged_before`, at `purged_at`.
  std::optional<base::WallTime> purged_at;
  std::optional<base::WallTime> purged_before;
  void note_purge(base::WallTime at, base::WallTime before);
};
// Empty where nothing is known.
ClockMemory read_clock_memory(const std::filesystem::path& folder);
base::Result<void> write_clock_memory(const std::filesystem::path& folder, const ClockMemory& memory);

struct KnownTimes {
  std::optional<base::WallTime> program;  // when this program was made
  std::optional<base::WallTime> newest;   // lead, guest or backup
  ClockMemory memory;
};
// `copy` of the database in `folder`.
base::Result<KnownTimes> known_times(Database& copy, const std::filesystem::path& folder);
// One of the clock's doubts, or none.
model::PurgeDoubt doubt_of_clock(base::WallTime now, const KnownTimes& known);

// Before it no kiosk was made: a clock that says less is wrong, and what is older was saved by one. From no clock itself, unlike the program's time.
inline constexpr base::WallTime kFirstKiosk = std::chrono::sys_days(std::chrono::year(2025) / std::chrono::September / 1);
// The latest time that is known without the clock: the program's, or when the clock was believed last.
base::WallTime latest_known_time(const std::filesystem::path& folder);

}  // namespace kiosk::store
