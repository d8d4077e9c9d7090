#include "session/program_search.h"

namespace kiosk::session {
namespace {

// What one filters by, in the words of the filters, and the schooling that a level asks for.
void add_groups(std::vector<Candidate>& all, const model::Catalogue& catalogue, const model::Program& program) {
  const auto add = [&](const model::LocalText& text) { add_candidates(all, Where::group, text, {}); };
  if (const model::Family* family = catalogue.family(program.family)) add(family->name);
  for (const std::string& id : program.levels) {
    const model::Level* level = catalogue.level(id);
    if (level == nullptr) continue;
    add(level->name);
    const int rank = catalogue.school_rank(level->rule.school_year);
    if (rank >= 0) add(catalogue.school_years[static_cast<std::size_t>(rank)].name);
  }
  for (const std::string& id : program.modes) {
    if (const model::Mode* mode = catalogue.mode(id)) add(mode->name);
  }
  for (const std::string& id : program.institutes) {
    if (const model::Institute* institute = catalogue.institute(id)) add(institute->short_name);
  }
}

std::vector<Candidate> candidates(const model::Catalogue& catalogue, const model::Program& program, base::Language shown) {
  std::vector<Candidate> all;
  const base::Phrase name = catalogue.pick(program.name, shown);
  all.push_back({Where::shown_name, name.text, name.language});
  add_candidates(all, Where::other_name, program.name, name.text);
  for (const std::string& alias : program.aliases) all.push_back({Where::alias, alias, shown});
  add_groups(all, catalogue, program);
  for (const model::LocalText& tool : program.tools) add_candidates(all, Where::detail, tool, name.text);
  for (const model::LocalText& line : program.learn) add_candidates(all, Where::detail, line, name.text);
  add_candidates(all, Where::detail, program.steps.material, name.text);
  add_candidates(all, Where::detail, program.steps.piece, name.text);
  add_candidates(all, Where::detail, program.summary, name.text);
  return all;
}

}  // namespace

std::vector<FoundProgram> search_programs(const model::Catalogue& catalogue, std::string_view typed, base::Language shown) {
  return search(catalogue.programs, typed, &FoundProgram::program, [&](const model::Program& program) { return candidates(catalogue, program, shown); });
}

std::vector<const model::Program*> nearest_programs(const model::Catalogue& catalogue, std::string_view typed, base::Language shown) {
  return nearest(catalogue.programs, typed, [&](const model::Program& program) { return candidates(catalogue, program, shown); });
}

}  // namespace kiosk::session
