// A plan drawn in Inkscape becomes map.toml: shapes, transforms, scales, what is left out, and drawings meant to hurt.
#include "content/plan_import.h"

#include <cmath>
#include <random>
#include <set>

#include "content/svg_outline.h"
#include "content/svg_plan.h"
#include "sample.h"

using namespace kiosk;
using namespace kiosk::content;
using kiosk::content::testing::ContentFolder;
using kiosk::content::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kHead =
    R"x(<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="400mm" height="300mm" viewBox="0 0 400 300">)x";

std::string layer(std::string_view shapes, std::string_view attributes = "") {
  return std::string(kHead) + "\n<g inkscape:groupmode=\"layer\" inkscape:label=\"ground\" " + std::string(attributes) + ">\n" + std::string(shapes) +
         "\n</g>\n</svg>\n";
}

// The one shape of a plan of which nothing is left out.
model::Polygon only(const std::string& svg, std::optional<double> scale = std::nullopt) {
  Issues issues;
  const auto plan = read_svg_plan(svg, "plan.svg", scale, issues);
  std::string said;
  for (const Issue& issue : issues.take()) said += describe(issue) + "\n";
  CAPTURE(said);
  if (!plan) FAIL(plan.error().message);
  REQUIRE(plan->floors.size() == 1);
  REQUIRE(plan->floors[0].shapes.size() == 1);
  return plan->floors[0].shapes[0].outline;
}

std::string left_out(const std::string& svg) {
  Issues issues;
  const auto plan = read_svg_plan(svg, "plan.svg", std::nullopt, issues);
  if (!plan) return plan.error().message + "\n";
  std::string said;
  for (const Issue& issue : issues.take())
    said += issue.file + ":" + std::to_string(issue.line) + ":" + std::to_string(issue.column) + ": " + issue.message + "\n";
  return said;
}

void check_corners(const model::Polygon& found, const model::Polygon& wanted) {
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK(found[i].x == doctest::Approx(wanted[i].x).epsilon(1e-6));
    CHECK(found[i].y == doctest::Approx(wanted[i].y).epsilon(1e-6));
  }
}

double farthest_apart(const model::Polygon& a, const model::Polygon& b) {
  double most = 0;
  for (const model::Metres corner : a) most = std::max(most, model::distance_to_outline(b, corner));
  for (const model::Metres corner : b) most = std::max(most, model::distance_to_outline(a, corner));
  return most;
}

const model::Polygon kBox{{1, 2}, {11, 2}, {11, 8}, {1, 8}};

// The sample's folder without its plan.
struct SampleFolder {
  SampleFolder() {
    fs::copy(fs::path(KIOSK_SOURCE_DIR) / "config", folder.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    fs::remove(folder.path() / "map.toml");
    fs::remove(folder.path() / "tours.toml");
  }
  fs::path write(std::string_view svg) const {
    std::ofstream(folder.path() / "plan.svg", std::ios::binary) << svg;
    return folder.path() / "plan.svg";
  }
  TemporaryFolder folder;
};

}  // namespace

TEST_CASE("every shape that a room can be drawn as gives its corners in metres, at 1:100 unless said otherwise") {
  const std::vector<std::string> same{
      R"x(<rect id="hall" x="10" y="20" width="100" height="60"/>)x",
      R"x(<polygon id="hall" points="10,20 110,20 110,80 10,80"/>)x",
      R"x(<polyline id="hall" points="10 20, 110 20, 110 80, 10 80, 10 20"/>)x",
      R"x(<path id="hall" d="M10,20 L110,20 110,80 10,80 Z"/>)x",
      R"x(<path id="hall" d="m10 20h100v60h-100z"/>)x",
      R"x(<path id="hall" d="M10 20H110V80H10"/>)x",
      R"x(<path id="hall" d="M10 20 l1e2,0 0,60-100,0.0z"/>)x",
      R"x(<svg:path xmlns:svg="http://www.w3.org/2000/svg" id="hall" d="M 10 20 L 110 20 L 110 80 L 10 80 z"/>)x",
      R"x(<g transform="translate(10,20)"><g transform="scale(2)"><rect id="hall" width="50" height="30"/></g></g>)x",
      R"x(<rect id="hall" transform="matrix(1 0 0 1 10 20)" width="100px" height="60"/>)x",
      R"x(<path id="hall" d="M-50-30h100v60h-100z" transform="translate(60 50) rotate(180) rotate(180)"/>)x",
      R"x(<g inkscape:groupmode="layer" inkscape:label="Walls"><rect id="hall" x="10" y="20" width="100" height="60"/></g>)x",
  };
  for (const std::string& shape : same) {
    CAPTURE(shape);
    const model::Polygon found = only(layer(shape));
    REQUIRE(found.size() == 4);
    CHECK(farthest_apart(found, kBox) < 1e-6);
  }
}

