#include <algorithm>
#include <cmath>

#include "screens/guidance_view.h"
#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

float draw_heading(Frame& frame, Rect area, std::string_view id, const Phrase& title, const Phrase& line) {
  const ui::Metrics& m = frame.metrics();
  float y = area.y + frame.text(frame.join({id, ".title"}), {area.x, area.y, area.width, 0}, title, ui::title_style(frame)).height + m.px(4);
  ui::TextStyle soft = ui::body_style(frame);
  soft.color = frame.theme().ink_soft;
  y += frame.text(frame.join({id, ".line"}), {area.x, y, area.width, 0}, line, soft).height + m.px(20);
  return y - area.y;
}

ui::TextStyle row_style(const Frame& frame, const QuestionRow& row) {
  ui::TextStyle style = ui::body_style(frame);
  if (row.selected) {
    style.color = frame.theme().on_accent;
    style.weight = text::Weight::bold;
  }
  style.vertically_centred = true;
  return style;
}

float row_height(Frame& frame, const QuestionRow& row, float width) {
  const ui::Metrics& m = frame.metrics();
  return std::max(m.touch, frame.measure(row.question, row_style(frame, row), width - m.px(96)).height + m.px(28));
}

void draw_row(Frame& frame, Rect rect, const QuestionRow& row, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const ui::Theme& theme = frame.theme();
  const ui::Touch touch = frame.touchable(row.id, rect, ui::Role::button, row.question.text, true, row.selected);
  if (touch.tapped) intents.emplace_back(session::intent::Open{session::ScreenId::questions, row.selected ? std::string() : row.subject});
  if (!frame.visible(rect)) return;
  const auto scope = frame.press_begin(rect, touch.pressed);
  if (row.selected) {
    frame.fill(rect, theme.accent, m.radius * 0.7F);
  } else {
    ui::surface(frame, rect);
  }
  const float side = m.px(32);
  frame.text({}, {rect.x + m.px(24), rect.y, rect.width - m.px(96), rect.height}, row.question, row_style(frame, row));
  frame.icon("forward", {rect.right() - m.px(24) - side, rect.y, side, rect.height}, row.selected ? theme.on_accent : theme.ink_soft, true);
  frame.press_end(scope);
}

// The card with the answer; returns its height.
float draw_answer(Frame& frame, Rect area, const AnswerView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float pad = m.px(36);
  const bool has_qr = view.qr.side > 0;
  // Drawn twice: first to know how high the card is.
  const auto lay = [&](bool draws) {
    const float x = area.x + pad;
    const float width = area.width - 2 * pad;
    float y = area.y + pad;
    const auto put = [&](std::string_view id, const Phrase& phrase, const ui::TextStyle& style, float aside = 0) {
      const Rect box{x + aside, y, width - aside, 0};
      y += draws ? frame.text(id, box, phrase, style).height : frame.measure(phrase, style, box.width).height;
    };
    ui::TextStyle answer = ui::body_style(frame);
    answer.size_px = std::round(m.body * 1.15F);
    put("questions.question", view.question, ui::heading_style(frame));
    y += m.px(16);
    put("questions.answer", view.answer, answer);
    y += m.px(16);
    for (std::size_t i = 0; i < view.list.size(); ++i) {
      const float side = m.px(28);
      if (draws) frame.icon("check", {x, y, side, frame.measure(view.list[i], ui::body_style(frame)).height}, frame.theme().accent);
      put(draws ? frame.numbered("questions.list.", i) : std::string_view(), view.list[i], ui::body_style(frame), side + m.px(14));
      y += m.px(8);
    }
    if (!view.source.text.empty()) put("questions.source", view.source, ui::caption_style(frame));
    if (has_qr) {
      const float side = m.px(300);
      y += m.px(20);
      if (draws) draw_qr_code(frame, {x, y, side, side}, view.qr);
      ui::TextStyle line = ui::caption_style(frame);
      line.vertically_centred = true;
      if (draws) frame.text("questions.qr_line", {x + side + m.px(24), y, width - side - m.px(24), side}, view.qr_line, line);
      y += side;
    }
    return y + pad - area.y;
  };
  const float height = lay(false);
  ui::surface(frame, {area.x, area.y, area.width, height});
  lay(true);
  if (view.desk.text.empty()) return height;
  const ui::ButtonLook look{ui::ButtonKind::primary, "map", false, false, false, false, ui::Role::button};
  const ui::Size size = ui::button_size(frame, view.desk, look);
  const float top = area.y + height + m.px(20);
  if (ui::button(frame, "questions.desk", {area.x, top, std::min(area.width, std::max(size.width, m.px(480))), std::max(size.height, m.px(88))}, view.desk, look)) {
    intents.emplace_back(session::intent::Open{session::ScreenId::map, view.room});
  }
  return height + m.px(20) + std::max(size.height, m.px(88));
}

