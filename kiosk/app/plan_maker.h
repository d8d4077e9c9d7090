// The exporters' words and codes for the screens' plan (V7, V8).
#pragma once

#include "base/clock.h"
#include "content/content.h"
#include "screens/context.h"

namespace kiosk::app {

// `content` must outlive its use. `now` stands in calendars as the time they were made; times of the plan are of `today`.
screens::PlanMaker make_plan_maker(const content::Content& content, base::WallTime now, std::chrono::year_month_day today);

}  // namespace kiosk::app
