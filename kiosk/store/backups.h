// Backups: verified copies of the database in <data>/backups (0700), kiosk-YYYYMMDD-HHMMSS.db (0600, the time in UTC), because a damaged
// SQLite file is recovered from a copy or not at all. Made from a copy in memory, so that a visitor's save never waits for one; a file
// stands under its name only when it is whole, synced and has passed integrity_check. Whoever makes or rewrites backups holds the
// folder's lock: an erasure never misses one that is just being made. Blocking; any thread but the drawing one; errors name files, nobody.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/database.h"

namespace kiosk::store {

inline constexpr std::size_t kKeptBackups = 12;

// Says what went wrong beside the thing that was asked for.
using Say = std::function<void(const base::Error&)>;

// Oldest first.
std::vector<std::filesystem::path> list_backups(const std::filesystem::path& data);

// The time in the newest one's name.
std::optional<base::WallTime> newest_backup_time(const std::filesystem::path& data);

// When one was made, by its name.
std::optional<base::WallTime> backup_time(const std::filesystem::path& backup);
// In memory; an error where the file is damaged.
base::Result<Database> whole_copy(const std::filesystem::path& backup);
// Every page and row (PRAGMA integrity_check); `file` is what errors name.
base::Result<void> check_whole(Database& database, const std::filesystem::path& file);

// Where leads or guests are not as in the newest backup, makes another and deletes all but the newest kKeptBackups; one that alone holds leads
// which the database lacks stays (recovery.h). Gives the new file, or nothing when nothing has changed or there is nothing to keep. Its name
// is later than all others', and no clock that has leapt years ahead gets into it. On failure the backups are as they were.
base::Result<std::optional<std::filesystem::path>> back_up_changes(const std::filesystem::path& data, base::WallTime at);

// One backup to a place of the operator's choice; fails when something is there already.
base::Result<void> write_backup(const std::filesystem::path& data, const std::filesystem::path& file);

// Applies `change` to a copy of each backup and, where it gives true, puts the copy without a trace of what was deleted in the backup's
// place. A backup that cannot be read or rewritten is deleted, because what must go may be in it; where nothing is urgent, one that the system
// keeps us from (a full disk) is kept for the next time. `say` is told. True when any was changed.
enum class Urgent : std::uint8_t { no, yes };
bool change_backups(const std::filesystem::path& data, const std::function<base::Result<bool>(Database&)>& change, Urgent urgent, const Say& say);

}  // namespace kiosk::store
