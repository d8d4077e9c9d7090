// What the running kiosk does for its database by itself: backups where something changed, the last one at its end, the purge of what is too old.
#include <doctest/doctest.h>

#include <future>
#include <thread>

#include "app/housekeeping.h"
#include "store/backups.h"
#include "store/records.h"
#include "support/process.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

void save_lead(store::Store& store, const std::string& key, base::WallTime at) {
  model::Lead lead;
  lead.key = key;
  lead.at = at;
  lead.name = "عائلة";
  lead.phone = "+212612345678";
  std::promise<bool> saved;
  store.save_lead(lead, [&](const base::Result<std::string>& receipt) { saved.set_value(receipt.has_value()); });
  REQUIRE(saved.get_future().get());
}

template <class Condition>
bool comes_true(Condition condition) {
  for (int tries = 0; tries < 1000 && !condition(); ++tries) std::this_thread::sleep_for(5ms);
  return condition();
}

std::size_t leads_in(const std::filesystem::path& folder) {
  const auto leads = store::read_leads(folder);
  return leads ? leads->size() : 0;
}

}  // namespace

TEST_CASE("a backup follows what families leave, one more comes at the end, and none without a reason") {
  const tests::TempFolder folder;
  const auto store = store::Store::open({folder.path(), {}});
  const base::WallTime now = std::chrono::system_clock::now();
  std::vector<std::string> said;
  {
    app::Housekeeping housekeeping({**store, folder.path(), 0, [&](const base::Error& error) { said.push_back(error.message); }, 10ms, 10ms});
    save_lead(**store, "a", now);
    CHECK(comes_true([&] { return store::list_backups(folder.path()).size() == 1; }));
    std::this_thread::sleep_for(60ms);
    CHECK(store::list_backups(folder.path()).size() == 1);
  }
  CHECK(store::list_backups(folder.path()).size() == 1);
  {
    app::Housekeeping housekeeping({**store, folder.path(), 0, [&](const base::Error& error) { said.push_back(error.message); }});
    save_lead(**store, "b", now);
  }
  CHECK(store::list_backups(folder.path()).size() == 2);
  CHECK(said.empty());
}

TEST_CASE("leads that are over their days are purged at the start, the others stay") {
  const tests::TempFolder folder;
  const auto store = store::Store::open({folder.path(), {}});
  const base::WallTime now = std::chrono::system_clock::now();
  save_lead(**store, "old", now - std::chrono::days(31));
  save_lead(**store, "new", now - std::chrono::days(29));
  REQUIRE(store::back_up_changes(folder.path(), now)->has_value());
  {
    app::Housekeeping housekeeping({**store, folder.path(), 0, [](const base::Error&) {}, 10ms, 10ms});
    std::this_thread::sleep_for(60ms);
    CHECK(leads_in(folder.path()) == 2);
    housekeeping.keep(30);
    CHECK(comes_true([&] { return leads_in(folder.path()) == 1; }));
  }
  CHECK(store::read_leads(folder.path())->front().key == "new");
}

TEST_CASE("a disk that gives no room for a backup is told to staff, and the families are saved all the same") {
  const tests::TempFolder folder;
  const auto store = store::Store::open({folder.path(), {}});
  // A file where the folder should be.
  folder.write("backups", "");
  std::vector<std::string> said;
  {
    app::Housekeeping housekeeping({**store, folder.path(), 0, [&](const base::Error& error) { said.push_back(error.message); }});
    save_lead(**store, "a", std::chrono::system_clock::now());
  }
  REQUIRE(said.size() == 1);
  CHECK(said.front().find("+212612345678") == std::string::npos);
  CHECK(leads_in(folder.path()) == 1);
}
