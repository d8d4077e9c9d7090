// Codes on screens of any size: what the sheets have room for is what a phone at arm's length can read.
#include "app/plan_maker.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "exporters/payloads.h"

using namespace kiosk;

TEST_CASE("every part of a long text has modules of whole pixels that are large enough, on any screen of 1080 pixels and more") {
  std::string text;
  for (int i = 1; i <= 40; ++i) text += std::to_string(i) + ". Tournez à droite. Continuez sur 20 mètres en passant devant la grande salle.\n";
  for (const double diagonal : {15.6, 22.0, 32.0, 43.0, 55.0}) {
    CAPTURE(diagonal);
    content::Content content;
    content.catalogue.event.screen_diagonal_inches = diagonal;
    const screens::PlanMaker plans = app::make_plan_maker(content, {}, {});
    const std::vector<std::string> parts = plans.text_parts(text);
    REQUIRE(parts.size() >= 2);
    const double short_side_mm = diagonal * 25.4 * 9 / std::hypot(16, 9);
    std::string together;
    for (const std::string& part : parts) {
      for (const double pixels : {1080.0, 2160.0}) {
        const double module_px = std::floor(pixels / 2 / (exporters::make_qr_code(part).side + 2 * model::kQuietZone));
        CHECK(module_px * short_side_mm / pixels >= exporters::kScreenModuleMm - 1e-9);
      }
      together += part.substr(part.find('\n') + 1);
    }
    CHECK(together == text);
  }
}
