// Statistics as people and programs read them.
#pragma once

#include <string>

#include "store/store.h"

namespace kiosk::cli {

std::string report_text(const store::Statistics& statistics);
// {"visits": n, "visits_ended_done": n, "visits_ended_idle": n, "views": n, "hearts": n, "visits_by_language": [{"id": "ar", "count": n}, …],
//  "visits_by_hour": […], "views_by_screen": […], "views_by_program": […], "hearts_by_program": […], "hearts_by_workshop": […]}
std::string report_json(const store::Statistics& statistics);

}  // namespace kiosk::cli
