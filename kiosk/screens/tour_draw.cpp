#include <algorithm>
#include <cmath>
#include <utility>

#include "base/format.h"
#include "screens/parts.h"
#include "screens/tour_parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using session::TourStep;
using ui::Frame;
using ui::Rect;

namespace intent = session::intent;

ui::TextStyle soft(const Frame& frame) { return coloured(ui::body_style(frame), frame.theme().ink_soft); }

// A button as wide as its words, at most the width of `area`; returns the height.
struct Button {
  std::string_view id;
  const Phrase& label;
  ui::ButtonKind kind = ui::ButtonKind::surface;
  std::string_view icon;
};
float button_height(Frame& frame, const Button& button) {
  return std::max(ui::button_size(frame, button.label, {button.kind, button.icon, false, false, false, false, ui::Role::button}).height, frame.metrics().px(80));
}
bool draw_button(Frame& frame, Rect area, const Button& button) {
  const ui::ButtonLook look{button.kind, button.icon, false, false, false, false, ui::Role::button};
  return ui::button(frame, button.id, {area.x, area.y, area.width, button_height(frame, button)}, button.label, look);
}

float draw_heading(Frame& frame, Rect area, const TourView& view) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y + frame.text("tour.theme", {area.x, area.y, area.width, 0}, view.theme, ui::title_style(frame)).height + m.px(4);
  y += frame.text("tour.facts", {area.x, y, area.width, 0}, view.facts, soft(frame)).height;
  if (!view.marks.empty()) {
    y += m.px(8);
    y += draw_tour_marks(frame, {area.x, y, area.width, 0}, "tour.mark", view.marks, true);
  }
  return y + m.px(24) - area.y;
}

