// What counts as a label of a word or three. A sentence may end in …; such a label says nothing any more when it does, so it is set smaller
// first (Frame::text), and the audit finds those that do not fit even then. Pure.
#pragma once

#include <algorithm>
#include <string_view>

namespace kiosk::ui {

inline bool is_short_label(std::string_view text) {
  constexpr auto kLetters = 28;
  return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) < kLetters;
}

}  // namespace kiosk::ui
