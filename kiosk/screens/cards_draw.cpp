#include <algorithm>
#include <array>
#include <cmath>

#include "screens/cards.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;
using ui::Size;
using ui::TextStyle;

constexpr std::array<std::string_view, model::kToneCount> kFamilyIcons{"family-metal",   "family-leather", "family-wood",
                                                                       "family-textile", "family-clay",    "family-glass"};

struct CardMeasures {
  float padding = 0;
  float gap = 0;
  float picture = 0;  // height
  float heart = 0;    // height of the strip with the heart
  float divide = 0;   // between the card's target and the heart's
};

CardMeasures measures(const Frame& frame, float width) {
  const ui::Metrics& m = frame.metrics();
  CardMeasures c;
  c.padding = m.px(20);
  c.gap = m.px(6);
  c.picture = std::round(std::min(width * 0.5F, m.px(240)));
  c.heart = m.touch;
  c.divide = m.gap;
  return c;
}

TextStyle name_style(const Frame& frame) {
  TextStyle style = ui::body_style(frame);
  style.weight = text::Weight::bold;
  style.size_px = std::round(frame.metrics().body * 1.1F);
  style.max_lines = 3;  // beside a picture in a narrow column two are not enough for what a craft is called
  return style;
}

TextStyle summary_style(const Frame& frame) {
  TextStyle style = ui::caption_style(frame);
  style.max_lines = 3;
  return style;
}

TextStyle facts_style(const Frame& frame) {
  TextStyle style = ui::caption_style(frame);
  style.weight = text::Weight::bold;
  style.max_lines = 2;
  return style;
}

ui::Color badge_ground(const Frame& frame, BadgeKind kind) {
  const ui::Theme& theme = frame.theme();
  switch (kind) {
    case BadgeKind::now: return theme.saffron;
    case BadgeKind::good: return theme.high_contrast ? theme.good : ui::mix(theme.surface, theme.good, 0.14);
    case BadgeKind::warn: return theme.high_contrast ? theme.warn : ui::mix(theme.surface, theme.warn, 0.14);
    case BadgeKind::bad: return theme.high_contrast ? theme.bad : ui::mix(theme.surface, theme.bad, 0.12);
    case BadgeKind::neutral: break;
  }
  return theme.high_contrast ? theme.ink : ui::mix(theme.surface, theme.ink_soft, 0.12);
}

ui::Color badge_ink(const Frame& frame, BadgeKind kind) {
  const ui::Theme& theme = frame.theme();
  if (theme.high_contrast) return theme.ground;
  return kind == BadgeKind::bad ? theme.bad : theme.ink;
}

// The heart's strip under a card: a target of its own, with its word.
void draw_heart(Frame& frame, std::string_view id, Rect rect, const Phrase& label, bool kept, session::Intent intent,
                std::vector<session::Intent>& intents) {
  const ui::Theme& theme = frame.theme();
  const ui::Touch touch = frame.touchable(id, rect, ui::Role::toggle, label.text, true, kept);
  if (touch.tapped) intents.push_back(std::move(intent));
  if (!frame.visible(rect)) return;
  const auto scope = frame.press_begin(rect, touch.pressed);
  const float radius = std::min(frame.metrics().radius * 0.7F, rect.height / 2);
  if (touch.pressed || kept) frame.fill(rect, ui::mix(theme.surface, theme.bad, theme.high_contrast ? 0.3 : 0.1), radius);
  TextStyle style = ui::caption_style(frame);
  style.weight = text::Weight::bold;
  style.max_lines = 1;
  style.vertically_centred = true;
  const float side = std::round(style.size_px * 1.4F);
  const float space = frame.metrics().px(10);
  const float room = rect.width - side - space - frame.metrics().px(16);
  const float words = std::min(room, std::ceil(frame.measure(label, style, room).width));
  const float x = rect.x + std::round((rect.width - side - space - words) / 2);
  style.color = kept ? theme.bad : theme.ink;
  frame.icon(kept ? "heart-filled" : "heart", {x, rect.y, side, rect.height}, style.color);
  frame.text({}, {x + side + space, rect.y, words, rect.height}, label, style);
  frame.press_end(scope);
}

