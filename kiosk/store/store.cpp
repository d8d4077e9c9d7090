#include "store/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

#include "base/forget.h"
#include "base/format.h"
#include "store/backups.h"
#include "store/data_folder.h"
#include "store/database.h"
#include "store/day.h"
#include "store/migrations.h"
#include "store/records.h"
#include "store/recovery.h"
#include "store/snapshot.h"

namespace kiosk::store {
namespace {

// More than a day of visits; beyond it the disk has long been failing, and memory must not fill up instead.
constexpr std::size_t kQueueLimit = 50000;

std::string_view word(VisitEnd how) {
  switch (how) {
    case VisitEnd::done: return "done";
    case VisitEnd::idle: return "idle";
    case VisitEnd::closed: break;
  }
  return "closed";
}

std::string_view word(SubjectKind kind) { return kind == SubjectKind::program ? "program" : "workshop"; }

struct BeginVisit { VisitKey visit; std::int64_t at; base::Language language; };
struct EndVisit { VisitKey visit; std::int64_t at; base::Language language; VisitEnd how; };
struct RecordView { VisitKey visit; std::int64_t at; std::string screen; std::string subject; base::Language language; };
struct SetHeart { VisitKey visit; std::int64_t at; SubjectKind kind; std::string subject; bool kept; };
struct SaveLead { model::Lead lead; std::function<void(base::Result<std::string>)> done; };
struct SaveGuest { model::Guest guest; std::function<void(base::Result<int>)> done; };
// On the open database, in its turn.
struct Job { std::function<void(Database&)> run; };
using Anonymous = std::variant<BeginVisit, EndVisit, RecordView, SetHeart>;
struct Forget {};
using Write = std::variant<Anonymous, SaveLead, SaveGuest, Job, Forget>;

// A view or heart whose visit is not there (its begin failed) is left out: INSERT … SELECT finds no visit.
struct Writer {
  Database& database;

  base::Result<bool> operator()(const BeginVisit& w) const {
    Statement insert(database, "INSERT OR IGNORE INTO visits (visit, began_at, language) VALUES (?, ?, ?)");
    return insert.bind(w.visit).bind(w.at).bind(base::code(w.language)).step();
  }
  base::Result<bool> operator()(const EndVisit& w) const {
    Statement update(database, "UPDATE visits SET ended_at = ?, last_language = ?, ended_how = ? WHERE visit = ? AND ended_at IS NULL");
    return update.bind(w.at).bind(base::code(w.language)).bind(word(w.how)).bind(w.visit).step();
  }
  base::Result<bool> operator()(const RecordView& w) const {
    Statement insert(database,
                     "INSERT INTO views (visit, at, screen, subject, language) SELECT visit, ?, ?, nullif(?, ''), ? FROM visits WHERE visit = ?");
    return insert.bind(w.at).bind(w.screen).bind(w.subject).bind(base::code(w.language)).bind(w.visit).step();
  }
  base::Result<bool> operator()(const SetHeart& w) const {
    Statement upsert(database,
                     "INSERT INTO hearts (visit, kind, subject, changed_at, kept) SELECT visit, ?, ?, ?, ? FROM visits WHERE visit = ? "
                     "ON CONFLICT (visit, kind, subject) DO UPDATE SET changed_at = excluded.changed_at, kept = excluded.kept");
    return upsert.bind(word(w.kind)).bind(w.subject).bind(w.at).bind(w.kept ? 1 : 0).bind(w.visit).step();
  }
};

// Visits that a crash or a power cut left open.
base::Result<void> close_open_visits(Database& database) {
  return database.execute(
      "UPDATE visits SET ended_how = 'closed', ended_at = coalesce((SELECT max(at) FROM views WHERE views.visit = visits.visit), began_at) "
      "WHERE ended_at IS NULL");
}

// Untouched, under a name with the time, together with the journal that belongs to it.
base::Result<std::filesystem::path> set_aside(const std::filesystem::path& file) {
  const auto stamp = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  std::filesystem::path aside = fmt::format("{}.set-aside-{}", file.string(), stamp);
  for (int i = 2; std::filesystem::exists(aside); ++i) aside = fmt::format("{}.set-aside-{}-{}", file.string(), stamp, i);
  std::error_code error;
  std::filesystem::rename(file, aside, error);
  if (error) return base::fail(fmt::format("{}: cannot be set aside ({})", file.string(), error.message()), "Check the data folder.");
  std::error_code no_journal;
  std::filesystem::rename(file.string() + "-journal", aside.string() + "-journal", no_journal);
  return aside;
}

}  // namespace

struct Store::State {
  StoreOptions options;
  int lock = -1;
  std::optional<Database> database;
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Write> queue;
  bool begun_anew = false;  // after the first start
  int cause = 0;            // what the system said when the database could last not be opened
  bool waiting = false;  // for the disk: until then `database` is one without tables, in which nothing can be saved
  bool doubtful = false;  // something was not written: the next batch has another connection
  bool stopping = false;
  bool writing = false;
  std::thread thread;

