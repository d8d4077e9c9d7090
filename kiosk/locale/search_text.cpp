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
constexpr std::size_t kLettersPerTypo = 5;

// What NFKD leaves different and people do not tell apart when they search.
constexpr std::array<std::pair<char32_t, std::u32string_view>, 14> kSame{{
    {U'ة', U"ه"}, {U'ى', U"ي"}, {U'ی', U"ي"}, {U'ک', U"ك"}, {U'گ', U"ك"}, {U'ڭ', U"ك"}, {U'ڤ', U"ف"},
    {U'پ', U"ب"}, {U'ٱ', U"ا"}, {U'œ', U"oe"}, {U'æ', U"ae"}, {U'ß', U"ss"}, {U'ɣ', U"gh"}, {U'ø', U"o"},
}};

bool is_dropped(UChar32 letter) {
  const auto type = u_charType(letter);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || letter == static_cast<UChar32>(kTatweel) ||
         letter == static_cast<UChar32>(kHamza) || letter == U'\'' || letter == 0x2019;
}

class Folder {
 public:
  explicit Folder(FoldedText& to) : to_(to) {}

  void add(UChar32 original, std::uint32_t first, std::uint32_t end) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString parts;
    if (U_FAILURE(status) || !nfkd->getDecomposition(original, parts)) parts = icu::UnicodeString(original);
    bool any = false;
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) any |= add_part(u_foldCase(parts.char32At(i), U_FOLD_CASE_DEFAULT), first, end);
    // A mark belongs to the letter before it.
    if (!any && !to_.ends.empty() && is_dropped(original)) to_.ends.back() = end;
  }

 private:
  bool add_part(UChar32 letter, std::uint32_t first, std::uint32_t end) {
    if (is_dropped(letter)) return false;
    const auto same = std::find_if(kSame.begin(), kSame.end(), [&](const auto& one) { return one.first == static_cast<char32_t>(letter); });
    if (same != kSame.end()) {
      for (const char32_t part : same->second) put(part, first, end);
      return true;
    }
    const std::int32_t digit = u_charDigitValue(letter);
    if (digit >= 0) {
      put(U'0' + static_cast<char32_t>(digit), first, end);
    } else if (u_isalpha(letter)) {
      put(static_cast<char32_t>(letter), first, end);
    } else {
      if (!to_.letters.empty() && to_.letters.back() != U' ') put(U' ', first, end);
    }
    return true;
  }
  void put(char32_t letter, std::uint32_t first, std::uint32_t end) {
    to_.letters.push_back(letter);
    to_.bytes.push_back(first);
    to_.ends.push_back(end);
  }

  FoldedText& to_;
};

// Edits (insert, delete, replace, swap neighbours: optimal string alignment) from `typed` to the beginning of `word` that fits best; more than
// `most` is not told apart. Gives how long that beginning is.
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
  const auto best = std::min_element(above.begin(), above.end());
  return {*best, static_cast<std::size_t>(best - above.begin())};
}

WordMatch place(const FoldedText& text, Fit fit, std::size_t first, std::size_t length) {
  return {fit, text.bytes[first], text.ends[first + std::max<std::size_t>(length, 1) - 1]};
}

// The Arabic article joins its word: ال|زليج begins like زليج.
bool is_article(std::u32string_view word) { return word.size() > 4 && word.starts_with(U"ال"); }

std::optional<WordMatch> match(const FoldedText& text, std::size_t first, std::u32string_view word, std::u32string_view typed) {
  if (word == typed) return place(text, Fit::whole_word, first, typed.size());
  if (word.starts_with(typed)) return place(text, Fit::begins_word, first, typed.size());
  if (is_article(word)) {
    const auto bare = match(text, first + 2, word.substr(2), typed);
    if (bare) return bare;
  }
  const std::size_t inside = typed.size() >= 3 ? word.find(typed) : std::u32string_view::npos;
  if (inside != std::u32string_view::npos) return place(text, Fit::inside_word, first + inside, typed.size());
  const std::size_t forgiven = typed.size() / kLettersPerTypo;
  if (forgiven == 0) return std::nullopt;
  const Typed near = edits_to_beginning(typed, word);
  if (near.edits > forgiven || near.length == 0) return std::nullopt;
  return place(text, Fit::with_typos, first, near.length);
}

}  // namespace

FoldedText fold(std::string_view text) {
  FoldedText folded;
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

std::optional<WordMatch> find_word(const FoldedText& text, std::u32string_view word) {
  std::optional<WordMatch> best;
  if (word.empty()) return best;
  const std::u32string_view letters = text.letters;
  for (std::size_t first = 0; first < letters.size();) {
    const std::size_t end = std::min(letters.find(U' ', first), letters.size());
    const auto found = match(text, first, letters.substr(first, end - first), word);
    if (found && (!best || found->fit < best->fit)) best = found;
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
