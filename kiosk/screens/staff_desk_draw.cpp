#include <algorithm>
#include <cmath>

#include "screens/parts.h"
#include "screens/staff_desk_view.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

float row_height(Frame& frame) {
  const ui::Metrics& m = frame.metrics();
  return std::max(m.touch, std::ceil((m.body + m.caption) * 1.7F + m.px(36)));
}

// Name and line are drawn and nothing more: what families left is in no tree.
void draw_row(Frame& frame, Rect rect, const FamilyRow& row, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const ui::Touch touch = frame.touchable(row.id, rect, ui::Role::card, row.urgency.text);
  if (touch.tapped) intents.emplace_back(row.intent);
  if (!frame.visible(rect)) return;
  const auto scope = frame.press_begin(rect, touch.pressed);
  ui::surface(frame, rect);
  const float pad = m.px(28);
  const float aside = std::min(rect.width * 0.4F, m.px(400) * std::max(1.0F, m.text_scale * 0.85F));
  const ui::Color tone = row.is_urgent ? theme.bad : theme.accent;
  frame.fill({rect.x, rect.y + m.radius, m.px(8), rect.height - 2 * m.radius}, tone, m.px(4));
  ui::TextStyle urgency = ui::body_style(frame);
  urgency.weight = text::Weight::bold;
  urgency.color = tone;
  urgency.align = text::Align::end;
  urgency.vertically_centred = true;
  urgency.max_lines = 2;
  frame.text({}, {rect.right() - pad - aside, rect.y, aside, rect.height}, row.urgency, urgency);
  ui::TextStyle name = ui::body_style(frame);
  name.weight = text::Weight::bold;
  name.max_lines = 1;
  ui::TextStyle line = ui::caption_style(frame);
  line.color = theme.ink_soft;
  line.max_lines = 1;
  const float width = rect.width - 3 * pad - aside;
  const float below = frame.text({}, {rect.x + pad, rect.y + m.px(14), width, 0}, row.name, name).height;
  frame.text({}, {rect.x + pad, rect.y + m.px(14) + below, width, 0}, row.line, line);
  frame.press_end(scope);
}

}  // namespace

void draw_staff_desk(Frame& frame, Rect area, const StaffDeskView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float bleed = m.px(32);
  frame.scroll_begin("staff.desk", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  const ui::ButtonLook look{ui::ButtonKind::primary, "search", false, false, false, false, ui::Role::button};
  const ui::Size button = ui::button_size(frame, view.code, look);
  const bool beside = !m.portrait && m.text_scale < 1.3F;
  float y = body.y + m.px(28);
  const float words = beside ? body.width - button.width - m.gutter : body.width;
  const float title = frame.text("staff.title", {body.x, y, words, 0}, view.title, ui::title_style(frame)).height;
  if (!beside) y += title + m.px(12);
  const Rect place{beside ? body.right() - button.width : body.x, y, std::min(button.width, body.width), button.height};
  if (ui::button(frame, "staff.desk.code", place, view.code, look)) {
    intents.emplace_back(session::StaffIntent(session::intent::OpenStaffPage{session::ScreenId::staff_code}));
  }
  y += (beside ? std::max(title, button.height) : button.height) + m.px(8);
  ui::TextStyle line = ui::body_style(frame);
  line.color = frame.theme().ink_soft;
  y += frame.text("staff.line", {body.x, y, body.width, 0}, view.line, line).height + m.px(20);
  const int columns = m.portrait || m.text_scale > 1.3F ? 1 : 2;
  y += ui::draw_rows({body.x, y, body.width, 0}, columns, m.gap, view.rows.size(), [&](std::size_t, float) { return row_height(frame); },
                     [&](std::size_t i, Rect cell) { draw_row(frame, cell, view.rows[i], intents); });
  if (!view.more.text.empty()) y += m.gap + frame.text("staff.more", {body.x, y + m.gap, body.width, 0}, view.more, line).height;
  frame.scroll_end(y + m.margin - body.y);
}

}  // namespace kiosk::screens
