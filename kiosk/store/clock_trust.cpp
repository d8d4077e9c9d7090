#include "store/clock_trust.h"

#include <sys/stat.h>

#include <algorithm>

#include "base/file.h"
#include "base/json.h"
#include "store/backups.h"

namespace kiosk::store {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

// Two clocks that are both right differ by less.
constexpr hours kClockSlack{1};
constexpr hours kLeap{3 * 7 * 24};

std::filesystem::path clock_file(const std::filesystem::path& folder) { return folder / "kiosk.clock"; }

struct ClockField {
  const char* name;
  std::optional<base::WallTime> ClockMemory::*value;
};
constexpr ClockField kClockFields[]{{"believed", &ClockMemory::believed}, {"vouched", &ClockMemory::vouched}, {"purged_at", &ClockMemory::purged_at}, {"purged_before", &ClockMemory::purged_before}};

// A copied program keeps the time of its build, an installed one that of its package; one that is newer than it is made nobody distrusts.
std::optional<base::WallTime> program_made() {
  struct stat file {};
  if (::stat("/proc/self/exe", &file) != 0) return std::nullopt;
  return base::WallTime(seconds(file.st_mtim.tv_sec));
}

std::optional<base::WallTime> latest(std::optional<base::WallTime> one, std::optional<base::WallTime> other) {
  if (!one || !other) return one ? one : other;
  return std::max(*one, *other);
}

}  // namespace

void ClockMemory::note_purge(base::WallTime at, base::WallTime before) {
  purged_at = at;
  purged_before = latest(purged_before, before);
}

ClockMemory read_clock_memory(const std::filesystem::path& folder) {
  constexpr std::size_t kLimit = 4096;
  ClockMemory memory;
  const auto bytes = base::read_file(clock_file(folder), kLimit);
  const base::Json values = bytes ? base::Json::parse(*bytes, nullptr, false) : base::Json();
  for (const ClockField& field : kClockFields) {
    if (values.is_object() && values.contains(field.name) && values[field.name].is_number_integer()) memory.*field.value = base::WallTime(seconds(values[field.name].get<std::int64_t>()));
  }
  return memory;
}

base::Result<void> write_clock_memory(const std::filesystem::path& folder, const ClockMemory& memory) {
  base::Json values = base::Json::object();
  for (const ClockField& field : kClockFields) {
    if (memory.*field.value) values[field.name] = unix_seconds(*(memory.*field.value));
  }
  return base::write_file_atomically(clock_file(folder), values.dump(2) + "\n", base::Durability::sync_to_disk, base::Readers::owner);
}

base::Result<KnownTimes> known_times(Database& copy, const std::filesystem::path& folder) {
  // Of no row at all the largest is 0.
  const auto newest = copy.number("SELECT max(coalesce((SELECT max(at) FROM leads), 0), coalesce((SELECT max(at) FROM guests), 0))");
  if (!newest) return tl::make_unexpected(newest.error());
  KnownTimes known{program_made(), newest_backup_time(folder), read_clock_memory(folder)};
  if (*newest > 0) known.newest = latest(known.newest, base::WallTime(seconds(*newest)));
  return known;
}

model::PurgeDoubt doubt_of_clock(base::WallTime now, const KnownTimes& known) {
  using model::PurgeDoubt;
  const ClockMemory& memory = known.memory;
  if (known.program && now + kClockSlack < *known.program) return PurgeDoubt::clock_before_program;
  const bool ahead = known.newest && now + kClockSlack < *known.newest;
  if (ahead && memory.vouched != known.newest) return PurgeDoubt::clock_before_records;
  if (memory.believed && now + kClockSlack < *memory.believed) return PurgeDoubt::clock_before_records;
  // Where nobody knows when the clock was believed last, it was when the newest was saved.
  const auto last = memory.believed ? memory.believed : ahead ? std::nullopt : known.newest;
  if (last && now - *last > kLeap) return PurgeDoubt::clock_leapt;
  return PurgeDoubt::none;
}

base::WallTime latest_known_time(const std::filesystem::path& folder) { return latest(latest(program_made(), read_clock_memory(folder).believed), kFirstKiosk).value_or(kFirstKiosk); }

}  // namespace kiosk::store
