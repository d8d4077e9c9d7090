// The interest a family leaves (V9), and what a professional offers (V19): how to reach them, what for, what they agreed to, what they added
// after saving, what the desk notes of it (S8). Personal data: never into logs, trees or messages. Under 18 the contact is the guardian
// (law 09-08); a minor alone has no lead at all. No identity card's and no Massar number is ever asked for.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/language.h"

namespace kiosk::model {

// What a visitor may agree to, each on its own (law 09-08, art. 4). Without the first nobody may call back, so nothing is kept.
inline constexpr std::array<std::string_view, 3> kPurposes{"information", "reminders", "newsletter"};

enum class ContactRole : std::uint8_t { adult, guardian };  // the person interested, or who answers for a minor
enum class LeadKind : std::uint8_t { family, professional };  // who asks for training, or who offers something (V19)

struct Consent {
  std::string purpose;  // one of kPurposes
  bool given = false;

  bool operator==(const Consent&) const = default;
};

// The ids that the screens offer, the database keeps and the exports name.
inline constexpr std::array<std::string_view, 6> kReplyLanguages{"ar", "ary", "shi", "zgh", "fr", "en"};  // BCP 47: ary Darija, shi Tachelhit
inline constexpr std::array<std::string_view, 4> kReachBy{"call", "sms", "whatsapp", "email"};
inline constexpr std::array<std::string_view, 4> kReachWhen{"morning", "afternoon", "evening", "weekend"};
inline constexpr std::array<std::string_view, 4> kTrades{"artisan", "cooperative", "company", "association"};
inline constexpr std::array<std::string_view, 5> kOffers{"apprenticeship", "internship", "job", "demonstration", "partnership"};
inline constexpr std::string_view kAnyInstitute = "any";  // an answer too, unlike none
inline constexpr std::size_t kMostChildren = 8;
inline constexpr int kMostPlaces = 99;

// One of several children of the same parent. Everything may be left out.
struct Child {
  std::string first_name;   // as typed
  std::string age_band;     // AgeBand::id
  std::string school_year;  // SchoolYear::id of the last one finished
  std::vector<std::string> programs;  // Program::id

  bool operator==(const Child&) const = default;
};

// What is asked after saving; everything may be left out.
struct LeadDetails {
  std::vector<Child> children;
  std::string school_year;     // of an adult who asks for themself: SchoolYear::id
  std::string reply_language;  // one of kReplyLanguages
  std::string reach_by;        // one of kReachBy
  std::string reach_when;      // one of kReachWhen
  std::string institute;       // Institute::id, or kAnyInstitute
  std::vector<std::string> topics;  // Question::id of the ready questions chosen
  std::string question;        // to the counsellor, as typed
  std::string trade;           // of a professional: one of kTrades
  std::string organisation;    // its name, as typed
  std::vector<std::string> offers;  // of kOffers
  int places = 0;              // how many it offers; 0: not said

  bool operator==(const LeadDetails&) const = default;
};

// What may be asked with a receipt code on the visitor's side (S5).
enum class ReceiptRequest : std::uint8_t { erase, call_back };

// What the counsellor's desk notes (S8).
struct DeskNotes {
  std::optional<std::chrono::year_month_day> call_back_by;
  std::string answer;  // as staff typed it
  std::optional<base::WallTime> answered_at;

  bool operator==(const DeskNotes&) const = default;
};

struct Lead {
  std::string key;      // 128 random bits in hexadecimal, made when the form opens: a retry is the same lead
  std::string receipt;  // given by the store (receipt.h); empty until then
  base::WallTime at{};  // when it was handed in and consented to
  base::Language language = base::Language::arabic;  // of the form and of the notice that was read
  ContactRole role = ContactRole::adult;  // who consented
  LeadKind kind = LeadKind::family;
  std::string name;   // as typed
  std::string phone;  // E.164, "+212612345678"; empty when only an e-mail address was left
  std::string email;
  std::vector<std::string> programs;  // Program::id, in the order of the hearts
  std::vector<Consent> consents;      // one for each purpose that was asked
  std::string notice_version;         // the operator's name for the notice that was shown
  std::string notice_text;            // the notice as it was shown; the store keeps it once, by its hash
  std::string notice_hash;            // SHA-256 of `notice_text`, given by the store
  LeadDetails details;
  DeskNotes desk;
  std::optional<base::WallTime> asked_to_erase;      // by receipt code
  std::optional<base::WallTime> asked_to_call_back;  // likewise

  bool operator==(const Lead&) const = default;
};

// The longest name, organisation or address that is kept, and the longest text in whole sentences, in letters; the text field stops there and
// says so.
inline constexpr std::size_t kLongestAnswer = 320;
inline constexpr std::size_t kLongestText = 1000;

}  // namespace kiosk::model