float part_height(Frame& frame, const AfterCard& card, float width) {
  const ui::Metrics& m = frame.metrics();
  const float inner = width - 2 * m.px(28);
  ui::TextStyle title = ui::body_style(frame);
  title.weight = text::Weight::bold;
  return 2 * m.px(28) + m.px(64) + m.px(12) + frame.measure(card.title, title, inner).height + frame.measure(card.text, ui::body_style(frame), inner).height +
         frame.measure(card.source, ui::caption_style(frame), inner).height + m.px(12);
}

void draw_part(Frame& frame, Rect rect, const AfterCard& card) {
  if (!frame.visible(rect)) return;
  const ui::Metrics& m = frame.metrics();
  ui::surface(frame, rect);
  const Rect inner = rect.inset(m.px(28));
  const float badge = m.px(64);
  frame.fill({inner.x, inner.y, badge, badge}, frame.theme().accent, badge / 2);
  frame.icon(card.icon, Rect{inner.x, inner.y, badge, badge}.inset(m.px(14)), frame.theme().on_accent);
  ui::TextStyle title = ui::body_style(frame);
  title.weight = text::Weight::bold;
  float y = inner.y + badge + m.px(12);
  y += frame.text(card.id, {inner.x, y, inner.width, 0}, card.title, title).height;
  y += frame.text(frame.join({card.id, ".text"}), {inner.x, y, inner.width, 0}, card.text, ui::body_style(frame)).height + m.px(12);
  frame.text(frame.join({card.id, ".source"}), {inner.x, y, inner.width, 0}, card.source, ui::caption_style(frame));
}

constexpr float kStoryPicture = 0.3F;

float story_height(Frame& frame, const StoryCard& card, float width) {
  const ui::Metrics& m = frame.metrics();
  const float inner = width * (1 - kStoryPicture) - 3 * m.px(24);
  ui::TextStyle who = ui::body_style(frame);
  who.weight = text::Weight::bold;
  const float words = frame.measure(card.who, who, inner).height + frame.measure(card.text, ui::body_style(frame), inner).height +
                      frame.measure(card.demo, ui::caption_style(frame), inner).height;
  return std::max(words + 2 * m.px(24), m.px(220));
}

void draw_story(Frame& frame, Rect rect, const StoryCard& card) {
  if (!frame.visible(rect)) return;
  const ui::Metrics& m = frame.metrics();
  ui::surface(frame, rect);
  const float pad = m.px(24);
  const Rect image{rect.x + pad, rect.y + pad, std::round(rect.width * kStoryPicture), rect.height - 2 * pad};
  ui::rounded_picture(frame, image, {card.picture, family_soft(frame, card.tone), frame.theme().surface, m.radius * 0.7F});
  const float x = image.right() + pad;
  const float width = rect.right() - pad - x;
  ui::TextStyle who = ui::body_style(frame);
  who.weight = text::Weight::bold;
  if (!frame.theme().high_contrast) who.color = family_color(frame, card.tone);
  float y = rect.y + pad;
  y += frame.text(card.id, {x, y, width, 0}, card.who, who).height;
  y += frame.text(frame.join({card.id, ".text"}), {x, y, width, 0}, card.text, ui::body_style(frame)).height;
  ui::TextStyle demo = ui::caption_style(frame);
  demo.weight = text::Weight::bold;
  demo.color = frame.theme().warn;
  frame.text(frame.join({card.id, ".demo"}), {x, y, width, 0}, card.demo, demo);
}

float draw_charts(Frame& frame, Rect area, const std::vector<ChartView>& charts, bool tables) {
  const ui::Metrics& m = frame.metrics();
  return ui::draw_rows(
      area, columns_for(frame, area.width, 480), m.gutter, charts.size(), [&](std::size_t i, float width) { return chart_height(frame, charts[i], width, tables); },
      [&](std::size_t i, Rect card) { draw_chart(frame, card, charts[i], tables); });
}

}  // namespace

