// A clock that cannot be believed, and what is not purged by it.
#include "store/clock_trust.h"

#include <doctest/doctest.h>

#include "store/backups.h"
#include "store/purge_guard.h"
#include "store/records.h"
#include "store/snapshot.h"
#include "support/family.h"
#include "unit/store/opened.h"

using namespace kiosk;
using namespace std::chrono_literals;
using model::PurgeDoubt;
using std::chrono::days;
using tests::TempFolder;

namespace {

const base::WallTime kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 29) + 10h;

void leave_lead(store::Database& database, const std::string& key, base::WallTime at) {
  REQUIRE(store::insert_lead(database, tests::family_lead(key, at)).has_value());
}

PurgeDoubt doubt_at(base::WallTime now, const store::KnownTimes& known) { return store::doubt_of_clock(now, known); }

PurgeDoubt judged(const TempFolder& folder, base::WallTime before, std::optional<store::EventDay> event = {}) {
  auto copy = store::copy_of_database(folder.path());
  REQUIRE(copy.has_value());
  const auto question = store::question_of_purge(*copy, before, event, PurgeDoubt::none);
  REQUIRE(question.has_value());
  return question->doubt;
}

}  // namespace

TEST_CASE("a clock is doubted before the program, before the newest record and after a leap of weeks") {
  store::KnownTimes known;
  CHECK(doubt_at(kNow, known) == PurgeDoubt::none);
  known.program = kNow - days(30);
  CHECK(doubt_at(kNow, known) == PurgeDoubt::none);
  CHECK(doubt_at(kNow - days(31), known) == PurgeDoubt::clock_before_program);
  known.newest = kNow - days(1);
  CHECK(doubt_at(kNow, known) == PurgeDoubt::none);
  CHECK(doubt_at(kNow - days(2), known) == PurgeDoubt::clock_before_records);
  CHECK(doubt_at(kNow + days(30), known) == PurgeDoubt::clock_leapt);
  known.memory.believed = kNow + days(25);
  CHECK(doubt_at(kNow + days(30), known) == PurgeDoubt::none);
  CHECK(doubt_at(kNow, known) == PurgeDoubt::clock_before_records);
  CHECK(doubt_at(kNow + days(25) - 30min, known) == PurgeDoubt::none);
  CHECK(doubt_at(kNow + days(4000), known) == PurgeDoubt::clock_leapt);
}

TEST_CASE("a record of a clock that was ahead is doubted until staff know of it") {
  store::KnownTimes known;
  known.newest = kNow + days(4000);
  CHECK(doubt_at(kNow, known) == PurgeDoubt::clock_before_records);
  known.memory.vouched = known.newest;
  known.memory.believed = kNow - days(1);
  CHECK(doubt_at(kNow, known) == PurgeDoubt::none);
  known.newest = kNow + days(4001);
  CHECK(doubt_at(kNow, known) == PurgeDoubt::clock_before_records);
}

TEST_CASE("what is known of the time outlives the process, and rubbish is nothing known") {
  const TempFolder folder;
  CHECK_FALSE(store::read_clock_memory(folder.path()).believed);
  store::ClockMemory memory;
  memory.believed = kNow;
  memory.note_purge(kNow, kNow - days(30));
  memory.note_purge(kNow + 1h, kNow - days(60));
  REQUIRE(store::write_clock_memory(folder.path(), memory).has_value());
  const store::ClockMemory read = store::read_clock_memory(folder.path());
  CHECK(read.believed == kNow);
  CHECK_FALSE(read.vouched);
  CHECK(read.purged_at == kNow + 1h);
  CHECK(read.purged_before == kNow - days(30));
  CHECK(store::latest_known_time(folder.path()) >= kNow);
  folder.write("kiosk.clock", "{\"believed\": \"soon\"");
  CHECK_FALSE(store::read_clock_memory(folder.path()).believed);
}

TEST_CASE("the newest record is the newest of leads, guests and backups") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  CHECK_FALSE(store::known_times(database, folder.path())->newest);
  leave_lead(database, "a", kNow);
  CHECK(store::known_times(database, folder.path())->newest == kNow);
  REQUIRE(store::back_up_changes(folder.path(), kNow + 2h)->has_value());
  CHECK(store::known_times(database, folder.path())->newest == kNow + 2h);
}

TEST_CASE("a few old leads go unasked; most of them, those of the event's day and those older than any kiosk do not") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  CHECK(judged(folder, kNow) == PurgeDoubt::none);
  leave_lead(database, "old", kNow - days(40));
  CHECK(judged(folder, kNow - days(30)) == PurgeDoubt::most_rows);
  for (const char* key : {"a", "b", "c"}) leave_lead(database, key, kNow);
  CHECK(judged(folder, kNow - days(30)) == PurgeDoubt::none);
  CHECK(judged(folder, kNow - days(30), store::EventDay{kNow - days(41), kNow - days(39)}) == PurgeDoubt::event_day);
  CHECK(judged(folder, kNow - days(30), store::EventDay{kNow - days(1), kNow + days(1)}) == PurgeDoubt::none);
  // Saved this morning by a clock that said 2000.
  leave_lead(database, "by-2000", std::chrono::sys_days(std::chrono::year(2000) / 1 / 1));
  CHECK(judged(folder, kNow - days(30)) == PurgeDoubt::saved_by_wrong_clock);
}

TEST_CASE("a clock that leapt years ahead gets into no backup's name") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  leave_lead(database, "a", kNow);
  REQUIRE(store::back_up_changes(folder.path(), kNow)->has_value());
  leave_lead(database, "b", kNow);
  const auto ahead = store::back_up_changes(folder.path(), kNow + days(4000));
  CHECK((*ahead)->filename() == "kiosk-20261129-100001.db");
  leave_lead(database, "c", kNow);
  const auto behind = store::back_up_changes(folder.path(), kNow - days(4000));
  CHECK((*behind)->filename() == "kiosk-20261129-100002.db");
  leave_lead(database, "d", kNow);
  CHECK((**store::back_up_changes(folder.path(), kNow + 1h)).filename() == "kiosk-20261129-110000.db");
}
