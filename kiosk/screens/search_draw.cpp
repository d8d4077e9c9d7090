// Programs or places while something is typed: field, what was found with the match marked, keyboard.
#include <algorithm>
#include <cmath>

#include "screens/parts.h"
#include "screens/search_view.h"
#include "ui/keyboard.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

// A soft ground behind the letters that match; letters keep their joins, so nothing changes within a word.
void mark(Frame& frame, Rect box, const Phrase& phrase, const ui::TextStyle& style, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& marks) {
  if (marks.empty()) return;
  // Carets are counted from where the words begin, and words stand at the start of their box.
  box.width = std::min(box.width, std::ceil(frame.measure(phrase, style).width));
  const auto places = frame.caret_places(box, phrase, style);
  const auto at = [&](std::uint32_t byte) {
    const auto place = std::find_if(places.begin(), places.end(), [&](const Frame::CaretPlace& one) { return one.byte >= byte; });
    return place == places.end() ? nullptr : &*place;
  };
  const ui::Theme& theme = frame.theme();
  for (const auto& [first, last] : marks) {
    const auto* from = at(first);
    const auto* to = at(last);
    if (from == nullptr || to == nullptr) continue;
    const float left = std::min(from->rect.x, to->rect.x);
    const float width = std::abs(to->rect.x - from->rect.x);
    frame.fill({left, from->rect.y, width, from->rect.height}, theme.high_contrast ? ui::mix(theme.ground, theme.saffron, 0.45) : ui::mix(theme.surface, theme.saffron, 0.45),
               frame.metrics().px(6));
  }
}

float found_row_height(const Frame& frame) {
  const ui::Metrics& m = frame.metrics();
  return std::max(m.touch, std::ceil(m.body * 1.75F + m.caption * 1.75F + m.px(24)));
}

void draw_found(Frame& frame, Rect rect, const FoundRow& row, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const std::string_view id = row.id;
  const ui::Touch touch = frame.touchable(id, rect, ui::Role::card, row.name.text);
  if (touch.tapped) intents.push_back(row.intent);
  if (!frame.visible(rect)) return;
  const auto scope = frame.press_begin(rect, touch.pressed);
  ui::surface(frame, rect);
  const float pad = m.px(12);
  const float side = rect.height - 2 * pad;
  const Rect picture{rect.x + pad, rect.y + pad, side, side};
  const ui::Color ground = row.tone ? family_soft(frame, *row.tone) : frame.theme().ground;
  if (row.icon.empty()) {
    ui::rounded_picture(frame, picture, {row.picture, ground, frame.theme().surface, m.radius * 0.5F});
  } else {
    frame.fill(picture, ground, m.radius * 0.5F);
    frame.icon(row.icon, picture.inset(side * 0.16F), row.tone ? family_color(frame, *row.tone) : frame.theme().ink);
  }
  const float x = rect.x + side + 2 * pad + m.px(8);
  const float width = rect.right() - pad - x;
  ui::TextStyle name = ui::body_style(frame);
  name.weight = text::Weight::bold;
  name.max_lines = 1;
  if (row.tone && !frame.theme().high_contrast) name.color = family_color(frame, *row.tone);
  ui::TextStyle below = ui::caption_style(frame);
  below.max_lines = 1;
  const Rect name_box{x, rect.y + pad, width, 0};
  if (row.marks_name) mark(frame, name_box, row.name, name, row.marks);
  const float height = frame.text(frame.join({id, ".name"}), name_box, row.name, name).height;
  const Rect below_box{x, rect.y + pad + height, width, 0};
  const bool told = !row.found_in.text.empty();
  if (told && !row.marks_name) mark(frame, below_box, row.found_in, below, row.marks);
  frame.text(frame.join({id, ".facts"}), below_box, told ? row.found_in : row.facts, below);
  frame.press_end(scope);
}

}  // namespace

void draw_search(Frame& frame, Rect area, const SearchView& view, UiMemory& memory, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect page = draw_form_top(frame, area, view.form, memory, intents);
  const Rect list = draw_form_keyboard(frame, area, page, view.form, memory, intents);
  const float bleed = m.px(24);
  frame.scroll_begin("search.found", {list.x - bleed, list.y, list.width + 2 * bleed, list.height});
  float y = list.y + m.px(12);
  if (!view.hint.text.empty()) {
    ui::TextStyle hint = ui::body_style(frame);
    hint.color = frame.theme().ink_soft;
    y += frame.text("search.hint", {list.x, y, list.width, 0}, view.hint, hint).height + m.gap;
  }
  const int columns = m.portrait || m.text_scale > 1.3F ? 1 : 2;
  y += ui::draw_rows(
      {list.x, y, list.width, 0}, columns, m.gap, view.rows.size(), [&](std::size_t, float) { return found_row_height(frame); },
      [&](std::size_t i, Rect rect) { draw_found(frame, rect, view.rows[i], intents); });
  frame.scroll_end(y + m.px(12) - list.y);
}

}  // namespace kiosk::screens
