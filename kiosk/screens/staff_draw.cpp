#include <algorithm>
#include <array>
#include <cmath>

#include "model/pin.h"
#include "screens/cards.h"
#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

// One disc for each digit typed, and a ring for each that is missing at least.
void draw_digits(Frame& frame, Rect row, std::size_t digits) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const std::size_t places = std::max(model::kShortestPin, digits);
  const float step = std::min(m.px(56), row.width / static_cast<float>(places));
  const Rect placed = frame.unmirrored({row.x + std::round((row.width - step * static_cast<float>(places)) / 2), row.y, step * static_cast<float>(places), row.height});
  for (std::size_t i = 0; i < places; ++i) {
    const ui::Point at{placed.x + step * (static_cast<float>(i) + 0.5F), row.y + row.height / 2};
    frame.disc(at, m.px(14), theme.ink);
    if (i >= digits) frame.disc(at, m.px(11), theme.ground);
  }
}

// Like a telephone's: 1 above left in every language; the pad as a whole is mirrored with its page.
void draw_pad(Frame& frame, Rect pad, const StaffPinView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float width = (pad.width - 2 * m.gap) / 3;
  const float height = (pad.height - 3 * m.gap) / 4;
  const Rect window = frame.unmirrored(pad);
  const auto place = [&](int column, int row) {
    return frame.unmirrored({window.x + static_cast<float>(column) * (width + m.gap), pad.y + static_cast<float>(row) * (height + m.gap), width, height});
  };
  ui::ButtonLook look;
  look.text_px = m.heading;
  look.role = ui::Role::key;
  for (int i = 0; i < 10; ++i) {
    const char digit = static_cast<char>('0' + (i + 1) % 10);
    const Rect at = i == 9 ? place(1, 3) : place(i % 3, i / 3);
    const Phrase label{std::string(1, digit), Language::english};
    if (ui::button(frame, frame.join({"staff.pin.", {&digit, 1}}), at, label, look)) intents.emplace_back(session::StaffIntent(session::intent::PinDigit{digit}));
  }
  const ui::ButtonLook erase{ui::ButtonKind::surface, "backspace", false, false, false, false, ui::Role::key, 0, true};
  if (ui::button(frame, "staff.pin.erase", place(0, 3), view.erase, erase)) intents.emplace_back(session::StaffIntent(session::intent::PinErase{}));
  const ui::ButtonLook enter{ui::ButtonKind::primary, "check", false, false, false, false, ui::Role::button, 0, true};
  if (ui::button(frame, "staff.pin.enter", place(2, 3), view.enter, enter)) intents.emplace_back(session::StaffIntent(session::intent::PinEnter{}));
}

float draw_figures(Frame& frame, Rect area, const StaffTodayView& view) {
  const ui::Metrics& m = frame.metrics();
  const int columns = m.portrait ? 2 : 4;
  ui::TextStyle number = ui::title_style(frame);
  number.tabular_figures = true;
  number.color = frame.theme().accent;
  const ui::TextStyle name = ui::body_style(frame);
  const float pad = m.px(24);
  return ui::draw_rows(
      area, columns, m.gap, view.figures.size(),
      [&](std::size_t i, float width) {
        return 2 * pad + frame.measure(view.figures[i].number, number, width - 2 * pad).height + frame.measure(view.figures[i].name, name, width - 2 * pad).height;
      },
      [&](std::size_t i, Rect card) {
        ui::surface(frame, card);
        const Rect inner = card.inset(pad);
        const float top = frame.text(view.figures[i].id, inner, view.figures[i].number, number).height;
        frame.text({}, {inner.x, inner.y + top, inner.width, 0}, view.figures[i].name, name);
      });
}

