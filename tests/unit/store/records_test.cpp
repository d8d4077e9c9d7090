// Guests and leads on a real file: durable before anybody is told, once however often they are handed in, gone when erased.
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <future>
#include <thread>

#include "model/receipt.h"
#include "store/database.h"
#include "store/erasure.h"
#include "store/migrations.h"
#include "store/read_leads.h"
#include "store/records.h"
#include "store/snapshot.h"
#include "store/store.h"
#include "support/process.h"

using namespace kiosk;
using namespace std::chrono_literals;
using store::Store;
using tests::TempFolder;

namespace {

const base::WallTime kMorning = base::WallTime(std::chrono::seconds(1758532500));

model::Lead family(const std::string& key) {
  model::Lead lead;
  lead.key = key;
  lead.at = kMorning;
  lead.role = model::ContactRole::guardian;
  lead.name = "فاطمة الزهراء";
  lead.phone = "+212612345678";
  lead.programs = {"zellige", "silver-jewellery"};
  lead.consents = {{"information", true}, {"newsletter", false}};
  lead.notice_version = "1";
  return lead;
}

model::Guest counsellor(const std::string& key) {
  model::Guest guest;
  guest.key = key;
  guest.at = kMorning;
  guest.kind = model::GuestKind::guidance_counsellor;
  guest.party_size = 2;
  return guest;
}

std::unique_ptr<Store> open(const std::filesystem::path& folder) {
  auto opened = Store::open({folder, {}});
  REQUIRE(opened.has_value());
  return std::move(*opened);
}

base::Result<std::string> save(Store& store, const model::Lead& lead) {
  std::promise<base::Result<std::string>> told;
  store.save_lead(lead, [&](base::Result<std::string> result) { told.set_value(std::move(result)); });
  return told.get_future().get();
}

base::Result<int> save(Store& store, const model::Guest& guest) {
  std::promise<base::Result<int>> told;
  store.save_guest(guest, [&](base::Result<int> result) { told.set_value(result); });
  return told.get_future().get();
}

}  // namespace

TEST_CASE("a lead is durable when its receipt is given, and is read back as it was left") {
  const TempFolder folder;
  const auto store = open(folder.path());
  const auto receipt = save(*store, family("a"));
  REQUIRE(receipt.has_value());
  CHECK(model::read_receipt(*receipt) == *receipt);
  const auto leads = store::read_leads(folder.path());
  REQUIRE(leads.has_value());
  REQUIRE(leads->size() == 1);
  model::Lead expected = family("a");
  expected.receipt = *receipt;
  CHECK(leads->front() == expected);
}

TEST_CASE("a retry of the same lead is the same lead with the same receipt") {
  const TempFolder folder;
  const auto store = open(folder.path());
  const auto first = save(*store, family("a"));
  const auto again = save(*store, family("a"));
  REQUIRE(first.has_value());
  REQUIRE(again.has_value());
  CHECK(*first == *again);
  CHECK(store::read_leads(folder.path())->size() == 1);
}

TEST_CASE("a lead without a contact or a name is refused whole") {
  const TempFolder folder;
  const auto store = open(folder.path());
  model::Lead mute = family("a");
  mute.phone.clear();
  CHECK_FALSE(save(*store, mute).has_value());
  model::Lead nameless = family("b");
  nameless.name.clear();
  CHECK_FALSE(save(*store, nameless).has_value());
  const auto leads = store::read_leads(folder.path());
  REQUIRE(leads.has_value());
  CHECK(leads->empty());
}

TEST_CASE("badges count from one, and a guest handed in twice keeps his number") {
  const TempFolder folder;
  const auto store = open(folder.path());
  CHECK(save(*store, counsellor("a")).value() == 1);
  CHECK(save(*store, counsellor("b")).value() == 2);
  CHECK(save(*store, counsellor("a")).value() == 1);
  const auto guests = store::read_guests(folder.path());
  REQUIRE(guests.has_value());
  REQUIRE(guests->size() == 2);
  CHECK(guests->front().kind == model::GuestKind::guidance_counsellor);
  CHECK(guests->front().party_size == 2);
}

