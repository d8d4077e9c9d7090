// What a JPEG file tells besides its pixels, read from its segments (ITU-T T.81, annex B): stb_image looks at neither. Pure; reads within
// `file` only, whatever is in it.
#pragma once

#include <cstdint>
#include <span>

namespace kiosk::gfx {

struct JpegFile {
  std::span<const std::uint8_t> exif;  // from "Exif\0\0" on, wherever among the segments it stands; empty: none
  bool is_whole = false;               // ends as it should; a copy that broke off does not
};

JpegFile read_jpeg_segments(std::span<const std::uint8_t> file);

}  // namespace kiosk::gfx
