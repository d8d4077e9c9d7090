#include "store/snapshot.h"

#include <cerrno>
#include <mutex>

#include "base/format.h"
#include "store/migrations.h"

namespace kiosk::store {
namespace {

// What is small stays in memory; what is not is written to a file that has no name (SQLite unlinks it at once).
constexpr const char* kTemporary = "";
constexpr const char* kInMemory = ":memory:";
constexpr const char* kCopySettings = "PRAGMA cache_size = -20480; PRAGMA journal_mode = OFF;";

// Such a file lies beside the database, so that what visitors told is on no other disk than theirs. SQLite reads the variable whenever it makes
// one, so it is set once, by the first who reads a copy; where that folder is gone or full SQLite goes on to its own list.
void keep_temporary_files_beside(const std::filesystem::path& file) {
  static std::once_flag once;
  std::call_once(once, [&] { sqlite3_temp_directory = sqlite3_mprintf("%s", std::filesystem::absolute(file).parent_path().c_str()); });
}

base::Result<Database> copy_into(const char* place, const std::filesystem::path& file) {
  // Nothing is written, but a kiosk that was killed while it wrote leaves a journal that only a writer may roll back. Where the file may
  // only be read, SQLite opens it so by itself.
  auto live = Database::open(file, SQLITE_OPEN_READWRITE);
  if (!live) return live;
  auto copy = Database::open(place, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!copy) return copy;
  if (const auto set = copy->execute(kCopySettings); !set) return tl::make_unexpected(set.error());
  sqlite3_backup* backup = sqlite3_backup_init(copy->handle(), "main", live->handle(), "main");
  if (backup == nullptr) return tl::make_unexpected(copy->error("copying"));
  // Asked often instead of with SQLite's growing pauses: where one family after the other is saved the moments between them are short.
  constexpr int kTries = 10000;
  constexpr int kWaitMs = 2;
  sqlite3_busy_timeout(live->handle(), 0);
  int status = SQLITE_BUSY;
  for (int i = 0; i < kTries && (status == SQLITE_BUSY || status == SQLITE_LOCKED); ++i) {
    if (i > 0) sqlite3_sleep(kWaitMs);
    status = sqlite3_backup_step(backup, -1);
  }
  sqlite3_backup_finish(backup);
  if (status != SQLITE_DONE) {
    const int primary = status & 0xFF;
    const bool damaged = primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
    const bool no_room = primary == SQLITE_FULL || primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN;
    return tl::make_unexpected(base::Error{fmt::format("{}: the database cannot be read ({})", file.string(), sqlite3_errstr(status)),
                                           "Try again; if it stays so, the file is damaged: keep it and start the kiosk, which begins a new one.", damaged ? 0 : no_room ? EIO : EBUSY});
  }
  return copy;
}

}  // namespace

base::Result<Database> copy_of_database(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "kiosk.db";
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return base::fail(fmt::format("{}: there is no database yet", file.string()), "Run the kiosk first, or name its data folder with --data.");
  }
  return copy_of_file(file);
}

base::Result<Database> copy_of_file(const std::filesystem::path& file) {
  keep_temporary_files_beside(file);
  auto copy = copy_into(kTemporary, file);
  // Also where that disk is full: entries are taken home just then.
  if (!copy && copy.error().cause == EIO) copy = copy_into(kInMemory, file);
  if (!copy) return copy;
  if (copy->number("PRAGMA application_id").value_or(0) != kApplicationId) {
    return base::fail(fmt::format("{}: is not a database of the kiosk", file.string()), "Name the kiosk's data folder with --data.");
  }
  if (const auto migrated = migrate(*copy); !migrated) return tl::make_unexpected(migrated.error());
  return copy;
}

}  // namespace kiosk::store
