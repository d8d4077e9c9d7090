#include "app/plan_maker.h"

#include <cmath>

#include "exporters/payloads.h"
#include "exporters/plan_text.h"

namespace kiosk::app {
namespace {

// Half of a 16 : 9 screen's short side: what the sheet gives its code.
double code_side_mm(double diagonal_inches) {
  constexpr double kMillimetresPerInch = 25.4;
  const double short_side = diagonal_inches * kMillimetresPerInch * 9 / std::hypot(16, 9);
  return short_side / 2;
}

}  // namespace

screens::PlanMaker make_plan_maker(const content::Content& content, base::WallTime now, std::chrono::year_month_day today) {
  const locale::Messages* messages = &content.messages;
  const exporters::PlanDay day{today, content.catalogue.event.time_zone, now};
  const exporters::CodeRoom room{code_side_mm(content.catalogue.event.screen_diagonal_inches)};
  return {[messages](const model::Plan& plan) { return exporters::plan_sections(plan, *messages, exporters::PlanExtent::whole); },
          [messages, day, room](model::TakeHomeKind kind, const model::Plan& plan) { return exporters::take_home(kind, plan, *messages, day, room); }};
}

}  // namespace kiosk::app
