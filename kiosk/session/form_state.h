// What the visitor is telling in a form, as plain values: reception, the interest and what is told after saving, a receipt code. Part of
// the session (state.h); personal data.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/guest.h"
#include "model/lead.h"
#include "session/text_input.h"

namespace kiosk::session {

// Reception (V16): who, how many, then the badge number, which is known once the guest is stored. From `party` one may go by `details`
// (name and organisation) or `school` (a group: school, level, number).
enum class ReceptionStep : std::uint8_t { kind, party, details, school, saving, saved, failed };

struct Reception {
  ReceptionStep step = ReceptionStep::kind;
  std::string key;  // model::Guest::key, made with the first choice and kept by every retry
  model::GuestKind kind = model::GuestKind::other;
  int party_size = 0;
  int badge = 0;
  bool operator==(const Reception&) const = default;
};

// What is asked from a form; `group_size` is a number, the others are texts.
enum class Field : std::uint8_t { name, phone, email, organisation, school, school_level, group_size, search, question, answer, first_name, receipt };
inline constexpr std::size_t kFieldCount = 12;
// Ends the widget's id: "form.phone".
std::string_view id(Field field);

// Why a field cannot be taken as it is; each has a sentence that says what to do.
enum class Problem : std::uint8_t {
  none, name_missing, name_letters, contact_missing, phone_letters, phone_short, phone_long, phone_country, phone_unknown,
  email_space, email_letters, email_at, email_name, email_ending, email_wrong, school_missing, size_wrong, identity_number,
  receipt_missing, receipt_wrong,
};

// Everything typed in this visit. Personal data.
struct Form {
  std::array<TextInput, kFieldCount> inputs;
  std::array<Problem, kFieldCount> problems{};
  std::optional<Field> focus;  // where the keyboard types

  const TextInput& input(Field field) const { return inputs[static_cast<std::size_t>(field)]; }
  TextInput& input(Field field) { return inputs[static_cast<std::size_t>(field)]; }
  Problem problem(Field field) const { return problems[static_cast<std::size_t>(field)]; }
  Problem& problem(Field field) { return problems[static_cast<std::size_t>(field)]; }
  bool any_typed() const;
  bool operator==(const Form&) const = default;
};

enum class SaveState : std::uint8_t { editing, saving, failed, saved };

// The interest a family leaves (V9): screens interest_programs → who → name → contact → consent → thanks. From there on the lead is stored,
// and what is told further goes to the same lead with each screen (details.h).
struct Interest {
  std::string key;  // model::Lead::key, made when it is said who leaves it, and kept by every retry
  model::ContactRole role = model::ContactRole::adult;
  model::LeadKind kind = model::LeadKind::family;
  std::array<bool, model::kPurposes.size()> consents{};  // unticked until the visitor ticks
  bool consent_missing = false;  // next was touched without the consent that an answer needs
  SaveState save = SaveState::editing;
  std::string receipt;  // canonical; known once saved
  bool has_phone = false;  // of the lead that was handed in, whose fields are forgotten
  bool has_email = false;
  model::LeadDetails details;
  model::Child child;  // being told of; among the children when its last question is answered
  std::size_t child_place = 0;  // where it goes: their number for another one
  model::LeadDetails details_sent;  // as they were handed in last
  int details_waiting = 0;          // answers of the store that are still to come, in order
  SaveState details_save = SaveState::editing;
  bool operator==(const Interest&) const = default;
};

// Asking with a receipt code (S5): the code, then what for. Nothing stored is ever shown here.
// Erasure, which nobody takes back, is asked once more: `erase_sure`.
enum class ReceiptStep : std::uint8_t { code, choose, erase_sure, sending, noted, paused, failed };

struct ReceiptDesk {
  ReceiptStep step = ReceiptStep::code;
  std::string code;  // canonical; empty for what is no code
  model::ReceiptRequest request = model::ReceiptRequest::call_back;
  int tries_left = 0;      // with Problem::receipt_wrong
  int paused_minutes = 0;  // with ReceiptStep::paused, rounded up
  bool operator==(const ReceiptDesk&) const = default;
};

// A second touch on what was chosen takes the choice back.
inline void toggle(std::vector<std::string>& list, const std::string& id) {
  const auto found = std::find(list.begin(), list.end(), id);
  if (found == list.end()) {
    list.push_back(id);
  } else {
    list.erase(found);
  }
}

inline void toggle(std::string& choice, const std::string& id) { choice = choice == id ? std::string() : id; }

}  // namespace kiosk::session
