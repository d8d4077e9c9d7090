#include <algorithm>
#include <cmath>

#include "screens/draw.h"
#include "screens/tour_parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {

using ui::Frame;
using ui::Rect;

namespace {

template <class Card, class Height, class Draw>
float draw_section(Frame& frame, Rect area, float y, std::string_view id, const Phrase& title, const std::vector<Card>& cards,
                   float least_width, Height height_of, Draw draw) {
  if (cards.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  const float top = frame.text(id, {area.x, y, area.width, 0}, title, ui::heading_style(frame)).height + m.px(12);
  const float rows = ui::draw_rows(
      {area.x, y + top, area.width, 0}, columns_for(frame, area.width, least_width), m.gutter, cards.size(),
      [&](std::size_t i, float width) { return height_of(frame, cards[i], width); }, [&](std::size_t i, Rect cell) { draw(cell, cards[i]); });
  return top + rows + m.gutter * 1.25F;
}

// Why the page is empty, and the way on.
float draw_empty(Frame& frame, Rect area, float y, const MyVisitView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float start = y;
  const float side = m.px(120);
  frame.icon("heart", {area.x, y, side, side}, frame.theme().accent);
  y += side + m.px(20);
  y += frame.text("my_visit.empty", {area.x, y, area.width, 0}, view.empty, ui::heading_style(frame)).height + m.px(12);
  y += frame.text("my_visit.empty_hint", {area.x, y, std::min(area.width, m.px(1100)), 0}, view.empty_hint, ui::body_style(frame)).height + m.gutter;
  ui::ButtonLook look{ui::ButtonKind::primary, "tools", false, false, false, false, ui::Role::button};
  const ui::Size size = ui::button_size(frame, view.find_programs, look);
  const float height = std::max(size.height, m.px(96));
  if (ui::button(frame, "my_visit.find_programs", {area.x, y, std::min(size.width, area.width), height}, view.find_programs, look)) {
    intents.emplace_back(session::intent::Open{session::ScreenId::program_list, {}});
  }
  return y + height + m.gutter - start;
}

}  // namespace

void draw_my_visit(Frame& frame, Rect area, const MyVisitView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(32);
  const float bleed = m.px(24);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  const Rect body{m.margin, area.y + band, m.window.width - 2 * m.margin, area.height - band};
  frame.scroll_begin("my_visit", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(28);
  const ui::ButtonLook home{ui::ButtonKind::primary, "phone", false, false, false, false, ui::Role::button};
  const ui::Size size = ui::button_size(frame, view.take_home, home);
  if (ui::button(frame, "my_visit.take_home", {body.right() - size.width, y, size.width, size.height}, view.take_home, home)) {
    intents.emplace_back(session::DiscoveryIntent(session::intent::OpenTakeHome{}));
  }
  y += std::max(size.height, frame.text("my_visit.title", {body.x, y, body.width - size.width - m.gutter, 0}, view.title, ui::title_style(frame)).height);
  const bool kept = !view.programs.empty() || !view.workshops.empty();
  if (!view.tickets.empty()) {
    y += m.px(20);
    y += draw_section(frame, body, y, "my_visit.tickets", view.tickets_title, view.tickets, 430, ticket_card_height,
                      [&](Rect cell, const TicketCard& card) { draw_ticket_card(frame, cell, card, intents); });
  }
  if (!kept && view.tickets.empty()) {
    y += m.px(40);
    y += draw_empty(frame, body, y, view, intents);
  }
  if (kept) {
    ui::TextStyle count = ui::body_style(frame);
    count.color = frame.theme().ink_soft;
    y += frame.text("my_visit.count", {body.x, y, body.width, 0}, view.count, count).height + m.px(16);
    const float own = draw_own_tour(frame, {body.x, y, body.width, 0}, view.own, intents);
    y += own + (own > 0 ? m.gutter : m.px(16));
    y += draw_section(frame, body, y, "my_visit.programs", view.programs_title, view.programs, 350, program_card_height,
                      [&](Rect cell, const ProgramCard& card) { draw_program_card(frame, cell, card, intents); });
    y += draw_section(frame, body, y, "my_visit.workshops", view.workshops_title, view.workshops, 430, workshop_card_height,
                      [&](Rect cell, const WorkshopCard& card) { draw_workshop_card(frame, cell, card, intents); });
  }
  y += m.px(24);
  frame.scroll_end(y - body.y);
}

}  // namespace kiosk::screens
