// What was erased or purged is nowhere in the data folder: not in the database, its journal, a backup; and the deletion record says that it was.
#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <future>
#include <map>
#include <random>
#include <thread>

#include "store/backups.h"
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
using tests::TempFolder;

namespace {

const base::WallTime kMorning = base::WallTime(std::chrono::seconds(1758532500));

struct Left {
  std::string receipt;
  std::vector<std::string> words;  // what must be nowhere once it is erased
};

// A lead with everything that a family may add, in words that stand nowhere else.
class Families {
 public:
  explicit Families(store::Database& database, unsigned seed = 1) : database_(database), random_(seed) {}

  Left leave(const std::string& key, base::WallTime at = kMorning) {
    Left left;
    const auto word = [&](std::size_t most) {
      std::string made;
      for (std::size_t i = 0; i < 8 + random_() % most; ++i) made += static_cast<char>('a' + random_() % 26);
      left.words.push_back(made);
      return made;
    };
    model::Lead lead;
    lead.key = key;
    lead.at = at;
    lead.name = word(24);
    lead.phone = "+2126" + std::to_string(10000000 + random_() % 90000000);
    left.words.push_back(lead.phone.substr(4));
    lead.email = word(10) + "@exemple.ma";
    lead.programs = {"zellige", "babouche"};
    lead.consents = {{"information", true}};
    left.receipt = store::insert_lead(database_, lead).value();
    add_details(key, word(200), word(12), word(100));
    return left;
  }

 private:
  void add_details(const std::string& key, const std::string& question, const std::string& child, const std::string& answer) {
    store::Statement details(database_, "INSERT INTO lead_details VALUES (?, '', '', '', '', '', ?, '', '', 0) ON CONFLICT (lead) DO UPDATE SET question = excluded.question");
    CHECK(details.bind(key).bind(question).step().has_value());
    store::Statement children(database_, "INSERT OR REPLACE INTO lead_children VALUES (?, 0, ?, '', '')");
    CHECK(children.bind(key).bind(child).step().has_value());
    store::Statement desk(database_, "INSERT OR REPLACE INTO lead_desk VALUES (?, '', ?, NULL)");
    CHECK(desk.bind(key).bind(answer).step().has_value());
  }

  store::Database& database_;
  std::mt19937 random_;
};

// Every byte of every file below the folder.
std::string everything(const std::filesystem::path& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += tests::slurp(entry.path());
  }
  return bytes;
}

int found(const std::string& bytes, const Left& left) {
  int count = 0;
  for (const std::string& word : left.words) count += bytes.find(word) == std::string::npos ? 0 : 1;
  return count;
}

std::string why(const std::filesystem::path& file, const std::string& receipt) {
  auto database = store::Database::open(file, SQLITE_OPEN_READONLY);
  store::Statement row(*database, "SELECT why FROM erasures WHERE receipt = ?");
  return row.bind(receipt).step().value_or(false) ? row.text(0) : "";
}

}  // namespace

TEST_CASE("leads erased among others that come and go leave no byte in any file, and the others stay whole") {
  const TempFolder folder;
  auto database = store::open_and_migrate(folder / "kiosk.db");
  REQUIRE(database.has_value());
  Families families(*database, 3);
  std::mt19937 random(5);
  std::map<std::string, Left> there;
  std::vector<Left> gone;
  for (int i = 0; i < 100; ++i) {
    const std::string key = "lead" + std::to_string(i);
    there.emplace(key, families.leave(key));
    if (i % 25 == 12) REQUIRE(store::back_up_changes(folder.path(), kMorning + std::chrono::seconds(i)).has_value());
    if (random() % 4 != 0) continue;
    auto at = std::next(there.begin(), static_cast<std::ptrdiff_t>(random() % there.size()));
    REQUIRE(found(everything(folder.path()), at->second) == 6);
    // On the store's connection or as the verb does it, beside the open one.
    if (random() % 2 == 0) {
      CHECK(store::erase_lead(*database, at->second.receipt, kMorning).value());
      store::erase_from_backups(folder.path(), at->second.receipt, kMorning, {});
    } else {
      CHECK(store::erase_lead(folder.path(), at->second.receipt, kMorning).value());
    }
    const std::string bytes = everything(folder.path());
    CHECK(found(bytes, at->second) == 0);
    gone.push_back(at->second);
    there.erase(at);
  }
  REQUIRE(gone.size() > 10);
  const std::string bytes = everything(folder.path());
  for (const Left& left : gone) CHECK(found(bytes, left) == 0);
  for (const auto& [key, left] : there) CHECK(found(bytes, left) == 6);
  for (const std::filesystem::path& backup : store::list_backups(folder.path())) {
    auto copy = store::Database::open(backup, SQLITE_OPEN_READONLY);
    CHECK(copy->text("PRAGMA integrity_check").value() == "ok");
    CHECK(copy->number("SELECT count(*) FROM lead_details WHERE lead NOT IN (SELECT lead FROM leads)").value() == 0);
    CHECK(copy->number("SELECT count(*) FROM leads").value() > 0);
  }
  CHECK(why(folder / "kiosk.db", gone.front().receipt) == "erased");
  CHECK(store::read_leads(folder.path())->size() == there.size());
}

