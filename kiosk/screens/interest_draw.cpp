#include <algorithm>
#include <cmath>

#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using session::ScreenId;
using ui::Frame;
using ui::Rect;

float draw_chips(Frame& frame, Rect area, const std::vector<ProgramChip>& programs, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  ui::Wrap wrap(area, m.gap);
  for (const ProgramChip& chip : programs) {
    const ui::ButtonLook look{ui::ButtonKind::surface, chip.kept ? "heart-filled" : "heart", false, chip.kept, false, false, ui::Role::toggle};
    const ui::Size size = ui::button_size(frame, chip.name, look);
    if (ui::button(frame, chip.id, wrap.place(size), chip.name, look)) {
      intents.emplace_back(session::intent::ToggleHeart{session::HeartKind::program, chip.program});
    }
  }
  return wrap.height();
}

float draw_notice(Frame& frame, Rect area, const std::vector<Phrase>& notice) {
  float y = area.y;
  for (std::size_t i = 0; i < notice.size(); ++i) {
    y += frame.text(frame.numbered("notice.", i), {area.x, y, area.width, 0}, notice[i], ui::body_style(frame)).height + frame.metrics().px(14);
  }
  return y - area.y;
}

float draw_consents(Frame& frame, Rect area, const InterestView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  for (std::size_t i = 0; i < view.consents.size(); ++i) {
    const ConsentChoice& consent = view.consents[i];
    const Rect rect{area.x, y, area.width, tick_height(frame, consent.text, area.width)};
    if (draw_tick(frame, rect, consent.id, consent.text, consent.given)) intents.emplace_back(session::intent::ToggleConsent{i});
    y += rect.height + m.gap;
  }
  if (!view.consent_problem.text.empty()) {
    ui::TextStyle problem = ui::body_style(frame);
    problem.weight = text::Weight::bold;
    problem.color = frame.theme().bad;
    y += frame.text("form.problem", {area.x, y + m.px(4), area.width, 0}, view.consent_problem, problem).height + m.px(8);
  }
  return y - area.y;
}

// Notice and boxes side by side, each scrolling on its own; below each other in portrait and in large text.
void draw_consent_body(Frame& frame, Rect page, const InterestView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float bleed = m.px(24);
  if (m.portrait || m.text_scale > 1.3F) {
    frame.scroll_begin("form", {page.x - bleed, page.y, page.width + 2 * bleed, page.height});
    float y = page.y + draw_form_heading(frame, page, view.form);
    y += draw_consents(frame, {page.x, y, page.width, 0}, view, intents) + m.px(16);
    y += draw_notice(frame, {page.x, y, page.width, 0}, view.notice);
    frame.scroll_end(y + m.px(16) - page.y);
    return;
  }
  const float top = page.y + draw_form_heading(frame, page, view.form);
  const float width = std::round((page.width - 2 * m.gutter) * 0.54F);
  const Rect notice{page.x, top, width, page.bottom() - top};
  frame.scroll_begin("form.notice", {notice.x - bleed, notice.y, notice.width + 2 * bleed, notice.height});
  float y = notice.y + draw_notice(frame, notice, view.notice);
  frame.scroll_end(y + m.px(16) - notice.y);
  const Rect boxes{notice.right() + 2 * m.gutter, top, page.width - width - 2 * m.gutter, page.bottom() - top};
  frame.scroll_begin("form", {boxes.x - bleed, boxes.y, boxes.width + 2 * bleed, boxes.height});
  frame.scroll_end(draw_consents(frame, boxes, view, intents) + m.px(16));
}

}  // namespace

