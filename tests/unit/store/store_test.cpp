// The store on a real file: what is queued is durable after flush, what is damaged is set aside, what is newer is left alone.
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <mutex>

#include "store/database.h"
#include "store/migrations.h"
#include "store/store.h"
#include "support/process.h"

using namespace kiosk;
using namespace std::chrono_literals;
using store::Store;
using store::SubjectKind;
using store::VisitEnd;
using tests::TempFolder;

namespace {

const base::WallTime kMorning = base::WallTime(std::chrono::seconds(1758532500));  // 2025-09-22 09:15 UTC, 10:15 in Casablanca

// Collects what the store tells staff.
struct Reports {
  std::mutex mutex;
  std::vector<base::Error> errors;
  std::function<void(const base::Error&)> sink() {
    return [this](const base::Error& error) {
      const std::lock_guard guard(mutex);
      errors.push_back(error);
    };
  }
};

std::unique_ptr<Store> open(const std::filesystem::path& folder, Reports& reports) {
  auto opened = Store::open({folder, reports.sink()});
  REQUIRE(opened.has_value());
  return std::move(*opened);
}

void one_visit(Store& store, const std::string& key) {
  store.begin_visit(key, kMorning, base::Language::arabic);
  store.record_view(key, kMorning + 1s, "home", "", base::Language::arabic);
  store.record_view(key, kMorning + 5s, "program", "zellige", base::Language::french);
  store.set_heart(key, kMorning + 9s, SubjectKind::program, "zellige", true);
  store.set_heart(key, kMorning + 10s, SubjectKind::workshop, "zellige-1100", true);
  store.set_heart(key, kMorning + 11s, SubjectKind::workshop, "zellige-1100", false);
  store.end_visit(key, kMorning + 60s, base::Language::french, VisitEnd::done);
}

std::int64_t number(const std::filesystem::path& file, const char* sql) {
  auto database = store::Database::open(file, SQLITE_OPEN_READONLY);
  REQUIRE(database.has_value());
  const auto value = database->number(sql);
  REQUIRE(value.has_value());
  return *value;
}

std::vector<std::filesystem::path> set_aside(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename().string().find("set-aside") != std::string::npos) found.push_back(entry.path());
  }
  return found;
}

}  // namespace

TEST_CASE("a visit is counted with its views, its hearts, its language and its hour") {
  const TempFolder folder;
  Reports reports;
  {
    const auto store = open(folder.path(), reports);
    one_visit(*store, "a");
    store->flush();
  }
  const auto statistics = store::read_statistics(folder.path(), "Africa/Casablanca");
  REQUIRE(statistics.has_value());
  CHECK(statistics->visits == 1);
  CHECK(statistics->visits_ended_done == 1);
  CHECK(statistics->views == 2);
  CHECK(statistics->hearts == 1);
  REQUIRE(statistics->visits_by_language.size() == 1);
  CHECK(statistics->visits_by_language[0].id == "fr");  // spoken at last, not that of the slide on which it began
  REQUIRE(statistics->visits_by_hour.size() == 1);
  CHECK(statistics->visits_by_hour[0].id == "10");
  REQUIRE(statistics->views_by_program.size() == 1);
  CHECK(statistics->views_by_program[0].id == "zellige");
  CHECK(statistics->hearts_by_workshop.empty());
  CHECK(reports.errors.empty());
}

TEST_CASE("the figures of a day are of that day alone, by the clocks of the event") {
  const TempFolder folder;
  Reports reports;
  {
    const auto store = open(folder.path(), reports);
    one_visit(*store, "a");
    store->flush();
  }
  using namespace std::chrono;
  const auto visits_on = [&](year_month_day day) { return store::read_statistics(folder.path(), "Africa/Casablanca", day)->visits; };
  CHECK(visits_on(2025y / September / 22) == 1);
  CHECK(visits_on(2025y / September / 21) == 0);
  CHECK(visits_on(2025y / September / 23) == 0);
  CHECK(store::read_statistics(folder.path(), "Africa/Casablanca", 2025y / September / 23)->hearts == 0);
}

