#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "screens/draw.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using base::Milliseconds;
using ui::Frame;
using ui::Rect;

constexpr base::Milliseconds kStaffHold{3000};
constexpr float kPanPerSecond = 4;  // whole pixels, so that a step is a plain copy
constexpr Milliseconds kFade{800};
constexpr Milliseconds kFrame{34};  // at most 30 frames a second while fading

// Which slide is on at `elapsed`, and since when.
struct Playing {
  std::size_t index = 0;
  Milliseconds since{};
  Milliseconds left{};
  bool first_round = true;
  std::size_t round = 0;
};

constexpr std::array kBurnInShifts{base::Point{0, 0}, base::Point{4, 2}, base::Point{-4, 4}, base::Point{2, -4}, base::Point{-2, -2}, base::Point{4, -4}, base::Point{-4, 0}};

Playing playing(const AttractView& view, Milliseconds elapsed) {
  Milliseconds round{};
  for (const AttractSlide& slide : view.slides) round += slide.duration;
  Playing now;
  now.first_round = elapsed < round;
  now.round = static_cast<std::size_t>(elapsed / round);
  Milliseconds rest = elapsed % round;
  while (rest >= view.slides[now.index].duration) rest -= view.slides[now.index++].duration;
  now.since = rest;
  now.left = view.slides[now.index].duration - rest;
  return now;
}

// Pixels beyond the picture's place that the pan uses up.
int spare_px(const AttractSlide& slide) {
  return static_cast<int>(std::ceil(kPanPerSecond * static_cast<float>(slide.duration.count() + 1)));
}

// A scene fills its place with some pixels to spare; the welcome shows the zellige itself.
ui::PictureWish wish_for(Rect rect, const AttractSlide& slide) {
  ui::PictureWish wish;
  wish.source = slide.picture.empty() ? std::string_view("builtin/zellige") : std::string_view(slide.picture);
  wish.width_px = static_cast<int>(rect.width) + spare_px(slide);
  wish.height_px = static_cast<int>(rect.height);
  return wish;
}

void draw_picture(Frame& frame, Rect rect, const AttractSlide& slide, float pan_px, float opacity) {
  const float from = -static_cast<float>(spare_px(slide)) / 2;
  if (!frame.picture(rect, wish_for(rect, slide), from + pan_px, opacity) && opacity >= 1) {
    frame.fill(rect, frame.theme().family_soft[static_cast<std::size_t>(slide.tone)]);
  }
}

struct Words {
  ui::TextStyle kicker;
  ui::TextStyle title;
  ui::TextStyle line;
  ui::TextStyle greeting;
};

Words words(const Frame& frame, const AttractSlide& slide) {
  const ui::Theme& theme = frame.theme();
  Words w;
  w.kicker = ui::body_style(frame);
  w.kicker.weight = text::Weight::bold;
  w.kicker.color = slide.kind == model::SlideKind::next_workshop ? theme.ink : theme.accent;
  w.title = ui::title_style(frame);
  w.title.size_px = frame.metrics().display;
  w.title.color = slide.kind == model::SlideKind::welcome ? theme.ink : theme.family[static_cast<std::size_t>(slide.tone)];
  w.title.max_lines = 3;
  w.line = ui::body_style(frame);
  w.line.size_px = std::round(frame.metrics().body * 1.15F);
  w.greeting = ui::heading_style(frame);
  w.greeting.color = theme.ink_soft;
  // A slide speaks one language: all its words stand at that language's start, whatever the page's direction.
  const bool slide_rtl = base::direction(slide.language) == base::Direction::right_to_left;
  const text::Align align = slide_rtl == frame.right_to_left() ? text::Align::start : text::Align::end;
  for (ui::TextStyle* style : {&w.kicker, &w.title, &w.line, &w.greeting}) style->align = align;
  return w;
}

void draw_words(Frame& frame, Rect rect, const AttractSlide& slide) {
  const ui::Metrics& m = frame.metrics();
  const Words w = words(frame, slide);
  const float gap = m.px(20);
  float height = frame.measure(slide.kicker, w.kicker, rect.width).height + frame.measure(slide.title, w.title, rect.width).height +
                 frame.measure(slide.line, w.line, rect.width).height + 3 * gap;
  for (const Phrase& greeting : slide.greetings) height += frame.measure(greeting, w.greeting, rect.width).height;
  if (!slide.detail.text.empty()) height += frame.measure(slide.detail, w.greeting, rect.width).height + gap;
  float y = rect.y + std::max(0.0F, std::round((rect.height - height) / 2));
  y += frame.text("attract.kicker", {rect.x, y, rect.width, 0}, slide.kicker, w.kicker).height + gap;
  y += frame.text("attract.title", {rect.x, y, rect.width, 0}, slide.title, w.title).height + gap;
  if (!slide.detail.text.empty()) {
    ui::TextStyle detail = w.greeting;
    detail.color = frame.theme().ink;
    y += frame.text("attract.detail", {rect.x, y, rect.width, 0}, slide.detail, detail).height + gap;
  }
  y += frame.text("attract.line", {rect.x, y, rect.width, 0}, slide.line, w.line).height + gap;
  for (const Phrase& greeting : slide.greetings) {
    const std::string_view id = frame.join({"attract.greeting.", base::code(greeting.language)});
    y += frame.text(id, {rect.x, y, rect.width, 0}, greeting, w.greeting).height;
  }
}

