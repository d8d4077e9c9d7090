// What staff changed of a day (T10, V12), so that a restart keeps it. On the store's thread.
#pragma once

#include <chrono>

#include "base/result.h"
#include "model/day_changes.h"
#include "store/database.h"

namespace kiosk::store {

// Nothing changed when nothing is known of the day.
base::Result<model::DayChanges> read_day(Database& database, std::chrono::year_month_day day);
// One transaction; takes the place of what was known of the day.
base::Result<void> write_day(Database& database, std::chrono::year_month_day day, const model::DayChanges& changes);

}  // namespace kiosk::store
