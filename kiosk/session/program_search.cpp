#include "session/program_search.h"

#include <algorithm>
#include <limits>

#include "locale/search_text.h"

namespace kiosk::session {
namespace {

// Where a text stands, from what a visitor most likely means to what mentions it.
enum class Where : std::uint8_t { shown_name, other_name, alias, family, detail };

struct Candidate {
  Where where = Where::detail;
  std::string text;
  base::Language language = base::Language::arabic;
};

std::vector<Candidate> candidates(const model::Catalogue& catalogue, const model::Program& program, base::Language shown) {
  std::vector<Candidate> all;
  const base::Phrase name = catalogue.pick(program.name, shown);
  all.push_back({Where::shown_name, name.text, name.language});
  const auto add = [&](Where where, const model::LocalText& text) {
    for (base::Language language : base::kLanguages) {
      if (!text.in(language).empty() && text.in(language) != name.text) all.push_back({where, text.in(language), language});
    }
  };
  add(Where::other_name, program.name);
  for (const std::string& alias : program.aliases) all.push_back({Where::alias, alias, shown});
  if (const model::Family* family = catalogue.family(program.family)) add(Where::family, family->name);
  for (const model::LocalText& tool : program.tools) add(Where::detail, tool);
  for (const model::LocalText& line : program.learn) add(Where::detail, line);
  add(Where::detail, program.steps.material);
  add(Where::detail, program.steps.piece);
  add(Where::detail, program.summary);
  return all;
}

struct Scored {
  FoundProgram found;
  int score = 0;  // smaller is better
};

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

std::vector<FoundProgram> search_programs(const model::Catalogue& catalogue, std::string_view typed, base::Language shown) {
  const std::vector<std::u32string> words = locale::words_of(locale::fold(typed));
  std::vector<Scored> scored;
  if (words.empty()) return {};
  for (const model::Program& program : catalogue.programs) {
    const std::vector<Candidate> texts = candidates(catalogue, program, shown);
    std::vector<locale::FoldedText> folded;
    for (const Candidate& text : texts) folded.push_back(locale::fold(text.text));
    std::vector<Hit> hits;
    for (const std::u32string& word : words) hits.push_back(best_hit(texts, folded, word));
    if (std::any_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.score == std::numeric_limits<int>::max(); })) continue;
    Scored made;
    made.found.program = &program;
    const std::size_t told = hits.front().candidate;
    made.found.in_name = texts[told].where == Where::shown_name;
    if (!made.found.in_name) {
      made.found.found_in = texts[told].text;
      made.found.found_language = texts[told].language;
    }
    for (const Hit& hit : hits) {
      made.score += hit.score;
      if (hit.candidate == told) made.found.marks.emplace_back(hit.match.first_byte, hit.match.last_byte);
    }
    scored.push_back(std::move(made));
  }
  std::stable_sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) { return a.score < b.score; });
  std::vector<FoundProgram> found;
  for (Scored& one : scored) found.push_back(std::move(one.found));
  return found;
}

}  // namespace kiosk::session
