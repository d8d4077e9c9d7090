// A disk that fails at the worst moment: every k-th write, sync, truncation, opening or deletion fails once, or everything from the k-th on, k = 1,
// 2, 3 … until a run meets no fault. A run opens a store, begins visits, hands in leads, guests and seats of a tour, each up to three times as a visitor
// does who touches "retry", leaves, comes back. Whatever failed: a lead whose receipt was given, or a seat that was said, is there exactly once, one that was
// refused for good is not there, the file is whole, and no good database is ever set aside.
//
//   store_faults [--most N] [--step N]      the first N places of each kind (0: until a run is free of faults), every STEP-th
#include <sqlite3.h>

#include <cstdio>
#include <cstring>
#include <future>
#include <map>
#include <mutex>

#include "store/backups.h"
#include "store/database.h"
#include "store/store.h"
#include "support/process.h"

using namespace kiosk;

namespace {

enum class Operation { write, sync, truncate, open, remove };
constexpr std::array kOperations{Operation::write, Operation::sync, Operation::truncate, Operation::open, Operation::remove};
constexpr std::array kNames{"write", "sync", "truncate", "open", "delete"};

// What fails, and whether it has.
struct Plan {
  std::mutex mutex;
  bool active = false;
  Operation operation = Operation::write;
  int at = 0;           // the k-th
  bool stays = false;   // and all that follow
  int status = SQLITE_IOERR;
  int counted = 0;
  int failed = 0;

  // The status to fail with, or SQLITE_OK.
  int ask(Operation what) {
    const std::lock_guard guard(mutex);
    if (!active || what != operation) return SQLITE_OK;
    ++counted;
    if (counted != at && !(stays && counted > at)) return SQLITE_OK;
    ++failed;
    return status;
  }
};
Plan plan;

// SQLite's own VFS with our word before it.
struct File {
  sqlite3_file base;
  sqlite3_file* real;
};
sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
  const int fault = plan.ask(Operation::write);
  if (fault == SQLITE_OK) return real(file)->pMethods->xWrite(real(file), bytes, count, at);
  // Half of it reaches the disk.
  if (count > 1) real(file)->pMethods->xWrite(real(file), bytes, count / 2, at);
  return fault;
}
int sync_file(sqlite3_file* file, int flags) {
  const int fault = plan.ask(Operation::sync);
  return fault == SQLITE_OK ? real(file)->pMethods->xSync(real(file), flags) : SQLITE_IOERR_FSYNC;
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  const int fault = plan.ask(Operation::truncate);
  return fault == SQLITE_OK ? real(file)->pMethods->xTruncate(real(file), size) : SQLITE_IOERR_TRUNCATE;
}

