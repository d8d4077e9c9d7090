#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/format.h"
#include "screens/cards.h"
#include "screens/map_plan.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using base::Point;
using ui::Frame;
using ui::Rect;

Rect around(Point centre, float radius) { return {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}; }
// What is half behind the edge is pushed into view.
Rect kept_within(Rect rect, const Rect& view) {
  rect.x = std::clamp(rect.x, view.x, std::max(view.x, view.right() - rect.width));
  rect.y = std::clamp(rect.y, view.y, std::max(view.y, view.bottom() - rect.height));
  return rect;
}

ui::TextStyle mark_style(const Frame& frame, ui::Color color) {
  ui::TextStyle style = ui::caption_style(frame);
  style.weight = text::Weight::bold;
  style.color = color;
  style.vertically_centred = true;
  style.align = text::Align::centre;
  return style;
}

float here_radius(const Frame& frame) { return frame.metrics().px(24); }

// Below the place, else above or beside it, where nothing else stands.
Rect beside_place(const Projection& projection, Point at, ui::Size size, float away, const Taken& taken) {
  const std::array tries{Rect{at.x - size.width / 2, at.y + away, size.width, size.height}, Rect{at.x - size.width / 2, at.y - away - size.height, size.width, size.height},
                         Rect{at.x + away, at.y - size.height / 2, size.width, size.height}, Rect{at.x - away - size.width, at.y - size.height / 2, size.width, size.height}};
  for (const Rect& rect : tries) {
    const Rect kept = kept_within(rect, projection.view);
    if (taken.free(kept)) return kept;
  }
  return kept_within(tries[0], projection.view);
}

ui::Size here_size(Frame& frame, const Phrase& words) {
  const ui::Size size = frame.measure(words, mark_style(frame, {}));
  return {std::ceil(size.width) + frame.metrics().px(28), std::ceil(size.height) + frame.metrics().px(6)};
}

ui::ButtonLook change_look(const FloorChange& change) { return {ui::ButtonKind::primary, change.icon, false, false, false, true, ui::Role::button}; }

bool in_view(const Projection& projection, Point at) { return projection.view.contains(at); }

void draw_here(Frame& frame, const Projection& projection, const FloorPlan& plan, const MapView& view, const Rect& pill) {
  if (!plan.here) return;
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const Point at = projection.at(*plan.here);
  if (plan.looks) {
    // The cone of what the visitor sees.
    const double middle = (*plan.looks - 90) * std::numbers::pi / 180;
    constexpr double kHalf = std::numbers::pi / 6;
    constexpr int kSlices = 8;
    std::array<Point, 3 * kSlices> corners;
    const float reach = m.px(66);
    const auto rim = [&](int i) {
      const double angle = middle - kHalf + 2 * kHalf * i / kSlices;
      return Point{at.x + reach * static_cast<float>(std::cos(angle)), at.y + reach * static_cast<float>(std::sin(angle)) * projection.squash};
    };
    for (int i = 0; i < kSlices; ++i) {
      const auto first = static_cast<std::size_t>(3 * i);
      corners[first] = at;
      corners[first + 1] = rim(i);
      corners[first + 2] = rim(i + 1);
    }
    frame.triangles(corners, base::with_alpha(theme.accent, 70));
  }
  frame.disc(at, here_radius(frame), theme.surface);
  frame.disc(at, m.px(19), theme.accent);
  frame.disc(at, m.px(8), theme.on_accent);
  if (pill.empty()) return;
  const Rect place = frame.unplaced(pill);
  frame.fill(place, theme.accent, place.height / 2);
  frame.text("map.here", place, view.you_are_here, mark_style(frame, theme.on_accent));
}

float stop_radius(const Frame& frame) { return std::max(frame.metrics().px(22), frame.metrics().caption * 0.8F); }

void draw_stops(Frame& frame, const Projection& projection, const FloorPlan& plan, const MapView& view) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  for (std::size_t i = 0; i < plan.stops.size(); ++i) {
    const Point at = projection.at(plan.stops[i].at);
    const bool goal = plan.has_goal && i + 1 == plan.stops.size();
    frame.disc(at, stop_radius(frame), theme.surface);
    frame.disc(at, stop_radius(frame) - m.px(4), goal ? theme.saffron : theme.accent);
    if (!view.walk) {
      frame.disc(at, m.px(7), theme.on_saffron);
      continue;
    }
    const Phrase number{fmt::format("{}", plan.stops[i].number), Language::english};
    const Rect box = frame.unplaced(around(at, stop_radius(frame)));
    frame.text({}, box, number, mark_style(frame, goal ? theme.on_saffron : theme.on_accent));
  }
}

