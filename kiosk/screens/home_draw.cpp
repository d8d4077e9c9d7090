#include <algorithm>
#include <cmath>

#include "screens/draw.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

constexpr float kPictureShare = 0.42F;  // of a way's width

// Where the picture of a way stands in it, and how wide the words before it may be.
Rect way_picture(const ui::Metrics& m, Rect way) {
  const float inset = m.px(12);
  const float width = std::round(way.width * kPictureShare);
  return {way.right() - width - inset, way.y + inset, width, way.height - 2 * inset};
}
float words_width(const ui::Metrics& m, Rect way) { return way_picture(m, way).x - m.px(24) - (way.x + m.px(32)); }

float way_height(Frame& frame, const HomeWay& way, float width) {
  const ui::Metrics& m = frame.metrics();
  const float words = words_width(m, {0, 0, width, 0});
  const float height = frame.measure(way.title, ui::heading_style(frame), words).height +
                       frame.measure(way.line, ui::body_style(frame), words).height + m.px(8) + m.px(72) + m.px(16);
  return std::ceil(std::max(m.px(m.portrait ? 250 : 186), height + 2 * m.px(14)));
}

// Six emblems, one of each family, laid like tiles.
void draw_mosaic(Frame& frame, Rect rect, const std::vector<HomeTile>& tiles) {
  const float gap = frame.metrics().px(10);
  ui::Grid grid{rect, 3, gap, (rect.height - gap) / 2};
  for (std::size_t i = 0; i < tiles.size() && i < 6; ++i) {
    const Rect cell = grid.cell(i);
    frame.fill(cell, family_soft(frame, tiles[i].tone), frame.metrics().radius * 0.5F);
    // Larger than the tile: the emblem's own margin is cut away.
    const int side = static_cast<int>(std::round(std::max(cell.width, cell.height) * 1.12F));
    frame.picture(cell.inset(frame.metrics().px(3)), {tiles[i].picture, side, side});
  }
}

// From home everything begins anew; only "back" returns to what was chosen before.
void open_from_home(session::ScreenId screen, Intents& intents) {
  const bool finder = screen == session::ScreenId::finder;
  if (finder) intents.emplace_back(session::DiscoveryIntent(session::intent::StartFinder{}));
  if (finder || screen == session::ScreenId::program_list) intents.emplace_back(session::DiscoveryIntent(session::intent::ClearFilters{}));
  intents.emplace_back(session::intent::Open{screen, {}});
}

void draw_way(Frame& frame, Rect rect, const HomeWay& way, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const ui::Touch touch = frame.touchable(way.id, rect, ui::Role::card, way.title.text);
  if (touch.tapped) open_from_home(way.screen, intents);
  if (!frame.visible(rect)) return;
  const auto scope = frame.press_begin(rect, touch.pressed);
  ui::surface(frame, rect);
  const Rect image = way_picture(m, rect);
  if (way.mosaic.empty()) {
    ui::rounded_picture(frame, image, {way.picture, theme.family_soft[0], theme.surface, m.radius * 0.7F});
  } else {
    draw_mosaic(frame, image, way.mosaic);
  }
  const float x = rect.x + m.px(32);
  const float width = words_width(m, rect);
  const float badge = m.px(72);
  const float words = frame.measure(way.title, ui::heading_style(frame), width).height +
                      frame.measure(way.line, ui::body_style(frame), width).height + m.px(8) + badge + m.px(16);
  float y = rect.y + std::round((rect.height - words) / 2);
  frame.fill({x, y, badge, badge}, theme.accent, badge / 2);
  frame.icon(way.icon, Rect{x, y, badge, badge}.inset(m.px(16)), theme.on_accent);
  y += badge + m.px(16);
  y += frame.text(frame.join({way.id, ".title"}), {x, y, width, 0}, way.title, ui::heading_style(frame)).height + m.px(8);
  ui::TextStyle line = ui::body_style(frame);
  line.color = theme.ink_soft;
  frame.text(frame.join({way.id, ".line"}), {x, y, width, 0}, way.line, line);
  frame.press_end(scope);
}

