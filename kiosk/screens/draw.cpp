#include "screens/parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

constexpr base::Milliseconds kEnter{220};

// Draws the body of one alternative; attract draws itself over the whole window.
struct BodyDrawer {
  Frame& frame;
  Rect area;
  UiMemory& memory;
  Intents& intents;

  void operator()(const AttractView&) const {}
  void operator()(const HomeView& view) const { draw_home(frame, area, view, intents); }
  void operator()(const ProgramListView& view) const { draw_program_list(frame, area, view, memory, intents); }
  void operator()(const ProgramView& view) const { draw_program(frame, area, view, memory, intents); }
  void operator()(const WorkshopsView& view) const { draw_workshops(frame, area, view, intents); }
  void operator()(const AgendaView& view) const { draw_agenda(frame, area, view, intents); }
  void operator()(const ReceptionView& view) const { draw_reception(frame, area, view, memory, intents); }
  void operator()(const InterestView& view) const { draw_interest(frame, area, view, memory, intents); }
  void operator()(const MapView& view) const { draw_map(frame, area, view, memory, intents); }
  void operator()(const FinderView& view) const { draw_finder(frame, area, view, intents); }
  void operator()(const QuestionsView& view) const { draw_questions(frame, area, view, intents); }
  void operator()(const AfterView& view) const { draw_after(frame, area, view); }
  void operator()(const FiguresView& view) const { draw_figures(frame, area, view, intents); }
  void operator()(const CompareView& view) const { draw_compare(frame, area, view, intents); }
  void operator()(const ToursView& view) const { draw_tours(frame, area, view, intents); }
  void operator()(const TourView& view) const { draw_tour(frame, area, view, intents); }
  void operator()(const ThanksView& view) const { draw_thanks(frame, area, view, intents); }
  void operator()(const DetailsView& view) const { draw_details(frame, area, view, memory, intents); }
  void operator()(const ReceiptView& view) const { draw_receipt(frame, area, view, memory, intents); }
  void operator()(const StaffFormView& view) const { draw_form_page(frame, area, view.form, memory, intents); }
  void operator()(const StaffDeskView& view) const { draw_staff_desk(frame, area, view, intents); }
  void operator()(const StaffPinView& view) const { draw_staff_pin(frame, area, view, intents); }
  void operator()(const StaffTodayView& view) const { draw_staff_today(frame, area, view, intents); }
  void operator()(const StaffPageView& view) const { draw_staff_page(frame, area, view, intents); }
  void operator()(const MyVisitView& view) const { draw_my_visit(frame, area, view, intents); }
};

// A new screen comes in from the end side; with reduced motion it only fades in.
void enter(Frame& frame, const UiMemory& memory, float down_px) {
  const auto since = frame.now() - memory.entered;
  if (since >= kEnter) return;
  const float t = std::chrono::duration<float>(since) / std::chrono::duration<float>(kEnter);
  const float left = (1 - t) * (1 - t) * (1 - t);  // ease-out
  if (!frame.reduced_motion()) frame.set_shift(std::round(left * frame.metrics().px(48)), down_px);
  frame.set_opacity(1 - left * 0.85F);
  frame.want_frame_at(frame.now());
}

// Along the top, before the first question; returns its height, 0 when there is nothing to warn of.
float draw_warning_strip(Frame& frame, Rect area, std::string_view id, std::string_view icon, const Phrase& warning) {
  if (warning.text.empty()) return 0;
  const ui::Metrics& m = frame.metrics();
  const ui::TextStyle style = bold(coloured(ui::body_style(frame), frame.theme().bad));
  const float pad = m.px(14);
  const float side = m.px(44);
  const float x = area.x + m.margin + side + m.px(16);
  const float width = area.width - 2 * m.margin - side - m.px(16);
  const float height = std::max(side, frame.measure(warning, style, width).height) + 2 * pad;
  frame.icon(icon, {area.x + m.margin, area.y + std::round((height - side) / 2), side, side}, frame.theme().bad);
  frame.text(id, {x, area.y + pad, width, 0}, warning, style);
  return std::ceil(height);
}

