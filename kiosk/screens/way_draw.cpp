#include <algorithm>
#include <array>
#include <cmath>

#include "base/format.h"
#include "screens/parts.h"
#include "screens/way_view.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

float disc_side(const Frame& frame) { return std::round(frame.metrics().px(64) * std::min(frame.metrics().text_scale, 1.25F)); }

float draw_top(Frame& frame, Rect area, const WayView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::ButtonLook look{ui::ButtonKind::primary, "check", false, false, false, false, ui::Role::button};
  const ui::Size close = ui::button_size(frame, view.close, look);
  if (ui::button(frame, "way.close", {area.right() - close.width, area.y, close.width, close.height}, view.close, look)) {
    intents.emplace_back(session::intent::CloseSheet{});
  }
  const float width = area.width - close.width - m.gutter;
  float words = frame.text("way.title", {area.x, area.y, width, 0}, view.title, ui::title_style(frame)).height;
  if (!view.summary.text.empty()) {
    ui::TextStyle style = ui::body_style(frame);
    style.color = frame.theme().ink_soft;
    words += m.px(4);
    const float room = words >= close.height + m.px(8) ? area.width : width;  // below the button
    words += frame.text("way.summary", {area.x, area.y + words, room, 0}, view.summary, style).height;
  }
  return std::max(words, close.height) + m.px(16);
}

// The name of a stop or a floor above its steps.
float draw_heading(Frame& frame, Rect area, std::string_view id, const WayLine& line, bool first) {
  const ui::Metrics& m = frame.metrics();
  const bool stop = line.kind == WayLine::Kind::stop;
  ui::TextStyle style = stop ? ui::heading_style(frame) : ui::body_style(frame);
  style.weight = text::Weight::bold;
  if (!stop) style.color = frame.theme().accent;
  const float above = first ? 0 : m.px(stop ? 28 : 16);
  return above + frame.text(id, {area.x, area.y + above, area.width, 0}, line.text, style).height + m.px(12);
}

// Its number, a disc with its sign, its sentences; a line leads to the next step.
float draw_step(Frame& frame, Rect area, std::string_view id, const WayLine& line, bool leads_on) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const float side = disc_side(frame);
  const float numbers = std::round(m.px(52) * m.text_scale);
  ui::TextStyle words = ui::body_style(frame);
  if (line.arrives) words.weight = text::Weight::bold;
  const float x = area.x + numbers + side + m.px(24);
  const float width = area.right() - x;
  const float text_height = frame.measure(line.text, words, width).height;
  const float height = std::max(side, text_height);
  const float below = m.px(20);
  const Rect disc{area.x + numbers, area.y, side, side};
  if (!frame.visible({area.x, area.y, area.width, height + below})) return height + below;
  if (leads_on) {
    const float thick = std::max(2.0F, std::round(m.px(4)));
    frame.fill({disc.x + std::round((side - thick) / 2), disc.bottom(), thick, height + below - side}, theme.hairline);
  }
  frame.fill(disc, line.arrives ? theme.saffron : theme.accent, side / 2);
  frame.icon(line.icon, disc.inset(std::round(side * 0.19F)), line.arrives ? theme.on_saffron : theme.on_accent);
  ui::TextStyle number = ui::body_style(frame);
  number.color = theme.ink_soft;
  number.vertically_centred = true;
  frame.text({}, {area.x, area.y, numbers - m.px(8), side}, {fmt::format("{}", line.number), line.text.language}, number);
  const float top = area.y + std::max(0.0F, std::round((side - text_height) / 2));
  frame.text(id, {x, top, width, 0}, line.text, words);
  return height + below;
}

// Why a room is left out.
float draw_no_way(Frame& frame, Rect area, std::string_view id, const Phrase& why) {
  const ui::Metrics& m = frame.metrics();
  const float pad = m.px(28);
  const float side = disc_side(frame);
  const float x = area.x + pad + side + m.px(24);
  const float width = area.right() - pad - x;
  const float text_height = frame.measure(why, ui::body_style(frame), width).height;
  const float height = std::max(side, text_height) + 2 * pad;
  ui::surface(frame, {area.x, area.y, area.width, height});
  frame.icon("info", {area.x + pad, area.y + pad, side, side}, frame.theme().accent);
  frame.text(id, {x, area.y + pad + std::max(0.0F, std::round((side - text_height) / 2)), width, 0}, why, ui::body_style(frame));
  return height + m.gutter;
}

