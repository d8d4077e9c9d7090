#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "screens/parts.h"
#include "ui/keyboard.h"
#include "ui/text_field.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

session::Intent intent_of(const ui::KeyStroke& stroke, bool right_to_left) {
  using Kind = ui::KeyStroke::Kind;
  using session::intent::CaretMove;
  const auto move = [&](CaretMove to) { return session::intent::MoveCaret{to, stroke.selecting}; };
  switch (stroke.kind) {
    case Kind::backspace: return session::intent::DeleteBackward{};
    case Kind::delete_forward: return session::intent::DeleteForward{};
    // The arrow follows the eye: in a text from right to left the left one goes on.
    case Kind::left: return move(right_to_left ? CaretMove::next : CaretMove::previous);
    case Kind::right: return move(right_to_left ? CaretMove::previous : CaretMove::next);
    case Kind::home: return move(CaretMove::start);
    case Kind::end: return move(CaretMove::end);
    case Kind::select_all: return session::intent::SelectAll{};
    case Kind::ending: return session::intent::TypeEnding{stroke.text};
    case Kind::next_field: return session::intent::NextField{};
    case Kind::done: return session::intent::FormNext{};
    case Kind::text: break;
  }
  return session::intent::TypeText{stroke.text};
}

const FieldView* focused_field(const FormView& form) {
  const auto found = std::find_if(form.fields.begin(), form.fields.end(), [](const FieldView& field) { return field.focused; });
  return found == form.fields.end() ? nullptr : &*found;
}

ui::FieldLook look_of(const FieldView& field) {
  ui::FieldLook look;
  look.label = &field.label;
  look.hint = &field.hint;
  look.problem = field.problem.text.empty() ? &field.room : &field.problem;
  look.text = field.text;
  look.language = field.language;
  look.caret = field.caret;
  look.anchor = field.anchor;
  look.lines = field.lines;
  look.focused = field.focused;
  return look;
}

// Fields stand beside each other where each has room for an answer, else below each other.
float field_width(const Frame& frame, float width, const FormView& form) {
  const ui::Metrics& m = frame.metrics();
  const auto count = static_cast<float>(form.fields.size());
  const float beside = (width + m.gutter) / count - m.gutter;
  return beside >= m.px(m.portrait ? 600 * m.text_scale : 460) ? beside : width;
}

float fields_height(Frame& frame, float width, const FormView& form) {
  const float each = field_width(frame, width, form);
  float highest = 0;
  float sum = 0;
  for (const FieldView& field : form.fields) {
    const float height = ui::text_field_height(frame, look_of(field), each);
    highest = std::max(highest, height);
    sum += height + frame.metrics().px(20);
  }
  return each < width ? highest : sum;
}

// Returns the height.
float draw_fields(Frame& frame, Rect area, const FormView& form, UiMemory& memory, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float gap = m.gutter;
  const float width = field_width(frame, area.width, form);
  const bool beside = width < area.width;
  float x = area.x;
  float y = area.y;
  float row = 0;
  for (const FieldView& field : form.fields) {
    const ui::FieldLook look = look_of(field);
    const float height = ui::text_field_height(frame, look, width);
    if (const auto touch = ui::text_field(frame, field.id, {x, y, width, height}, look, memory.field)) {
      intents.emplace_back(session::intent::FocusField{field.field, touch->caret, touch->anchor});
    }
    row = std::max(row, height);
    if (beside) {
      x += width + gap;
    } else {
      y += height + m.px(20);
    }
  }
  return beside ? row : y - area.y;
}

// Typing goes to the field in focus; the keyboard opens as that asks. Drawn last: the lens of a finger in the field lies over all of it.
void draw_keyboard(Frame& frame, Rect keyboard, const FormView& form, UiMemory& memory, Intents& intents) {
  const FieldView* focused = focused_field(form);
  if (focused == nullptr) return;
  // Another field, another language: the keyboard opens as that asks.
  if (memory.keyboard_field != focused->field || memory.keyboard_layer != focused->layer) {
    memory.keyboard = {};
    memory.keyboard_field = focused->field;
    memory.keyboard_layer = focused->layer;
  }
  const bool right_to_left = base::direction(focused->language) == base::Direction::right_to_left;
  for (const ui::KeyStroke& stroke : frame.key_strokes()) intents.push_back(intent_of(stroke, right_to_left));
  for (const ui::KeyStroke& stroke : ui::keyboard(frame, keyboard, {focused->layer, focused->capital, form.done}, memory.keyboard)) {
    intents.push_back(intent_of(stroke, right_to_left));
  }
  ui::draw_lens(frame, look_of(*focused), memory.field);
}

