// Seats of guided tours: never more than the allotment, from however many sides they are asked for; a ticket is known again and given back.
#include <doctest/doctest.h>

#include <atomic>
#include <future>
#include <set>
#include <thread>

#include "store/migrations.h"
#include "store/store.h"
#include "store/tour_seats.h"
#include "support/process.h"
#include "unit/store/opened.h"

using namespace kiosk;
using namespace std::chrono_literals;
using namespace std::chrono;
using tests::TempFolder;

namespace {

constexpr year_month_day kToday = 2025y / September / 22;

store::SeatsWanted wanted(std::string key, int persons, std::string tour = "families", minutes departure = 10h + 30min) {
  return {{std::move(key), std::move(tour), departure, persons, 0}, kToday, 10, base::WallTime(1758532500s)};
}

}  // namespace

TEST_CASE("tickets count up, seats are counted by tour and departure, and a retry is the same ticket") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  CHECK(store::take_seats(database, wanted("a", 4))->number == 1);
  CHECK(store::take_seats(database, wanted("a", 4))->number == 1);
  const auto second = store::take_seats(database, wanted("b", 6));
  CHECK(second->number == 2);
  CHECK(second->left == 0);
  const auto full = store::take_seats(database, wanted("c", 1));
  CHECK(full->number == 0);
  CHECK(full->left == 0);
  CHECK(store::take_seats(database, wanted("d", 6, "families", 11h + 30min))->number == 3);
  CHECK(store::take_seats(database, wanted("e", 6, "fire-and-clay"))->number == 4);
  const std::vector<model::TakenSeats> expected{{"families", 10h + 30min, 10}, {"families", 11h + 30min, 6}, {"fire-and-clay", 10h + 30min, 6}};
  CHECK(store::read_taken_seats(database, kToday).value() == expected);
  CHECK(store::read_taken_seats(database, 2025y / September / 23)->empty());
}

TEST_CASE("what is given back is free again, its number is not, and another day counts anew") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  REQUIRE(store::take_seats(database, wanted("a", 10)).has_value());
  REQUIRE(store::return_seats(database, "a", base::WallTime(1758532600s)).has_value());
  CHECK(store::read_taken_seats(database, kToday)->empty());
  CHECK(store::take_seats(database, wanted("b", 10))->number == 2);
  REQUIRE(store::return_seats(database, "a", base::WallTime(1758532700s)).has_value());
  REQUIRE(store::return_seats(database, "never", base::WallTime(1758532700s)).has_value());
  CHECK(store::read_taken_seats(database, kToday)->front().persons == 10);
  auto tomorrow = wanted("c", 1);
  tomorrow.day = 2025y / September / 23;
  CHECK(store::take_seats(database, tomorrow)->number == 1);
}

TEST_CASE("an allotment that the operator lowered gives nothing more and takes nothing away") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  REQUIRE(store::take_seats(database, wanted("a", 8)).has_value());
  auto less = wanted("b", 1);
  less.allotment = 5;
  CHECK(store::take_seats(database, less)->number == 0);
  CHECK(store::take_seats(database, less)->left == 0);
}

TEST_CASE("two connections and many threads never give away more than the allotment, and no number twice") {
  const TempFolder folder;
  { tests::opened(folder); }
  std::atomic<int> seats = 0;
  std::mutex mutex;
  std::set<int> numbers;
  std::atomic<int> tickets = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      auto database = store::open_and_migrate(folder / "kiosk.db");
      REQUIRE(database.has_value());
      for (int i = 0; i < 10; ++i) {
        const int persons = 1 + (thread + i) % 3;
        const auto given = store::take_seats(*database, wanted(std::to_string(thread) + "-" + std::to_string(i), persons));
        if (!given || given->number == 0) continue;
        seats += persons;
        ++tickets;
        const std::lock_guard guard(mutex);
        numbers.insert(given->number);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(seats <= 10);
  CHECK(seats >= 9);
  CHECK(static_cast<int>(numbers.size()) == tickets);
  auto database = tests::opened(folder);
  CHECK(database.number("SELECT sum(persons) FROM tour_seats").value() == seats);
}

TEST_CASE("through the store a seat is said after it is kept, and a restart keeps it") {
  const TempFolder folder;
  {
    const auto opened = store::Store::open({folder.path(), {}});
    REQUIRE(opened.has_value());
    std::promise<base::Result<store::SeatsGiven>> first;
    std::promise<base::Result<store::SeatsGiven>> second;
    (*opened)->take_seats(wanted("a", 6), [&](auto given) { first.set_value(std::move(given)); });
    (*opened)->take_seats(wanted("b", 6), [&](auto given) { second.set_value(std::move(given)); });
    CHECK(first.get_future().get()->number == 1);
    const auto refused = second.get_future().get();
    CHECK(refused->number == 0);
    CHECK(refused->left == 4);
  }
  const auto opened = store::Store::open({folder.path(), {}});
  std::promise<std::vector<model::TakenSeats>> taken;
  (*opened)->read_taken_seats(kToday, [&](const auto& read) { taken.set_value(read.value()); });
  CHECK(taken.get_future().get() == std::vector<model::TakenSeats>{{"families", 10h + 30min, 6}});
  std::promise<bool> returned;
  (*opened)->return_seats("a", base::WallTime(1758532600s), [&](const auto& done) { returned.set_value(done.has_value()); });
  CHECK(returned.get_future().get());
}

TEST_CASE("a database of version 4 is given the table of seats, and its leads stay") {
  const TempFolder folder;
  {
    auto database = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    REQUIRE(database.has_value());
    REQUIRE(store::migrate_to(*database, 4).has_value());
    REQUIRE(database->execute("INSERT INTO leads (lead, receipt, at, language, role, name, phone, email, notice_version) VALUES ('key', 'K7M4QXZ', 1, 'ar', 'adult', 'name', "
                              "'+212612345678', '', 'v')").has_value());
  }
  auto database = tests::opened(folder);
  CHECK(database.number("SELECT count(*) FROM leads").value() == 1);
  CHECK(store::take_seats(database, wanted("a", 1))->number == 1);
}