// A line on the state's own colour, with its icon.
float draw_notice(Frame& frame, Rect area, const TourView& view) {
  if (view.notice.text.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const ui::Color color = view.notice_is_good ? theme.good : theme.warn;
  const float pad = m.px(20);
  const float side = m.px(36);
  const float width = area.width - 2 * pad - side - m.px(16);
  const float words = frame.measure(view.notice, bold(ui::body_style(frame)), width).height;
  const Rect card{area.x, area.y, area.width, std::ceil(words + 2 * pad)};
  ui::surface(frame, card, false);
  frame.outline(card, color, m.outline, std::min(m.radius, card.height / 2));
  frame.icon(view.notice_is_good ? "check" : "warning", {card.x + pad, card.y, side, card.height}, color);
  frame.text("tour.notice", {card.x + pad + side + m.px(16), card.y + pad, width, 0}, view.notice, bold(ui::body_style(frame)));
  return card.height + m.px(20);
}

// A departure: its time, and below it what is left.
struct ChipStyles {
  ui::TextStyle time;
  ui::TextStyle seats;
};
ChipStyles chip_styles(const Frame& frame, const DepartureChip& chip) {
  const ui::Theme& theme = frame.theme();
  ChipStyles s{bold(ui::heading_style(frame)), bold(ui::caption_style(frame))};
  s.time.tabular_figures = true;
  s.seats.max_lines = 1;
  s.time.align = s.seats.align = text::Align::centre;
  s.time.color = chip.chosen ? theme.on_accent : chip.open ? theme.ink : theme.ink_soft;
  s.seats.color = chip.chosen ? theme.on_accent : chip.full ? theme.bad : theme.ink_soft;
  return s;
}

ui::Size chip_size(Frame& frame, const DepartureChip& chip, float most) {
  const ui::Metrics& m = frame.metrics();
  const ChipStyles s = chip_styles(frame, chip);
  const ui::Size time = frame.measure(chip.time, s.time);
  const ui::Size seats = frame.measure(chip.seats, s.seats);
  return {std::min(most, std::max(m.touch, std::ceil(std::max(time.width, seats.width)) + 2 * m.px(28))), std::max(m.touch, std::ceil(time.height + seats.height + m.px(20)))};
}

void draw_chip(Frame& frame, Rect rect, const DepartureChip& chip, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const ui::Touch touch = frame.touchable(chip.id, rect, ui::Role::tab, chip.time.text, chip.open, chip.chosen);
  if (touch.tapped) wish<session::TourIntent>(intents, intent::ChooseDeparture{chip.printed});
  if (!frame.visible(rect)) return;
  const auto scope = frame.press_begin(rect, touch.pressed);
  if (chip.chosen) {
    frame.shadow(rect);
    frame.fill(rect, theme.accent, m.radius);
  } else {
    ui::surface(frame, rect, chip.open);
  }
  const ChipStyles s = chip_styles(frame, chip);
  const float time = frame.measure(chip.time, s.time).height;
  const float seats = frame.measure(chip.seats, s.seats).height;
  const float top = rect.y + std::round((rect.height - time - seats) / 2);
  const float pad = m.px(12);
  frame.text(frame.join({chip.id, ".time"}), {rect.x + pad, top, rect.width - 2 * pad, time}, chip.time, s.time);
  frame.text(frame.join({chip.id, ".seats"}), {rect.x + pad, top + time, rect.width - 2 * pad, seats}, chip.seats, s.seats);
  frame.press_end(scope);
}

float draw_departures(Frame& frame, Rect area, const TourView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y + frame.text("tour.departures", {area.x, area.y, area.width, 0}, view.departures_title, ui::heading_style(frame)).height + m.px(12);
  ui::Size largest{};
  for (const DepartureChip& chip : view.departures) {
    const ui::Size size = chip_size(frame, chip, area.width);
    largest = {std::max(largest.width, size.width), std::max(largest.height, size.height)};
  }
  ui::Wrap wrap({area.x, y, area.width, 0}, std::max(m.gap, m.px(20)));
  for (const DepartureChip& chip : view.departures) draw_chip(frame, wrap.place(largest), chip, intents);
  return y + wrap.height() + m.px(28) - area.y;
}

// One stop on the line of the walk; what is past is quiet, where the group is stands out. How long it stays stands at the end of the row, or
// below the name where it is narrow.
float lay_stop(Frame& frame, Rect area, std::size_t index, const TourView& view, bool draws) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const TourStopRow& stop = view.stops[index];
  ui::TextStyle time = bold(ui::body_style(frame));
  time.tabular_figures = true;
  ui::TextStyle name = bold(ui::body_style(frame));
  if (stop.is_past) time.color = name.color = theme.ink_soft;
  ui::TextStyle stay = ui::body_style(frame);
  stay.color = theme.ink_soft;
  const float times = std::ceil(frame.measure(stop.time, time).width) + m.px(12);
  const float line = m.px(44);
  const float x = area.x + times + line + m.px(12);
  const float aside = std::ceil(frame.measure(stop.stay, stay).width) + m.gutter;
  const bool beside = area.right() - x >= 3 * aside;
  const float width = area.right() - x - (beside ? aside : 0);
  const float words = frame.measure(stop.name, name, width).height;
  const float below = beside ? 0 : frame.measure(stop.stay, stay, width).height;
  const float height = words + below + m.px(14);
  if (!draws) return height;
  const std::string_view id = frame.join({"tour.stop.", std::string_view(fmt::format("{}", index))});
  frame.text(frame.join({id, ".time"}), {area.x, area.y, times, 0}, stop.time, time);
  frame.text(frame.join({id, ".name"}), {x, area.y, width, 0}, stop.name, name);
  if (beside) stay.align = text::Align::end;
  frame.text(frame.join({id, ".stay"}), {beside ? x + width : x, area.y + (beside ? 0 : words), beside ? aside : width, 0}, stop.stay, stay);
  const float middle = area.x + times + std::round(line / 2);
  const float centre = area.y + std::round(frame.measure(stop.time, time).height / 2);
  const float rail = m.px(4);
  if (index + 1 < view.stops.size()) frame.fill({middle - rail / 2, centre, rail, height}, theme.hairline);
  const float dot = m.px(stop.is_here ? 30 : 20);
  frame.fill({middle - dot / 2, centre - dot / 2, dot, dot}, stop.is_here ? theme.saffron : stop.is_past ? theme.ink_soft : theme.accent, dot / 2);
  return height;
}

float draw_stops(Frame& frame, Rect area, const TourView& view) {
  const ui::Metrics& m = frame.metrics();
  const float pad = m.px(28);
  float y = area.y + frame.text("tour.stops", {area.x, area.y, area.width, 0}, view.stops_title, ui::heading_style(frame)).height + m.px(12);
  const Rect inner{area.x + pad, y + pad, area.width - 2 * pad, 0};
  float height = 0;
  for (std::size_t i = 0; i < view.stops.size(); ++i) height += lay_stop(frame, inner, i, view, false);
  ui::surface(frame, {area.x, y, area.width, height + 2 * pad - m.px(14)});
  float row = inner.y;
  for (std::size_t i = 0; i < view.stops.size(); ++i) row += lay_stop(frame, {inner.x, row, inner.width, 0}, i, view, true);
  return y + height + 2 * pad - m.px(14) + m.px(20) - area.y;
}

