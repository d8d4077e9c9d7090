// Letters of ASCII, whatever the locale: endings of files and names of hosts. For people's words see locale/search_text.h.
#pragma once

#include <string>

namespace kiosk::base {

constexpr char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string in_small_letters(std::string text) {
  for (char& c : text) c = small_letter(c);
  return text;
}

}  // namespace kiosk::base
