#include <algorithm>
#include <cmath>

#include "screens/details_view.h"
#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

float draw_group(Frame& frame, Rect area, const DetailsGroup& group, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  if (!group.title.text.empty()) {
    ui::TextStyle title = ui::body_style(frame);
    title.weight = text::Weight::bold;
    y += frame.text(group.id, {area.x, y, area.width, 0}, group.title, title).height + m.px(12);
  }
  if (group.sentences) {
    const int columns = m.portrait || m.text_scale > 1.3F ? 1 : 2;
    return y - area.y + ui::draw_rows({area.x, y, area.width, 0}, columns, m.gap, group.choices.size(),
                                      [&](std::size_t i, float width) { return tick_height(frame, group.choices[i].label, width); },
                                      [&](std::size_t i, Rect cell) {
                                        const DetailsChoice& choice = group.choices[i];
                                        if (draw_tick(frame, cell, choice.id, choice.label, choice.chosen)) intents.push_back(choice.intent);
                                      });
  }
  ui::Wrap wrap({area.x, y, area.width, 0}, m.gap);
  for (const DetailsChoice& choice : group.choices) {
    // The place of the mark is kept free, so that nothing moves when it comes.
    const ui::ButtonLook look{ui::ButtonKind::surface, choice.chosen ? "check" : "plus", false, choice.chosen, false, false, ui::Role::toggle};
    ui::Size size = ui::button_size(frame, choice.label, look);
    size.width = std::min(size.width, area.width);
    if (ui::button(frame, choice.id, wrap.place(size), choice.label, look)) intents.push_back(choice.intent);
  }
  return y + wrap.height() - area.y;
}

float child_height(Frame& frame, const ChildCard& child, float width) {
  const ui::Metrics& m = frame.metrics();
  const float words = width - 2 * m.px(32) - m.px(96) - m.px(24);
  const Phrase& title = child.name.text.empty() ? child.number : child.name;
  float height = frame.measure(title, ui::heading_style(frame), words).height;
  if (!child.line.text.empty()) height += m.px(6) + frame.measure(child.line, ui::body_style(frame), words).height;
  return std::max(height, m.px(96)) + 2 * m.px(28);
}

// The card opens the child again; the button below takes it away.
void draw_child(Frame& frame, Rect rect, const ChildCard& child, const Phrase& remove, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::ButtonLook look{ui::ButtonKind::surface, "close", false, false, false, false, ui::Role::button};
  const ui::Size button = ui::button_size(frame, remove, look);
  const Rect card{rect.x, rect.y, rect.width, rect.height - button.height - m.gap};
  const ui::Touch touch = frame.touchable(child.id, card, ui::Role::card, child.number.text);
  if (touch.tapped) intents.emplace_back(session::DetailsIntent(session::intent::EditChild{child.place}));
  const auto scope = frame.press_begin(card, touch.pressed);
  ui::surface(frame, card);
  const float side = m.px(96);
  frame.fill({card.x + m.px(32), card.y + m.px(28), side, side}, frame.theme().accent, side / 2);
  frame.icon("child", Rect{card.x + m.px(32), card.y + m.px(28), side, side}.inset(m.px(22)), frame.theme().on_accent);
  Rect words{card.x + m.px(32) + side + m.px(24), card.y + m.px(28), card.width - 2 * m.px(32) - side - m.px(24), 0};
  // What a parent told of a child is in no tree.
  const Phrase& title = child.name.text.empty() ? child.number : child.name;
  words.y += frame.text({}, words, title, ui::heading_style(frame)).height + m.px(6);
  ui::TextStyle line = ui::body_style(frame);
  line.color = frame.theme().ink_soft;
  if (!child.line.text.empty()) frame.text({}, words, child.line, line);
  frame.press_end(scope);
  if (ui::button(frame, child.remove_id, {rect.x, card.bottom() + m.gap, std::min(rect.width, button.width), button.height}, remove, look)) {
    intents.emplace_back(session::DetailsIntent(session::intent::RemoveChild{child.place}));
  }
}

float draw_children(Frame& frame, Rect area, const DetailsView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const int columns = m.portrait || m.text_scale > 1.3F ? 1 : 2;
  const float below = ui::button_size(frame, view.remove_child, {ui::ButtonKind::surface, "close", false, false, false, false, ui::Role::button}).height + m.gap;
  float y = area.y;
  y += ui::draw_rows(area, columns, m.gutter, view.children.size(),
                     [&](std::size_t i, float width) { return child_height(frame, view.children[i], width) + below; },
                     [&](std::size_t i, Rect cell) { draw_child(frame, cell, view.children[i], view.remove_child, intents); });
  if (view.add_child.text.empty()) return y - area.y;
  if (!view.children.empty()) y += m.gutter;
  const ui::ButtonLook look{view.children.empty() ? ui::ButtonKind::primary : ui::ButtonKind::surface, "plus", false, false, false, false, ui::Role::button};
  const ui::Size size = ui::button_size(frame, view.add_child, look);
  const Rect rect{area.x, y, std::min(area.width, std::max(size.width, m.px(480))), std::max(size.height, m.px(96))};
  if (ui::button(frame, "details.child_add", rect, view.add_child, look)) intents.emplace_back(session::DetailsIntent(session::intent::AddChild{}));
  return rect.bottom() - area.y;
}

}  // namespace

void draw_details(Frame& frame, Rect area, const DetailsView& view, UiMemory& memory, Intents& intents) {
  if (view.layout == DetailsLayout::fields) return draw_form_page(frame, area, view.form, memory, intents);
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const Rect page{body.x, body.y, body.width, body.height - form_actions_height(frame, view.form)};
  const float bleed = m.px(24);
  frame.scroll_begin("form", {page.x - bleed, page.y, page.width + 2 * bleed, page.height});
  float y = page.y + draw_form_heading(frame, page, view.form) + m.px(12);
  const Rect place{page.x, y, page.width, 0};
  if (view.layout == DetailsLayout::choices) {
    const int columns = m.portrait || m.text_scale > 1.3F ? 2 : 3;
    y += draw_choices(frame, place, page.bottom() - m.px(16), view.choices, columns, 130, 0, [&](const DetailsChoice& choice) { intents.push_back(choice.intent); });
  } else if (view.layout == DetailsLayout::children) {
    y += draw_children(frame, place, view, intents);
  } else {
    for (const DetailsGroup& group : view.groups) y += draw_group(frame, {page.x, y, page.width, 0}, group, intents) + m.px(32);
  }
  frame.scroll_end(y + m.px(24) - page.y);
  const FormAction action = draw_form_actions(frame, body, view.form, "form.next");
  if (action.back) intents.emplace_back(session::intent::Back{});
  if (!action.next) return;
  if (view.leads_on) {
    intents.emplace_back(session::intent::FormNext{});
  } else {
    intents.emplace_back(session::DetailsIntent(session::intent::SkipDetails{}));
  }
}

}  // namespace kiosk::screens