TEST_CASE("a lead that is only in a backup is erased there; a backup that cannot be read is deleted, and said") {
  const TempFolder folder;
  auto database = store::open_and_migrate(folder / "kiosk.db");
  Families families(*database);
  const Left left = families.leave("a");
  families.leave("b");
  const auto first = store::back_up_changes(folder.path(), kMorning);
  REQUIRE(first->has_value());
  REQUIRE(database->execute("DELETE FROM leads WHERE lead = 'a'").has_value());
  CHECK(store::erase_lead(folder.path(), left.receipt, kMorning).value());
  CHECK(found(everything(folder.path()), left) == 0);
  CHECK_FALSE(store::erase_lead(folder.path(), left.receipt, kMorning).value());

  families.leave("c");
  const auto second = store::back_up_changes(folder.path(), kMorning + 60s);
  REQUIRE(second->has_value());
  std::ofstream(**second, std::ios::binary | std::ios::trunc) << "SQLite format 3 no more";
  std::ofstream(folder / "kiosk.db.set-aside-1") << "?";
  std::vector<std::string> said;
  const Left other = families.leave("d");
  CHECK(store::erase_lead(folder.path(), other.receipt, kMorning, [&](const base::Error& error) { said.push_back(error.message); }).value());
  CHECK_FALSE(std::filesystem::exists(**second));
  REQUIRE(said.size() == 2);
  CHECK(said[0].find("is deleted") != std::string::npos);
  CHECK(said[1].find("set aside") != std::string::npos);
}

TEST_CASE("an erasure beside a kiosk that saves: nothing is refused, nothing stays") {
  const TempFolder folder;
  const auto store = store::Store::open({folder.path(), {}});
  REQUIRE(store.has_value());
  std::vector<Left> lefts;
  {
    auto writer = store::open_and_migrate(folder / "kiosk.db");
    Families families(*writer);
    for (int i = 0; i < 20; ++i) lefts.push_back(families.leave("l" + std::to_string(i)));
  }
  std::atomic<int> refused = 0;
  std::atomic<int> saved = 0;
  std::thread families([&] {
    for (int i = 0; i < 60; ++i) {
      model::Lead lead;
      lead.key = "k" + std::to_string(i);
      lead.at = kMorning;
      lead.name = "عائلة";
      lead.phone = "+212612345678";
      (*store)->save_lead(lead, [&](const base::Result<std::string>& receipt) { ++(receipt ? saved : refused); });
      std::this_thread::sleep_for(10ms);
    }
  });
  for (const Left& left : lefts) {
    const auto erased = store::erase_lead(folder.path(), left.receipt, kMorning);
    CHECK_MESSAGE(erased.value_or(false), (erased ? std::string() : erased.error().message));
  }
  families.join();
  (*store)->flush();
  CHECK(refused == 0);
  CHECK(saved == 60);
  const std::string bytes = everything(folder.path());
  for (const Left& left : lefts) CHECK(found(bytes, left) == 0);
  CHECK(store::read_leads(folder.path())->size() == 60);
}

TEST_CASE("what is older than its retention goes from the database and the backups; guests stay as a count") {
  const TempFolder folder;
  auto database = store::open_and_migrate(folder / "kiosk.db");
  Families families(*database);
  const Left old = families.leave("old", kMorning - std::chrono::days(400));
  const Left edge = families.leave("edge", kMorning);
  model::Guest guest;
  guest.key = "g";
  guest.at = kMorning - std::chrono::days(400);
  guest.kind = model::GuestKind::press;
  guest.party_size = 2;
  guest.name = "qzwxecname";
  guest.organisation = "qzwxecorganisation";
  guest.school = "qzwxecschool";
  REQUIRE(store::insert_guest(*database, guest).has_value());
  REQUIRE(store::back_up_changes(folder.path(), kMorning)->has_value());

  const auto purged = store::purge(folder.path(), kMorning, kMorning + 1s);
  REQUIRE(purged.has_value());
  CHECK(purged->leads == 1);
  CHECK(purged->guests == 1);
  // What went by mistake is in the backups for another day.
  CHECK(found(everything(folder.path()), old) > 0);
  CHECK(store::purge_backups(folder.path(), kMorning, kMorning + 1s, {}));
  const std::string bytes = everything(folder.path());
  CHECK(found(bytes, old) == 0);
  CHECK(found(bytes, edge) == 6);
  CHECK(bytes.find("qzwxec") == std::string::npos);
  CHECK(why(folder / "kiosk.db", old.receipt) == "purged");
  CHECK(why(store::list_backups(folder.path()).front(), old.receipt) == "purged");
  const auto guests = store::read_guests(folder.path());
  REQUIRE(guests->size() == 1);
  CHECK(guests->front().kind == model::GuestKind::press);
  CHECK(guests->front().party_size == 2);
  const auto again = store::purge(folder.path(), kMorning, kMorning + 2s);
  CHECK_FALSE(again->any());
}

TEST_CASE("the store purges in its turn, while it is open") {
  const TempFolder folder;
  {
    auto database = store::open_and_migrate(folder / "kiosk.db");
    Families(*database).leave("old", kMorning - std::chrono::days(400));
  }
  const auto store = store::Store::open({folder.path(), {}});
  std::promise<int> leads;
  (*store)->purge(kMorning, kMorning, [&](const base::Result<store::Purged>& purged) { leads.set_value(purged ? purged->leads : -1); });
  CHECK(leads.get_future().get() == 1);
}