Rect keyboard_place(Frame& frame, Rect area) {
  const ui::Metrics& m = frame.metrics();
  const float keys = ui::keyboard_height(frame, m.window.width);
  return {m.px(24), area.bottom() - keys - m.px(12), m.window.width - 2 * m.px(24), keys};
}

constexpr float kTickBox = 56;
constexpr float kTickPad = 20;

float card_height(Frame& frame, const ChoiceCard& card, float width) {
  const ui::Metrics& m = frame.metrics();
  const float words = width - 2 * m.px(32);
  return m.px(32) * 2 + m.px(96) + m.px(16) + frame.measure(card.name, ui::heading_style(frame), words).height + m.px(8) +
         frame.measure(card.line, ui::body_style(frame), words).height;
}

void draw_card(Frame& frame, Rect rect, const ChoiceCard& card, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Touch touch = frame.touchable(card.id, rect, ui::Role::card, card.name.text);
  if (touch.tapped) intents.push_back(card.intent);
  const auto scope = frame.press_begin(rect, touch.pressed);
  ui::surface(frame, rect);
  const float side = m.px(96);
  Rect words{rect.x + m.px(32), rect.y + m.px(32), rect.width - 2 * m.px(32), 0};
  frame.fill({words.x, words.y, side, side}, frame.theme().accent, side / 2);
  frame.icon(card.icon, Rect{words.x, words.y, side, side}.inset(m.px(22)), frame.theme().on_accent);
  words.y += side + m.px(16);
  words.y += frame.text(frame.join({card.id, ".name"}), words, card.name, ui::heading_style(frame)).height + m.px(8);
  ui::TextStyle line = ui::body_style(frame);
  line.color = frame.theme().ink_soft;
  frame.text(frame.join({card.id, ".line"}), words, card.line, line);
  frame.press_end(scope);
}

}  // namespace

Rect draw_page_top(Frame& frame, Rect area) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(36);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  return {m.margin, area.y + band, m.window.width - 2 * m.margin, area.height - band};
}

float draw_form_heading(Frame& frame, Rect area, const FormView& form) {
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle progress = ui::body_style(frame);
  progress.color = frame.theme().accent;
  progress.weight = text::Weight::bold;
  progress.tabular_figures = true;
  progress.align = text::Align::end;
  const float aside = form.progress.text.empty() ? 0 : std::ceil(frame.measure(form.progress, progress).width) + m.gutter;
  float y = area.y + m.px(24);
  if (aside > 0) frame.text("form.progress", {area.right() - aside, y + m.px(12), aside, 0}, form.progress, progress);
  y += frame.text("form.title", {area.x, y, area.width - aside, 0}, form.title, ui::title_style(frame)).height + m.px(4);
  ui::TextStyle line = ui::body_style(frame);
  line.color = frame.theme().ink_soft;
  y += frame.text("form.line", {area.x, y, area.width, 0}, form.line, line).height + m.px(20);
  return y - area.y;
}

float form_heading_height(Frame& frame, Rect area, const FormView& form) {
  const ui::Metrics& m = frame.metrics();
  return m.px(48) + frame.measure(form.title, ui::title_style(frame), area.width - m.px(120)).height +
         frame.measure(form.line, ui::body_style(frame), area.width).height;
}

float form_actions_height(Frame& frame, const FormView& form) {
  const ui::ButtonLook look{ui::ButtonKind::primary, "forward", true, false, false, false, ui::Role::button};
  return std::max(ui::button_size(frame, form.next, look).height, frame.metrics().px(84)) + frame.metrics().px(32);
}

FormAction draw_form_actions(Frame& frame, Rect area, const FormView& form, std::string_view next_id) {
  const ui::Metrics& m = frame.metrics();
  const ui::ButtonLook next{form.next_skips ? ui::ButtonKind::surface : ui::ButtonKind::primary, "forward", true, false, false, false, ui::Role::button};
  const ui::ButtonLook back{ui::ButtonKind::surface, "back", true, false, false, false, ui::Role::button};
  const float height = form_actions_height(frame, form) - m.px(32);
  const float y = area.bottom() - height - m.px(16);
  const float next_width = std::min(area.width * 0.7F, std::max(ui::button_size(frame, form.next, next).width, m.px(380)));
  FormAction action;
  if (!form.back.text.empty()) {
    const float width = std::min(area.width - next_width - m.gap, ui::button_size(frame, form.back, back).width);
    action.back = ui::button(frame, "form.back", {area.x, y, width, height}, form.back, back);
  }
  action.next = ui::button(frame, next_id, {area.right() - next_width, y, next_width, height}, form.next, next);
  return action;
}

