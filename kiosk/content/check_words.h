// What `kiosk check` says, in French and Arabic: patterns of the finished English sentence. check_translation.h matches them.
//
// Whole sentences and the phrases within them, each said once. A phrase has at least two words, but for "error" and "warning": a single word
// between quotes is a key or an id, which stays as it is written. In Arabic, what is typed letter for letter stands between U+2066 and U+2069,
// so that its signs keep their order. Private to this folder.
#pragma once

#include <span>
#include <string_view>

namespace kiosk::content {

struct CheckWords {
  std::string_view english;  // {} for each part that varies
  std::string_view french;   // {0}, {1} … for those parts
  std::string_view arabic;
};

std::span<const CheckWords> words_of_lines();    // what could not be read, and what was most probably meant there
std::span<const CheckWords> words_of_readers();  // what one file says by itself
std::span<const CheckWords> words_of_checks();   // what is seen when all are read: the map, what refers to what, pages, pictures

}  // namespace kiosk::content