void draw_change(Frame& frame, const Projection& projection, const FloorChange& change, const Rect& button, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const Point at = projection.at(change.at);
  frame.disc(at, m.px(20), theme.surface);
  frame.disc(at, m.px(15), theme.accent);
  if (button.empty()) return;
  if (ui::button(frame, change.id, frame.unplaced(button), change.name, change_look(change))) wish<session::WayfindingIntent>(intents, session::intent::ChooseFloor{change.floor});
}

struct NameForm {
  bool icon = false;
  bool name = false;
};

class NameDrawing {
 public:
  NameDrawing(Frame& frame, const Projection& projection, Taken& taken) : frame_(frame), m_(frame.metrics()), projection_(projection), taken_(taken) {
    style_ = ui::caption_style(frame);
    style_.size_px = std::round(m_.caption * 0.92F);
    style_.weight = text::Weight::bold;
    style_.align = text::Align::centre;
  }

  void draw(const MapRoom& room, bool with_name) {
    const Rect box = projection_.rect(room.box).inset(m_.px(6));
    if (base::intersect(box, projection_.view).empty()) return;
    for (const NameForm form : {NameForm{true, true}, NameForm{false, true}, NameForm{true, false}}) {
      if ((form.icon && room.icon.empty() && !room.tone) || (form.name && (!with_name || room.name.text.empty()))) continue;
      if (place(room, box, form)) return;
    }
  }

 private:
  // Whether the longest word is whole in that width: what is broken inside a word cannot be read.
  bool words_fit(const Phrase& phrase, float width) {
    std::string_view rest = phrase.text;
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      if (frame_.measure({std::string(rest.substr(0, end)), phrase.language}, style_).width > width) return false;
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return true;
  }

  // In the middle of the box, else above or below what stands there.
  bool place(const MapRoom& room, const Rect& box, NameForm form) {
    const float icon = form.icon ? m_.px(room.tone ? 52 : 44) : 0;
    ui::Size words;
    if (form.name) {
      if (box.width < m_.px(40) || !words_fit(room.name, box.width)) return false;
      words = frame_.measure(room.name, style_, box.width);
    }
    const float between = form.icon && form.name ? m_.px(4) : 0;
    const ui::Size size{std::max(icon, std::ceil(words.width)), icon + between + std::ceil(words.height)};
    if (size.width > box.width || size.height > box.height) return false;
    const float spare = box.height - size.height;
    for (const float share : {0.5F, 0.0F, 1.0F, 0.25F, 0.75F}) {
      const Rect rect{box.x + (box.width - size.width) / 2, std::round(box.y + spare * share), size.width, size.height};
      if (!taken_.free(rect)) continue;
      taken_.take(rect);
      paint(room, rect, box, icon, between, form);
      return true;
    }
    return false;
  }

  void paint(const MapRoom& room, const Rect& rect, const Rect& box, float icon, float between, NameForm form) {
    const ui::Theme& theme = frame_.theme();
    const ui::Color ink = room.selected ? theme.on_saffron : theme.ink;
    if (form.icon) {
      const Point centre{rect.x + rect.width / 2, rect.y + icon / 2};
      const bool disc = room.tone && !theme.high_contrast && !room.selected;
      if (disc) frame_.disc(centre, icon / 2, family_color(frame_, *room.tone));
      const float side = disc ? icon * 0.66F : icon;
      const Rect place = frame_.unplaced(around(centre, side / 2));
      frame_.icon(room.tone ? family_icon(*room.tone) : room.icon, place, disc ? theme.on_family : ink);
    }
    if (!form.name) return;
    style_.color = ink;
    const float y = rect.y + icon + between;
    frame_.text({}, frame_.unplaced({box.x, y, box.width, rect.bottom() - y}), room.name, style_);
  }

  Frame& frame_;
  const ui::Metrics& m_;
  const Projection& projection_;
  Taken& taken_;
  ui::TextStyle style_;
};

