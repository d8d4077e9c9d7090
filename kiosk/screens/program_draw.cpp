#include <algorithm>
#include <cmath>

#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

float section_title(Frame& frame, std::string_view id, Rect area, float y, const Phrase& title) {
  ui::TextStyle style = ui::heading_style(frame);
  style.size_px = std::round(frame.metrics().heading * 0.85F);
  return frame.text(id, {area.x, y, area.width, 0}, title, style).height + frame.metrics().px(10);
}

float draw_heart_button(Frame& frame, Rect area, float y, const ProgramView& view, Intents& intents) {
  ui::ButtonLook look;
  look.icon = view.kept ? "heart-filled" : "heart";
  look.selected = view.kept;
  look.role = ui::Role::toggle;
  const float height = std::max(ui::button_size(frame, view.heart, look).height, frame.metrics().px(88));
  if (ui::button(frame, frame.join({"heart.", view.id}), {area.x, y, area.width, height}, view.heart, look)) {
    intents.emplace_back(session::intent::ToggleHeart{session::HeartKind::program, view.id});
  }
  return height;
}

// Icon, label and answer below each other on one white card.
float draw_facts(Frame& frame, Rect area, float y, const ProgramView& view) {
  const ui::Metrics& m = frame.metrics();
  const float padding = m.px(24);
  const float side = std::round(m.caption * 1.5F);
  const float x = area.x + padding + side + m.px(16);
  const float width = area.right() - padding - x;
  ui::TextStyle label = ui::caption_style(frame);
  ui::TextStyle value = ui::body_style(frame);
  const auto height_of = [&](const Fact& fact) {
    return frame.measure(fact.label, label, width).height + frame.measure(fact.value, value, width).height + m.px(14);
  };
  float height = 2 * padding - m.px(14);
  for (const Fact& fact : view.facts) height += height_of(fact);
  ui::surface(frame, {area.x, y, area.width, height});
  float row = y + padding;
  for (const Fact& fact : view.facts) {
    const float label_height = frame.measure(fact.label, label, width).height;
    frame.icon(fact.icon, {area.x + padding, row + std::round((label_height - side) / 2) + m.px(6), side, side},
               family_color(frame, view.tone), fact.icon == "forward");
    const float top = frame.text(frame.join({fact.id, ".label"}), {x, row, width, 0}, fact.label, label).height;
    frame.text(fact.id, {x, row + top, width, 0}, fact.value, value);
    row += height_of(fact);
  }
  return height;
}

// Raw material, gesture, piece: three pictures with their words.
float draw_steps(Frame& frame, Rect area, float y, const ProgramView& view) {
  if (view.steps.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  const float title = section_title(frame, "program.steps", area, y, view.steps_title);
  const float padding = m.px(20);
  const int columns = columns_for(frame, area.width, 250) >= 3 ? 3 : 1;
  ui::Grid grid{{area.x, y + title, area.width, 0}, columns, m.px(24), 0};
  ui::TextStyle label = ui::caption_style(frame);
  label.weight = text::Weight::bold;
  if (!frame.theme().high_contrast) label.color = family_color(frame, view.tone);
  const ui::TextStyle words = ui::body_style(frame);
  const float width = grid.column_width() - 2 * padding;
  const float picture = std::round(std::min(grid.column_width() * 0.62F, m.px(250)));
  for (const StepCard& step : view.steps) {
    grid.row_height = std::max(grid.row_height, picture + frame.measure(step.label, label, width).height + frame.measure(step.text, words, width).height + padding * 1.6F);
  }
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    const StepCard& step = view.steps[i];
    const Rect cell = grid.cell(i);
    if (!frame.visible(cell)) continue;
    ui::surface(frame, cell);
    const float inset = m.px(10);
    ui::rounded_picture(frame, {cell.x + inset, cell.y + inset, cell.width - 2 * inset, picture - inset},
                        {step.picture, family_soft(frame, view.tone), frame.theme().surface, m.radius * 0.7F});
    const float below = cell.y + picture + padding * 0.6F;
    const float top = frame.text(frame.join({step.id, ".label"}), {cell.x + padding, below, width, 0}, step.label, label).height;
    frame.text(step.id, {cell.x + padding, below + top, width, 0}, step.text, words);
  }
  return title + grid.height(view.steps.size()) + m.gutter;
}

