#include <algorithm>
#include <cmath>

#include "screens/parts.h"
#include "screens/take_home_view.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

float draw_tabs(Frame& frame, Rect area, const TakeHomeView& view, Intents& intents) {
  ui::Wrap wrap(area, frame.metrics().gap);
  for (const TakeHomeTab& tab : view.tabs) {
    const ui::ButtonLook look{ui::ButtonKind::surface, tab.icon, false, tab.selected, false, true, ui::Role::tab};
    ui::Size size = ui::button_size(frame, tab.label, look);
    size.width = std::min(size.width, area.width);
    if (ui::button(frame, tab.id, wrap.place(size), tab.label, look)) intents.emplace_back(session::DiscoveryIntent(session::intent::ChooseTakeHome{tab.kind}));
  }
  return wrap.height();
}

// One language's column; `second` stands at its own side.
float draw_sections(Frame& frame, Rect area, std::string_view id, const std::vector<model::PlanSection>& sections, text::Align align) {
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle heading = ui::body_style(frame);
  heading.weight = text::Weight::bold;
  heading.color = frame.theme().accent;
  ui::TextStyle text = ui::body_style(frame);
  ui::TextStyle detail = ui::caption_style(frame);
  for (ui::TextStyle* style : {&heading, &text, &detail}) style->align = align;
  float y = area.y;
  for (const model::PlanSection& section : sections) {
    y += frame.text(frame.join({id, ".", section.id}), {area.x, y, area.width, 0}, section.heading, heading).height + m.px(4);
    for (const model::PlanLine& line : section.lines) {
      Phrase whole = line.text;
      if (!line.lead.text.empty()) whole.text = line.lead.text + " · " + line.text.text;
      y += frame.text({}, {area.x, y, area.width, 0}, whole, text).height;
      if (!line.detail.text.empty()) y += frame.text({}, {area.x, y, area.width, 0}, line.detail, detail).height;
      y += m.px(6);
    }
    y += m.px(16);
  }
  return y - area.y;
}

float draw_sheet(Frame& frame, Rect area, const TakeHomeView& view) {
  const ui::Metrics& m = frame.metrics();
  const bool beside = area.width >= m.px(760) * m.text_scale;
  const float gap = m.px(48);
  const float width = beside ? (area.width - gap) / 2 : area.width;
  const bool other_side = (base::direction(view.second_language) == base::Direction::right_to_left) != frame.right_to_left();
  const float first = draw_sections(frame, {area.x, area.y, width, 0}, "plan.first", view.first, text::Align::start);
  const Rect place = beside ? Rect{area.x + width + gap, area.y, width, 0} : Rect{area.x, area.y + first + m.gutter, width, 0};
  const float second = draw_sections(frame, place, "plan.second", view.second, other_side ? text::Align::end : text::Align::start);
  if (!beside) return first + m.gutter + second;
  frame.fill({area.x + width + gap / 2, area.y, std::max(1.0F, m.px(2)), std::max(first, second)}, frame.theme().hairline);
  return std::max(first, second);
}

// Tabs, the code, its parts, and what it is: the code first, so that it is whole on screen at every text size.
float draw_code(Frame& frame, Rect area, const TakeHomeView& view, float side, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  y += draw_tabs(frame, {area.x, y, area.width, 0}, view, intents) + m.px(16);
  // Large text leaves less height: a seventh smaller its modules still scan, and a code cut in two does not.
  if (area.height > 0) side = std::clamp(area.bottom() - y, std::round(side * 0.85F), side);
  draw_qr_code(frame, {area.x, y, area.width, side}, view.qr);
  y += side + m.px(12);
  y += draw_code_parts(frame, {area.x, y, area.width, 0}, {"take_home", view.part, view.parts, view.part_label, view.previous, view.next}, intents);
  return y + frame.text("take_home.line", {area.x, y, area.width, 0}, view.line, ui::body_style(frame)).height - area.y;
}

float draw_top(Frame& frame, Rect area, const TakeHomeView& view, Intents& intents) {
  const ui::ButtonLook look{ui::ButtonKind::primary, "check", false, false, false, false, ui::Role::button};
  const ui::Size close = ui::button_size(frame, view.close, look);
  if (ui::button(frame, "take_home.close", {area.right() - close.width, area.y, close.width, close.height}, view.close, look)) {
    intents.emplace_back(session::intent::CloseSheet{});
  }
  const float title = frame.text("take_home.title", {area.x, area.y, area.width - close.width - frame.metrics().gutter, 0}, view.title, ui::title_style(frame)).height;
  return std::max(title, close.height) + frame.metrics().px(16);
}

}  // namespace

void draw_take_home(Frame& frame, Rect area, const TakeHomeView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float bleed = m.px(32);
  // The code is half the short side: so large are its modules computed to be.
  const float side = std::round(std::min(m.window.width, m.window.height) / 2);
  const bool beside = !m.portrait;
  if (!beside) {
    frame.scroll_begin("take_home", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
    float y = body.y + m.px(28);
    y += draw_top(frame, {body.x, y, body.width, 0}, view, intents);
    y += draw_code(frame, {body.x, y, body.width, 0}, view, side, intents) + m.gutter;
    y += draw_sheet(frame, {body.x, y, body.width, 0}, view);
    frame.scroll_end(y + m.margin - body.y);
    return;
  }
  const float top = m.px(20) + draw_top(frame, {body.x, body.y + m.px(20), body.width, 0}, view, intents);
  const Rect below{body.x, body.y + top, body.width, body.height - top};
  const float right = std::max(side, std::round(body.width * 0.36F));
  const Rect code{below.right() - right, below.y, right, below.height};
  frame.scroll_begin("take_home.code", {code.x - bleed, code.y, code.width + 2 * bleed, code.height});
  const float code_height = draw_code(frame, {code.x, code.y + m.px(8), code.width, code.height - m.px(16)}, view, side, intents);
  frame.scroll_end(code_height + m.px(24));
  const Rect sheet{below.x, below.y, below.width - right - m.px(64), below.height};
  frame.scroll_begin("take_home", {sheet.x - bleed, sheet.y, sheet.width + 2 * bleed, sheet.height});
  const float sheet_height = draw_sheet(frame, {sheet.x, sheet.y + m.px(8), sheet.width, 0}, view);
  frame.scroll_end(sheet_height + m.px(48));
}

}  // namespace kiosk::screens
