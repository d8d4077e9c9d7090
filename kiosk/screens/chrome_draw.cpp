#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "screens/draw.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::ButtonKind;
using ui::ButtonLook;
using ui::Frame;
using ui::Rect;
using ui::Size;

struct PlacedItem {
  const NavItem* item = nullptr;
  ButtonLook look;
  Size size;
};

std::vector<PlacedItem> main_items(Frame& frame, const NavView& view, bool stacked, float text_px) {
  std::vector<PlacedItem> items;
  for (const NavItem& item : view.items) {
    // In a form the one thing to do is "next": nothing else may look like it.
    const ButtonKind kind = &item == &view.items.back() && !view.telling ? ButtonKind::primary : ButtonKind::surface;
    const ButtonLook look{kind, item.icon, item.icon == "back", item.selected, stacked, true, ui::Role::button, text_px};
    items.push_back({&item, look, ui::button_size(frame, item.label, look)});
  }
  return items;
}

float total_width(const std::vector<PlacedItem>& items, float gap) {
  float width = -gap;
  for (const PlacedItem& item : items) width += item.size.width + gap;
  return width;
}

ButtonLook language_look(const LanguageChoice& choice) {
  ButtonLook look;
  look.kind = ButtonKind::plain;
  look.selected = choice.selected;
  look.small = true;
  look.role = ui::Role::toggle;
  return look;
}

Size language_size(Frame& frame, const LanguageChoice& choice) { return ui::button_size(frame, choice.name, language_look(choice)); }

void draw_items(Frame& frame, const std::vector<PlacedItem>& items, float x, float y, float height, float gap, Intents& intents) {
  for (const PlacedItem& placed : items) {
    if (ui::button(frame, placed.item->id, {x, y, placed.size.width, height}, placed.item->label, placed.look)) intents.push_back(placed.item->intent);
    x += placed.size.width + gap;
  }
}

void draw_languages(Frame& frame, const NavView& view, float x, float y, float height, float gap, float share, Intents& intents) {
  for (const LanguageChoice& choice : view.languages) {
    const float width = share > 0 ? share : language_size(frame, choice).width;
    draw_language_button(frame, {x, y, width, height}, choice, intents);
    x += width + gap;
  }
}

// A row with a word at the start and a button at the end.
float toggle_row(Frame& frame, Rect row, std::string_view id, const Phrase& title, const Phrase& line, const Phrase& state, bool on,
                 session::Intent intent, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  ButtonLook look{ButtonKind::surface, on ? "check" : "", false, on, false, false, ui::Role::toggle};
  const Size size = ui::button_size(frame, state, look);
  const float width = std::max(size.width, m.px(200));
  const float words = row.width - width - m.gutter;
  ui::TextStyle bold = ui::body_style(frame);
  bold.weight = text::Weight::bold;
  const float top = frame.text(frame.join({id, ".title"}), {row.x, row.y, words, 0}, title, bold).height;
  const float below = frame.text(frame.join({id, ".line"}), {row.x, row.y + top, words, 0}, line, ui::caption_style(frame)).height;
  const float height = std::max(top + below, size.height);
  if (ui::button(frame, id, {row.right() - width, row.y + std::round((height - size.height) / 2), width, size.height}, state, look)) {
    intents.push_back(std::move(intent));
  }
  return height;
}

}  // namespace

void draw_language_button(Frame& frame, Rect rect, const LanguageChoice& choice, Intents& intents) {
  if (ui::button(frame, choice.widget, rect, choice.name, language_look(choice))) {
    intents.emplace_back(session::intent::ChooseLanguage{choice.language});
  }
}