float draw_actions(Frame& frame, Rect area, float y, const ProgramView& view, Intents& intents) {
  ui::Wrap wrap({area.x, y, area.width, 0}, frame.metrics().gap);
  for (const ProgramAction& action : view.actions) {
    const ui::ButtonLook look{ui::ButtonKind::surface, action.icon, false, action.selected, false, true, ui::Role::button};
    ui::Size size = ui::button_size(frame, action.label, look);
    size.width = std::min(size.width, area.width);
    if (!ui::button(frame, action.id, wrap.place(size), action.label, look)) continue;
    for (const session::Intent& intent : action.intents) intents.push_back(intent);
  }
  return wrap.height() + frame.metrics().px(24);
}

// Lines with a mark before each, in one or two columns.
float draw_list(Frame& frame, Rect area, float y, std::string_view id, const Phrase& title, const std::vector<Phrase>& lines,
                std::string_view icon, model::Tone tone) {
  if (lines.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  const float top = section_title(frame, id, area, y, title);
  const float side = std::round(m.body * 0.9F);
  const ui::TextStyle style = ui::body_style(frame);
  const int columns = columns_for(frame, area.width, 420) >= 2 ? 2 : 1;
  ui::Grid grid{{area.x, y + top, area.width, 0}, columns, m.gutter, 0};
  const float width = grid.column_width() - side - m.px(14);
  std::vector<float> heights;
  float total = 0;
  for (std::size_t i = 0; i < lines.size(); i += static_cast<std::size_t>(columns)) {
    float row = 0;
    for (std::size_t k = i; k < std::min(lines.size(), i + static_cast<std::size_t>(columns)); ++k) {
      row = std::max(row, frame.measure(lines[k], style, width).height);
    }
    for (std::size_t k = i; k < std::min(lines.size(), i + static_cast<std::size_t>(columns)); ++k) {
      const Rect cell = grid.cell(k);
      const float line_top = y + top + total;
      const float line = frame.measure(lines[k], style).height;
      frame.icon(icon, {cell.x, line_top + std::round((line - side) / 2), side, side}, family_color(frame, tone));
      const char letter = static_cast<char>('a' + k % 26);
      frame.text(frame.join({id, ".", {&letter, 1}}), {cell.x + side + m.px(14), line_top, width, 0}, lines[k], style);
    }
    total += row + m.px(6);
  }
  return top + total + m.gutter;
}

float draw_today(Frame& frame, Rect area, float y, const ProgramView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float top = section_title(frame, "program.today", area, y, view.today_title);
  if (view.today.empty()) {
    ui::TextStyle style = ui::body_style(frame);
    style.color = frame.theme().ink_soft;
    return top + frame.text("program.today.none", {area.x, y + top, area.width, 0}, view.today_none, style).height + m.gutter;
  }
  const float cards = ui::draw_rows(
      {area.x, y + top, area.width, 0}, columns_for(frame, area.width, 420), m.gutter, view.today.size(),
      [&](std::size_t i, float width) { return workshop_card_height(frame, view.today[i], width); },
      [&](std::size_t i, Rect cell) { draw_workshop_card(frame, cell, view.today[i], intents); });
  return top + cards + m.gutter;
}

float draw_names(Frame& frame, Rect area, float y, const ProgramView& view) {
  const ui::Metrics& m = frame.metrics();
  const float start = y;
  ui::TextStyle family = ui::body_style(frame);
  family.weight = text::Weight::bold;
  if (!frame.theme().high_contrast) family.color = family_color(frame, view.tone);
  const float side = std::round(m.body * 1.3F);
  const float line = frame.measure(view.family, family, area.width).height;
  frame.icon(family_icon(view.tone), {area.x, y, side, line}, family.color);
  y += frame.text("program.family", {area.x + side + m.px(12), y, area.width - side - m.px(12), 0}, view.family, family).height;
  if (view.second) return y + m.px(16) - start;  // both columns name it
  y += frame.text("program.name", {area.x, y, area.width, 0}, view.name, ui::title_style(frame)).height;
  if (!view.name_amazigh.text.empty()) {
    ui::TextStyle amazigh = ui::body_style(frame);
    amazigh.color = frame.theme().ink_soft;
    y += frame.text("program.name.zgh", {area.x, y, area.width, 0}, view.name_amazigh, amazigh).height;
  }
  y += m.px(10);
  ui::TextStyle summary = ui::body_style(frame);
  summary.size_px = std::round(m.body * 1.2F);
  y += frame.text("program.summary", {area.x, y, area.width, 0}, view.summary, summary).height + m.px(20);
  return y - start;
}

// Name, summary, story and what one learns in both languages, each from its own side.
float draw_side_by_side(Frame& frame, Rect area, float y, const ProgramView& view) {
  const ui::Metrics& m = frame.metrics();
  const SecondLanguage& second = *view.second;
  const bool beside = area.width >= m.px(900) * m.text_scale;
  const float gap = m.px(56);
  const float width = beside ? (area.width - gap) / 2 : area.width;
  ui::TextStyle name = ui::heading_style(frame);
  ui::TextStyle summary = ui::body_style(frame);
  summary.weight = text::Weight::bold;
  // A column speaks one language: its words stand at that language's own start.
  const bool second_rtl = base::direction(second.language) == base::Direction::right_to_left;
  const text::Align align = second_rtl == frame.right_to_left() ? text::Align::start : text::Align::end;
  const auto column = [&](std::string_view id, Rect place, const Phrase& title, const Phrase& line, const std::vector<TextBlock>& blocks, const std::vector<Phrase>& learn, text::Align side) {
    float at = place.y;
    const auto put = [&](std::string_view part, const Phrase& phrase, ui::TextStyle style) {
      style.align = side;
      at += frame.text(frame.join({id, part}), {place.x, at, place.width, 0}, phrase, style).height + m.px(12);
    };
    put(".name", title, name);
    put(".summary", line, summary);
    for (std::size_t i = 0; i < blocks.size(); ++i) put(frame.numbered(".block.", i), blocks[i].text, ui::body_style(frame));
    for (std::size_t i = 0; i < learn.size(); ++i) put(frame.numbered(".learn.", i), learn[i], ui::body_style(frame));
    return at - place.y;
  };
  const float first_height = column("program.first", {area.x, y, width, 0}, view.name, view.summary, view.description, view.learn, text::Align::start);
  const Rect other = beside ? Rect{area.x + width + gap, y, width, 0} : Rect{area.x, y + first_height + m.gutter, width, 0};
  const float second_height = column("program.second", other, second.name, second.summary, second.description, second.learn, align);
  if (beside) frame.fill({area.x + width + gap / 2, y, std::max(1.0F, m.px(2)), std::max(first_height, second_height)}, frame.theme().hairline);
  return (beside ? std::max(first_height, second_height) : first_height + m.gutter + second_height) + m.gutter;
}

// Paragraph, steps, lists, today: the long part.
float draw_story(Frame& frame, Rect area, float y, const ProgramView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float start = y;
  y += draw_actions(frame, area, y, view, intents);
  if (view.second) return y + draw_side_by_side(frame, area, y, view) - start;
  y += draw_blocks(frame, {area.x, y, area.width, 0}, "program.description", view.description) + m.px(12);
  y += draw_steps(frame, area, y, view);
  y += draw_list(frame, area, y, "program.learn", view.learn_title, view.learn, "check", view.tone);
  y += draw_list(frame, area, y, "program.tools", view.tools_title, view.tools, "tools", view.tone);
  y += draw_today(frame, area, y, view, intents);
  return y - start;
}

ui::PictureLook picture_look(const Frame& frame, const ProgramView& view) {
  return {view.picture, family_soft(frame, view.tone), frame.theme().ground, frame.metrics().radius};
}

// Several photos take the picture's place one at a time: a swipe or the arrows turn them, dots say which it is.
void draw_gallery(Frame& frame, Rect image, const ProgramView& view, GalleryMemory& memory) {
  const ui::Metrics& m = frame.metrics();
  if (memory.program != view.id) memory = {view.id, 0, 0};
  const std::size_t count = view.photos.size();
  const auto turn = [&](bool on) {
    memory.index = (memory.index + (on ? 1 : count - 1)) % count;
    memory.drag_px = 0;
  };
  const ui::Pan pan = frame.pan_area("program.photos", image);
  memory.drag_px += pan.moved.x;
  // A quarter of the picture is meant; in Arabic the next one comes from the left.
  if (std::abs(memory.drag_px) > image.width / 4) turn((memory.drag_px < 0) != frame.right_to_left());
  // A photo has no inertia: a swipe turns it or does not.
  if (!pan.held) {
    frame.stop_panning();
    memory.drag_px = 0;
  }
  ui::PictureLook look = picture_look(frame, view);
  look.source = view.photos[memory.index];
  ui::rounded_picture(frame, image, look);
  frame.prefetch({view.photos[(memory.index + 1) % count], static_cast<int>(std::round(image.width)), static_cast<int>(std::round(image.height)), gfx::Fit::cover,
                  static_cast<int>(std::round(look.radius)), look.behind});
  const float side = m.touch;
  const float y = image.y + std::round((image.height - side) / 2);
  const ui::ButtonLook back{ui::ButtonKind::surface, "back", true, false, false, false, ui::Role::button, 0, true};
  const ui::ButtonLook on{ui::ButtonKind::surface, "forward", true, false, false, false, ui::Role::button, 0, true};
  if (ui::button(frame, "program.photo.previous", {image.x + m.px(12), y, side, side}, view.previous_photo, back)) turn(false);
  if (ui::button(frame, "program.photo.next", {image.right() - m.px(12) - side, y, side, side}, view.next_photo, on)) turn(true);
  const float step = m.px(28);
  const Rect dots{image.x + std::round((image.width - step * static_cast<float>(count)) / 2), image.bottom() - m.px(32), step, m.px(16)};
  for (std::size_t i = 0; i < count; ++i) {
    const Rect dot{dots.x + step * static_cast<float>(i) + (step - dots.height) / 2, dots.y, dots.height, dots.height};
    frame.fill(dot.inset(-m.px(2)), frame.theme().surface, dot.width);
    frame.fill(dot, i == memory.index ? frame.theme().accent : frame.theme().hairline, dot.width / 2);
  }
}

void draw_head_picture(Frame& frame, Rect image, const ProgramView& view, UiMemory& memory) {
  if (view.photos.size() > 1) return draw_gallery(frame, image, view, memory.gallery);
  ui::rounded_picture(frame, image, picture_look(frame, view));
}

}  // namespace

