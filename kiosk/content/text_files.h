// Which files of a folder are text content.
#pragma once

#include <filesystem>
#include <string_view>

namespace kiosk::content {

// Where ".toml" begins in `name`, in whatever case; npos when it is not there.
std::size_t text_ending(std::string_view name);

// Whether somebody means the kiosk to read it: neither hidden nor an editor's own copy (fr.toml~), but fr.toml.txt and fr.TOML too.
bool is_meant_as_text(std::string_view name);

// There, and with something in it: a file that a failed save emptied says nothing, as one that is missing does.
bool holds_text(const std::filesystem::path& file);

}  // namespace kiosk::content
