// The one JSON library, kept in insertion order so that what we write reads as we wrote it.
#pragma once

#include <nlohmann/json.hpp>

namespace kiosk::base {
using Json = nlohmann::ordered_json;
}
