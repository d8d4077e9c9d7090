#include "screens/way_view.h"

#include <algorithm>

#include "base/format.h"

namespace kiosk::screens {
namespace {

// Steps under the stop that they lead to and the floor that they are on, where there are several.
void add_lines(const ViewContext& context, const ShownWay& way, const std::vector<WayStep>& steps, WayView& view) {
  const bool several_stops = way.rooms.size() > 1;
  const bool several_floors = std::any_of(steps.begin(), steps.end(), [&](const WayStep& step) { return step.floor != steps.front().floor; });
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const WayStep& step = steps[i];
    if (several_stops && (i == 0 || steps[i - 1].stop != step.stop)) view.lines.push_back({WayLine::Kind::stop, stop_title(context, way, step.stop), {}, 0, false});
    if (several_floors && (i == 0 || steps[i - 1].floor != step.floor)) {
      const model::Floor* floor = context.catalogue.map.floor(step.floor);
      if (floor != nullptr) view.lines.push_back({WayLine::Kind::floor, context.pick(floor->name), {}, 0, false});
    }
    view.lines.push_back({WayLine::Kind::step, step.text, step.icon, static_cast<int>(i + 1), step.arrives});
  }
}

void add_code(const ViewContext& context, const ShownWay& way, const std::vector<WayStep>& steps, WayView& view) {
  const std::string text = way_text(context, way, steps);
  if (context.plans == nullptr || text.empty()) return;
  const std::vector<std::string> parts = context.plans->text_parts(text);
  if (parts.empty()) return;
  view.code_line = context.say("way.code_line");
  view.parts = static_cast<int>(parts.size());
  view.part = std::clamp(context.session.take_home.part, 0, view.parts - 1);
  view.qr = context.make_qr_code(parts[static_cast<std::size_t>(view.part)]);
  if (view.parts > 1) view.part_label = {locale::isolate_left_to_right(fmt::format("{} / {}", view.part + 1, view.parts)), context.language()};
}

}  // namespace

WayView make_way_view(const ViewContext& context) {
  WayView view;
  view.close = context.say("comfort.close");
  view.previous = context.say("nav.back");
  view.next = context.say("form.next");
  const std::string& room = context.session.place.subject;
  view.id = "way." + (room.empty() ? std::string("walk") : room);
  const auto way = shown_way(context);
  if (!way) {
    view.title = context.say("map.title");
    if (!room.empty()) view.no_way.push_back(why_no_way(context, model::NoRoute::unknown_place, room));
    return view;
  }
  view.title = way_title(context, *way);
  for (const model::SkippedStop& skipped : way->walk.skipped) view.no_way.push_back(why_no_way(context, skipped.why, way->rooms[skipped.stop]));
  if (way->walk.order.empty()) return view;
  view.summary = way_summary(context, way->walk.route);
  const std::vector<WayStep> steps = way_steps(context, *way);
  add_lines(context, *way, steps, view);
  add_code(context, *way, steps, view);
  return view;
}

}  // namespace kiosk::screens
