#include "store/day.h"

#include <string>

#include "base/format.h"

namespace kiosk::store {
namespace {

std::string iso(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

base::Result<void> run(Statement& statement) {
  const auto done = statement.step();
  if (!done) return tl::make_unexpected(done.error());
  return {};
}

base::Result<void> write_rows(Database& database, const std::string& day, const model::DayChanges& changes) {
  for (const char* sql : {"DELETE FROM day_shifts WHERE day = ?", "DELETE FROM day_modes WHERE day = ?"}) {
    Statement statement(database, sql);
    if (auto done = run(statement.bind(day)); !done) return done;
  }
  for (std::size_t i = 0; i < changes.shifts.size(); ++i) {
    Statement insert(database, "INSERT INTO day_shifts (day, position, at_minute, by_minutes) VALUES (?, ?, ?, ?)");
    insert.bind(day).bind(static_cast<std::int64_t>(i)).bind(std::int64_t{changes.shifts[i].at.count()}).bind(std::int64_t{changes.shifts[i].by.count()});
    if (auto done = run(insert); !done) return done;
  }
  if (!changes.mode) return {};
  Statement insert(database, "INSERT INTO day_modes (day, mode) VALUES (?, ?)");
  return run(insert.bind(day).bind(model::id(*changes.mode)));
}

}  // namespace

base::Result<model::DayChanges> read_day(Database& database, std::chrono::year_month_day day) {
  model::DayChanges changes;
  Statement shifts(database, "SELECT at_minute, by_minutes FROM day_shifts WHERE day = ? ORDER BY position");
  shifts.bind(iso(day));
  while (true) {
    const auto row = shifts.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) break;
    changes.shifts.push_back({std::chrono::minutes(shifts.number(0)), std::chrono::minutes(shifts.number(1))});
  }
  Statement mode(database, "SELECT mode FROM day_modes WHERE day = ?");
  const auto row = mode.bind(iso(day)).step();
  if (!row) return tl::make_unexpected(row.error());
  if (*row) changes.mode = model::day_mode(mode.text(0));
  return changes;
}

base::Result<void> write_day(Database& database, std::chrono::year_month_day day, const model::DayChanges& changes) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  if (auto done = write_rows(database, iso(day), changes); !done) return done;
  return transaction->commit();
}

}  // namespace kiosk::store
