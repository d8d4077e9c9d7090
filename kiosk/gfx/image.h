// A picture in memory and its way to a PNG file. RGBA, straight alpha, top row first.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/result.h"

namespace kiosk::gfx {

struct Image {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> pixels;  // width × height × 4
};

base::Result<void> write_png(const Image& image, const std::filesystem::path& path);
// Reads PNG files that this project made (golden references); operators' pictures go through the decode worker.
base::Result<Image> read_png(const std::filesystem::path& path);

}  // namespace kiosk::gfx
