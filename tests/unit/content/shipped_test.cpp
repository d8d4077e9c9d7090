// The sample content that comes with the kiosk.
#include <doctest/doctest.h>

#include "content/content.h"

using namespace kiosk::content;

TEST_CASE("the sample content passes without a word, in three languages, for 24 programs") {
  const LoadResult loaded = load(std::filesystem::path(KIOSK_SOURCE_DIR) / "config", asset_folder());
  std::string problems;
  for (const Issue& issue : loaded.issues) problems += describe(issue) + "\n";
  CHECK(problems == "");
  REQUIRE(loaded.content);
  CHECK(loaded.content->catalogue.programs.size() >= 24);
  for (const auto language : {kiosk::base::Language::arabic, kiosk::base::Language::french, kiosk::base::Language::english}) {
    CHECK(loaded.content->messages.coverage(language) == 1.0);
  }
}
