#include <algorithm>
#include <map>

#include "base/format.h"
#include "locale/dates.h"
#include "store/database.h"
#include "store/migrations.h"
#include "store/store.h"

namespace kiosk::store {
namespace {

// The live file is read in one step and never iterated: under journal_mode=TRUNCATE an open reader would make a COMMIT fail.
base::Result<Database> copy_into_memory(const std::filesystem::path& file) {
  auto live = Database::open(file, SQLITE_OPEN_READONLY);
  if (!live) return live;
  auto copy = Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!copy) return copy;
  sqlite3_backup* backup = sqlite3_backup_init(copy->handle(), "main", live->handle(), "main");
  if (backup == nullptr) return tl::make_unexpected(copy->error("copying"));
  constexpr int kTries = 60;
  constexpr int kWaitMs = 50;
  int status = SQLITE_BUSY;
  for (int i = 0; i < kTries && (status == SQLITE_BUSY || status == SQLITE_LOCKED); ++i) {
    if (i > 0) sqlite3_sleep(kWaitMs);
    status = sqlite3_backup_step(backup, -1);
  }
  sqlite3_backup_finish(backup);
  if (status != SQLITE_DONE) {
    return base::fail(fmt::format("{}: the database cannot be read ({})", file.string(), sqlite3_errstr(status)),
                      "Try again; if it stays so, the file is damaged: keep it and start the kiosk, which begins a new one.");
  }
  return copy;
}

base::Result<std::vector<Count>> counts(Database& database, const char* sql) {
  Statement statement(database, sql);
  std::vector<Count> list;
  while (true) {
    const auto row = statement.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return list;
    list.push_back({statement.text(0), statement.number(1)});
  }
}

base::Result<std::vector<Count>> visits_by_hour(Database& database, const std::string& zone) {
  Statement statement(database, "SELECT began_at FROM visits");
  std::map<std::string, std::int64_t> hours;
  while (true) {
    const auto row = statement.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) break;
    const base::WallTime at{std::chrono::seconds(statement.number(0))};
    const auto hour = std::chrono::duration_cast<std::chrono::hours>(locale::local_time(at, zone).time);
    ++hours[fmt::format("{:02}", hour.count())];
  }
  std::vector<Count> list;
  for (const auto& [hour, count] : hours) list.push_back({hour, count});
  return list;
}

}  // namespace

base::Result<Statistics> read_statistics(const std::filesystem::path& folder, const std::string& time_zone) {
  const std::filesystem::path file = folder / "kiosk.db";
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return base::fail(fmt::format("{}: there is no database yet", file.string()), "Run the kiosk first, or name its data folder with --data.");
  }
  auto database = copy_into_memory(file);
  if (!database) return tl::make_unexpected(database.error());
  if (database->number("PRAGMA application_id").value_or(0) != kApplicationId) {
    return base::fail(fmt::format("{}: is not a database of the kiosk", file.string()), "Name the kiosk's data folder with --data.");
  }
  Statistics statistics;
  const std::vector<std::pair<std::int64_t*, const char*>> numbers{
      {&statistics.visits, "SELECT count(*) FROM visits"},
      {&statistics.visits_ended_done, "SELECT count(*) FROM visits WHERE ended_how = 'done'"},
      {&statistics.visits_ended_idle, "SELECT count(*) FROM visits WHERE ended_how = 'idle'"},
      {&statistics.views, "SELECT count(*) FROM views"},
      {&statistics.hearts, "SELECT count(*) FROM hearts WHERE kept = 1"}};
  for (const auto& [to, sql] : numbers) {
    const auto number = database->number(sql);
    if (!number) return tl::make_unexpected(number.error());
    *to = *number;
  }
  const std::vector<std::pair<std::vector<Count>*, const char*>> lists{
      {&statistics.visits_by_language, "SELECT language, count(*) AS n FROM visits GROUP BY language ORDER BY n DESC, language"},
      {&statistics.views_by_screen, "SELECT screen, count(*) AS n FROM views GROUP BY screen ORDER BY n DESC, screen"},
      {&statistics.views_by_program, "SELECT subject, count(*) AS n FROM views WHERE screen = 'program' GROUP BY subject ORDER BY n DESC, subject"},
      {&statistics.hearts_by_program, "SELECT subject, count(*) AS n FROM hearts WHERE kept = 1 AND kind = 'program' GROUP BY subject ORDER BY n DESC, subject"},
      {&statistics.hearts_by_workshop,
       "SELECT subject, count(*) AS n FROM hearts WHERE kept = 1 AND kind = 'workshop' GROUP BY subject ORDER BY n DESC, subject"}};
  for (const auto& [to, sql] : lists) {
    auto list = counts(*database, sql);
    if (!list) return tl::make_unexpected(list.error());
    *to = std::move(*list);
  }
  auto hours = visits_by_hour(*database, time_zone);
  if (!hours) return tl::make_unexpected(hours.error());
  statistics.visits_by_hour = std::move(*hours);
  return statistics;
}

}  // namespace kiosk::store
