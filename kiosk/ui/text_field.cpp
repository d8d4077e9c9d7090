#include "ui/text_field.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace kiosk::ui {
namespace {

TextStyle label_style(const Frame& frame) {
  TextStyle style = body_style(frame);
  style.weight = text::Weight::bold;
  return style;
}

TextStyle problem_style(const Frame& frame) {
  TextStyle style = body_style(frame);
  style.size_px = frame.metrics().caption;
  style.weight = text::Weight::bold;
  style.color = frame.theme().bad;
  return style;
}

TextStyle value_style(const Frame& frame) {
  TextStyle style = body_style(frame);
  style.size_px = frame.metrics().heading;
  return style;
}

float box_height(Frame& frame) { return std::max(frame.metrics().touch, std::ceil(frame.metrics().heading * 1.6F + frame.metrics().px(20))); }

}  // namespace

float text_field_height(Frame& frame, const FieldLook& look, float width) {
  float height = frame.measure(*look.label, label_style(frame), width).height + frame.metrics().px(8) + box_height(frame);
  if (!look.problem->text.empty()) height += frame.metrics().px(8) + frame.measure(*look.problem, problem_style(frame), width).height;
  return height;
}

std::optional<std::size_t> text_field(Frame& frame, std::string_view id, Rect rect, const FieldLook& look) {
  const Metrics& m = frame.metrics();
  const Theme& theme = frame.theme();
  float y = rect.y;
  y += frame.text(frame.join({id, ".label"}), {rect.x, y, rect.width, 0}, *look.label, label_style(frame)).height + m.px(8);
  const Rect box{rect.x, y, rect.width, box_height(frame)};
  const Touch touch = frame.touchable(id, box, Role::field, look.label->text, true, look.focused);
  const bool wrong = !look.problem->text.empty();
  frame.fill(box, theme.surface, m.px(14));
  const Color edge = wrong ? theme.bad : look.focused ? theme.accent : theme.ink_soft;
  frame.outline(box, edge, look.focused || wrong ? m.outline * 1.5F : m.outline * 0.75F, m.px(14));

  const float padding = m.px(24);
  const Rect inner{box.x + padding, box.y, box.width - 2 * padding, box.height};
  TextStyle style = value_style(frame);
  style.vertically_centred = true;
  const Phrase value{std::string(look.text), look.language};
  const Size size = frame.measure(value, style);
  const float line = std::round(std::max(size.height, m.heading * 1.4F));
  Rect place{inner.x, box.y + std::round((box.height - line) / 2), std::max(1.0F, std::ceil(size.width)), line};
  std::optional<std::size_t> touched;
  frame.clip_push({box.x + m.px(6), box.y, box.width - m.px(12), box.height});
  if (look.text.empty()) {
    TextStyle hint = style;
    hint.color = theme.ink_soft;
    hint.max_lines = 1;
    if (!look.hint->text.empty()) frame.text({}, {inner.x + m.px(8), box.y, inner.width - m.px(8), box.height}, *look.hint, hint);
    if (touch.tapped) touched = 0;
    if (look.focused) frame.fill({inner.x, place.y, m.px(4), line}, theme.accent);
  } else {
    std::vector<Frame::CaretPlace> carets = frame.caret_places(place, value, style);
    const auto at_caret = std::find_if(carets.begin(), carets.end(), [&](const Frame::CaretPlace& one) { return one.byte >= look.caret; });
    // A text longer than the field is moved so far that the caret stands in view; no memory is needed for that.
    const float caret_offset = at_caret == carets.end() ? 0 : at_caret->rect.x - place.x;
    const float scroll = size.width <= inner.width ? 0 : std::clamp(caret_offset - inner.width * 0.8F, 0.0F, size.width - inner.width + m.px(8));
    place.x -= std::round(scroll);
    frame.text({}, place, value, style);
    if (look.focused && at_caret != carets.end()) {
      frame.fill({at_caret->rect.x - std::round(scroll) - m.px(2), place.y, m.px(4), line}, theme.accent);
    }
    if (touch.tapped) {
      const float x = frame.tap_position().x + std::round(scroll);
      const auto nearest = std::min_element(carets.begin(), carets.end(), [&](const Frame::CaretPlace& a, const Frame::CaretPlace& b) {
        return std::abs(a.rect.x - x) < std::abs(b.rect.x - x);
      });
      touched = nearest == carets.end() ? 0 : nearest->byte;
      // Beside the words, on either side, the end is meant: whoever touches the field of a number that lacks a digit wants to go on.
      const auto [first, last] = std::minmax_element(carets.begin(), carets.end(), [](const Frame::CaretPlace& a, const Frame::CaretPlace& b) { return a.rect.x < b.rect.x; });
      const bool beside = first != carets.end() && (x < first->rect.x - m.px(30) || x > last->rect.x + m.px(30));
      if (beside) touched = look.text.size();
    }
  }
  frame.clip_pop();
  if (wrong) frame.text(frame.join({id, ".problem"}), {rect.x, box.bottom() + m.px(8), rect.width, 0}, *look.problem, problem_style(frame));
  return touched;
}

}  // namespace kiosk::ui
