#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "screens/cards.h"
#include "screens/map_plan.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using base::Point;
using model::Metres;
using ui::Color;
using ui::Frame;

class FloorPainter {
 public:
  FloorPainter(Frame& frame, const Projection& projection) : frame_(frame), theme_(frame.theme()), projection_(projection) {}

  void fill(const model::Polygon& shape, const std::vector<std::size_t>& triangles, Color color, Point shift = {}) {
    corners_.clear();
    for (const std::size_t index : triangles) {
      const Point corner = projection_.at(shape[index]);
      corners_.push_back({corner.x + shift.x, corner.y + shift.y});
    }
    frame_.triangles(corners_, color);
  }

  void line(std::initializer_list<Metres> points, Color color, float width, bool closed = false) {
    corners_.clear();
    for (const Metres point : points) corners_.push_back(projection_.at(point));
    frame_.polyline(corners_, color, width, closed);
  }
  void outline(const model::Polygon& shape, Color color, float width) {
    corners_.clear();
    for (const Metres point : shape) corners_.push_back(projection_.at(point));
    frame_.polyline(corners_, color, width, true);
  }

  Color fill_of(const MapRoom& room) const {
    if (room.selected) return theme_.saffron;
    if (theme_.high_contrast) return theme_.surface;
    if (room.tone) return ui::mix(theme_.surface, family_color(frame_, *room.tone), 0.20);
    switch (room.kind) {
      case model::AreaKind::courtyard: return ui::mix(theme_.ground, theme_.good, 0.24);
      case model::AreaKind::hall:
      case model::AreaKind::reception: return ui::mix(theme_.surface, theme_.saffron, 0.20);
      case model::AreaKind::exit: return ui::mix(theme_.surface, theme_.good, 0.22);
      case model::AreaKind::wc:
      case model::AreaKind::stairs:
      case model::AreaKind::lift:
      case model::AreaKind::prayer:
      case model::AreaKind::first_aid: return ui::mix(theme_.surface, theme_.accent, 0.12);
      default: return theme_.surface;
    }
  }

  // Trees in the corners and a star-shaped basin in the middle, as far as there is room: what makes a courtyard of a green polygon.
  void plant(const MapRoom& room) {
    const double width = room.box.most.x - room.box.least.x;
    const double height = room.box.most.y - room.box.least.y;
    constexpr double kLeast = 8;
    if (std::min(width, height) < kLeast || theme_.high_contrast) return;
    const Metres middle{(room.box.least.x + room.box.most.x) / 2, (room.box.least.y + room.box.most.y) / 2};
    const double basin = std::min(width, height) * 0.17;
    star(middle, basin * 1.25, ui::mix(theme_.surface, theme_.saffron, 0.25));
    star(middle, basin, ui::mix(theme_.surface, theme_.accent, 0.35));
    const Color crown = ui::mix(theme_.ground, theme_.good, 0.55);
    const auto tree = static_cast<float>(std::min(width, height) * 0.075);
    for (const double x : {0.14, 0.86}) {
      for (const double y : {0.16, 0.84}) {
        const Point at = projection_.at({room.box.least.x + width * x, room.box.least.y + height * y});
        frame_.disc(at, tree * projection_.scale, crown);
        frame_.disc({at.x - tree * projection_.scale * 0.25F, at.y - tree * projection_.scale * 0.25F}, tree * projection_.scale * 0.55F, ui::mix(crown, theme_.surface, 0.2));
      }
    }
  }

  // The treads of a staircase, across its longer side.
  void tread(const MapRoom& room) {
    const double width = room.box.most.x - room.box.least.x;
    const double height = room.box.most.y - room.box.least.y;
    constexpr double kTread = 0.9;  // metres, as drawn
    const bool across = width >= height;
    const auto count = static_cast<int>((across ? width : height) / kTread);
    const Color color = ui::mix(fill_of(room), theme_.high_contrast ? theme_.ink : theme_.accent, theme_.high_contrast ? 0.3 : 0.14);
    for (int i = 1; i < count; ++i) {
      const double share = static_cast<double>(i) / count;
      if (across) {
        const double x = room.box.least.x + width * share;
        line({{x, room.box.least.y}, {x, room.box.most.y}}, color, frame_.metrics().px(2));
      } else {
        const double y = room.box.least.y + height * share;
        line({{room.box.least.x, y}, {room.box.most.x, y}}, color, frame_.metrics().px(2));
      }
    }
  }

 private:
  // Two squares, one turned by an eighth.
  void star(Metres middle, double radius, Color color) {
    std::array<Metres, 4> square;
    for (const double turn : {0.0, std::numbers::pi / 4}) {
      for (std::size_t i = 0; i < square.size(); ++i) {
        const double angle = turn + static_cast<double>(i) * std::numbers::pi / 2;
        square[i] = {middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)};
      }
      const std::array<Point, 6> corners{projection_.at(square[0]), projection_.at(square[1]), projection_.at(square[2]),
                                         projection_.at(square[0]), projection_.at(square[2]), projection_.at(square[3])};
      frame_.triangles(corners, color);
    }
  }

  Frame& frame_;
  const ui::Theme& theme_;
  const Projection& projection_;
  std::vector<Point> corners_;
};