TEST_CASE("transforms are joined from the layer inwards") {
  check_corners(only(layer(R"x(<rect id="hall" width="100" height="50" transform="rotate(90)"/>)x", "transform=\"translate(100)\"")),
                {{10, 0}, {10, 10}, {5, 10}, {5, 0}});
  check_corners(only(layer(R"x(<rect id="hall" width="100" height="100" transform="skewX(45)"/>)x")), {{0, 0}, {10, 0}, {20, 10}, {10, 10}});
  check_corners(only(layer(R"x(<rect id="hall" width="100" height="100" transform="skewY(45)"/>)x")), {{0, 0}, {10, 10}, {10, 20}, {0, 10}});
  check_corners(only(layer(R"x(<rect id="hall" x="10" y="10" width="20" height="20" transform="rotate(90, 20, 20)"/>)x")),
                {{3, 1}, {3, 3}, {1, 3}, {1, 1}});
  check_corners(only(layer(R"x(<rect id="hall" width="10" height="10" transform="scale(-1,2),translate(-10 0)"/>)x")),
                {{1, 0}, {0, 0}, {0, 2}, {1, 2}});
}

TEST_CASE("the scale comes from the option, else from the drawing, else from its paper at 1:100") {
  const std::string shape = R"x(<g inkscape:groupmode="layer" inkscape:label="ground"><rect id="hall" width="10" height="10"/></g></svg>)x";
  const auto side = [&](const std::string& attributes, std::optional<double> asked = std::nullopt) {
    const model::Polygon found = only("<svg xmlns:inkscape=\"i\" " + attributes + ">" + shape, asked);
    return model::bounds(found).most.x - model::bounds(found).least.x;
  };
  CHECK(side("width=\"400mm\" height=\"300mm\" viewBox=\"0 0 400 300\"") == doctest::Approx(1));
  CHECK(side("width=\"40cm\" height=\"30cm\" viewBox=\"0 0 400 300\"") == doctest::Approx(1));
  CHECK(side("width=\"64m\" height=\"46m\" viewBox=\"0 0 64 46\"") == doctest::Approx(10));  // drawn as large as it is
  CHECK(side("width=\"960\" height=\"960\" viewBox=\"0 0 960 960\"") == doctest::Approx(0.254 / 96 * 100));
  CHECK(side("width=\"960px\" height=\"960px\"") == doctest::Approx(0.254 / 96 * 100));
  CHECK(side("width=\"10in\" height=\"10in\" viewBox=\"0 0 100 100\"") == doctest::Approx(2.54));
  CHECK(side("data-metres-per-unit=\"0.5\" width=\"400mm\" viewBox=\"0 0 400 300\"") == doctest::Approx(5));
  CHECK(side("data-metres-per-unit=\"0.5\"", 0.25) == doctest::Approx(2.5));
  // The corner of the viewBox is the plan's origin.
  check_corners(only("<svg xmlns:inkscape=\"i\" width=\"100mm\" height=\"100mm\" viewBox=\"-20 -10 100 100\">" + shape),
                {{2, 1}, {3, 1}, {3, 2}, {2, 2}});
  CHECK(left_out("<svg xmlns:inkscape=\"i\" width=\"100%\" viewBox=\"0 0 9 9\">" + shape) ==
        "plan.svg: the drawing says no width in mm, cm, m, px or in, so its scale is unknown\n");
  CHECK(left_out("<svg xmlns:inkscape=\"i\" data-metres-per-unit=\"NaN\">" + shape) == "plan.svg: data-metres-per-unit=\"NaN\" is no scale\n");
}

