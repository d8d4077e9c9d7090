#include "session/program_search.h"

#include <algorithm>

#include "session/word_match.h"

namespace kiosk::session {
namespace {

std::vector<Candidate> candidates(const model::Catalogue& catalogue, const model::Program& program, base::Language shown) {
  std::vector<Candidate> all;
  const base::Phrase name = catalogue.pick(program.name, shown);
  all.push_back({Where::shown_name, name.text, name.language});
  add_candidates(all, Where::other_name, program.name, name.text);
  for (const std::string& alias : program.aliases) all.push_back({Where::alias, alias, shown});
  if (const model::Family* family = catalogue.family(program.family)) add_candidates(all, Where::family, family->name, name.text);
  for (const model::LocalText& tool : program.tools) add_candidates(all, Where::detail, tool, name.text);
  for (const model::LocalText& line : program.learn) add_candidates(all, Where::detail, line, name.text);
  add_candidates(all, Where::detail, program.steps.material, name.text);
  add_candidates(all, Where::detail, program.steps.piece, name.text);
  add_candidates(all, Where::detail, program.summary, name.text);
  return all;
}

struct Scored {
  FoundProgram found;
  int score = 0;  // smaller is better
};

}  // namespace

std::vector<FoundProgram> search_programs(const model::Catalogue& catalogue, std::string_view typed, base::Language shown) {
  const std::vector<std::u32string> words = locale::words_of(locale::fold(typed));
  std::vector<Scored> scored;
  for (const model::Program& program : catalogue.programs) {
    const std::vector<Candidate> texts = candidates(catalogue, program, shown);
    auto matched = match(texts, words);
    if (!matched) continue;
    Scored made;
    made.score = matched->score;
    made.found.program = &program;
    const Candidate& told = texts[matched->told];
    made.found.in_name = told.where == Where::shown_name;
    if (!made.found.in_name) {
      made.found.found_in = told.text;
      made.found.found_language = told.language;
    }
    made.found.marks = std::move(matched->marks);
    scored.push_back(std::move(made));
  }
  std::stable_sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) { return a.score < b.score; });
  std::vector<FoundProgram> found;
  for (Scored& one : scored) found.push_back(std::move(one.found));
  return found;
}

}  // namespace kiosk::session
