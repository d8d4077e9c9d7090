// A square of 8-bit coverage filled in shelves: rows as tall as what stands in them. Knows no glyphs; owned by the GlyphAtlas.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.h"

namespace kiosk::text {

// Pixels before they have a place; `stride` bytes a row.
struct Coverage {
  int width = 0;
  int height = 0;
  int stride = 0;
  std::vector<std::uint8_t> rows;
};

struct PagePlace {
  int x = 0;
  int y = 0;
};

class AtlasPage {
 public:
  static constexpr int kWhiteSide = 3;  // full coverage in the top left corner

  explicit AtlasPage(int side_px);

  int side_px() const { return side_; }
  const std::vector<std::uint8_t>& pixels() const { return pixels_; }

  // A free place with an empty pixel to its right and below; nothing when there is none.
  std::optional<PagePlace> place(int width, int height);
  // The same pixels and places in a page of twice the side.
  void grow();
  void write(PagePlace to, const Coverage& coverage);
  Coverage read(PagePlace from, int width, int height) const;
  // The bounding rectangle of what changed since the last call.
  base::Rect take_dirty();

 private:
  struct Shelf {
    int y = 0;
    int height = 0;
    int x = 0;  // first free column
  };
  std::size_t index(int x, int y) const { return static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(x); }
  void touch(int x, int y, int width, int height);

  int side_ = 0;
  std::vector<std::uint8_t> pixels_;
  std::vector<Shelf> shelves_;
  int next_shelf_y_ = 0;
  base::Rect dirty_;
};

}  // namespace kiosk::text
