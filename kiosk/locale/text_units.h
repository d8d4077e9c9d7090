// Where one may stand in a text (UAX #29 extended grapheme clusters, by ICU) and where its code points end: for carets. Offsets are bytes
// of UTF-8. Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace kiosk::locale {

// The grapheme boundary before or after `byte`; `byte` itself at either end of the text.
std::size_t previous_grapheme(std::string_view text, std::size_t byte);
std::size_t next_grapheme(std::string_view text, std::size_t byte);

// The beginning of the code point that ends at `byte`: backspace takes one haraka away, not the letter under it.
std::size_t previous_code_point(std::string_view text, std::size_t byte);

// The word at `byte` (UAX #29 word boundaries), or what stands between two words there; of two that meet at `byte` the one behind it. `first`
// and `last` are grapheme boundaries, equal only in an empty text.
struct TextRange {
  std::size_t first = 0;
  std::size_t last = 0;
  bool operator==(const TextRange&) const = default;
};
TextRange word_at(std::string_view text, std::size_t byte);

// How many letters and digits of any script (Unicode categories L and N) `text` has.
std::size_t count_letters(std::string_view text);
std::size_t count_digits(std::string_view text);

}  // namespace kiosk::locale