  ~State() {
    if (lock >= 0) ::close(lock);
  }

  void report(const base::Error& error) const {
    if (options.on_error) options.on_error(error);
  }

  void push(Write write) {
    {
      const std::lock_guard guard(mutex);
      if (queue.size() >= kQueueLimit && std::holds_alternative<Anonymous>(write)) return;
      queue.push_back(std::move(write));
    }
    changed.notify_all();
  }

  // Anonymous writes that wait go into one transaction, in order: a burst of touches costs one sync.
  base::Result<void> write_together(const std::vector<Anonymous>& writes) {
    auto transaction = Transaction::begin(*database);
    if (!transaction) return tl::make_unexpected(transaction.error());
    for (const Anonymous& write : writes) {
      const auto written = std::visit(Writer{*database}, write);
      if (!written) return tl::make_unexpected(written.error());
    }
    return transaction->commit();
  }

  template <class Value>
  void answer(const std::function<void(base::Result<Value>)>& done, base::Result<Value> saved) {
    if (!saved) doubtful = true;
    done(std::move(saved));
  }

  std::filesystem::path file() const { return options.folder / "kiosk.db"; }

  // Gone or empty although there was one: whoever lost it is told.
  void notice_loss() {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file(), failed);
    const bool gone = failed == std::errc::no_such_file_or_directory;
    if (!gone && (failed || size > 0)) return;
    // Where a new one cannot be made either, it is said once.
    if (waiting || (gone && !database && list_backups(options.folder).empty())) return;
    begun_anew = true;
    report({fmt::format("{}: {}; a new database is begun", file().string(), gone ? "is gone" : "is empty"), "The staff pages show what the backups hold and take it over."});
  }

  // What is no database of this kiosk is set aside for a new one. Where the system said no, the file may be good: leads of the morning must not
  // be put away because the disk is full at noon.
  base::Result<Database> open_or_begin() {
    notice_loss();
    auto opened = open_and_migrate(file());
    std::error_code failed;
    if (opened || opened.error().cause != 0 || !std::filesystem::exists(file(), failed)) return opened;
    if (const auto aside = put_aside(opened.error().message); !aside) return tl::make_unexpected(aside.error());
    return open_and_migrate(file());
  }

  base::Result<void> put_aside(const std::string& why) {
    const auto aside = set_aside(file());
    if (!aside) return tl::make_unexpected(aside.error());
    begun_anew = true;
    report({fmt::format("{}; it is kept as {} and a new one is begun", why, aside->string()),
            "Keep that file: `sqlite3 FILE .dump` may still read it. The staff pages show what the backups hold and take it over."});
    return {};
  }

  void open_again() {
    auto opened = open_or_begin();
    if (!opened) {
      cause = opened.error().cause;
      return;
    }
    *database = std::move(*opened);
    waiting = false;
  }

  // Without a new connection the old one stays: what it remembers is the lesser evil.
  void reopen() {
    if (waiting) return;
    auto fresh = open_or_begin();
    if (!fresh) return report(fresh.error());
    *database = std::move(*fresh);
  }

  // A page that is there already, through journal and sync: what a lead needs but for room.
  base::Result<void> try_writing() {
    auto transaction = Transaction::begin(*database);
    if (!transaction) return tl::make_unexpected(transaction.error());
    const auto tables = database->number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tl::make_unexpected(tables.error());
    if (*tables == 0) return base::fail("the database was emptied");
    if (const auto written = database->execute(fmt::format("PRAGMA user_version = {}", schema_version()).c_str()); !written) return written;
    return transaction->commit();
  }

  model::StorageHealth check() {
    model::StorageHealth health;
    auto wrote = waiting ? tl::make_unexpected(base::Error{{}, {}, cause}) : try_writing();
    if (!wrote && !waiting) {
      reopen();
      wrote = try_writing();
    }
    constexpr std::uintmax_t kLeastRoom = 1U << 20U;
    std::error_code failed;
    const auto room = std::filesystem::space(options.folder, failed);
    if (!wrote) {
      health.trouble = model::disk_trouble(wrote.error().cause);
    } else if (!failed && room.available < kLeastRoom) {
      health.trouble = model::DiskTrouble::full;
    }
    health.begun_anew = begun_anew;
    return health;
  }

