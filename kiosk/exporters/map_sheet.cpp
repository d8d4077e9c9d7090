#include "exporters/map_sheet.h"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <numbers>
#include <optional>
#include <string>

#include "base/format.h"
#include "model/walking_graph.h"
#include "text/cairo_text.h"

namespace kiosk::exporters {
namespace {

using base::Color;
using base::Point;
using model::Metres;

constexpr double kMargin = 48;
constexpr double kTitleHeight = 64;
constexpr double kLegendHeight = 84;
constexpr double kWidestFloor = 1400;  // pixels
constexpr double kMostPixelsPerMetre = 40;
constexpr double kLargestSide = 8192;
constexpr std::size_t kMostInARow = 4;

// How the floors are laid out: a grid whose cells are as large as the largest floor.
struct Grid {
  std::size_t columns = 1;
  std::size_t rows = 1;
  double scale = 1;  // pixels per metre
  double cell_width = 0;
  double cell_height = 0;
  int width_px() const { return static_cast<int>(std::ceil(kMargin + static_cast<double>(columns) * (cell_width + kMargin))); }
  int height_px() const { return static_cast<int>(std::ceil(kMargin + static_cast<double>(rows) * (cell_height + kMargin) + kLegendHeight)); }
};

Grid grid_of(const model::Map& map) {
  double widest = 1;
  double highest = 1;
  for (const model::Floor& floor : map.floors) {
    const model::Bounds box = model::bounds(floor.outline);
    widest = std::max(widest, box.most.x - box.least.x);
    highest = std::max(highest, box.most.y - box.least.y);
  }
  Grid grid;
  const auto count = static_cast<double>(map.floors.size());
  grid.columns = map.floors.size() <= kMostInARow ? map.floors.size() : static_cast<std::size_t>(std::ceil(std::sqrt(count)));
  grid.rows = (map.floors.size() + grid.columns - 1) / grid.columns;
  const double room_across = (kLargestSide - kMargin) / static_cast<double>(grid.columns) - kMargin;
  const double room_down = (kLargestSide - kMargin - kLegendHeight) / static_cast<double>(grid.rows) - kMargin - kTitleHeight;
  grid.scale = std::min({kMostPixelsPerMetre, kWidestFloor / widest, room_across / widest, room_down / highest});
  grid.cell_width = widest * grid.scale;
  grid.cell_height = kTitleHeight + highest * grid.scale;
  return grid;
}

class Pen {
 public:
  explicit Pen(cairo_t* to) : to_(to) {}

  void use(Color color) { cairo_set_source_rgba(to_, color.red / 255.0, color.green / 255.0, color.blue / 255.0, color.alpha / 255.0); }
  void dashed(bool on) {
    constexpr double kDash = 7;
    cairo_set_dash(to_, &kDash, on ? 1 : 0, 0);
  }
  void outline(const std::vector<Point>& corners) {
    for (const Point corner : corners) cairo_line_to(to_, corner.x, corner.y);
    cairo_close_path(to_);
  }
  void fill(Color color) {
    use(color);
    cairo_fill(to_);
  }
  void fill_and_stroke(Color inside, Color line, double width) {
    use(inside);
    cairo_fill_preserve(to_);
    stroke(line, width);
  }
  void stroke(Color color, double width) {
    use(color);
    cairo_set_line_width(to_, width);
    cairo_set_line_join(to_, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(to_);
  }
  void line(Point a, Point b, Color color, double width) {
    cairo_move_to(to_, a.x, a.y);
    cairo_line_to(to_, b.x, b.y);
    stroke(color, width);
  }
  void dot(Point at, double radius) { cairo_arc(to_, at.x, at.y, radius, 0, 2 * std::numbers::pi); }
  void square(Point at, double half) { cairo_rectangle(to_, at.x - half, at.y - half, 2 * half, 2 * half); }
  // A sixth of a circle towards `degrees`, clockwise from up.
  void cone(Point at, double radius, double degrees) {
    const double middle = (degrees - 90) * std::numbers::pi / 180;
    cairo_move_to(to_, at.x, at.y);
    cairo_arc(to_, at.x, at.y, radius, middle - std::numbers::pi / 6, middle + std::numbers::pi / 6);
    cairo_close_path(to_);
  }
  // In the middle between two points, pointing to the second.
  void arrowhead(Point a, Point b, Color color) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length < 1) return;
    const double x = (b.x - a.x) / length * 8;
    const double y = (b.y - a.y) / length * 8;
    const Point tip{(a.x + b.x) / 2 + static_cast<float>(x), (a.y + b.y) / 2 + static_cast<float>(y)};
    cairo_move_to(to_, tip.x, tip.y);
    cairo_line_to(to_, tip.x - 2 * x - y, tip.y - 2 * y + x);
    cairo_line_to(to_, tip.x - 2 * x + y, tip.y - 2 * y - x);
    cairo_close_path(to_);
    fill(color);
  }

