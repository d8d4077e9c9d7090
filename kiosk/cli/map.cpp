#include "cli/map.h"

#include <cstdio>

#include "app/map_picture.h"
#include "base/format.h"
#include "cli/loaded_content.h"
#include "content/plan_import.h"
#include "gfx/image.h"

namespace kiosk::cli {

int import_map(const std::filesystem::path& drawing, const std::filesystem::path& folder, std::optional<double> metres_per_unit,
               bool replace_existing) {
  const auto imported = content::import_plan(drawing, folder, {metres_per_unit, replace_existing});
  if (!imported) return failed(imported.error());
  for (const content::Issue& issue : imported->left_out) std::fputs((content::describe(issue) + "\n").c_str(), stderr);
  std::fputs(fmt::format("{}: {} floors, {} rooms; one unit of the drawing is {:.4g} m\n", (folder / "map.toml").string(), imported->floors,
                         imported->rooms, imported->metres_per_unit)
                 .c_str(),
             stdout);
  std::fputs("Add doors, paths and a kiosk next; `kiosk check` names what is missing.\n", stdout);
  return 0;
}

int show_map(const std::filesystem::path& folder, const std::filesystem::path& file) {
  content::LoadResult loaded = content::load(folder, content::asset_folder());
  if (!loaded.content) return failed({fmt::format("{}: the content has errors", folder.string()), "Run `kiosk check` and repair what it names."});
  const auto picture = app::draw_map(loaded.content->catalogue);
  if (!picture) return failed(picture.error());
  if (const auto written = gfx::write_png(*picture, file); !written) return failed(written.error());
  std::fputs(fmt::format("{}: written\n", file.string()).c_str(), stdout);
  return 0;
}

}  // namespace kiosk::cli
