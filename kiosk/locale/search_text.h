// Words as people search them: without case, accents, harakat, tatweel, the forms of hamza and alef, ة for ه, ى for ي; Arabic-Indic digits as
// Western ones. For finding, never for showing. Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "locale/word_forms.h"

namespace kiosk::locale {

// A text folded code point by code point, with the way back.
struct FoldedText {
  std::u32string letters;             // words apart by single spaces
  std::vector<std::uint32_t> bytes;   // for each letter the byte of the original it comes from
  std::vector<std::uint32_t> ends;    // and where its original ends, marks on it included
};

FoldedText fold(std::string_view text);

// How well a typed word fits; smaller is better.
enum class Fit : std::uint8_t { whole_word, begins_word, same_stem, same_root, inside_word, with_typos, sounds_alike };

struct WordMatch {
  Fit fit = Fit::whole_word;
  std::uint32_t first_byte = 0;  // of the original
  std::uint32_t last_byte = 0;   // behind it
  double shared = 1;             // for stems: the part of the longer word that both share
};

// A word that is searched, with what is compared of it.
struct SearchWord {
  std::u32string letters;   // folded, without spaces
  std::size_t article = 0;  // where it begins behind the Arabic article
  StemLengths stems = 0;    // of `bare`
  std::u32string sound;
  std::u32string_view bare() const { return std::u32string_view(letters).substr(article); }
};
SearchWord search_word(std::u32string_view folded);

// How far a word may be from what was typed: its other forms and what begins like it; a typo (one letter more, less, other or swapped with its
// neighbour: one in a whole word of four letters, one from five on while the word still grows, two from eight on if it begins rightly); what sounds like it.
enum class Forgiving : std::uint8_t { forms, typos, sounds };

// The best place of `word` in `text`; nothing when there is none.
std::optional<WordMatch> find_word(const FoldedText& text, const SearchWord& word, Forgiving forgiving);

// The words of what was typed.
std::vector<std::u32string> words_of(const FoldedText& text);

}  // namespace kiosk::locale
