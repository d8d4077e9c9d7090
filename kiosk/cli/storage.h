// `kiosk backup` and `kiosk leads purge`: the database as a whole, beside a kiosk that may run.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kiosk::cli {

// Both give the exit status: 0, or 1 with a sentence on standard error.
int back_up(const std::filesystem::path& data, const std::filesystem::path& file);
// Leads and guests saved before local midnight of `date`, "2025-09-22", in the content's time zone. What is most of all, or left on the event's own
// day, goes only when somebody is `sure`. The backups are purged by the next call, when the database holds nothing that old.
int purge_records(const std::filesystem::path& data, const std::optional<std::filesystem::path>& content, const std::string& date, bool sure);

}  // namespace kiosk::cli
