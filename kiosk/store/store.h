// What the kiosk remembers on disk: one SQLite database on a thread of its own. Visits, views and hearts are anonymous and written
// together; their failures are reported through `on_error` and never stop the visitor. A guest or a lead is a transaction of its own,
// and whoever hands it in is told how it ended. Calls return at once. Reading back is records.h and read_statistics.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/language.h"
#include "base/result.h"
#include "model/day_changes.h"
#include "model/guest.h"
#include "model/lead.h"
#include "model/statistics.h"
#include "model/storage_report.h"
#include "store/erasure.h"
#include "store/lead_desk.h"
#include "store/tour_seats.h"

namespace kiosk::store {

// Made by the caller when a visit begins; random, names nobody.
using VisitKey = std::string;

enum class VisitEnd : std::uint8_t { done, idle, closed };  // "I'm done", the countdown ran out, the kiosk was stopped
enum class SubjectKind : std::uint8_t { program, workshop };

struct StoreOptions {
  std::filesystem::path folder;  // created (0700) when missing; holds kiosk.db
  // Called on the store's thread with a sentence for staff. Must not call back into the store.
  std::function<void(const base::Error&)> on_error;
};

class Store {
 public:
  // Takes the folder's lock (flock), opens and migrates. Fails when another kiosk holds the folder. A database that is
  // damaged, not ours or newer than this program is set aside untouched under a name with the date, and a fresh one is begun, also while the
  // kiosk runs; one that the
  // system keeps us from (full disk, rights) stays where it is and is told to `on_error`: saving fails, and each try opens it again.
  static base::Result<std::unique_ptr<Store>> open(StoreOptions options);
  ~Store();  // writes what is queued, then closes

  void begin_visit(VisitKey visit, base::WallTime at, base::Language language);
  void end_visit(VisitKey visit, base::WallTime at, base::Language language, VisitEnd how);
  // `screen` is a screen id of product.md, `subject` a program's or workshop's id or empty.
  void record_view(VisitKey visit, base::WallTime at, std::string screen, std::string subject, base::Language language);
  void set_heart(VisitKey visit, base::WallTime at, SubjectKind kind, std::string subject, bool kept);

  // `done` is called once, on the store's thread: after COMMIT with the receipt's canonical code (model/receipt.h), or with the error,
  // and then nothing of the lead is in the database. Handing in a key that is saved already changes nothing and gives its receipt.
  void save_lead(model::Lead lead, std::function<void(base::Result<std::string>)> done);
  // The same for a guest, with the badge number, counted from 1.
  void save_guest(model::Guest guest, std::function<void(base::Result<int>)> done);

  // What is added to a saved lead, asked with its receipt, noted by the desk (lead_desk.h); `done` is called once, on the store's thread.
  void save_details(std::string key, model::LeadDetails details, std::function<void(base::Result<bool>)> done);
  void request_by_receipt(std::string receipt, model::ReceiptRequest request, base::WallTime now, std::function<void(base::Result<ReceiptTried>)> done);
  void save_desk_notes(std::string receipt, model::DeskNotes notes, std::function<void(base::Result<bool>)> done);
  void correct_contact(std::string receipt, Contact contact, std::function<void(base::Result<bool>)> done);
  // Of the database and the backups (erasure.h).
  void erase_lead(std::string receipt, base::WallTime now, std::function<void(base::Result<bool>)> done);

  // What staff changed of a day (day.h), read and replaced whole; `done` as above.
  void read_day(std::chrono::year_month_day day, std::function<void(base::Result<model::DayChanges>)> done);
  void save_day(std::chrono::year_month_day day, model::DayChanges changes, std::function<void(base::Result<void>)> done);

  // Seats of guided tours (tour_seats.h); `done` as above.
  void take_seats(SeatsWanted wanted, std::function<void(base::Result<SeatsGiven>)> done);
  void return_seats(std::string key, base::WallTime at, std::function<void(base::Result<void>)> done);
  void read_taken_seats(std::chrono::year_month_day day, std::function<void(base::Result<std::vector<model::TakenSeats>>)> done);

  // Leads and guests whose retention is over (erasure.h), of the live database; `done` as above.
  void purge(base::WallTime before, base::WallTime at, std::function<void(base::Result<Purged>)> done);

  // Whether a lead could be saved now: writes what is there already. Where the file was emptied, taken away or exchanged meanwhile, a new one is begun.
  void check(std::function<void(model::StorageHealth)> done);
  // Of a backup, by its name (recovery.h); a database that is damaged is put aside before. An empty name: only that. Gives how many leads came.
  void take_over(std::string backup, std::function<void(base::Result<std::int64_t>)> done);

  // After everything queued so far: opens the database anew, because SQLite keeps copies of what it wrote as long as a connection is open.
  void forget();

  // Blocks until everything queued so far is committed or has failed. For shutdown and tests.
  void flush();

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// True while some kiosk holds the folder's lock.
bool is_held(const std::filesystem::path& folder);

using model::Count;
using model::Statistics;

// Counted from a copy of the database made in one step by the backup API, so that a running kiosk is never disturbed.
// Of one day in `time_zone` where `day` is given, else of all. Fails with a sentence when there is no database in `folder` yet or it cannot be read.
base::Result<Statistics> read_statistics(const std::filesystem::path& folder, const std::string& time_zone, std::optional<std::chrono::year_month_day> day = {});

}  // namespace kiosk::store
