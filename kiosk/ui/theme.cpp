#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {
namespace {

using base::rgb;

constexpr std::array<std::uint32_t, kFamilyCount> kFamilyHex{0x4B6A88, 0x8A4B2A, 0x5B6B2E, 0xA3243B, 0xB5502A, 0x1F7A7A};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) { return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue); }

Theme make_light() {
  Theme theme;
  theme.ground = rgb(0xF7F2E8);
  theme.surface = rgb(0xFFFFFF);
  theme.outline = {0, 0, 0, 0};
  theme.ink = rgb(0x1F2430);
  theme.ink_soft = rgb(0x5A5F6B);
  theme.accent = rgb(0x1E3A8A);
  theme.on_accent = rgb(0xFFFFFF);
  theme.saffron = rgb(0xE0A526);
  theme.on_saffron = theme.ink;
  theme.good = rgb(0x2E7D4F);
  theme.warn = rgb(0x9A5B00);
  theme.bad = rgb(0xB3261E);
  theme.hairline = rgb(0xE6DECD);
  for (std::size_t i = 0; i < kFamilyCount; ++i) {
    theme.family[i] = rgb(kFamilyHex[i]);
    theme.family_soft[i] = mix(theme.surface, theme.family[i], 0.07);
  }
  theme.on_family = rgb(0xFFFFFF);
  return theme;
}

Theme make_high_contrast() {
  Theme theme;
  theme.high_contrast = true;
  theme.ground = rgb(0x000000);
  theme.surface = rgb(0x000000);
  theme.outline = rgb(0xFFFFFF);
  theme.ink = rgb(0xFFFFFF);
  theme.ink_soft = rgb(0xFFFFFF);
  theme.accent = rgb(0xFFD400);
  theme.on_accent = rgb(0x000000);
  theme.saffron = rgb(0xFFD400);
  theme.on_saffron = rgb(0x000000);
  theme.good = rgb(0x7FD8A0);
  theme.warn = rgb(0xFFB347);
  theme.bad = rgb(0xFF8A80);
  theme.hairline = rgb(0xFFFFFF);
  theme.family.fill(rgb(0xFFFFFF));
  theme.family_soft.fill(rgb(0x000000));
  theme.on_family = rgb(0x000000);
  return theme;
}

}  // namespace

const Theme& light_theme() {
  static const Theme theme = make_light();
  return theme;
}

const Theme& high_contrast_theme() {
  static const Theme theme = make_high_contrast();
  return theme;
}

double contrast(Color a, Color b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Color mix(Color a, Color b, double share) {
  const auto channel = [share](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
  };
  return {channel(a.red, b.red), channel(a.green, b.green), channel(a.blue, b.blue), channel(a.alpha, b.alpha)};
}

}  // namespace kiosk::ui
