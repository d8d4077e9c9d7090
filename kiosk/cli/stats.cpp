#include "cli/stats.h"

#include <cstdio>

#include "base/format.h"
#include "base/log.h"
#include "cli/stats_report.h"
#include "store/store.h"

namespace kiosk::cli {

int run_stats(const std::filesystem::path& data_folder, bool as_json) {
  const auto statistics = store::read_statistics(data_folder, "Africa/Casablanca");
  if (!statistics) {
    base::log_error(fmt::format("{}\n  {}", statistics.error().message, statistics.error().remedy));
    return 1;
  }
  const std::string report = as_json ? report_json(*statistics) : report_text(*statistics);
  std::fwrite(report.data(), 1, report.size(), stdout);
  return 0;
}

}  // namespace kiosk::cli
