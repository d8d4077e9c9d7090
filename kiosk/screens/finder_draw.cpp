#include <algorithm>
#include <cmath>

#include "screens/finder_view.h"
#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using model::Entry;
using ui::Frame;
using ui::Rect;

ui::Color state_color(const ui::Theme& theme, Entry entry) {
  switch (entry) {
    case Entry::open: return theme.good;
    case Entry::one_step: return theme.warn;
    case Entry::later:
    case Entry::closed: break;
  }
  return theme.ink_soft;
}

void draw_question(Frame& frame, Rect body, const FinderView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  frame.scroll_begin("finder", {body.x - m.px(32), body.y, body.width + m.px(64), body.height});
  float y = body.y + m.px(28);
  y += frame.text("finder.title", {body.x, y, body.width, 0}, view.title, ui::title_style(frame)).height + m.px(6);
  ui::TextStyle line = ui::body_style(frame);
  line.color = frame.theme().ink_soft;
  y += frame.text("finder.line", {body.x, y, body.width, 0}, view.line, line).height + m.px(28);
  const bool ages = view.step == session::FinderStep::age;
  const int most = ages ? (m.portrait ? 4 : 8) : (m.portrait || m.text_scale > 1.3F ? 2 : 3);
  y += draw_choices(frame, {body.x, y, body.width, 0}, body.bottom() - m.px(24), view.choices, most, ages ? 150 : 130, ages ? m.heading : 0,
                    [&](const FinderChoice& choice) { intents.emplace_back(choice.intent); });
  frame.scroll_end(y + m.px(24) - body.y);
}

// The rungs from the highest to the first, each with its state in a word and its colour; returns the height.
float draw_ladder(Frame& frame, Rect area, const FinderView& view) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  ui::TextStyle title = ui::body_style(frame);
  title.weight = text::Weight::bold;
  float y = area.y + frame.text("finder.ladder", {area.x, area.y, area.width, 0}, view.ladder_title, title).height + m.px(12);
  const ui::TextStyle name = title;
  ui::TextStyle state = ui::caption_style(frame);
  state.weight = text::Weight::bold;
  const float rail = m.px(10);
  const float pad = m.px(18);
  const float top = y;
  for (const LadderRung& rung : view.ladder) {
    const float width = area.width - rail * 2 - m.px(12);
    const float height = frame.measure(rung.name, name, width - 2 * pad).height + frame.measure(rung.state, state, width - 2 * pad).height + 2 * pad * 0.6F;
    const Rect card{area.x + rail * 2 + m.px(12), y, width, height};
    const ui::Color color = state_color(theme, rung.entry);
    ui::surface(frame, card, rung.entry == Entry::open || rung.entry == Entry::one_step);
    frame.fill({card.x, card.y + m.radius * 0.6F, m.px(8), card.height - 1.2F * m.radius}, color, m.px(4));
    state.color = color;
    ui::TextStyle rung_name = name;
    if (rung.entry == Entry::later || rung.entry == Entry::closed) rung_name.color = theme.ink_soft;
    const float below = frame.text(rung.id, {card.x + pad, card.y + pad * 0.6F, width - 2 * pad, 0}, rung.name, rung_name).height;
    frame.text(frame.join({rung.id, ".state"}), {card.x + pad, card.y + pad * 0.6F + below, width - 2 * pad, 0}, rung.state, state);
    // The rung itself: from rail to card.
    frame.fill({area.x + rail * 0.5F, card.y + card.height / 2 - m.px(3), rail * 1.5F + m.px(12), m.px(6)}, theme.hairline, m.px(3));
    y += height + m.px(14);
  }
  frame.fill({area.x, top, rail, y - m.px(14) - top}, theme.hairline, rail / 2);
  return y - area.y;
}

