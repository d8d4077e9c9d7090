// `kiosk pin set` asks for the PIN of the staff pages, twice and unseen on a terminal, as one line otherwise. `kiosk pin offer` lets the first
// one be chosen on the screen for a while.
#pragma once

#include <filesystem>
#include <optional>

namespace kiosk::cli {

// Both give 0, or 1 with a sentence on standard error.
int set_pin(const std::filesystem::path& data, const std::optional<std::filesystem::path>& content);
int offer_pin(const std::filesystem::path& data);

}  // namespace kiosk::cli
