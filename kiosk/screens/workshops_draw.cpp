#include <algorithm>
#include <cmath>

#include "screens/draw.h"
#include "ui/widgets.h"

namespace kiosk::screens {

using ui::Frame;
using ui::Rect;

namespace {

float draw_group(Frame& frame, Rect area, float y, const WorkshopGroup& group, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float top = frame.text(group.id, {area.x, y, area.width, 0}, group.title, ui::heading_style(frame)).height + m.px(12);
  if (group.cards.empty()) {
    ui::TextStyle style = ui::body_style(frame);
    style.color = frame.theme().ink_soft;
    top += frame.text(frame.join({group.id, ".none"}), {area.x, y + top, area.width, 0}, group.none, style).height;
    return top + m.gutter;
  }
  const float cards = ui::draw_rows(
      {area.x, y + top, area.width, 0}, columns_for(frame, area.width, 430), m.gutter, group.cards.size(),
      [&](std::size_t i, float width) { return workshop_card_height(frame, group.cards[i], width); },
      [&](std::size_t i, Rect cell) { draw_workshop_card(frame, cell, group.cards[i], intents); });
  return top + cards + m.gutter * 1.25F;
}

}  // namespace

void draw_workshops(Frame& frame, Rect area, const WorkshopsView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(32);
  const float bleed = m.px(24);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  const Rect body{m.margin, area.y + band, m.window.width - 2 * m.margin, area.height - band};
  frame.scroll_begin("workshops", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(28);
  ui::TextStyle date = ui::caption_style(frame);
  y += frame.text("workshops.date", {body.x, y, body.width, 0}, view.date, date).height;
  y += frame.text("workshops.title", {body.x, y, body.width, 0}, view.title, ui::title_style(frame)).height + m.px(20);
  if (view.over) {
    y += frame.text("workshops.over", {body.x, y, body.width, 0}, view.over_title, ui::heading_style(frame)).height + m.px(12);
    y += frame.text("workshops.over.hint", {body.x, y, body.width, 0}, view.over_hint, ui::body_style(frame)).height + m.gutter;
    ui::ButtonLook look{ui::ButtonKind::primary, "tools", false, false, false, false, ui::Role::button};
    const ui::Size size = ui::button_size(frame, view.find_programs, look);
    if (ui::button(frame, "workshops.find_programs", {body.x, y, std::min(size.width, body.width), size.height}, view.find_programs, look)) {
      intents.emplace_back(session::intent::Open{session::ScreenId::program_list, {}});
    }
    y += size.height + m.gutter;
  } else {
    for (const WorkshopGroup& group : view.groups) y += draw_group(frame, body, y, group, intents);
  }
  y += m.px(24);
  frame.scroll_end(y - body.y);
}

}  // namespace kiosk::screens