 private:
  cairo_t* to_;
};

class MapSheet {
 public:
  MapSheet(const model::Catalogue& catalogue, text::Shaper& shaper, const MapSheetLook& look, cairo_t* to)
      : catalogue_(catalogue), map_(catalogue.map), shaper_(shaper), look_(look), pen_(to), words_(shaper, to), grid_(grid_of(catalogue.map)) {
    if (map_.here) reached_ = model::WalkingGraph(map_, model::Walker::anyone).reach(*map_.here);
  }

  void draw() {
    for (std::size_t i = 0; i < map_.floors.size(); ++i) draw_floor(i);
    draw_legend();
  }

 private:
  // Where floor `index` has its origin, in pixels.
  Point origin(std::size_t index) const {
    const model::Bounds box = model::bounds(map_.floors[index].outline);
    const double left = kMargin + static_cast<double>(index % grid_.columns) * (grid_.cell_width + kMargin);
    const double top = kMargin + static_cast<double>(index / grid_.columns) * (grid_.cell_height + kMargin) + kTitleHeight;
    return {static_cast<float>(left - box.least.x * grid_.scale), static_cast<float>(top - box.least.y * grid_.scale)};
  }
  Point at(Metres place) const {
    return {origin_.x + static_cast<float>(place.x * grid_.scale), origin_.y + static_cast<float>(place.y * grid_.scale)};
  }
  std::vector<Point> at(const model::Polygon& polygon) const {
    std::vector<Point> corners;
    for (const Metres corner : polygon) corners.push_back(at(corner));
    return corners;
  }

  text::Style style(base::Language language, float size, text::Weight weight = text::Weight::regular) const {
    text::Style style;
    style.language = language;
    style.size_px = size;
    style.weight = weight;
    return style;
  }
  // On a plate of its own, so that ways below it do not make it unreadable.
  void label(const std::string& text, text::Style style, Point centre, Color color, std::optional<Color> plate) {
    const base::Size size = shaper_.layout(text, style).size;
    const Point corner{centre.x - size.width / 2, centre.y - size.height / 2};
    if (plate) {
      pen_.outline({{corner.x - 3, corner.y},
                    {corner.x + size.width + 3, corner.y},
                    {corner.x + size.width + 3, corner.y + size.height},
                    {corner.x - 3, corner.y + size.height}});
      pen_.fill(*plate);
    }
    // Broken lines are centred in the width they were given, of which `size` is only what they fill.
    words_.show(text, style, {centre.x - std::max(size.width, style.width_px) / 2, corner.y}, color);
  }

  std::optional<model::Tone> tone_in(const std::string& room) const {
    const auto program =
        std::find_if(catalogue_.programs.begin(), catalogue_.programs.end(), [&](const model::Program& one) { return one.room == room; });
    const model::Family* family = program == catalogue_.programs.end() ? nullptr : catalogue_.family(program->family);
    return family == nullptr ? std::nullopt : std::optional(family->tone);
  }

  void draw_floor(std::size_t index);
  void draw_metres(const model::Floor& floor);
  void draw_room(const model::Area& area);
  void name_room(const model::Area& area);
  void name_point(const model::Area& area, const model::Room& room);
  void draw_ways(const std::string& floor);
  void draw_nodes(const std::string& floor);
  void draw_kiosks(const std::string& floor);
  void draw_legend();
  Color way_color(const model::MapWay& way) const {
    if (way.width > 0 && way.width < model::kStepFreeWidth) return look_.bad;
    return way.kind == model::WayKind::ramp ? look_.good : look_.ink_soft;
  }

