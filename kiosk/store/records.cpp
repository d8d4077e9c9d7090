#include "store/records.h"

#include <sys/random.h>

#include <array>
#include <chrono>
#include <string>

#include "base/digest.h"
#include "base/format.h"
#include "model/receipt.h"
#include "store/rows.h"
#include "store/snapshot.h"

namespace kiosk::store {
namespace {

std::string_view word(model::LeadKind kind) { return kind == model::LeadKind::professional ? "professional" : "family"; }
std::string_view word(model::ContactRole role) { return role == model::ContactRole::guardian ? "guardian" : "adult"; }

base::Result<std::string> draw_receipt() {
  std::array<std::uint8_t, model::kReceiptCharacters - 1> random{};
  constexpr std::uint8_t kEven = 248;  // 8 × 31: below it every character is as likely as any other
  for (std::uint8_t& one : random) {
    do {
      if (::getrandom(&one, 1, 0) != 1) return base::fail("the system gives no random numbers", "Start the computer again.");
    } while (one >= kEven);
  }
  return model::make_receipt(random);
}

// A code that no lead has and none had before it was erased.
base::Result<std::string> free_receipt(Database& database) {
  while (true) {
    auto receipt = draw_receipt();
    if (!receipt) return receipt;
    Statement taken(database, "SELECT 1 FROM leads WHERE receipt = ?1 UNION ALL SELECT 1 FROM erasures WHERE receipt = ?1");
    const auto row = taken.bind(*receipt).step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return receipt;
  }
}

// What an operator who gives the notice no name of its own finds it by.
constexpr std::size_t kShortHash = 12;

// Each text once, however many families read it; gives its hash. Without a text there is no consent to prove: the rows of a test.
base::Result<std::string> keep_notice(Database& database, const model::Lead& lead) {
  if (lead.notice_text.empty()) return std::string();
  std::string hash = base::sha256(lead.notice_text);
  Statement insert(database, "INSERT OR IGNORE INTO notices (hash, version, language, text) VALUES (?, ?, ?, ?)");
  const auto done = insert.bind(hash).bind(lead.notice_version).bind(base::code(lead.language)).bind(lead.notice_text).run();
  if (!done) return tl::make_unexpected(done.error());
  return hash;
}

base::Result<void> insert_rows(Database& database, const model::Lead& lead, const std::string& receipt) {
  const auto notice = keep_notice(database, lead);
  if (!notice) return tl::make_unexpected(notice.error());
  Statement insert(database,
                   "INSERT INTO leads (lead, receipt, at, language, role, kind, name, phone, email, notice_version, notice_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(lead.key).bind(receipt).bind(unix_seconds(lead.at)).bind(base::code(lead.language)).bind(word(lead.role)).bind(word(lead.kind));
  insert.bind(lead.name).bind(lead.phone).bind(lead.email).bind(lead.notice_version.empty() ? notice->substr(0, kShortHash) : lead.notice_version).bind(*notice);
  if (const auto done = insert.run(); !done) return tl::make_unexpected(done.error());
  std::int64_t position = 0;
  for (const std::string& program : lead.programs) {
    Statement row(database, "INSERT INTO lead_programs (lead, position, program) VALUES (?, ?, ?)");
    if (const auto done = row.bind(lead.key).bind(position++).bind(program).run(); !done) return tl::make_unexpected(done.error());
  }
  position = 0;
  for (const model::Consent& consent : lead.consents) {
    Statement row(database, "INSERT INTO lead_consents (lead, position, purpose, given) VALUES (?, ?, ?, ?)");
    const auto done = row.bind(lead.key).bind(position++).bind(consent.purpose).bind(consent.given ? 1 : 0).run();
    if (!done) return tl::make_unexpected(done.error());
  }
  return {};
}

}  // namespace

base::Result<std::string> insert_lead(Database& database, const model::Lead& lead) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  auto receipt = database.text_for("SELECT receipt FROM leads WHERE lead = ?", lead.key);
  if (!receipt || !receipt->empty()) return receipt;
  receipt = free_receipt(database);
  if (!receipt) return receipt;
  if (const auto written = insert_rows(database, lead, *receipt); !written) return tl::make_unexpected(written.error());
  if (const auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return receipt;
}

base::Result<int> insert_guest(Database& database, const model::Guest& guest) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  // Badges count up from 1 without gaps: two guests are never given the same number, and the last number is the count.
  Statement insert(database,
                   "INSERT INTO guests (badge, guest, at, language, kind, party_size, name, organisation, school, school_level) "
                   "SELECT coalesce(max(badge), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM guests WHERE true ON CONFLICT (guest) DO NOTHING");
  insert.bind(guest.key).bind(unix_seconds(guest.at)).bind(base::code(guest.language)).bind(model::id(guest.kind));
  insert.bind(guest.party_size).bind(guest.name).bind(guest.organisation).bind(guest.school).bind(guest.school_level);
  if (const auto done = insert.run(); !done) return tl::make_unexpected(done.error());
  const auto badge = database.text_for("SELECT badge FROM guests WHERE guest = ?", guest.key);
  if (!badge) return tl::make_unexpected(badge.error());
  if (const auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return std::stoi(*badge);
}

base::Result<std::vector<model::Guest>> read_guests(const std::filesystem::path& folder) {
  auto copy = copy_of_database(folder);
  if (!copy) return tl::make_unexpected(copy.error());
  std::vector<model::Guest> guests;
  const auto read = for_each_row(
      *copy, "SELECT badge, guest, at, language, kind, party_size, name, organisation, school, school_level FROM guests ORDER BY badge",
      [&](const Statement& row) {
        model::Guest guest;
        guest.badge = static_cast<int>(row.number(0));
        guest.key = row.text(1);
        guest.at = time_of(row.number(2));
        guest.language = language_of(row.text(3));
        guest.kind = model::guest_kind(row.text(4)).value_or(model::GuestKind::other);
        guest.party_size = static_cast<int>(row.number(5));
        guest.name = row.text(6);
        guest.organisation = row.text(7);
        guest.school = row.text(8);
        guest.school_level = row.text(9);
        guests.push_back(std::move(guest));
      });
  if (!read) return tl::make_unexpected(read.error());
  return guests;
}

}  // namespace kiosk::store
