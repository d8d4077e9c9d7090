// `kiosk stats`: what visitors looked at, from a copy of the database, by the hours of the event.
#pragma once

#include <filesystem>
#include <optional>

namespace kiosk::cli {

int run_stats(const std::filesystem::path& data_folder, const std::optional<std::filesystem::path>& content, bool as_json);

}  // namespace kiosk::cli
