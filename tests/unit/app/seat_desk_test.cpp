// Seats of guided tours through the whole program but its window: the store's word, what the pages show, the next visitor and the next start.
#include <doctest/doctest.h>

#include <utility>

#include "app/visitor.h"
#include "support/process.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
namespace intent = session::intent;

namespace {

std::shared_ptr<const content::Content> sample() {
  static const auto content = std::make_shared<const content::Content>(tests::load_sample());
  return content;
}

constexpr model::MinuteOfDay kFirst = 10h + 30min;

struct Kiosk {
  base::ManualClock clock{*locale::parse_local_time("2025-09-22 10:15", "Africa/Casablanca")};
  std::unique_ptr<store::Store> store;
  app::Visitor visitor;

  explicit Kiosk(const tests::TempFolder& folder)
      : store(std::move(*store::Store::open({folder.path(), {}}))), visitor(sample(), clock, store.get(), {[] {}, {}}) {
    answer();
  }
  template <class Wish>
  void wants(Wish wish) {
    visitor.apply(session::Intent(std::in_place_type<session::TourIntent>, std::move(wish)));
  }
  // Twice: after a sale what is taken is counted anew.
  void answer() {
    for (int i = 0; i < 2; ++i) {
      store->flush();
      visitor.tick();
    }
  }
  void open_tour() {
    visitor.apply(intent::Begin{base::Language::french, {}});
    visitor.apply(intent::Open{session::ScreenId::tours, {}});
    visitor.apply(intent::Open{session::ScreenId::tour, "families"});
  }
  void sign_up(int persons) {
    wants(intent::SignUp{kFirst});
    wants(intent::ChooseTourParty{persons, {}});
  }
  std::string left() { return std::get<screens::TourView>(visitor.view()->body).departures.front().seats.text; }
};

}  // namespace

TEST_CASE("a seat is said once it is kept; the page, the next visitor and the next start count it") {
  const tests::TempFolder folder;
  {
    Kiosk kiosk(folder);
    kiosk.open_tour();
    CHECK(kiosk.left() == "10 places libres");
    kiosk.sign_up(2);
    kiosk.wants(intent::ChooseTourParty{2, {}});  // the second tap of an impatient finger
    CHECK(kiosk.visitor.session().tours.step == session::TourStep::saving);
    kiosk.answer();
    CHECK(kiosk.visitor.session().tours.step == session::TourStep::ticket);
    CHECK(kiosk.visitor.session().tours.tickets.size() == 1);
    CHECK(kiosk.left() == "8 places libres");
    kiosk.visitor.apply(intent::Done{});
    kiosk.open_tour();
    CHECK(kiosk.left() == "8 places libres");
    CHECK(kiosk.visitor.session().tours.tickets.empty());
  }
  Kiosk again(folder);
  again.open_tour();
  CHECK(again.left() == "8 places libres");
}

TEST_CASE("seats given back are free at once, and those that nobody saw as well") {
  const tests::TempFolder folder;
  Kiosk kiosk(folder);
  kiosk.open_tour();
  kiosk.sign_up(6);
  kiosk.answer();
  REQUIRE(kiosk.visitor.session().tours.tickets.size() == 1);
  kiosk.wants(intent::ReturnSeats{kiosk.visitor.session().tours.tickets.front().key});
  kiosk.answer();
  CHECK(kiosk.visitor.session().tours.tickets.empty());
  CHECK(kiosk.left() == "10 places libres");
  kiosk.sign_up(6);
  kiosk.visitor.apply(intent::Done{});
  kiosk.answer();
  kiosk.answer();
  kiosk.open_tour();
  CHECK(kiosk.left() == "10 places libres");
}

TEST_CASE("without a store nothing is kept, and that is said") {
  base::ManualClock clock{*locale::parse_local_time("2025-09-22 10:15", "Africa/Casablanca")};
  app::Visitor visitor(sample(), clock, nullptr, {[] {}, {}});
  visitor.apply(intent::Begin{base::Language::french, {}});
  visitor.apply(intent::Open{session::ScreenId::tour, "families"});
  visitor.apply(session::Intent(std::in_place_type<session::TourIntent>, intent::SignUp{kFirst}));
  visitor.apply(session::Intent(std::in_place_type<session::TourIntent>, intent::ChooseTourParty{2, {}}));
  CHECK(visitor.session().tours.step == session::TourStep::failed);
}

TEST_CASE("the day after begins with every seat free") {
  const tests::TempFolder folder;
  Kiosk kiosk(folder);
  kiosk.open_tour();
  kiosk.sign_up(6);
  kiosk.answer();
  kiosk.visitor.apply(intent::Done{});
  kiosk.clock.advance(std::chrono::hours(24));
  kiosk.answer();
  kiosk.open_tour();
  CHECK(kiosk.left() == "10 places libres");
}