float draw_demo_line(Frame& frame, Rect area, const Phrase& line) {
  if (line.text.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  ui::TextStyle style = ui::caption_style(frame);
  style.size_px = std::round(m.caption * 0.85F);
  const float width = area.width - 2 * m.margin;
  const float height = frame.measure(line, style, width).height + m.px(10);
  frame.text("demo_line", {area.x + m.margin, area.bottom() - height + m.px(4), width, 0}, line, style);
  return height;
}

// One row where it fits, else two: the ways on above, the languages below. In the narrowest windows icons stand above their words.
float draw_nav(Frame& frame, const NavView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float padding = m.px(18);
  const float gap = m.gap;
  const float width = m.window.width - 2 * m.margin;
  std::vector<PlacedItem> items = main_items(frame, view, false, 0);
  float languages = -gap;
  for (const LanguageChoice& choice : view.languages) languages += language_size(frame, choice).width + gap;
  const bool one_row = total_width(items, gap) + 2 * m.gutter + languages <= width;
  if (!one_row && total_width(items, gap) > width) {
    // Larger text makes words wider than the bar: they shrink to fit, down to the size they have at text size ×1.
    const float least = m.caption / m.text_scale;
    for (float text_px = m.caption; text_px >= least; text_px -= 1) {
      items = main_items(frame, view, true, text_px);
      if (total_width(items, gap) <= width) break;
    }
  }
  float row = m.touch;
  for (const PlacedItem& item : items) row = std::max(row, item.size.height);
  for (const LanguageChoice& choice : view.languages) row = std::max(row, one_row ? language_size(frame, choice).height : 0.0F);
  float language_row = m.touch;
  for (const LanguageChoice& choice : view.languages) language_row = std::max(language_row, language_size(frame, choice).height);

  const float height = one_row ? row + 2 * padding : row + language_row + gap + 2 * padding;
  const float top = m.window.height - height;
  frame.fill({0, top, m.window.width, std::max(1.0F, m.px(2))}, frame.theme().hairline);
  const float y = top + padding;
  // The way out stands alone at the end of its row, where no thumb comes by on the way to something else.
  const std::vector<PlacedItem> done{items.back()};
  items.pop_back();
  const float end = m.margin + width;
  const float done_width = done.front().size.width;
  // "Next" and the keyboard's tick stand above the end of the bar: in a form the languages come between them and the way out.
  if (one_row) {
    const float from = m.margin + total_width(items, gap);
    const float spare = end - from - done_width - languages;
    draw_items(frame, items, m.margin, y, row, gap, intents);
    draw_items(frame, done, view.telling ? from + std::round(spare / 2) : end - done_width, y, row, gap, intents);
    draw_languages(frame, view, view.telling ? end - languages : from + std::round(spare / 2), y, row, gap, 0, intents);
  } else {
    const auto count = static_cast<float>(view.languages.size());
    const float items_y = view.telling ? y + language_row + gap : y;
    draw_items(frame, items, m.margin, items_y, row, gap, intents);
    draw_items(frame, done, end - done_width, items_y, row, gap, intents);
    draw_languages(frame, view, m.margin, view.telling ? y : y + row + gap, language_row, gap, (width + gap) / count - gap, intents);
  }
  return height;
}

void draw_comfort(Frame& frame, Rect area, const ComfortView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(56);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  const float width = std::min(area.width - 2 * m.margin, m.px(1240));
  const Rect view_rect{(m.window.width - width) / 2, area.y + band, width, area.height - band};
  const float bleed = m.px(24);  // the shadows of the rows
  frame.scroll_begin("comfort", {view_rect.x - bleed, view_rect.y, view_rect.width + 2 * bleed, view_rect.height});
  float y = view_rect.y + m.margin;
  const auto row = [&](float height) { y += height + m.gutter * 1.25F; };
  row(frame.text("comfort.title", {view_rect.x, y, width, 0}, view.title, ui::title_style(frame)).height);

  ui::TextStyle bold = ui::body_style(frame);
  bold.weight = text::Weight::bold;
  y += frame.text("comfort.text_size", {view_rect.x, y, width, 0}, view.text_size, bold).height + m.px(12);
  const ui::Grid grid{{view_rect.x, y, width, 0}, static_cast<int>(view.sizes.size()), m.gap, std::max(m.touch, m.px(96) * m.text_scale)};
  constexpr std::array<std::string_view, 3> kIds{"comfort.size.normal", "comfort.size.large", "comfort.size.largest"};
  for (std::size_t i = 0; i < view.sizes.size(); ++i) {
    const auto size = static_cast<session::TextSize>(i);
    ButtonLook look;
    look.selected = view.size == size;
    look.role = ui::Role::toggle;
    if (ui::button(frame, kIds[i], grid.cell(i), view.sizes[i], look)) intents.emplace_back(session::intent::SetTextSize{size});
  }
  row(grid.row_height);
  row(toggle_row(frame, {view_rect.x, y, width, 0}, "comfort.contrast", view.contrast, view.contrast_line,
                 view.high_contrast ? view.on : view.off, view.high_contrast, session::intent::ToggleHighContrast{}, intents));
  row(toggle_row(frame, {view_rect.x, y, width, 0}, "comfort.motion", view.motion, view.motion_line,
                 view.reduced_motion ? view.on : view.off, view.reduced_motion, session::intent::ToggleReducedMotion{}, intents));
  row(toggle_row(frame, {view_rect.x, y, width, 0}, "comfort.reach", view.reach, view.reach_line, view.reach_on ? view.on : view.off, view.reach_on,
                 session::intent::ToggleReach{}, intents));
  ButtonLook close{ButtonKind::primary, "check", false, false, false, false, ui::Role::button};
  const Size size = ui::button_size(frame, view.close, close);
  const float close_width = std::max(size.width, m.px(360));
  if (ui::button(frame, "comfort.close", {view_rect.x, y, close_width, size.height}, view.close, close)) {
    intents.emplace_back(session::intent::CloseSheet{});
  }
  y += size.height + m.margin;
  frame.scroll_end(y - view_rect.y);
}

namespace {
constexpr ButtonLook kReachUp{ButtonKind::surface, "up", false, false, false, true, ui::Role::button};
constexpr ButtonLook kReachDown{ButtonKind::surface, "down", false, false, false, true, ui::Role::button};
}  // namespace

float reach_bar_height(Frame& frame, const ReachView& view) {
  return std::max(ui::button_size(frame, view.up, kReachUp).height, ui::button_size(frame, view.down, kReachDown).height) + 2 * frame.metrics().px(10);
}

void draw_reach_bar(Frame& frame, Rect bar, const ReachView& view, float most_px, float step_px, float& moved_px) {
  const ui::Metrics& m = frame.metrics();
  const float width = (bar.width - m.gap) / 2;
  const Rect up{bar.x, bar.y + m.px(10), width, bar.height - 2 * m.px(10)};
  if (ui::button(frame, "reach.up", up, view.up, kReachUp)) moved_px = std::max(0.0F, moved_px - step_px);
  if (ui::button(frame, "reach.down", {up.right() + m.gap, up.y, width, up.height}, view.down, kReachDown)) moved_px = std::min(most_px, moved_px + step_px);
}

void draw_leave(Frame& frame, Rect area, const LeaveView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(96);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  const float width = std::min(area.width - 2 * m.margin, m.px(1100));
  const float x = (m.window.width - width) / 2;
  ui::TextStyle title = ui::title_style(frame);
  title.align = text::Align::centre;
  ui::TextStyle line = ui::body_style(frame);
  line.align = text::Align::centre;
  const ButtonLook stay{ButtonKind::primary, "back", true, false, false, false, ui::Role::button};
  const ButtonLook sure{ButtonKind::surface, "exit", false, false, false, false, ui::Role::button};
  const Size stay_size = ui::button_size(frame, view.stay, stay);
  const Size sure_size = ui::button_size(frame, view.sure, sure);
  const float stay_height = std::max(stay_size.height, m.px(112));
  const float total = frame.measure(view.title, title, width).height + frame.measure(view.line, line, width).height + m.gutter * 4 + stay_height + sure_size.height;
  float y = area.y + band + std::max(m.px(8), (area.height - band - total) / 2);
  y += frame.text("leave.title", {x, y, width, 0}, view.title, title).height + m.gutter;
  y += frame.text("leave.line", {x, y, width, 0}, view.line, line).height + m.gutter;
  const float stay_width = std::min(width, std::max(stay_size.width, m.px(640)));
  if (ui::button(frame, "leave.stay", {(m.window.width - stay_width) / 2, y, stay_width, stay_height}, view.stay, stay)) {
    intents.emplace_back(session::intent::CloseSheet{});
  }
  y += stay_height + 2 * m.gutter;
  const float sure_width = std::min(width, std::max(sure_size.width, m.px(640)));
  if (ui::button(frame, "leave.sure", {(m.window.width - sure_width) / 2, y, sure_width, sure_size.height}, view.sure, sure)) {
    intents.emplace_back(session::intent::Done{true});
  }
}

void draw_idle(Frame& frame, Rect area, const IdleView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(96);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  const float width = std::min(area.width - 2 * m.margin, m.px(1100));
  const float x = (m.window.width - width) / 2;
  ui::TextStyle title = ui::title_style(frame);
  title.align = text::Align::centre;
  ui::TextStyle line = ui::body_style(frame);
  line.align = text::Align::centre;
  ui::TextStyle number = title;
  number.size_px = std::round(m.px(160));
  number.color = frame.theme().accent;
  const Phrase seconds{fmt::format("{}", view.seconds), Language::english};
  ButtonLook stay{ButtonKind::primary, "hand-touch", false, false, false, false, ui::Role::button};
  const Size stay_size = ui::button_size(frame, view.stay, stay);
  const float stay_height = std::max(stay_size.height, m.px(128));
  const float total = frame.measure(seconds, number, width).height + frame.measure(view.title, title, width).height +
                      frame.measure(view.line, line, width).height + m.gutter * 3 + stay_height;
  float y = area.y + band + std::max(m.px(8), (area.height - band - total) / 2);
  y += frame.text("idle.seconds", {x, y, width, 0}, seconds, number).height;
  y += frame.text("idle.title", {x, y, width, 0}, view.title, title).height + m.gutter;
  y += frame.text("idle.line", {x, y, width, 0}, view.line, line).height + m.gutter;
  const float stay_width = std::min(width, std::max(stay_size.width, m.px(640)));
  if (ui::button(frame, "idle.stay", {(m.window.width - stay_width) / 2, y, stay_width, stay_height}, view.stay, stay)) {
    intents.emplace_back(session::intent::Touched{});
  }
}

}  // namespace kiosk::screens
