#include "session/place_search.h"

#include <algorithm>

#include "session/word_match.h"

namespace kiosk::session {
namespace {

std::vector<Candidate> candidates(const model::Catalogue& catalogue, const model::Area& area, base::Language shown) {
  std::vector<Candidate> all;
  const model::Room* room = catalogue.room(area.room);
  if (room == nullptr) return all;
  const base::Phrase name = catalogue.pick(room->name, shown);
  all.push_back({Where::shown_name, name.text, name.language});
  add_candidates(all, Where::other_name, room->name, name.text);
  for (const model::Program& program : catalogue.programs) {
    if (program.room != area.room) continue;
    add_candidates(all, Where::alias, program.name, name.text);
    for (const std::string& alias : program.aliases) all.push_back({Where::alias, alias, shown});
  }
  for (const model::LocalText& item : area.equipment) add_candidates(all, Where::detail, item, name.text);
  add_candidates(all, Where::detail, area.look_for, name.text);
  return all;
}

}  // namespace

std::vector<FoundPlace> search_places(const model::Catalogue& catalogue, std::string_view typed, base::Language shown) {
  const std::vector<std::u32string> words = locale::words_of(locale::fold(typed));
  std::vector<std::pair<int, FoundPlace>> scored;
  for (const model::Area& area : catalogue.map.areas) {
    const std::vector<Candidate> texts = candidates(catalogue, area, shown);
    auto matched = match(texts, words);
    if (!matched) continue;
    const Candidate& told = texts[matched->told];
    FoundPlace found{&area, told.text, told.language, told.where == Where::shown_name, std::move(matched->marks)};
    if (found.in_name) found.found_in.clear();
    scored.emplace_back(matched->score, std::move(found));
  }
  std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<FoundPlace> found;
  for (auto& one : scored) found.push_back(std::move(one.second));
  return found;
}

}  // namespace kiosk::session
