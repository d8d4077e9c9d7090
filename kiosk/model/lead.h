// The interest a family leaves (V9): how to reach them, what for, and what they agreed to. Personal data: never into logs, trees or
// messages. Under 18 the contact is the guardian (law 09-08); a minor alone has no lead at all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/language.h"

namespace kiosk::model {

// What a visitor may agree to, each on its own (law 09-08, art. 4). Without the first nobody may call back, so nothing is kept.
inline constexpr std::array<std::string_view, 3> kPurposes{"information", "reminders", "newsletter"};

enum class ContactRole : std::uint8_t { adult, guardian };  // the person interested, or who answers for a minor

struct Consent {
  std::string purpose;  // one of kPurposes
  bool given = false;

  bool operator==(const Consent&) const = default;
};

struct Lead {
  std::string key;      // 128 random bits in hexadecimal, made when the form opens: a retry is the same lead
  std::string receipt;  // given by the store (receipt.h); empty until then
  base::WallTime at{};
  base::Language language = base::Language::arabic;
  ContactRole role = ContactRole::adult;
  std::string name;   // as typed
  std::string phone;  // E.164, "+212612345678"; empty when only an e-mail address was left
  std::string email;
  std::vector<std::string> programs;  // Program::id, in the order of the hearts
  std::vector<Consent> consents;      // one for each purpose that was asked
  std::string notice_version;         // tells which notice was shown

  bool operator==(const Lead&) const = default;
};

// The longest name, organisation or address that is kept, in bytes of UTF-8; the text field stops there.
inline constexpr std::size_t kLongestAnswer = 320;

}  // namespace kiosk::model