// What is to be done, in the middle of its column; it scrolls where the words are many and large.
void draw_pin_words(Frame& frame, Rect column, const StaffPinView& view) {
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle title = ui::heading_style(frame);
  title.align = text::Align::centre;
  ui::TextStyle line = ui::body_style(frame);
  line.align = text::Align::centre;
  ui::TextStyle problem = line;
  problem.weight = text::Weight::bold;
  problem.color = frame.theme().bad;
  const float bleed = m.px(24);
  frame.scroll_begin("staff.pin", {column.x - bleed, column.y, column.width + 2 * bleed, column.height});
  float y = column.y;
  const auto put = [&](std::string_view id, const Phrase& phrase, const ui::TextStyle& style) {
    y += frame.text(id, {column.x, y, column.width, 0}, phrase, style).height + m.px(16);
  };
  put("staff.pin.title", view.title, title);
  if (!view.problem.text.empty()) put("staff.pin.problem", view.problem, problem);
  for (std::size_t i = 0; i < view.lines.size(); ++i) put(frame.numbered("staff.pin.line.", i), view.lines[i], line);
  frame.scroll_end(y - column.y);
}

}  // namespace

// The words above the pad; beside it where both have less height than they need.
void draw_staff_pin(Frame& frame, Rect area, const StaffPinView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float top = body.y + m.px(24);
  const float height = body.bottom() - m.px(24) - top;
  const float wide = std::min(body.width, m.px(900));
  const float middle = body.x + body.width / 2;
  if (!view.takes_digits) return draw_pin_words(frame, {middle - wide / 2, top, wide, height}, view);
  const float digits = m.px(56) + m.px(24);
  Rect words{body.x, top, (body.width - 2 * m.gutter) / 2, height};
  Rect pad{words.right() + 2 * m.gutter, top, words.width, height};
  if (m.portrait) {
    pad = {body.x, std::round(top + height * 0.4F), body.width, height - std::round(height * 0.4F)};
    words = {middle - wide / 2, top, wide, pad.y - top};
  }
  draw_pin_words(frame, words, view);
  const float across = std::min(pad.width, m.px(560));
  pad = {pad.x + std::round((pad.width - across) / 2), pad.y, across, pad.height};
  draw_digits(frame, {pad.x, pad.y, pad.width, m.px(56)}, view.digits);
  draw_pad(frame, {pad.x, pad.y + digits, pad.width, std::min(pad.height - digits, m.px(600))}, view, intents);
  for (const ui::KeyStroke& stroke : frame.key_strokes()) {
    if (stroke.kind == ui::KeyStroke::Kind::backspace) intents.emplace_back(session::StaffIntent(session::intent::PinErase{}));
    if (stroke.kind == ui::KeyStroke::Kind::done) intents.emplace_back(session::StaffIntent(session::intent::PinEnter{}));
    if (stroke.kind != ui::KeyStroke::Kind::text) continue;
    for (const char digit : stroke.text) intents.emplace_back(session::StaffIntent(session::intent::PinDigit{digit}));
  }
}

void draw_staff_today(Frame& frame, Rect area, const StaffTodayView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float bleed = m.px(32);
  frame.scroll_begin("staff.today", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(28);
  y += frame.text("staff.title", {body.x, y, body.width, 0}, view.title, ui::title_style(frame)).height + m.px(12);
  ui::TextStyle warning = ui::body_style(frame);
  warning.weight = text::Weight::bold;
  warning.color = frame.theme().bad;
  for (std::size_t i = 0; i < view.warnings.size(); ++i) {
    y += frame.text(frame.join({"staff.warning.", std::to_string(i)}), {body.x, y, body.width, 0}, view.warnings[i], warning).height + m.gap;
  }
  if (view.outcome) y += draw_staff_outcome(frame, {body.x, y, body.width, 0}, *view.outcome) + m.gutter;
  if (!view.sections.empty()) y += draw_staff_sections(frame, {body.x, y, body.width, 0}, view.sections, intents) + m.gutter;
  if (!view.line.text.empty()) y += frame.text("staff.line", {body.x, y, body.width, 0}, view.line, ui::body_style(frame)).height + m.gap;
  y += draw_figures(frame, {body.x, y, body.width, 0}, view) + m.gutter;
  y += ui::draw_rows(
           {body.x, y, body.width, 0}, m.portrait || m.text_scale > 1.3F ? 1 : 2, m.gutter, view.charts.size(),
           [&](std::size_t i, float width) { return chart_height(frame, view.charts[i], width, false); },
           [&](std::size_t i, Rect card) { draw_chart(frame, card, view.charts[i], false); }) +
       m.margin;
  frame.scroll_end(y - body.y);
}

}  // namespace kiosk::screens