void draw_questions(Frame& frame, Rect area, const QuestionsView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float bleed = m.px(32);
  const bool beside = !m.portrait && m.text_scale < 1.4F && view.answer.has_value();
  const float list = beside ? std::round(body.width * 0.4F) : body.width;
  frame.scroll_begin("questions", {body.x - bleed, body.y, list + 2 * bleed, body.height});
  float y = body.y + m.px(28);
  y += draw_heading(frame, {body.x, y, list, 0}, "questions", view.title, view.line);
  // Two columns while no question is open: all twelve are seen at once.
  const int columns = !m.portrait && !view.answer && m.text_scale < 1.4F ? 2 : 1;
  if (columns == 2) {
    y += ui::draw_rows(
        {body.x, y, list, 0}, columns, m.gap, view.rows.size(), [&](std::size_t i, float width) { return row_height(frame, view.rows[i], width); },
        [&](std::size_t i, Rect rect) { draw_row(frame, rect, view.rows[i], intents); });
  } else {
    for (const QuestionRow& row : view.rows) {
      const float height = row_height(frame, row, list);
      draw_row(frame, {body.x, y, list, height}, row, intents);
      y += height + m.gap;
      if (row.selected && !beside && view.answer) y += draw_answer(frame, {body.x, y, list, 0}, *view.answer, intents) + m.gap;
    }
  }
  y += m.px(16);
  frame.scroll_end(y + m.px(24) - body.y);
  if (!beside) return;
  const Rect side{body.x + list + m.px(56), body.y, body.width - list - m.px(56), body.height};
  frame.scroll_begin("questions.answer.scroll", {side.x - bleed, side.y, side.width + 2 * bleed, side.height});
  const float answer = draw_answer(frame, {side.x, side.y + m.px(32), side.width, 0}, *view.answer, intents);
  frame.scroll_end(answer + m.px(64));
}

void draw_after(Frame& frame, Rect area, const AfterView& view) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float bleed = m.px(32);
  frame.scroll_begin("after", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(28);
  y += draw_heading(frame, {body.x, y, body.width, 0}, "after", view.title, view.line);
  y += ui::draw_rows(
           {body.x, y, body.width, 0}, columns_for(frame, body.width, 480), m.gutter, view.parts.size(), [&](std::size_t i, float width) { return part_height(frame, view.parts[i], width); },
           [&](std::size_t i, Rect rect) { draw_part(frame, rect, view.parts[i]); }) +
       m.gutter * 1.25F;
  if (!view.charts.empty()) {
    y += frame.text("after.charts", {body.x, y, body.width, 0}, view.charts_title, ui::heading_style(frame)).height + m.px(12);
    y += draw_charts(frame, {body.x, y, body.width, 0}, view.charts, false) + m.gutter * 1.25F;
  }
  if (!view.stories.empty()) {
    y += frame.text("after.stories", {body.x, y, body.width, 0}, view.stories_title, ui::heading_style(frame)).height + m.px(12);
    y += ui::draw_rows(
             {body.x, y, body.width, 0}, columns_for(frame, body.width, 640), m.gutter, view.stories.size(),
             [&](std::size_t i, float width) { return story_height(frame, view.stories[i], width); }, [&](std::size_t i, Rect rect) { draw_story(frame, rect, view.stories[i]); }) +
         m.gutter;
  }
  frame.scroll_end(y + m.px(24) - body.y);
}

void draw_figures(Frame& frame, Rect area, const FiguresView& view, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const Rect body = draw_page_top(frame, area);
  const float bleed = m.px(32);
  frame.scroll_begin("figures", {body.x - bleed, body.y, body.width + 2 * bleed, body.height});
  float y = body.y + m.px(28);
  const ui::ButtonLook look{ui::ButtonKind::surface, view.tables ? std::string_view("chart") : std::string_view("table"), false, false, false, true, ui::Role::toggle};
  const ui::Size size = ui::button_size(frame, view.as_table, look);
  const bool beside = !m.portrait;
  if (beside && ui::button(frame, "figures.as_table", {body.right() - size.width, y, size.width, size.height}, view.as_table, look)) {
    intents.emplace_back(session::DiscoveryIntent(session::intent::ToggleFigureTables{}));
  }
  y += draw_heading(frame, {body.x, y, body.width - (beside ? size.width + m.gutter : 0), 0}, "figures", view.title, view.line);
  if (!beside) {
    if (ui::button(frame, "figures.as_table", {body.x, y, size.width, size.height}, view.as_table, look)) {
      intents.emplace_back(session::DiscoveryIntent(session::intent::ToggleFigureTables{}));
    }
    y += size.height + m.px(20);
  }
  y += draw_charts(frame, {body.x, y, body.width, 0}, view.charts, view.tables) + m.gutter;
  frame.scroll_end(y + m.px(24) - body.y);
}

}  // namespace kiosk::screens