void draw_form_page(Frame& frame, Rect area, const FormView& form, UiMemory& memory, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const Rect keyboard = keyboard_place(frame, area);
  const float actions = form_actions_height(frame, form);
  const Rect page{body.x, body.y, body.width, keyboard.y - m.px(8) - body.y};

  const float bleed = m.px(24);
  frame.scroll_begin("form", {page.x - bleed, page.y, page.width + 2 * bleed, page.height - actions});
  float y = page.y;
  // Where large text leaves no room for all of it, the field's own label says what the title says: the field stays in view.
  const float heading = form_heading_height(frame, page, form);
  const float fields = fields_height(frame, page.width, form);
  if (heading + fields <= page.height - actions) {
    y += draw_form_heading(frame, page, form);
  } else {
    y += m.px(8);
  }
  y += draw_fields(frame, {page.x, y, page.width, 0}, form, memory, intents);
  frame.scroll_end(y + m.px(12) - page.y);
  const FormAction action = draw_form_actions(frame, page, form, "form.next");
  if (action.back) intents.emplace_back(session::intent::Back{});
  if (action.next) intents.emplace_back(session::intent::FormNext{});

  draw_keyboard(frame, keyboard, form, memory, intents);
}

float draw_choice_cards(Frame& frame, Rect area, const std::vector<ChoiceCard>& cards, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  constexpr std::size_t kMostInRow = 3;
  const std::size_t in_row = cards.size() > kMostInRow ? (cards.size() + 1) / 2 : cards.size();
  const int columns = m.portrait || m.text_scale > 1.3F ? 1 : static_cast<int>(in_row);
  return ui::draw_rows(area, columns, m.gutter, cards.size(), [&](std::size_t i, float width) { return card_height(frame, cards[i], width); },
                       [&](std::size_t i, Rect cell) { draw_card(frame, cell, cards[i], intents); });
}

float tick_height(Frame& frame, const Phrase& text, float width) {
  const ui::Metrics& m = frame.metrics();
  return std::max(m.touch, frame.measure(text, ui::body_style(frame), width - m.px(kTickBox + 3 * kTickPad)).height + 2 * m.px(kTickPad));
}

bool draw_tick(Frame& frame, Rect rect, std::string_view id, const Phrase& text, bool ticked) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const float box = m.px(kTickBox);
  const float pad = m.px(kTickPad);
  const ui::Touch touch = frame.touchable(id, rect, ui::Role::toggle, text.text, true, ticked);
  const auto scope = frame.press_begin(rect, touch.pressed);
  ui::surface(frame, rect);
  const Rect square{rect.x + pad, rect.y + std::round((rect.height - box) / 2), box, box};
  if (ticked) {
    frame.fill(square, theme.accent, m.px(12));
    frame.icon("check", square.inset(m.px(10)), theme.on_accent);
  } else {
    frame.outline(square, theme.ink_soft, m.outline, m.px(12));
  }
  ui::TextStyle centred = ui::body_style(frame);
  centred.vertically_centred = true;
  frame.text({}, {square.right() + pad, rect.y, rect.width - box - 3 * pad, rect.height}, text, centred);
  frame.press_end(scope);
  return touch.tapped;
}

Rect draw_form_top(Frame& frame, Rect area, const FormView& form, UiMemory& memory, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const ui::ButtonLook look{ui::ButtonKind::surface, "close", false, false, false, false, ui::Role::button};
  const ui::Size close = ui::button_size(frame, form.back, look);
  const float width = body.width - close.width - m.gutter;
  const float y = body.y + m.px(12);
  const float height = draw_fields(frame, {body.x, y, width, 0}, form, memory, intents);
  // On the line of the field's box, which stands below its label.
  if (ui::button(frame, "form.back", {body.right() - close.width, y + height - close.height, close.width, close.height}, form.back, look)) {
    intents.emplace_back(session::intent::Back{});
  }
  return {body.x, y + height + m.px(8), body.width, body.bottom() - y - height - m.px(8)};
}

Rect draw_form_keyboard(Frame& frame, Rect area, Rect page, const FormView& form, UiMemory& memory, Intents& intents) {
  const Rect keyboard = keyboard_place(frame, area);
  draw_keyboard(frame, keyboard, form, memory, intents);
  return {page.x, page.y, page.width, keyboard.y - frame.metrics().px(8) - page.y};
}