ui::TextStyle family_style(Frame& frame) {
  ui::TextStyle style = ui::body_style(frame);
  style.weight = text::Weight::bold;
  style.max_lines = 2;
  style.vertically_centred = true;
  return style;
}

void draw_family(Frame& frame, Rect rect, const HomeFamily& family, float name_height, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const std::string_view id = frame.join({"home.family.", family.id});
  const ui::Touch touch = frame.touchable(id, rect, ui::Role::card, family.name.text);
  if (touch.tapped) {
    intents.emplace_back(session::DiscoveryIntent(session::intent::ClearFilters{}));
    intents.emplace_back(session::DiscoveryIntent(session::intent::FilterFamily{family.id}));
    intents.emplace_back(session::intent::Open{session::ScreenId::program_list, {}});
  }
  if (!frame.visible(rect)) return;
  const auto scope = frame.press_begin(rect, touch.pressed);
  ui::surface(frame, rect);
  const float inset = m.px(10);
  const Rect image{rect.x + inset, rect.y + inset, rect.width - 2 * inset, rect.height - name_height - 2 * inset};
  ui::rounded_picture(frame, image, {family.picture, family_soft(frame, family.tone), frame.theme().surface, m.radius * 0.7F});
  const Rect name{rect.x + inset, image.bottom(), rect.width - 2 * inset, name_height + inset};
  const float side = std::round(m.body * 1.2F);
  const float pad = m.px(8);
  ui::TextStyle style = family_style(frame);
  if (!frame.theme().high_contrast) style.color = family_color(frame, family.tone);
  frame.icon(family_icon(family.tone), {name.x + pad, name.y, side, name.height}, style.color);
  const float x = name.x + pad + side + m.px(10);
  frame.text(frame.join({id, ".name"}), {x, name.y, name.right() - x, name.height}, family.name, style);
  frame.press_end(scope);
}

float draw_families(Frame& frame, Rect area, const HomeView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const int columns = m.portrait ? (m.text_scale > 1.3F ? 2 : 3) : (m.text_scale > 1.1F ? 3 : 6);
  ui::Grid grid{area, columns, m.px(24), 0};
  const float words = grid.column_width() - 2 * m.px(10) - m.px(8) - std::round(m.body * 1.2F) - m.px(10);
  float name = 0;
  for (const HomeFamily& family : view.families) name = std::max(name, frame.measure(family.name, family_style(frame), words).height);
  grid.row_height = std::ceil(grid.column_width() * (m.portrait ? 0.62F : 0.3F) + name + m.px(20));
  for (std::size_t i = 0; i < view.families.size(); ++i) draw_family(frame, grid.cell(i), view.families[i], name, intents);
  return grid.height(view.families.size());
}

// What is on, as words; returns their height. Nothing is drawn where only the height is wanted.
float draw_agenda_words(Frame& frame, Rect area, const HomeView& view, bool draws) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const ui::Color ground = view.agenda_is_now ? theme.saffron : ui::mix(theme.ground, theme.ink_soft, theme.high_contrast ? 1 : 0.14);
  const ui::Color ink = view.agenda_is_now || theme.high_contrast ? theme.on_saffron : theme.ink;
  ui::TextStyle time = ui::body_style(frame);
  time.tabular_figures = true;
  time.weight = text::Weight::bold;
  ui::TextStyle title = ui::body_style(frame);
  ui::TextStyle hall = title;
  hall.color = theme.ink_soft;
  const ui::Size pill = ui::pill_size(frame, view.agenda_label, area.width / 3);
  const float line = std::max(pill.height, frame.measure(view.agenda_time, time).height);
  const float times = std::ceil(frame.measure(view.agenda_time, time).width);
  const float x = area.x + pill.width + m.px(16) + times + m.px(16);
  const float title_width = std::ceil(frame.measure(view.agenda_title, title).width);
  const float hall_width = std::ceil(frame.measure(view.agenda_hall, title).width);
  // On one line where all fits, else the title and the hall below.
  const bool one_line = x + title_width + m.px(16) + hall_width <= area.right();
  const Rect title_place = one_line ? Rect{x, area.y, title_width, line} : Rect{area.x, area.y + line + m.px(8), area.width, 0};
  const float title_height = one_line ? line : frame.measure(view.agenda_title, title, area.width).height;
  const Rect hall_place = one_line ? Rect{x + title_width + m.px(16), area.y, hall_width, line} : Rect{area.x, title_place.y + title_height, area.width, 0};
  if (draws) {
    ui::pill(frame, "home.agenda.label", {area.x, area.y + std::round((line - pill.height) / 2)}, view.agenda_label, ground, ink, area.width / 3);
    frame.text("home.agenda.time", {area.x + pill.width + m.px(16), area.y, times, line}, view.agenda_time, time);
    frame.text("home.agenda.title", title_place, view.agenda_title, title);
    frame.text("home.agenda.hall", hall_place, view.agenda_hall, hall);
  }
  return one_line ? line : hall_place.y + frame.measure(view.agenda_hall, title, area.width).height - area.y;
}

