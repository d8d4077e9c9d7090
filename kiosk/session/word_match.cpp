#include "session/word_match.h"

#include <limits>

namespace kiosk::session {
namespace {

struct Hit {
  std::size_t candidate = 0;
  locale::WordMatch match;
  int score = std::numeric_limits<int>::max();
};

// A whole word of an alias is better than a typo in a name.
int score_of(Where where, locale::Fit fit) { return static_cast<int>(fit) * 4 + static_cast<int>(where) * 3; }

Hit best_hit(const std::vector<Candidate>& texts, const std::vector<locale::FoldedText>& folded, const std::u32string& word) {
  Hit best;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    // In running text a typo finds too much.
    const auto match = locale::find_word(folded[i], word);
    if (!match || (texts[i].where == Where::detail && match->fit > locale::Fit::begins_word)) continue;
    const int score = score_of(texts[i].where, match->fit);
    if (score < best.score) best = {i, *match, score};
  }
  return best;
}

}  // namespace

void add_candidates(std::vector<Candidate>& all, Where where, const model::LocalText& text, const std::string& name) {
  for (base::Language language : base::kLanguages) {
    if (!text.in(language).empty() && text.in(language) != name) all.push_back({where, text.in(language), language});
  }
}

std::optional<ScoredFound> match(const std::vector<Candidate>& texts, const std::vector<std::u32string>& words) {
  std::vector<locale::FoldedText> folded;
  for (const Candidate& text : texts) folded.push_back(locale::fold(text.text));
  std::vector<Hit> hits;
  for (const std::u32string& word : words) {
    hits.push_back(best_hit(texts, folded, word));
    if (hits.back().score == std::numeric_limits<int>::max()) return std::nullopt;
  }
  if (hits.empty()) return std::nullopt;
  // Told is where the first word was found.
  const std::size_t told = hits.front().candidate;
  ScoredFound made;
  for (const Hit& hit : hits) {
    made.score += hit.score;
    if (hit.candidate == told) made.found.marks.emplace_back(hit.match.first_byte, hit.match.last_byte);
  }
  made.found.in_name = texts[told].where == Where::shown_name;
  if (made.found.in_name) return made;
  made.found.found_in = texts[told].text;
  made.found.found_language = texts[told].language;
  return made;
}

}  // namespace kiosk::session
