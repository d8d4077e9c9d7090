#include <algorithm>
#include <cmath>
#include <utility>

#include "screens/parts.h"
#include "screens/tour_parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

namespace intent = session::intent;

// When it leaves, what it shows, who leads it, what is left.
float lay_card(Frame& frame, Rect card, const TourCard& tour, bool draws) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const float pad = m.px(28);
  const std::string_view id = frame.join({"tour.", tour.tour});
  const Rect inner{card.x + pad, card.y + pad, card.width - 2 * pad, 0};
  float y = inner.y;
  const auto put = [&](std::string_view part, const Phrase& phrase, const ui::TextStyle& style) {
    if (phrase.text.empty()) return;
    y += draws ? frame.text(frame.join({id, part}), {inner.x, y, inner.width, 0}, phrase, style).height : frame.measure(phrase, style, inner.width).height;
  };
  ui::TextStyle theme_style = ui::body_style(frame);
  theme_style.weight = text::Weight::bold;
  theme_style.size_px = std::round(m.body * 1.15F);
  ui::TextStyle label = ui::caption_style(frame);
  label.weight = text::Weight::bold;
  ui::TextStyle time = ui::title_style(frame);
  time.size_px = std::round(m.title * 1.15F);
  time.tabular_figures = true;
  time.color = theme.accent;
  put(".theme", tour.theme, theme_style);
  y += m.px(10);
  put(".label", tour.time_label, label);
  if (!tour.time.text.empty()) {
    // What is left stands beside the time where there is room for it.
    const ui::Size words = frame.measure(tour.time, time);
    const float aside = std::ceil(words.width) + m.px(24);
    const std::string_view badges = frame.join({id, ".badge"});
    const bool beside = inner.width - aside >= m.px(240) * m.text_scale;
    const float height = draw_badges(frame, {0, 0, beside ? inner.width - aside : inner.width, 0}, {}, tour.badges, false);
    if (draws) frame.text(frame.join({id, ".time"}), {inner.x, y, inner.width, 0}, tour.time, time);
    const float top = beside ? y + std::round(std::max(0.0F, words.height - height) / 2) : y + words.height;
    draw_badges(frame, {beside ? inner.x + aside : inner.x, top, beside ? inner.width - aside : inner.width, 0}, badges, tour.badges, draws);
    y = std::max(y + words.height, top + height) + m.px(8);
  }
  if (!tour.group.text.empty()) {
    const Badge under_way{tour.group, BadgeKind::now};
    y += draw_badges(frame, {inner.x, y, inner.width, 0}, frame.join({id, ".group"}), {under_way}, draws) + m.px(10);
  }
  y += m.px(6);
  ui::TextStyle fact = ui::caption_style(frame);
  fact.color = theme.ink;
  put(".guide", tour.guide, fact);
  put(".length", tour.length, fact);
  if (!tour.marks.empty()) {
    y += m.px(10);
    y += draw_tour_marks(frame, {inner.x, y, inner.width, 0}, frame.join({id, ".mark"}), tour.marks, draws);
  }
  return y + pad - card.y;
}

void draw_card(Frame& frame, Rect rect, const TourCard& tour, Intents& intents) {
  const ui::Touch touch = frame.touchable(frame.join({"tour.", tour.tour}), rect, ui::Role::card, tour.theme.text);
  if (touch.tapped) intents.emplace_back(intent::Open{session::ScreenId::tour, tour.tour});
  if (!frame.visible(rect)) return;
  const auto scope = frame.press_begin(rect, touch.pressed);
  ui::surface(frame, rect);
  lay_card(frame, rect, tour, true);
  const float side = frame.metrics().px(32);
  frame.icon("forward", {rect.right() - side - frame.metrics().px(20), rect.bottom() - side - frame.metrics().px(24), side, side}, frame.theme().ink_soft, true);
  frame.press_end(scope);
}

ui::ButtonLook look_of(const TourFilter& filter) { return {ui::ButtonKind::surface, filter.icon, false, filter.chosen, false, true, ui::Role::toggle}; }

