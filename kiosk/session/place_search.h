// Which places of the plan a visitor means by what was typed (V6): by the room's name in every language, by what is taught there, by what stands
// there. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "model/catalogue.h"
#include "session/word_match.h"

namespace kiosk::session {

struct FoundPlace : Found {
  const model::Area* area = nullptr;
};

// Best match first (word_match.h). Nothing typed finds nothing. `shown` is the language of the names on screen.
std::vector<FoundPlace> search_places(const model::Catalogue& catalogue, std::string_view typed, base::Language shown);

// For what finds nothing: the places whose names look the most like it, at most four; often none.
std::vector<const model::Area*> nearest_places(const model::Catalogue& catalogue, std::string_view typed, base::Language shown);

}  // namespace kiosk::session