float draw_groups(Frame& frame, Rect area, std::string_view id, const Phrase& title, const std::vector<FinderGroup>& groups, Intents& intents) {
  if (groups.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  float y = area.y + frame.text(id, {area.x, area.y, area.width, 0}, title, ui::heading_style(frame)).height + m.px(12);
  for (const FinderGroup& group : groups) {
    ui::TextStyle level = ui::body_style(frame);
    level.weight = text::Weight::bold;
    level.color = state_color(frame.theme(), group.entry);
    y += frame.text(group.id, {area.x, y, area.width, 0}, group.level, level).height;
    ui::TextStyle reason = ui::body_style(frame);
    reason.color = frame.theme().ink_soft;
    y += frame.text(frame.join({group.id, ".reason"}), {area.x, y, area.width, 0}, group.reason, reason).height + m.px(14);
    y += ui::draw_rows(
             {area.x, y, area.width, 0}, columns_for(frame, area.width, 350), m.gutter, group.cards.size(),
             [&](std::size_t i, float width) { return program_card_height(frame, group.cards[i], width); },
             [&](std::size_t i, Rect cell) { draw_program_card(frame, cell, group.cards[i], intents); }) +
         m.gutter;
  }
  return y - area.y;
}

float draw_answers(Frame& frame, Rect area, const FinderView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  ui::Wrap wrap(area, m.gap);
  for (const FinderChoice& answer : view.answers) {
    const ui::ButtonLook look{ui::ButtonKind::surface, answer.icon, false, false, false, true, ui::Role::button};
    ui::Size size = ui::button_size(frame, answer.label, look);
    size.width = std::min(size.width, area.width);
    if (ui::button(frame, answer.id, wrap.place(size), answer.label, look)) intents.emplace_back(answer.intent);
  }
  return wrap.height();
}

float draw_results(Frame& frame, Rect area, const FinderView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  if (!view.none_open.text.empty()) y += frame.text("finder.none_open", {area.x, y, area.width, 0}, view.none_open, ui::heading_style(frame)).height + m.px(12);
  if (!view.too_old.text.empty()) y += frame.text("finder.too_old", {area.x, y, area.width, 0}, view.too_old, ui::body_style(frame)).height + m.px(12);
  if (!view.desk.text.empty()) {
    const ui::ButtonLook look{ui::ButtonKind::primary, "map", false, false, false, false, ui::Role::button};
    const ui::Size size = ui::button_size(frame, view.desk, look);
    if (ui::button(frame, "finder.desk", {area.x, y + m.px(8), std::min(area.width, std::max(size.width, m.px(480))), std::max(size.height, m.px(88))}, view.desk, look)) {
      intents.emplace_back(session::intent::Open{session::ScreenId::map, std::string(kGuidanceDesk)});
    }
    y += std::max(size.height, m.px(88)) + m.px(8) + m.gutter;
  }
  y += draw_groups(frame, {area.x, y, area.width, 0}, "finder.open", view.open_title, view.open, intents);
  y += draw_groups(frame, {area.x, y, area.width, 0}, "finder.one_step", view.step_title, view.one_step, intents);
  return y - area.y;
}

}  // namespace

void draw_finder(Frame& frame, Rect area, const FinderView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  if (view.step != session::FinderStep::result) return draw_question(frame, body, view, intents);
  const float bleed = m.px(24);
  const bool beside = !m.portrait && m.text_scale < 1.4F;
  const float side = beside ? std::round(body.width * 0.27F) : body.width;
  if (beside) {
    frame.scroll_begin("finder.side", {body.x - bleed, body.y, side + 2 * bleed, body.height});
    float y = body.y + m.px(28);
    y += draw_answers(frame, {body.x, y, side, 0}, view, intents) + m.px(24);
    y += draw_ladder(frame, {body.x, y, side, 0}, view);
    frame.scroll_end(y + m.px(24) - body.y);
  }
  const Rect list = beside ? Rect{body.x + side + m.px(64), body.y, body.width - side - m.px(64), body.height} : body;
  frame.scroll_begin("finder", {list.x - bleed, list.y, list.width + 2 * bleed, list.height});
  float y = list.y + m.px(24);
  y += frame.text("finder.title", {list.x, y, list.width, 0}, view.title, ui::title_style(frame)).height + m.px(16);
  if (!beside) {
    y += draw_answers(frame, {list.x, y, list.width, 0}, view, intents) + m.px(24);
  }
  y += draw_results(frame, {list.x, y, list.width, 0}, view, intents);
  if (!beside) y += draw_ladder(frame, {list.x, y, list.width, 0}, view) + m.px(16);
  y += m.px(24);
  frame.scroll_end(y - list.y);
}

}  // namespace kiosk::screens
