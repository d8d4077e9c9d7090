#include "locale/word_forms.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace kiosk::locale {
namespace {

constexpr std::size_t kShortestStem = 3;
constexpr std::size_t kShortestSound = 3;
constexpr std::size_t kLongestWord = 63;

bool is_arabic(char32_t letter) { return letter >= 0x0600 && letter <= 0x06FF; }
// Long vowels come and go between a singular and its broken plural.
bool is_weak(char32_t letter) { return letter == U'ا' || letter == U'و' || letter == U'ي'; }

// Endings of numbers, of adjectives and of what belongs to somebody, as folded.
constexpr std::array kArabicEndings{std::u32string_view(U"ها"), std::u32string_view(U"ان"), std::u32string_view(U"ات"), std::u32string_view(U"ون"),
                                    std::u32string_view(U"ين"), std::u32string_view(U"يه"), std::u32string_view(U"ه"),  std::u32string_view(U"ي")};
// Numbers first, then what makes a trade, a person or an adjective of a root, in French and in English.
constexpr std::array kPluralEndings{std::u32string_view(U"s"), std::u32string_view(U"x"), std::u32string_view(U"es")};
constexpr std::array kLatinEndings{
    std::u32string_view(U"aux"),  std::u32string_view(U"ail"),  std::u32string_view(U"al"),   std::u32string_view(U"euse"), std::u32string_view(U"eur"),
    std::u32string_view(U"rice"), std::u32string_view(U"erie"), std::u32string_view(U"iere"), std::u32string_view(U"ier"),  std::u32string_view(U"iste"),
    std::u32string_view(U"ique"), std::u32string_view(U"age"),  std::u32string_view(U"ure"),  std::u32string_view(U"ing"),  std::u32string_view(U"ery"),
    std::u32string_view(U"ry"),   std::u32string_view(U"er"),   std::u32string_view(U"ed"),   std::u32string_view(U"ies"),  std::u32string_view(U"ee"),
    std::u32string_view(U"ie"),   std::u32string_view(U"e"),    std::u32string_view(U"y")};

// Takes each of the endings off each stem there is already.
template <class Endings>
StemLengths without(std::u32string_view word, StemLengths stems, const Endings& endings) {
  StemLengths more = stems;
  for (std::size_t length = word.size(); length > kShortestStem; --length) {
    if ((stems >> length & 1U) == 0) continue;
    const std::u32string_view stem = word.substr(0, length);
    for (const std::u32string_view ending : endings) {
      if (length >= ending.size() + kShortestStem && stem.ends_with(ending)) more |= StemLengths{1} << (length - ending.size());
    }
  }
  return more;
}

// The next strong letter of `word` from `at`; 0 behind the last.
char32_t next_strong(std::u32string_view word, std::size_t& at) {
  while (at < word.size() && is_weak(word[at])) ++at;
  return at < word.size() ? word[at++] : 0;
}

bool same_strong_letters(std::u32string_view one, std::u32string_view other) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (std::size_t count = 0;; ++count) {
    const char32_t letter = next_strong(one, i);
    if (letter != next_strong(other, j)) return false;
    if (letter == 0) return count >= kShortestStem;
  }
}

std::u32string arabic_sound(std::u32string_view word) {
  std::u32string sound;
  for (const char32_t letter : word.substr(after_article(word))) {
    if (is_weak(letter)) continue;
    switch (letter) {
      case U'ص': sound += U'س'; break;
      case U'ط': case U'ث': sound += U'ت'; break;
      case U'ض': case U'ظ': case U'ذ': sound += U'د'; break;
      case U'ق': sound += U'ك'; break;
      default: sound += letter;
    }
  }
  if (sound.size() > kShortestSound && sound.back() == U'ه') sound.pop_back();
  return sound;
}

bool is_front_vowel(char32_t letter) { return letter == U'e' || letter == U'i' || letter == U'y'; }

