#include "session/program_search.h"

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

}  // namespace

std::vector<FoundProgram> search_programs(const model::Catalogue& catalogue, std::string_view typed, base::Language shown) {
  return search(catalogue.programs, typed, &FoundProgram::program, [&](const model::Program& program) { return candidates(catalogue, program, shown); });
}

}  // namespace kiosk::session
