// `kiosk map` as operators call it.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "gfx/image.h"
#include "model/catalogue.h"
#include "support/process.h"
#include "ui/theme.h"

using namespace kiosk;
using tests::Ended;
using tests::run;
using tests::TempFolder;
namespace fs = std::filesystem;

namespace {

const fs::path kContent = fs::path(KIOSK_SOURCE_DIR) / "config";

constexpr const char* kPlan =
    R"x(<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="640mm" height="460mm" viewBox="0 0 640 460">
<g inkscape:groupmode="layer" inkscape:label="ground">
<rect id="hall" x="90" y="310" width="180" height="90"/>
<path id="courtyard" d="M200,200 a120,80 0 1 1 240,0 a120,80 0 1 1 -240,0 z"/>
<text id="title">Plan</text>
</g></svg>
)x";

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("a drawing becomes map.toml, what it has besides rooms is named, and a map that is there stays") {
  const TempFolder folder;
  fs::copy(kContent, folder / "content", fs::copy_options::recursive);
  fs::remove(folder / "content" / "map.toml");
  fs::remove(folder / "content" / "tours.toml");
  const std::string drawing = folder.write("plan.svg", kPlan);
  const std::string content = (folder / "content").string();
  const Ended imported = run(folder, {KIOSK_PROGRAM, "map", "import", drawing, content});
  INFO(imported.errors);
  REQUIRE(imported.status == 0);
  CHECK(imported.output.find("map.toml: 1 floors, 2 rooms; one unit of the drawing is 0.1 m\n") != std::string::npos);
  CHECK(imported.errors ==
        "plan.svg:5:1: warning: text '#title' is left out: text is no outline of a room\n"
        "  Draw rooms as rect, polygon, polyline or path (in Inkscape: Path > Object to Path).\n");
  const std::string written = bytes_of(folder / "content" / "map.toml");
  CHECK(written.find("shape = [[9, 31], [27, 31], [27, 40], [9, 40]]") != std::string::npos);
  CHECK(written.find("kind = \"courtyard\"") != std::string::npos);

  const Ended again = run(folder, {KIOSK_PROGRAM, "map", "import", drawing, content});
  CHECK(again.status == 1);
  CHECK(again.errors.find("there is already a map") != std::string::npos);
  CHECK(bytes_of(folder / "content" / "map.toml") == written);
  const Ended forced = run(folder, {KIOSK_PROGRAM, "map", "import", drawing, content, "--force", "--scale", "0.05"});
  CHECK(forced.status == 0);
  CHECK(bytes_of(folder / "content" / "map.toml").find("[[4.5, 15.5], [13.5, 15.5], [13.5, 20], [4.5, 20]]") != std::string::npos);
  CHECK(run(folder, {KIOSK_PROGRAM, "map", "import", drawing, content, "--scale", "nan"}).status == 2);
  CHECK(run(folder, {KIOSK_PROGRAM, "map", "import", drawing}).status == 2);
  CHECK(run(folder, {KIOSK_PROGRAM, "map"}).status == 2);
}

TEST_CASE("the sample's plan is drawn, two floors side by side, with crafts in their colours") {
  const TempFolder folder;
  const std::string file = (folder / "map.png").string();
  const Ended shown = run(folder, {KIOSK_PROGRAM, "map", "show", kContent.string(), "-o", file});
  INFO(shown.errors);
  REQUIRE(shown.status == 0);
  CHECK(shown.output == file + ": written\n");
  const auto picture = gfx::read_png(file);
  REQUIRE(picture);
  CHECK(picture->width_px > 2 * picture->height_px);
  CHECK(picture->width_px <= 8192);
  // The zellige and plaster workshops are of clay: a good part of the ground floor has its tint.
  const base::Color clay = ui::mix(ui::light_theme().surface, ui::light_theme().family[static_cast<std::size_t>(model::Tone::clay)], 0.28);
  std::size_t tinted = 0;
  for (std::size_t i = 0; i < picture->pixels.size(); i += 4) {
    tinted += picture->pixels[i] == clay.red && picture->pixels[i + 1] == clay.green && picture->pixels[i + 2] == clay.blue ? 1 : 0;
  }
  CHECK(tinted > 100000);
}

TEST_CASE("a folder without a map, or with mistakes, is not drawn and says why") {
  const TempFolder folder;
  fs::copy(kContent, folder / "content", fs::copy_options::recursive);
  fs::remove(folder / "content" / "map.toml");
  const std::string file = (folder / "map.png").string();
  const Ended none = run(folder, {KIOSK_PROGRAM, "map", "show", (folder / "content").string(), "-o", file});
  CHECK(none.status == 1);
  CHECK(none.errors.find("there is no map to show") != std::string::npos);
  const Ended nowhere = run(folder, {KIOSK_PROGRAM, "map", "show", (folder / "nowhere").string(), "-o", file});
  CHECK(nowhere.status == 1);
  CHECK_FALSE(fs::exists(file));
}
