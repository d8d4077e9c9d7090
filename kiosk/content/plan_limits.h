// What a plan may be at most, whoever writes it: a person in map.toml or `kiosk map import`. Private to this folder.
#pragma once

#include <cstddef>

namespace kiosk::content {

inline constexpr std::size_t kMapLimitBytes = 1024 * 1024;  // a campus of forty floors and 4,000 nodes has 350 KiB
inline constexpr std::size_t kMostMapEntries = 10000;       // nodes, and paths
inline constexpr std::size_t kMostCorners = 400;            // of one outline
inline constexpr double kFarthestMetres = 10000;            // from the plan's origin, along x or y

}  // namespace kiosk::content