// The strip along the bottom: the invitation and the languages. Returns its height.
float draw_strip(Frame& frame, const AttractSlide& slide, const NavView& nav, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float padding = m.px(24);
  ui::ButtonLook look{ui::ButtonKind::primary, "hand-touch", false, false, false, false, ui::Role::button};
  const ui::Size invitation = ui::button_size(frame, slide.invitation, look);
  ui::ButtonLook choice;
  choice.kind = ui::ButtonKind::plain;
  choice.small = true;
  float languages = -m.gap;
  float row = m.touch;
  for (const LanguageChoice& one : nav.languages) {
    const ui::Size size = ui::button_size(frame, one.name, choice);
    languages += std::max(size.width, m.px(190)) + m.gap;
    row = std::max(row, size.height);
  }
  const float width = m.window.width - 2 * m.margin;
  const ui::ButtonLook guests{ui::ButtonKind::surface, "people", false, false, false, false, ui::Role::button};
  const float reception = slide.reception.text.empty() ? -m.gap : ui::button_size(frame, slide.reception, guests).width;
  const bool one_row = invitation.width + m.gap + reception + m.gutter + languages <= width;
  const float first_row = std::max(invitation.height, m.px(88));
  const float height = padding * 2 + (one_row ? std::max(row, first_row) : row + m.gap + first_row);
  const float top = m.window.height - height;
  float y = top + padding;
  const float invitation_width = one_row ? std::min(width, invitation.width) : width - reception - m.gap;
  if (ui::button(frame, "attract.start", {m.margin, y, invitation_width, first_row}, slide.invitation, look)) {
    intents.emplace_back(session::intent::Begin{slide.language, {}});
  }
  const Rect beside{m.margin + invitation_width + m.gap, y, reception, first_row};
  if (reception > 0 && ui::button(frame, "attract.reception", beside, slide.reception, guests)) {
    intents.emplace_back(session::intent::Begin{slide.language, {}});
    intents.emplace_back(session::intent::Open{session::ScreenId::reception, {}});
  }
  float x = m.window.width - m.margin - languages;
  if (!one_row) {
    y += first_row + m.gap;
    x = m.margin;
  }
  const auto count = static_cast<float>(nav.languages.size());
  for (const LanguageChoice& one : nav.languages) {
    const float share = one_row ? std::max(ui::button_size(frame, one.name, choice).width, m.px(190)) : (width + m.gap) / count - m.gap;
    ui::ButtonLook button_look;
    button_look.small = true;
    if (ui::button(frame, one.widget, {x, y, share, one_row ? first_row : row}, one.name, button_look)) {
      intents.emplace_back(session::intent::Begin{one.language, {}});
    }
    x += share + m.gap;
  }
  return height;
}

void draw_institutes(Frame& frame, Rect rect, const AttractView& view, const Phrase& demo_line) {
  ui::TextStyle style = ui::caption_style(frame);
  float y = rect.y;
  for (std::size_t i = 0; i < view.institutes.size(); ++i) {
    y += frame.text(frame.numbered("attract.institute.", i), {rect.x, y, rect.width, 0}, view.institutes[i], style).height;
  }
  if (!demo_line.text.empty()) frame.text("demo_line", {rect.x, y, rect.width, 0}, demo_line, style);
}

float institutes_height(Frame& frame, float width, const AttractView& view, const Phrase& demo_line) {
  float height = frame.measure(demo_line, ui::caption_style(frame), width).height;
  for (const Phrase& institute : view.institutes) height += frame.measure(institute, ui::caption_style(frame), width).height;
  return height;
}

