#include <algorithm>
#include <cmath>

#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

ui::ButtonLook look_of(const StaffOption& option) {
  ui::ButtonLook look;
  look.kind = option.primary ? ui::ButtonKind::primary : ui::ButtonKind::surface;
  look.icon = option.selected ? "check" : option.icon;
  look.icon_mirrors = option.icon == "back";
  look.selected = option.selected;
  return look;
}

// A stick that cannot be written is named, not offered.
void draw_refused(Frame& frame, Rect rect, const StaffOption& option) {
  ui::surface(frame, rect, false);
  ui::TextStyle style = ui::body_style(frame);
  style.color = frame.theme().ink_soft;
  style.align = text::Align::centre;
  style.vertically_centred = true;
  frame.text(option.id, rect, option.label, style);
}

float option_height(Frame& frame, const StaffOption& option) { return frame.metrics().px(option.primary ? 96 : 80) * std::max(1.0F, frame.metrics().text_scale * 0.8F); }

// Measures when `draws` is false; returns the height.
float lay_section(Frame& frame, Rect area, const StaffSection& section, bool draws, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle title = ui::body_style(frame);
  title.weight = text::Weight::bold;
  ui::TextStyle line = ui::body_style(frame);
  line.color = frame.theme().ink_soft;
  float y = area.y;
  const auto put = [&](std::string_view part, const Phrase& phrase, const ui::TextStyle& style) {
    if (phrase.text.empty()) return;
    const Rect box{area.x, y, area.width, 0};
    y += draws ? frame.text(frame.join({section.id, part}), box, phrase, style).height : frame.measure(phrase, style, area.width).height;
  };
  put(".title", section.title, title);
  put(".line", section.line, line);
  const ui::TextStyle private_line = ui::body_style(frame);
  for (const Phrase& one : section.private_lines) {
    const Rect box{area.x, y, area.width, 0};
    y += draws ? frame.text({}, box, one, private_line).height : frame.measure(one, private_line, area.width).height;
  }
  y += m.px(10);
  ui::Wrap wrap({area.x, y, area.width, 0}, m.gap);
  for (const StaffOption& option : section.options) {
    const ui::ButtonLook look = look_of(option);
    ui::Size size = ui::button_size(frame, option.label, {look.kind, "check", false, false, false, false, ui::Role::button});
    size = {std::min(area.width, std::max(size.width, m.px(option.primary ? 520 : 220))), std::max(size.height, option_height(frame, option))};
    const Rect rect = wrap.place(size);
    if (!draws) continue;
    if (!option.enabled) {
      draw_refused(frame, rect, option);
    } else if (ui::button(frame, option.id, rect, option.label, look)) {
      intents.emplace_back(option.intent);
    }
  }
  return y + wrap.height() - area.y;
}

// The place in the files, and what `kiosk check` says of it.
float lay_problem(Frame& frame, Rect card, const StaffProblem& problem, bool draws) {
  const ui::Metrics& m = frame.metrics();
  const float pad = m.px(22);
  ui::TextStyle place = ui::caption_style(frame);
  place.weight = text::Weight::bold;
  place.color = problem.is_error ? frame.theme().bad : frame.theme().warn;
  const ui::TextStyle message = ui::body_style(frame);
  const ui::TextStyle remedy = ui::caption_style(frame);
  float y = card.y + pad;
  const auto put = [&](std::string_view part, const Phrase& phrase, const ui::TextStyle& style) {
    const Rect box{card.x + pad, y, card.width - 2 * pad, 0};
    y += draws ? frame.text(frame.join({problem.id, part}), box, phrase, style).height : frame.measure(phrase, style, box.width).height;
  };
  put(".place", problem.place, place);
  put(".message", problem.message, message);
  if (!problem.remedy.text.empty()) put(".remedy", problem.remedy, remedy);
  return y + pad - card.y;
}

}  // namespace

float draw_staff_outcome(Frame& frame, Rect area, const StaffOutcome& outcome) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const ui::Color tone = outcome.kind == OutcomeKind::good ? theme.good : outcome.kind == OutcomeKind::bad ? theme.bad : theme.accent;
  ui::TextStyle title = ui::heading_style(frame);
  title.color = tone;
  const ui::TextStyle line = ui::body_style(frame);
  const float pad = m.px(28);
  const float side = m.px(64);
  const Rect words{area.x + pad + side + m.px(24), area.y + pad, area.width - 2 * pad - side - m.px(24), 0};
  const float height = frame.measure(outcome.title, title, words.width).height + frame.measure(outcome.line, line, words.width).height + 2 * pad;
  ui::surface(frame, {area.x, area.y, area.width, height});
  const std::string_view icon = outcome.kind == OutcomeKind::good ? "check" : outcome.kind == OutcomeKind::bad ? "warning" : "clock";
  frame.icon(icon, {area.x + pad, area.y + std::round((height - side) / 2), side, side}, tone);
  const float below = frame.text("staff.outcome.title", words, outcome.title, title).height;
  frame.text("staff.outcome.line", {words.x, words.y + below, words.width, 0}, outcome.line, line);
  return height;
}

float draw_staff_sections(Frame& frame, Rect area, const std::vector<StaffSection>& sections, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  return ui::draw_rows(
      area, m.portrait || m.text_scale > 1.3F || sections.size() == 1 ? 1 : 2, m.gutter, sections.size(),
      [&](std::size_t i, float width) { return lay_section(frame, {0, 0, width, 0}, sections[i], false, intents); },
      [&](std::size_t i, Rect place) { lay_section(frame, place, sections[i], true, intents); });
}

void draw_staff_page(Frame& frame, Rect area, const StaffPageView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float bleed = m.px(32);
  frame.scroll_begin(view.id, {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(28);
  y += frame.text("staff.title", {body.x, y, body.width, 0}, view.title, ui::title_style(frame)).height + m.px(20);
  if (view.outcome) y += draw_staff_outcome(frame, {body.x, y, body.width, 0}, *view.outcome) + m.gutter;
  y += draw_staff_sections(frame, {body.x, y, body.width, 0}, view.sections, intents) + m.gutter;
  y += ui::draw_rows(
      {body.x, y, body.width, 0}, 1, m.px(16), view.problems.size(),
      [&](std::size_t i, float width) { return lay_problem(frame, {0, 0, width, 0}, view.problems[i], false); },
      [&](std::size_t i, Rect card) {
        if (!frame.visible(card)) return;
        ui::surface(frame, card);
        lay_problem(frame, card, view.problems[i], true);
      });
  frame.scroll_end(y + m.margin - body.y);
}

}  // namespace kiosk::screens
