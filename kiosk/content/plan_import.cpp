#include "content/plan_import.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/file.h"
#include "base/format.h"
#include "content/plan_limits.h"
#include "content/readers.h"
#include "content/room_words.h"
#include "content/spelling.h"
#include "content/svg_plan.h"
#include "content/text_guard.h"

namespace kiosk::content {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestDrawing = 8U * 1024 * 1024;
constexpr std::string_view kOutlinePrefix = "outline-";

struct ImportedArea {
  std::string room;
  model::AreaKind kind = model::AreaKind::office;
  model::Polygon shape;
};

struct ImportedFloor {
  std::string id;
  int level = 0;
  model::Polygon outline;
  std::vector<ImportedArea> areas;
};

// data-kind, else what a word of the id or of the name tells: "atelier-zellige", "wc-ground".
model::AreaKind kind_of(const DrawnShape& shape, const model::Room& room, Issues& issues) {
  std::vector<std::string_view> kinds;
  for (std::size_t i = 0; i < model::kAreaKindCount; ++i) {
    const auto kind = static_cast<model::AreaKind>(i);
    if (shape.kind == model::id(kind)) return kind;
    kinds.push_back(model::id(kind));
  }
  if (!shape.kind.empty()) {
    const std::string_view meant = nearest_word(shape.kind, kinds);
    issues.warn(shape.place, fmt::format("data-kind \"{:.60}\" of '#{}' is no kind of room", shape.kind, shape.id),
                meant.empty() ? fmt::format("Use one of: {}.", fmt::join(kinds, ", ")) : did_you_mean(meant));
  }
  if (const auto told = kind_told_by(room.id)) return *told;
  for (const std::string& name : room.name.by_language) {
    if (const auto told = kind_told_by(name)) return *told;
  }
  return model::AreaKind::office;
}

// Those of rooms.toml; a folder whose rooms cannot be read has nothing to hold a drawing against.
base::Result<std::vector<model::Room>> known_rooms(const fs::path& folder) {
  Draft draft;
  draft.folder = folder;
  read_rooms(draft);
  std::vector<model::Room>& rooms = draft.content.catalogue.rooms;
  if (draft.registry(Thing::room).is_complete && !draft.issues.has_error() && !rooms.empty()) return std::move(rooms);
  return base::fail(fmt::format("{}: rooms.toml is missing, empty or has errors", folder.string()),
                    "Write the rooms first (README.md shows how) and run `kiosk check`; shapes are matched by room id.");
}

double rounded(double metres) { return std::round(metres * 100) / 100 + 0.0; }  // + 0.0: no "-0"

model::Polygon to_centimetres(const model::Polygon& polygon) {
  model::Polygon corners;
  for (const model::Metres corner : polygon) {
    const model::Metres near{rounded(corner.x), rounded(corner.y)};
    if (corners.empty() || !(corners.back() == near)) corners.push_back(near);
  }
  return corners;
}

model::Polygon box_round(const std::vector<ImportedArea>& areas) {
  model::Polygon all;
  for (const ImportedArea& area : areas) all.insert(all.end(), area.shape.begin(), area.shape.end());
  const model::Bounds box = model::bounds(all);
  return {box.least, {box.most.x, box.least.y}, box.most, {box.least.x, box.most.y}};
}

// Names that a floor has in any building; the operator may write better ones.
std::string floor_name(int level) {
  switch (level) {
    case -1:
      return R"({ ar = "الطابق تحت الأرضي", fr = "Sous-sol", en = "Basement" })";
    case 0:
      return R"({ ar = "الطابق الأرضي", fr = "Rez-de-chaussée", en = "Ground floor" })";
    case 1:
      return R"({ ar = "الطابق الأول", fr = "Premier étage", en = "First floor" })";
    case 2:
      return R"({ ar = "الطابق الثاني", fr = "Deuxième étage", en = "Second floor" })";
    case 3:
      return R"({ ar = "الطابق الثالث", fr = "Troisième étage", en = "Third floor" })";
    default:
      return fmt::format(R"({{ ar = "الطابق {0}", fr = "Niveau {0}", en = "Floor {0}" }})", level);
  }
}

std::string to_toml(const model::Polygon& polygon) {
  std::vector<std::string> corners;
  for (const model::Metres corner : polygon) corners.push_back(fmt::format("[{}, {}]", corner.x, corner.y));
  return fmt::format("[{}]", fmt::join(corners, ", "));
}

std::string to_toml(const std::vector<ImportedFloor>& floors, const std::string& drawing) {
  std::string text = fmt::format(
      "# Imported from {}. Still to be written, as README.md shows: a [[node]] with door = … for each room, [[path]]s between\n"
      "# nodes, and a [[kiosk]] with here = its id before the first floor. `kiosk check` names what is missing.\n",
      printable(drawing));
  for (const ImportedFloor& floor : floors) {
    text += fmt::format("\n[[floor]]\nid = \"{}\"\nlevel = {}\nname = {}\noutline = {}\n", floor.id, floor.level, floor_name(floor.level),
                        to_toml(floor.outline));
  }
  for (const ImportedFloor& floor : floors) {
    for (const ImportedArea& area : floor.areas) {
      text += fmt::format("\n[[area]]\nroom = \"{}\"\nfloor = \"{}\"\nkind = \"{}\"\nshape = {}\n", area.room, floor.id, model::id(area.kind),
                          to_toml(area.shape));
    }
  }
  return text;
}

class Matching {
 public:
  Matching(std::vector<model::Room> rooms, Issues& issues) : rooms_(std::move(rooms)), issues_(issues) {}

