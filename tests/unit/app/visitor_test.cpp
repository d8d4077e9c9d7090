// The session with the world attached: real store, a clock that the test moves.
#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "app/visitor.h"
#include "model/timetable.h"
#include "store/records.h"
#include "store/staff_pin.h"
#include "support/process.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
namespace intent = session::intent;

namespace {

base::WallTime morning() { return *locale::parse_local_time("2025-09-22 10:15", "Africa/Casablanca"); }

}  // namespace

TEST_CASE("a visit is in the database after it ended, with its views and hearts") {
  const tests::TempFolder folder;
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning());
  auto store = store::Store::open({folder.path(), [](const base::Error&) {}});
  REQUIRE(store.has_value());
  int wiped = 0;
  app::Visitor visitor(content, clock, store->get(), {[&] { ++wiped; }, {}});
  visitor.apply(intent::Begin{base::Language::arabic, {}});
  visitor.apply(intent::Open{session::ScreenId::program, "zellige"});
  visitor.apply(intent::ToggleHeart{session::HeartKind::program, "zellige"});
  visitor.apply(intent::Done{});
  (*store)->flush();
  const auto statistics = store::read_statistics(folder.path(), "Africa/Casablanca");
  REQUIRE(statistics.has_value());
  CHECK(statistics->visits == 1);
  CHECK(statistics->visits_ended_done == 1);
  CHECK(statistics->views == 2);
  CHECK(statistics->hearts == 1);
  REQUIRE(statistics->visits_by_hour.size() == 1);
  CHECK(statistics->visits_by_hour.front().id == "10");
  CHECK(wiped == 1);
}

TEST_CASE("an idle visitor sees the countdown fall and is forgotten") {
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning());
  int wiped = 0;
  app::Visitor visitor(content, clock, nullptr, {[&] { ++wiped; }, {}});
  visitor.apply(intent::Begin{base::Language::french, {}});
  visitor.apply(intent::Open{session::ScreenId::program, "zellige"});
  clock.advance(60s);
  visitor.tick();
  REQUIRE(visitor.view()->idle.has_value());
  CHECK(visitor.view()->idle->seconds == 20);
  clock.advance(5s);
  visitor.tick();
  CHECK(visitor.view()->idle->seconds == 15);
  CHECK(visitor.view()->idle->line.text.find("15") != std::string::npos);
  visitor.apply(intent::Touched{});
  CHECK_FALSE(visitor.view()->idle.has_value());
  CHECK(visitor.view()->place.subject == "zellige");
  clock.advance(60s);
  visitor.tick();
  clock.advance(20s);
  visitor.tick();
  CHECK(visitor.view()->place.screen == session::ScreenId::attract);
  CHECK(visitor.session().language == base::Language::arabic);
  CHECK(wiped == 1);
}

TEST_CASE("the view is made anew only when something changed: session, minute, countdown") {
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning());
  app::Visitor visitor(content, clock, nullptr, {});
  visitor.apply(intent::Begin{base::Language::french, {}});
  visitor.view();
  const auto version = visitor.version();
  clock.advance(10s);
  visitor.tick();
  visitor.view();
  CHECK(visitor.version() == version);
  clock.advance(50s);
  visitor.tick();
  visitor.view();
  CHECK(visitor.version() == version + 1);
}

TEST_CASE("the next deadline is never later than the next minute") {
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning() + 42s);
  app::Visitor visitor(content, clock, nullptr, {});
  CHECK(visitor.next_deadline() == clock.steady() + 18s);
}

TEST_CASE("keys of visits are 128 random bits") {
  const std::string one = app::random_key();
  CHECK(one.size() == 32);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(one != app::random_key());
}

TEST_CASE("a guest gets the badge number once it is stored, and a second guest the next") {
  const tests::TempFolder folder;
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning());
  auto store = store::Store::open({folder.path(), {}});
  REQUIRE(store.has_value());
  std::atomic<int> woken = 0;
  app::Visitor visitor(content, clock, store->get(), {{}, [&] { ++woken; }});
  (*store)->flush();
  woken = 0;  // what staff changed of the day was read
  visitor.apply(intent::Begin{base::Language::arabic, {}});
  for (int badge = 1; badge <= 2; ++badge) {
    visitor.apply(intent::Open{session::ScreenId::home, {}});
    visitor.apply(intent::Open{session::ScreenId::reception, {}});
    visitor.apply(intent::ChooseGuestKind{model::GuestKind::guidance_counsellor, {}});
    visitor.apply(intent::ChoosePartySize{2});
    CHECK(visitor.session().reception.step == session::ReceptionStep::saving);
    (*store)->flush();
    visitor.tick();
    CHECK(visitor.session().reception.step == session::ReceptionStep::saved);
    CHECK(visitor.session().reception.badge == badge);
  }
  CHECK(woken == 4);  // for each guest what the disk says and the badge
  const auto guests = store::read_guests(folder.path());
  REQUIRE(guests.has_value());
  REQUIRE(guests->size() == 2);
  CHECK(guests->front().key != guests->back().key);
  CHECK(guests->front().at == morning());
}

TEST_CASE("without a store a guest is told that nothing was saved, and can try again") {
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning());
  app::Visitor visitor(content, clock, nullptr, {});
  visitor.apply(intent::Begin{base::Language::arabic, {}});
  visitor.apply(intent::Open{session::ScreenId::reception, {}});
  visitor.apply(intent::ChooseGuestKind{model::GuestKind::press, {}});
  visitor.apply(intent::ChoosePartySize{1});
  CHECK(visitor.session().reception.step == session::ReceptionStep::failed);
  visitor.apply(intent::RetryGuest{});
  CHECK(visitor.session().reception.step == session::ReceptionStep::failed);
}