TEST_CASE("closing the store writes what was still queued") {
  const TempFolder folder;
  Reports reports;
  {
    const auto store = open(folder.path(), reports);
    for (int i = 0; i < 200; ++i) one_visit(*store, "visit" + std::to_string(i));
  }
  CHECK(number(folder / "kiosk.db", "SELECT count(*) FROM visits") == 200);
  CHECK(number(folder / "kiosk.db", "SELECT count(*) FROM views") == 400);
}

TEST_CASE("the file is marked as ours, strict, and set up as architecture says") {
  const TempFolder folder;
  Reports reports;
  { const auto store = open(folder.path(), reports); }
  CHECK(number(folder / "kiosk.db", "PRAGMA application_id") == store::kApplicationId);
  CHECK(number(folder / "kiosk.db", "PRAGMA user_version") == store::schema_version());
  CHECK(number(folder / "kiosk.db", "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND strict = 0") == 0);
  CHECK_FALSE(std::filesystem::exists(folder / "kiosk.db-wal"));
  const auto permissions = std::filesystem::status(folder.path()).permissions();
  CHECK((permissions & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) == std::filesystem::perms::none);
}

TEST_CASE("schema.md explains every table and column") {
  const TempFolder folder;
  Reports reports;
  { const auto store = open(folder.path(), reports); }
  const std::string document = tests::slurp(std::string(KIOSK_SOURCE_DIR) + "/kiosk/store/schema.md");
  auto database = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READONLY);
  REQUIRE(database.has_value());
  store::Statement columns(*database,
                           "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite%'");
  int seen = 0;
  for (auto row = columns.step(); row.value_or(false); row = columns.step()) {
    const std::string table = columns.text(0);
    const auto section = document.find("## " + table + " ");
    CAPTURE(table);
    CAPTURE(columns.text(1));
    REQUIRE(section != std::string::npos);
    const std::string body = document.substr(section, document.find("\n## ", section + 1) - section);
    CHECK(body.find("| `" + columns.text(1) + "` |") != std::string::npos);
    ++seen;
  }
  CHECK(seen >= 15);
}

TEST_CASE("a heart or view without its visit is left out without a word") {
  const TempFolder folder;
  Reports reports;
  {
    const auto store = open(folder.path(), reports);
    store->record_view("nobody", kMorning, "home", "", base::Language::arabic);
    store->set_heart("nobody", kMorning, SubjectKind::program, "zellige", true);
    store->end_visit("nobody", kMorning, base::Language::arabic, VisitEnd::done);
    store->flush();
  }
  CHECK(number(folder / "kiosk.db", "SELECT count(*) FROM views") == 0);
  CHECK(reports.errors.empty());
}

TEST_CASE("a visit that a power cut left open is closed at the next start, with the time of its last view") {
  const TempFolder folder;
  Reports reports;
  {
    const auto store = open(folder.path(), reports);
    store->begin_visit("cut", kMorning, base::Language::arabic);
    store->record_view("cut", kMorning + 40s, "home", "", base::Language::arabic);
  }
  CHECK(number(folder / "kiosk.db", "SELECT count(*) FROM visits WHERE ended_how IS NULL") == 1);
  { const auto store = open(folder.path(), reports); }
  CHECK(number(folder / "kiosk.db", "SELECT ended_at - began_at FROM visits WHERE ended_how = 'closed'") == 40);
}

TEST_CASE("a second kiosk on the same folder is refused, and may start when the first has ended") {
  const TempFolder folder;
  Reports reports;
  auto first = open(folder.path(), reports);
  CHECK(store::is_held(folder.path()));
  const auto second = Store::open({folder.path(), {}});
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().message.find("another kiosk is running") != std::string::npos);
  CHECK_FALSE(second.error().remedy.empty());
  first.reset();
  CHECK_FALSE(store::is_held(folder.path()));
  CHECK(Store::open({folder.path(), {}}).has_value());
}

TEST_CASE("a file that is no database is set aside byte for byte, and a new one is begun") {
  for (const std::string& damage : {std::string("this is no database"), std::string(5000, '\x7f'), std::string("SQLite format 3\0 and then nonsense", 34)}) {
    const TempFolder folder;
    Reports reports;
    folder.write("kiosk.db", damage);
    {
      const auto store = open(folder.path(), reports);
      one_visit(*store, "after");
    }
    const auto aside = set_aside(folder.path());
    REQUIRE(aside.size() == 1);
    CHECK(tests::slurp(aside.front()) == damage);
    CHECK(reports.errors.size() == 1);
    CHECK(number(folder / "kiosk.db", "SELECT count(*) FROM visits") == 1);
  }
}