float draw_lines(Frame& frame, Rect area, const WayView& view) {
  float y = area.y;
  std::array<char, 24> id{};
  const auto name = [&](std::string_view what, std::size_t i) {
    const auto end = fmt::format_to_n(id.data(), id.size(), "{}{}", what, i).out;
    return std::string_view(id.data(), static_cast<std::size_t>(end - id.data()));
  };
  for (std::size_t i = 0; i < view.lines.size(); ++i) {
    const WayLine& line = view.lines[i];
    const Rect rest{area.x, y, area.width, 0};
    if (line.kind == WayLine::Kind::step) {
      const bool leads_on = i + 1 < view.lines.size() && view.lines[i + 1].kind == WayLine::Kind::step;
      y += draw_step(frame, rest, name("way.step.", static_cast<std::size_t>(line.number)), line, leads_on);
    } else {
      y += draw_heading(frame, rest, name("way.heading.", i), line, i == 0 || view.lines[i - 1].kind != WayLine::Kind::step);
    }
  }
  if (!view.lines.empty() && !view.no_way.empty()) y += frame.metrics().gutter;
  for (std::size_t i = 0; i < view.no_way.size(); ++i) y += draw_no_way(frame, {area.x, y, area.width, 0}, name("way.none.", i), view.no_way[i]);
  return y - area.y;
}

// The code is half the short side: so large are its modules computed to be. They are whole pixels, so it is a little less.
float code_side(const Frame& frame, const WayView& view) {
  const ui::Metrics& m = frame.metrics();
  const float modules = static_cast<float>(view.qr.side + 2 * model::kQuietZone);
  return std::floor(std::round(std::min(m.window.width, m.window.height) / 2) / modules) * modules;
}

CodeParts parts_of(const WayView& view) { return {"way", view.part, view.parts, view.part_label, view.previous, view.next}; }

float draw_code(Frame& frame, Rect area, const WayView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float side = code_side(frame, view);
  draw_qr_code(frame, {area.x, area.y, area.width, side}, view.qr);
  float y = area.y + side + m.px(16);
  y += draw_code_parts(frame, {area.x, y, area.width, 0}, parts_of(view), intents);
  ui::TextStyle style = ui::body_style(frame);
  style.align = text::Align::centre;
  return y + frame.text("way.code_line", {area.x, y, area.width, 0}, view.code_line, style).height - area.y;
}

// As high as draw_code draws it.
float code_height(Frame& frame, float width, const WayView& view) {
  const ui::Metrics& m = frame.metrics();
  return code_side(frame, view) + m.px(16) + code_parts_height(frame, parts_of(view)) + frame.measure(view.code_line, ui::body_style(frame), width).height;
}

void draw_list(Frame& frame, Rect area, const WayView& view) {
  const ui::Metrics& m = frame.metrics();
  const float bleed = m.px(32);
  frame.scroll_begin(view.id, {area.x - bleed, area.y, area.width + 2 * bleed, area.height});
  const float height = draw_lines(frame, {area.x, area.y + m.px(8), area.width, 0}, view);
  frame.scroll_end(height + m.px(48));
}

}  // namespace

void draw_way(Frame& frame, Rect area, const WayView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float bleed = m.px(32);
  const float top = m.px(20) + draw_top(frame, {body.x, body.y + m.px(20), body.width, 0}, view, intents);
  const Rect below{body.x, body.y + top, body.width, body.height - top};
  if (view.qr.side == 0) {
    draw_list(frame, below, view);
    return;
  }
  if (m.portrait) {
    // The code stays on screen while the steps scroll above it: who reads one seldom looks for the other.
    const float height = m.px(28) + code_height(frame, below.width, view) + m.px(28);
    const Rect code{below.x, below.bottom() - height, below.width, height};
    draw_list(frame, {below.x, below.y, below.width, below.height - height}, view);
    frame.fill({code.x, code.y, code.width, std::max(1.0F, m.px(2))}, frame.theme().hairline);
    draw_code(frame, {code.x, code.y + m.px(28), code.width, 0}, view, intents);
    return;
  }
  const float right = std::max(code_side(frame, view), std::round(body.width * 0.32F));
  const Rect code{below.right() - right, below.y, right, below.height};
  frame.scroll_begin("way.code", {code.x - bleed, code.y, code.width + 2 * bleed, code.height});
  const float height = draw_code(frame, {code.x, code.y + m.px(8), code.width, 0}, view, intents);
  frame.scroll_end(height + m.px(24));
  draw_list(frame, {below.x, below.y, below.width - right - m.px(64), below.height}, view);
}

}  // namespace kiosk::screens