TEST_CASE("changed content is shown where the visitor stands; what is gone leads home and is forgotten") {
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning());
  app::Visitor visitor(content, clock, nullptr, {});
  visitor.apply(intent::Begin{base::Language::french, {}});
  visitor.apply(intent::Open{session::ScreenId::program, "zellige"});
  visitor.apply(intent::ToggleHeart{session::HeartKind::program, "zellige"});
  auto same = std::make_shared<content::Content>(tests::load_sample());
  visitor.use_content(same);
  CHECK(visitor.session().place == session::Place{session::ScreenId::program, "zellige"});
  CHECK(visitor.session().hearts.size() == 1);

  auto fewer = std::make_shared<content::Content>(tests::load_sample());
  std::erase_if(fewer->catalogue.programs, [](const model::Program& program) { return program.id == "zellige"; });
  visitor.use_content(fewer);
  CHECK(visitor.session().place.screen == session::ScreenId::home);
  CHECK(visitor.session().hearts.empty());
  CHECK(visitor.view()->language == base::Language::french);
}

TEST_CASE("a consent given to one notice is asked again when the notice becomes another") {
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning());
  app::Visitor visitor(content, clock, nullptr, {});
  visitor.apply(intent::Begin{base::Language::french, {}});
  visitor.apply(intent::Open{session::ScreenId::interest_programs, {}});
  visitor.apply(intent::FormNext{});
  visitor.apply(intent::ChooseRole{model::ContactRole::adult, {}});
  visitor.apply(intent::TypeText{"Amina"});
  visitor.apply(intent::FormNext{});
  visitor.apply(intent::TypeText{"0612345678"});
  visitor.apply(intent::FormNext{});
  visitor.apply(intent::ToggleConsent{0});
  REQUIRE(visitor.session().place.screen == session::ScreenId::interest_consent);
  REQUIRE(visitor.session().interest.consents[0]);
  auto same = std::make_shared<content::Content>(tests::load_sample());
  visitor.use_content(same);
  CHECK(visitor.session().interest.consents[0]);
  auto other = std::make_shared<content::Content>(tests::load_sample());
  other->catalogue.notice.retention.in(base::Language::french) = "dix ans";
  visitor.use_content(other);
  CHECK_FALSE(visitor.session().interest.consents[0]);
  CHECK(visitor.session().form.input(session::Field::name).text == "Amina");
}

TEST_CASE("a day put off is on every screen at once, on the kiosk that starts next as well, and gone the day after") {
  const tests::TempFolder folder;
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning());
  auto store = store::Store::open({folder.path(), {}});
  REQUIRE(store.has_value());
  const auto start_of = [](const app::Visitor& visitor, std::string_view id) {
    for (const model::AgendaItem& item : visitor.catalogue().agenda) {
      if (item.id == id) return model::real_start(item);
    }
    return model::MinuteOfDay(0);
  };
  const auto tell = [&](app::Visitor& visitor) {
    (*store)->flush();
    visitor.tick();
  };
  {
    app::Visitor::Hooks hooks;
    hooks.data = folder.path();
    app::Visitor visitor(content, clock, store->get(), hooks);
    REQUIRE(store::StaffPin(folder.path()).set("280764", {}).has_value());
    const auto until_answered = [&](session::StaffStep waiting) {
      while (visitor.session().staff.step == waiting) {
        std::this_thread::sleep_for(5ms);
        visitor.tick();
      }
    };
    visitor.apply(intent::OpenStaff{});
    until_answered(session::StaffStep::asking);
    for (const char digit : std::string("280764")) visitor.apply(session::StaffIntent(intent::PinDigit{digit}));
    visitor.apply(session::StaffIntent(intent::PinEnter{}));
    until_answered(session::StaffStep::checking);
    visitor.apply(session::StaffIntent(intent::OpenStaffPage{session::ScreenId::staff_day}));
    visitor.apply(session::StaffIntent(intent::ShiftDay{20min}));
    CHECK(start_of(visitor, "training-offer") == 10h + 50min);
    for (int i = 0; i < 40; ++i) visitor.apply(session::StaffIntent(intent::ShiftDay{30min}));
    CHECK(start_of(visitor, "training-offer") <= 10h + 30min + model::kMostDelay);
    for (int i = 0; i < 40; ++i) visitor.apply(session::StaffIntent(intent::UndoShift{}));
    visitor.apply(session::StaffIntent(intent::ShiftDay{20min}));
    tell(visitor);
  }
  app::Visitor visitor(content, clock, store->get(), {});
  tell(visitor);
  CHECK(start_of(visitor, "training-offer") == 10h + 50min);
  clock.advance(24h);
  tell(visitor);
  CHECK(start_of(visitor, "training-offer") == 10h + 30min);
}

TEST_CASE("other content keeps the place") {
  const auto content = std::make_shared<const content::Content>(tests::load_sample());
  base::ManualClock clock(morning());
  app::Visitor visitor(content, clock, nullptr, {});
  visitor.apply(intent::Begin{base::Language::french, {}});
  visitor.apply(intent::Open{session::ScreenId::program, "zellige"});
  visitor.use_content(std::make_shared<const content::Content>(tests::load_sample()));
  CHECK(visitor.view()->place.subject == "zellige");
}