  const model::Catalogue& catalogue_;
  const model::Map& map_;
  text::Shaper& shaper_;
  const MapSheetLook& look_;
  Pen pen_;
  text::CairoText words_;
  Grid grid_;
  Point origin_;
  std::optional<model::Reached> reached_;
};

void MapSheet::draw_floor(std::size_t index) {
  const model::Floor& floor = map_.floors[index];
  origin_ = origin(index);
  const Metres corner = model::bounds(floor.outline).least;
  const base::Phrase name = catalogue_.pick(floor.name, catalogue_.event.first_language);
  const Point title{at(corner).x, at(corner).y - static_cast<float>(kTitleHeight)};
  const text::Style title_style = style(name.language, 30, text::Weight::bold);
  words_.show(name.text, title_style, title, look_.ink);
  const float name_width = shaper_.layout(name.text, title_style).size.width;
  words_.show(fmt::format("{} · level {}", floor.id, floor.level), style(base::Language::english, 20), {title.x + name_width + 20, title.y + 12},
              look_.ink_soft);

  pen_.outline(at(floor.outline));
  pen_.fill_and_stroke(look_.surface, look_.ink, 3);
  for (const model::Polygon& opening : floor.openings) {
    pen_.outline(at(opening));
    pen_.dashed(true);
    pen_.fill_and_stroke(look_.ground, look_.ink_soft, 1.5);
    pen_.dashed(false);
  }
  for (const model::Area& area : map_.areas) {
    if (area.floor == floor.id) draw_room(area);
  }
  draw_metres(floor);
  draw_ways(floor.id);
  for (const model::Area& area : map_.areas) {
    if (area.floor == floor.id) name_room(area);
  }
  draw_nodes(floor.id);
  draw_kiosks(floor.id);
}

// A line every metre, or every two, five or ten where they would stand too close, with its x above and its y beside: where a door or a node is
// written in map.toml is read from them.
void MapSheet::draw_metres(const model::Floor& floor) {
  constexpr double kClosest = 44;  // pixels
  constexpr std::array<double, 6> kSteps{1, 2, 5, 10, 20, 50};
  const auto* step = std::find_if(kSteps.begin(), kSteps.end() - 1, [&](double metres) { return metres * grid_.scale >= kClosest; });
  const model::Bounds box = model::bounds(floor.outline);
  const text::Style figures = style(base::Language::english, 13);
  const Color faint = {look_.ink_soft.red, look_.ink_soft.green, look_.ink_soft.blue, 70};
  const auto name = [&](double metres, Point centre) { label(fmt::format("{:g}", metres), figures, centre, look_.ink_soft, std::nullopt); };
  for (double x = std::ceil(box.least.x / *step) * *step; x <= box.most.x; x += *step) {
    pen_.line(at({x, box.least.y}), at({x, box.most.y}), faint, 1);
    name(x, {at({x, 0}).x, at(box.least).y - 10});
  }
  for (double y = std::ceil(box.least.y / *step) * *step; y <= box.most.y; y += *step) {
    pen_.line(at({box.least.x, y}), at({box.most.x, y}), faint, 1);
    name(y, {at(box.least).x - 18, at({0, y}).y});
  }
}

void MapSheet::draw_room(const model::Area& area) {
  const auto tone = tone_in(area.room);
  pen_.outline(at(area.shape));
  if (tone) {
    pen_.fill_and_stroke(look_.family_soft[static_cast<std::size_t>(*tone)], look_.family[static_cast<std::size_t>(*tone)], 3);
  } else {
    pen_.fill_and_stroke(look_.ground, look_.ink_soft, 1.5);
  }
}

// The name, and below it the id by which the files know the room.
void MapSheet::name_room(const model::Area& area) {
  const model::Room* room = catalogue_.room(area.room);
  if (room == nullptr) return;
  if (area.shape.empty()) return name_point(area, *room);
  const model::Bounds box = model::bounds(area.shape);
  const auto tone = tone_in(area.room);
  const Color plate = tone ? look_.family_soft[static_cast<std::size_t>(*tone)] : look_.ground;
  const auto width = static_cast<float>((box.most.x - box.least.x) * grid_.scale) - 24;
  constexpr float kNarrowestName = 40;
  if (width < kNarrowestName) return;
  Point centre = at(model::middle(area.shape));
  const auto fitting = [&](text::Style style, const std::string& text) {
    // Broken over two lines only where one is too narrow for it: a box of full width would cover more of the ways than it needs.
    if (shaper_.layout(text, style).size.width <= width) return style;
    style.width_px = width;
    style.max_lines = 2;
    style.align = text::Align::centre;
    return style;
  };
  const base::Phrase name = catalogue_.pick(room->name, catalogue_.event.first_language);
  const text::Style name_style = fitting(style(name.language, 22, text::Weight::bold), name.text);
  const text::Style id_style = fitting(style(base::Language::english, 15), area.room);
  const float name_height = shaper_.layout(name.text, name_style).size.height;
  const float id_height = shaper_.layout(area.room, id_style).size.height;
  centre.y -= id_height / 2;
  label(name.text, name_style, centre, look_.ink, plate);
  label(area.room, id_style, {centre.x, centre.y + (name_height + id_height) / 2}, look_.ink_soft, plate);
}

// A point of interest: a ring with its name and id below.
void MapSheet::name_point(const model::Area& area, const model::Room& room) {
  const Point centre = at(area.at);
  pen_.dot(centre, 9);
  pen_.fill_and_stroke(look_.surface, look_.good, 4);
  const base::Phrase name = catalogue_.pick(room.name, catalogue_.event.first_language);
  label(name.text, style(name.language, 17, text::Weight::bold), {centre.x, centre.y + 26}, look_.ink, look_.surface);
  label(area.room, style(base::Language::english, 13), {centre.x, centre.y + 46}, look_.ink_soft, look_.surface);
}

void MapSheet::draw_ways(const std::string& floor) {
  for (const model::MapWay& way : map_.ways) {
    const model::MapNode& from = map_.nodes[way.from];
    const model::MapNode& to = map_.nodes[way.to];
    if (from.floor != floor || to.floor != floor) continue;
    const Color color = way_color(way);
    pen_.dashed(way.kind == model::WayKind::ramp);
    pen_.line(at(from.at), at(to.at), color, way.kind == model::WayKind::walk ? 2.5 : 5);
    pen_.dashed(false);
    if (way.one_way) pen_.arrowhead(at(from.at), at(to.at), color);
  }
}

// A door is a square, another node a dot; where stairs, a lift or a ramp leave the floor, a ring says to where.
void MapSheet::draw_nodes(const std::string& floor) {
  for (std::size_t i = 0; i < map_.nodes.size(); ++i) {
    const model::MapNode& node = map_.nodes[i];
    if (node.floor != floor) continue;
    const bool lost = reached_ && reached_->seconds[i] == model::kUnreached;
    if (node.door.empty()) {
      pen_.dot(at(node.at), 4);
    } else {
      pen_.square(at(node.at), 6);
    }
    pen_.fill_and_stroke(lost ? look_.bad : node.door.empty() ? look_.ink_soft : look_.door, lost ? look_.bad : look_.ink, 1.5);
  }
  std::map<std::size_t, int> leaving;  // ways that leave the floor at a node already, so that their words stand below each other
  for (const model::MapWay& way : map_.ways) {
    for (const auto& [here, there] : {std::pair(way.from, way.to), std::pair(way.to, way.from)}) {
      if (map_.nodes[here].floor != floor || map_.nodes[there].floor == floor) continue;
      const bool stairs = way.kind == model::WayKind::stairs;
      const std::string_view kind = stairs ? "stairs" : way.kind == model::WayKind::lift ? "lift" : "ramp";
      const Point place = at(map_.nodes[here].at);
      const Color color = stairs ? look_.ink : look_.good;
      pen_.dot(place, 12);
      pen_.stroke(color, 3);
      const float below = 28 + 20 * static_cast<float>(leaving[here]++);
      label(fmt::format("{} to {}", kind, map_.nodes[there].floor), style(base::Language::english, 15, text::Weight::bold),
            {place.x, place.y + below}, color, look_.surface);
    }
  }
}

void MapSheet::draw_kiosks(const std::string& floor) {
  for (const model::KioskPosition& kiosk : map_.kiosks) {
    const model::MapNode& node = map_.nodes[kiosk.node];
    if (node.floor != floor) continue;
    const bool is_this = kiosk.id == map_.this_kiosk;
    if (kiosk.facing) {
      pen_.cone(at(node.at), 42, *kiosk.facing);
      pen_.fill(base::with_alpha(look_.accent, 90));
    }
    pen_.dot(at(node.at), 13);
    pen_.fill_and_stroke(is_this ? look_.accent : look_.surface, look_.accent, 4);
    const std::string name = is_this ? fmt::format("kiosk {} (here)", kiosk.id) : fmt::format("kiosk {}", kiosk.id);
    const bool looks_down = kiosk.facing && *kiosk.facing > 90 && *kiosk.facing < 270;
    label(name, style(base::Language::english, 17, text::Weight::bold), {at(node.at).x, at(node.at).y + (looks_down ? -28.0F : 28.0F)}, look_.accent,
          look_.surface);
  }
}

void MapSheet::draw_legend() {
  auto x = static_cast<float>(kMargin);
  auto y = static_cast<float>(grid_.height_px()) - static_cast<float>(kLegendHeight) + 12;
  const text::Style words = style(base::Language::english, 18);
  const auto entry = [&](const std::string& text, float sign_width, const auto& sign) {
    const base::Size size = shaper_.layout(text, words).size;
    // A narrow sheet continues its legend on a second line.
    if (x > kMargin && x + sign_width + size.width + 10 > static_cast<float>(grid_.width_px()) - kMargin) {
      x = static_cast<float>(kMargin);
      y += 32;
    }
    sign(Point{x, y + size.height / 2});
    words_.show(text, words, {x + sign_width + 10, y}, look_.ink);
    x += sign_width + 10 + size.width + 34;
  };
  const auto bar = static_cast<float>(10 * grid_.scale);
  entry("10 m", bar, [&](Point p) { pen_.line(p, {p.x + bar, p.y}, look_.ink, 6); });
  entry("door", 14, [&](Point p) {
    pen_.square({p.x + 7, p.y}, 6);
    pen_.fill_and_stroke(look_.door, look_.ink, 1.5);
  });
  entry("way", 40, [&](Point p) { pen_.line(p, {p.x + 40, p.y}, look_.ink_soft, 2.5); });
  entry("ramp", 40, [&](Point p) {
    pen_.dashed(true);
    pen_.line(p, {p.x + 40, p.y}, look_.good, 5);
    pen_.dashed(false);
  });
  entry("narrower than 0.9 m", 40, [&](Point p) { pen_.line(p, {p.x + 40, p.y}, look_.bad, 2.5); });
  entry("no path leads here", 14, [&](Point p) {
    pen_.dot({p.x + 7, p.y}, 5);
    pen_.fill(look_.bad);
  });
  entry("kiosk, and where its visitors look", 40, [&](Point p) {
    pen_.cone({p.x + 10, p.y}, 30, 90);
    pen_.fill(base::with_alpha(look_.accent, 90));
    pen_.dot({p.x + 10, p.y}, 9);
    pen_.fill(look_.accent);
  });
}

Picture picture_of(cairo_surface_t* surface, int width, int height) {
  cairo_surface_flush(surface);
  Picture picture{width, height, {}};
  picture.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
    for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, rows + y * stride + x * 4, 4);
      std::uint8_t* to = &picture.pixels[(y * static_cast<std::size_t>(width) + x) * 4];
      to[0] = static_cast<std::uint8_t>(pixel >> 16U);
      to[1] = static_cast<std::uint8_t>(pixel >> 8U);
      to[2] = static_cast<std::uint8_t>(pixel);
      to[3] = 255;
    }
  }
  return picture;
}

}  // namespace

Picture draw_map_sheet(const model::Catalogue& catalogue, text::Shaper& shaper, const MapSheetLook& look) {
  if (catalogue.map.empty()) return {};
  const Grid grid = grid_of(catalogue.map);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, grid.width_px(), grid.height_px());
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
    cairo_surface_destroy(surface);
    return {};
  }
  cairo_t* to = cairo_create(surface);
  Pen pen(to);
  pen.use(look.ground);
  cairo_paint(to);
  MapSheet(catalogue, shaper, look, to).draw();
  cairo_destroy(to);
  Picture picture = picture_of(surface, grid.width_px(), grid.height_px());
  cairo_surface_destroy(surface);
  return picture;
}

}  // namespace kiosk::exporters
