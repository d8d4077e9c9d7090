// The look, kept: named states against reference pictures. A pixel differs when a channel is off by more than kChannelTolerance (another
// FreeType shades edges a little differently); a picture differs when more than kMostDiffering of its pixels do, which is less than the ink of the
// smallest icon or the shortest word.
// On a difference the picture and a map of the differing pixels are left in build/<preset>/golden.
//
// New references, once the look is one you would sign:  KIOSK_TAKE_REFERENCES=1 build/release/tests/golden/golden_test
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "gfx/image.h"
#include "support/process.h"

using namespace kiosk;
using tests::Process;
using tests::TempFolder;

namespace {

constexpr int kChannelTolerance = 32;
constexpr std::size_t kMostDiffering = 40;

const std::filesystem::path kReferences = std::filesystem::path(KIOSK_SOURCE_DIR) / "tests/golden/references";

struct Wanted {
  std::vector<std::string> states;
  std::vector<std::string> languages;
  std::string size;
};

// Small windows: layouts scale with the short side, and references stay light.
const std::vector<Wanted> kWanted{
    {{"attract", "attract-family", "attract-workshop", "home", "program_list", "program_list-filtered", "program", "workshops", "my_visit",
      "home-comfort", "home-idle", "reception", "reception-party", "reception-saved", "reception-failed",
      "reception-school-error", "agenda", "interest_programs", "interest_who", "interest_name-filled", "interest_contact-error", "interest_consent",
      "interest_consent-failed", "interest_minor", "thanks", "map", "map-room", "map-upstairs", "map-step-free", "attract-ceremony",
      "home-ceremony", "home-tour", "home-closing", "agenda-closing", "agenda-delayed", "staff_pin-locked", "staff_today", "staff_export-written",
      "staff_export-failed", "staff_day", "staff_kiosk-refused", "program_list-search-found", "finder", "finder-result", "questions", "questions-open", "after",
      "figures", "figures-tables", "compare", "compare-both", "program-two-languages", "my_visit-take-home", "interest_children-three", "interest_reach-chosen", "interest_topics", "receipt-wrong", "staff_desk", "staff_family",
      "map-walk", "map-floors", "map-way", "map-way-stops", "map-find-found", "tours", "tours-hearts", "tour", "tour-under-way", "tour-ticket"},
     {"ar", "fr"},
     "1280x720"},
    {{"home", "program_list", "program"}, {"en"}, "1280x720"},
    {{"home-high-contrast", "program-high-contrast", "program_list-empty", "workshops-over", "my_visit-empty", "figures-high-contrast",
      "interest_name-selected", "interest_name-lens", "interest_name-leave", "interest_name-tifinagh", "interest_contact-email", "interest_question-filled", "interest_question-leave", "interest_reach-email", "interest_offers", "receipt-choose", "receipt-erase", "receipt-paused", "thanks-told", "staff_family-erase", "staff_today-clock", "staff_kiosk-purge", "staff_kiosk-clock", "staff_pin-missing", "home-reach", "map-reach", "map-find-none", "program_list-search-near", "map-floors-high-contrast", "tours-over", "tour-party"}, {"ar"}, "1280x720"},
    {{"home-text-150", "program-text-150", "workshops-text-150", "reception-text-150", "agenda-text-150", "interest_name-text-150", "map-text-150", "finder-text-150",
      "questions-text-150", "figures-text-150", "compare-text-150", "after-text-150", "program_list-search-text-150", "my_visit-take-home-text-150", "interest_children-text-150", "staff_family-text-150", "map-walk-text-150", "map-way-text-150", "tours-text-150", "tour-text-150"}, {"ar", "fr"}, "720x1280"},
    {{"attract", "home", "program_list", "program"}, {"ar"}, "720x1280"},
};

std::filesystem::path shoot(const TempFolder& folder) {
  const auto out = folder / "shots";
  for (const Wanted& wanted : kWanted) {
    std::vector<std::string> command{KIOSK_PROGRAM, "shots", out.string(), "--content", std::string(KIOSK_SOURCE_DIR) + "/config", "--size", wanted.size};
    for (const std::string& state : wanted.states) command.insert(command.end(), {"--screen", state});
    for (const std::string& language : wanted.languages) command.insert(command.end(), {"--lang", language});
    Process kiosk(command, folder.path());
    const int status = kiosk.wait();
    CAPTURE(kiosk.errors());
    REQUIRE(status == 0);
  }
  return out;
}

// How many pixels differ; `map` shows them in red over the greyed reference.
std::size_t difference(const gfx::Image& is, const gfx::Image& was, gfx::Image& map) {
  map = was;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < is.pixels.size(); i += 4) {
    int most = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) most = std::max(most, std::abs(int{is.pixels[i + channel]} - int{was.pixels[i + channel]}));
    const auto grey = static_cast<std::uint8_t>(160 + (was.pixels[i] + was.pixels[i + 1] + was.pixels[i + 2]) / 9);
    const bool differs = most > kChannelTolerance;
    differing += differs ? 1 : 0;
    map.pixels[i] = differs ? 255 : grey;
    map.pixels[i + 1] = map.pixels[i + 2] = differs ? 0 : grey;
  }
  return differing;
}

}  // namespace

