// An sRGB colour with straight alpha, eight bits a channel.
#pragma once

#include <cstdint>

namespace kiosk::base {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;
  bool operator==(const Color&) const = default;
};

// 0xRRGGBB, as designers write it.
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U), static_cast<std::uint8_t>(hex), 255};
}

constexpr Color with_alpha(Color color, std::uint8_t alpha) { return {color.red, color.green, color.blue, alpha}; }

}  // namespace kiosk::base
