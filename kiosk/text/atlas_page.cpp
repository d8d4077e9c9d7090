#include "text/atlas_page.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace kiosk::text {
namespace {

constexpr int kGutter = 1;     // sampling between pixels never reaches a neighbour
constexpr int kShelfStep = 4;  // heights are rounded up, so that letters of nearly one height share a shelf

}  // namespace

AtlasPage::AtlasPage(int side_px) : side_(side_px) {
  pixels_.assign(static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_), 0);
  for (int y = 0; y < kWhiteSide; ++y) std::memset(&pixels_[index(0, y)], 255, kWhiteSide);
  shelves_.push_back({0, kWhiteSide + kGutter, kWhiteSide + kGutter});
  next_shelf_y_ = kWhiteSide + kGutter;
  touch(0, 0, side_, side_);
}

std::optional<PagePlace> AtlasPage::place(int width, int height) {
  const int need_width = width + kGutter;
  const int need_height = (height + kGutter + kShelfStep - 1) / kShelfStep * kShelfStep;
  Shelf* best = nullptr;
  for (Shelf& shelf : shelves_) {
    const bool fits = shelf.height >= need_height && shelf.x + need_width <= side_;
    const bool wasteful = shelf.height > need_height * 3 / 2;
    if (fits && !wasteful && (best == nullptr || shelf.height < best->height)) best = &shelf;
  }
  if (best == nullptr) {
    if (next_shelf_y_ + need_height > side_ || need_width > side_) return std::nullopt;
    shelves_.push_back({next_shelf_y_, need_height, 0});
    next_shelf_y_ += need_height;
    best = &shelves_.back();
  }
  const PagePlace place{best->x, best->y};
  best->x += need_width;
  return place;
}

void AtlasPage::grow() {
  const int side = side_ * 2;
  std::vector<std::uint8_t> larger(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 0);
  for (int y = 0; y < side_; ++y) {
    std::memcpy(&larger[static_cast<std::size_t>(y) * static_cast<std::size_t>(side)], &pixels_[index(0, y)], static_cast<std::size_t>(side_));
  }
  pixels_ = std::move(larger);
  side_ = side;
  touch(0, 0, side_, side_);
}

void AtlasPage::write(PagePlace to, const Coverage& coverage) {
  for (int row = 0; row < coverage.height; ++row) {
    std::memcpy(&pixels_[index(to.x, to.y + row)], &coverage.rows[static_cast<std::size_t>(row) * static_cast<std::size_t>(coverage.stride)],
                static_cast<std::size_t>(coverage.width));
  }
  touch(to.x, to.y, coverage.width, coverage.height);
}

Coverage AtlasPage::read(PagePlace from, int width, int height) const {
  Coverage coverage{width, height, width, {}};
  coverage.rows.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int row = 0; row < height; ++row) {
    std::memcpy(&coverage.rows[static_cast<std::size_t>(row) * static_cast<std::size_t>(width)], &pixels_[index(from.x, from.y + row)],
                static_cast<std::size_t>(width));
  }
  return coverage;
}

base::Rect AtlasPage::take_dirty() { return std::exchange(dirty_, {}); }

void AtlasPage::touch(int x, int y, int width, int height) {
  const base::Rect area{static_cast<float>(x), static_cast<float>(y), static_cast<float>(width), static_cast<float>(height)};
  if (dirty_.empty()) {
    dirty_ = area;
    return;
  }
  const float left = std::min(dirty_.x, area.x);
  const float top = std::min(dirty_.y, area.y);
  dirty_ = {left, top, std::max(dirty_.right(), area.right()) - left, std::max(dirty_.bottom(), area.bottom()) - top};
}

}  // namespace kiosk::text
