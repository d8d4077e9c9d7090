// The staff PIN: hashed, hard to guess at the kiosk, in a file of its own, and no restart is a way round the lock-out.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "store/staff_pin.h"
#include "store/store.h"
#include "unit/store/opened.h"

using namespace kiosk;
using namespace std::chrono_literals;
using store::Moment;
using store::PinAnswer;
using store::PinSetting;
using store::StaffPin;
using tests::TempFolder;

namespace {

const std::string kPin = "280764";
const std::optional<std::chrono::year_month_day> kEvent = std::chrono::year(2025) / 9 / 22;

// Both clocks of a machine, going on together unless said otherwise.
struct Machine {
  Moment now{base::WallTime(std::chrono::seconds(1758532500)), "a-start", 5000};

  Machine& after(std::chrono::seconds time) {
    now.wall += time;
    now.since_boot_s += time.count();
    return *this;
  }
  Machine& started_anew(std::chrono::seconds clock_moved = 0s) {
    now.wall += clock_moved;
    now.boot += "-anew";
    now.since_boot_s = 10;
    return *this;
  }
};

PinAnswer answer(StaffPin& pin, const std::string& typed, const Machine& machine) { return pin.try_pin(typed, machine.now).value().answer; }

void lock(StaffPin& pin, const Machine& machine) {
  for (int i = 0; i < 5; ++i) CHECK(answer(pin, "000000", machine) == PinAnswer::wrong);
  CHECK(answer(pin, kPin, machine) == PinAnswer::locked);
}

}  // namespace

TEST_CASE("only the right PIN opens, and its file is the owner's alone and holds an Argon2id hash instead of it") {
  const TempFolder folder;
  const Machine machine;
  StaffPin pin(folder.path());
  CHECK(answer(pin, kPin, machine) == PinAnswer::not_set);
  REQUIRE(pin.set(kPin, kEvent).has_value());
  CHECK(answer(pin, kPin, machine) == PinAnswer::right);
  CHECK(answer(pin, "280765", machine) == PinAnswer::wrong);
  const std::string bytes = tests::slurp(folder / "kiosk.pin");
  CHECK(bytes.find("$argon2id$") != std::string::npos);
  CHECK(bytes.find(kPin) == std::string::npos);
  struct stat info {};
  REQUIRE(::stat((folder / "kiosk.pin").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0600U);
}

TEST_CASE("what is no PIN, or the first that anybody tries, is refused with its reason and a remedy") {
  const TempFolder folder;
  StaffPin pin(folder.path());
  for (const auto& [poor, reason] :
       {std::pair("", "no PIN"), {"12345", "no PIN"}, {"1234567890123", "no PIN"}, {"28076a", "no PIN"}, {"٢٨٠٧٦٤", "no PIN"}, {"111111", "repeat"}, {"121212", "repeat"},
        {"123123", "repeat"}, {"1231231", "repeat"}, {"112233", "repeat"}, {"777222", "repeat"}, {"123456", "count"}, {"987654", "count"}, {"678901", "count"}, {"135791", "count"},
        {"123321", "backwards"}, {"2801082", "backwards"}, {"220925", "day of the event"}, {"092225", "day of the event"}, {"20250922", "day of the event"},
        {"7220925", "day of the event"}}) {
    CAPTURE(poor);
    const auto refused = pin.set(poor, kEvent);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find(reason) != std::string::npos);
    CHECK_FALSE(refused.error().remedy.empty());
  }
  CHECK(pin.setting(Machine().now).value() == PinSetting::missing);
  CHECK(pin.set("220925", {}).has_value());
}

TEST_CASE("from the fifth wrong try on the lock-out doubles up to an hour, and even the right PIN waits") {
  const TempFolder folder;
  Machine machine;
  StaffPin pin(folder.path());
  REQUIRE(pin.set(kPin, kEvent).has_value());
  for (int i = 0; i < 4; ++i) CHECK(answer(pin, "000000", machine) == PinAnswer::wrong);
  for (const auto lock : {30s, 60s, 120s, 240s, 480s, 960s, 1920s, 3600s, 3600s}) {
    CHECK(pin.try_pin("000000", machine.now).value().locked_s == lock.count());
    CHECK(answer(pin, kPin, machine.after(lock - 1s)) == PinAnswer::locked);
    machine.after(1s);
  }
  CHECK(answer(pin, kPin, machine) == PinAnswer::right);
  CHECK(answer(pin, "000000", machine) == PinAnswer::wrong);
}

TEST_CASE("a restart does not end a lock-out; a new PIN does") {
  const TempFolder folder;
  Machine machine;
  {
    StaffPin pin(folder.path());
    REQUIRE(pin.set(kPin, kEvent).has_value());
    lock(pin, machine);
  }
  StaffPin pin(folder.path());
  CHECK(answer(pin, kPin, machine.after(1s)) == PinAnswer::locked);
  CHECK(answer(pin, kPin, machine.started_anew(20s)) == PinAnswer::locked);
  REQUIRE(StaffPin(folder.path()).set("905173", kEvent).has_value());
  CHECK(answer(pin, "905173", machine) == PinAnswer::right);
}

