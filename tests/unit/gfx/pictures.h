// Small pictures made by the tests themselves, as real files in a folder of their own, and the worker that decodes them: this
// test program started again with the verb `decode-worker`.
#pragma once

#include <stb_image_write.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>

#include "base/color.h"
#include "gfx/image.h"

namespace kiosk::test {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kiosk-gfx-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / name;
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file;
  }
  std::filesystem::path path(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

inline constexpr base::Color kTransparent{0, 0, 0, 0};
inline constexpr base::Color kRed{230, 20, 20, 255};
inline constexpr base::Color kGreen{20, 200, 20, 255};
inline constexpr base::Color kBlue{20, 20, 230, 255};
inline constexpr base::Color kWhite{250, 250, 250, 255};

// Four quarters of plain colour: red and green above, blue and white below.
inline gfx::Image quarters(int width_px, int height_px) {
  gfx::Image image{width_px, height_px, {}};
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) {
      const bool left = x < width_px / 2;
      const base::Color color = y < height_px / 2 ? (left ? kRed : kGreen) : (left ? kBlue : kWhite);
      image.pixels.insert(image.pixels.end(), {color.red, color.green, color.blue, color.alpha});
    }
  }
  return image;
}

inline base::Color pixel(const gfx::Image& image, int x, int y) {
  const std::size_t at =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width_px) + static_cast<std::size_t>(x)) * 4;
  return {image.pixels[at], image.pixels[at + 1], image.pixels[at + 2], image.pixels[at + 3]};
}

// Equal up to what JPEG and scaling change.
inline bool resembles(base::Color a, base::Color b) {
  const auto near = [](int x, int y) { return std::abs(x - y) <= 24; };
  return near(a.red, b.red) && near(a.green, b.green) && near(a.blue, b.blue) && near(a.alpha, b.alpha);
}

inline std::string png_of(const gfx::Image& image) {
  std::string bytes;
  const auto append = [](void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
  };
  stbi_write_png_to_func(append, &bytes, image.width_px, image.height_px, 4, image.pixels.data(), image.width_px * 4);
  return bytes;
}

inline std::string jpeg_of(const gfx::Image& image) {
  std::string bytes;
  const auto append = [](void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
  };
  stbi_write_jpg_to_func(append, &bytes, image.width_px, image.height_px, 4, image.pixels.data(), 95);
  return bytes;
}

// A JPEG whose EXIF block says how the camera was held (EXIF 2.32, tag 0x0112).
inline std::string jpeg_with_orientation(const gfx::Image& image, int orientation) {
  std::string exif(
      "\xFF\xE1\x00\x22"
      "Exif\0\0"
      "MM\0\x2A\0\0\0\x08"
      "\0\x01"
      "\x01\x12\0\x03\0\0\0\x01\0\0\0\0"
      "\0\0\0\0",
      36);
  exif[29] = static_cast<char>(orientation);
  std::string jpeg = jpeg_of(image);
  return jpeg.insert(2, exif);
}

inline std::string svg_of(std::string_view inside, std::string_view head = {}) {
  return std::string(head) + R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">)" + std::string(inside) + "</svg>";
}

// A drawing that would take librsvg hours: newer ones limit the octaves of a noise, so it is asked for 250,000 times.
inline std::string endless_svg() {
  std::string drawing = R"x(<filter id="f"><feTurbulence numOctaves="1000000" baseFrequency="0.1"/></filter>)x"
                        R"x(<g id="g0"><rect width="100" height="100" filter="url(#f)"/></g>)x";
  for (int depth = 0; depth < 5; ++depth) {
    drawing += "<g id=\"g" + std::to_string(depth + 1) + "\">";
    for (int i = 0; i < 12; ++i) drawing += "<use href=\"#g" + std::to_string(depth) + "\"/>";
    drawing += "</g>";
  }
  return svg_of(drawing);
}

}  // namespace kiosk::test
