#include "store/recovery.h"

#include <algorithm>

#include "base/format.h"
#include "store/backups.h"
#include "store/migrations.h"
#include "store/snapshot.h"

namespace kiosk::store {
namespace {

constexpr std::size_t kMostOffered = 3;

// Another database beside the main one, as `held`, while it lives.
class Attached {
 public:
  static base::Result<Attached> attach(Database& database, const std::string& file) {
    Statement attach(database, "ATTACH ? AS held");
    if (const auto done = attach.bind(file).run(); !done) return tl::make_unexpected(done.error());
    return Attached(&database);
  }
  Attached(Attached&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Attached& operator=(Attached&&) = delete;
  ~Attached() {
    if (database_ != nullptr) sqlite3_exec(database_->handle(), "DETACH held", nullptr, nullptr, nullptr);
  }

 private:
  explicit Attached(Database* database) : database_(database) {}
  Database* database_;
};

// What leads in `held` are known by no other name here. An erased one does not come back.
constexpr const char* kMergeLeads = R"sql(
CREATE TEMP TABLE come AS SELECT lead FROM held.leads AS h
  WHERE NOT EXISTS (SELECT 1 FROM main.leads AS l WHERE l.lead = h.lead OR l.receipt = h.receipt)
    AND NOT EXISTS (SELECT 1 FROM main.erasures AS e WHERE e.receipt = h.receipt);
INSERT OR IGNORE INTO main.notices SELECT * FROM held.notices;
INSERT INTO main.leads SELECT * FROM held.leads WHERE lead IN come;
INSERT INTO main.lead_programs SELECT * FROM held.lead_programs WHERE lead IN come;
INSERT INTO main.lead_consents SELECT * FROM held.lead_consents WHERE lead IN come;
INSERT INTO main.lead_details SELECT * FROM held.lead_details WHERE lead IN come;
INSERT INTO main.lead_children SELECT * FROM held.lead_children WHERE lead IN come;
INSERT INTO main.child_programs SELECT * FROM held.child_programs WHERE lead IN come;
INSERT INTO main.lead_topics SELECT * FROM held.lead_topics WHERE lead IN come;
INSERT INTO main.lead_offers SELECT * FROM held.lead_offers WHERE lead IN come;
INSERT INTO main.lead_requests SELECT * FROM held.lead_requests WHERE lead IN come;
INSERT INTO main.lead_desk SELECT * FROM held.lead_desk WHERE lead IN come;
INSERT OR IGNORE INTO main.erasures SELECT * FROM held.erasures;
)sql";

// Numbers that are free first, so that the next free one is past them.
constexpr const char* kMergeGuests = R"sql(
INSERT INTO main.guests SELECT * FROM held.guests AS h
  WHERE h.guest NOT IN (SELECT guest FROM main.guests) AND h.badge NOT IN (SELECT badge FROM main.guests);
INSERT INTO main.guests (guest, at, language, kind, party_size, name, organisation, school, school_level)
  SELECT guest, at, language, kind, party_size, name, organisation, school, school_level FROM held.guests AS h
  WHERE h.guest NOT IN (SELECT guest FROM main.guests) ORDER BY badge;
INSERT INTO main.tour_seats SELECT * FROM held.tour_seats AS h
  WHERE h.ticket NOT IN (SELECT ticket FROM main.tour_seats)
    AND NOT EXISTS (SELECT 1 FROM main.tour_seats AS m WHERE m.day = h.day AND m.number = h.number);
INSERT INTO main.tour_seats (day, number, ticket, tour, departure, persons, at, returned_at)
  SELECT day, (SELECT max(number) FROM main.tour_seats AS m WHERE m.day = h.day) + row_number() OVER (PARTITION BY day ORDER BY number),
         ticket, tour, departure, persons, at, returned_at FROM held.tour_seats AS h
  WHERE h.ticket NOT IN (SELECT ticket FROM main.tour_seats);
)sql";

constexpr const char* kMergeDay = R"sql(
CREATE TEMP TABLE seen AS SELECT visit FROM held.visits WHERE visit NOT IN (SELECT visit FROM main.visits);
INSERT INTO main.visits SELECT * FROM held.visits WHERE visit IN seen;
INSERT INTO main.views (visit, at, screen, subject, language) SELECT visit, at, screen, subject, language FROM held.views WHERE visit IN seen ORDER BY id;
INSERT INTO main.hearts SELECT * FROM held.hearts WHERE visit IN seen;
INSERT INTO main.day_shifts SELECT * FROM held.day_shifts WHERE day NOT IN (SELECT day FROM main.day_shifts);
INSERT OR IGNORE INTO main.day_modes SELECT * FROM held.day_modes;
)sql";

