#include "ui/text_field.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

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

float line_height(Frame& frame, const FieldLook& look) { return frame.measure({"0", look.language}, value_style(frame)).height; }

// The box and what is in it.
struct Box {
  const FieldLook& look;
  Rect rect;
  Rect inner;    // where the text may stand
  Phrase value;
  TextStyle style;
  float line = 0;  // height of one
  Size size;       // of the whole text
  Rect place;      // where it is drawn, scrolled

  bool broken() const { return look.lines > 1; }
  Frame::Lines lines() const { return broken() ? Frame::Lines::broken : Frame::Lines::one; }
};

constexpr float kPadding = 24;        // at 1080, beside the text
constexpr float kPaddingAbove = 10;   // above and below several lines

float box_height(Frame& frame, const FieldLook& look, float width) {
  const Metrics& m = frame.metrics();
  const float one = std::max(m.touch, std::ceil(m.heading * 1.6F + m.px(20)));
  if (look.lines <= 1 || look.text.empty()) return one;
  const float line = line_height(frame, look);
  const Phrase value{std::string(look.text), look.language};
  const float lines = std::clamp(std::round(frame.measure(value, value_style(frame), width - 2 * m.px(kPadding)).height / line), 1.0F, static_cast<float>(look.lines));
  return std::max(one, std::ceil(lines * line + 2 * m.px(kPaddingAbove)));
}

Box make_box(Frame& frame, const FieldLook& look, Rect rect) {
  const Metrics& m = frame.metrics();
  const float padding = m.px(kPadding);
  Box box{look, rect, {rect.x + padding, rect.y, rect.width - 2 * padding, rect.height}, {std::string(look.text), look.language}, value_style(frame), 0, {}, {}};
  box.line = line_height(frame, look);
  box.size = frame.measure(box.value, box.style, box.broken() ? box.inner.width : 0);
  if (box.broken() && box.size.height > box.line + 1) {
    const float above = m.px(kPaddingAbove);
    box.inner.y = rect.y + std::round(above);
    box.inner.height = rect.height - 2 * above;
    box.place = {box.inner.x, box.inner.y, box.inner.width, box.size.height};
  } else {
    box.place = {box.inner.x, rect.y + std::round((rect.height - box.line) / 2), box.broken() ? box.inner.width : std::max(1.0F, std::ceil(box.size.width)), box.line};
  }
  return box;
}

const Frame::CaretPlace* caret_at(const std::vector<Frame::CaretPlace>& carets, std::size_t byte) {
  const auto found = std::find_if(carets.begin(), carets.end(), [&](const Frame::CaretPlace& one) { return one.byte >= byte; });
  return found == carets.end() ? nullptr : &*found;
}

// How far the text must be moved for the caret to stand in view; as far as it was where it does.
float scrolled(const Frame& frame, const Box& box, const Rect& caret, float before) {
  const Metrics& m = frame.metrics();
  const bool down = box.broken();
  const float view = down ? box.inner.height : box.inner.width;
  const float length = down ? box.size.height : box.size.width + m.px(8);
  const float margin = down ? 0 : std::min(m.px(60), view / 4);
  const float from = down ? caret.y - box.place.y : caret.x - box.place.x;
  const float to = from + (down ? box.line : 0);
  const float kept = std::clamp(before, to + margin - view, std::max(to + margin - view, from - margin));
  return std::round(std::clamp(kept, 0.0F, std::max(0.0F, length - view)));
}

// The caret place nearest to a point, the row first.
std::size_t nearest(const std::vector<Frame::CaretPlace>& carets, Point point) {
  const auto distance = [&](const Frame::CaretPlace& one) {
    constexpr float kAnotherRow = 10000;
    return std::abs(one.rect.x - point.x) + kAnotherRow * std::max({0.0F, one.rect.y - point.y, point.y - one.rect.bottom()});
  };
  const auto found = std::min_element(carets.begin(), carets.end(), [&](const Frame::CaretPlace& a, const Frame::CaretPlace& b) { return distance(a) < distance(b); });
  return found == carets.end() ? 0 : found->byte;
}

// Beside the words of one line, on either side, the end is meant: whoever touches the field of a number that lacks a digit wants to go on.
bool is_beside(const Frame& frame, const std::vector<Frame::CaretPlace>& carets, Point point) {
  const auto [first, last] = std::minmax_element(carets.begin(), carets.end(), [](const Frame::CaretPlace& a, const Frame::CaretPlace& b) { return a.rect.x < b.rect.x; });
  const float far = frame.metrics().px(30);
  return first != carets.end() && (point.x < first->rect.x - far || point.x > last->rect.x + far);
}

FieldTouch select(const locale::TextRange& range) { return {range.last, range.first}; }