// A card whose words and button are laid below each other.
struct CardLine {
  std::string_view id;
  const Phrase& phrase;
  ui::TextStyle style;
};
float draw_card(Frame& frame, Rect area, const std::vector<CardLine>& lines, const std::vector<Badge>& badges, ui::Color stripe, const Button* button, bool& tapped) {
  const ui::Metrics& m = frame.metrics();
  const float pad = m.px(28);
  const float bar = m.px(8);
  const Rect inner{area.x + pad + bar, area.y + pad, area.width - 2 * pad - bar, 0};
  float height = 2 * pad;
  for (const CardLine& line : lines) height += line.phrase.text.empty() ? 0 : frame.measure(line.phrase, line.style, inner.width).height + m.px(6);
  const float pills = draw_badges(frame, inner, {}, badges, false);
  height += pills > 0 ? pills + m.px(10) : 0;
  if (button != nullptr) height += m.px(14) + button_height(frame, *button);
  const Rect card{area.x, area.y, area.width, std::ceil(height)};
  ui::surface(frame, card);
  frame.fill({card.x, card.y + m.radius, bar, card.height - 2 * m.radius}, stripe, bar / 2);
  float y = inner.y;
  for (const CardLine& line : lines) {
    if (!line.phrase.text.empty()) y += frame.text(line.id, {inner.x, y, inner.width, 0}, line.phrase, line.style).height + m.px(6);
  }
  if (pills > 0) y += draw_badges(frame, {inner.x, y, inner.width, 0}, "tour.badge", badges, true) + m.px(10);
  if (button != nullptr) tapped = draw_button(frame, {inner.x, y + m.px(14), inner.width, 0}, *button);
  return card.height + m.px(24);
}

float draw_group(Frame& frame, Rect area, const GroupView& group, Intents& intents) {
  const std::vector<CardLine> lines{{"tour.group", group.title, bold(ui::caption_style(frame))},
                                    {"tour.group.place", group.place, bold(ui::body_style(frame))},
                                    {"tour.group.until", group.until, soft(frame)},
                                    {"tour.catch_up", group.catch_up, ui::body_style(frame)}};
  const Button go{"tour.go", group.go, ui::ButtonKind::primary, "place"};
  bool tapped = false;
  const float height = draw_card(frame, area, lines, {}, frame.theme().saffron, group.go.text.empty() ? nullptr : &go, tapped);
  if (tapped) intents.emplace_back(intent::Open{session::ScreenId::map, group.room});
  return height;
}

float draw_sign_up(Frame& frame, Rect area, const TourView& view, Intents& intents) {
  const SignUpView& sign = view.sign_up;
  if (sign.time.text.empty()) return 0;
  ui::TextStyle time = ui::title_style(frame);
  time.size_px = std::round(frame.metrics().title * 1.2F);
  time.tabular_figures = true;
  time.color = frame.theme().accent;
  const std::vector<CardLine> lines{{"tour.time", sign.time, time}, {"tour.sign_up.line", sign.line, ui::body_style(frame)}};
  const Button button{"tour.sign_up", sign.sign_up, ui::ButtonKind::primary, "tour"};
  bool tapped = false;
  const float height = draw_card(frame, area, lines, sign.badges, frame.theme().accent, sign.sign_up.text.empty() ? nullptr : &button, tapped);
  if (tapped) wish<session::TourIntent>(intents, intent::SignUp{sign.departure});
  return height;
}

