// A QR code as a plain value: a square of modules, without its quiet zone. Made by exporters, drawn by ui.
#pragma once

#include <cstddef>
#include <vector>

namespace kiosk::model {

struct QrCode {
  int side = 0;                // modules; 0: there is none (the text was too long for any code)
  std::vector<bool> dark;      // row by row

  bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
  bool operator==(const QrCode&) const = default;
};

// The light border that scanners need around (ISO/IEC 18004), in modules.
inline constexpr int kQuietZone = 4;

}  // namespace kiosk::model