  base::Result<std::int64_t> take_over_backup(const std::string& name) {
    auto copy = copy_of_database(options.folder);
    if (is_damaged(copy, options.folder)) {
      if (const auto aside = put_aside(fmt::format("{}: is damaged", file().string())); !aside) return tl::make_unexpected(aside.error());
      auto fresh = open_and_migrate(file());
      if (!fresh) return tl::make_unexpected(fresh.error());
      *database = std::move(*fresh);
    }
    if (name.empty()) return std::int64_t{0};
    for (const std::filesystem::path& backup : list_backups(options.folder)) {
      if (backup.filename() == name) return store::take_over(*database, backup);
    }
    return base::fail(fmt::format("{}: there is no such backup", name), "Choose another.");
  }

  // Leads, guests and staff first: somebody waits for them, and nothing ties them to the visits beside them. Never part of `run`, whose own
  // frame no scrubbing reaches.
  [[gnu::noinline]] void write_all(std::deque<Write>& batch) {
    if (waiting) open_again();
    if (std::exchange(doubtful, false) || database->is_read_only()) reopen();
    std::vector<Anonymous> together;
    bool forget = false;
    for (Write& write : batch) {
      if (auto* lead = std::get_if<SaveLead>(&write)) answer(lead->done, insert_lead(*database, lead->lead));
      if (auto* guest = std::get_if<SaveGuest>(&write)) answer(guest->done, insert_guest(*database, guest->guest));
      if (auto* job = std::get_if<Job>(&write)) job->run(*database);
      if (auto* anonymous = std::get_if<Anonymous>(&write)) together.push_back(std::move(*anonymous));
      forget = forget || std::holds_alternative<Forget>(write);
    }
    const auto written = together.empty() ? base::Result<void>() : write_together(together);
    if (!written) doubtful = true;
    if (!written && !waiting) report(written.error());
    if (forget) reopen();
  }

  void run() {
    std::unique_lock guard(mutex);
    while (true) {
      changed.wait(guard, [&] { return stopping || !queue.empty(); });
      if (queue.empty()) return;
      std::deque<Write> batch;
      batch.swap(queue);
      writing = true;
      guard.unlock();
      write_all(batch);
      std::deque<Write>().swap(batch);
      base::scrub_stack();
      guard.lock();
      writing = false;
      changed.notify_all();
    }
  }
};

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}

