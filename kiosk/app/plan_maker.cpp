#include "app/plan_maker.h"

#include <cmath>

#include "exporters/payloads.h"
#include "exporters/plan_text.h"

namespace kiosk::app {
namespace {

// Half of a 16 : 9 screen's short side is what the sheets give a code. Its modules are whole pixels, of which there are 1080 at least, so
// that rounding down to them leaves no module too small.
exporters::CodeRoom room_on_screen(double diagonal_inches) {
  constexpr double kMillimetresPerInch = 25.4;
  constexpr double kLeastPixels = 1080;
  const double short_side = diagonal_inches * kMillimetresPerInch * 9 / std::hypot(16, 9);
  const double pixel = short_side / kLeastPixels;
  return {short_side / 2, std::ceil(exporters::kScreenModuleMm / pixel) * pixel};
}

}  // namespace

screens::PlanMaker make_plan_maker(const content::Content& content, base::WallTime now, std::chrono::year_month_day today) {
  const locale::Messages* messages = &content.messages;
  const exporters::PlanDay day{today, content.catalogue.event.time_zone, now};
  const exporters::CodeRoom room = room_on_screen(content.catalogue.event.screen_diagonal_inches);
  return {[messages](const model::Plan& plan) { return exporters::plan_sections(plan, *messages, exporters::PlanExtent::whole); },
          [messages, day, room](model::TakeHomeKind kind, const model::Plan& plan) { return exporters::take_home(kind, plan, *messages, day, room); },
          [room](std::string_view text) { return exporters::split_text(text, room); }};
}

}  // namespace kiosk::app
