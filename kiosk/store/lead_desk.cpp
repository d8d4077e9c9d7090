#include "store/lead_desk.h"

#include <algorithm>
#include <vector>

#include "locale/dates.h"
#include "store/rows.h"

namespace kiosk::store {
namespace {

base::Result<void> insert_list(Database& database, const char* sql, const std::string& key, const std::vector<std::string>& values) {
  std::int64_t position = 0;
  for (const std::string& value : values) {
    Statement insert(database, sql);
    if (const auto done = insert.bind(key).bind(position++).bind(value).run(); !done) return done;
  }
  return {};
}

base::Result<void> insert_children(Database& database, const std::string& key, const std::vector<model::Child>& children) {
  std::int64_t number = 0;
  for (const model::Child& child : children) {
    Statement insert(database, "INSERT INTO lead_children (lead, position, first_name, age_band, school_year) VALUES (?, ?, ?, ?, ?)");
    if (const auto done = insert.bind(key).bind(number).bind(child.first_name).bind(child.age_band).bind(child.school_year).run(); !done) return done;
    std::int64_t position = 0;
    for (const std::string& program : child.programs) {
      Statement row(database, "INSERT INTO child_programs (lead, child, position, program) VALUES (?, ?, ?, ?)");
      if (const auto done = row.bind(key).bind(number).bind(position++).bind(program).run(); !done) return done;
    }
    ++number;
  }
  return {};
}

base::Result<void> replace_details(Database& database, const std::string& key, const model::LeadDetails& details) {
  for (const char* sql : {"DELETE FROM lead_details WHERE lead = ?", "DELETE FROM lead_children WHERE lead = ?", "DELETE FROM lead_topics WHERE lead = ?",
                          "DELETE FROM lead_offers WHERE lead = ?"}) {
    Statement remove(database, sql);
    if (const auto done = remove.bind(key).run(); !done) return done;
  }
  Statement insert(database,
                   "INSERT INTO lead_details (lead, school_year, reply_language, reach_by, reach_when, institute, question, trade, organisation, places) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(key).bind(details.school_year).bind(details.reply_language).bind(details.reach_by).bind(details.reach_when).bind(details.institute);
  insert.bind(details.question).bind(details.trade).bind(details.organisation).bind(details.places);
  if (const auto done = insert.run(); !done) return done;
  if (const auto done = insert_children(database, key, details.children); !done) return done;
  if (const auto done = insert_list(database, "INSERT INTO lead_topics (lead, position, topic) VALUES (?, ?, ?)", key, details.topics); !done) return done;
  return insert_list(database, "INSERT INTO lead_offers (lead, position, offer) VALUES (?, ?, ?)", key, details.offers);
}

// Nothing when there is no pause.
base::Result<ReceiptTried> read_tries(Database& database) {
  Statement read(database, "SELECT wrong, paused_until FROM receipt_tries");
  const auto row = read.step();
  if (!row) return tl::make_unexpected(row.error());
  if (!*row) return ReceiptTried{ReceiptAnswer::wrong, kReceiptTries, {}};
  return ReceiptTried{ReceiptAnswer::wrong, kReceiptTries - static_cast<int>(read.number(0)), time_of(read.number(1))};
}

base::Result<void> write_tries(Database& database, const ReceiptTried& tried) {
  Statement write(database, "INSERT INTO receipt_tries (id, wrong, paused_until) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET wrong = excluded.wrong, paused_until = excluded.paused_until");
  return write.bind(kReceiptTries - tried.tries_left).bind(unix_seconds(tried.paused_until)).run();
}

// Within a transaction; the answer is final once that is committed.
base::Result<ReceiptTried> judge(Database& database, const std::string& receipt, model::ReceiptRequest request, base::WallTime now) {
  auto tried = read_tries(database);
  if (!tried) return tried;
  // A pause that is longer than any is of a clock that was ahead when it began.
  if (now < tried->paused_until && tried->paused_until - now <= kReceiptPause) {
    tried->answer = ReceiptAnswer::paused;
    return tried;
  }
  Statement note(database, "INSERT INTO lead_requests (lead, request, at) SELECT lead, ?, ? FROM leads WHERE receipt = ? ON CONFLICT (lead, request) DO UPDATE SET at = excluded.at");
  if (const auto done = note.bind(request == model::ReceiptRequest::erase ? "erase" : "call_back").bind(unix_seconds(now)).bind(receipt).run(); !done) {
    return tl::make_unexpected(done.error());
  }
  const auto known = database.text_for("SELECT lead FROM leads WHERE receipt = ?", receipt);
  if (!known) return tl::make_unexpected(known.error());
  if (!known->empty()) {
    // A right code gives one try back, not all: who has a code of their own must not guess others' four at a time.
    *tried = {ReceiptAnswer::noted, std::min(kReceiptTries, tried->tries_left + 1), {}};
  } else if (--tried->tries_left <= 0) {
    *tried = {ReceiptAnswer::paused, kReceiptTries, now + kReceiptPause};
  }
  if (const auto done = write_tries(database, *tried); !done) return tl::make_unexpected(done.error());
  return tried;
}

// Commits when `change` went well, and says whether it touched a row.
base::Result<bool> commit_change(Database& database, Transaction& transaction, Statement& change) {
  if (const auto done = change.run(); !done) return tl::make_unexpected(done.error());
  const bool changed = sqlite3_changes(database.handle()) > 0;
  if (const auto committed = transaction.commit(); !committed) return tl::make_unexpected(committed.error());
  return changed;
}

}  // namespace

base::Result<bool> write_details(Database& database, const std::string& key, const model::LeadDetails& details) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  const auto known = database.text_for("SELECT lead FROM leads WHERE lead = ?", key);
  if (!known) return tl::make_unexpected(known.error());
  if (known->empty()) return false;
  if (const auto replaced = replace_details(database, key, details); !replaced) return tl::make_unexpected(replaced.error());
  if (const auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return true;
}

base::Result<ReceiptTried> request_by_receipt(Database& database, const std::string& receipt, model::ReceiptRequest request, base::WallTime now) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  auto tried = judge(database, receipt, request, now);
  if (!tried) return tried;
  if (const auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return tried;
}

base::Result<bool> write_desk_notes(Database& database, const std::string& receipt, const model::DeskNotes& notes) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  Statement write(database,
                  "INSERT INTO lead_desk (lead, call_back_by, answer, answered_at) SELECT lead, ?, ?, nullif(?, -1) FROM leads WHERE receipt = ? "
                  "ON CONFLICT (lead) DO UPDATE SET call_back_by = excluded.call_back_by, answer = excluded.answer, answered_at = excluded.answered_at");
  write.bind(notes.call_back_by ? locale::iso_date(*notes.call_back_by) : std::string()).bind(notes.answer).bind(notes.answered_at ? unix_seconds(*notes.answered_at) : -1).bind(receipt);
  return commit_change(database, *transaction, write);
}

base::Result<bool> correct_contact(Database& database, const std::string& receipt, const Contact& contact) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  Statement write(database, "UPDATE leads SET name = ?, phone = ?, email = ? WHERE receipt = ?");
  write.bind(contact.name).bind(contact.phone).bind(contact.email).bind(receipt);
  return commit_change(database, *transaction, write);
}

}  // namespace kiosk::store