// Smaller is more wanted.
int rank(const MapRoom& room) {
  if (room.selected) return 0;
  if (room.stop > 0) return 1;
  switch (room.kind) {
    case model::AreaKind::wc:
    case model::AreaKind::exit:
    case model::AreaKind::first_aid:
    case model::AreaKind::reception: return 2;
    case model::AreaKind::workshop:
    case model::AreaKind::hall: return 3;
    case model::AreaKind::stairs:
    case model::AreaKind::lift:
    case model::AreaKind::prayer: return 4;
    default: return 5;
  }
}

}  // namespace

bool Taken::free(const Rect& rect) const {
  return std::none_of(rects_.begin(), rects_.end(), [&](const Rect& one) { return !base::intersect(one, rect).empty(); });
}

Marks place_marks(Frame& frame, const Projection& projection, const FloorPlan& plan, const MapView& view, Taken& taken) {
  const ui::Metrics& m = frame.metrics();
  Marks marks;
  for (const PlanStop& stop : plan.stops) taken.take(around(projection.at(stop.at), stop_radius(frame)));
  for (const FloorChange& change : plan.changes) taken.take(around(projection.at(change.at), m.px(20)));
  if (plan.here) taken.take(around(projection.at(*plan.here), here_radius(frame)));
  for (const FloorChange& change : plan.changes) {
    const Point at = projection.at(change.at);
    const ui::Size size = ui::button_size(frame, change.name, change_look(change));
    marks.changes.push_back(in_view(projection, at) ? beside_place(projection, at, size, m.px(26), taken) : Rect{});
    taken.take(marks.changes.back());
  }
  if (plan.here && in_view(projection, projection.at(*plan.here))) {
    marks.here = beside_place(projection, projection.at(*plan.here), here_size(frame, view.you_are_here), here_radius(frame) + m.px(6), taken);
    taken.take(marks.here.inset(-m.px(4)));
  }
  return marks;
}

Rect spot_rect(const Frame& frame, const Projection& projection, const MapSpot& spot) { return around(projection.at(spot.at), frame.metrics().touch / 2); }

void draw_spots(Frame& frame, const Projection& projection, const FloorPlan& plan, Taken& taken, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  for (const MapSpot& spot : plan.spots) {
    const Rect target = spot_rect(frame, projection, spot);
    const Rect disc = around(target.centre(), m.px(24));
    if (base::intersect(disc, projection.view).empty() || !taken.free(disc)) continue;
    taken.take(disc);
    bool pressed = false;
    if (target.x >= projection.view.x && target.right() <= projection.view.right() && target.y >= projection.view.y && target.bottom() <= projection.view.bottom()) {
      const ui::Touch touch = frame.touchable(spot.id, frame.unplaced(target), ui::Role::card, spot.name.text, true, spot.selected);
      if (touch.tapped) intents.emplace_back(session::intent::Open{session::ScreenId::map, spot.selected ? std::string() : spot.room});
      pressed = touch.pressed;
    }
    const ui::Color ground = spot.selected ? theme.saffron : theme.surface;
    frame.disc(disc.centre(), disc.width / 2, theme.high_contrast ? theme.ink : ui::mix(theme.ink, theme.ground, 0.35));
    frame.disc(disc.centre(), disc.width / 2 - m.px(3), pressed ? ui::mix(ground, theme.accent, 0.25) : ground);
    frame.icon(spot.icon, frame.unplaced(disc.inset(m.px(9))), spot.selected ? theme.on_saffron : theme.accent);
  }
}

void draw_marks(Frame& frame, const Projection& projection, const FloorPlan& plan, const MapView& view, const Marks& marks, Intents& intents) {
  draw_stops(frame, projection, plan, view);
  draw_here(frame, projection, plan, view, marks.here);
  for (std::size_t i = 0; i < plan.changes.size(); ++i) draw_change(frame, projection, plan.changes[i], marks.changes[i], intents);
}

void draw_names(Frame& frame, const Projection& projection, const FloorPlan& plan, bool names_all, Taken& taken) {
  std::vector<const MapRoom*> rooms;
  for (const MapRoom& room : plan.rooms) rooms.push_back(&room);
  std::stable_sort(rooms.begin(), rooms.end(), [](const MapRoom* a, const MapRoom* b) { return rank(*a) < rank(*b); });
  NameDrawing names(frame, projection, taken);
  for (const MapRoom* room : rooms) names.draw(*room, names_all || room->selected || room->stop > 0);
}

}  // namespace kiosk::screens
