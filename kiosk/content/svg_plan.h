// A plan as SVG: the only bridge to pugixml, whose types stop in svg_plan.cpp. Finds floors (layers) and outlines (rect, polygon, polyline,
// path) in metres and names everything else by its place and id. Private to this folder; pure: bytes in, values out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "content/issues.h"
#include "model/geometry.h"

namespace kiosk::content {

struct DrawnShape {
  std::string id;     // may be empty where there is a label
  std::string label;  // the name that Inkscape shows, or empty
  std::string kind;   // data-kind as written, or empty
  SourcePlace place;
  model::Polygon outline;  // in metres; does not cross itself
};

struct DrawnFloor {
  std::string id;
  std::optional<int> level;  // data-level
  SourcePlace place;
  std::vector<DrawnShape> shapes;
};

struct DrawnPlan {
  double metres_per_unit = 0;
  std::vector<DrawnFloor> floors;  // in the order of the layers, the lowest first
};

// `file` is what places are named after. What is left out is among `issues` as warnings; fails when nothing of it can be trusted: no SVG, too
// large, nested too deeply, with entities of its own.
base::Result<DrawnPlan> read_svg_plan(std::string_view bytes, const std::string& file, std::optional<double> metres_per_unit, Issues& issues);

}  // namespace kiosk::content