float draw_tickets(Frame& frame, Rect area, const TourView& view, Intents& intents) {
  if (view.tickets.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  const float top = frame.text("tour.tickets", {area.x, area.y, area.width, 0}, view.tickets_title, ui::heading_style(frame)).height + m.px(12);
  return top + ui::draw_rows({area.x, area.y + top, area.width, 0}, 1, m.px(20), view.tickets.size(),
                             [&](std::size_t i, float width) { return ticket_card_height(frame, view.tickets[i], width); },
                             [&](std::size_t i, Rect cell) { draw_ticket_card(frame, cell, view.tickets[i], intents); }) + m.px(24);
}

float draw_whole(Frame& frame, Rect area, const TourView& view, Intents& intents) {
  if (view.whole.text.empty()) return 0;
  const Button whole{"tour.whole", view.whole, ui::ButtonKind::surface, "map"};
  if (draw_button(frame, area, whole)) wish<session::WayfindingIntent>(intents, intent::ShowWalk{view.rooms, view.tour});
  return button_height(frame, whole) + frame.metrics().px(24);
}

void draw_look(Frame& frame, Rect body, const TourView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float bleed = m.px(24);
  frame.scroll_begin("tour", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(24);
  y += draw_heading(frame, {body.x, y, body.width, 0}, view);
  y += draw_notice(frame, {body.x, y, body.width, 0}, view);
  const bool beside = !m.portrait && m.text_scale < 1.3F;
  const float gap = m.px(48);
  const float side = beside ? std::round((body.width - gap) * 0.42F) : body.width;
  const float main = beside ? body.width - gap - side : body.width;
  // The walk and its times at the start, what can be done at the end side; below each other where it is narrow: first what can be done.
  float below = y;
  if (beside) {
    float stops = y + draw_departures(frame, {body.x, y, main, 0}, view, intents);
    stops += draw_stops(frame, {body.x, stops, main, 0}, view);
    below = stops + draw_whole(frame, {body.x, stops, main, 0}, view, intents);
  } else {
    y += draw_departures(frame, {body.x, y, main, 0}, view, intents);
  }
  const float x = beside ? body.right() - side : body.x;
  if (view.group) y += draw_group(frame, {x, y, side, 0}, *view.group, intents);
  y += draw_sign_up(frame, {x, y, side, 0}, view, intents);
  y += draw_tickets(frame, {x, y, side, 0}, view, intents);
  if (!beside) {
    y += draw_stops(frame, {body.x, y, main, 0}, view);
    y += draw_whole(frame, {body.x, y, main, 0}, view, intents);
  }
  y = std::max(y, below);
  y += m.px(24);
  frame.scroll_end(y - body.y);
}

void draw_party(Frame& frame, Rect body, const TourView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  frame.scroll_begin("tour.party", {body.x - m.px(24), body.y, body.width + 2 * m.px(24), body.height});
  float y = body.y + m.px(28);
  y += frame.text("tour.title", {body.x, y, body.width, 0}, view.title, ui::title_style(frame)).height + m.px(6);
  y += frame.text("tour.line", {body.x, y, body.width, 0}, view.line, soft(frame)).height + m.px(10);
  ui::TextStyle what = bold(ui::body_style(frame));
  what.color = frame.theme().accent;
  y += frame.text("tour.theme", {body.x, y, body.width, 0}, view.theme, what).height;
  y += draw_badges(frame, {body.x, y, body.width, 0}, "tour.badge", view.party_badges, true) + m.px(24);
  y += draw_notice(frame, {body.x, y, body.width, 0}, view);
  y += draw_choices(frame, {body.x, y, body.width, 0}, body.bottom() - m.px(28), view.parties, m.portrait ? 2 : 3, 210, m.title,
                    [&](const TourPartyChoice& choice) { wish<session::TourIntent>(intents, intent::ChooseTourParty{choice.persons, {}}); });
  frame.scroll_end(y + m.px(28) - body.y);
}

// Waiting, or the failure with the way on.
void draw_outcome(Frame& frame, Rect body, const TourView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const bool failed = view.step == TourStep::failed;
  frame.scroll_begin("tour.outcome", {body.x - m.px(24), body.y, body.width + 2 * m.px(24), body.height});
  float y = body.y + m.px(48);
  if (failed) {
    const float badge = m.px(96);
    frame.fill({body.x, y, badge, badge}, theme.warn, badge / 2);
    frame.icon("warning", Rect{body.x, y, badge, badge}.inset(m.px(22)), theme.surface);
    y += badge + m.px(20);
  }
  y += frame.text("tour.title", {body.x, y, body.width, 0}, view.title, ui::title_style(frame)).height + m.px(8);
  y += frame.text("tour.line", {body.x, y, body.width, 0}, view.line, ui::body_style(frame)).height + m.px(36);
  if (failed) {
    const Button again{"form.submit", view.action, ui::ButtonKind::primary, "reload"};
    const float width = std::min(body.width, m.px(560) * std::max(1.0F, m.text_scale * 0.9F));
    if (draw_button(frame, {body.x, y, width, 0}, again)) wish<session::TourIntent>(intents, intent::RetrySeats{});
    y += button_height(frame, again);
  }
  frame.scroll_end(y + m.px(28) - body.y);
}

// The number as large as a hand, when and where, and what can be done with it; returns the height.
float draw_ticket_words(Frame& frame, Rect area, const TourView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const TicketView& ticket = view.ticket;
  const float pad = m.px(36);
  ui::TextStyle number = ui::title_style(frame);
  number.size_px = std::round(m.px(150));
  number.color = frame.theme().accent;
  number.tabular_figures = true;
  ui::TextStyle time = bold(ui::heading_style(frame));
  time.tabular_figures = true;
  const Rect inner{area.x + pad, area.y + pad, area.width - 2 * pad, 0};
  const auto lay = [&](bool draws) {
    float y = inner.y;
    const auto put = [&](std::string_view id, const Phrase& phrase, const ui::TextStyle& style) {
      if (!phrase.text.empty()) y += draws ? frame.text(id, {inner.x, y, inner.width, 0}, phrase, style).height : frame.measure(phrase, style, inner.width).height;
    };
    put("ticket.title", ticket.title, bold(ui::caption_style(frame)));
    put("ticket.number", ticket.number, number);
    put("ticket.line", ticket.line, soft(frame));
    y += m.px(18);
    put("ticket.theme", view.theme, bold(ui::body_style(frame)));
    put("ticket.time", ticket.time, time);
    y += m.px(4);
    y += draw_badges(frame, {inner.x, y, inner.width, 0}, "ticket.badge", ticket.badges, draws) + m.px(14);
    put("ticket.meeting", ticket.meeting, bold(ui::caption_style(frame)));
    put("ticket.place", ticket.place, bold(ui::body_style(frame)));
    return y + pad - area.y;
  };
  const Rect card{area.x, area.y, area.width, std::ceil(lay(false))};
  ui::surface(frame, card);
  lay(true);
  float y = card.bottom() + m.px(24);
  if (!ticket.room.empty()) {
    const Button way{"ticket.way", ticket.show_way, ui::ButtonKind::primary, "map"};
    if (draw_button(frame, {area.x, y, area.width, 0}, way)) intents.emplace_back(intent::Open{session::ScreenId::map, ticket.room});
    y += button_height(frame, way) + m.px(20);
  }
  return y - area.y;
}

float draw_ticket_code(Frame& frame, Rect area, const TourView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const TicketView& ticket = view.ticket;
  // Whole pixels a module, none smaller than what a phone reads at arm's length.
  const float modules = static_cast<float>(ticket.qr.side + 2 * model::kQuietZone);
  const float side = ticket.qr.side == 0 ? 0 : std::min(area.width, std::max(m.px(420), modules * std::ceil(1.2F * m.mm)));
  float y = area.y;
  if (side > 0) {
    draw_qr_code(frame, {area.x, y, area.width, side}, ticket.qr);
    y += side + m.px(14);
    ui::TextStyle line = ui::body_style(frame);
    line.align = text::Align::centre;
    y += frame.text("ticket.qr_line", {area.x, y, area.width, 0}, ticket.qr_line, line).height + m.px(28);
  }
  const Button look{"ticket.look", ticket.look, ui::ButtonKind::surface, "tour"};
  if (draw_button(frame, {area.x, y, area.width, 0}, look)) wish<session::TourIntent>(intents, intent::LookAtTour{});
  y += button_height(frame, look) + m.px(20);
  const Button back{"ticket.give_back", ticket.give_back, ticket.sure ? ui::ButtonKind::primary : ui::ButtonKind::surface, "close"};
  if (draw_button(frame, {area.x, y, area.width, 0}, back)) ticket.sure ? wish<session::TourIntent>(intents, intent::ReturnSeats{ticket.key}) : wish<session::TourIntent>(intents, intent::AskReturn{ticket.key});
  return y + button_height(frame, back) + m.px(20) - area.y;
}

void draw_ticket(Frame& frame, Rect body, const TourView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  frame.scroll_begin("tour.ticket", {body.x - m.px(24), body.y, body.width + 2 * m.px(24), body.height});
  float y = body.y + m.px(28);
  y += draw_notice(frame, {body.x, y, body.width, 0}, view);
  const bool beside = !m.portrait;
  const float gap = m.px(48);
  const float side = beside ? std::round((body.width - gap) * 0.4F) : body.width;
  const float words = draw_ticket_words(frame, {body.x, y, beside ? body.width - gap - side : body.width, 0}, view, intents);
  const float code = draw_ticket_code(frame, {beside ? body.right() - side : body.x, beside ? y : y + words, side, 0}, view, intents);
  y += beside ? std::max(words, code) : words + code;
  y += m.px(24);
  frame.scroll_end(y - body.y);
}

}  // namespace

void draw_tour(Frame& frame, Rect area, const TourView& view, Intents& intents) {
  const Rect body = draw_page_top(frame, area);
  switch (view.step) {
    case TourStep::look: return draw_look(frame, body, view, intents);
    case TourStep::party: return draw_party(frame, body, view, intents);
    case TourStep::saving:
    case TourStep::failed: return draw_outcome(frame, body, view, intents);
    case TourStep::ticket: return draw_ticket(frame, body, view, intents);
  }
}

}  // namespace kiosk::screens