// Spellings of one sound in French, English and in the Latin letters of Darija; the longer before the shorter.
constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 20> kSounds{{{U"eau", U"o"}, {U"tch", U"c"}, {U"ph", U"f"}, {U"qu", U"k"}, {U"ch", U"c"}, {U"sh", U"c"}, {U"kh", U"x"}, {U"gh", U"g"},
     {U"dj", U"j"}, {U"ou", U"u"}, {U"oo", U"u"}, {U"au", U"o"}, {U"ai", U"i"}, {U"ei", U"i"}, {U"e", U"i"}, {U"z", U"s"}, {U"q", U"k"}, {U"w", U"u"}, {U"y", U"i"}, {U"9", U"k"}}};

std::u32string latin_sound(std::u32string_view word) {
  std::u32string sound;
  const auto add = [&](char32_t letter) {
    if (sound.empty() || sound.back() != letter) sound += letter;
  };
  for (std::size_t i = 0; i < word.size();) {
    const std::u32string_view rest = word.substr(i);
    const auto spelt = std::find_if(kSounds.begin(), kSounds.end(), [&](const auto& one) { return rest.starts_with(one.first); });
    if (spelt != kSounds.end()) {
      add(spelt->second.front());
      i += spelt->first.size();
      continue;
    }
    const bool softened = rest.size() > 1 && is_front_vowel(rest[1]);
    const char32_t letter = rest.front();
    if (letter == U'c') {
      add(softened ? U's' : U'k');
    } else if (letter == U'g' && softened) {
      add(U'j');
    } else if (letter != U'h' && letter != U'3' && letter != U'7') {
      add(letter);
    }
    ++i;
  }
  // What ends a French word is often not heard.
  while (sound.size() > kShortestSound && std::u32string_view(U"aistxd").find(sound.back()) != std::u32string_view::npos) sound.pop_back();
  return sound;
}

constexpr std::u32string_view kStopWords[] = {
    // French
    U"a", U"ai", U"aime", U"aimerais", U"apprend", U"apprendre", U"art", U"arts", U"artisan", U"artisanal", U"artisanale", U"artisanat", U"artisane", U"artisans", U"atelier", U"ateliers", U"au", U"aux", U"avec", U"avoir", U"c", U"ce",
    U"cette", U"cherche", U"chercher", U"comme", U"comment", U"cours", U"d", U"dans", U"de", U"des", U"devenir", U"donner", U"du", U"elle", U"en", U"est", U"et", U"etre", U"etudier", U"fabrication", U"fabriquer", U"faire", U"fait", U"fille", U"filiere",
    U"formation", U"formations", U"il", U"ils", U"interesse", U"j", U"je", U"l", U"la", U"le", U"les", U"leur", U"ma", U"maroc", U"marocain", U"marocaine", U"marocaines", U"marocains", U"me", U"mes", U"metier", U"metiers", U"moi", U"mon", U"n", U"niveau", U"nous", U"on",
    U"ou", U"par", U"pour", U"programme", U"qu", U"que", U"quel", U"quelle", U"qui", U"s", U"se", U"section", U"ses", U"si", U"sont", U"stage", U"suis", U"sur", U"technique", U"techniques", U"travail", U"travailler", U"trouver", U"tres", U"un", U"une", U"veut", U"veux", U"voudrais",
    U"vos", U"votre", U"vous", U"y",
    // English
    U"about", U"am", U"an", U"and", U"are", U"at", U"become", U"by", U"class", U"classes", U"course", U"courses", U"craft", U"crafts", U"daughter", U"do", U"find", U"for", U"from", U"get", U"have", U"how", U"i", U"in", U"interested", U"is",
    U"it", U"job", U"learn", U"learning", U"level", U"like", U"make", U"making", U"maker", U"moroccan", U"morocco", U"my", U"of", U"son", U"study", U"that", U"the", U"there", U"this", U"to", U"trade", U"trades", U"training", U"want", U"what", U"where", U"with",
    U"work", U"working", U"workshop", U"would", U"you", U"your",
    // Arabic and Darija, folded
    U"اتعلم", U"ابحث", U"احب", U"اريد", U"الي", U"ان", U"انا", U"ابي", U"ابنتي", U"ابني", U"او", U"اين", U"بغيت", U"بغا", U"باغي", U"باش", U"بنتي", U"تاع", U"تعلم", U"التعلم", U"تكوين", U"التكوين", U"حرفه", U"الحرفه", U"حرف", U"ديال", U"ديالي", U"شي",
    U"شعبه", U"صنع", U"صناعه", U"الصناعه", U"صنعه", U"على", U"علي", U"عمل", U"العمل", U"عن", U"عند", U"فن", U"فنون", U"في", U"فين", U"كيف", U"كيفاش", U"لي", U"ما", U"مع", U"مغربي", U"مغربيه", U"المغربي", U"المغربيه", U"من", U"معلم", U"مهنه", U"المهنه", U"مستوي",
    U"نتعلم", U"نخدم", U"نصاوب", U"هو", U"هي", U"هدا", U"هذا", U"هذه", U"ولدي", U"يتعلم", U"تتعلم", U"خدمه", U"الخدمه", U"اصنع", U"دراسه", U"ورشه", U"تقليدي", U"التقليدي",
    // Tamazight in Latin letters, Tifinagh being folded to them
    U"d", U"n", U"s", U"ad", U"righ", U"rigt", U"lmd", U"lmdgh", U"lmedgh", U"almud", U"iwi", U"illi"};

}  // namespace

