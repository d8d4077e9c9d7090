// What kind of room a name speaks of, in the languages of those who name rooms. Private to this folder; pure.
#pragma once

#include <optional>
#include <string_view>

#include "model/map.h"

namespace kiosk::content {

// By a word of `text`: an id ("atelier-zellige", "wc-ground") or a name in Arabic, French, English or Tamazight. Nothing where no word tells.
std::optional<model::AreaKind> kind_told_by(std::string_view text);

}  // namespace kiosk::content