void draw_program(Frame& frame, Rect area, const ProgramView& view, UiMemory& memory, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(32);
  ui::zellige_band(frame, {0, area.y, m.window.width, band});
  const Rect body{m.margin, area.y + band, m.window.width - 2 * m.margin, area.height - band};
  const float bleed = m.px(24);
  const float top = m.px(32);
  if (m.portrait) {
    frame.scroll_begin("program", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
    float y = body.y + top;
    const Rect image{body.x, y, body.width, std::round(body.width * 0.5F)};
    draw_head_picture(frame, image, view, memory);
    y += image.height + m.px(24);
    y += draw_names(frame, body, y, view);
    y += draw_heart_button(frame, body, y, view, intents);
    y += draw_voices(frame, body, y, view.voices, memory.sound_level, intents) + m.px(28);
    y += draw_facts(frame, body, y, view) + m.gutter;
    y += draw_story(frame, body, y, view, intents) + m.px(24);
    frame.scroll_end(y - body.y);
    return;
  }
  const float side = std::round(body.width * 0.31F);
  const Rect facts{body.x, body.y, side, body.height};
  frame.scroll_begin("program.side", {facts.x - bleed, facts.y, facts.width + 2 * bleed, facts.height});
  float y = facts.y + top;
  const Rect image{facts.x, y, side, std::round(side * 0.62F)};
  draw_head_picture(frame, image, view, memory);
  y += image.height + m.px(20);
  y += draw_heart_button(frame, facts, y, view, intents);
  y += draw_voices(frame, facts, y, view.voices, memory.sound_level, intents) + m.px(20);
  y += draw_facts(frame, facts, y, view) + m.px(32);
  frame.scroll_end(y - facts.y);

  const Rect story{body.x + side + m.px(64), body.y, body.width - side - m.px(64), body.height};
  frame.scroll_begin("program", {story.x - bleed, story.y, story.width + 2 * bleed, story.height});
  y = story.y + top;
  y += draw_names(frame, story, y, view);
  y += draw_story(frame, story, y, view, intents) + m.px(24);
  frame.scroll_end(y - story.y);
}

}  // namespace kiosk::screens
