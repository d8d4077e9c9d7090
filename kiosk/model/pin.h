// How long a staff PIN is, in digits, and why one would be guessed. Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kiosk::model {

inline constexpr std::size_t kShortestPin = 6;
inline constexpr std::size_t kLongestPin = 12;

// Digits of any script are not accepted here: the pad and the terminal give 0 … 9.
bool is_pin(std::string_view text);

// What whoever stands before the pad tries first.
enum class PinWeakness : std::uint8_t {
  none,
  repeats,   // 111111, 121212, 123123, 112233
  counts,    // 123456, 890123, 975310
  mirrored,  // 123321
  date,      // the day that everybody here knows
};

// Of a PIN (`is_pin`); `event` is the day of the event where the content says one.
PinWeakness weakness_of(std::string_view pin, const std::optional<std::chrono::year_month_day>& event);

}  // namespace kiosk::model