  // A floor without a room is none: nobody could be led to it.
  std::optional<ImportedFloor> match(const DrawnFloor& drawn, int level) {
    ImportedFloor floor{drawn.id, drawn.level.value_or(level), {}, {}};
    for (const DrawnShape& shape : drawn.shapes) add(shape, floor);
    if (floor.areas.empty()) {
      issues_.warn(drawn.place, fmt::format("layer '{}' has no room in it and becomes no floor", drawn.id),
                   "Give its shapes the ids of rooms, or delete the layer.");
      return std::nullopt;
    }
    if (floor.outline.empty()) floor.outline = box_round(floor.areas);
    return floor;
  }

 private:
  void add(const DrawnShape& shape, ImportedFloor& floor) {
    const model::Polygon corners = to_centimetres(shape.outline);
    const std::string outline = fmt::format("{}{}", kOutlinePrefix, floor.id);
    if (shape.id == outline || shape.label == outline) {
      floor.outline = corners;
      return;
    }
    // What Inkscape shows first is the label; who wrote the room's id there meant it.
    const model::Room* room = known(shape.id);
    if (room == nullptr) room = known(shape.label);
    if (room == nullptr) {
      std::vector<std::string_view> ids;
      for (const model::Room& one : rooms_) ids.push_back(one.id);
      const std::string_view meant = nearest_word(shape.id, ids);
      const std::string labelled = shape.label.empty() ? std::string() : fmt::format(", nor '{:.60}' as its label says", shape.label);
      issues_.warn(shape.place, fmt::format("'#{}' is left out: there is no room '{}'{}", shape.id, shape.id, labelled),
                   meant.empty() ? "Add the room to rooms.toml, or give the shape the id of a room; outline-FLOOR is the outline of a floor."
                                 : did_you_mean(meant));
      return;
    }
    if (!drawn_.insert(room->id).second) {
      issues_.warn(shape.place, fmt::format("'#{}' is left out: the room is drawn already", shape.id), "Keep one of the two.");
      return;
    }
    floor.areas.push_back({room->id, kind_of(shape, *room, issues_), corners});
  }
  const model::Room* known(const std::string& id) const {
    const auto room = std::find_if(rooms_.begin(), rooms_.end(), [&](const model::Room& one) { return one.id == id; });
    return room == rooms_.end() ? nullptr : &*room;
  }

  std::vector<model::Room> rooms_;
  Issues& issues_;
  std::set<std::string> drawn_;
};

}  // namespace

base::Result<PlanImport> import_plan(const fs::path& drawing, const fs::path& folder, const PlanImportOptions& options) {
  const fs::path map = folder / "map.toml";
  std::error_code failed;
  if (!options.replace_existing && fs::exists(fs::symlink_status(map, failed))) {
    return base::fail(fmt::format("{}: there is already a map", map.string()),
                      "Move it away, or replace it with --force: its doors and paths are lost then.");
  }
  auto rooms = known_rooms(folder);
  if (!rooms) return tl::make_unexpected(rooms.error());
  const auto bytes = base::read_file(drawing, kLargestDrawing);
  if (!bytes) return tl::make_unexpected(bytes.error());
  Issues issues;
  const auto plan = read_svg_plan(*bytes, drawing.filename().string(), options.metres_per_unit, issues);
  if (!plan) return tl::make_unexpected(plan.error());
  PlanImport report;
  report.metres_per_unit = plan->metres_per_unit;
  std::vector<ImportedFloor> floors;
  Matching matching(std::move(*rooms), issues);
  int level = 0;
  for (const DrawnFloor& floor : plan->floors) {
    if (auto matched = matching.match(floor, level)) floors.push_back(std::move(*matched));
    ++level;
  }
  for (const ImportedFloor& floor : floors) report.rooms += floor.areas.size();
  report.floors = floors.size();
  report.left_out = issues.take();
  if (report.rooms == 0) {
    return base::fail(fmt::format("{}: no shape in a layer has the id of a room", drawing.string()),
                      report.left_out.empty()
                          ? "Name each layer after a floor and give each room's shape the room's id (in Inkscape: Object > Object Properties)."
                          : fmt::format("The first of {} that were left out: {}", report.left_out.size(), describe(report.left_out.front())));
  }
  const std::string text = to_toml(floors, drawing.filename().string());
  if (text.size() > kMapLimitBytes)
    return base::fail(
        fmt::format("{}: the map would have {} KiB, more than the {} allowed", drawing.string(), text.size() / 1024, kMapLimitBytes / 1024),
        "Simplify the outlines (in Inkscape: Path > Simplify).");
  if (const auto written = base::write_file_atomically(map, text, base::Durability::sync_to_disk); !written)
    return tl::make_unexpected(written.error());
  return report;
}

}  // namespace kiosk::content
