// `kiosk pin set`: asks for the PIN of the staff pages, twice and unseen on a terminal, as one line otherwise.
#pragma once

#include <filesystem>

namespace kiosk::cli {

// 0, or 1 with a sentence on standard error.
int run_pin_set(const std::filesystem::path& data_folder);

}  // namespace kiosk::cli
