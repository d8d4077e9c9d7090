// The rectangles of every screen, language, size and text size: nothing outside the window, no touch targets overlapping or nearer than
// 3 mm, none smaller than look.md says, no text cut off without an ellipsis.
#include <doctest/doctest.h>

#include "app/audit.h"
#include "app/preview.h"
#include "support/sample_content.h"

using namespace kiosk;

namespace {

std::string list(const std::vector<app::Finding>& findings) {
  std::string text;
  for (std::size_t i = 0; i < findings.size() && i < 40; ++i) text += "\n" + findings[i].where + ": " + findings[i].what;
  return text;
}

}  // namespace

TEST_CASE("no visitor trips over a rectangle") {
  const content::Content content = tests::load_sample();
  app::NoPictures pictures;
  auto stage = app::Stage::create(pictures);
  REQUIRE(stage.has_value());
  const auto findings = app::audit(**stage, content, app::designed_windows());
  CHECK_MESSAGE(findings.empty(), findings.size(), " findings:", list(findings));
}

TEST_CASE("the audit finds a screen too small for its targets") {
  const content::Content content = tests::load_sample();
  app::NoPictures pictures;
  auto stage = app::Stage::create(pictures);
  REQUIRE(stage.has_value());
  CHECK_FALSE(app::audit(**stage, content, {{500, 400}}).empty());
}

TEST_CASE("every letter of the sample has a font, and a letter that has none is named with its place") {
  content::Content content = tests::load_sample();
  app::NoPictures pictures;
  auto stage = app::Stage::create(pictures);
  REQUIRE(stage.has_value());
  CHECK(app::letters_without_font((*stage)->shaper(), content).empty());
  content.texts.push_back({"a \U0001F9F5 thread", base::Language::english, {"programs/x.toml", 7, 3}});
  const auto issues = app::letters_without_font((*stage)->shaper(), content);
  REQUIRE(issues.size() == 1);
  CHECK(content::describe(issues.front()).find("programs/x.toml:7:3: warning: no font has the letter U+1F9F5") == 0);
}