TEST_CASE("curves become corners that are nowhere farther than five centimetres from them") {
  // A round room of 20 m, as arcs, as cubic curves and as one tilted ellipse pressed flat and stretched again.
  for (const char* d : {"M0,100 a100,100 0 1 0 200,0 a100,100 0 1 0 -200,0z", "M 0 100 A 100 100 0 0 1 200 100 A 100 100 0 0 1 0 100",
                        "M200,100 C200,155.2285 155.2285,200 100,200 S0,155.2285 0,100 S44.7715,0 100,0 200,44.7715 200,100"}) {
    CAPTURE(d);
    const model::Polygon round = only(layer("<path id=\"hall\" d=\"" + std::string(d) + "\"/>"));
    CHECK(round.size() > 12);
    CHECK(round.size() < 120);
    for (std::size_t i = 0; i < round.size(); ++i) {
      const model::Metres a = round[i];
      const model::Metres b = round[(i + 1) % round.size()];
      CHECK(std::abs(model::distance(a, {10, 10}) - 10) < 0.05);
      CHECK(std::abs(model::distance({(a.x + b.x) / 2, (a.y + b.y) / 2}, {10, 10}) - 10) < 0.05);
    }
    CHECK(model::area(round) == doctest::Approx(314.16).epsilon(0.01));
  }
  // A parabola: y = x² / 20 from -10 to 10 has its handle at (0, -5).
  const model::Polygon bowl = only(layer(R"x(<path id="hall" d="M0,50 q100,-100 200,0 z"/>)x"));
  for (const model::Metres corner : bowl) CHECK(std::abs(corner.y - (corner.x - 10) * (corner.x - 10) / 20) < 0.05);
  // What T mirrors goes down where Q went up, so that the two even out.
  CHECK(model::area(only(layer(R"x(<path id="hall" d="M0,100 q50,-100 100,0 t100,0 v100 h-200z"/>)x"))) == doctest::Approx(200).epsilon(0.001));
  // Radii too small for the distance are made larger; without radii an arc is a line.
  CHECK(model::area(only(layer(R"x(<path id="hall" d="M0,0 A1,1 0 0 1 100,0 z"/>)x"))) == doctest::Approx(39.27).epsilon(0.01));
  CHECK(only(layer(R"x(<path id="hall" d="M0,0 A0,50 0 01100,0 V50 z"/>)x")).size() == 3);
}

TEST_CASE("what is no outline of a room is named by file and id, and the rest is imported") {
  CHECK(left_out(layer("<text id=\"t1\">WC</text>\n<circle id=\"c1\" r=\"5\"/>\n<image id=\"i1\"/><use id=\"u1\"/>\n<rect id=\"hall\" width=\"9\" "
                       "height=\"9\" rx=\"2\"/>")) ==
        "plan.svg:3:1: text '#t1' is left out: text is no outline of a room\n"
        "plan.svg:4:1: circle '#c1' is left out: circle is no outline of a room\n"
        "plan.svg:5:1: image '#i1' is left out: image is no outline of a room\n"
        "plan.svg:5:17: use '#u1' is left out: use is no outline of a room\n"
        "plan.svg:6:1: rect '#hall' has rounded corners, which become square\n");
  const std::vector<std::pair<std::string, std::string>> shapes{
      {R"x(<path id="a" d="M0 0 L10 0 L"/>)x", "path '#a' is left out: its numbers cannot be read"},
      {R"x(<path id="a" d="M0,0 10,nan 20,20z"/>)x", "path '#a' is left out: its numbers cannot be read"},
      {R"x(<path id="a" d="M0,0 10,inf 20,20z"/>)x", "path '#a' is left out: its numbers cannot be read"},
      {R"x(<path id="a" d="M0,0 A10 10 0 2 1 30 30z"/>)x", "path '#a' is left out: its numbers cannot be read"},
      {R"x(<path id="a" d="10,10 20,20"/>)x", "path '#a' is left out: its numbers cannot be read"},
      {R"x(<path id="a"/>)x", "path '#a' is left out: its numbers cannot be read"},
      {R"x(<rect id="a" width="-4" height="4"/>)x", "rect '#a' is left out: its numbers cannot be read"},
      {R"x(<rect id="a" width="50%" height="4"/>)x", "rect '#a' is left out: its numbers cannot be read"},
      {R"x(<polygon id="a" points="0,0 10,0 10"/>)x", "polygon '#a' is left out: its numbers cannot be read"},
      {R"x(<polygon id="a" points="0,0 100,100 100,0 0,100"/>)x", "polygon '#a' is left out: its outline crosses itself or has no inside"},
      {R"x(<polygon id="a" points="0,0 100,0 200,0"/>)x", "polygon '#a' is left out: its outline crosses itself or has no inside"},
      {R"x(<path id="a" d="M0,0h100v100h-100z M20,20h20v20h-20z"/>)x",
       "path '#a' is left out: it has 2 separate outlines; a room is one, without holes"},
      {R"x(<rect id="a" width="1e8" height="4"/>)x", "rect '#a' is left out: it has more than 400 corners or lies more than 10000 m away"},
      {R"x(<rect id="a" width="9" height="4" transform="spin(3)"/>)x", "rect '#a' is left out: its transform \"spin(3)\" cannot be read"},
      {R"x(<rect id="a" width="9" height="4" transform="scale(NaN)"/>)x", "rect '#a' is left out: its transform \"scale(NaN)\" cannot be read"},
      {R"x(<rect width="9" height="4"/>)x", "a rect without an id is left out: no room is known by it"},
  };
  for (const auto& [shape, answer] : shapes) {
    CAPTURE(shape);
    CHECK(left_out(layer(shape)) == "plan.svg:3:1: " + answer + "\n");
  }
  CHECK(left_out(std::string(kHead) + "\n<rect id=\"a\" width=\"9\" height=\"9\"/><g inkscape:groupmode=\"layer\" inkscape:label=\"ground\"/></svg>") ==
        "plan.svg:2:1: rect '#a' is left out: it is in no layer, so its floor is unknown\n");
  CHECK(left_out(std::string(kHead) + "\n<g id=\"l\" inkscape:groupmode=\"layer\" inkscape:label=\"Rez de chaussée\"><rect id=\"a\"/></g></svg>") ==
        "plan.svg:2:1: g '#l' is left out: the layer's name \"Rez de chaussée\" cannot be a floor's id\n");
}

