// The named states with content smaller than the sample: a state that shows several programs shows different ones, or is not there.
#include "app/states.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "support/sample_content.h"

using namespace kiosk;

namespace {

model::Catalogue sample_with(std::size_t programs) {
  model::Catalogue catalogue = tests::load_sample().catalogue;
  catalogue.programs.resize(programs);
  return catalogue;
}

}  // namespace

TEST_CASE("however few programs there are, no state keeps one twice or compares it with itself") {
  for (std::size_t count = 1; count <= 10; ++count) {
    CAPTURE(count);
    bool compares_two = false;
    for (const app::NamedState& state : app::named_states(sample_with(count))) {
      CAPTURE(std::string(state.name));
      std::set<std::string> hearts;
      for (const session::Heart& heart : state.session.hearts) CHECK(hearts.insert(heart.id).second);
      if (state.session.compare_with.empty()) continue;
      compares_two = true;
      CHECK(state.session.compare_with != state.session.place.subject);
    }
    CHECK(compares_two == (count > 1));
  }
}