// The way to the whole agenda: what is on, or the word itself when the day is over.
float draw_agenda_way(Frame& frame, Rect area, const HomeView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float inset = m.px(16);
  const float side = m.px(36);
  Rect words{area.x + inset, area.y, area.width - 3 * inset - side, 0};
  words.height = draw_agenda_words(frame, words, view, false);
  const Rect card{area.x, area.y, area.width, std::max(m.touch, words.height + inset)};
  const ui::Touch touch = frame.touchable("home.agenda", card, ui::Role::card, view.agenda.text);
  if (touch.tapped) intents.emplace_back(session::intent::Open{session::ScreenId::agenda, {}});
  const auto scope = frame.press_begin(card, touch.pressed);
  ui::surface(frame, card);
  words.y = card.y + std::round((card.height - words.height) / 2);
  draw_agenda_words(frame, words, view, true);
  frame.icon("forward", {card.right() - inset - side, card.y, side, card.height}, frame.theme().ink_soft, true);
  frame.press_end(scope);
  return card.height;
}

ui::ButtonLook look_of(const HomeShortcut& shortcut, bool stacked) {
  return {ui::ButtonKind::surface, shortcut.icon, false, false, stacked, stacked, ui::Role::button};
}

struct ShortcutRows {
  float gap = 0;
  bool stacked = false;  // the icon above its word
  std::size_t rows = 1;  // as few as the words allow
  std::size_t columns = 1;
  bool equal = true;     // all of them equally wide; else each as wide as its word and an equal share of what is left
  float height = 0;      // of a row
};

// Words and gaps of the shortcuts from `first` on that stand in one row.
float words_of_row(Frame& frame, const HomeView& view, const ShortcutRows& rows, std::size_t first) {
  float words = 0;
  for (std::size_t i = first; i < std::min(view.shortcuts.size(), first + rows.columns); ++i) {
    words += (i > first ? rows.gap : 0) + ui::button_size(frame, view.shortcuts[i].title, look_of(view.shortcuts[i], rows.stacked)).width;
  }
  return words;
}

ShortcutRows shortcut_rows(Frame& frame, float width, const HomeView& view) {
  ShortcutRows rows;
  rows.gap = frame.metrics().px(24);
  const std::size_t count = view.shortcuts.size();
  const auto largest = [&](bool stacked) {
    ui::Size size{0, frame.metrics().touch};
    for (const HomeShortcut& shortcut : view.shortcuts) {
      const ui::Size one = ui::button_size(frame, shortcut.title, look_of(shortcut, stacked));
      size = {std::max(size.width, one.width), std::max(size.height, one.height)};
    }
    return size;
  };
  const auto room = [&](std::size_t columns) { return (width + rows.gap) / static_cast<float>(columns) - rows.gap; };
  const auto fits = [&] {
    for (std::size_t first = 0; first < count; first += rows.columns) {
      if (words_of_row(frame, view, rows, first) > width) return false;
    }
    return true;
  };
  rows.columns = std::max<std::size_t>(1, count);
  rows.stacked = largest(false).width > room(rows.columns);
  while (rows.columns > 1 && !fits()) {
    ++rows.rows;
    rows.columns = (count + rows.rows - 1) / rows.rows;
  }
  rows.equal = largest(rows.stacked).width <= room(rows.columns);
  rows.height = largest(rows.stacked).height;
  return rows;
}

