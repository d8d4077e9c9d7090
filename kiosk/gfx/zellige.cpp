#include "gfx/zellige.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <numbers>

namespace kiosk::gfx {
namespace {

struct Place {
  double x = 0;
  double y = 0;
};

Place polar(double radius, double eighths_of_turn) {
  const double angle = eighths_of_turn * std::numbers::pi / 4;
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

double cos_degrees(double degrees) { return std::cos(degrees * std::numbers::pi / 180); }

// The radii inside a star of radius 1, as the compass finds them. Two squares turned by 45° make the khatam {8/2}: points at 1,
// notches where the squares cross. Chords from each notch to the third next, {8/3}, pass the centre at kNotch·cos 67.5°; where
// two of them meet they cut off a kite under every point and leave a star of eight sharp petals; their innermost meetings are an
// octagon.
const double kNotch = cos_degrees(45) / cos_degrees(22.5);
const double kKiteFoot = kNotch * cos_degrees(67.5) / cos_degrees(45);
const double kOctagon = kNotch * cos_degrees(67.5) / cos_degrees(22.5);
// Four stars of radius 1/2, points touching, leave a cross. Its inner corners carry a khatam of this radius, on the same rules.
const double kCrossStar = (1 - 1 / std::numbers::sqrt2) / std::numbers::sqrt2;

// Draws tiles: polygons around a place, each with half a grout line along its edges.
class TileSetter {
 public:
  TileSetter(cairo_t* context, base::Color grout, double grout_px) : context_(context), grout_(grout) {
    cairo_set_line_width(context, grout_px);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
  }

  void around(double x, double y) { centre_ = {x, y}; }
  void corner(Place at) { cairo_line_to(context_, centre_.x + at.x, centre_.y + at.y); }
  void set(base::Color color) {
    cairo_close_path(context_);
    use(color);
    cairo_fill_preserve(context_);
    use(grout_);
    cairo_stroke(context_);
  }

  // A star of eight points: `first` is the direction of one of them in eighths of a turn.
  void star(double radius, double notch_radius, double first, base::Color color) {
    for (int i = 0; i < 8; ++i) {
      corner(polar(radius, first + i));
      corner(polar(notch_radius, first + i + 0.5));
    }
    set(color);
  }

 private:
  void use(base::Color color) {
    cairo_set_source_rgba(context_, color.red / 255.0, color.green / 255.0, color.blue / 255.0, color.alpha / 255.0);
  }

  cairo_t* context_;
  base::Color grout_;
  Place centre_;
};

base::Color cycled(const std::vector<base::Color>& colors, long index, base::Color otherwise) {
  if (colors.empty()) return otherwise;
  const long count = static_cast<long>(colors.size());
  return colors[static_cast<std::size_t>((index % count + count) % count)];
}

void set_star(TileSetter& tiles, double radius, base::Color petals, base::Color heart, base::Color kites) {
  for (int i = 0; i < 8; ++i) {
    tiles.corner(polar(radius, i));
    tiles.corner(polar(radius * kNotch, i + 0.5));
    tiles.corner(polar(radius * kKiteFoot, i));
    tiles.corner(polar(radius * kNotch, i - 0.5));
    tiles.set(kites);
  }
  tiles.star(radius * kNotch, radius * kKiteFoot, 0.5, petals);
  tiles.star(radius * kOctagon, radius * kOctagon * kNotch, 0.5, heart);
}

void set_cross(TileSetter& tiles, double side, base::Color arms, base::Color star) {
  const double inner = side * kCrossStar;
  const double reach = side / 2;
  const double shoulder = reach * kNotch;  // of the star beyond, seen from that star
  const Place far_shoulder{-reach + shoulder * cos_degrees(22.5), -reach + shoulder * cos_degrees(67.5)};
  for (int quarter = 0; quarter < 4; ++quarter) {
    const auto turned = [quarter](Place at) {
      for (int i = 0; i < quarter; ++i) at = {-at.y, at.x};
      return at;
    };
    const double up = -2;  // eighths of a turn
    tiles.corner(turned(polar(inner, up - 1)));
    tiles.corner(turned(far_shoulder));
    tiles.corner(turned({0, -reach}));
    tiles.corner(turned({-far_shoulder.x, far_shoulder.y}));
    tiles.corner(turned(polar(inner, up + 1)));
    tiles.corner(turned(polar(inner * kNotch, up + 0.5)));
    tiles.corner(turned(polar(inner, up)));
    tiles.corner(turned(polar(inner * kNotch, up - 0.5)));
    tiles.set(arms);
  }
  tiles.star(inner, inner * kNotch, 0, star);
}

Image opaque_copy(cairo_surface_t* surface, int width_px, int height_px) {
  cairo_surface_flush(surface);
  Image image{width_px, height_px, {}};
  image.pixels.resize(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px) * 4);
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  std::uint8_t* to = image.pixels.data();
  for (std::size_t y = 0; y < static_cast<std::size_t>(height_px); ++y) {
    for (std::size_t x = 0; x < static_cast<std::size_t>(width_px); ++x, to += 4) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, rows + y * stride + x * 4, 4);
      to[0] = static_cast<std::uint8_t>(pixel >> 16U);
      to[1] = static_cast<std::uint8_t>(pixel >> 8U);
      to[2] = static_cast<std::uint8_t>(pixel);
      to[3] = 255;
    }
  }
  return image;
}

}  // namespace

Image draw_zellige_band(int width_px, int height_px, float tile_px, const ZelligeStyle& style) {
  if (width_px <= 0 || height_px <= 0) return {};
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px, height_px), &cairo_surface_destroy);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context(cairo_create(surface.get()), &cairo_destroy);
  cairo_set_source_rgb(context.get(), style.grout.red / 255.0, style.grout.green / 255.0, style.grout.blue / 255.0);
  cairo_paint(context.get());

  const double side = std::max(8.0, std::round(static_cast<double>(tile_px)));
  TileSetter tiles(context.get(), style.grout, std::max(1.0, side * 0.016));
  // One more than is seen, so that tiles at the edge have the same neighbours as all others.
  const auto columns = static_cast<long>(std::ceil(width_px / 2.0 / side)) + 1;
  const auto rows = static_cast<long>(std::ceil(height_px / 2.0 / side)) + 1;
  for (long row = -rows; row <= rows; ++row) {
    for (long column = -columns; column <= columns; ++column) {
      const double x = width_px / 2.0 + static_cast<double>(column) * side;
      const double y = height_px / 2.0 + static_cast<double>(row) * side;
      // The steps 1 and 2 along rows and columns never put equal stars side by side.
      const long turn = column + 2 * row;
      tiles.around(x, y);
      set_star(tiles, side / 2, cycled(style.stars, turn, style.grout), cycled(style.stars, turn + 2, style.grout),
               cycled(style.crosses, 0, style.grout));
      tiles.around(x + side / 2, y + side / 2);
      set_cross(tiles, side, cycled(style.crosses, 1, style.grout), cycled(style.stars, turn + 3, style.grout));
    }
  }
  return opaque_copy(surface.get(), width_px, height_px);
}

}  // namespace kiosk::gfx
