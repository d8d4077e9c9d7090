#include "gfx/decode.h"

#include <libexif/exif-data.h>
#include <stb_image.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "base/format.h"
#include "gfx/jpeg.h"
#include "gfx/resample.h"
#include "gfx/svg.h"

namespace kiosk::gfx {
namespace {

using Pixels = std::unique_ptr<stbi_uc, decltype(&stbi_image_free)>;

bool starts_with(std::span<const std::uint8_t> file, std::string_view magic) {
  return file.size() >= magic.size() && std::equal(magic.begin(), magic.end(), file.begin(),
                                                   [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

// EXIF 2.32, tag 0x0112: 1 … 8, 1 where there is none. libexif is given the block alone: in a whole file it looks no further than the first
// segment that it does not know, and programs like to put a comment before it.
int exif_orientation(std::span<const std::uint8_t> exif) {
  if (exif.empty()) return 1;
  const std::unique_ptr<ExifData, decltype(&exif_data_unref)> data(
      exif_data_new_from_data(exif.data(), static_cast<unsigned>(exif.size())), &exif_data_unref);
  if (!data) return 1;
  const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
  const int value = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
  return value >= 1 && value <= 8 ? value : 1;
}

bool turns_sideways(int orientation) { return orientation >= 5; }

// Puts a picture stored in EXIF `orientation` upright.
Image upright(Image stored, int orientation) {
  if (orientation == 1) return stored;
  Image result{stored.width_px, stored.height_px, std::vector<std::uint8_t>(stored.pixels.size())};
  if (turns_sideways(orientation)) std::swap(result.width_px, result.height_px);
  const int last_column = stored.width_px - 1;
  const int last_row = stored.height_px - 1;
  std::uint8_t* to = result.pixels.data();
  for (int y = 0; y < result.height_px; ++y) {
    for (int x = 0; x < result.width_px; ++x, to += 4) {
      int column = turns_sideways(orientation) ? y : x;
      int row = turns_sideways(orientation) ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) column = last_column - column;
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) row = last_row - row;
      const std::size_t from =
          (static_cast<std::size_t>(row) * static_cast<std::size_t>(stored.width_px) + static_cast<std::size_t>(column)) * 4;
      std::copy_n(stored.pixels.data() + from, 4, to);
    }
  }
  return result;
}

// The whole picture inside the middle of a transparent one.
Image centred(const Image& inner, int width_px, int height_px) {
  if (inner.width_px == width_px && inner.height_px == height_px) return inner;
  Image result{width_px, height_px,
               std::vector<std::uint8_t>(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px) * 4)};
  const int left = (width_px - inner.width_px) / 2;
  const int top = (height_px - inner.height_px) / 2;
  const std::size_t row_bytes = static_cast<std::size_t>(inner.width_px) * 4;
  for (int y = 0; y < inner.height_px; ++y) {
    const std::size_t to =
        (static_cast<std::size_t>(top + y) * static_cast<std::size_t>(width_px) + static_cast<std::size_t>(left)) * 4;
    std::copy_n(inner.pixels.data() + static_cast<std::size_t>(y) * row_bytes, row_bytes, result.pixels.data() + to);
  }
  return result;
}

// `width_px` × `height_px` of the stored, not yet upright, picture.
Image fitted(const PixelView& source, int width_px, int height_px, Fit fit) {
  const double across = static_cast<double>(width_px) / source.width_px;
  const double down = static_cast<double>(height_px) / source.height_px;
  if (fit == Fit::contain) {
    const double scale = std::min(across, down);
    const int width = std::clamp(static_cast<int>(std::lround(source.width_px * scale)), 1, width_px);
    const int height = std::clamp(static_cast<int>(std::lround(source.height_px * scale)), 1, height_px);
    const SourceBox whole{0, 0, static_cast<double>(source.width_px), static_cast<double>(source.height_px)};
    return centred({width, height, resample(source, whole, width, height)}, width_px, height_px);
  }
  const double scale = std::max(across, down);
  SourceBox box{0, 0, width_px / scale, height_px / scale};
  box.x = (source.width_px - box.width) / 2;
  box.y = (source.height_px - box.height) / 2;
  return {width_px, height_px, resample(source, box, width_px, height_px)};
}

tl::unexpected<base::Error> too_large(long width_px, long height_px) {
  return base::fail(fmt::format("the picture is {} × {} pixels, more than the kiosk reads", width_px, height_px),
                    fmt::format("Save it with at most {} megapixels, as 3840 × 2160 pixels: no screen shows more.", kMaxFilePixels / 1000000));
}

// What files are that were given the name of a picture; `at` is where their first bytes of meaning stand.
struct ForeignKind {
  std::size_t at = 0;
  std::string_view magic;
  std::string_view what;
};

constexpr std::string_view kIphonePhoto = "this is an iPhone photo (HEIC)";
constexpr ForeignKind kForeignKinds[] = {
    {4, "ftypheic", kIphonePhoto}, {4, "ftypheix", kIphonePhoto}, {4, "ftyphevc", kIphonePhoto}, {4, "ftyphevx", kIphonePhoto},
    {4, "ftypheim", kIphonePhoto}, {4, "ftypheis", kIphonePhoto}, {4, "ftypmif1", kIphonePhoto}, {4, "ftypmsf1", kIphonePhoto},
    {4, "ftypavi", "this is an AVIF picture"}, {4, "ftyp", "this is a film"}, {8, "WEBP", "this is a WebP picture"}, {0, "GIF8", "this is a GIF picture"},
    {0, "%PDF", "this is a PDF document"}, {0, "BM", "this is a BMP picture"}, {0, {"II*\0", 4}, "this is a TIFF picture"},
    {0, {"MM\0*", 4}, "this is a TIFF picture"}, {0, "8BPS", "this is a Photoshop picture"}, {0, "PK\x03\x04", "this is an archive or an office document"},
};

tl::unexpected<base::Error> no_picture(std::span<const std::uint8_t> file) {
  for (const ForeignKind& kind : kForeignKinds) {
    if (file.size() <= kind.at || !starts_with(file.subspan(kind.at), kind.magic)) continue;
    if (kind.what == kIphonePhoto) return base::fail(std::string(kIphonePhoto), "Save it as JPEG: on the phone, Settings, Camera, Formats, Most Compatible; or open it on a computer and export it.");
    return base::fail(std::string(kind.what), "Open it in an image program and save it as JPEG or PNG.");
  }
  return base::fail("the file is not a PNG, JPEG or SVG picture", "Save it as JPEG, PNG or SVG.");
}

// What a PNG says of itself in its first chunk: stb_image calls a very large one of an unusual kind.
std::pair<long, long> png_size(std::span<const std::uint8_t> file) {
  constexpr std::size_t kWidthAt = 16;
  constexpr std::size_t kHeightAt = 20;
  if (file.size() < kHeightAt + 4) return {0, 0};
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | file[at + i];
    return static_cast<long>(std::min(value, 0x7FFFFFFFU));
  };
  return {number(kWidthAt), number(kHeightAt)};
}

base::Result<Image> decode_photo(std::span<const std::uint8_t> file, const DecodeRequest& request) {
  const bool jpeg = starts_with(file, "\xFF\xD8\xFF");
  if (const auto [across, down] = jpeg ? std::pair(0L, 0L) : png_size(file); across * down > kMaxFilePixels) return too_large(across, down);
  const int size = static_cast<int>(file.size());
  int width = 0;
  int height = 0;
  int components = 0;
  if (stbi_info_from_memory(file.data(), size, &width, &height, &components) == 0 || width <= 0 || height <= 0) {
    return base::fail("the picture is damaged or of an unusual kind",
                      "Open it in an image editor and save it again as JPEG or PNG.");
  }
  if (static_cast<long>(width) * height > kMaxFilePixels) return too_large(width, height);
  const JpegFile segments = jpeg ? read_jpeg_segments(file) : JpegFile{};
  // stb_image would show what is missing as grey.
  if (jpeg && !segments.is_whole) return base::fail("the picture breaks off before its end", "Copy it again from where it came.");
  const int channels = jpeg ? 3 : 4;
  const Pixels pixels(stbi_load_from_memory(file.data(), size, &width, &height, &components, channels), &stbi_image_free);
  if (!pixels && std::string_view(stbi_failure_reason()) == "outofmem") return too_large(width, height);
  if (!pixels) return base::fail("the picture is damaged or incomplete", "Copy it again from where it came, or save it again.");
  const int orientation = exif_orientation(segments.exif);
  int stored_width = request.width_px;
  int stored_height = request.height_px;
  if (turns_sideways(orientation)) std::swap(stored_width, stored_height);
  return upright(fitted({pixels.get(), width, height, channels}, stored_width, stored_height, request.fit), orientation);
}

// How much of the pixel whose centre is (x, y) lies inside the rounded rectangle.
float inside_corners(float x, float y, const Image& image, float radius) {
  const float width = static_cast<float>(image.width_px);
  const float height = static_cast<float>(image.height_px);
  const float beyond_x = std::max({0.0F, radius - x, x - (width - radius)});
  const float beyond_y = std::max({0.0F, radius - y, y - (height - radius)});
  if (beyond_x == 0 || beyond_y == 0) return 1;
  return std::clamp(radius + 0.5F - std::hypot(beyond_x, beyond_y), 0.0F, 1.0F);
}

void finish_corners(Image& image, const DecodeRequest& request) {
  const float radius =
      std::min(static_cast<float>(request.corner_radius_px), static_cast<float>(std::min(image.width_px, image.height_px)) / 2);
  const bool flatten = request.corner.alpha != 0;
  if (radius <= 0 && !flatten) return;
  const float ground[3] = {static_cast<float>(request.corner.red), static_cast<float>(request.corner.green),
                           static_cast<float>(request.corner.blue)};
  std::uint8_t* pixel = image.pixels.data();
  for (int y = 0; y < image.height_px; ++y) {
    const float beyond = radius + 1;
    const bool corner_row = static_cast<float>(y) < beyond || static_cast<float>(image.height_px - y) < beyond;
    for (int x = 0; x < image.width_px; ++x, pixel += 4) {
      // Most pixels are opaque and away from the corners.
      if (pixel[3] == 255 && !(corner_row && (static_cast<float>(x) < beyond || static_cast<float>(image.width_px - x) < beyond)))
        continue;
      const float inside = inside_corners(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F, image, radius);
      const float alpha = inside * static_cast<float>(pixel[3]) / 255.0F;
      if (flatten) {
        for (std::size_t c = 0; c < 3; ++c) {
          pixel[c] = static_cast<std::uint8_t>(std::lround(static_cast<float>(pixel[c]) * alpha + ground[c] * (1 - alpha)));
        }
        pixel[3] = 255;
      } else {
        pixel[3] = static_cast<std::uint8_t>(std::lround(alpha * 255));
      }
    }
  }
}

}  // namespace

base::Result<Image> decode(std::span<const std::uint8_t> file, const DecodeRequest& request) {
  if (request.width_px <= 0 || request.height_px <= 0) return base::fail("a picture of no size was asked for", "Report this.");
  if (request.width_px > kMaxSidePx || request.height_px > kMaxSidePx || static_cast<long>(request.width_px) * request.height_px > kMaxPixels) {
    return base::fail("a picture larger than any screen was asked for", "Report this.");
  }
  if (file.empty()) return base::fail("the picture file is empty", "Copy it again from where it came.");
  if (file.size() > kMaxFileBytes) {
    return base::fail(fmt::format("the picture file is {} MB", file.size() / 1000000), "Save it smaller than 40 MB.");
  }
  base::Result<Image> image;
  if (starts_with(file, "\x89PNG\r\n\x1A\n") || starts_with(file, "\xFF\xD8\xFF")) {
    image = decode_photo(file, request);
  } else if (looks_like_svg(file)) {
    image = render_svg(file, request);
  } else {
    return no_picture(file);
  }
  if (image) finish_corners(*image, request);
  return image;
}

}  // namespace kiosk::gfx
