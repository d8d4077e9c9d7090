#include "gfx/jpeg.h"

#include <algorithm>
#include <string_view>

namespace kiosk::gfx {
namespace {

constexpr std::uint8_t kEndOfImage = 0xD9;
constexpr std::uint8_t kApp1 = 0xE1;
constexpr std::string_view kExifHeader("Exif\0\0", 6);

// Markers that stand alone, without a length: TEM, RST0 to RST7 and the start.
bool stands_alone(std::uint8_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }

bool is_exif(std::span<const std::uint8_t> segment) {
  return segment.size() > kExifHeader.size() &&
         std::equal(kExifHeader.begin(), kExifHeader.end(), segment.begin(), [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

// The next marker's place from `at` on: FF before something that is neither a stuffed zero nor a restart, for those are among the pixels.
std::size_t next_marker(std::span<const std::uint8_t> file, std::size_t at) {
  for (; at + 1 < file.size(); ++at) {
    const std::uint8_t after = file[at + 1];
    if (file[at] == 0xFF && after != 0 && after != 0xFF && !stands_alone(after)) return at;
  }
  return file.size();
}

}  // namespace

JpegFile read_jpeg_segments(std::span<const std::uint8_t> file) {
  JpegFile read;
  for (std::size_t at = next_marker(file, 0); at + 1 < file.size(); at = next_marker(file, at)) {
    const std::uint8_t marker = file[at + 1];
    if (marker == kEndOfImage) {
      read.is_whole = true;
      break;
    }
    if (at + 3 >= file.size()) break;
    const std::size_t length = (static_cast<std::size_t>(file[at + 2]) << 8U) | file[at + 3];  // with its own two bytes
    const std::size_t begin = std::min(at + 4, file.size());
    const std::size_t end = std::min(at + 2 + std::max<std::size_t>(length, 2), file.size());
    const auto segment = file.subspan(begin, end - begin);
    if (marker == kApp1 && read.exif.empty() && is_exif(segment)) read.exif = segment;
    at = end;
  }
  return read;
}

}  // namespace kiosk::gfx