float draw_blocks(Frame& frame, Rect area, std::string_view id, const std::vector<TextBlock>& blocks) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const TextBlock& block = blocks[i];
    ui::TextStyle style = ui::body_style(frame);
    float aside = 0;
    if (block.kind == model::BlockKind::heading) style.weight = text::Weight::bold;
    if (block.kind == model::BlockKind::bullet || block.kind == model::BlockKind::numbered) {
      aside = m.px(44) * m.text_scale;
      const std::string mark = block.kind == model::BlockKind::bullet ? "•" : fmt::format("{}.", block.number);
      frame.text({}, {area.x, y, aside, 0}, {mark, block.text.language}, style);
    }
    y += frame.text(frame.numbered(frame.join({id, "."}), i), {area.x + aside, y, area.width - aside, 0}, block.text, style).height + m.px(16);
  }
  return y - area.y;
}

void draw_number_disc(Frame& frame, Rect rect, std::size_t number) {
  ui::TextStyle digits = coloured(bold(ui::caption_style(frame)), frame.theme().on_accent);
  digits.tabular_figures = true;
  digits.align = text::Align::centre;
  digits.vertically_centred = true;
  frame.fill(rect, frame.theme().accent, rect.width / 2);
  frame.text({}, rect, {fmt::format("{}", number), Language::english}, digits);
}

namespace {

// The two buttons at the ends of the row.
constexpr ui::ButtonLook kPartBefore{ui::ButtonKind::surface, "back", true, false, false, true, ui::Role::button};
constexpr ui::ButtonLook kPartAfter{ui::ButtonKind::surface, "forward", true, false, false, true, ui::Role::button};

}  // namespace

float code_parts_height(Frame& frame, const CodeParts& parts) {
  if (parts.parts < 2) return 0;
  return std::max(ui::button_size(frame, parts.previous, kPartBefore).height, ui::button_size(frame, parts.next, kPartAfter).height) + frame.metrics().px(12);
}

float draw_code_parts(Frame& frame, Rect area, const CodeParts& parts, Intents& intents) {
  if (parts.parts < 2) return 0;
  const ui::Size left = ui::button_size(frame, parts.previous, kPartBefore);
  const ui::Size right = ui::button_size(frame, parts.next, kPartAfter);
  const auto show = [&](int part) { intents.emplace_back(session::DiscoveryIntent(session::intent::ShowTakeHomePart{part})); };
  const Rect first{area.x, area.y, left.width, left.height};
  const Rect last{area.right() - right.width, area.y, right.width, right.height};
  if (parts.part > 0 && ui::button(frame, frame.join({parts.id, ".previous"}), first, parts.previous, kPartBefore)) show(parts.part - 1);
  if (parts.part + 1 < parts.parts && ui::button(frame, frame.join({parts.id, ".next"}), last, parts.next, kPartAfter)) show(parts.part + 1);
  ui::TextStyle style = ui::body_style(frame);
  style.weight = text::Weight::bold;
  style.align = text::Align::centre;
  style.vertically_centred = true;
  frame.text(frame.join({parts.id, ".part"}), {area.x + left.width, area.y, area.width - left.width - right.width, left.height}, parts.label, style);
  return code_parts_height(frame, parts);
}

void draw_qr_code(Frame& frame, Rect rect, const model::QrCode& code) {
  if (code.side == 0) return;
  const float modules = static_cast<float>(code.side + 2 * model::kQuietZone);
  const float module = std::floor(std::min(rect.width, rect.height) / modules);
  if (module < 1) return;
  const float side = module * modules;
  const Rect paper = frame.unmirrored({rect.x + std::round((rect.width - side) / 2), rect.y + std::round((rect.height - side) / 2), side, side});
  frame.fill(frame.unmirrored(paper), {255, 255, 255, 255});
  for (int y = 0; y < code.side; ++y) {
    // Runs of dark modules in one rectangle.
    for (int x = 0; x < code.side; ++x) {
      int end = x;
      while (end < code.side && code.at(end, y)) ++end;
      if (end == x) continue;
      const float left = paper.x + module * static_cast<float>(x + model::kQuietZone);
      const float top = paper.y + module * static_cast<float>(y + model::kQuietZone);
      frame.fill(frame.unmirrored({left, top, module * static_cast<float>(end - x), module}), {0, 0, 0, 255});
      x = end;
    }
  }
}

}  // namespace kiosk::screens
