// The rectangles of every screen, language, size and text size: nothing outside the window, no touch targets overlapping or nearer than
// 3 mm, none smaller than look.md says, no text cut off without an ellipsis.
#include <doctest/doctest.h>

#include "app/audit.h"
#include "app/preview.h"
#include "content/check_translation.h"
#include "support/sample_content.h"

using namespace kiosk;

namespace {

std::string list(const std::vector<app::Finding>& findings) {
  std::string text;
  for (std::size_t i = 0; i < findings.size() && i < 40; ++i) text += "\n" + findings[i].where + ": " + findings[i].what;
  return text;
}

// The designed windows, and smaller ones of the same shapes: fractions of pixels fall differently there.
std::vector<base::Size> windows() {
  std::vector<base::Size> all = app::designed_windows();
  all.insert(all.end(), {{1280, 720}, {720, 1280}});
  return all;
}

struct World {
  content::Content content = tests::load_sample();
  app::NoPictures pictures;
  std::unique_ptr<app::Stage> stage = std::move(*app::Stage::create(pictures));

  std::vector<content::Issue> issues() {
    auto issues = app::layout_issues(app::audit(*stage, content, {{1920, 1080}, {1080, 1920}}), content);
    for (const content::Issue& issue : issues) CHECK_MESSAGE(content::in_language(issue.message, base::Language::arabic) != issue.message, issue.message);
    return issues;
  }
};

}  // namespace

TEST_CASE("no visitor trips over a rectangle") {
  const content::Content content = tests::load_sample();
  app::NoPictures pictures;
  auto stage = app::Stage::create(pictures);
  REQUIRE(stage.has_value());
  const auto findings = app::audit(**stage, content, windows());
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
  content.texts.push_back({"a \U0001F9F5 thread", base::Language::english, {"programs/x.toml", 7, 3}, "learn.en"});
  const auto issues = app::letters_without_font((*stage)->shaper(), content);
  REQUIRE(issues.size() == 1);
  CHECK(content::describe(issues.front()).find("programs/x.toml:7:3: warning: no font has the letter \U0001F9F5 (U+1F9F5)") == 0);
}

TEST_CASE("a text longer than its page is named once, by its file, line and key and the first page that it is too long for") {
  World world;
  std::string endless;
  for (int i = 0; i < 1000; ++i) endless += "lent ";
  for (model::Family& family : world.content.catalogue.families) family.line.in(base::Language::french) = endless;
  for (model::Slide& slide : world.content.catalogue.slides) slide.language = base::Language::french;
  world.content.texts.push_back({endless, base::Language::french, {"families.toml", 12, 8}, "line.fr"});
  const auto issues = world.issues();
  REQUIRE(issues.size() == 1);
  CHECK(issues.front().file == "families.toml");
  CHECK(issues.front().line == 12);
  CAPTURE(issues.front().message);
  CHECK(issues.front().message.starts_with("'line.fr' is longer than the page (on attract-family ar 1920x1080 text ×1 and "));
}

TEST_CASE("a text cut off in its place is named by its own place in the files") {
  World world;
  const std::string name = "Terre terre terre terre terre terre terre terre terre terre terre terre terre terre terre terre terre";
  for (model::Family& family : world.content.catalogue.families) family.name.in(base::Language::french) = name;
  world.content.texts.push_back({name, base::Language::french, {"families.toml", 5, 8}, "name.fr"});
  const auto issues = world.issues();
  REQUIRE_FALSE(issues.empty());
  for (const content::Issue& issue : issues) {
    CAPTURE(issue.message);
    CHECK(issue.file == "families.toml");
    CHECK(issue.message.starts_with("'name.fr' "));
  }
}

TEST_CASE("a name so long that pages end it in … is named by its place") {
  World world;
  const std::string name = "Zellige traditionnel et mosaïque de terre cuite émaillée, taillée à la main pour les fontaines et les murs";
  for (model::Program& program : world.content.catalogue.programs) {
    if (program.id == "zellige") program.name.in(base::Language::french) = name;
  }
  world.content.texts.push_back({name, base::Language::french, {"programs/zellige.toml", 26, 6}, "name.fr"});
  const auto issues = world.issues();
  REQUIRE(issues.size() == 1);
  CHECK(issues.front().line == 26);
  CHECK(issues.front().message.starts_with("'name.fr' ends in …, there is no room for it (on "));
}

TEST_CASE("a state looked at in every text size is not looked at again under the name of one size") {
  World world;
  for (const app::Finding& finding : app::audit(*world.stage, world.content, {{500, 400}})) CHECK(finding.where.find("-text-150") == std::string::npos);
}