float length_of(const std::vector<Point>& line) {
  float length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return length;
}

// The beginning of a line, `length` pixels of it.
std::vector<Point> beginning(const std::vector<Point>& line, float length) {
  std::vector<Point> part{line.front()};
  for (std::size_t i = 1; i < line.size(); ++i) {
    const float step = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    if (step >= length) {
      const float share = step == 0 ? 0 : length / step;
      part.push_back({line[i - 1].x + (line[i].x - line[i - 1].x) * share, line[i - 1].y + (line[i].y - line[i - 1].y) * share});
      return part;
    }
    part.push_back(line[i]);
    length -= step;
  }
  return part;
}

// Small arrows along the line: which way to go, also when nothing moves.
void draw_arrows(Frame& frame, const std::vector<Point>& line, Color color) {
  const ui::Metrics& m = frame.metrics();
  const float every = m.px(64);
  const float half = m.px(6);
  float next = every * 0.6F;
  float walked = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const float step = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    if (step == 0) continue;
    const Point along{(line[i].x - line[i - 1].x) / step, (line[i].y - line[i - 1].y) / step};
    for (; next <= walked + step; next += every) {
      const float place = next - walked;
      if (place < half * 2 || place > step - half * 2) continue;  // not on a corner
      const Point tip{line[i - 1].x + along.x * (place + half), line[i - 1].y + along.y * (place + half)};
      const Point back{tip.x - along.x * half * 2, tip.y - along.y * half * 2};
      const std::array<Point, 3> corners{tip, Point{back.x - along.y * half, back.y + along.x * half}, Point{back.x + along.y * half, back.y - along.x * half}};
      frame.triangles(corners, color);
    }
    walked += step;
  }
}

}  // namespace

void draw_floor_shapes(Frame& frame, const Projection& projection, const FloorPlan& plan, std::string_view pressed_room) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  FloorPainter painter(frame, projection);
  if (!theme.high_contrast) painter.fill(plan.outline, plan.triangles, ui::mix(theme.ground, theme.ink, 0.13), {0, m.px(9)});
  painter.fill(plan.outline, plan.triangles, theme.high_contrast ? theme.surface : ui::mix(theme.surface, theme.ink_soft, 0.10));
  const Color wall = theme.high_contrast ? theme.ink : ui::mix(theme.ink, theme.ground, 0.35);
  // Down there is the ground, with a balustrade round it.
  for (std::size_t i = 0; i < plan.openings.size(); ++i) {
    painter.fill(plan.openings[i], plan.opening_triangles[i], theme.high_contrast ? theme.ground : ui::mix(theme.ground, theme.good, 0.14));
    painter.outline(plan.openings[i], theme.high_contrast ? theme.ink : ui::mix(theme.ink, theme.ground, 0.6), m.px(3));
  }
  for (const MapRoom& room : plan.rooms) {
    const model::Bounds all = model::bounds(room.shape);
    if (base::intersect(projection.rect(all), projection.view).empty()) continue;
    const Color fill = painter.fill_of(room);
    painter.fill(room.shape, room.triangles, room.room == pressed_room ? ui::mix(fill, theme.accent, 0.25) : fill);
    if (room.kind == model::AreaKind::courtyard) painter.plant(room);
    if (room.kind == model::AreaKind::stairs && !room.selected) painter.tread(room);
    const bool open = room.kind == model::AreaKind::courtyard && !theme.high_contrast;
    painter.outline(room.shape, open ? ui::mix(theme.ground, theme.good, 0.45) : wall, m.px(room.selected ? 5 : 3));
  }
  painter.outline(plan.outline, theme.high_contrast ? theme.ink : ui::mix(theme.ink, theme.ground, 0.1), m.px(6));
  // Doors last: the opening is cut into both walls.
  const Color open = theme.high_contrast ? theme.surface : ui::mix(theme.surface, theme.ink_soft, 0.06);
  for (const MapDoor& door : plan.doors) painter.line({door.from, door.to}, open, m.px(7));
}

void draw_way(Frame& frame, const Projection& projection, const FloorPlan& plan, float share) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  std::vector<std::vector<Point>> lines;
  float whole = 0;
  for (const model::Polygon& walked : plan.way) {
    std::vector<Point>& line = lines.emplace_back();
    for (const Metres place : walked) line.push_back(projection.at(place));
    whole += length_of(line);
  }
  float left = whole * share;
  std::erase_if(lines, [&](std::vector<Point>& line) {
    const float length = length_of(line);
    if (left < length) line = beginning(line, std::max(0.0F, left));
    left -= length;
    return line.size() < 2;
  });
  const auto stroke = [&](Color color, float width) {
    for (const std::vector<Point>& line : lines) {
      frame.polyline(line, color, width, false);
      for (const Point corner : line) frame.disc(corner, width / 2, color);
    }
  };
  stroke(theme.surface, m.px(20));
  stroke(theme.accent, m.px(13));
  for (const std::vector<Point>& line : lines) draw_arrows(frame, line, theme.on_accent);
}

}  // namespace kiosk::screens
