#include "locale/search_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace kiosk::locale {
namespace {

constexpr char32_t kTatweel = 0x0640;
constexpr char32_t kHamza = 0x0621;
// Letters below this are folded once for all.
constexpr UChar32 kTabled = 0x0700;
constexpr std::size_t kShortestInside = 4;
constexpr std::size_t kFewestForTypo = 4;
constexpr std::size_t kFewestForGrowingTypo = 5;
constexpr std::size_t kFewestForTwoTypos = 8;
constexpr std::size_t kFewestForSoundTypo = 7;

// What NFKD leaves different and people do not tell apart when they search. Tamazight is written in two scripts.
constexpr std::array<std::pair<char32_t, std::u32string_view>, 55> kSame{{
    {U'ة', U"ه"},  {U'ى', U"ي"},  {U'ی', U"ي"}, {U'ک', U"ك"}, {U'گ', U"ك"}, {U'ڭ', U"ك"},  {U'ڤ', U"ف"}, {U'پ', U"ب"}, {U'ٱ', U"ا"}, {U'œ', U"oe"}, {U'æ', U"ae"},
    {U'ß', U"ss"}, {U'ɣ', U"gh"}, {U'γ', U"gh"}, {U'ø', U"o"}, {U'ɛ', U""},  {U'ε', U""},   {U'ʷ', U""},  {U'ⵯ', U""},  {U'ⴰ', U"a"}, {U'ⴱ', U"b"},  {U'ⴳ', U"g"},
    {U'ⴷ', U"d"},  {U'ⴹ', U"d"},  {U'ⴻ', U"e"}, {U'ⴼ', U"f"}, {U'ⴽ', U"k"}, {U'ⵀ', U"h"},  {U'ⵃ', U"h"}, {U'ⵄ', U""},  {U'ⵅ', U"x"}, {U'ⵇ', U"q"},  {U'ⵉ', U"i"},
    {U'ⵊ', U"j"},  {U'ⵍ', U"l"},  {U'ⵎ', U"m"}, {U'ⵏ', U"n"}, {U'ⵓ', U"u"}, {U'ⵔ', U"r"},  {U'ⵕ', U"r"}, {U'ⵖ', U"gh"}, {U'ⵙ', U"s"}, {U'ⵚ', U"s"},  {U'ⵛ', U"c"},
    {U'ⵜ', U"t"},  {U'ⵟ', U"t"},  {U'ⵡ', U"w"}, {U'ⵢ', U"y"}, {U'ⵣ', U"z"}, {U'ⵥ', U"z"},  {U'ⴲ', U"b"}, {U'ⴵ', U"j"}, {U'ⵞ', U"c"}, {U'ⵠ', U"v"},  {U'ⵒ', U"p"},
}};

bool is_apostrophe(UChar32 letter) { return letter == U'\'' || letter == 0x2018 || letter == 0x2019 || letter == 0x02BC; }

bool is_dropped(UChar32 letter) {
  const auto type = u_charType(letter);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || letter == static_cast<UChar32>(kTatweel) ||
         letter == static_cast<UChar32>(kHamza) || is_apostrophe(letter);
}

// One code point folded: its letters, a space for what parts words, nothing for what is dropped.
std::u32string folded_letter(UChar32 original) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfkd->getDecomposition(original, parts)) parts = icu::UnicodeString(original);
  std::u32string folded;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 letter = u_foldCase(parts.char32At(i), U_FOLD_CASE_DEFAULT);
    if (is_dropped(letter)) continue;
    const auto same = std::find_if(kSame.begin(), kSame.end(), [&](const auto& one) { return one.first == static_cast<char32_t>(letter); });
    const std::int32_t digit = u_charDigitValue(letter);
    if (same != kSame.end()) {
      folded += same->second;
    } else if (digit >= 0) {
      folded += U'0' + static_cast<char32_t>(digit);
    } else {
      folded += u_isalpha(letter) ? static_cast<char32_t>(letter) : U' ';
    }
  }
  return folded;
}

