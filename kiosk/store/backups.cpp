#include "store/backups.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>

#include "base/format.h"
#include "store/folder_lock.h"
#include "store/recovery.h"
#include "store/snapshot.h"

namespace kiosk::store {
namespace {

using Path = std::filesystem::path;

Path backup_folder(const Path& data) { return data / "backups"; }

bool sync(const Path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  return synced;
}

// Written beside its place, synced, read back; gone again when anything fails.
base::Result<Path> write_beside(Database& copy, const Path& file) {
  const Path temporary = file.parent_path() / fmt::format(".{}.{}.tmp", file.filename().string(), ::getpid());
  const auto failed = [&](base::Error error) {
    ::unlink(temporary.c_str());
    ::unlink((temporary.string() + "-journal").c_str());
    return tl::make_unexpected(std::move(error));
  };
  ::unlink(temporary.c_str());
  // Made by us, so that it is the owner's alone from its first byte; VACUUM INTO takes a file that is empty.
  const int made = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (made < 0) {
    return failed({fmt::format("{}: the backup cannot be written ({})", file.string(), std::strerror(errno)), "Check that the folder exists, may be written and has free space.", errno});
  }
  ::close(made);
  {
    Statement vacuum(copy, "VACUUM INTO ?");
    if (const auto done = vacuum.bind(temporary.string()).run(); !done) {
      return failed({fmt::format("{}: the backup cannot be written ({})", file.string(), done.error().message), "Make room on the disk.", done.error().cause});
    }
  }
  if (!sync(temporary, O_RDONLY)) return failed({fmt::format("{}: the backup cannot be synced ({})", file.string(), std::strerror(errno)), "Make room on the disk.", errno});
  auto written = Database::open(temporary, SQLITE_OPEN_READONLY);
  if (!written) return failed(written.error());
  if (const auto whole = check_whole(*written, file); !whole) return failed(whole.error());
  return temporary;
}

base::Result<void> put_in_place(const Path& temporary, const Path& file) {
  if (::rename(temporary.c_str(), file.c_str()) != 0) {
    const int cause = errno;
    ::unlink(temporary.c_str());
    return tl::make_unexpected(base::Error{fmt::format("{}: the backup cannot be put in its place ({})", file.string(), std::strerror(cause)), "Check the folder.", cause});
  }
  sync(file.has_parent_path() ? file.parent_path() : Path("."), O_RDONLY | O_DIRECTORY);
  return {};
}

using Fingerprint = std::array<unsigned char, crypto_generichash_BYTES>;

// What visitors only look at, seats for the day, and what staff set, is not worth a backup of its own: it would push out one with leads.
bool is_worth_a_backup(const std::string& table) {
  constexpr std::array<std::string_view, 7> kNot{"visits", "views", "hearts", "receipt_tries", "day_shifts", "day_modes", "tour_seats"};
  return !table.starts_with("sqlite_") && std::find(kNot.begin(), kNot.end(), table) == kNot.end();
}

base::Result<void> add_rows(crypto_generichash_state& hash, Database& database, const std::string& table) {
  Statement rows(database, fmt::format("SELECT * FROM \"{}\"", table).c_str());
  while (true) {
    const auto row = rows.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return {};
    for (int column = 0; column < rows.columns(); ++column) {
      const std::string value = rows.text(column);
      const std::uint64_t size = value.size();
      crypto_generichash_update(&hash, reinterpret_cast<const unsigned char*>(&size), sizeof size);
      crypto_generichash_update(&hash, reinterpret_cast<const unsigned char*>(value.data()), value.size());
    }
  }
}

// Of every table of leads, guests and erasures: a table that a later version adds is in it unless it is named above.
base::Result<Fingerprint> fingerprint(Database& database) {
  std::vector<std::string> tables;
  Statement names(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  while (names.step().value_or(false)) tables.push_back(names.text(0));
  crypto_generichash_state hash;
  crypto_generichash_init(&hash, nullptr, 0, crypto_generichash_BYTES);
  for (const std::string& table : tables) {
    if (!is_worth_a_backup(table)) continue;
    if (const auto added = add_rows(hash, database, table); !added) return tl::make_unexpected(added.error());
  }
  Fingerprint made{};
  crypto_generichash_final(&hash, made.data(), made.size());
  return made;
}

// A newest backup that is damaged is as good as none; a database that holds nothing is worth none, and least of all an older one's place.
base::Result<bool> has_changed(Database& copy, const std::vector<Path>& backups) {
  const auto rows = copy.number("SELECT (SELECT count(*) FROM leads) + (SELECT count(*) FROM guests) + (SELECT count(*) FROM erasures)");
  if (!rows) return tl::make_unexpected(rows.error());
  if (*rows == 0 || backups.empty()) return *rows > 0;
  const auto now = fingerprint(copy);
  if (!now) return tl::make_unexpected(now.error());
  auto newest = whole_copy(backups.back());
  if (!newest) return true;
  const auto then = fingerprint(*newest);
  return !then || *then != *now;
}

using Second = std::chrono::sys_seconds;

std::string name_of(Second at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  return fmt::format("kiosk-{:04}{:02}{:02}-{:02}{:02}{:02}.db", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::optional<Second> made_at(const std::string& name) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (std::sscanf(name.c_str(), "kiosk-%4d%2u%2u-%2d%2d%2d.db", &year, &month, &day, &hour, &minute, &second) != 6) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
}

// Later than every backup there is, even when the clock was put back: the newest is the one with the last name.
std::string next_name(const std::vector<Path>& backups, base::WallTime at) {
  Second second = std::chrono::floor<std::chrono::seconds>(at);
  const auto newest = backups.empty() ? std::nullopt : made_at(backups.back().filename().string());
  if (!newest) return name_of(second);
  // A name of 2037 would stand before all that come after it, for years.
  constexpr std::chrono::years kLeapOfYears{2};
  const Second next = *newest + std::chrono::seconds(1);
  if (second < next || second > next + kLeapOfYears) second = next;
  return name_of(second);
}

// What a power cut left half written holds leads and is no backup. Under the folder's lock, where nobody else is writing.
// Overwritten where it lies: names must not stay in blocks that the disk calls free. On flash an encrypted disk alone promises that.
void wipe(int file) {
  constexpr std::size_t kChunk = 1U << 16U;
  const std::string zeros(kChunk, '\0');
  const off_t size = ::lseek(file, 0, SEEK_END);
  for (off_t at = 0; at < size;) {
    const ssize_t written = ::pwrite(file, zeros.data(), std::min<std::size_t>(kChunk, static_cast<std::size_t>(size - at)), at);
    if (written <= 0) break;
    at += written;
  }
  ::fdatasync(file);
}

// What stood under a backup's name, to be overwritten when something else stands there or nothing.
class OldBackup {
 public:
  explicit OldBackup(const Path& file) : file_(::open(file.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC)) {}
  ~OldBackup() {
    if (file_ >= 0) ::close(file_);
  }
  OldBackup(const OldBackup&) = delete;
  OldBackup& operator=(const OldBackup&) = delete;
  void wipe() const {
    if (file_ >= 0) store::wipe(file_);
  }

 private:
  int file_;
};

void remove_backup(const Path& file) {
  const OldBackup old(file);
  ::unlink(file.c_str());
  old.wipe();
}

// The oldest beyond kKeptBackups go, but never one that alone holds leads which the database lacks.
void rotate(Database& copy, const std::vector<Path>& backups) {
  const std::size_t first_kept = backups.size() - std::min(backups.size(), kKeptBackups);
  const auto missing_of = [&](const Path& backup) {
    const auto held = held_leads(copy, backup);
    return held ? held->missing : std::vector<std::string>();
  };
  std::optional<std::set<std::string>> elsewhere;  // such leads in younger backups
  for (std::size_t i = first_kept; i-- > 0;) {
    const std::vector<std::string> missing = missing_of(backups[i]);
    if (!missing.empty() && !elsewhere) {
      elsewhere.emplace();
      for (std::size_t younger = first_kept; younger < backups.size(); ++younger) {
        const std::vector<std::string> held = missing_of(backups[younger]);
        elsewhere->insert(held.begin(), held.end());
      }
    }
    const bool alone = std::any_of(missing.begin(), missing.end(), [&](const std::string& receipt) { return !elsewhere->contains(receipt); });
    if (alone) {
      elsewhere->insert(missing.begin(), missing.end());
    } else {
      remove_backup(backups[i]);
    }
  }
}

void remove_leftovers(const Path& folder) {
  std::error_code error;
  std::vector<Path> left;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(".kiosk-") && (name.ends_with(".tmp") || name.ends_with(".tmp-journal"))) left.push_back(entry->path());
  }
  for (const Path& file : left) ::unlink(file.c_str());
}

}  // namespace

base::Result<void> check_whole(Database& database, const Path& file) {
  const auto found = database.text("PRAGMA integrity_check");
  if (found && *found == "ok") return {};
  return base::fail(fmt::format("{}: is damaged ({})", file.string(), found ? *found : found.error().message),
                    "The database or the disk is failing: export what there is, and start with the newest backup on another disk.");
}

base::Result<Database> whole_copy(const Path& backup) {
  auto copy = copy_of_file(backup);
  if (!copy) return copy;
  if (const auto whole = check_whole(*copy, backup); !whole) return tl::make_unexpected(whole.error());
  return copy;
}

std::optional<base::WallTime> backup_time(const Path& backup) { return made_at(backup.filename().string()); }

std::vector<Path> list_backups(const Path& data) {
  std::vector<Path> found;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(backup_folder(data), error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const auto at = made_at(name);
    if (at && name == name_of(*at)) found.push_back(entry->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<base::WallTime> newest_backup_time(const Path& data) {
  const std::vector<Path> backups = list_backups(data);
  return backups.empty() ? std::nullopt : std::optional<base::WallTime>(made_at(backups.back().filename().string()));
}

base::Result<std::optional<Path>> back_up_changes(const Path& data, base::WallTime at) {
  const Path folder = backup_folder(data);
  std::error_code error;
  if (std::filesystem::exists(data / "kiosk.db", error)) std::filesystem::create_directory(folder, error);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  const FolderLock lock(folder);
  remove_leftovers(folder);
  auto copy = copy_of_database(data);
  if (!copy) return tl::make_unexpected(copy.error());
  // First of all, so that damage is told when it comes and not when the next lead does.
  if (const auto whole = check_whole(*copy, data / "kiosk.db"); !whole) return tl::make_unexpected(whole.error());
  std::vector<Path> backups = list_backups(data);
  const auto changed = has_changed(*copy, backups);
  if (!changed) return tl::make_unexpected(changed.error());
  if (!*changed) return std::optional<Path>();
  const Path file = folder / next_name(backups, at);
  const auto written = write_beside(*copy, file);
  if (!written) return tl::make_unexpected(written.error());
  if (const auto placed = put_in_place(*written, file); !placed) return tl::make_unexpected(placed.error());
  backups.push_back(file);
  rotate(*copy, backups);
  return std::optional<Path>(file);
}

base::Result<void> write_backup(const Path& data, const Path& file) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(file, error))) {
    return base::fail(fmt::format("{}: there is something already", file.string()), "Name a file that is not there yet: a backup takes nothing's place.");
  }
  auto copy = copy_of_database(data);
  if (!copy) return tl::make_unexpected(copy.error());
  const auto written = write_beside(*copy, file);
  if (!written) return tl::make_unexpected(written.error());
  return put_in_place(*written, file);
}

bool change_backups(const Path& data, const std::function<base::Result<bool>(Database&)>& change, Urgent urgent, const Say& say) {
  std::error_code error;
  if (!std::filesystem::is_directory(backup_folder(data), error)) return false;
  const FolderLock lock(backup_folder(data));
  remove_leftovers(backup_folder(data));
  bool any = false;
  for (const Path& file : list_backups(data)) {
    const auto changed = [&]() -> base::Result<bool> {
      auto copy = whole_copy(file);
      if (!copy) return tl::make_unexpected(copy.error());
      // What hangs on a lead goes with it.
      if (const auto set = copy->execute("PRAGMA foreign_keys = ON"); !set) return tl::make_unexpected(set.error());
      const auto wanted = change(*copy);
      if (!wanted || !*wanted) return wanted;
      const auto written = write_beside(*copy, file);
      if (!written) return tl::make_unexpected(written.error());
      const OldBackup old(file);
      if (const auto placed = put_in_place(*written, file); !placed) return tl::make_unexpected(placed.error());
      old.wipe();
      return true;
    }();
    any = any || changed.value_or(false);
    if (changed) continue;
    if (urgent == Urgent::no && changed.error().cause != 0) {
      if (say) say({fmt::format("{}: the backup could not be rewritten and is kept as it is ({})", file.string(), changed.error().message), "Make room on the disk; the next purge tries again."});
      continue;
    }
    remove_backup(file);
    if (say) say({fmt::format("{}: the backup could not be rewritten and is deleted ({})", file.string(), changed.error().message), "The next backup takes its place."});
  }
  return any;
}

}  // namespace kiosk::store