// From the word that the long press selected to where the finger is now.
FieldTouch stretched(const locale::TextRange& word, std::size_t byte) {
  if (byte < word.first) return {byte, word.last};
  return {std::max(byte, word.last), word.first};
}

std::optional<FieldTouch> touched(Frame& frame, const Box& box, const Touch& touch, const std::vector<Frame::CaretPlace>& carets, FieldMemory& memory) {
  const auto caret = [](std::size_t byte) { return FieldTouch{byte, byte}; };
  if (!touch.drags_on) memory.word = {};
  if (touch.long_pressed) {
    memory.word = locale::word_at(box.look.text, nearest(carets, frame.tap_position()));
    return select(memory.word);
  }
  if (touch.dragged) {
    const std::size_t byte = nearest(carets, *touch.dragged);
    return memory.word == locale::TextRange{} ? caret(byte) : stretched(memory.word, byte);
  }
  if (!touch.tapped) return std::nullopt;
  const std::size_t byte = nearest(carets, frame.tap_position());
  if (touch.taps == 2) return select(locale::word_at(box.look.text, byte));
  if (touch.taps > 2) return FieldTouch{box.look.text.size(), 0};
  return caret(!box.broken() && is_beside(frame, carets, frame.tap_position()) ? box.look.text.size() : byte);
}

void draw_value(Frame& frame, const Box& box, const std::vector<Frame::CaretPlace>& carets) {
  const Metrics& m = frame.metrics();
  const Theme& theme = frame.theme();
  const FieldLook& look = box.look;
  if (look.focused && look.anchor) {
    const auto [first, last] = std::minmax(*look.anchor, look.caret);
    frame.highlight(box.place, box.value, box.style, box.lines(), first, last, mix(theme.surface, theme.accent, theme.high_contrast ? 0.5 : 0.25));
  }
  frame.text({}, box.place, box.value, box.style);
  const Frame::CaretPlace* caret = caret_at(carets, look.caret);
  if (!look.focused || caret == nullptr) return;
  // Spaces that hang over the end of a broken line take the caret no further than the field.
  const float x = box.broken() ? std::clamp(caret->rect.x, box.inner.x, box.inner.right()) : caret->rect.x;
  frame.fill({x - m.px(2), caret->rect.y, m.px(4), box.line}, theme.accent);
}

void draw_empty(Frame& frame, const Box& box) {
  const Metrics& m = frame.metrics();
  TextStyle hint = box.style;
  hint.color = frame.theme().ink_soft;
  hint.max_lines = 1;
  hint.vertically_centred = true;
  if (!box.look.hint->text.empty()) frame.text({}, {box.inner.x + m.px(8), box.rect.y, box.inner.width - m.px(8), box.rect.height}, *box.look.hint, hint);
  if (box.look.focused) frame.fill({box.inner.x, box.place.y, m.px(4), box.line}, frame.theme().accent);
}

// Where the lens is to stand, and what it shows.
void hold_lens(Frame& frame, const Box& box, const std::vector<Frame::CaretPlace>& carets, FieldMemory& memory) {
  const Frame::CaretPlace* caret = caret_at(carets, box.look.caret);
  if (caret == nullptr) return;
  const Point at = frame.placed({caret->rect.x, caret->rect.y});
  memory.lens = true;
  memory.caret = {at.x, at.y, 0, box.line};
  const auto on_line = [&](const Frame::CaretPlace& one) { return one.rect.y == caret->rect.y; };
  const auto first = std::find_if(carets.begin(), carets.end(), on_line);
  const auto behind = std::find_if(std::reverse_iterator(carets.end()), std::reverse_iterator(carets.begin()), on_line).base();
  memory.line = {first->byte, behind == carets.end() ? box.look.text.size() : behind->byte};
}

// The box with what stands in it, and what a touch there means.
std::optional<FieldTouch> draw_box(Frame& frame, Box box, const Touch& touch, FieldMemory& memory) {
  const Metrics& m = frame.metrics();
  const FieldLook& look = box.look;
  std::optional<FieldTouch> result;
  memory.lens = look.focused ? false : memory.lens;
  frame.clip_push({box.rect.x + m.px(6), box.inner.y, box.rect.width - m.px(12), box.inner.height});
  if (look.text.empty()) {
    draw_empty(frame, box);
    if (touch.tapped || touch.long_pressed || touch.dragged) result = FieldTouch{};
  } else {
    std::vector<Frame::CaretPlace> carets = frame.caret_places(box.place, box.value, box.style, box.lines());
    if (const Frame::CaretPlace* caret = caret_at(carets, look.caret); look.focused && caret != nullptr) {
      memory.scroll_px = scrolled(frame, box, caret->rect, memory.scroll_px);
      const Point moved = box.broken() ? Point{0, memory.scroll_px} : Point{memory.scroll_px, 0};
      box.place.x -= moved.x;
      box.place.y -= moved.y;
      for (Frame::CaretPlace& one : carets) one.rect.x -= moved.x, one.rect.y -= moved.y;
    }
    draw_value(frame, box, carets);
    result = touched(frame, box, touch, carets, memory);
    if (touch.held && look.focused) hold_lens(frame, box, carets, memory);
  }
  frame.clip_pop();
  return result;
}

}  // namespace