TEST_CASE("every golden picture looks as its reference does") {
  const TempFolder folder;
  const auto shots = shoot(folder);
  const bool take = std::getenv("KIOSK_TAKE_REFERENCES") != nullptr;
  const std::filesystem::path out = KIOSK_GOLDEN_OUT;
  std::filesystem::create_directories(out);
  int compared = 0;
  for (const auto& entry : std::filesystem::directory_iterator(shots)) {
    if (entry.path().extension() != ".png") continue;
    const auto reference = kReferences / entry.path().filename();
    if (take) {
      std::filesystem::create_directories(kReferences);
      std::filesystem::copy_file(entry.path(), reference, std::filesystem::copy_options::overwrite_existing);
    }
    CAPTURE(entry.path().filename().string());
    const auto was = gfx::read_png(reference);
    REQUIRE_MESSAGE(was.has_value(), "there is no reference: look at the picture and take it if you would sign it");
    const auto is = gfx::read_png(entry.path());
    REQUIRE(is.has_value());
    REQUIRE(is->width_px == was->width_px);
    REQUIRE(is->height_px == was->height_px);
    gfx::Image map;
    const std::size_t differing = difference(*is, *was, map);
    if (differing > kMostDiffering) {
      std::filesystem::copy_file(entry.path(), out / entry.path().filename(), std::filesystem::copy_options::overwrite_existing);
      REQUIRE(gfx::write_png(map, out / ("difference." + entry.path().filename().string())).has_value());
    }
    CHECK_MESSAGE(differing <= kMostDiffering, differing, " pixels differ; the difference is drawn in ", out.string());
    ++compared;
  }
  std::size_t expected = 0;
  for (const Wanted& wanted : kWanted) expected += wanted.states.size() * wanted.languages.size();
  CHECK(static_cast<std::size_t>(compared) == expected);
}

TEST_CASE("the comparison sees one icon or one short word that is missing, and forgives a shaded edge") {
  constexpr int kSide = 100;
  gfx::Image was{kSide, kSide, std::vector<std::uint8_t>(std::size_t{kSide} * kSide * 4, 255)};
  const auto ink = [](gfx::Image& image, int x, int y, int width, int height, std::uint8_t shade) {
    for (int row = y; row < y + height; ++row) {
      for (int column = x; column < x + width; ++column) {
        for (int channel = 0; channel < 3; ++channel) image.pixels[static_cast<std::size_t>((row * kSide + column) * 4 + channel)] = shade;
      }
    }
  };
  gfx::Image edges = was;
  ink(edges, 10, 10, 80, 80, 230);
  gfx::Image icon = was;  // as small as any is drawn: strokes of two pixels round a square of twelve
  for (const int at : {0, 10}) {
    ink(icon, 20 + at, 20, 2, 12, 60);
    ink(icon, 20, 20 + at, 12, 2, 60);
  }
  gfx::Image word = was;  // two letters of the smallest text
  ink(word, 40, 40, 2, 11, 60);
  ink(word, 46, 40, 2, 11, 60);
  gfx::Image map;
  CHECK(difference(edges, was, map) == 0);
  CHECK(difference(icon, was, map) > kMostDiffering);
  CHECK(difference(word, was, map) > kMostDiffering);
  CHECK(map.pixels[(40 * kSide + 40) * 4] == 255);
  CHECK(map.pixels[(40 * kSide + 40) * 4 + 1] == 0);
}
