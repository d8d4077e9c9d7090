#include "store/day.h"

#include <string>

#include "locale/dates.h"

namespace kiosk::store {
namespace {

base::Result<void> write_rows(Database& database, const std::string& day, const model::DayChanges& changes) {
  for (const char* sql : {"DELETE FROM day_shifts WHERE day = ?", "DELETE FROM day_modes WHERE day = ?"}) {
    Statement statement(database, sql);
    if (auto done = statement.bind(day).run(); !done) return done;
  }
  for (std::size_t i = 0; i < changes.shifts.size(); ++i) {
    Statement insert(database, "INSERT INTO day_shifts (day, position, at_minute, by_minutes) VALUES (?, ?, ?, ?)");
    insert.bind(day).bind(static_cast<std::int64_t>(i)).bind(std::int64_t{changes.shifts[i].at.count()}).bind(std::int64_t{changes.shifts[i].by.count()});
    if (auto done = insert.run(); !done) return done;
  }
  if (!changes.mode) return {};
  Statement insert(database, "INSERT INTO day_modes (day, mode) VALUES (?, ?)");
  return insert.bind(day).bind(model::id(*changes.mode)).run();
}

}  // namespace

base::Result<model::DayChanges> read_day(Database& database, std::chrono::year_month_day day) {
  model::DayChanges changes;
  Statement shifts(database, "SELECT at_minute, by_minutes FROM day_shifts WHERE day = ? ORDER BY position");
  shifts.bind(locale::iso_date(day));
  while (true) {
    const auto row = shifts.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) break;
    changes.shifts.push_back({std::chrono::minutes(shifts.number(0)), std::chrono::minutes(shifts.number(1))});
  }
  Statement mode(database, "SELECT mode FROM day_modes WHERE day = ?");
  const auto row = mode.bind(locale::iso_date(day)).step();
  if (!row) return tl::make_unexpected(row.error());
  if (*row) changes.mode = model::day_mode(mode.text(0));
  return changes;
}

base::Result<void> write_day(Database& database, std::chrono::year_month_day day, const model::DayChanges& changes) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  if (auto done = write_rows(database, locale::iso_date(day), changes); !done) return done;
  return transaction->commit();
}

}  // namespace kiosk::store
