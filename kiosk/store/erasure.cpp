#include "store/erasure.h"

#include "base/format.h"
#include "store/migrations.h"
#include "store/snapshot.h"

namespace kiosk::store {
namespace {

std::string_view word(Why why) { return why == Why::purged ? "purged" : "erased"; }

// secure_delete has overwritten the rows; what rebalancing left of them in the gaps of other pages goes when the file is written anew. Its
// working copy stays in memory (temp_store, as every connection to the live file has it), the journal is cut to nothing.
base::Result<void> write_anew(Database& database) {
  const auto done = database.execute("VACUUM");
  if (done) return {};
  return base::fail(fmt::format("the rows are deleted, but the file could not be written anew ({})", done.error().message), "Make room on the disk and ask for the same again.");
}

base::Result<bool> delete_lead(Database& database, const std::string& receipt, base::WallTime at, Why why) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  Statement note(database, "INSERT OR REPLACE INTO erasures (receipt, at, why) SELECT receipt, ?, ? FROM leads WHERE receipt = ?");
  if (const auto done = note.bind(unix_seconds(at)).bind(word(why)).bind(receipt).run(); !done) return tl::make_unexpected(done.error());
  Statement erase(database, "DELETE FROM leads WHERE receipt = ?");
  if (const auto done = erase.bind(receipt).run(); !done) return tl::make_unexpected(done.error());
  const bool erased = sqlite3_changes(database.handle()) > 0;
  if (const auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return erased;
}

base::Result<bool> is_in_record(Database& database, const std::string& receipt) {
  Statement record(database, "SELECT 1 FROM erasures WHERE receipt = ?");
  return record.bind(receipt).step();
}

base::Result<int> changed_rows(Database& database, const char* sql, base::WallTime before) {
  Statement change(database, sql);
  if (const auto done = change.bind(unix_seconds(before)).run(); !done) return tl::make_unexpected(done.error());
  return sqlite3_changes(database.handle());
}

base::Result<Purged> purge_rows(Database& database, base::WallTime before, base::WallTime at) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  Statement note(database, "INSERT OR REPLACE INTO erasures (receipt, at, why) SELECT receipt, ?, 'purged' FROM leads WHERE at < ?");
  if (const auto done = note.bind(unix_seconds(at)).bind(unix_seconds(before)).run(); !done) return tl::make_unexpected(done.error());
  const auto leads = changed_rows(database, "DELETE FROM leads WHERE at < ?", before);
  if (!leads) return tl::make_unexpected(leads.error());
  const auto guests = changed_rows(
      database, "UPDATE guests SET name = '', organisation = '', school = '' WHERE at < ? AND (name <> '' OR organisation <> '' OR school <> '')", before);
  if (!guests) return tl::make_unexpected(guests.error());
  if (const auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return Purged{*leads, *guests};
}

// The live file for a verb. The copy says first whether there is a database at all: opening would make one.
base::Result<Database> open_live(const std::filesystem::path& folder) {
  if (auto copy = copy_of_database(folder); !copy) return copy;
  auto database = open_and_migrate(folder / "kiosk.db");
  // Whoever waits here sits at a terminal; a kiosk with a queue of families before it goes first.
  constexpr int kPatienceMs = 10000;
  if (database) sqlite3_busy_timeout(database->handle(), kPatienceMs);
  return database;
}

void name_set_aside(const std::filesystem::path& folder, const Say& say) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; say && !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with("kiosk.db.set-aside-") || name.ends_with("-journal")) continue;
    say({fmt::format("{}: was set aside as it was and may still hold it", entry->path().string()), "Delete that file when nothing in it is needed any more."});
  }
}

}  // namespace

base::Result<bool> erase_lead(Database& database, const std::string& receipt, base::WallTime at, Why why) {
  const auto erased = delete_lead(database, receipt, at, why);
  if (!erased) return erased;
  // Erased before, perhaps with no room to write the file anew: done now.
  const auto before = is_in_record(database, receipt);
  if (!before || !*before) return before;
  if (const auto done = write_anew(database); !done) return tl::make_unexpected(done.error());
  return erased;
}

bool erase_from_backups(const std::filesystem::path& folder, const std::string& receipt, base::WallTime at, const Say& say, Why why) {
  const bool changed = change_backups(folder, [&](Database& copy) { return delete_lead(copy, receipt, at, why); }, Urgent::yes, say);
  name_set_aside(folder, say);
  return changed;
}

base::Result<bool> erase_lead(const std::filesystem::path& folder, const std::string& receipt, base::WallTime at, const Say& say) {
  auto database = open_live(folder);
  if (!database) return tl::make_unexpected(database.error());
  const auto erased = erase_lead(*database, receipt, at);
  if (!erased) return erased;
  const bool in_backups = erase_from_backups(folder, receipt, at, say);
  return *erased || in_backups;
}

base::Result<Purged> purge(Database& database, base::WallTime before, base::WallTime at) {
  const auto purged = purge_rows(database, before, at);
  if (!purged) return purged;
  // Pages that are free although nothing was purged: a purge before had no room to write the file anew.
  if (!purged->any() && database.number("PRAGMA freelist_count").value_or(0) == 0) return purged;
  if (const auto done = write_anew(database); !done) return tl::make_unexpected(done.error());
  return purged;
}

bool purge_backups(const std::filesystem::path& folder, base::WallTime before, base::WallTime at, const Say& say) {
  return change_backups(
      folder,
      [&](Database& copy) -> base::Result<bool> {
        const auto purged = purge_rows(copy, before, at);
        if (!purged) return tl::make_unexpected(purged.error());
        return purged->any();
      },
      Urgent::no, say);
}

base::Result<Purged> purge(const std::filesystem::path& folder, base::WallTime before, base::WallTime at, const Say& say) {
  auto database = open_live(folder);
  if (!database) return tl::make_unexpected(database.error());
  const auto purged = purge(*database, before, at);
  if (!purged) return purged;
  if (purged->any()) name_set_aside(folder, say);
  return purged;
}

}  // namespace kiosk::store
