#include "cli/storage.h"

#include <chrono>
#include <cstdio>

#include "base/format.h"
#include "cli/loaded_content.h"
#include "locale/dates.h"
#include "store/backups.h"
#include "store/erasure.h"

namespace kiosk::cli {

int back_up(const std::filesystem::path& data, const std::filesystem::path& file) {
  const auto written = store::write_backup(data, file);
  if (!written) return failed(written.error());
  std::fputs(fmt::format("{}: written and checked; it holds names and telephone numbers: keep it where only you can read it\n", file.string()).c_str(), stdout);
  return 0;
}

int purge_records(const std::filesystem::path& data, const std::optional<std::filesystem::path>& content, const std::string& date) {
  const auto before = locale::parse_local_time(date + " 00:00", event_time_zone(content, data));
  if (!before) return failed({fmt::format("'{}' is not a day", date), "Write it as 2025-09-22; what was saved before that day is deleted."});
  const auto purged = store::purge(data, *before, std::chrono::system_clock::now(), [](const base::Error& beside) { failed(beside); });
  if (!purged) return failed(purged.error());
  std::fputs(fmt::format("{} leads purged, {} guests left as a count; files exported before still hold them\n", purged->leads, purged->guests).c_str(), stdout);
  return 0;
}

}  // namespace kiosk::cli