const std::u32string& tabled_letter(UChar32 letter) {
  static const std::vector<std::u32string> table = [] {
    std::vector<std::u32string> made;
    for (UChar32 one = 0; one < kTabled; ++one) made.push_back(folded_letter(one));
    return made;
  }();
  return table[static_cast<std::size_t>(letter)];
}

// Words that French elides before an apostrophe: l'argile is two words, aujourd'hui is one.
bool is_elided(std::u32string_view word) {
  return (word.size() == 1 && std::u32string_view(U"djlmnstc").find(word.front()) != std::u32string_view::npos) || word == U"qu" || word == U"jusqu";
}

class Folder {
 public:
  explicit Folder(FoldedText& to) : to_(to) {}

  void add(UChar32 original, std::uint32_t first, std::uint32_t end) {
    if (is_apostrophe(original) && is_elided(last_word())) return put(U' ', first, end);
    if (original < kTabled) {
      put(tabled_letter(original), first, end);
    } else {
      put(folded_letter(original), first, end);
    }
  }

 private:
  std::u32string_view last_word() const {
    const std::u32string_view letters = to_.letters;
    const std::size_t space = letters.rfind(U' ');
    return space == std::u32string_view::npos ? letters : letters.substr(space + 1);
  }
  void put(std::u32string_view letters, std::uint32_t first, std::uint32_t end) {
    // A mark belongs to the letter before it.
    if (letters.empty() && !to_.ends.empty()) to_.ends.back() = end;
    for (const char32_t letter : letters) {
      if (letter != U' ' || (!to_.letters.empty() && to_.letters.back() != U' ')) put(letter, first, end);
    }
  }
  void put(char32_t letter, std::uint32_t first, std::uint32_t end) {
    to_.letters.push_back(letter);
    to_.bytes.push_back(first);
    to_.ends.push_back(end);
  }

  FoldedText& to_;
};

// Edits (insert, delete, replace, swap neighbours: optimal string alignment) from `typed` to the beginning of `word` that fits best, the longest of
// those that fit as well. Gives how long that beginning is.
struct Typed {
  std::size_t edits = 0;
  std::size_t length = 0;
};
Typed edits_to_beginning(std::u32string_view typed, std::u32string_view word) {
  const std::size_t columns = word.size() + 1;
  std::vector<std::size_t> before(columns);
  std::vector<std::size_t> above(columns);
  std::vector<std::size_t> row(columns);
  for (std::size_t j = 0; j < columns; ++j) above[j] = j;
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j < columns; ++j) {
      const std::size_t replaced = above[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  const auto best = std::min_element(above.rbegin(), above.rend());
  return {*best, static_cast<std::size_t>(above.rend() - best) - 1};
}

struct Match {
  Fit fit = Fit::whole_word;
  std::size_t first = 0;  // in the word
  std::size_t length = 0;
  double shared = 1;
};

std::optional<Match> spelt_like(std::u32string_view word, const SearchWord& wanted) {
  const std::u32string_view typed = wanted.letters;
  const std::u32string_view typed_bare = wanted.bare();
  if (word == typed) return Match{Fit::whole_word, 0, word.size()};
  const std::size_t article = after_article(word);
  const std::u32string_view bare = word.substr(article);
  if (bare == typed_bare || bare == typed) return Match{Fit::whole_word, article, bare.size()};
  if (word.starts_with(typed)) return Match{Fit::begins_word, 0, typed.size()};
  if (bare.starts_with(typed_bare)) return Match{Fit::begins_word, article, typed_bare.size()};
  if (bare.front() == typed_bare.front()) {
    const StemLengths stems = stem_lengths(bare);
    const std::size_t shared = shared_stem(bare, stems, typed_bare, wanted.stems);
    if (shared > 0) {
      return Match{Fit::same_stem, article, shared, static_cast<double>(shared) / static_cast<double>(std::max(bare.size(), typed_bare.size()))};
    }
    if (same_root(bare, stems, typed_bare, wanted.stems)) return Match{Fit::same_root, article, bare.size()};
  }
  const std::size_t inside = typed_bare.size() >= kShortestInside ? word.find(typed_bare) : std::u32string_view::npos;
  if (inside != std::u32string_view::npos) return Match{Fit::inside_word, inside, typed_bare.size()};
  return std::nullopt;
}

std::optional<Match> mistyped(std::u32string_view word, const SearchWord& wanted) {
  const std::u32string_view typed = wanted.bare();
  if (typed.size() < kFewestForTypo) return std::nullopt;
  const std::size_t article = after_article(word);
  const std::u32string_view bare = word.substr(article);
  const std::size_t forgiven = typed.size() < kFewestForTwoTypos ? 1 : 2;
  // A short word must be whole: with a letter forgiven, too much begins like it.
  if (typed.size() < kFewestForGrowingTypo && bare.size() > typed.size() + forgiven) return std::nullopt;
  const Typed near = edits_to_beginning(typed, bare);
  if (near.edits > forgiven || near.length == 0) return std::nullopt;
  if (near.edits > 1 && bare.front() != typed.front()) return std::nullopt;
  if (typed.size() < kFewestForGrowingTypo && near.length < bare.size()) return std::nullopt;
  return Match{Fit::with_typos, article, near.length};
}

std::optional<Match> sounding_like(std::u32string_view word, const SearchWord& wanted) {
  if (wanted.sound.empty()) return std::nullopt;
  const std::size_t article = after_article(word);
  const std::u32string sound = sound_of(word.substr(article));
  if (sound.empty()) return std::nullopt;
  if (sound != wanted.sound) {
    if (wanted.sound.size() < kFewestForSoundTypo || sound.size() > wanted.sound.size() + 1 || sound.front() != wanted.sound.front()) return std::nullopt;
    const Typed near = edits_to_beginning(wanted.sound, sound);
    if (near.edits > 1 || near.length < sound.size()) return std::nullopt;
  }
  return Match{Fit::sounds_alike, article, word.size() - article};
}

}  // namespace