// The screen or the sheet in its place, moved down by `down_px`.
void draw_page(Frame& frame, Rect area, const ScreenView& view, UiMemory& memory, Intents& intents, float down_px) {
  // A sheet takes the place of the screen instead of lying over it: one page to draw, one thing to look at.
  frame.set_shift(0, down_px);
  if (view.idle) {
    draw_idle(frame, area, *view.idle, intents);
  } else if (view.leave) {
    draw_leave(frame, area, *view.leave, intents);
  } else if (view.take_home) {
    draw_take_home(frame, area, *view.take_home, intents);
  } else if (view.way) {
    draw_way(frame, area, *view.way, intents);
  } else if (view.comfort) {
    draw_comfort(frame, area, *view.comfort, intents);
  } else {
    area.height -= draw_demo_line(frame, area, view.demo_line);
    frame.clip_push(area);
    enter(frame, memory, down_px);
    float strip = draw_warning_strip(frame, area, "staff.closing", "clock", view.closing);
    strip += draw_warning_strip(frame, {area.x, area.y + strip, area.width, area.height}, "storage.warning", "warning", view.storage_warning);
    std::visit(BodyDrawer{frame, {area.x, area.y + strip, area.width, area.height - strip}, memory, intents}, view.body);
    frame.set_shift(0, down_px);
    frame.set_opacity(1);
    frame.clip_pop();
  }
  frame.set_shift(0, 0);
}

// The page as ever, seen through the lower half of the screen; above the middle there is nothing to touch.
void draw_within_reach(Frame& frame, Rect area, const ScreenView& view, UiMemory& memory, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float bar = reach_bar_height(frame, *view.reach);
  const Rect page{area.x, area.y, area.width, area.height - bar};
  const float middle = std::round(m.window.height / 2);
  const float seen = page.bottom() - middle;
  constexpr float kOverlap = 0.2F;  // of what is seen stays in view
  // The sheet with the mode's own switch begins at its end: there it is touched when the mode begins, and there it stays.
  if (std::exchange(memory.reach_sheet, view.sheet) != view.sheet) memory.reach_px = view.comfort ? page.height - seen : 0;
  draw_reach_bar(frame, {m.margin, page.bottom(), m.window.width - 2 * m.margin, bar}, *view.reach, page.height - seen, std::round(seen * (1 - kOverlap)), memory.reach_px);
  frame.clip_push({0, middle, page.width, seen});
  draw_page(frame, page, view, memory, intents, middle - memory.reach_px);
  frame.clip_pop();
  ui::zellige_band(frame, {0, 0, m.window.width, middle});
}

}  // namespace

void draw_screen(Frame& frame, const ScreenView& view, UiMemory& memory, Intents& intents) {
  // Another room on the same map is no new screen.
  const bool same_map = memory.shown.screen == session::ScreenId::map && view.place.screen == session::ScreenId::map;
  if (!memory.shown_once || (memory.shown != view.place && !same_map)) {
    const bool first = !memory.shown_once;
    memory.map = {};
    memory.reach_px = 0;
    memory.shown_once = true;
    memory.shown = view.place;
    memory.entered = first ? frame.now() - kEnter : frame.now();
    if (view.place.screen == session::ScreenId::attract) memory.attract_began = frame.now();
  }
  if (const auto* attract = std::get_if<AttractView>(&view.body)) {
    draw_attract(frame, *attract, view.nav, view.demo_line, memory, intents);
    return;
  }
  const float nav = draw_nav(frame, view.nav, intents);
  const Rect area{0, 0, frame.metrics().window.width, frame.metrics().window.height - nav};
  if (view.reach && !view.idle) return draw_within_reach(frame, area, view, memory, intents);
  draw_page(frame, area, view, memory, intents, 0);
}

}  // namespace kiosk::screens
