// What the staff pages show of the world, gathered by the app while staff look. Plain values; what families left is among
// them while the counsellor's desk is open, and wiped when staff leave.
#pragma once

#include <optional>
#include <vector>

#include "locale/time_zone.h"
#include "model/content_report.h"
#include "model/day_changes.h"
#include "model/export_order.h"
#include "model/lead.h"
#include "model/purge_question.h"
#include "model/statistics.h"
#include "model/storage_report.h"

namespace kiosk::screens {

struct StaffFacts {
  std::optional<model::Statistics> statistics;  // of today; nothing until they are counted
  std::vector<model::Stick> sticks;
  model::ContentReport content;
  model::DayChanges day;
  std::optional<locale::ZoneDoubt> zone_doubt;  // why the hours shown may be wrong
  std::optional<model::PurgeQuestion> purge;    // what is not deleted before staff say so
  model::LostLeads lost;
  std::vector<model::Lead> families;  // not answered yet, most urgent first; only while the desk is looked at
  std::optional<model::Lead> family;  // the record that is open

  bool operator==(const StaffFacts&) const = default;
};

}  // namespace kiosk::screens
