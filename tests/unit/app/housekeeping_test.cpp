// What the running kiosk does for its database by itself: backups where something changed, the last one at its end, the purge of what is too old.
#include <doctest/doctest.h>

#include <functional>
#include <future>
#include <mutex>
#include <thread>

#include "app/housekeeping.h"
#include "store/backups.h"
#include "store/clock_trust.h"
#include "store/read_leads.h"
#include "store/snapshot.h"
#include "support/family.h"
#include "support/process.h"
#include "support/soon.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

void save_lead(store::Store& store, const std::string& key, base::WallTime at) {
  std::promise<bool> saved;
  store.save_lead(tests::family_lead(key, at), [&](const base::Result<std::string>& receipt) { saved.set_value(receipt.has_value()); });
  REQUIRE(saved.get_future().get());
}

// What staff are asked last.
class Asked {
 public:
  std::function<void(std::optional<model::PurgeQuestion>)> taker() {
    return [this](std::optional<model::PurgeQuestion> question) {
      const std::lock_guard guard(mutex_);
      question_ = std::move(question);
    };
  }
  std::optional<model::PurgeQuestion> question() const {
    const std::lock_guard guard(mutex_);
    return question_;
  }

 private:
  mutable std::mutex mutex_;
  std::optional<model::PurgeQuestion> question_;
};

void ignore(const base::Error&) {}

std::size_t leads_in(const std::filesystem::path& folder) {
  const auto leads = store::read_leads(folder);
  return leads ? leads->size() : 0;
}

}  // namespace

TEST_CASE("a backup follows what families leave, one more comes at the end, and none without a reason") {
  const tests::TempFolder folder;
  const auto store = store::Store::open({folder.path(), {}});
  const base::SystemClock clock;
  std::vector<std::string> said;
  const auto say = [&](const base::Error& error) { said.push_back(error.message); };
  {
    app::Housekeeping housekeeping({**store, folder.path(), clock, app::Retention{}, say, {}, 10ms, 10ms});
    save_lead(**store, "a", clock.wall());
    CHECK(tests::soon(5s, [&] { return store::list_backups(folder.path()).size() == 1; }));
    std::this_thread::sleep_for(60ms);
    CHECK(store::list_backups(folder.path()).size() == 1);
  }
  CHECK(store::list_backups(folder.path()).size() == 1);
  {
    app::Housekeeping housekeeping({**store, folder.path(), clock, app::Retention{}, say});
    save_lead(**store, "b", clock.wall());
  }
  CHECK(store::list_backups(folder.path()).size() == 2);
  CHECK(said.empty());
}

TEST_CASE("the few that are over their days are purged at the start, from the backups a day later, and the others stay") {
  const tests::TempFolder folder;
  const auto store = store::Store::open({folder.path(), {}});
  const base::SystemClock clock;
  const base::WallTime now = clock.wall();
  save_lead(**store, "old", now - std::chrono::days(31));
  for (const char* key : {"a", "b"}) save_lead(**store, key, now - std::chrono::days(2));
  REQUIRE(store::back_up_changes(folder.path(), now)->has_value());
  const auto in_oldest_backup = [&] {
    auto copy = store::copy_of_file(store::list_backups(folder.path()).front());
    return copy ? copy->number("SELECT count(*) FROM leads").value_or(-1) : -1;
  };
  {
    app::Housekeeping housekeeping({**store, folder.path(), clock, app::Retention{}, ignore, {}, 10ms, 10ms});
    std::this_thread::sleep_for(60ms);
    CHECK(leads_in(folder.path()) == 3);
    housekeeping.keep({30, {}});
    CHECK(tests::soon(5s, [&] { return leads_in(folder.path()) == 2; }));
    std::this_thread::sleep_for(60ms);
  }
  CHECK(in_oldest_backup() == 3);
  store::ClockMemory memory = store::read_clock_memory(folder.path());
  REQUIRE(memory.purged_at);
  memory.purged_at = *memory.purged_at - 21h;
  REQUIRE(store::write_clock_memory(folder.path(), memory));
  app::Housekeeping housekeeping({**store, folder.path(), clock, app::Retention{30, {}}, ignore, {}, 10ms, 10ms});
  CHECK(tests::soon(5s, [&] { return in_oldest_backup() == 2; }));
}

TEST_CASE("a clock that leapt or fell back purges nothing; staff are asked, and one word of theirs is enough") {
  const tests::TempFolder folder;
  const auto store = store::Store::open({folder.path(), {}});
  const base::WallTime now = base::SystemClock().wall();
  for (const char* key : {"a", "b", "c"}) save_lead(**store, key, now);
  const base::ManualClock fallen(std::chrono::sys_days(std::chrono::year(2015) / 1 / 1));
  {
    Asked asked;
    app::Housekeeping housekeeping({**store, folder.path(), fallen, app::Retention{30, {}}, ignore, asked.taker(), 10ms, 10ms});
    CHECK(tests::soon(5s, [&] { return asked.question() && asked.question()->doubt == model::PurgeDoubt::clock_before_program; }));
    CHECK(asked.question()->leads == 0);
  }
  CHECK_FALSE(store::read_clock_memory(folder.path()).believed);
  const base::ManualClock leapt(now + std::chrono::days(4000));
  Asked asked;
  app::Housekeeping housekeeping({**store, folder.path(), leapt, app::Retention{30, {}}, ignore, asked.taker(), 10ms, 10ms});
  CHECK(tests::soon(5s, [&] { return asked.question() && asked.question()->doubt == model::PurgeDoubt::clock_leapt; }));
  CHECK(asked.question()->leads == 3);
  std::this_thread::sleep_for(60ms);
  CHECK(leads_in(folder.path()) == 3);
  housekeeping.confirm(*asked.question());
  CHECK(tests::soon(5s, [&] { return leads_in(folder.path()) == 0; }));
  CHECK(tests::soon(5s, [&] { return !asked.question(); }));
  // Never both in one pass.
  CHECK(store::copy_of_file(store::list_backups(folder.path()).front())->number("SELECT count(*) FROM leads") == 3);
}

TEST_CASE("what was left on the event's own day is purged by staff alone") {
  const tests::TempFolder folder;
  const auto store = store::Store::open({folder.path(), {}});
  const base::SystemClock clock;
  const base::WallTime now = clock.wall();
  save_lead(**store, "of-the-day", now - std::chrono::days(31));
  for (const char* key : {"a", "b"}) save_lead(**store, key, now);
  model::Event event;
  event.date = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(now - std::chrono::days(31)));
  event.time_zone = "UTC";
  Asked asked;
  app::Housekeeping housekeeping({**store, folder.path(), clock, app::retention_of(event, 30), ignore, asked.taker(), 10ms, 10ms});
  CHECK(tests::soon(5s, [&] { return asked.question() && asked.question()->doubt == model::PurgeDoubt::event_day; }));
  CHECK(leads_in(folder.path()) == 3);
}

TEST_CASE("a disk that gives no room for a backup is told to staff, and the families are saved all the same") {
  const tests::TempFolder folder;
  const auto store = store::Store::open({folder.path(), {}});
  // A file where the folder should be.
  folder.write("backups", "");
  std::vector<std::string> said;
  {
    const base::SystemClock clock;
    app::Housekeeping housekeeping({**store, folder.path(), clock, app::Retention{}, [&](const base::Error& error) { said.push_back(error.message); }});
    save_lead(**store, "a", std::chrono::system_clock::now());
  }
  REQUIRE(said.size() == 1);
  CHECK(said.front().find("+212612345678") == std::string::npos);
  CHECK(leads_in(folder.path()) == 1);
}
