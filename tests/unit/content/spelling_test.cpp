// How near two words are.
#include "content/spelling.h"

#include <doctest/doctest.h>

using namespace kiosk::content;

TEST_CASE("each letter put in, taken out, changed or swapped counts once") {
  CHECK(spelling_distance("family", "family") == 0);
  CHECK(spelling_distance("famly", "family") == 1);
  CHECK(spelling_distance("familly", "family") == 1);
  CHECK(spelling_distance("fanily", "family") == 1);
  CHECK(spelling_distance("faimly", "family") == 1);
  CHECK(spelling_distance("", "clay") == 4);
  CHECK(spelling_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest word is offered, a far one is not") {
  CHECK(nearest_word("familys", {"name", "family", "families"}) == "family");
  CHECK(nearest_word("colour", {"name", "family"}) == "");
  CHECK(nearest_word("x", {}) == "");
  CHECK(nearest_word(std::string(100'000, 'a'), {std::string(100, 'a')}) == "");
  CHECK(did_you_mean("family") == "Did you mean 'family'?");
}
