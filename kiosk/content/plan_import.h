// `kiosk map import`: a plan drawn in Inkscape (SVG) becomes the first map.toml of a content folder: floors from layers, rooms from shapes
// whose ids are rooms of rooms.toml. Doors, paths and kiosks are the operator's to add. What was left out is named, never guessed. Not on the
// drawing thread: it reads and writes files. Throws nothing; on failure the folder is unchanged.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/result.h"
#include "content/content.h"

namespace kiosk::content {

struct PlanImportOptions {
  std::optional<double> metres_per_unit;  // of the drawing's own units; else what the drawing says, else 1:100
  bool replace_existing = false;
};

struct PlanImport {
  std::size_t floors = 0;
  std::size_t rooms = 0;
  double metres_per_unit = 0;
  std::vector<Issue> left_out;  // by place in the drawing; all of them warnings
};

// Fails when the drawing cannot be read or has no room in it, when `folder` has no readable rooms.toml, or when it has a map.toml that may not
// be replaced.
base::Result<PlanImport> import_plan(const std::filesystem::path& drawing, const std::filesystem::path& folder, const PlanImportOptions& options);

}  // namespace kiosk::content
