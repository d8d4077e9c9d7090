// The staff PIN: hashed, hard to guess at the kiosk, and no restart is a way round the lock-out.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include "store/migrations.h"
#include "store/staff_pin.h"
#include "support/process.h"
#include "unit/store/opened.h"

using namespace kiosk;
using namespace std::chrono_literals;
using store::PinAnswer;
using tests::TempFolder;

namespace {

const base::WallTime kMorning = base::WallTime(std::chrono::seconds(1758532500));
const std::string kPin = "280764";

}  // namespace

TEST_CASE("only the right PIN opens, and the file holds an Argon2id hash instead of it") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  CHECK(store::try_pin(database, kPin, kMorning).value() == PinAnswer::not_set);
  REQUIRE(store::set_pin(database, kPin).has_value());
  CHECK(store::try_pin(database, kPin, kMorning).value() == PinAnswer::right);
  CHECK(store::try_pin(database, "280765", kMorning).value() == PinAnswer::wrong);
  const std::string bytes = tests::slurp(folder / "kiosk.db");
  CHECK(bytes.find("$argon2id$") != std::string::npos);
  CHECK(bytes.find(kPin) == std::string::npos);
}

TEST_CASE("what is no PIN, or the first that anybody tries, is refused with a remedy") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  for (const char* poor : {"", "12345", "1234567890123", "28076a", "٢٨٠٧٦٤", "111111", "123456", "987654"}) {
    CAPTURE(poor);
    const auto refused = store::set_pin(database, poor);
    REQUIRE_FALSE(refused.has_value());
    CHECK_FALSE(refused.error().remedy.empty());
  }
  CHECK_FALSE(store::pin_state(database).value().set);
}

TEST_CASE("from the fifth wrong try on the lock-out doubles up to an hour, and even the right PIN waits") {
  const TempFolder folder;
  base::WallTime now = kMorning;
  auto database = tests::opened(folder);
  REQUIRE(store::set_pin(database, kPin).has_value());
  for (int i = 0; i < 4; ++i) CHECK(store::try_pin(database, "000000", now).value() == PinAnswer::wrong);
  for (const auto lock : {30s, 60s, 120s, 240s, 480s, 960s, 1920s, 3600s, 3600s}) {
    CHECK(store::try_pin(database, "000000", now).value() == PinAnswer::wrong);
    CHECK(store::try_pin(database, kPin, now + lock - 1s).value() == PinAnswer::locked);
    now += lock;
  }
  CHECK(store::try_pin(database, kPin, now).value() == PinAnswer::right);
  CHECK(store::pin_state(database).value().wrong == 0);
}

TEST_CASE("a restart does not end a lock-out; a new PIN does") {
  const TempFolder folder;
  {
    auto database = tests::opened(folder);
    REQUIRE(store::set_pin(database, kPin).has_value());
    for (int i = 0; i < 5; ++i) CHECK(store::try_pin(database, "000000", kMorning).value() == PinAnswer::wrong);
  }
  auto database = tests::opened(folder);
  CHECK(store::try_pin(database, kPin, kMorning + 1s).value() == PinAnswer::locked);
  REQUIRE(store::set_pin_in(folder.path(), "905173").has_value());
  CHECK(store::try_pin(database, "905173", kMorning + 2s).value() == PinAnswer::right);
}

TEST_CASE("a clock that was put back by days does not lock staff out for days") {
  const TempFolder folder;
  auto database = tests::opened(folder);
  REQUIRE(store::set_pin(database, kPin).has_value());
  for (int i = 0; i < 5; ++i) CHECK(store::try_pin(database, "000000", kMorning + 72h).value() == PinAnswer::wrong);
  CHECK(store::try_pin(database, kPin, kMorning).value() == PinAnswer::right);
}
