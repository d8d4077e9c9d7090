#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "screens/draw.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

struct RowStyles {
  ui::TextStyle time;
  ui::TextStyle title;
  ui::TextStyle hall;
  ui::TextStyle speaker;
  ui::TextStyle speaking;
};

RowStyles styles_of(Frame& frame, const AgendaRow& row) {
  const ui::Theme& theme = frame.theme();
  RowStyles s{ui::body_style(frame), ui::body_style(frame), ui::body_style(frame), ui::caption_style(frame), ui::caption_style(frame)};
  s.time.weight = text::Weight::bold;
  s.time.tabular_figures = true;
  s.title.weight = text::Weight::bold;
  s.hall.color = theme.ink_soft;
  s.speaker.color = theme.ink;
  s.speaking.weight = text::Weight::bold;
  s.speaking.color = theme.accent;
  if (row.is_over) s.time.color = s.title.color = s.speaker.color = theme.ink_soft;
  return s;
}

// One item: the time at the start, or above where the row is narrow; title, hall and speakers beside it. Measures when `draws` is
// false; returns the height of the card.
float lay_row(Frame& frame, Rect card, const AgendaRow& row, bool draws) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const RowStyles s = styles_of(frame, row);
  const float inset = m.px(24);
  const float times = m.px(250) * m.text_scale;
  const bool narrow = card.width < times * 3;
  const Rect inner = card.inset(inset);
  float y = inner.y;
  float x = inner.x;
  float below_time = y;
  const auto put = [&](std::string_view part, float left, float top, float width, const Phrase& phrase, const ui::TextStyle& style) {
    if (phrase.text.empty()) return 0.0F;
    return draws ? frame.text(frame.join({row.id, part}), {left, top, width, 0}, phrase, style).height : frame.measure(phrase, style, width).height;
  };
  below_time += put(".time", inner.x, y, times, row.time, s.time);
  ui::TextStyle delayed = ui::caption_style(frame);
  delayed.weight = text::Weight::bold;
  delayed.color = theme.warn;
  if (!row.is_over) below_time += put(".delayed", inner.x, below_time, times, row.delayed, delayed);
  if (!row.mark.text.empty()) {
    const ui::Size pill = ui::pill_size(frame, row.mark, times);
    const Rect place = narrow ? Rect{inner.right() - pill.width, y, pill.width, pill.height} : Rect{inner.x, below_time + m.px(6), pill.width, pill.height};
    const bool strong = row.is_now || theme.high_contrast;
    const ui::Color ground = row.is_now ? theme.saffron : ui::mix(theme.ground, theme.ink_soft, theme.high_contrast ? 1 : 0.14);
    if (draws) ui::pill(frame, frame.join({row.id, ".mark"}), {place.x, place.y}, row.mark, ground, strong ? theme.on_saffron : theme.ink, times);
    below_time = std::max(below_time, place.bottom());
  }
  if (narrow) {
    y = below_time + m.px(6);
  } else {
    x = inner.x + times + m.px(24);
  }
  const float width = inner.right() - x;
  y += put(".title", x, y, width, row.title, s.title);
  const float side = std::round(m.body * 1.1F);
  if (!row.hall.text.empty()) {
    const float height = put(".hall", x + side + m.px(8), y, width - side - m.px(8), row.hall, s.hall);
    if (draws) frame.icon("place", {x, y, side, std::min(height, m.body * 1.6F)}, s.hall.color);
    y += height;
  }
  if (!row.room.empty()) {
    ui::TextStyle link = s.title;
    link.color = theme.accent;
    const float height = put(".take_me", x + side + m.px(8), y, width - side - m.px(8), row.take_me, link);
    if (draws) frame.icon("map", {x, y, side, std::min(height, m.body * 1.6F)}, link.color);
    y += height;
  }
  if (!row.speakers.empty()) y += m.px(6);
  y += put(".speaking", x, y, width, row.speaking, s.speaking);
  for (std::size_t i = 0; i < row.speakers.size(); ++i) {
    const std::string_view part = frame.numbered(".speaker.", i);
    y += put(part, x, y, width, row.speakers[i], s.speaker);
  }
  return std::max(y, below_time) + inset - card.y;
}

// A number and its sentence each, as a card over the whole width.
float draw_recommendations(Frame& frame, Rect area, const AgendaView& view) {
  if (view.recommendations.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle number = ui::heading_style(frame);
  number.color = frame.theme().accent;
  number.tabular_figures = true;
  const ui::TextStyle sentence = ui::body_style(frame);
  const float pad = m.px(28);
  const float aside = m.px(72);
  float y = area.y + frame.text("agenda.recommendations", {area.x, area.y, area.width, 0}, view.recommendations_title, ui::heading_style(frame)).height + m.px(12);
  float height = 2 * pad - m.px(14);
  const float width = area.width - 2 * pad - aside;
  for (const Phrase& one : view.recommendations) height += std::max(frame.measure(one, sentence, width).height, m.heading * 1.4F) + m.px(14);
  ui::surface(frame, {area.x, y, area.width, height});
  float row = y + pad;
  for (std::size_t i = 0; i < view.recommendations.size(); ++i) {
    const std::string_view digits = frame.join({std::string_view(fmt::format("{}", i + 1))});
    frame.text({}, {area.x + pad, row, aside, 0}, {std::string(digits), base::Language::english}, number);
    const float below = frame.text(frame.join({"agenda.recommendation.", digits}), {area.x + pad + aside, row, width, 0}, view.recommendations[i], sentence).height;
    row += std::max(below, m.heading * 1.4F) + m.px(14);
  }
  return y + height + m.gutter - area.y;
}

}  // namespace

void draw_agenda(Frame& frame, Rect area, const AgendaView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(32);
  const float bleed = m.px(24);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  const Rect body{m.margin, area.y + band, m.window.width - 2 * m.margin, area.height - band};
  frame.scroll_begin("agenda", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(28);
  y += frame.text("agenda.date", {body.x, y, body.width, 0}, view.date, ui::caption_style(frame)).height;
  y += frame.text("agenda.title", {body.x, y, body.width, 0}, view.title, ui::title_style(frame)).height + m.px(20);
  y += draw_recommendations(frame, {body.x, y, body.width, 0}, view);
  // Two columns on a wide screen: the morning's programme is seen whole, without scrolling.
  const int columns = !m.portrait && m.text_scale < 1.2F ? 2 : 1;
  y += ui::draw_rows(
      {body.x, y, body.width, 0}, columns, m.px(20), view.rows.size(),
      [&](std::size_t i, float width) { return std::ceil(lay_row(frame, {0, 0, width, 0}, view.rows[i], false)); },
      [&](std::size_t i, Rect card) {
        const AgendaRow& row = view.rows[i];
        ui::Touch touch;
        if (!row.room.empty()) touch = frame.touchable(row.id, card, ui::Role::card, row.title.text);
        if (touch.tapped) intents.emplace_back(session::intent::Open{session::ScreenId::map, row.room});
        if (!frame.visible(card)) return;
        const auto scope = frame.press_begin(card, touch.pressed);
        ui::surface(frame, card, !row.is_over);
        if (row.is_now) frame.fill({card.x, card.y + m.radius, m.px(8), card.height - 2 * m.radius}, frame.theme().accent, m.px(4));
        lay_row(frame, card, row, true);
        frame.press_end(scope);
      });
  y += m.px(44);
  frame.scroll_end(y - body.y);
}

}  // namespace kiosk::screens
