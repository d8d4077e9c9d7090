#include <algorithm>
#include <cmath>

#include "screens/draw.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

// A choice that would leave nothing is named, not offered.
void draw_idle_chip(Frame& frame, Rect rect, const FilterChoice& choice) {
  ui::TextStyle style = ui::caption_style(frame);
  style.align = text::Align::centre;
  style.vertically_centred = true;
  frame.text(choice.widget, rect, choice.label, style);
}

// Chips of all groups below each other in `area`; returns the height.
float draw_filters(Frame& frame, Rect area, const ProgramListView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle label = ui::caption_style(frame);
  label.weight = text::Weight::bold;
  float y = area.y;
  for (const FilterGroup& group : view.groups) {
    y += frame.text(frame.join({"filter.", group.id}), {area.x, y, area.width, 0}, group.title, label).height + m.px(6);
    ui::Wrap wrap({area.x, y, area.width, 0}, m.gap);
    for (const FilterChoice& choice : group.choices) {
      ui::ButtonLook look;
      look.icon = choice.icon;
      look.selected = choice.selected;
      look.small = true;
      look.role = ui::Role::toggle;
      ui::Size size = ui::button_size(frame, choice.label, look);
      size.width = std::min(size.width, area.width);
      const Rect place = wrap.place(size);
      if (!choice.enabled) {
        draw_idle_chip(frame, place, choice);
      } else if (ui::button(frame, choice.widget, place, choice.label, look)) {
        intents.push_back(choice.intent);
      }
    }
    y += wrap.height() + m.px(20);
  }
  return y - area.y;
}

float draw_cards(Frame& frame, Rect area, const ProgramListView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  if (view.cards.empty()) {
    float y = area.y + m.px(40);
    y += frame.text("program_list.empty", {area.x, y, area.width, 0}, view.empty, ui::heading_style(frame)).height + m.px(12);
    y += frame.text("program_list.empty_hint", {area.x, y, area.width, 0}, view.empty_hint, ui::body_style(frame)).height;
    return y - area.y;
  }
  return ui::draw_rows(
      area, columns_for(frame, area.width, 350), m.gutter, view.cards.size(),
      [&](std::size_t i, float width) { return program_card_height(frame, view.cards[i], width); },
      [&](std::size_t i, Rect cell) { draw_program_card(frame, cell, view.cards[i], intents); });
}

// The way to the keyboard, at the end of the title's line or above the filters; returns its height.
float draw_search_button(Frame& frame, Rect area, const ProgramListView& view, Intents& intents) {
  const ui::ButtonLook look{ui::ButtonKind::primary, "search", false, false, false, false, ui::Role::button};
  const ui::Size size = ui::button_size(frame, view.search_label, look);
  if (ui::button(frame, "search.open", {area.x, area.y, area.width, size.height}, view.search_label, look)) {
    intents.emplace_back(session::DiscoveryIntent(session::intent::OpenSearch{}));
  }
  return size.height + frame.metrics().px(20);
}

// Title, count and "clear" in one line; returns its height.
float draw_header(Frame& frame, Rect area, const ProgramListView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::TextStyle title = ui::title_style(frame);
  float clear_width = 0;
  float height = std::max(m.touch, frame.measure(view.title, title, area.width).height);
  if (view.filtered) {
    ui::ButtonLook look;
    look.icon = "close";
    look.small = true;
    const ui::Size size = ui::button_size(frame, view.clear, look);
    clear_width = size.width + m.gutter;
    height = std::max(height, size.height);
    if (ui::button(frame, "filter.clear", {area.right() - size.width, area.y + std::round((height - size.height) / 2), size.width, size.height},
                   view.clear, look)) {
      intents.emplace_back(session::DiscoveryIntent(session::intent::ClearFilters{}));
    }
  }
  ui::TextStyle count = ui::body_style(frame);
  count.color = frame.theme().ink_soft;
  const float title_width = std::min(area.width - clear_width, std::ceil(frame.measure(view.title, title).width));
  const float title_height = frame.text("program_list.title", {area.x, area.y, title_width, 0}, view.title, title).height;
  const float count_x = area.x + title_width + m.px(28);
  const float count_width = std::ceil(frame.measure(view.count, count).width);
  if (count_x + count_width <= area.right() - clear_width) {
    count.vertically_centred = true;
    frame.text("program_list.count", {count_x, area.y, count_width, title_height}, view.count, count);
    return height;
  }
  return std::max(height, title_height) +
         frame.text("program_list.count", {area.x, area.y + std::max(height, title_height), area.width, 0}, view.count, count).height;
}

}  // namespace

void draw_program_list(Frame& frame, Rect area, const ProgramListView& view, UiMemory& memory, Intents& intents) {
  if (view.search) return draw_search(frame, area, *view.search, memory, intents);
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(32);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  const Rect body{m.margin, area.y + band + m.px(24), m.window.width - 2 * m.margin, area.height - band - m.px(24)};
  const float bleed = m.px(20);  // room for shadows and for the position mark
  if (m.portrait) {
    frame.scroll_begin("program_list", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
    float y = body.y + m.px(8);
    y += draw_header(frame, {body.x, y, body.width, 0}, view, intents) + m.px(20);
    y += draw_search_button(frame, {body.x, y, body.width, 0}, view, intents);
    y += draw_filters(frame, {body.x, y, body.width, 0}, view, intents) + m.px(12);
    y += draw_cards(frame, {body.x, y, body.width, 0}, view, intents) + m.px(44);
    frame.scroll_end(y - body.y);
    return;
  }
  const float header = draw_header(frame, body, view, intents) + m.px(20);
  const Rect below{body.x, body.y + header, body.width, body.height - header};
  const float side = std::round(body.width * 0.25F);
  frame.scroll_begin("program_list.filters", {below.x - bleed, below.y, side + 2 * bleed, below.height});
  const float search = draw_search_button(frame, {below.x, below.y, side, 0}, view, intents);
  const float filters = draw_filters(frame, {below.x, below.y + search, side, 0}, view, intents);
  frame.scroll_end(search + filters + m.px(16));
  const Rect list{below.x + side + m.gutter * 1.5F, below.y, below.width - side - m.gutter * 1.5F, below.height};
  frame.scroll_begin("program_list", {list.x - bleed, list.y, list.width + 2 * bleed, list.height});
  float y = list.y + m.px(4);
  y += draw_cards(frame, {list.x, y, list.width, 0}, view, intents) + m.px(44);
  frame.scroll_end(y - list.y);
}

}  // namespace kiosk::screens
