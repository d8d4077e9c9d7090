// How long a staff PIN is, in digits.
#pragma once

#include <cstddef>

namespace kiosk::model {

inline constexpr std::size_t kShortestPin = 6;
inline constexpr std::size_t kLongestPin = 12;

}  // namespace kiosk::model
