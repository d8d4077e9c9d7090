// Words as people search them: without case, accents, harakat, tatweel, the forms of hamza and alef, ة for ه, ى for ي; Arabic-Indic digits as
// Western ones. For finding, never for showing. Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::locale {

// A text folded code point by code point, with the way back.
struct FoldedText {
  std::u32string letters;             // words apart by single spaces
  std::vector<std::uint32_t> bytes;   // for each letter the byte of the original it comes from
  std::vector<std::uint32_t> ends;    // and where its original ends, marks on it included
};

FoldedText fold(std::string_view text);

// How well a typed word fits; smaller is better.
enum class Fit : std::uint8_t { whole_word, begins_word, inside_word, with_typos };

struct WordMatch {
  Fit fit = Fit::whole_word;
  std::uint32_t first_byte = 0;  // of the original
  std::uint32_t last_byte = 0;   // behind it
};

// The best place of `word` (letters of a FoldedText without spaces) in `text`; nothing when there is none. A typo is one letter more, less,
// other or swapped with its neighbour; one is forgiven in five letters, and the word may still be growing at its end.
std::optional<WordMatch> find_word(const FoldedText& text, std::u32string_view word);

// The words of what was typed.
std::vector<std::u32string> words_of(const FoldedText& text);

}  // namespace kiosk::locale