float filters_width(Frame& frame, const ToursView& view) {
  float width = 0;
  for (const TourFilter& filter : view.filters) width += (width > 0 ? frame.metrics().gap : 0) + ui::button_size(frame, filter.label, look_of(filter)).width;
  return std::ceil(width);
}

float draw_filters(Frame& frame, Rect area, const ToursView& view, Intents& intents) {
  ui::Wrap wrap(area, frame.metrics().gap);
  for (const TourFilter& filter : view.filters) {
    const ui::ButtonLook look = look_of(filter);
    ui::Size size = ui::button_size(frame, filter.label, look);
    size.width = std::min(size.width, area.width);
    if (ui::button(frame, filter.id, wrap.place(size), filter.label, look)) intents.push_back(filter.intent);
  }
  return wrap.height();
}

// Title and line, and beside or below them which tours are wanted; or that all of them are over, and the way on. Returns the height.
float draw_heading(Frame& frame, Rect area, const ToursView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::TextStyle title = ui::title_style(frame);
  ui::TextStyle soft = ui::body_style(frame);
  soft.color = frame.theme().ink_soft;
  const float filters = filters_width(frame, view);
  const bool beside = frame.measure(view.title, title).width + m.gutter + filters <= area.width;
  float y = area.y;
  if (beside) draw_filters(frame, {area.right() - filters, y + m.px(8), filters + 1, 0}, view, intents);
  const float width = beside ? area.width - filters - m.gutter : area.width;
  y += frame.text("tours.title", {area.x, y, width, 0}, view.title, title).height + m.px(4);
  if (view.over_title.text.empty()) {
    y += frame.text("tours.line", {area.x, y, width, 0}, view.line, soft).height + m.px(20);
    if (!beside) y += draw_filters(frame, {area.x, y, area.width, 0}, view, intents) + m.px(24);
    return y - area.y;
  }
  y += frame.text("tours.over", {area.x, y, area.width, 0}, view.over_title, ui::heading_style(frame)).height + m.px(4);
  y += frame.text("tours.over_hint", {area.x, y, area.width, 0}, view.over_hint, soft).height + m.px(20);
  if (view.over_map.text.empty()) return y - area.y;
  const ui::ButtonLook look{ui::ButtonKind::primary, "map", false, false, false, false, ui::Role::button};
  const ui::Size size = ui::button_size(frame, view.over_map, look);
  if (ui::button(frame, "tours.map", {area.x, y, std::min(size.width, area.width), size.height}, view.over_map, look)) {
    intents.emplace_back(intent::Open{session::ScreenId::map, {}});
  }
  return y + size.height + m.px(28) - area.y;
}

}  // namespace

void draw_tours(Frame& frame, Rect area, const ToursView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float bleed = m.px(24);
  const Rect body = draw_page_top(frame, area);
  frame.scroll_begin("tours", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(24);
  y += draw_heading(frame, {body.x, y, body.width, 0}, view, intents);
  const float own = draw_own_tour(frame, {body.x, y, body.width, 0}, view.own, intents);
  if (own > 0) y += own + m.gutter;
  ui::TextStyle soft = ui::body_style(frame);
  soft.color = frame.theme().ink_soft;
  if (!view.none_such.text.empty()) y += frame.text("tours.none_such", {body.x, y, body.width, 0}, view.none_such, soft).height + m.px(16);
  y += ui::draw_rows(
           {body.x, y, body.width, 0}, columns_for(frame, body.width, 480), m.gutter, view.tours.size(),
           [&](std::size_t i, float width) { return std::ceil(lay_card(frame, {0, 0, width, 0}, view.tours[i], false)); },
           [&](std::size_t i, Rect cell) { draw_card(frame, cell, view.tours[i], intents); }) +
       m.px(20);
  y += m.px(24);
  frame.scroll_end(y - body.y);
}

}  // namespace kiosk::screens