const sqlite3_io_methods kMethods{
    1,
    [](sqlite3_file* f) { const int status = real(f)->pMethods == nullptr ? SQLITE_OK : real(f)->pMethods->xClose(real(f)); sqlite3_free(real(f)); return status; },
    [](sqlite3_file* f, void* to, int count, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, count, at); },
    write_file,
    truncate_file,
    sync_file,
    [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
    [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
    [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
    [](sqlite3_file* f, int* held) { return real(f)->pMethods->xCheckReservedLock(real(f), held); },
    [](sqlite3_file* f, int what, void* with) { return real(f)->pMethods->xFileControl(real(f), what, with); },
    [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
    [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
    nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

sqlite3_vfs* below = nullptr;

int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* got) {
  file->pMethods = nullptr;
  if (plan.ask(Operation::open) != SQLITE_OK) return SQLITE_CANTOPEN;
  auto* const mine = reinterpret_cast<File*>(file);
  mine->real = static_cast<sqlite3_file*>(sqlite3_malloc(below->szOsFile));
  std::memset(mine->real, 0, static_cast<std::size_t>(below->szOsFile));
  const int status = below->xOpen(below, name, mine->real, flags, got);
  if (status == SQLITE_OK) {
    file->pMethods = &kMethods;
  } else {
    sqlite3_free(mine->real);
  }
  return status;
}

int delete_file(sqlite3_vfs*, const char* name, int sync) {
  return plan.ask(Operation::remove) == SQLITE_OK ? below->xDelete(below, name, sync) : SQLITE_IOERR_DELETE;
}

void stand_before_sqlite() {
  static sqlite3_vfs vfs;
  below = sqlite3_vfs_find(nullptr);
  vfs = *below;
  vfs.pNext = nullptr;
  vfs.zName = "failing";
  vfs.szOsFile = sizeof(File);
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  sqlite3_vfs_register(&vfs, 1);
}

struct Told {
  std::map<std::string, bool> leads;   // by key: whether a receipt was given in the end
  std::map<std::string, bool> guests;
  std::map<std::string, bool> seats;   // of guided tours
};

template <class Value, class Hand>
bool told(Hand hand) {
  std::promise<bool> saved;
  hand([&](const base::Result<Value>& result) { saved.set_value(result.has_value()); });
  return saved.get_future().get();
}

void hand_in(store::Store& store, const std::string& key, Told& all) {
  constexpr int kTries = 3;
  model::Lead lead;
  lead.key = key;
  lead.at = std::chrono::system_clock::now();
  lead.name = std::string(300, 'n');
  lead.phone = "+212612345678";
  lead.programs = {"zellige", "babouche"};
  lead.consents = {{"information", true}};
  bool& lead_saved = all.leads[key];
  for (int i = 0; i < kTries && !lead_saved; ++i) lead_saved = told<std::string>([&](auto done) { store.save_lead(lead, done); });
  model::Guest guest;
  guest.key = key;
  bool& guest_saved = all.guests[key];
  for (int i = 0; i < kTries && !guest_saved; ++i) guest_saved = told<int>([&](auto done) { store.save_guest(guest, done); });
  const store::SeatsWanted seats{{key, "families", std::chrono::minutes(630), 2, 0}, std::chrono::year(2025) / 9 / 22, 20, lead.at};
  bool& seats_taken = all.seats[key];
  for (int i = 0; i < kTries && !seats_taken; ++i) seats_taken = told<store::SeatsGiven>([&](auto done) { store.take_seats(seats, done); });
}

void visit(store::Store& store, const std::string& key, Told& all) {
  const base::WallTime now = std::chrono::system_clock::now();
  store.begin_visit(key, now, base::Language::arabic);
  store.record_view(key, now, "home", "", base::Language::arabic);
  hand_in(store, key, all);
  store.set_heart(key, now, store::SubjectKind::program, "zellige", true);
  store.end_visit(key, now, base::Language::arabic, store::VisitEnd::done);
  store.forget();
  store.flush();
}

// Two days: the second finds the database of the first.
Told days(const std::filesystem::path& folder) {
  Told all;
  for (int day = 0; day < 2; ++day) {
    const auto store = store::Store::open({folder, {}});
    if (!store) continue;
    for (int family = 0; family < 3; ++family) visit(**store, "d" + std::to_string(day) + "f" + std::to_string(family), all);
    static_cast<void>(store::back_up_changes(folder, std::chrono::system_clock::now()));
  }
  return all;
}

struct Outcome {
  int runs = 0;
  int with_faults = 0;
  int receipts = 0;
  int refused = 0;
  int wrong = 0;
};

int count_of(store::Database& database, const char* sql, const std::string& key) {
  store::Statement count(database, sql);
  return count.bind(key).step().value_or(false) ? static_cast<int>(count.number(0)) : -1;
}

int set_aside(const std::filesystem::path& folder) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) count += entry.path().filename().string().find("set-aside") != std::string::npos ? 1 : 0;
  return count;
}

// How many things are not as they were told.
int judge(const std::filesystem::path& folder, const Told& all, Outcome& outcome, const std::string& what) {
  int wrong = 0;
  const auto check = [&](bool right, const std::string& why) {
    if (right) return;
    ++wrong;
    std::fprintf(stderr, "%s: %s\n", what.c_str(), why.c_str());
  };
  { const auto store = store::Store::open({folder, {}}); check(store.has_value(), "the store cannot be opened afterwards"); }
  check(set_aside(folder) == 0, "a database was set aside");
  auto database = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READONLY);
  if (!database) return wrong + 1;
  check(database->text("PRAGMA integrity_check").value_or("unreadable") == "ok", "the file is not whole");
  const auto judge_one = [&](const std::string& key, bool saved, const char* sql, const char* noun) {
    const int there = count_of(*database, sql, key);
    outcome.receipts += saved ? 1 : 0;
    outcome.refused += saved ? 0 : 1;
    check(there == (saved ? 1 : 0), std::string(noun) + " " + key + (saved ? " was told saved" : " was refused") + ", there: " + std::to_string(there));
  };
  for (const auto& [key, saved] : all.leads) judge_one(key, saved, "SELECT count(*) FROM leads WHERE lead = ?1 AND (SELECT count(*) FROM lead_programs WHERE lead = ?1) = 2", "lead");
  for (const auto& [key, saved] : all.guests) judge_one(key, saved, "SELECT count(*) FROM guests WHERE guest = ?", "guest");
  for (const auto& [key, saved] : all.seats) judge_one(key, saved, "SELECT count(*) FROM tour_seats WHERE ticket = ?", "ticket");
  for (const auto& backup : store::list_backups(folder)) {
    auto copy = store::Database::open(backup, SQLITE_OPEN_READONLY);
    check(copy && copy->text("PRAGMA integrity_check").value_or("unreadable") == "ok", "a backup is not whole");
  }
  return wrong;
}

// False when no fault was met: the campaign of this kind is over.
bool run(Operation operation, int at, bool stays, int status, Outcome& outcome) {
  const tests::TempFolder folder;
  {
    const std::lock_guard guard(plan.mutex);
    plan.operation = operation, plan.at = at, plan.stays = stays, plan.status = status;
    plan.counted = plan.failed = 0;
    plan.active = true;
  }
  const Told all = days(folder.path());
  plan.active = false;
  ++outcome.runs;
  outcome.with_faults += plan.failed > 0 ? 1 : 0;
  const std::string what = std::string(kNames[static_cast<std::size_t>(operation)]) + " " + std::to_string(at) + (stays ? " and all after" : "");
  outcome.wrong += judge(folder.path(), all, outcome, what);
  return plan.failed > 0;
}

}  // namespace

int main(int argc, char** argv) {
  int most = 20;
  int step = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--most") == 0) most = std::atoi(argv[i + 1]);
    if (std::strcmp(argv[i], "--step") == 0) step = std::atoi(argv[i + 1]);
  }
  stand_before_sqlite();
  int wrong = 0;
  std::printf("{");
  for (const Operation operation : kOperations) {
    Outcome outcome;
    for (const bool stays : {false, true}) {
      for (int at = 1; most == 0 || at <= most; at += step) {
        if (!run(operation, at, stays, at % 2 == 0 ? SQLITE_FULL : SQLITE_IOERR_WRITE, outcome)) break;
      }
    }
    wrong += outcome.wrong;
    std::printf("%s\"%s\": {\"runs\": %d, \"with_faults\": %d, \"receipts\": %d, \"refused\": %d, \"wrong\": %d}", operation == kOperations[0] ? "" : ", ",
                kNames[static_cast<std::size_t>(operation)], outcome.runs, outcome.with_faults, outcome.receipts, outcome.refused, outcome.wrong);
    std::fflush(stdout);
  }
  std::printf("}\n");
  return wrong == 0 ? 0 : 1;
}