TEST_CASE("a clock that is put back keeps the pad shut no longer than the lock-out, before a restart and after") {
  for (const auto back : {40min, 72h + 0min}) {
    const TempFolder folder;
    Machine machine;
    StaffPin pin(folder.path());
    REQUIRE(pin.set(kPin, kEvent).has_value());
    lock(pin, machine);
    machine.now.wall -= back;
    CHECK(answer(pin, kPin, machine.after(20s)) == PinAnswer::locked);
    CHECK(answer(pin, kPin, machine.after(10s)) == PinAnswer::right);
    lock(pin, machine);
    machine.started_anew(-back);
    CHECK(answer(pin, kPin, machine) == PinAnswer::locked);
    CHECK(answer(pin, kPin, machine.after(30s)) == PinAnswer::right);
  }
}

TEST_CASE("on a disk that takes nothing the right PIN opens, and wrong tries are counted all the same") {
  const TempFolder folder;
  Machine machine;
  StaffPin pin(folder.path());
  REQUIRE(pin.set(kPin, kEvent).has_value());
  // Also for root: a folder where the file's copy would be made.
  const auto in_the_way = folder / ("kiosk.pin." + std::to_string(::getpid()) + ".tmp");
  std::filesystem::create_directory(in_the_way);
  CHECK(answer(pin, kPin, machine) == PinAnswer::right);
  lock(pin, machine);
  std::filesystem::remove(in_the_way);
  CHECK(answer(pin, kPin, machine.after(30s)) == PinAnswer::right);
  CHECK(answer(pin, "000000", machine) == PinAnswer::wrong);
}

TEST_CASE("an offer lasts ten minutes of the machine's own time, until the next start, or until a PIN is set") {
  const TempFolder folder;
  Machine machine;
  StaffPin pin(folder.path());
  CHECK(pin.setting(machine.now).value() == PinSetting::missing);
  REQUIRE(pin.offer(machine.now).has_value());
  machine.now.wall -= 24h;  // the clock says nothing about it
  CHECK(pin.setting(machine.after(599s).now).value() == PinSetting::offered);
  CHECK(pin.setting(machine.after(1s).now).value() == PinSetting::missing);
  REQUIRE(pin.offer(machine.now).has_value());
  CHECK(pin.setting(machine.started_anew().now).value() == PinSetting::missing);
  REQUIRE(pin.offer(machine.now).has_value());
  REQUIRE(pin.set(kPin, kEvent).has_value());
  CHECK(pin.setting(machine.now).value() == PinSetting::set);
  CHECK_FALSE(pin.offer(machine.now).has_value());
  std::filesystem::remove(folder / "kiosk.pin");
  CHECK(pin.setting(machine.now).value() == PinSetting::missing);
}

TEST_CASE("a PIN file that is damaged lets nobody in and nobody choose another on the screen") {
  const TempFolder folder;
  const Machine machine;
  StaffPin pin(folder.path());
  REQUIRE(pin.set(kPin, kEvent).has_value());
  for (const char* damaged : {"", "{\"hash\": \"$argon2", "[]"}) {
    folder.write("kiosk.pin", damaged);
    CHECK_FALSE(pin.setting(machine.now).has_value());
    CHECK_FALSE(pin.try_pin(kPin, machine.now).has_value());
    CHECK_FALSE(pin.offer(machine.now).has_value());
  }
  folder.write("kiosk.pin", "{\"hash\": 7}");
  CHECK(answer(pin, kPin, machine) == PinAnswer::wrong);
  CHECK(pin.set(kPin, kEvent).has_value());
  CHECK(answer(pin, kPin, machine) == PinAnswer::right);
}

TEST_CASE("the PIN of an older kiosk's database is taken over once, with its lock-out") {
  const TempFolder folder;
  Machine machine;
  StaffPin pin(folder.path());
  REQUIRE(pin.set(kPin, kEvent).has_value());
  const std::string bytes = tests::slurp(folder / "kiosk.pin");
  const auto begin = bytes.find("$argon2id$");
  const std::string hash = bytes.substr(begin, bytes.find('"', begin) - begin);
  std::filesystem::remove(folder / "kiosk.pin");
  {
    auto database = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    REQUIRE(database.has_value());
    REQUIRE(store::migrate_to(*database, 5).has_value());
    store::Statement insert(*database, "INSERT INTO staff_pin (id, hash, wrong, locked_until) VALUES (1, ?, 5, ?)");
    REQUIRE(insert.bind(hash).bind(store::unix_seconds(machine.now.wall) + 30).run().has_value());
  }
  // Before anything could be written, too.
  CHECK(pin.setting(machine.now).value() == PinSetting::set);
  CHECK(answer(pin, kPin, machine) == PinAnswer::locked);
  { const auto database = tests::opened(folder); }
  CHECK(std::filesystem::exists(folder / "kiosk.pin"));
  CHECK(tests::slurp(folder / "kiosk.db").find("$argon2id$") == std::string::npos);
  CHECK(answer(pin, kPin, machine) == PinAnswer::locked);
  CHECK(answer(pin, kPin, machine.after(30s)) == PinAnswer::right);
  // Whoever takes the file away has no PIN again.
  std::filesystem::remove(folder / "kiosk.pin");
  { const auto database = tests::opened(folder); }
  CHECK(pin.setting(machine.now).value() == PinSetting::missing);
}