// The smaller ways on, equally wide in one row; where that is too narrow the icon stands above its word, then each is as wide as its word asks,
// and then rows begin.
float draw_shortcuts(Frame& frame, Rect area, const HomeView& view, Intents& intents) {
  const ShortcutRows rows = shortcut_rows(frame, area.width, view);
  const ui::Grid grid{area, static_cast<int>(rows.columns), rows.gap, rows.height};
  float x = area.x;
  for (std::size_t i = 0; i < view.shortcuts.size(); ++i) {
    const HomeShortcut& shortcut = view.shortcuts[i];
    const ui::ButtonLook look = look_of(shortcut, rows.stacked);
    Rect cell = grid.cell(i);
    if (!rows.equal) {
      const std::size_t first = i / rows.columns * rows.columns;
      const std::size_t in_row = std::min(rows.columns, view.shortcuts.size() - first);
      const float share = std::floor((area.width - words_of_row(frame, view, rows, first)) / static_cast<float>(in_row));
      if (i == first) x = area.x;
      cell.x = x;
      cell.width = i + 1 == first + in_row ? area.right() - x : ui::button_size(frame, shortcut.title, look).width + share;
      x += cell.width + rows.gap;
    }
    if (ui::button(frame, shortcut.id, cell, shortcut.title, look)) open_from_home(shortcut.screen, intents);
  }
  return grid.height(view.shortcuts.size());
}

}  // namespace

void draw_home(Frame& frame, Rect area, const HomeView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(36);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  const Rect body{m.margin, area.y + band, m.window.width - 2 * m.margin, area.height - band};
  frame.scroll_begin("home", {body.x - m.px(32), body.y, body.width + m.px(64), body.height});
  float y = body.y + m.px(6);

  ui::TextStyle event = ui::caption_style(frame);
  event.weight = text::Weight::bold;
  event.color = frame.theme().accent;
  const float date_width = m.portrait ? body.width : body.width * 0.35F;
  ui::TextStyle date = ui::caption_style(frame);
  if (!m.portrait) {
    date.align = text::Align::end;
    frame.text("home.date", {body.right() - date_width, y, date_width, 0}, view.date, date);
  }
  y += frame.text("home.event", {body.x, y, m.portrait ? body.width : body.width * 0.62F, 0}, view.event, event).height;
  if (m.portrait) y += frame.text("home.date", {body.x, y, date_width, 0}, view.date, date).height + m.px(12);
  y += frame.text("home.title", {body.x, y, body.width, 0}, view.title, ui::title_style(frame)).height + m.px(4);

  ui::Grid ways{{body.x, y, body.width, 0}, m.portrait ? 1 : 2, m.gutter, 0};
  for (const HomeWay& way : view.ways) ways.row_height = std::max(ways.row_height, way_height(frame, way, ways.column_width()));
  for (std::size_t i = 0; i < view.ways.size(); ++i) draw_way(frame, ways.cell(i), view.ways[i], intents);
  y += ways.height(view.ways.size()) + m.px(14);
  y += draw_shortcuts(frame, {body.x, y, body.width, 0}, view, intents) + m.px(8);

  ui::TextStyle families = ui::body_style(frame);
  families.weight = text::Weight::bold;
  y += frame.text("home.families", {body.x, y, body.width, 0}, view.families_title, families).height + m.px(4);
  y += draw_families(frame, {body.x, y, body.width, 0}, view, intents) + m.gap;
  if (!view.agenda_leads) y += draw_agenda_way(frame, {body.x, y, body.width, 0}, view, intents) + m.px(4);
  frame.scroll_end(y - body.y);
}

}  // namespace kiosk::screens