SearchWord search_word(std::u32string_view folded) {
  SearchWord word;
  word.letters = folded;
  word.article = after_article(folded);
  word.stems = stem_lengths(word.bare());
  word.sound = sound_of(word.bare());
  return word;
}

FoldedText fold(std::string_view text) {
  FoldedText folded;
  folded.letters.reserve(text.size());
  folded.bytes.reserve(text.size());
  folded.ends.reserve(text.size());
  Folder folder(folded);
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t first = i;
    UChar32 letter = 0;
    U8_NEXT(text.data(), i, size, letter);
    if (letter >= 0) folder.add(letter, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(i));
  }
  if (!folded.letters.empty() && folded.letters.back() == U' ') {
    folded.letters.pop_back();
    folded.bytes.pop_back();
    folded.ends.pop_back();
  }
  return folded;
}

std::optional<WordMatch> find_word(const FoldedText& text, const SearchWord& word, Forgiving forgiving) {
  std::optional<WordMatch> best;
  if (word.letters.empty()) return best;
  const auto like = forgiving == Forgiving::forms ? spelt_like : forgiving == Forgiving::typos ? mistyped : sounding_like;
  const std::u32string_view letters = text.letters;
  for (std::size_t first = 0; first < letters.size();) {
    const std::size_t end = std::min(letters.find(U' ', first), letters.size());
    const auto found = like(letters.substr(first, end - first), word);
    if (found && (!best || found->fit < best->fit || (found->fit == best->fit && found->shared > best->shared))) {
      const std::size_t from = first + found->first;
      best = WordMatch{found->fit, text.bytes[from], text.ends[from + std::max<std::size_t>(found->length, 1) - 1], found->shared};
    }
    first = end + 1;
  }
  return best;
}

std::vector<std::u32string> words_of(const FoldedText& text) {
  std::vector<std::u32string> words;
  for (std::size_t first = 0; first < text.letters.size();) {
    const std::size_t end = std::min(text.letters.find(U' ', first), text.letters.size());
    if (end > first) words.push_back(text.letters.substr(first, end - first));
    first = end + 1;
  }
  return words;
}

}  // namespace kiosk::locale
