// Backups on real files: whole, only when something changed, the newest twelve, nothing half written on a full disk, damage seen.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <future>

#include "store/backups.h"
#include "store/database.h"
#include "store/read_leads.h"
#include "store/snapshot.h"
#include "store/store.h"
#include "support/family.h"
#include "support/process.h"

using namespace kiosk;
using namespace std::chrono_literals;
using tests::TempFolder;

namespace {

const base::WallTime kMorning = base::WallTime(std::chrono::seconds(1758532500));  // 2025-09-22 09:15 UTC

void save_lead(const std::filesystem::path& data, const std::string& key) {
  const auto store = store::Store::open({data, {}});
  REQUIRE(store.has_value());
  std::promise<bool> saved;
  (*store)->save_lead(tests::family_lead(key, kMorning), [&](const base::Result<std::string>& receipt) { saved.set_value(receipt.has_value()); });
  REQUIRE(saved.get_future().get());
}

std::int64_t leads_in(const std::filesystem::path& file) {
  auto database = store::Database::open(file, SQLITE_OPEN_READONLY);
  REQUIRE(database.has_value());
  return database->number("SELECT count(*) FROM leads").value_or(-1);
}

// What lies in the folder beside the lock.
std::size_t files_in(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) count += entry.path().filename() == ".lock" ? 0 : 1;
  return count;
}

// No file of this process may grow beyond `bytes` while it lives.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
};

void spoil(const std::filesystem::path& file) {
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(4096);
  bytes << std::string(8192, 'x');
}

}  // namespace

TEST_CASE("a backup is made when leads changed, is whole, and is its owner's alone") {
  const TempFolder folder;
  save_lead(folder.path(), "a");
  const auto made = store::back_up_changes(folder.path(), kMorning);
  REQUIRE(made.has_value());
  REQUIRE(made->has_value());
  CHECK((*made)->filename() == "kiosk-20250922-091500.db");
  CHECK(leads_in(**made) == 1);
  CHECK((std::filesystem::status(**made).permissions() & std::filesystem::perms::all) == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  CHECK((std::filesystem::status(folder / "backups").permissions() & std::filesystem::perms::all) == std::filesystem::perms::owner_all);
  CHECK(files_in(folder / "backups") == 1);
  // Visits alone are not worth another.
  {
    const auto store = store::Store::open({folder.path(), {}});
    (*store)->begin_visit("v", kMorning, base::Language::arabic);
  }
  CHECK_FALSE(store::back_up_changes(folder.path(), kMorning + 600s)->has_value());
  save_lead(folder.path(), "b");
  CHECK(store::back_up_changes(folder.path(), kMorning + 600s)->has_value());
}

TEST_CASE("before anybody left anything there is nothing to back up, and without a database a sentence") {
  const TempFolder folder;
  CHECK_FALSE(store::back_up_changes(folder / "none", kMorning).has_value());
  { const auto store = store::Store::open({folder.path(), {}}); }
  const auto made = store::back_up_changes(folder.path(), kMorning);
  REQUIRE(made.has_value());
  CHECK_FALSE(made->has_value());
}

TEST_CASE("the newest twelve are kept, also when the clock is put back") {
  const TempFolder folder;
  for (int i = 0; i < 15; ++i) {
    save_lead(folder.path(), std::to_string(i));
    REQUIRE(store::back_up_changes(folder.path(), kMorning - std::chrono::hours(i % 2))->has_value());
  }
  const auto backups = store::list_backups(folder.path());
  REQUIRE(backups.size() == store::kKeptBackups);
  CHECK(leads_in(backups.back()) == 15);
  CHECK(leads_in(backups.front()) == 4);
}

TEST_CASE("a full disk leaves the backups as they were, and no half of one") {
  const TempFolder folder;
  save_lead(folder.path(), "a");
  REQUIRE(store::back_up_changes(folder.path(), kMorning)->has_value());
  save_lead(folder.path(), "b");
  {
    const SmallDisk disk(32 * 1024);
    const auto refused = store::back_up_changes(folder.path(), kMorning + 600s);
    REQUIRE_FALSE(refused.has_value());
    CHECK_FALSE(refused.error().remedy.empty());
    CHECK_FALSE(store::write_backup(folder.path(), folder / "copy.db").has_value());
  }
  CHECK(files_in(folder / "backups") == 1);
  CHECK_FALSE(std::filesystem::exists(folder / "copy.db"));
  CHECK(leads_in(store::list_backups(folder.path()).front()) == 1);
  CHECK(store::back_up_changes(folder.path(), kMorning + 600s)->has_value());
}

TEST_CASE("a damaged database is not copied over good backups; a damaged backup is seen and followed by a good one") {
  const TempFolder folder;
  save_lead(folder.path(), "a");
  const auto first = store::back_up_changes(folder.path(), kMorning);
  REQUIRE(first->has_value());
  spoil(**first);
  const auto second = store::back_up_changes(folder.path(), kMorning + 600s);
  REQUIRE(second.has_value());
  REQUIRE(second->has_value());
  spoil(folder / "kiosk.db");
  const auto refused = store::back_up_changes(folder.path(), kMorning + 1200s);
  CHECK_FALSE(refused.has_value());
  CHECK(leads_in(**second) == 1);
  CHECK(files_in(folder / "backups") == 2);
}

TEST_CASE("a backup to a place of one's choice takes nothing's place") {
  const TempFolder folder;
  save_lead(folder.path(), "a");
  const auto file = folder / "copy.db";
  REQUIRE(store::write_backup(folder.path(), file).has_value());
  CHECK(leads_in(file) == 1);
  const auto again = store::write_backup(folder.path(), file);
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().message.find("something already") != std::string::npos);
  const auto nowhere = store::write_backup(folder.path(), folder / "none/copy.db");
  CHECK_FALSE(nowhere.has_value());
}

TEST_CASE("what a power cut left half written goes with the next backup and with an erasure, for it may hold leads") {
  const TempFolder folder;
  save_lead(folder.path(), "a");
  REQUIRE(store::back_up_changes(folder.path(), kMorning).has_value());
  const auto left = folder.write("backups/.kiosk-20250922-091500.db.77.tmp", "half");
  const auto journal = folder.write("backups/.kiosk-20250922-091500.db.77.tmp-journal", "half");
  CHECK(store::back_up_changes(folder.path(), kMorning + 10min).has_value());
  CHECK_FALSE(std::filesystem::exists(left));
  CHECK_FALSE(std::filesystem::exists(journal));
  folder.write("backups/.kiosk-20250922-091500.db.77.tmp", "half");
  store::erase_from_backups(folder.path(), "K7M4QXZ", kMorning, {});
  CHECK_FALSE(std::filesystem::exists(left));
}

TEST_CASE("a full disk keeps the backups when something is only purged, and gives them up when somebody asked to be erased") {
  const TempFolder folder;
  save_lead(folder.path(), "a");
  REQUIRE(store::back_up_changes(folder.path(), kMorning).has_value());
  {
    const SmallDisk full(4096);
    store::purge_backups(folder.path(), kMorning + 1h, kMorning + 1h, {});
  }
  CHECK(store::list_backups(folder.path()).size() == 1);
  const std::string receipt = store::read_leads(folder.path()).value().front().receipt;
  {
    const SmallDisk full(4096);
    store::erase_from_backups(folder.path(), receipt, kMorning, {});
  }
  CHECK(store::list_backups(folder.path()).empty());
}
