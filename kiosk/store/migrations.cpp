#include "store/migrations.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "base/format.h"
#include "store/staff_pin.h"

namespace kiosk::store {
namespace {

constexpr std::array kSteps{
    // 1: what visitors look at, anonymously.
    R"sql(
CREATE TABLE visits (
  visit      TEXT PRIMARY KEY,
  began_at   INTEGER NOT NULL,
  ended_at   INTEGER,
  language   TEXT NOT NULL,
  last_language TEXT,
  ended_how  TEXT CHECK (ended_how IN ('done', 'idle', 'closed'))
) STRICT, WITHOUT ROWID;

CREATE TABLE views (
  id         INTEGER PRIMARY KEY,
  visit      TEXT NOT NULL REFERENCES visits (visit),
  at         INTEGER NOT NULL,
  screen     TEXT NOT NULL,
  subject    TEXT,
  language   TEXT NOT NULL
) STRICT;
CREATE INDEX views_by_visit ON views (visit);

CREATE TABLE hearts (
  visit      TEXT NOT NULL REFERENCES visits (visit),
  kind       TEXT NOT NULL CHECK (kind IN ('program', 'workshop')),
  subject    TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  kept       INTEGER NOT NULL CHECK (kept IN (0, 1)),
  PRIMARY KEY (visit, kind, subject)
) STRICT, WITHOUT ROWID;
)sql",
    // 2: guests at reception, the interest families leave, what staff set. No column ties a guest or a lead to a visit.
    R"sql(
CREATE TABLE guests (
  badge      INTEGER PRIMARY KEY,
  guest      TEXT NOT NULL UNIQUE,
  at         INTEGER NOT NULL,
  language   TEXT NOT NULL,
  kind       TEXT NOT NULL,
  party_size INTEGER NOT NULL CHECK (party_size BETWEEN 1 AND 200),
  name       TEXT NOT NULL,
  organisation TEXT NOT NULL,
  school     TEXT NOT NULL,
  school_level TEXT NOT NULL
) STRICT;

CREATE TABLE leads (
  lead       TEXT PRIMARY KEY,
  receipt    TEXT NOT NULL UNIQUE,
  at         INTEGER NOT NULL,
  language   TEXT NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('adult', 'guardian')),
  name       TEXT NOT NULL CHECK (name <> ''),
  phone      TEXT NOT NULL,
  email      TEXT NOT NULL,
  notice_version TEXT NOT NULL,
  CHECK (phone <> '' OR email <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_programs (
  lead       TEXT NOT NULL REFERENCES leads (lead) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  program    TEXT NOT NULL,
  PRIMARY KEY (lead, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_consents (
  lead       TEXT NOT NULL REFERENCES leads (lead) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  purpose    TEXT NOT NULL,
  given      INTEGER NOT NULL CHECK (given IN (0, 1)),
  PRIMARY KEY (lead, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasures (
  receipt    TEXT PRIMARY KEY,
  at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_pin (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  hash       TEXT NOT NULL,
  wrong      INTEGER NOT NULL,
  locked_until INTEGER NOT NULL
) STRICT;
)sql",
    // 3: what staff change while the day goes on.
    R"sql(
CREATE TABLE day_shifts (
  day        TEXT NOT NULL,
  position   INTEGER NOT NULL,
  at_minute  INTEGER NOT NULL CHECK (at_minute BETWEEN 0 AND 1439),
  by_minutes INTEGER NOT NULL,
  PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_modes (
  day        TEXT PRIMARY KEY,
  mode       TEXT NOT NULL CHECK (mode IN ('ceremony', 'tour', 'free_visit', 'closing'))
) STRICT, WITHOUT ROWID;
)sql",
    // 4: what a family adds after saving, what professionals offer, what the desk does with it, and why a lead is gone.
    R"sql(
ALTER TABLE leads ADD COLUMN kind TEXT NOT NULL DEFAULT 'family' CHECK (kind IN ('family', 'professional'));
ALTER TABLE leads ADD COLUMN notice_hash TEXT NOT NULL DEFAULT '';

CREATE TABLE notices (
  hash       TEXT PRIMARY KEY,
  version    TEXT NOT NULL,
  language   TEXT NOT NULL,
  text       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_details (
  lead       TEXT PRIMARY KEY REFERENCES leads (lead) ON DELETE CASCADE,
  school_year TEXT NOT NULL,
  reply_language TEXT NOT NULL,
  reach_by   TEXT NOT NULL,
  reach_when TEXT NOT NULL,
  institute  TEXT NOT NULL,
  question   TEXT NOT NULL,
  trade      TEXT NOT NULL,
  organisation TEXT NOT NULL,
  places     INTEGER NOT NULL CHECK (places BETWEEN 0 AND 99)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_children (
  lead       TEXT NOT NULL REFERENCES leads (lead) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  first_name TEXT NOT NULL,
  age_band   TEXT NOT NULL,
  school_year TEXT NOT NULL,
  PRIMARY KEY (lead, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE child_programs (
  lead       TEXT NOT NULL,
  child      INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  program    TEXT NOT NULL,
  PRIMARY KEY (lead, child, position),
  FOREIGN KEY (lead, child) REFERENCES lead_children (lead, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_topics (
  lead       TEXT NOT NULL REFERENCES leads (lead) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  topic      TEXT NOT NULL,
  PRIMARY KEY (lead, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_offers (
  lead       TEXT NOT NULL REFERENCES leads (lead) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  offer      TEXT NOT NULL,
  PRIMARY KEY (lead, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_requests (
  lead       TEXT NOT NULL REFERENCES leads (lead) ON DELETE CASCADE,
  request    TEXT NOT NULL CHECK (request IN ('erase', 'call_back')),
  at         INTEGER NOT NULL,
  PRIMARY KEY (lead, request)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_desk (
  lead       TEXT PRIMARY KEY REFERENCES leads (lead) ON DELETE CASCADE,
  call_back_by TEXT NOT NULL,
  answer     TEXT NOT NULL,
  answered_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt_tries (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  wrong      INTEGER NOT NULL,
  paused_until INTEGER NOT NULL
) STRICT;

ALTER TABLE erasures ADD COLUMN why TEXT NOT NULL DEFAULT 'erased' CHECK (why IN ('erased', 'purged'));
)sql",
    // 5: seats of guided tours. A number that was given back is not given again: it may stand on somebody's phone.
    R"sql(
CREATE TABLE tour_seats (
  day        TEXT NOT NULL,
  number     INTEGER NOT NULL CHECK (number > 0),
  ticket     TEXT NOT NULL UNIQUE,
  tour       TEXT NOT NULL,
  departure  INTEGER NOT NULL CHECK (departure BETWEEN 0 AND 1439),
  persons    INTEGER NOT NULL CHECK (persons BETWEEN 1 AND 99),
  at         INTEGER NOT NULL,
  returned_at INTEGER,
  PRIMARY KEY (day, number)
) STRICT, WITHOUT ROWID;
)sql",
    // 6: the PIN has a file of its own (staff_pin.h).
    R"sql(
DROP TABLE staff_pin;
)sql",
};

constexpr int kLastVersionWithPin = 5;

constexpr const char* kSettings =
    "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;";

}  // namespace

base::Result<Database> open_and_migrate(const std::filesystem::path& file) {
  // The owner's alone from its first byte; never opened here when it is there, for closing it would end SQLite's locks on it.
  const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0) ::close(made);
  struct stat info {};
  constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
  if (made < 0 && ::stat(file.c_str(), &info) == 0 && (info.st_mode & kOthers) != 0) ::chmod(file.c_str(), info.st_mode & S_IRWXU);
  auto database = Database::open(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!database) return database;
  if (const auto set = database->execute(kSettings); !set) return tl::make_unexpected(set.error());
  if (database->number("PRAGMA user_version").value_or(0) <= kLastVersionWithPin) {
    if (const auto taken = take_over_pin(*database, file.parent_path()); !taken) return tl::make_unexpected(taken.error());
  }
  if (const auto migrated = migrate(*database); !migrated) return tl::make_unexpected(migrated.error());
  return database;
}

int schema_version() { return static_cast<int>(kSteps.size()); }

base::Result<void> migrate(Database& database) { return migrate_to(database, schema_version()); }

base::Result<void> migrate_to(Database& database, int target) {
  const auto version = database.number("PRAGMA user_version");
  if (!version) return tl::make_unexpected(version.error());
  const auto application = database.number("PRAGMA application_id");
  if (!application) return tl::make_unexpected(application.error());
  const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tl::make_unexpected(tables.error());
  if (*tables > 0 && *application != kApplicationId) {
    return base::fail("the file is a database, but not the kiosk's", "Keep it elsewhere; the kiosk begins a new one.");
  }
  if (*version > schema_version()) {
    return base::fail(fmt::format("the database has version {}, this program knows {}", *version, schema_version()),
                      "Run the newer kiosk that wrote it.");
  }
  // Without tables a version means nothing: the file was emptied.
  for (auto step = *tables == 0 ? std::size_t{0} : static_cast<std::size_t>(*version); step < static_cast<std::size_t>(target); ++step) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return tl::make_unexpected(transaction.error());
    const std::string marks = fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId, step + 1);
    if (const auto made = database.execute(kSteps[step]); !made) return made;
    if (const auto marked = database.execute(marks.c_str()); !marked) return marked;
    if (const auto committed = transaction->commit(); !committed) return committed;
  }
  return {};
}

}  // namespace kiosk::store