void draw_desk(Frame& frame, const AttractView& view) {
  const ui::Metrics& m = frame.metrics();
  const float band = m.px(96);
  ui::zellige_band(frame, {0, 0, m.window.width, band});
  ui::zellige_band(frame, {0, m.window.height - band, m.window.width, band});
  ui::TextStyle style = ui::title_style(frame);
  style.align = text::Align::centre;
  const float width = m.window.width - 2 * m.margin;
  float height = 0;
  for (const Phrase& sentence : view.institutes) height += frame.measure(sentence, style, width).height + m.gutter;
  float y = (m.window.height - height) / 2;
  for (const Phrase& sentence : view.institutes) {
    y += frame.text(frame.join({"desk.", base::code(sentence.language)}), {m.margin, y, width, 0}, sentence, style).height + m.gutter;
  }
}

}  // namespace

void draw_attract(Frame& frame, const AttractView& view, const NavView& nav, const Phrase& demo_line, UiMemory& memory,
                  Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  if (view.desk) return draw_desk(frame, view);
  const auto elapsed = std::chrono::duration_cast<Milliseconds>(frame.now() - memory.attract_began);
  const Playing now = playing(view, elapsed);
  const AttractSlide& slide = view.slides[now.index];
  const AttractSlide& before = view.slides[(now.index + view.slides.size() - 1) % view.slides.size()];
  const bool alone = view.slides.size() == 1;
  // Each round of slides stands a few pixels elsewhere, so that no edge burns into the panel over the day.
  const base::Point shift = kBurnInShifts[now.round % kBurnInShifts.size()];
  frame.set_shift(m.px(shift.x), m.px(shift.y));
  const bool fading = now.since < kFade && !alone && !(now.first_round && now.index == 0);

  const float strip = draw_strip(frame, slide, nav, intents);
  const float band = m.px(56);
  const Rect stage{0, 0, m.window.width, m.window.height - strip - band};
  ui::zellige_band(frame, {0, stage.bottom(), m.window.width, band});
  // The picture takes at most 55 % of the screen.
  Rect picture{std::round(stage.width * 0.45F), 0, stage.width - std::round(stage.width * 0.45F), stage.height};
  Rect column{m.margin, m.margin, picture.x - 2 * m.margin, stage.height - m.margin};
  if (m.portrait) {
    picture = {0, 0, stage.width, std::round(m.window.height * 0.45F)};
    column = {m.margin, picture.bottom() + m.gutter, stage.width - 2 * m.margin, stage.height - picture.height - m.gutter};
  }
  const float pan = frame.reduced_motion() ? 0 : std::floor(kPanPerSecond * static_cast<float>(now.since.count()) / 1000);
  const float share = std::min(1.0F, static_cast<float>(now.since.count()) / static_cast<float>(kFade.count()));
  if (fading) {
    draw_picture(frame, picture, before, kPanPerSecond * static_cast<float>(before.duration.count()), 1);
    draw_picture(frame, picture, slide, pan, share);
  } else {
    draw_picture(frame, picture, slide, pan, 1);
    if (!alone) frame.prefetch(wish_for(picture, view.slides[(now.index + 1) % view.slides.size()]));
  }

  const float foot = institutes_height(frame, column.width, view, demo_line);
  const Rect text_area{column.x, column.y, column.width, column.height - foot - m.gutter};
  // The old words leave in the first half of the fade, the new ones come in the second.
  frame.set_opacity(fading ? std::abs(2 * share - 1) : 1);
  draw_words(frame, text_area, fading && share < 0.5F ? before : slide);
  frame.set_opacity(1);
  draw_institutes(frame, {column.x, column.bottom() - foot, column.width, foot}, view, demo_line);

  // The names of the institutes are the logo: held for three seconds they open the staff pages; touched, they begin like any other place.
  const float logo = std::max(foot, m.touch);
  const ui::Touch held = frame.touchable("attract.logo", {column.x, column.bottom() - logo, column.width, logo}, ui::Role::button,
                                         view.institutes.empty() ? std::string_view("Jusur") : std::string_view(view.institutes.front().text), true, false, kStaffHold);
  frame.set_shift(0, 0);
  if (held.long_pressed) intents.emplace_back(session::intent::OpenStaff{});
  if (held.tapped || frame.tapped_anywhere()) intents.emplace_back(session::intent::Begin{slide.language, {}});
  if (fading) {
    frame.want_frame_at(frame.now() + kFrame);
  } else {
    Milliseconds next = alone ? Milliseconds::max() : now.left;
    if (!frame.reduced_motion() && !alone) {
      const auto step = static_cast<std::int64_t>(1000 / kPanPerSecond);
      next = std::min(next, Milliseconds(step - now.since.count() % step));
    }
    if (next != Milliseconds::max()) frame.want_frame_at(frame.now() + next);
  }
}

}  // namespace kiosk::screens
