// What staff changed of a day outlives a restart and says nothing of another day.
#include <doctest/doctest.h>

#include "store/day.h"
#include "store/migrations.h"
#include "support/process.h"
#include "unit/store/opened.h"

using namespace kiosk;
using namespace std::chrono_literals;
using namespace std::chrono;
using tests::TempFolder;

namespace {

constexpr year_month_day kToday = 2025y / September / 22;

}  // namespace

TEST_CASE("a day nobody changed has no changes") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  CHECK(store::read_day(database, kToday).value() == model::DayChanges{});
}

TEST_CASE("shifts and mode come back in order after a restart, replaced whole by the next change") {
  const TempFolder folder;
  const model::DayChanges changes{{{10h + 15min, 20min}, {10h + 40min, 5min}}, model::DayMode::ceremony};
  {
    auto database = tests::opened(folder);
    REQUIRE(store::write_day(database, kToday, changes).has_value());
  }
  auto database = tests::opened(folder);
  CHECK(store::read_day(database, kToday).value() == changes);
  CHECK(store::read_day(database, 2025y / September / 23).value() == model::DayChanges{});
  const model::DayChanges less{{{10h + 15min, 20min}}, {}};
  REQUIRE(store::write_day(database, kToday, less).has_value());
  CHECK(store::read_day(database, kToday).value() == less);
}

TEST_CASE("a database of version 2 is given the tables of the day, and its leads stay") {
  const TempFolder folder;
  {
    auto database = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    REQUIRE(database.has_value());
    REQUIRE(store::migrate_to(*database, 2).has_value());
    REQUIRE(database->execute("INSERT INTO leads VALUES ('key', 'K7M4QXZ', 1, 'ar', 'adult', 'name', '+212612345678', '', 'v')").has_value());
  }
  auto database = tests::opened(folder);
  CHECK(database.number("SELECT count(*) FROM leads").value() == 1);
  CHECK(store::write_day(database, kToday, {{{10h, 20min}}, model::DayMode::tour}).has_value());
}