base::Result<std::unique_ptr<Store>> Store::open(StoreOptions options) {
  auto state = std::make_unique<State>();
  state->options = std::move(options);
  const std::filesystem::path& folder = state->options.folder;
  if (const auto claimed = claim_folder(folder); !claimed) return tl::make_unexpected(claimed.error());
  const std::filesystem::path lock_file = folder / "kiosk.lock";
  state->lock = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  // On a disk that may only be read the lock of the days before can be held all the same.
  if (state->lock < 0) state->lock = ::open(lock_file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (state->lock < 0) {
    return base::fail(fmt::format("{}: the data folder cannot be used", folder.string()), "Choose a folder that may be written with --data.");
  }
  if (::flock(state->lock, LOCK_EX | LOCK_NB) != 0) {
    return base::fail(fmt::format("{}: another kiosk is running on this data folder", folder.string()),
                      "End the other kiosk, or give this one a folder of its own with --data.");
  }
  auto database = state->open_or_begin();
  if (database) {
    const auto closed = close_open_visits(*database);
    if (!closed) state->report(closed.error());
  } else if (database.error().cause != 0) {
    state->report(database.error());
    state->waiting = true;
    state->cause = database.error().cause;
    database = Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  }
  if (!database) return tl::make_unexpected(database.error());
  state->database.emplace(std::move(*database));
  state->thread = std::thread([raw = state.get()] { raw->run(); });
  return std::unique_ptr<Store>(new Store(std::move(state)));
}

Store::~Store() {
  {
    const std::lock_guard guard(state_->mutex);
    state_->stopping = true;
  }
  state_->changed.notify_all();
  if (state_->thread.joinable()) state_->thread.join();
}

void Store::begin_visit(VisitKey visit, base::WallTime at, base::Language language) {
  state_->push(Anonymous(BeginVisit{std::move(visit), unix_seconds(at), language}));
}

void Store::end_visit(VisitKey visit, base::WallTime at, base::Language language, VisitEnd how) {
  state_->push(Anonymous(EndVisit{std::move(visit), unix_seconds(at), language, how}));
}

void Store::record_view(VisitKey visit, base::WallTime at, std::string screen, std::string subject, base::Language language) {
  state_->push(Anonymous(RecordView{std::move(visit), unix_seconds(at), std::move(screen), std::move(subject), language}));
}

void Store::set_heart(VisitKey visit, base::WallTime at, SubjectKind kind, std::string subject, bool kept) {
  state_->push(Anonymous(SetHeart{std::move(visit), unix_seconds(at), kind, std::move(subject), kept}));
}

void Store::save_lead(model::Lead lead, std::function<void(base::Result<std::string>)> done) {
  state_->push(SaveLead{std::move(lead), std::move(done)});
}

void Store::save_guest(model::Guest guest, std::function<void(base::Result<int>)> done) {
  state_->push(SaveGuest{std::move(guest), std::move(done)});
}

void Store::save_details(std::string key, model::LeadDetails details, std::function<void(base::Result<bool>)> done) {
  state_->push(Job{[key = std::move(key), details = std::move(details), done = std::move(done)](Database& database) { done(write_details(database, key, details)); }});
}

void Store::request_by_receipt(std::string receipt, model::ReceiptRequest request, base::WallTime now, std::function<void(base::Result<ReceiptTried>)> done) {
  state_->push(Job{[receipt = std::move(receipt), request, now, done = std::move(done)](Database& database) {
    done(store::request_by_receipt(database, receipt, request, now));
  }});
}

void Store::save_desk_notes(std::string receipt, model::DeskNotes notes, std::function<void(base::Result<bool>)> done) {
  state_->push(Job{[receipt = std::move(receipt), notes = std::move(notes), done = std::move(done)](Database& database) {
    done(write_desk_notes(database, receipt, notes));
  }});
}

void Store::correct_contact(std::string receipt, Contact contact, std::function<void(base::Result<bool>)> done) {
  state_->push(Job{[receipt = std::move(receipt), contact = std::move(contact), done = std::move(done)](Database& database) {
    done(store::correct_contact(database, receipt, contact));
  }});
}

void Store::erase_lead(std::string receipt, base::WallTime now, std::function<void(base::Result<bool>)> done) {
  state_->push(Job{[receipt = std::move(receipt), now, done = std::move(done), options = &state_->options](Database& database) {
    auto erased = store::erase_lead(database, receipt, now);
    // "Erased" is said when the backups hold nothing either.
    const bool in_backups = erase_from_backups(options->folder, receipt, now, options->on_error);
    if (erased && in_backups) erased = true;
    done(erased);
  }});
}

void Store::read_day(std::chrono::year_month_day day, std::function<void(base::Result<model::DayChanges>)> done) {
  state_->push(Job{[day, done = std::move(done)](Database& database) { done(store::read_day(database, day)); }});
}

void Store::save_day(std::chrono::year_month_day day, model::DayChanges changes, std::function<void(base::Result<void>)> done) {
  state_->push(Job{[day, changes = std::move(changes), done = std::move(done)](Database& database) { done(write_day(database, day, changes)); }});
}

void Store::take_seats(SeatsWanted wanted, std::function<void(base::Result<SeatsGiven>)> done) {
  state_->push(Job{[state = state_.get(), wanted = std::move(wanted), done = std::move(done)](Database& database) { state->answer(done, store::take_seats(database, wanted)); }});
}

void Store::return_seats(std::string key, base::WallTime at, std::function<void(base::Result<void>)> done) {
  state_->push(Job{[state = state_.get(), key = std::move(key), at, done = std::move(done)](Database& database) { state->answer(done, store::return_seats(database, key, at)); }});
}

void Store::read_taken_seats(std::chrono::year_month_day day, std::function<void(base::Result<std::vector<model::TakenSeats>>)> done) {
  state_->push(Job{[day, done = std::move(done)](Database& database) { done(store::read_taken_seats(database, day)); }});
}

void Store::purge(base::WallTime before, base::WallTime at, std::function<void(base::Result<Purged>)> done) {
  state_->push(Job{[before, at, done = std::move(done)](Database& database) { done(store::purge(database, before, at)); }});
}

void Store::check(std::function<void(model::StorageHealth)> done) {
  state_->push(Job{[state = state_.get(), done = std::move(done)](Database&) { done(state->check()); }});
}

void Store::take_over(std::string backup, std::function<void(base::Result<std::int64_t>)> done) {
  state_->push(Job{[state = state_.get(), backup = std::move(backup), done = std::move(done)](Database&) { state->answer(done, state->take_over_backup(backup)); }});
}

void Store::forget() { state_->push(Forget{}); }

void Store::flush() {
  std::unique_lock guard(state_->mutex);
  state_->changed.wait(guard, [&] { return state_->queue.empty() && !state_->writing; });
}

bool is_held(const std::filesystem::path& folder) {
  const int lock = ::open((folder / "kiosk.lock").c_str(), O_RDONLY | O_CLOEXEC);
  if (lock < 0) return false;
  const bool held = ::flock(lock, LOCK_EX | LOCK_NB) != 0;
  ::close(lock);
  return held;
}

}  // namespace kiosk::store
