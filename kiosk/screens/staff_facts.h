// What the staff pages show of the world, gathered by the app while staff look. Plain values.
#pragma once

#include <optional>
#include <vector>

#include "model/content_report.h"
#include "model/day_changes.h"
#include "model/export_order.h"
#include "model/statistics.h"

namespace kiosk::screens {

struct StaffFacts {
  std::optional<model::Statistics> statistics;  // of today; nothing until they are counted
  std::vector<model::Stick> sticks;
  model::ContentReport content;
  model::DayChanges day;
};

}  // namespace kiosk::screens