float text_field_height(Frame& frame, const FieldLook& look, float width) {
  float height = frame.measure(*look.label, label_style(frame), width).height + frame.metrics().px(8) + box_height(frame, look, width);
  if (!look.problem->text.empty()) height += frame.metrics().px(8) + frame.measure(*look.problem, problem_style(frame), width).height;
  return height;
}

std::optional<FieldTouch> text_field(Frame& frame, std::string_view id, Rect rect, const FieldLook& look, FieldMemory& memory) {
  const Metrics& m = frame.metrics();
  const Theme& theme = frame.theme();
  float y = rect.y;
  y += frame.text(frame.join({id, ".label"}), {rect.x, y, rect.width, 0}, *look.label, label_style(frame)).height + m.px(8);
  const Rect box{rect.x, y, rect.width, box_height(frame, look, rect.width)};
  const Touch touch = frame.touchable(id, box, Role::field, look.label->text, true, look.focused, kLongPress, look.focused ? TargetDrag::sideways : TargetDrag::when_held);
  // The memory is the focused field's; a long press brings the focus here.
  if (const WidgetId widget = frame.hash(id); (look.focused || touch.long_pressed) && memory.field != widget) memory = {widget, 0, {}, false, {}, {}};
  const bool wrong = !look.problem->text.empty();
  frame.fill(box, theme.surface, m.px(14));
  const Color edge = wrong ? theme.bad : look.focused ? theme.accent : theme.ink_soft;
  frame.outline(box, edge, look.focused || wrong ? m.outline * 1.5F : m.outline * 0.75F, m.px(14));
  const auto result = draw_box(frame, make_box(frame, look, box), touch, memory);
  if (wrong) frame.text(frame.join({id, ".problem"}), {rect.x, box.bottom() + m.px(8), rect.width, 0}, *look.problem, problem_style(frame));
  return result;
}

void draw_lens(Frame& frame, const FieldLook& look, const FieldMemory& memory) {
  if (!memory.lens || memory.line.last > look.text.size()) return;
  constexpr float kEnlarged = 1.6F;
  const Metrics& m = frame.metrics();
  const Theme& theme = frame.theme();
  TextStyle style = value_style(frame);
  style.size_px = std::round(style.size_px * kEnlarged);
  const Phrase line{std::string(look.text.substr(memory.line.first, memory.line.last - memory.line.first)), look.language};
  const Size size = frame.measure(line, style);
  const float edge = m.px(12);
  const float width = std::min(m.px(560), m.window.width - 2 * edge);
  const float height = std::ceil(size.height + m.px(16));
  // Above the finger, as far as the window allows.
  const Rect caret = frame.unmirrored(memory.caret);
  const Rect lens{std::round(std::clamp(caret.x - width / 2, edge, m.window.width - edge - width)), std::round(std::max(edge, caret.y - m.px(44) - height)), width, height};
  frame.shadow(lens);
  frame.fill(lens, theme.surface, m.px(24));
  frame.clip_push(lens.inset(m.outline));
  Rect place{0, lens.y + std::round((height - size.height) / 2), std::max(1.0F, std::ceil(size.width)), size.height};
  const auto offset = [&](std::size_t byte) {
    const auto carets = frame.caret_places(place, line, style);
    const Frame::CaretPlace* found = caret_at(carets, byte - std::min(byte, memory.line.first));
    return found == nullptr ? 0 : found->rect.x;
  };
  const float middle = lens.centre().x;
  place.x = std::round(middle - offset(look.caret));
  if (look.anchor) {
    const auto within = [&](std::size_t byte) { return std::clamp(byte, memory.line.first, memory.line.last) - memory.line.first; };
    const auto [first, last] = std::minmax({within(*look.anchor), within(look.caret)});
    frame.highlight(place, line, style, Frame::Lines::one, first, last, mix(theme.surface, theme.accent, theme.high_contrast ? 0.5 : 0.25));
  }
  frame.text({}, place, line, style);
  frame.fill({middle - m.px(2), place.y, m.px(4), size.height}, theme.accent);
  frame.clip_pop();
  frame.outline(lens, theme.accent, m.outline, m.px(24));
}

}  // namespace kiosk::ui
