#include "session/word_match.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace kiosk::session {
namespace {

// What a whole word is worth by where it stands, and how much of that is left by how well it fits, in hundredths: a whole word of an alias is
// better than the beginning of a name, and a name that sounds alike is still better than a word in running text.
constexpr std::array<double, 5> kWorth{100, 97, 94, 58, 30};
constexpr std::array<double, 7> kLeft{1.0, 0.86, 0.86, 0.72, 0.5, 0.6, 0.5};
// How much of that a stem keeps that is hardly any of the word.
constexpr double kLeftOfStem = 0.85;
constexpr double kOftenSaysLess = 0.3;
constexpr double kWholeText = 10;  // more when the text is this word and nothing else
// What is found at less than this part of the best is left out.
constexpr double kWorthTelling = 0.4;
// Two words that share less of their pairs of letters are not alike: 0.4 keeps "cermik" for céramique and drops most of "cuisine".
constexpr double kLeastLikeness = 0.4;

struct Hit {
  std::size_t candidate = 0;
  locale::WordMatch match;
  double points = 0;  // 0: not found
};

struct Thing {
  const std::vector<Candidate>* texts = nullptr;
  std::vector<locale::FoldedText> folded;
};

Hit best_hit(const Thing& thing, const locale::SearchWord& word, locale::Forgiving forgiving, bool says_something) {
  Hit best;
  for (std::size_t i = 0; i < thing.folded.size(); ++i) {
    const Where where = (*thing.texts)[i].where;
    // In running text a typo finds too much.
    if (where == Where::detail && (forgiving != locale::Forgiving::forms || !says_something)) continue;
    const auto match = locale::find_word(thing.folded[i], word, forgiving);
    if (!match || (where == Where::detail && match->fit > locale::Fit::same_stem)) continue;
    double points = kWorth[static_cast<std::size_t>(where)] * kLeft[static_cast<std::size_t>(match->fit)] * (kLeftOfStem + (1 - kLeftOfStem) * match->shared);
    if (match->fit <= locale::Fit::same_stem && match->fit != locale::Fit::begins_word && thing.folded[i].letters.find(U' ') == std::u32string::npos) points += kWholeText;
    if (points > best.points) best = {i, *match, points};
  }
  return best;
}

// For each thing where it has the word, forgiving no more than it takes for one of them to have it.
std::vector<Hit> hits_of(const std::vector<Thing>& things, const locale::SearchWord& word, bool says_something) {
  std::vector<Hit> hits(things.size());
  for (const locale::Forgiving forgiving : {locale::Forgiving::forms, locale::Forgiving::typos, locale::Forgiving::sounds}) {
    bool any = false;
    for (std::size_t i = 0; i < things.size(); ++i) {
      hits[i] = best_hit(things[i], word, forgiving, says_something);
      any |= hits[i].points > 0;
    }
    if (any) break;
  }
  return hits;
}

// The fewer things have it, the more a word says.
double weight_of(const std::vector<Hit>& hits) {
  const auto having = std::count_if(hits.begin(), hits.end(), [](const Hit& hit) { return hit.points > 0; });
  return 1 / (1 + kOftenSaysLess * std::log(std::max<double>(1, static_cast<double>(having))));
}

// The pairs of letters of a word, its two ends counted as letters; sorted.
std::vector<std::u32string> pairs_of(std::u32string_view word) {
  const std::u32string bounded = U' ' + std::u32string(word) + U' ';
  std::vector<std::u32string> pairs;
  for (std::size_t i = 0; i + 1 < bounded.size(); ++i) pairs.push_back(bounded.substr(i, 2));
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

// Dice's coefficient: 1 for the same, 0 for nothing in common.
double likeness(const std::vector<std::u32string>& one, const std::vector<std::u32string>& other) {
  std::vector<std::u32string> common;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
  return 2 * static_cast<double>(common.size()) / static_cast<double>(one.size() + other.size());
}

Found told_of(const std::vector<Candidate>& texts, const std::vector<const Hit*>& hits) {
  const Hit& told = **std::max_element(hits.begin(), hits.end(), [](const Hit* a, const Hit* b) { return a->points < b->points; });
  Found found;
  for (const Hit* hit : hits) {
    if (hit->candidate == told.candidate) found.marks.emplace_back(hit->match.first_byte, hit->match.last_byte);
  }
  const Candidate& text = texts[told.candidate];
  found.in_name = text.where == Where::shown_name;
  if (found.in_name) return found;
  found.found_in = text.text;
  found.found_language = text.language;
  return found;
}

}  // namespace

void add_candidates(std::vector<Candidate>& all, Where where, const model::LocalText& text, const std::string& name) {
  for (base::Language language : base::kLanguages) {
    if (!text.in(language).empty() && text.in(language) != name) all.push_back({where, text.in(language), language});
  }
}

std::vector<FoundThing> rank(const std::vector<std::vector<Candidate>>& things, std::string_view typed) {
  std::vector<std::u32string> words = locale::words_of(locale::fold(typed));
  const auto says_something = std::stable_partition(words.begin(), words.end(), [](const std::u32string& word) { return !locale::is_stop_word(word); });
  // Whoever types nothing else means these.
  const bool any_says_something = says_something != words.begin();
  if (any_says_something) words.erase(says_something, words.end());

  std::vector<Thing> folded;
  for (const std::vector<Candidate>& texts : things) {
    Thing thing{&texts, {}};
    for (const Candidate& text : texts) thing.folded.push_back(locale::fold(text.text));
    folded.push_back(std::move(thing));
  }
  std::vector<std::vector<Hit>> by_word;
  std::vector<double> points(things.size());
  for (const std::u32string& word : words) {
    by_word.push_back(hits_of(folded, locale::search_word(word), any_says_something));
    const double weight = weight_of(by_word.back());
    for (std::size_t i = 0; i < things.size(); ++i) points[i] += weight * by_word.back()[i].points;
  }

  const double best = points.empty() ? 0 : *std::max_element(points.begin(), points.end());
  std::vector<FoundThing> found;
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (points[i] <= 0 || points[i] < best * kWorthTelling) continue;
    std::vector<const Hit*> hits;
    for (const std::vector<Hit>& of_word : by_word) {
      if (of_word[i].points > 0) hits.push_back(&of_word[i]);
    }
    found.push_back({i, told_of(things[i], hits)});
  }
  std::stable_sort(found.begin(), found.end(), [&](const FoundThing& a, const FoundThing& b) { return points[a.index] > points[b.index]; });
  return found;
}

std::vector<std::size_t> nearest(const std::vector<std::vector<Candidate>>& things, std::string_view typed, std::size_t most) {
  std::vector<std::vector<std::u32string>> words;
  for (const std::u32string& word : locale::words_of(locale::fold(typed))) {
    if (!locale::is_stop_word(word)) words.push_back(pairs_of(locale::search_word(word).bare()));
  }
  std::vector<std::pair<double, std::size_t>> alike;
  for (std::size_t i = 0; i < things.size(); ++i) {
    double best = 0;
    for (const Candidate& text : things[i]) {
      if (text.where > Where::alias) continue;
      for (const std::u32string& of_name : locale::words_of(locale::fold(text.text))) {
        const auto pairs = pairs_of(locale::search_word(of_name).bare());
        for (const auto& word : words) best = std::max(best, likeness(word, pairs));
      }
    }
    if (best >= kLeastLikeness) alike.emplace_back(-best, i);
  }
  std::sort(alike.begin(), alike.end());
  std::vector<std::size_t> likest;
  for (const auto& [likeness, index] : alike) {
    if (likest.size() < most) likest.push_back(index);
  }
  return likest;
}

}  // namespace kiosk::session