TEST_CASE("an erased lead leaves no byte of it in the file, and its code is never given again") {
  const TempFolder folder;
  std::string code;
  {
    const auto store = open(folder.path());
    code = save(*store, family("a")).value();
    REQUIRE(save(*store, family("b")).has_value());
  }
  REQUIRE(tests::slurp(folder / "kiosk.db").find("+212612345678") != std::string::npos);
  CHECK(store::erase_lead(folder.path(), code, kMorning).value());
  CHECK_FALSE(store::erase_lead(folder.path(), code, kMorning).value());
  CHECK(store::read_leads(folder.path())->size() == 1);
  const std::string other = store::read_leads(folder.path())->front().receipt;
  CHECK(store::erase_lead(folder.path(), other, kMorning).value());
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    const std::string bytes = tests::slurp(entry.path());
    CHECK(bytes.find("+212612345678") == std::string::npos);
    CHECK(bytes.find("فاطمة") == std::string::npos);
    CHECK(bytes.find("silver-jewellery") == std::string::npos);
  }
}

TEST_CASE("an erasure beside a running kiosk waits for nothing and disturbs nothing") {
  const TempFolder folder;
  const auto store = open(folder.path());
  const std::string code = save(*store, family("a")).value();
  CHECK(store::erase_lead(folder.path(), code, kMorning).value());
  CHECK(save(*store, family("b")).has_value());
  CHECK(store::read_leads(folder.path())->size() == 1);
}

TEST_CASE("when the disk refuses, the family is told, nothing is half there, and the retry is saved") {
  const TempFolder folder;
  const auto store = open(folder.path());
  REQUIRE(save(*store, family("a")).has_value());
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto size = std::filesystem::file_size(folder / "kiosk.db");
  const rlimit small{size, before.rlim_max};
  ::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  model::Lead large = family("b");
  large.programs.assign(2000, "a-program-with-a-long-name");
  const auto refused = save(*store, large);
  ::setrlimit(RLIMIT_FSIZE, &before);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message.find("فاطمة") == std::string::npos);
  CHECK(store::read_leads(folder.path())->size() == 1);
  CHECK(save(*store, large).has_value());
  CHECK(store::read_leads(folder.path())->size() == 2);
}

TEST_CASE("a database of the version before is brought up to date, with what it holds") {
  const TempFolder folder;
  {
    auto old = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    REQUIRE(old.has_value());
    REQUIRE(store::migrate_to(*old, 1).has_value());
    REQUIRE(old->execute("INSERT INTO visits (visit, began_at, language) VALUES ('v', 1758532500, 'ar')").has_value());
  }
  const auto store = open(folder.path());
  CHECK(save(*store, family("a")).has_value());
  CHECK(store::read_statistics(folder.path(), "Africa/Casablanca")->visits == 1);
}

TEST_CASE("what a killed kiosk left half written is rolled back by whoever reads first") {
  const TempFolder folder;
  { CHECK(save(*open(folder.path()), family("whole")).has_value()); }
  const pid_t child = ::fork();
  if (child == 0) {
    auto database = store::open_and_migrate(folder / "kiosk.db");
    // The pages of an unfinished transaction are in the file already.
    const auto spilled = database->execute(
        "PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN IMMEDIATE; "
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
        "INSERT INTO leads (lead, receipt, at, language, role, name, phone, email, notice_version) SELECT printf('key%d', i), printf('R%06d', i), 1, 'ar', 'adult', 'half', '+2', '', '' FROM n");
    if (!spilled) ::_exit(1);
    ::raise(SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(std::filesystem::file_size(folder / "kiosk.db-journal") > 0);
  const auto leads = store::read_leads(folder.path());
  REQUIRE(leads.has_value());
  CHECK(leads->size() == 1);
}

TEST_CASE("families are saved while 100,000 leads are read for an export, none refused") {
  const TempFolder folder;
  { const auto store = open(folder.path()); }
  {
    auto filled = store::open_and_migrate(folder / "kiosk.db");
    REQUIRE(filled.has_value());
    const auto rows = filled->execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
        "INSERT INTO leads (lead, receipt, at, language, role, name, phone, email, notice_version) SELECT printf('key%d', i), printf('R%06d', i), 1758532500, 'ar', 'adult', 'Aïcha', '+212600000000', '', '1' FROM n");
    REQUIRE(rows.has_value());
  }
  const auto store = open(folder.path());
  std::atomic<bool> reading = true;
  std::size_t read = 0;
  std::string failure;
  std::thread exporter([&] {
    for (int i = 0; i < 3; ++i) {
      const auto leads = store::read_leads(folder.path());
      failure += leads ? "" : leads.error().message;
      read = leads ? leads->size() : 0;
    }
    reading = false;
  });
  int saved = 0;
  while (reading) {
    CHECK(save(*store, family("family" + std::to_string(saved))).has_value());
    ++saved;
  }
  exporter.join();
  CHECK(failure == "");
  CHECK(read >= 100000);
  CHECK(saved > 0);
  CHECK(store::read_leads(folder.path())->size() == 100000 + static_cast<std::size_t>(saved));
}
