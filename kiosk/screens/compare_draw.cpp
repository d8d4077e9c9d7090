#include <algorithm>
#include <cmath>

#include "screens/compare_view.h"
#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

// A strip, so that what is compared begins on the first screen.
float picture_height(const Frame& frame, float width) { return std::round(width * (frame.metrics().portrait ? 0.3F : 0.14F)); }

float column_head_height(Frame& frame, const CompareColumn& column, float width) {
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle name = ui::heading_style(frame);
  return picture_height(frame, width) + m.px(12) + frame.measure(column.family, ui::body_style(frame), width).height + frame.measure(column.name, name, width).height + m.px(14) +
         std::max(m.touch, ui::button_size(frame, column.open, {}).height);
}

// Picture, family, name, the way to its page and the heart.
void draw_column_head(Frame& frame, Rect area, const CompareColumn& column, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect image{area.x, area.y, area.width, picture_height(frame, area.width)};
  ui::rounded_picture(frame, image, {column.picture, family_soft(frame, column.tone), frame.theme().ground, m.radius});
  ui::TextStyle family = ui::body_style(frame);
  family.weight = text::Weight::bold;
  if (!frame.theme().high_contrast) family.color = family_color(frame, column.tone);
  float y = image.bottom() + m.px(12);
  y += frame.text(frame.join({"compare.family.", column.id}), {area.x, y, area.width, 0}, column.family, family).height;
  y += frame.text(frame.join({"compare.name.", column.id}), {area.x, y, area.width, 0}, column.name, ui::heading_style(frame)).height;
  ui::ButtonLook heart;
  heart.icon = column.kept ? "heart-filled" : "heart";
  heart.selected = column.kept;
  heart.role = ui::Role::toggle;
  heart.icon_only = true;
  const float height = std::max(m.touch, ui::button_size(frame, column.open, {}).height);
  const float top = area.bottom() - height;
  const float side = std::max(m.touch, height);
  if (ui::button(frame, frame.join({"program.", column.id}), {area.x, top, area.width - side - m.gap, height}, column.open, {})) {
    intents.emplace_back(session::intent::Open{session::ScreenId::program, column.id});
  }
  if (ui::button(frame, frame.join({"heart.", column.id}), {area.right() - side, top, side, height}, column.heart, heart)) {
    intents.emplace_back(session::intent::ToggleHeart{session::HeartKind::program, column.id});
  }
}

// What is asked along the whole width, both answers below it.
float draw_rows(Frame& frame, Rect area, float gap, const std::vector<CompareRow>& rows) {
  const ui::Metrics& m = frame.metrics();
  const float column = (area.width - gap) / 2;
  const float pad = m.px(22);
  ui::TextStyle label = ui::caption_style(frame);
  label.weight = text::Weight::bold;
  const ui::TextStyle value = ui::body_style(frame);
  float y = area.y;
  for (const CompareRow& row : rows) {
    const float side = std::round(m.caption * 1.4F);
    const float label_height = frame.measure(row.label, label, area.width).height;
    frame.icon(row.icon, {area.x, y, side, label_height}, frame.theme().accent, row.icon == "forward");
    frame.text(frame.join({row.id, ".label"}), {area.x + side + m.px(12), y, area.width - side - m.px(12), 0}, row.label, label);
    y += label_height + m.px(6);
    const Phrase none{"–", row.label.language};
    const Phrase& first = row.first.text.empty() ? none : row.first;
    const Phrase& second = row.second.text.empty() ? none : row.second;
    const float height = std::max(frame.measure(first, value, column - 2 * pad).height, frame.measure(second, value, column - 2 * pad).height) + pad;
    for (const auto& [x, phrase, part] : {std::tuple(area.x, &first, ".first"), std::tuple(area.x + column + gap, &second, ".second")}) {
      ui::surface(frame, {x, y, column, height});
      frame.text(frame.join({row.id, part}), {x + pad, y + pad / 2, column - 2 * pad, 0}, *phrase, value);
    }
    y += height + m.px(16);
  }
  return y - area.y;
}

float draw_choices_of(Frame& frame, Rect area, const CompareView& view, Intents& intents) {
  ui::Wrap wrap(area, frame.metrics().gap);
  for (const CompareChoice& choice : view.choices) {
    ui::ButtonLook look;
    look.icon = choice.icon;
    ui::Size size = ui::button_size(frame, choice.label, look);
    size.width = std::min(size.width, area.width);
    if (ui::button(frame, choice.widget, wrap.place(size), choice.label, look)) {
      intents.emplace_back(session::DiscoveryIntent(session::intent::CompareWith{choice.id}));
    }
  }
  return wrap.height();
}

}  // namespace

void draw_compare(Frame& frame, Rect area, const CompareView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float bleed = m.px(32);
  frame.scroll_begin("compare", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(28);
  const ui::ButtonLook another{ui::ButtonKind::surface, "compare", false, false, false, true, ui::Role::button};
  const ui::Size size = ui::button_size(frame, view.another, another);
  const float aside = view.second ? size.width + m.gutter : 0;
  if (view.second && ui::button(frame, "compare.another", {body.right() - size.width, y, size.width, size.height}, view.another, another)) {
    intents.emplace_back(session::DiscoveryIntent(session::intent::CompareWith{}));
  }
  y += std::max(view.second ? size.height : 0, frame.text("compare.title", {body.x, y, body.width - aside, 0}, view.title, ui::title_style(frame)).height) + m.px(12);
  if (!view.second) {
    ui::TextStyle line = ui::body_style(frame);
    line.color = frame.theme().ink_soft;
    y += frame.text("compare.line", {body.x, y, body.width, 0}, view.line, line).height + m.px(20);
    y += draw_choices_of(frame, {body.x, y, body.width, 0}, view, intents) + m.gutter;
  } else {
    const float gap = m.gutter;
    const float column = (body.width - gap) / 2;
    const float head = std::max(column_head_height(frame, view.first, column), column_head_height(frame, *view.second, column));
    draw_column_head(frame, {body.x, y, column, head}, view.first, intents);
    draw_column_head(frame, {body.x + column + gap, y, column, head}, *view.second, intents);
    y += head + m.gutter;
    y += draw_rows(frame, {body.x, y, body.width, 0}, gap, view.rows) + m.gutter;
  }
  frame.scroll_end(y + m.px(24) - body.y);
}

}  // namespace kiosk::screens
