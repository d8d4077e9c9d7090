// The forms of a word that people do not tell apart when they search: with and without the Arabic article, singular and plural (the broken one
// too), a craft and who makes it (potier, poterie; حداد, حدادة), a word as it sounds. A light stemmer's rules for Arabic, French and English: they
// cut, they look nothing up. All words are folded (search_text.h). For finding, never for showing. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::locale {

// Where the word itself begins behind what Arabic writes to it: ال, وال, بال, كال, فال, لل, و. 0 when there is nothing to take off.
std::size_t after_article(std::u32string_view word);

// Bit n is set when the first n letters are the word without one of its endings; the whole word's own length is always set. A word of more than
// 63 letters has none.
using StemLengths = std::uint64_t;
StemLengths stem_lengths(std::u32string_view word);

// The longest stem that both words have; 0 when they share none.
std::size_t shared_stem(std::u32string_view one, StemLengths of_one, std::u32string_view other, StemLengths of_other);

// Whether both are Arabic words of the same three consonants or more once long vowels and endings are taken out: خاتم, خواتم.
bool same_root(std::u32string_view one, StemLengths of_one, std::u32string_view other, StemLengths of_other);

// How the word sounds to whoever never saw it written: seramik for céramique, ترز for طرز. Empty when too little of it is left.
std::u32string sound_of(std::u32string_view word);

// Words that say nothing of what is searched: "je veux apprendre la", "أريد أن أتعلم", "I want to learn".
bool is_stop_word(std::u32string_view word);

}  // namespace kiosk::locale