// Names that set_aside gave, without the journals.
std::vector<std::string> names_set_aside(const std::filesystem::path& data) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(data, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with("kiosk.db.set-aside-") && !name.ends_with("-journal")) names.push_back(name);
  }
  std::sort(names.rbegin(), names.rend());
  return names;
}

base::Result<Database> empty_copy() {
  auto made = Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!made) return made;
  if (const auto migrated = migrate(*made); !migrated) return tl::make_unexpected(migrated.error());
  return made;
}

base::Result<void> merge(Database& live) {
  auto transaction = Transaction::begin(live);
  if (!transaction) return tl::make_unexpected(transaction.error());
  for (const char* sql : {kMergeLeads, kMergeGuests, kMergeDay}) {
    if (const auto done = live.execute(sql); !done) return done;
  }
  return transaction->commit();
}

}  // namespace

base::Result<HeldLeads> held_leads(Database& copy, const std::filesystem::path& backup) {
  const auto attached = Attached::attach(copy, backup.string());
  if (!attached) return tl::make_unexpected(attached.error());
  HeldLeads held;
  const auto leads = copy.number("SELECT count(*) FROM held.leads");
  if (!leads) return tl::make_unexpected(leads.error());
  held.leads = *leads;
  Statement missing(copy, "SELECT receipt FROM held.leads WHERE receipt NOT IN (SELECT receipt FROM main.leads) AND receipt NOT IN (SELECT receipt FROM main.erasures)");
  while (true) {
    const auto row = missing.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return held;
    held.missing.push_back(missing.text(0));
  }
}

bool is_damaged(base::Result<Database>& copy, const std::filesystem::path& data) {
  if (copy) return !check_whole(*copy, data / "kiosk.db").has_value();
  std::error_code error;
  return copy.error().cause == 0 && std::filesystem::exists(data / "kiosk.db", error);
}

model::LostLeads find_lost(const std::filesystem::path& data) {
  model::LostLeads lost;
  lost.set_aside = names_set_aside(data);
  auto copy = copy_of_database(data);
  lost.damaged = is_damaged(copy, data);
  // Of a damaged one nothing is sure to be there.
  if (!copy || lost.damaged) copy = empty_copy();
  if (!copy) return lost;
  std::vector<std::filesystem::path> backups = list_backups(data);
  std::reverse(backups.begin(), backups.end());
  for (const std::filesystem::path& backup : backups) {
    if (lost.backups.size() == kMostOffered) break;
    const auto held = held_leads(*copy, backup);
    if (!held || held->missing.empty()) continue;
    lost.backups.push_back({backup.filename().string(), backup_time(backup).value_or(base::WallTime()), held->leads, static_cast<std::int64_t>(held->missing.size())});
  }
  return lost;
}

base::Result<std::int64_t> take_over(Database& live, const std::filesystem::path& backup) {
  auto copy = whole_copy(backup);
  if (!copy) return tl::make_unexpected(copy.error());
  const auto before = live.number("SELECT count(*) FROM leads");
  if (!before) return before;
  // In memory too, because an older kiosk's backup has to be brought to this one's tables first.
  const auto attached = Attached::attach(live, ":memory:");
  if (!attached) return tl::make_unexpected(attached.error());
  sqlite3_backup* moving = sqlite3_backup_init(live.handle(), "held", copy->handle(), "main");
  if (moving == nullptr) return tl::make_unexpected(live.error("copying"));
  const int moved = sqlite3_backup_step(moving, -1);
  sqlite3_backup_finish(moving);
  if (moved != SQLITE_DONE) return base::fail(fmt::format("{}: cannot be taken over ({})", backup.string(), sqlite3_errstr(moved)), "Try another backup.");
  if (const auto merged = merge(live); !merged) return tl::make_unexpected(merged.error());
  if (const auto cleared = live.execute("DROP TABLE temp.come; DROP TABLE temp.seen"); !cleared) return tl::make_unexpected(cleared.error());
  const auto after = live.number("SELECT count(*) FROM leads");
  if (!after) return after;
  return *after - *before;
}

}  // namespace kiosk::store
