#include "cli/stats.h"

#include <cstdio>

#include "cli/loaded_content.h"
#include "cli/stats_report.h"
#include "store/store.h"

namespace kiosk::cli {

int run_stats(const std::filesystem::path& data_folder, const std::optional<std::filesystem::path>& content, bool as_json) {
  const auto statistics = store::read_statistics(data_folder, event_time_zone(content, data_folder));
  if (!statistics) return failed(statistics.error());
  const std::string report = as_json ? report_json(*statistics) : report_text(*statistics);
  std::fwrite(report.data(), 1, report.size(), stdout);
  return 0;
}

}  // namespace kiosk::cli
