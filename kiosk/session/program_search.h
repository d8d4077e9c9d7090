// Which programs a visitor means by what was typed (V3): by their names in every language, by the operator's aliases, by family, tools and what
// one learns. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue.h"

namespace kiosk::session {

struct FoundProgram {
  const model::Program* program = nullptr;
  // The text that was found where it is not the name shown: the name in another language, an alias, a tool. Empty otherwise.
  std::string found_in;
  base::Language found_language = base::Language::arabic;
  bool in_name = false;  // whether `marks` are of the name shown, else of `found_in`
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marks;  // byte ranges, one for each typed word found there
};

// Best match first; every word typed must be found in a program. Nothing typed finds nothing. `shown` is the language of the names on screen.
std::vector<FoundProgram> search_programs(const model::Catalogue& catalogue, std::string_view typed, base::Language shown);

}  // namespace kiosk::session
