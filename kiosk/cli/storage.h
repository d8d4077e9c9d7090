// `kiosk backup` and `kiosk leads purge`: the database as a whole, beside a kiosk that may run.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kiosk::cli {

// Both give the exit status: 0, or 1 with a sentence on standard error.
int back_up(const std::filesystem::path& data, const std::filesystem::path& file);
// Leads and guests saved before local midnight of `date`, "2025-09-22", in the content's time zone.
int purge_records(const std::filesystem::path& data, const std::optional<std::filesystem::path>& content, const std::string& date);

}  // namespace kiosk::cli