std::size_t after_article(std::u32string_view word) {
  for (const std::u32string_view prefix : {std::u32string_view(U"وال"), std::u32string_view(U"بال"), std::u32string_view(U"كال"), std::u32string_view(U"فال")}) {
    if (word.size() >= prefix.size() + kShortestStem && word.starts_with(prefix)) return prefix.size();
  }
  if (word.size() > 4 && (word.starts_with(U"ال") || word.starts_with(U"لل"))) return 2;
  return word.size() > kShortestStem + 1 && word.starts_with(U"و") ? 1 : 0;
}

StemLengths stem_lengths(std::u32string_view word) {
  if (word.empty() || word.size() > kLongestWord) return 0;
  const StemLengths whole = StemLengths{1} << word.size();
  // An ending and what stands before it: نجار+ات, زجاج+ي+ات.
  if (is_arabic(word.front())) return without(word, without(word, whole, kArabicEndings), kArabicEndings);
  return without(word, without(word, whole, kPluralEndings), kLatinEndings);
}

std::size_t shared_stem(std::u32string_view one, StemLengths of_one, std::u32string_view other, StemLengths of_other) {
  const auto apart = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  const StemLengths both = of_one & of_other;
  for (auto length = static_cast<std::size_t>(apart.first - one.begin()); length >= kShortestStem; --length) {
    if ((both >> length & 1U) != 0) return length;
  }
  return 0;
}

bool same_root(std::u32string_view one, StemLengths of_one, std::u32string_view other, StemLengths of_other) {
  if (one.empty() || other.empty() || !is_arabic(one.front()) || !is_arabic(other.front())) return false;
  std::size_t i = 0;
  std::size_t j = 0;
  if (next_strong(one, i) != next_strong(other, j)) return false;
  for (std::size_t first = kShortestStem; first <= one.size(); ++first) {
    if ((of_one >> first & 1U) == 0) continue;
    for (std::size_t second = kShortestStem; second <= other.size(); ++second) {
      if ((of_other >> second & 1U) != 0 && same_strong_letters(one.substr(0, first), other.substr(0, second))) return true;
    }
  }
  return false;
}

std::u32string sound_of(std::u32string_view word) {
  if (word.empty()) return {};
  std::u32string sound = is_arabic(word.front()) ? arabic_sound(word) : latin_sound(word);
  if (sound.size() < kShortestSound) sound.clear();
  return sound;
}

bool is_stop_word(std::u32string_view word) { return std::find(std::begin(kStopWords), std::end(kStopWords), word) != std::end(kStopWords); }

}  // namespace kiosk::locale
