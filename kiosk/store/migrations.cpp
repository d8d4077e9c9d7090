#include "store/migrations.h"

#include <array>

#include "base/format.h"

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
};

}  // namespace

int schema_version() { return static_cast<int>(kSteps.size()); }

base::Result<void> migrate(Database& database) {
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
  for (auto step = static_cast<std::size_t>(*version); step < kSteps.size(); ++step) {
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
