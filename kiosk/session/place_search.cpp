#include "session/place_search.h"

#include <ranges>

#include "model/kind_words.h"

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
  for (const model::KindWords& kind : model::kKindWords) {
    if (kind.kind != area.kind) continue;
    for (const auto word : std::views::split(kind.words, ' ')) all.push_back({Where::alias, std::string(word.begin(), word.end()), shown});
  }
  for (const model::LocalText& item : area.equipment) add_candidates(all, Where::detail, item, name.text);
  add_candidates(all, Where::detail, area.look_for, name.text);
  return all;
}

}  // namespace

std::vector<FoundPlace> search_places(const model::Catalogue& catalogue, std::string_view typed, base::Language shown) {
  return search(catalogue.map.areas, typed, &FoundPlace::area, [&](const model::Area& area) { return candidates(catalogue, area, shown); });
}

std::vector<const model::Area*> nearest_places(const model::Catalogue& catalogue, std::string_view typed, base::Language shown) {
  return nearest(catalogue.map.areas, typed, [&](const model::Area& area) { return candidates(catalogue, area, shown); });
}

}  // namespace kiosk::session
