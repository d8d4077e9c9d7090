// `kiosk map`: a plan drawn in Inkscape becomes map.toml, and the plan that a folder has becomes one picture to look at.
#pragma once

#include <filesystem>
#include <optional>

namespace kiosk::cli {

// Both give the exit status: 0, or 1 with a sentence on standard error. Files are replaced whole or stay as they were.

// What the drawing has that no map can is named on standard error, and the rest is imported.
int import_map(const std::filesystem::path& drawing, const std::filesystem::path& folder, std::optional<double> metres_per_unit,
               bool replace_existing);
// A PNG with every floor side by side. `folder` as `kiosk check` takes it; what is wrong with it is `kiosk check`'s to say.
int show_map(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace kiosk::cli