TEST_CASE("drawings meant to hurt are refused with a sentence, at once") {
  CHECK(left_out("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><svg>&b;</svg>") ==
        "plan.svg: the drawing defines XML entities, which are not read\n");
  std::string deep(kHead);
  for (int i = 0; i < 10000; ++i) deep += "<g>";
  std::string closed = deep;
  for (int i = 0; i < 10000; ++i) closed += "</g>";
  CHECK(left_out(closed + "</svg>") == "plan.svg: groups are nested more than 100 deep\n");
  CHECK(left_out(deep).find(": this is no XML: ") != std::string::npos);
  std::string many(kHead);
  for (int i = 0; i < 50001; ++i) many += "<a/>";
  CHECK(left_out(many + "</svg>") == "plan.svg: the drawing has more than 50000 elements\n");
  CHECK(left_out("\x1F\x8B\x08") == "plan.svg: the drawing is compressed\n");
  CHECK(left_out("<html/>") == "plan.svg: this is no SVG drawing\n");
  CHECK(left_out("").find("this is no XML") != std::string::npos);
  std::string endless = "M0,0";
  for (int i = 0; i < 30000; ++i) endless += " 1,1 2,2";
  CHECK(left_out(layer("<path id=\"a\" d=\"" + endless + "\"/>")) == "plan.svg:3:1: path '#a' is left out: its numbers cannot be read\n");
}

