// What happens to a lead after it was saved: what the family adds, what it asks for with its receipt code, what the counsellor's desk notes
// and corrects. Used on the store's thread or by a command-line verb; each call is one transaction, and on failure nothing of it remains.
// Personal data passes through here; no error message holds any.
#pragma once

#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "model/lead.h"
#include "store/database.h"

namespace kiosk::store {

// Replaces everything that was added after saving. False when there is no lead of this key (any more): then nothing is written.
base::Result<bool> write_details(Database& database, const std::string& key, const model::LeadDetails& details);

// What a code asked for on the visitor's side. Nothing stored is told; five wrong codes pause it for ten minutes, whoever tries.
enum class ReceiptAnswer : std::uint8_t { noted, wrong, paused };
struct ReceiptTried {
  ReceiptAnswer answer = ReceiptAnswer::wrong;
  int tries_left = 0;               // with `wrong`
  base::WallTime paused_until{};    // with `paused`
};
inline constexpr int kReceiptTries = 5;
inline constexpr std::chrono::minutes kReceiptPause{10};
// `receipt` in the canonical form, or empty for what is no code at all. Whoever asks again, waits again from then on.
base::Result<ReceiptTried> request_by_receipt(Database& database, const std::string& receipt, model::ReceiptRequest request, base::WallTime now);

// By canonical receipt; false when there is no such lead.
base::Result<bool> write_desk_notes(Database& database, const std::string& receipt, const model::DeskNotes& notes);
// How to reach them, corrected (law 09-08, art. 8); the consents stay as they were given.
struct Contact {
  std::string name;
  std::string phone;  // E.164 or empty
  std::string email;
};
base::Result<bool> correct_contact(Database& database, const std::string& receipt, const Contact& contact);

}  // namespace kiosk::store