void draw_interest(Frame& frame, Rect area, const InterestView& view, UiMemory& memory, Intents& intents) {
  if (view.step == ScreenId::interest_name || view.step == ScreenId::interest_contact) return draw_form_page(frame, area, view.form, memory, intents);
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const bool has_next = view.step != ScreenId::interest_who && view.possible;
  const float actions = has_next ? form_actions_height(frame, view.form) : 0;
  const Rect page{body.x, body.y, body.width, body.height - actions};
  if (view.step == ScreenId::interest_consent) {
    draw_consent_body(frame, page, view, intents);
  } else {
    const float bleed = m.px(24);
    frame.scroll_begin("form", {page.x - bleed, page.y, page.width + 2 * bleed, page.height});
    float y = page.y + draw_form_heading(frame, page, view.form) + m.px(12);
    y += draw_chips(frame, {page.x, y, page.width, 0}, view.programs, intents);
    y += draw_choice_cards(frame, {page.x, y, page.width, 0}, view.roles, intents);
    if (!view.receipt.text.empty()) {
      const ui::ButtonLook look{ui::ButtonKind::plain, "qr", false, false, false, false, ui::Role::button};
      const ui::Size size = ui::button_size(frame, view.receipt, look);
      y += m.px(24);
      if (ui::button(frame, "receipt.open", {page.x, y, std::min(page.width, size.width), size.height}, view.receipt, look)) {
        intents.emplace_back(session::intent::Open{ScreenId::receipt, {}});
      }
      y += size.height;
    }
    frame.scroll_end(y + m.px(24) - page.y);
  }
  if (!has_next) return;
  const bool last = view.step == ScreenId::interest_consent;
  const FormAction action = draw_form_actions(frame, body, view.form, last ? "form.submit" : "form.next");
  if (action.back) intents.emplace_back(session::intent::Back{});
  if (!action.next) return;
  if (view.step == ScreenId::interest_minor) {
    intents.emplace_back(session::intent::Open{ScreenId::my_visit, {}});
  } else {
    intents.emplace_back(session::intent::FormNext{});
  }
}

void draw_thanks(Frame& frame, Rect area, const ThanksView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const bool beside = !m.portrait;
  const float side = std::min(m.px(440), beside ? body.height - m.px(80) : body.width * 0.5F);
  const Rect words = beside ? Rect{body.x, body.y, body.width - side - 3 * m.gutter, body.height} : body;
  const float bleed = m.px(24);
  frame.scroll_begin("thanks", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = words.y + m.px(40);
  const float badge = m.px(96);
  frame.fill({words.x, y, badge, badge}, frame.theme().good, badge / 2);
  frame.icon("check", Rect{words.x, y, badge, badge}.inset(m.px(22)), frame.theme().surface);
  y += badge + m.px(20);
  y += frame.text("thanks.title", {words.x, y, words.width, 0}, view.title, ui::title_style(frame)).height + m.px(4);
  y += frame.text("thanks.line", {words.x, y, words.width, 0}, view.line, ui::body_style(frame)).height + m.px(28);
  ui::TextStyle label = ui::body_style(frame);
  label.weight = text::Weight::bold;
  label.color = frame.theme().accent;
  y += frame.text("thanks.receipt", {words.x, y, words.width, 0}, view.receipt_label, label).height;
  ui::TextStyle code = ui::title_style(frame);
  code.size_px = std::round(m.px(96));
  code.tabular_figures = true;
  // The code itself is in no tree: who reads it there would hold the family's receipt.
  y += frame.text({}, {words.x, y, words.width, 0}, view.receipt, code).height + m.px(24);
  ui::TextStyle more_line = ui::body_style(frame);
  more_line.color = frame.theme().ink_soft;
  y += frame.text("thanks.more_line", {words.x, y, words.width, 0}, view.more_line, more_line).height + m.px(20);
  const bool asks = !view.more.text.empty();
  const auto put = [&](std::string_view id, const Phrase& word, ui::ButtonKind kind, std::string_view icon) {
    const ui::ButtonLook look{kind, icon, icon == "forward", false, false, false, ui::Role::button};
    const ui::Size size = ui::button_size(frame, word, look);
    const Rect rect{words.x, y, std::min(words.width, std::max(size.width, m.px(520))), std::max(size.height, m.px(88))};
    y = rect.bottom() + m.gap;
    return ui::button(frame, id, rect, word, look);
  };
  if (asks && put("thanks.more", view.more, ui::ButtonKind::primary, view.retry ? "reload" : "forward")) {
    intents.emplace_back(view.retry ? session::DetailsIntent(session::intent::RetryDetails{}) : session::DetailsIntent(session::intent::TellMore{}));
  }
  if (put("form.next", view.home, asks ? ui::ButtonKind::surface : ui::ButtonKind::primary, "home")) intents.emplace_back(session::intent::Open{ScreenId::home, {}});
  y += m.px(24);
  Rect square{body.right() - side, body.y + m.px(40), side, side};
  if (!beside) square = {body.x + std::round((body.width - side) / 2), y, side, side};
  draw_qr_code(frame, square, view.qr);
  ui::TextStyle line = ui::caption_style(frame);
  line.align = text::Align::centre;
  const float under = square.bottom() + m.px(8) + frame.text("thanks.qr_line", {square.x, square.bottom() + m.px(8), square.width, 0}, view.qr_line, line).height;
  frame.scroll_end(std::max(y, under) + m.px(16) - body.y);
}

}  // namespace kiosk::screens
