// Which programs a visitor means by what was typed (V3): by their names in every language, by the operator's aliases, by what one filters by
// (family, level, way of training, institute), by tools and what one learns. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "model/catalogue.h"
#include "session/word_match.h"

namespace kiosk::session {

struct FoundProgram : Found {
  const model::Program* program = nullptr;
};

// Best match first (word_match.h). Nothing typed finds nothing. `shown` is the language of the names on screen.
std::vector<FoundProgram> search_programs(const model::Catalogue& catalogue, std::string_view typed, base::Language shown);

// For what finds nothing: the programs whose names look the most like it, at most four; often none.
std::vector<const model::Program*> nearest_programs(const model::Catalogue& catalogue, std::string_view typed, base::Language shown);

}  // namespace kiosk::session