Rect heart_rect(const CardMeasures& c, Rect rect) {
  const float inset = c.padding / 2;
  return {rect.x + inset, rect.bottom() - c.heart - inset, rect.width - 2 * inset, c.heart};
}

Rect target_rect(const CardMeasures& c, Rect rect) {
  return {rect.x, rect.y, rect.width, rect.height - c.heart - c.padding / 2 - c.divide};
}

}  // namespace

float draw_badges(Frame& frame, Rect area, std::string_view id, const std::vector<Badge>& badges, bool draws) {
  ui::Wrap wrap(area, frame.metrics().px(8));
  for (std::size_t i = 0; i < badges.size(); ++i) {
    const Rect place = wrap.place(ui::pill_size(frame, badges[i].text, area.width));
    if (!draws) continue;
    ui::pill(frame, frame.numbered(id, i), {place.x, place.y}, badges[i].text, badge_ground(frame, badges[i].kind), badge_ink(frame, badges[i].kind), area.width);
  }
  return wrap.height();
}

std::string_view family_icon(model::Tone tone) { return kFamilyIcons[static_cast<std::size_t>(tone)]; }
ui::Color family_color(const Frame& frame, model::Tone tone) { return frame.theme().family[static_cast<std::size_t>(tone)]; }
ui::Color family_soft(const Frame& frame, model::Tone tone) { return frame.theme().family_soft[static_cast<std::size_t>(tone)]; }

int columns_for(const Frame& frame, float width, float least_width) {
  const ui::Metrics& m = frame.metrics();
  const float least = m.px(least_width) * (m.body / m.px(30));
  return std::max(1, static_cast<int>((width + m.gutter) / (least + m.gutter)));
}

float program_card_height(Frame& frame, const ProgramCard& card, float width) {
  const CardMeasures c = measures(frame, width);
  const float inner = width - 2 * c.padding;
  float height = c.picture + c.padding;
  height += frame.measure(card.name, name_style(frame), inner).height + c.gap;
  height += frame.measure(card.summary, summary_style(frame), inner).height + c.gap;
  height += frame.measure(card.facts, facts_style(frame), inner).height;
  height += frame.measure(card.institute, summary_style(frame), inner).height;
  return std::ceil(height + c.divide + c.heart + c.padding / 2);
}

void draw_program_card(Frame& frame, Rect rect, const ProgramCard& card, std::vector<session::Intent>& intents) {
  const CardMeasures c = measures(frame, rect.width);
  const Rect target = target_rect(c, rect);
  const std::string_view id = frame.join({"program.", card.id});
  const ui::Touch touch = frame.touchable(id, target, ui::Role::card, card.name.text);
  if (touch.tapped) intents.emplace_back(session::intent::Open{session::ScreenId::program, card.id});
  if (frame.visible(rect)) {
    const auto scope = frame.press_begin(rect, touch.pressed);
    ui::surface(frame, rect);
    const float radius = frame.metrics().radius * 0.7F;
    const float inset = c.padding / 2;
    ui::rounded_picture(frame, {rect.x + inset, rect.y + inset, rect.width - 2 * inset, c.picture - inset},
                        {card.picture, family_soft(frame, card.tone), frame.theme().surface, radius});
    const float inner = rect.width - 2 * c.padding;
    float y = rect.y + c.picture + c.padding * 0.5F;
    TextStyle name = name_style(frame);
    if (!frame.theme().high_contrast) name.color = family_color(frame, card.tone);
    y += frame.text(frame.join({id, ".name"}), {rect.x + c.padding, y, inner, 0}, card.name, name).height + c.gap;
    y += frame.text(frame.join({id, ".summary"}), {rect.x + c.padding, y, inner, 0}, card.summary, summary_style(frame)).height + c.gap;
    y += frame.text(frame.join({id, ".facts"}), {rect.x + c.padding, y, inner, 0}, card.facts, facts_style(frame)).height;
    frame.text(frame.join({id, ".institute"}), {rect.x + c.padding, y, inner, 0}, card.institute, summary_style(frame));
    frame.press_end(scope);
  }
  Rect heart = heart_rect(c, rect);
  if (!card.voice.empty()) {
    // Who does not read finds the loudspeaker (T7): one touch opens the page and plays.
    const float side = heart.height;
    const ui::ButtonLook look{ui::ButtonKind::primary, "listen", false, false, false, false, ui::Role::button, 0, true};
    if (ui::button(frame, frame.join({"listen.", card.id}), {heart.right() - side, heart.y, side, side}, card.listen, look)) {
      intents.emplace_back(session::intent::Open{session::ScreenId::program, card.id});
      intents.emplace_back(session::intent::ToggleVoice{card.voice});
    }
    heart.width -= side + frame.metrics().gap;
  }
  draw_heart(frame, frame.join({"heart.", card.id}), heart, card.heart, card.kept, session::intent::ToggleHeart{session::HeartKind::program, card.id}, intents);
}

