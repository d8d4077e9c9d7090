// Which places of the plan a visitor means by what was typed (V6): by the room's name in every language, by what is taught there, by what stands
// there. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue.h"

namespace kiosk::session {

struct FoundPlace {
  const model::Area* area = nullptr;
  // The text that was found where it is not the name shown: a craft, a tool, the name in another language. Empty otherwise.
  std::string found_in;
  base::Language found_language = base::Language::arabic;
  bool in_name = false;  // whether `marks` are of the name shown, else of `found_in`
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marks;  // byte ranges, one for each typed word found there
};

// Best match first; every word typed must be found. Nothing typed finds nothing. `shown` is the language of the names on screen.
std::vector<FoundPlace> search_places(const model::Catalogue& catalogue, std::string_view typed, base::Language shown);

}  // namespace kiosk::session
