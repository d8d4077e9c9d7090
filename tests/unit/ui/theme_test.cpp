// Contrast is computed from the tokens (WCAG 2.2), never judged by eye.
#include <doctest/doctest.h>

#include <vector>

#include "base/format.h"
#include "ui/metrics.h"
#include "ui/theme.h"

using namespace kiosk;
using ui::Color;
using ui::Theme;

namespace {

struct Pair {
  const char* what;
  Color text;
  Color ground;
};

// Every combination of text and ground that a widget paints.
std::vector<Pair> pairs(const Theme& theme) {
  std::vector<Pair> all{
      {"ink on ground", theme.ink, theme.ground},
      {"ink on surface", theme.ink, theme.surface},
      {"soft ink on ground", theme.ink_soft, theme.ground},
      {"soft ink on surface", theme.ink_soft, theme.surface},
      {"accent on ground", theme.accent, theme.ground},
      {"text on accent", theme.on_accent, theme.accent},
      {"text on saffron", theme.on_saffron, theme.saffron},
      {"bad on surface", theme.bad, theme.surface},
      {"bad on its pill", theme.high_contrast ? theme.ground : theme.bad, theme.high_contrast ? theme.bad : ui::mix(theme.surface, theme.bad, 0.12)},
      {"ink on a good pill", theme.high_contrast ? theme.ground : theme.ink, theme.high_contrast ? theme.good : ui::mix(theme.surface, theme.good, 0.14)},
      {"ink on a warn pill", theme.high_contrast ? theme.ground : theme.ink, theme.high_contrast ? theme.warn : ui::mix(theme.surface, theme.warn, 0.14)},
      {"ink on a neutral pill", theme.high_contrast ? theme.ground : theme.ink, theme.high_contrast ? theme.ink : ui::mix(theme.surface, theme.ink_soft, 0.12)},
  };
  for (std::size_t i = 0; i < ui::kFamilyCount; ++i) {
    all.push_back({"text on a family", theme.on_family, theme.family[i]});
    all.push_back({"a family's name on a card", theme.family[i], theme.surface});
    all.push_back({"a family's name on the ground", theme.family[i], theme.ground});
    all.push_back({"ink on a family's tint", theme.ink, theme.family_soft[i]});
    all.push_back({"a family's label on its tint", theme.high_contrast ? theme.ink : theme.family[i], theme.family_soft[i]});
  }
  return all;
}

}  // namespace

TEST_CASE("contrast follows WCAG: black on white is 21, a colour on itself 1") {
  CHECK(ui::contrast(base::rgb(0x000000), base::rgb(0xFFFFFF)) == doctest::Approx(21));
  CHECK(ui::contrast(base::rgb(0x1E3A8A), base::rgb(0x1E3A8A)) == doctest::Approx(1));
  CHECK(ui::contrast(base::rgb(0x767676), base::rgb(0xFFFFFF)) == doctest::Approx(4.54).epsilon(0.01));
}

TEST_CASE("every text has at least 4.5 : 1 on its ground") {
  for (const Pair& pair : pairs(ui::light_theme())) {
    CAPTURE(pair.what);
    CHECK(ui::contrast(pair.text, pair.ground) >= 4.5);
  }
}

TEST_CASE("in high contrast every text has at least 7 : 1") {
  for (const Pair& pair : pairs(ui::high_contrast_theme())) {
    CAPTURE(pair.what);
    CHECK(ui::contrast(pair.text, pair.ground) >= 7);
  }
}

TEST_CASE("a touch target is the larger of 15 mm and 72 px at 1080") {
  const ui::Metrics lobby = ui::make_metrics({1920, 1080}, 43, 1);
  CHECK(lobby.mm == doctest::Approx(2.02).epsilon(0.01));
  CHECK(lobby.touch == 72);
  const ui::Metrics small = ui::make_metrics({1920, 1080}, 15, 1);
  CHECK(small.mm == doctest::Approx(5.78).epsilon(0.01));
  CHECK(small.touch == doctest::Approx(87).epsilon(0.01));
  const ui::Metrics fine = ui::make_metrics({3840, 2160}, 43, 1);
  CHECK(fine.touch == 144);
}

TEST_CASE("targets stand at least 3 mm apart on any diagonal") {
  for (double inches : {15.0, 22.0, 32.0, 43.0, 65.0}) {
    const ui::Metrics metrics = ui::make_metrics({1920, 1080}, inches, 1);
    CHECK(metrics.gap >= 3 * metrics.mm);
  }
}

TEST_CASE("type scales with the short side and the visitor's text size") {
  const ui::Metrics landscape = ui::make_metrics({1920, 1080}, 43, 1);
  const ui::Metrics portrait = ui::make_metrics({1080, 1920}, 43, 1);
  CHECK(landscape.body == 30);
  CHECK(portrait.body == 30);
  CHECK(portrait.portrait);
  CHECK(ui::make_metrics({1920, 1080}, 43, 1.5F).body == 45);
  CHECK(ui::make_metrics({3840, 2160}, 43, 1).title == 112);
}

TEST_CASE("a body line is never lower than 9 mm") {
  for (double inches : {10.0, 15.0, 22.0, 43.0}) {
    const ui::Metrics metrics = ui::make_metrics({1920, 1080}, inches, 1);
    CHECK(metrics.body * 1.4F >= 9 * metrics.mm - 1);
  }
}