float workshop_card_height(Frame& frame, const WorkshopCard& card, float width) {
  const CardMeasures c = measures(frame, width);
  const float side = std::round(frame.metrics().px(112));
  const float inner = width - 3 * c.padding - side;
  float height = c.padding;
  height += frame.measure(card.time, facts_style(frame), inner).height;
  height += frame.measure(card.title, name_style(frame), inner).height;
  height += frame.measure(card.room, summary_style(frame), inner).height;
  height = std::max(height, side + c.padding) + c.gap * 2;
  height += draw_badges(frame, {0, 0, width - 2 * c.padding, 0}, {}, card.badges, false);
  return std::ceil(height + c.divide + c.heart + c.padding / 2);
}

void draw_workshop_card(Frame& frame, Rect rect, const WorkshopCard& card, std::vector<session::Intent>& intents) {
  const CardMeasures c = measures(frame, rect.width);
  const Rect target = target_rect(c, rect);
  const std::string_view id = frame.join({"workshop.", card.id});
  const bool opens = !card.program.empty();
  const ui::Touch touch = frame.touchable(id, target, ui::Role::card, card.title.text, opens);
  if (touch.tapped) intents.emplace_back(session::intent::Open{session::ScreenId::program, card.program});
  if (frame.visible(rect)) {
    const auto scope = frame.press_begin(rect, touch.pressed);
    ui::surface(frame, rect);
    const float side = std::round(frame.metrics().px(112));
    ui::rounded_picture(frame, {rect.x + c.padding, rect.y + c.padding, side, side},
                        {card.picture, family_soft(frame, card.tone), frame.theme().surface, frame.metrics().radius * 0.6F});
    const float x = rect.x + 2 * c.padding + side;
    const float inner = rect.right() - c.padding - x;
    float y = rect.y + c.padding;
    TextStyle time = facts_style(frame);
    time.tabular_figures = true;
    y += frame.text(frame.join({id, ".time"}), {x, y, inner, 0}, card.time, time).height;
    TextStyle name = name_style(frame);
    if (!frame.theme().high_contrast) name.color = family_color(frame, card.tone);
    y += frame.text(frame.join({id, ".title"}), {x, y, inner, 0}, card.title, name).height;
    y += frame.text(frame.join({id, ".room"}), {x, y, inner, 0}, card.room, summary_style(frame)).height;
    y = std::max(y, rect.y + c.padding + side) + c.gap * 2;
    draw_badges(frame, {rect.x + c.padding, y, rect.width - 2 * c.padding, 0}, frame.join({"workshop.", card.id, ".badge"}), card.badges, true);
    frame.press_end(scope);
  }
  draw_heart(frame, frame.join({"heart.", card.id}), heart_rect(c, rect), card.heart, card.kept,
             session::intent::ToggleHeart{session::HeartKind::workshop, card.id}, intents);
}

}  // namespace kiosk::screens
