#include <algorithm>
#include <cmath>
#include <utility>

#include "base/format.h"
#include "screens/parts.h"
#include "screens/tour_parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

namespace intent = session::intent;

// The rooms of the walk: a number and a name each.
float lay_rooms(Frame& frame, Rect area, const std::vector<Phrase>& rooms, bool draws) {
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle name = bold(ui::body_style(frame));
  name.max_lines = 1;
  name.vertically_centred = true;
  const float disc = std::round(m.caption * 1.7F);
  const float aside = disc + m.px(12);
  ui::Wrap wrap(area, m.px(14));
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    const ui::Size words = frame.measure(rooms[i], name, area.width - aside);
    const Rect place = wrap.place({std::min(area.width, aside + std::ceil(words.width) + m.px(20)), std::max(disc, words.height)});
    if (!draws) continue;
    draw_number_disc(frame, {place.x, place.y + std::round((place.height - disc) / 2), disc, disc}, i + 1);
    frame.text(frame.join({"own_tour.room.", fmt::format("{}", i + 1)}), {place.x + aside, place.y, place.width - aside, place.height}, rooms[i], name);
  }
  return wrap.height();
}

// Everything of the own tour but its button.
float lay_own_words(Frame& frame, Rect area, const OwnTourView& view, bool draws) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  float y = area.y;
  const auto put = [&](std::string_view id, const Phrase& phrase, const ui::TextStyle& style) {
    if (phrase.text.empty()) return;
    y += draws ? frame.text(id, {area.x, y, area.width, 0}, phrase, style).height : frame.measure(phrase, style, area.width).height;
  };
  put("own_tour.title", view.title, coloured(bold(ui::caption_style(frame)), theme.accent));
  put("own_tour.fits", view.fits, view.find.text.empty() ? ui::heading_style(frame) : ui::body_style(frame));
  put("own_tour.details", view.details, coloured(ui::body_style(frame), theme.ink_soft));
  if (!view.rooms.empty()) {
    y += m.px(12);
    y += lay_rooms(frame, {area.x, y, area.width, 0}, view.rooms, draws);
  }
  return y - area.y;
}

float lay_ticket(Frame& frame, Rect card, const TicketCard& ticket, bool draws) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const float pad = m.px(24);
  ui::TextStyle number = coloured(bold(ui::heading_style(frame)), theme.accent);
  number.tabular_figures = true;
  ui::TextStyle time = bold(ui::heading_style(frame));
  time.tabular_figures = true;
  time.align = text::Align::end;
  const Rect inner{card.x + pad, card.y + pad, card.width - 2 * pad, 0};
  float y = inner.y;
  const float side = std::ceil(frame.measure(ticket.time, time).width) + m.px(8);
  const std::string_view id = ticket.id;
  const auto put = [&](std::string_view part, Rect box, const Phrase& phrase, const ui::TextStyle& style) {
    return draws ? frame.text(frame.join({id, part}), box, phrase, style).height : frame.measure(phrase, style, box.width).height;
  };
  const float first = put(".number", {inner.x, y, inner.width - side, 0}, ticket.number, number);
  put(".time", {inner.right() - side, y, side, 0}, ticket.time, time);
  y += first + m.px(4);
  y += put(".theme", {inner.x, y, inner.width, 0}, ticket.theme, bold(ui::body_style(frame)));
  y += put(".line", {inner.x, y, inner.width, 0}, ticket.line, ui::caption_style(frame)) + m.px(8);
  y += draw_badges(frame, {inner.x, y, inner.width, 0}, frame.join({id, ".badge"}), ticket.badges, draws);
  return y + pad - card.y;
}

}  // namespace

float draw_tour_marks(Frame& frame, Rect area, std::string_view id, const std::vector<TourMark>& marks, bool draws) {
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle word = coloured(bold(ui::caption_style(frame)), frame.theme().ink);
  word.max_lines = 1;
  word.vertically_centred = true;
  const float side = std::round(m.caption * 1.5F);
  const float aside = side + m.px(8);
  ui::Wrap wrap(area, m.px(24));
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const ui::Size words = frame.measure(marks[i].word, word, area.width - aside);
    const Rect place = wrap.place({std::min(area.width, aside + std::ceil(words.width)), std::max(side, words.height)});
    if (!draws) continue;
    frame.icon(marks[i].icon, {place.x, place.y, side, place.height}, frame.theme().accent);
    frame.text(frame.numbered(id, i), {place.x + aside, place.y, place.width - aside, place.height}, marks[i].word, word);
  }
  return wrap.height();
}

float draw_own_tour(Frame& frame, Rect area, const OwnTourView& view, Intents& intents) {
  if (view.fits.text.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  const float pad = m.px(24);
  const bool finds = !view.find.text.empty();
  const Phrase& label = finds ? view.find : view.show;
  const ui::ButtonLook look{finds ? ui::ButtonKind::surface : ui::ButtonKind::primary, finds ? "heart" : "map", false, false, false, false, ui::Role::button};
  const ui::Size button = label.text.empty() ? ui::Size{} : ui::button_size(frame, label, look);
  const bool beside = !m.portrait && button.width > 0 && area.width - 2 * pad - button.width > button.width;
  const float stripe = m.px(8);
  const float x = area.x + pad + stripe;
  const float width = area.width - 2 * pad - stripe - (beside ? button.width + m.gutter : 0);
  const float words = lay_own_words(frame, {x, area.y + pad, width, 0}, view, false);
  const float below = !beside && button.width > 0 ? button.height + m.px(20) : 0;
  const Rect card{area.x, area.y, area.width, std::ceil(std::max(words + below, beside ? button.height : 0) + 2 * pad)};
  if (frame.visible(card)) {
    ui::surface(frame, card);
    frame.fill({card.x, card.y + m.radius, stripe, card.height - 2 * m.radius}, frame.theme().accent, stripe / 2);
  }
  lay_own_words(frame, {x, card.y + pad, width, 0}, view, true);
  if (button.width == 0) return card.height;
  const Rect place = beside ? Rect{card.right() - pad - button.width, card.y + std::round((card.height - button.height) / 2), button.width, button.height}
                            : Rect{x, card.y + pad + words + m.px(20), std::min(width, button.width), button.height};
  if (ui::button(frame, finds ? "own_tour.find" : "own_tour.show", place, label, look)) {
    if (finds) {
      intents.emplace_back(intent::Open{session::ScreenId::program_list, {}});
    } else {
      wish<session::WayfindingIntent>(intents, intent::ShowWalk{view.asked});
    }
  }
  return card.height;
}

float ticket_card_height(Frame& frame, const TicketCard& card, float width) { return std::ceil(lay_ticket(frame, {0, 0, width, 0}, card, false)); }

void draw_ticket_card(Frame& frame, Rect rect, const TicketCard& card, Intents& intents) {
  const ui::Touch touch = frame.touchable(card.id, rect, ui::Role::card, card.theme.text);
  if (touch.tapped) wish<session::TourIntent>(intents, intent::ShowTicket{card.key});
  if (!frame.visible(rect)) return;
  const auto scope = frame.press_begin(rect, touch.pressed);
  ui::surface(frame, rect);
  lay_ticket(frame, rect, card, true);
  frame.press_end(scope);
}

}  // namespace kiosk::screens
