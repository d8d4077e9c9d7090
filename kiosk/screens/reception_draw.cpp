#include <algorithm>
#include <cmath>

#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using session::ReceptionStep;
using ui::Frame;
using ui::Rect;

float draw_heading(Frame& frame, Rect body, const ReceptionView& view) {
  const ui::Metrics& m = frame.metrics();
  float y = body.y + m.px(28);
  y += frame.text("reception.title", {body.x, y, body.width, 0}, view.title, ui::title_style(frame)).height + m.px(6);
  ui::TextStyle line = ui::body_style(frame);
  line.color = frame.theme().ink_soft;
  y += frame.text("reception.line", {body.x, y, body.width, 0}, view.line, line).height;
  if (!view.summary.text.empty()) {
    ui::TextStyle summary = ui::body_style(frame);
    summary.weight = text::Weight::bold;
    summary.color = frame.theme().accent;
    y += m.px(10) + frame.text("reception.summary", {body.x, y + m.px(10), body.width, 0}, view.summary, summary).height;
  }
  return y + m.px(28) - body.y;
}

constexpr ui::ButtonLook kExtra{ui::ButtonKind::surface, "plus", false, false, false, false, ui::Role::button};
constexpr ui::ButtonLook kSchool{ui::ButtonKind::surface, "school", false, false, false, false, ui::Role::button};

bool extras_beside(Frame& frame, const ReceptionView& view, float width) {
  return ui::button_size(frame, view.details, kExtra).width + frame.metrics().gap + ui::button_size(frame, view.school_group, kSchool).width <= width;
}

float extras_height(Frame& frame, const ReceptionView& view, float width) {
  const float height = ui::button_size(frame, view.details, kExtra).height;
  return extras_beside(frame, view, width) ? height : 2 * height + frame.metrics().gap;
}

// What only some guests want: a name on the sheet, a whole class.
void draw_extras(Frame& frame, Rect area, const ReceptionView& view, Intents& intents) {
  const ui::Size details = ui::button_size(frame, view.details, kExtra);
  const ui::Size school = ui::button_size(frame, view.school_group, kSchool);
  const float gap = frame.metrics().gap;
  const bool beside = extras_beside(frame, view, area.width);
  if (ui::button(frame, "form.details", {area.x, area.y, std::min(area.width, details.width), details.height}, view.details, kExtra)) {
    intents.emplace_back(session::intent::EnterDetails{});
  }
  const Rect second = beside ? Rect{area.x + details.width + gap, area.y, school.width, school.height}
                             : Rect{area.x, area.y + details.height + gap, std::min(area.width, school.width), school.height};
  if (ui::button(frame, "form.school_group", second, view.school_group, kSchool)) intents.emplace_back(session::intent::EnterSchoolGroup{});
}

// The badge number as large as the lobby allows, or the failure; centred.
void draw_outcome(Frame& frame, Rect body, const ReceptionView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle title = view.step == ReceptionStep::saved ? ui::heading_style(frame) : ui::title_style(frame);
  ui::TextStyle badge = ui::title_style(frame);
  badge.size_px = std::round(m.px(240));
  badge.color = frame.theme().accent;
  badge.tabular_figures = true;
  ui::TextStyle line = ui::body_style(frame);
  line.color = frame.theme().ink_soft;
  ui::TextStyle summary = ui::body_style(frame);
  summary.weight = text::Weight::bold;
  for (ui::TextStyle* style : {&title, &badge, &line, &summary}) style->align = text::Align::centre;
  const ui::ButtonLook look{ui::ButtonKind::primary, "", false, false, false, false, ui::Role::button};
  const float gap = m.px(24);
  const auto height_of = [&](const Phrase& phrase, const ui::TextStyle& style) {
    return phrase.text.empty() ? 0 : frame.measure(phrase, style, body.width).height + gap;
  };
  const ui::Size action = view.action.text.empty() ? ui::Size{} : ui::button_size(frame, view.action, look);
  const float more = view.next_guest.text.empty() ? 0 : m.px(80) + m.gap;
  const float height = more + height_of(view.title, title) + height_of(view.badge, badge) + height_of(view.summary, summary) + height_of(view.line, line) + action.height;
  float y = body.y + std::max(gap, std::round((body.height - height) / 2));
  const auto put = [&](std::string_view id, const Phrase& phrase, const ui::TextStyle& style) {
    if (!phrase.text.empty()) y += frame.text(id, {body.x, y, body.width, 0}, phrase, style).height + gap;
  };
  put("reception.title", view.title, title);
  put("reception.badge", view.badge, badge);
  put("reception.summary", view.summary, summary);
  put("reception.line", view.line, line);
  if (view.action.text.empty()) return;
  const float width = std::min(body.width, std::max(action.width, m.px(480)));
  const bool retry = view.step == ReceptionStep::failed;
  if (ui::button(frame, retry ? "form.submit" : "form.next", {body.x + std::round((body.width - width) / 2), y, width, std::max(action.height, m.px(88))}, view.action, look)) {
    if (retry) {
      intents.emplace_back(session::intent::RetryGuest{});
    } else {
      intents.emplace_back(session::intent::Open{session::ScreenId::home, {}});
    }
  }
  if (view.next_guest.text.empty()) return;
  const ui::ButtonLook another{ui::ButtonKind::surface, "people", false, false, false, false, ui::Role::button};
  const ui::Size size = ui::button_size(frame, view.next_guest, another);
  const float below = y + std::max(action.height, m.px(88)) + m.gap;
  const float wide = std::min(body.width, std::max(size.width, m.px(480)));
  if (ui::button(frame, "reception.next_guest", {body.x + std::round((body.width - wide) / 2), below, wide, std::max(size.height, m.px(80))}, view.next_guest, another)) {
    intents.emplace_back(session::intent::Open{session::ScreenId::reception, {}});
  }
}

}  // namespace

void draw_reception(Frame& frame, Rect area, const ReceptionView& view, UiMemory& memory, Intents& intents) {
  if (!view.form.fields.empty()) return draw_form_page(frame, area, view.form, memory, intents);
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  if (view.step != ReceptionStep::kind && view.step != ReceptionStep::party) {
    draw_outcome(frame, body, view, intents);
    return;
  }
  frame.scroll_begin("reception", {body.x - m.px(32), body.y, body.width + m.px(64), body.height});
  float y = body.y + draw_heading(frame, body, view);
  const Rect place{body.x, y, body.width, 0};
  float bottom = body.bottom() - m.px(28);
  if (view.step == ReceptionStep::kind) {
    y += draw_choices(frame, place, bottom, view.kinds, m.portrait ? 2 : 3, 150, 0,
                      [&](const GuestKindChoice& choice) { intents.emplace_back(session::intent::ChooseGuestKind{choice.kind, {}}); });
  } else {
    const float extras = extras_height(frame, view, body.width);
    bottom -= extras + m.px(28);
    y += draw_choices(frame, place, bottom, view.parties, m.portrait ? 3 : 5, 190, m.heading,
                      [&](const PartySizeChoice& choice) { intents.emplace_back(session::intent::ChoosePartySize{choice.persons}); });
    y += m.px(28);
    draw_extras(frame, {body.x, y, body.width, extras}, view, intents);
    y += extras;
  }
  frame.scroll_end(y + m.px(28) - body.y);
}

}  // namespace kiosk::screens