TEST_CASE("a database of a newer kiosk and one of another program are set aside, not touched") {
  for (const char* sql : {"PRAGMA application_id = 1247026514; PRAGMA user_version = 99; CREATE TABLE future (x);", "CREATE TABLE addresses (name);"}) {
    const TempFolder folder;
    Reports reports;
    {
      auto other = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
      REQUIRE(other->execute(sql).has_value());
    }
    const std::string before = tests::slurp(folder / "kiosk.db");
    { const auto store = open(folder.path(), reports); }
    const auto aside = set_aside(folder.path());
    REQUIRE(aside.size() == 1);
    CHECK(tests::slurp(aside.front()) == before);
    REQUIRE(reports.errors.size() == 1);
    CHECK(reports.errors[0].message.find("set-aside") != std::string::npos);
  }
}

TEST_CASE("an empty file becomes a database") {
  const TempFolder folder;
  Reports reports;
  folder.write("kiosk.db", "");
  { const auto store = open(folder.path(), reports); }
  CHECK(set_aside(folder.path()).empty());
  CHECK(number(folder / "kiosk.db", "PRAGMA user_version") == store::schema_version());
}

TEST_CASE("a folder that cannot be made is said with its name") {
  const TempFolder folder;
  folder.write("file", "x");
  const auto opened = Store::open({folder / "file" / "data", {}});
  REQUIRE_FALSE(opened.has_value());
  CHECK(opened.error().message.find("file/data") != std::string::npos);
}

TEST_CASE("counting while the kiosk writes makes no COMMIT fail") {
  const TempFolder folder;
  Reports reports;
  const auto store = open(folder.path(), reports);
  std::thread reader([&] {
    for (int i = 0; i < 60; ++i) CHECK(store::read_statistics(folder.path(), "Africa/Casablanca").has_value());
  });
  for (int i = 0; i < 120; ++i) {
    one_visit(*store, "v" + std::to_string(i));
    store->flush();
  }
  reader.join();
  CHECK(reports.errors.empty());
  CHECK(number(folder / "kiosk.db", "SELECT count(*) FROM visits") == 120);
}

TEST_CASE("a full disk is told to staff, loses nothing that was committed, and the next write works when there is room again") {
  const TempFolder folder;
  Reports reports;
  const auto store = open(folder.path(), reports);
  one_visit(*store, "before");
  store->flush();
  // No file may grow: what the kernel does on a full disk, without needing one.
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit old{};
  getrlimit(RLIMIT_FSIZE, &old);
  rlimit none = old;
  none.rlim_cur = 8192;
  setrlimit(RLIMIT_FSIZE, &none);
  for (int i = 0; i < 40; ++i) one_visit(*store, "during" + std::to_string(i));
  store->flush();
  setrlimit(RLIMIT_FSIZE, &old);
  REQUIRE_FALSE(reports.errors.empty());
  CHECK(reports.errors[0].message.find("database failed") != std::string::npos);
  one_visit(*store, "after");
  store->flush();
  CHECK(number(folder / "kiosk.db", "SELECT count(*) FROM visits WHERE visit IN ('before', 'after')") == 2);
  auto check = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READONLY);
  CHECK(check->text("PRAGMA integrity_check").value_or("") == "ok");
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  const TempFolder folder;
  auto database = store::Database::open(folder / "t.db", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  REQUIRE(database->execute("CREATE TABLE t (x)").has_value());
  {
    auto transaction = store::Transaction::begin(*database);
    REQUIRE(database->execute("INSERT INTO t VALUES (1)").has_value());
  }
  CHECK(database->number("SELECT count(*) FROM t").value() == 0);
  auto transaction = store::Transaction::begin(*database);
  REQUIRE(database->execute("INSERT INTO t VALUES (1)").has_value());
  REQUIRE(transaction->commit().has_value());
  CHECK(database->number("SELECT count(*) FROM t").value() == 1);
}
