#include <algorithm>
#include <cmath>

#include "screens/parts.h"
#include "screens/receipt_view.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using session::ReceiptStep;
using ui::Frame;
using ui::Rect;

void draw_outcome(Frame& frame, Rect body, const ReceiptView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const bool noted = view.step == ReceiptStep::noted;
  frame.scroll_begin("receipt", {body.x - m.px(24), body.y, body.width + 2 * m.px(24), body.height});
  float y = body.y + m.px(48);
  const float badge = m.px(96);
  if (view.step != ReceiptStep::sending) {
    frame.fill({body.x, y, badge, badge}, noted ? theme.good : theme.warn, badge / 2);
    frame.icon(noted ? "check" : "warning", Rect{body.x, y, badge, badge}.inset(m.px(22)), theme.surface);
    y += badge + m.px(20);
  }
  y += frame.text("receipt.title", {body.x, y, body.width, 0}, view.form.title, ui::title_style(frame)).height + m.px(8);
  y += frame.text("receipt.line", {body.x, y, std::min(body.width, m.px(1200)), 0}, view.form.line, ui::body_style(frame)).height + m.px(40);
  if (!view.action.text.empty()) {
    const bool again = view.step == ReceiptStep::failed;
    const ui::ButtonLook look{ui::ButtonKind::primary, again ? "reload" : "home", false, false, false, false, ui::Role::button};
    const ui::Size size = ui::button_size(frame, view.action, look);
    const Rect rect{body.x, y, std::min(body.width, std::max(size.width, m.px(480))), std::max(size.height, m.px(88))};
    if (ui::button(frame, again ? "form.submit" : "form.next", rect, view.action, look)) {
      intents.emplace_back(again ? session::Intent(session::ReceiptIntent(session::intent::RetryReceipt{}))
                                 : session::Intent(session::intent::Open{session::ScreenId::home, {}}));
    }
    y = rect.bottom();
  }
  frame.scroll_end(y + m.px(24) - body.y);
}

}  // namespace

void draw_receipt(Frame& frame, Rect area, const ReceiptView& view, UiMemory& memory, Intents& intents) {
  if (view.step == ReceiptStep::code) return draw_form_page(frame, area, view.form, memory, intents);
  const Rect body = draw_page_top(frame, area);
  if (view.choices.empty()) return draw_outcome(frame, body, view, intents);
  const ui::Metrics& m = frame.metrics();
  frame.scroll_begin("receipt", {body.x - m.px(24), body.y, body.width + 2 * m.px(24), body.height});
  float y = body.y + draw_form_heading(frame, body, view.form) + m.px(12);
  y += draw_choice_cards(frame, {body.x, y, body.width, 0}, view.choices, intents);
  frame.scroll_end(y + m.px(24) - body.y);
}

}  // namespace kiosk::screens