TEST_CASE("a file of 50 MB, a folder without rooms and a map that is there are refused, and nothing is written") {
  const SampleFolder sample;
  const fs::path drawing = sample.write(layer(R"x(<rect id="hall" width="90" height="90"/>)x"));
  {
    std::ofstream(sample.folder.path() / "large.svg", std::ios::binary).seekp(50'000'000).put(' ');
    const auto large = import_plan(sample.folder.path() / "large.svg", sample.folder.path(), {});
    REQUIRE_FALSE(large);
    CHECK(large.error().message.find("larger than the limit") != std::string::npos);
  }
  const TemporaryFolder empty;
  const auto roomless = import_plan(drawing, empty.path(), {});
  REQUIRE_FALSE(roomless);
  CHECK(roomless.error().message == empty.path().string() + ": rooms.toml is missing, empty or has errors");
  CHECK_FALSE(import_plan(sample.folder.path() / "none.svg", sample.folder.path(), {}));
  CHECK_FALSE(fs::exists(sample.folder.path() / "map.toml"));

  std::ofstream(sample.folder.path() / "map.toml") << "# mine\n";
  const auto refused = import_plan(drawing, sample.folder.path(), {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("there is already a map") != std::string::npos);
  const auto replaced = import_plan(drawing, sample.folder.path(), {std::nullopt, true});
  REQUIRE(replaced);
  CHECK(replaced->rooms == 1);
  CHECK(replaced->metres_per_unit == doctest::Approx(0.1));
}

TEST_CASE("unknown ids and rooms drawn twice are named with what was meant") {
  const SampleFolder sample;
  const auto report = import_plan(sample.write(layer("<rect id=\"hal\" width=\"90\" height=\"90\"/>\n<rect id=\"hall\" width=\"90\" "
                                                     "height=\"90\"/>\n<g><rect id=\"hall\" x=\"100\" width=\"90\" height=\"90\"/></g>\n"
                                                     "<rect id=\"library\" x=\"200\" width=\"90\" height=\"90\" data-kind=\"libary\"/>")),
                                  sample.folder.path(), {});
  REQUIRE(report);
  std::string said;
  for (const Issue& issue : report->left_out) said += describe(issue) + "\n";
  CHECK(said ==
        "plan.svg:3:1: warning: '#hal' is left out: there is no room 'hal'\n"
        "  Did you mean 'hall'?\n"
        "plan.svg:5:4: warning: '#hall' is left out: the room is drawn already\n"
        "  Keep one of the two.\n"
        "plan.svg:6:1: warning: data-kind \"libary\" of '#library' is no kind of room\n"
        "  Did you mean 'library'?\n");
  CHECK(report->rooms == 2);
}

TEST_CASE("the sample's plan, drawn and imported, is the same within five centimetres, and passes the check without an error") {
  const LoadResult sample = load(fs::path(KIOSK_SOURCE_DIR) / "config", asset_folder());
  REQUIRE(sample.content);
  const model::Map& map = sample.content->catalogue.map;
  std::string svg(kHead);
  std::size_t index = 0;
  for (const model::Floor& floor : map.floors) {
    svg += "<g inkscape:groupmode=\"layer\" inkscape:label=\"" + floor.id +
           "\" transform=\"translate(-300,20) scale(2.5)\" style=\"display:none\"><g transform=\"translate(120,-8)\">\n";
    const auto add = [&](const std::string& id, const model::Polygon& polygon) {
      // In turn as polygon, as path with relative lines, and turned by a quarter under a transform that turns it back.
      std::string points;
      for (const model::Metres corner : polygon) points += std::to_string(corner.x * 4) + "," + std::to_string(corner.y * 4) + " ";
      std::string turned;
      for (const model::Metres corner : polygon) turned += std::to_string(corner.y * 4) + "," + std::to_string(-corner.x * 4) + " ";
      if (index % 3 == 0) svg += "<polygon id=\"" + id + "\" points=\"" + points + "\"/>\n";
      if (index % 3 == 1) svg += "<path id=\"" + id + "\" d=\"M " + points + "z\"/>\n";
      if (index % 3 == 2) svg += "<polyline id=\"" + id + "\" transform=\"rotate(90)\" points=\"" + turned + "\"/>\n";
      ++index;
    };
    add("outline-" + floor.id, floor.outline);
    for (const model::Area& area : map.areas) {
      if (area.floor == floor.id && !area.shape.empty()) add(area.room, area.shape);  // a point of interest is no outline
    }
    svg += "</g></g>\n";
  }
  const SampleFolder target;
  const auto report = import_plan(target.write(svg + "</svg>"), target.folder.path(), {});
  if (!report) FAIL(report.error().message);
  CHECK(report->left_out.empty());
  CHECK(report->floors == map.floors.size());
  CHECK(report->rooms == static_cast<std::size_t>(std::count_if(map.areas.begin(), map.areas.end(), [](const model::Area& area) { return !area.shape.empty(); })));
  const LoadResult again = load(target.folder.path(), asset_folder());
  for (const Issue& issue : again.issues) {
    CAPTURE(describe(issue));
    CHECK(issue.severity == Severity::warning);  // doors are still to be drawn
  }
  REQUIRE(again.content);
  for (const model::Area& area : map.areas) {
    if (area.shape.empty()) continue;
    CAPTURE(area.room);
    const model::Area* found = again.content->catalogue.map.area(area.room);
    REQUIRE(found);
    CHECK(found->floor == area.floor);
    CHECK(farthest_apart(found->shape, area.shape) < 0.05);
    CHECK(model::area(found->shape) == doctest::Approx(model::area(area.shape)).epsilon(0.01));
  }
  for (const model::Floor& floor : map.floors) {
    REQUIRE(again.content->catalogue.map.floor(floor.id));
    CHECK(again.content->catalogue.map.floor(floor.id)->level == floor.level);
    CHECK(farthest_apart(again.content->catalogue.map.floor(floor.id)->outline, floor.outline) < 0.05);
  }
}

TEST_CASE("spoilt drawings end with shapes or sentences; every outline that comes out is sound") {
  const std::string sound = layer(
      "<g transform=\"translate(3,4) rotate(30 2 2)\"><rect id=\"hall\" x=\"1\" y=\"2\" width=\"90\" height=\"30\"/></g>\n"
      "<path id=\"library\" d=\"m 10,10 c 5,0 9,4 9,9 s -4,9 -9,9 q -9,-9 0,-18 a 5 5 0 1 0 3 4 z\"/>\n"
      "<polygon id=\"wc-ground\" points=\"0,0 10,0 10,10 5,5\"/><text id=\"t\">x</text>");
  const std::vector<std::string> pieces{"<",
                                        ">",
                                        "\"",
                                        "/>",
                                        "<g>",
                                        "</g>",
                                        "1e999",
                                        "-",
                                        "nan",
                                        ",",
                                        "\0x",
                                        "&#0;",
                                        "&lt;",
                                        "\xC3",
                                        "<!--",
                                        "<![CDATA[",
                                        "<?x",
                                        "M",
                                        "a",
                                        "z",
                                        "rotate(",
                                        ")",
                                        "transform=\"skewX(90)\"",
                                        "99999999999999999999"};
  std::mt19937 random(20250922);
  std::set<std::string> answers;
  for (int round = 0; round < 4000; ++round) {
    std::string svg = sound;
    for (std::size_t i = 0; i <= random() % 4; ++i) {
      const std::size_t at = random() % svg.size();
      if (random() % 3 == 0)
        svg.erase(at, random() % 20);
      else
        svg.insert(at, random() % 4 == 0 ? std::string(1, static_cast<char>(random() % 256)) : pieces[random() % pieces.size()]);
      if (svg.empty()) svg = " ";
    }
    Issues issues;
    const auto plan = read_svg_plan(svg, "plan.svg", std::nullopt, issues);
    if (!plan) {
      CHECK_FALSE(plan.error().remedy.empty());
      continue;
    }
    for (const DrawnFloor& floor : plan->floors) {
      for (const DrawnShape& shape : floor.shapes) {
        CHECK(shape.outline.size() >= 3);
        CHECK_FALSE(model::triangulate(shape.outline).empty());
        for (const model::Metres corner : shape.outline) CHECK((std::isfinite(corner.x) && std::isfinite(corner.y)));
      }
    }
  }
}

TEST_CASE("a room's id may stand in the label, which is what Inkscape shows first") {
  const SampleFolder sample;
  const auto report = import_plan(sample.write(layer("<rect id=\"rect17\" inkscape:label=\"hall\" width=\"90\" height=\"90\"/>\n"
                                                     "<rect id=\"rect18\" inkscape:label=\"no such room\" x=\"100\" width=\"90\" height=\"90\"/>")),
                                  sample.folder.path(), {});
  REQUIRE(report.has_value());
  CHECK(report->rooms == 1);
  REQUIRE(report->left_out.size() == 1);
  CHECK(report->left_out.front().message == "'#rect18' is left out: there is no room 'rect18', nor 'no such room' as its label says");
}

TEST_CASE("a drawing that was saved without its layers is told so, once") {
  CHECK(left_out(std::string(kHead) + "<g id=\"layer1\"><rect id=\"hall\" width=\"90\" height=\"90\"/></g></svg>") ==
        "plan.svg: the drawing has no layers, so no floors: Inkscape leaves them out of what it saves as Plain SVG or Optimized SVG\n");
}
