// Which files of a folder are text content.
#pragma once

#include <filesystem>
#include <vector>

namespace kiosk::content {

// Relative names, sorted; by the places where content may lie.
std::vector<std::filesystem::path> text_files(const std::filesystem::path& folder);

}  // namespace kiosk::content
