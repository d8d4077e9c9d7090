// `kiosk stats`: what visitors looked at, from a copy of the database.
#pragma once

#include <filesystem>

namespace kiosk::cli {

int run_stats(const std::filesystem::path& data_folder, bool as_json);

}  // namespace kiosk::cli
