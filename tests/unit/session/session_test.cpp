// What a visit is: begins with a touch, keeps its place through every change, and leaves nothing behind.
#include <doctest/doctest.h>

#include "session/session.h"

using namespace kiosk;
using namespace std::chrono_literals;
using base::Language;
using session::HeartKind;
using session::ScreenId;
using session::Session;
using session::Sheet;
namespace intent = session::intent;
namespace effect = session::effect;

namespace {

model::Catalogue small_catalogue() {
  model::Catalogue catalogue;
  catalogue.event.first_language = Language::arabic;
  for (const char* id : {"metal", "clay"}) {
    model::Family family;
    family.id = id;
    catalogue.families.push_back(family);
  }
  for (const char* id : {"qualification", "technician"}) {
    model::Level level;
    level.id = id;
    catalogue.levels.push_back(level);
  }
  for (const char* id : {"inezgane", "agadir"}) {
    model::Institute institute;
    institute.id = id;
    catalogue.institutes.push_back(institute);
  }
  const auto add = [&](const char* id, const char* family, std::vector<std::string> levels, std::vector<std::string> institutes) {
    model::Program program;
    program.id = id;
    program.family = family;
    program.levels = std::move(levels);
    program.institutes = std::move(institutes);
    catalogue.programs.push_back(program);
  };
  add("silver", "metal", {"qualification", "technician"}, {"inezgane"});
  add("iron", "metal", {"qualification"}, {"agadir"});
  add("zellige", "clay", {"qualification"}, {"inezgane", "agadir"});
  model::WorkshopSession workshop;
  workshop.id = "zellige-1100";
  workshop.program = "zellige";
  catalogue.workshops.push_back(workshop);
  return catalogue;
}

// A visitor whose every touch is one call.
struct Walk {
  model::Catalogue catalogue = small_catalogue();
  Session session;
  std::vector<session::Effect> effects;
  base::SteadyTime now{};

  Walk& does(const session::Intent& what) {
    session::Stepped stepped = session::step(session, what, catalogue, now);
    session = stepped.session;
    effects.insert(effects.end(), stepped.effects.begin(), stepped.effects.end());
    return *this;
  }
  Walk& begins(Language language = Language::arabic) { return does(intent::Begin{language, "key"}); }
  template <class T>
  int count() const {
    int found = 0;
    for (const session::Effect& one : effects) found += std::holds_alternative<T>(one) ? 1 : 0;
    return found;
  }
};

}  // namespace

TEST_CASE("the first touch begins a visit at home in the slide's language") {
  Walk walk;
  walk.begins(Language::french);
  CHECK(walk.session.place.screen == ScreenId::home);
  CHECK(walk.session.language == Language::french);
  CHECK(walk.count<effect::VisitBegan>() == 1);
  CHECK(walk.count<effect::Viewed>() == 1);
}

TEST_CASE("a second Begin during a visit changes nothing") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::program, "zellige"}).does(intent::Begin{Language::english, "other"});
  CHECK(walk.session.visit == "key");
  CHECK(walk.session.place == session::Place{ScreenId::program, "zellige"});
}

TEST_CASE("nothing but Begin does anything on attract") {
  Walk walk;
  const Session before = walk.session;
  walk.does(intent::Open{ScreenId::home, {}}).does(intent::ToggleHeart{HeartKind::program, "zellige"}).does(intent::OpenComfort{}).does(intent::Back{});
  CHECK(walk.session == before);
  CHECK(walk.effects.empty());
}

TEST_CASE("changing the language keeps place, filters and hearts") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::program_list, {}}).does(session::DiscoveryIntent(intent::FilterFamily{"clay"}));
  walk.does(intent::ToggleHeart{HeartKind::program, "zellige"}).does(intent::Open{ScreenId::program, "zellige"});
  const Session before = walk.session;
  walk.does(intent::ChooseLanguage{Language::french});
  CHECK(walk.session.language == Language::french);
  CHECK(walk.session.place == before.place);
  CHECK(walk.session.filters == before.filters);
  CHECK(walk.session.hearts == before.hearts);
  CHECK(walk.session.trail == before.trail);
}

TEST_CASE("back retraces the way, home forgets it") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::program_list, {}}).does(intent::Open{ScreenId::program, "zellige"});
  walk.does(intent::Back{});
  CHECK(walk.session.place.screen == ScreenId::program_list);
  walk.does(intent::Back{});
  CHECK(walk.session.place.screen == ScreenId::home);
  walk.does(intent::Back{});
  CHECK(walk.session.place.screen == ScreenId::home);
  walk.does(intent::Open{ScreenId::workshops, {}}).does(intent::Open{ScreenId::home, {}});
  CHECK(walk.session.trail.empty());
}

TEST_CASE("opening a program that does not exist changes nothing") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::program, "gone"});
  CHECK(walk.session.place.screen == ScreenId::home);
}

TEST_CASE("back to a program that the content has lost leads home") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::program, "zellige"}).does(intent::Open{ScreenId::my_visit, {}});
  walk.catalogue.programs.clear();
  walk.does(intent::Back{});
  CHECK(walk.session.place.screen == ScreenId::home);
}

TEST_CASE("a long walk keeps a bounded trail") {
  Walk walk;
  walk.begins();
  for (int i = 0; i < 200; ++i) {
    walk.does(intent::Open{ScreenId::program, "zellige"}).does(intent::Open{ScreenId::program, "silver"});
  }
  CHECK(walk.session.trail.size() <= 32);
}

TEST_CASE("filters combine, and the same choice again takes it away") {
  const model::Catalogue catalogue = small_catalogue();
  const auto ids = [&](const session::Filters& filters) {
    std::vector<std::string> found;
    for (const model::Program* program : session::filtered(catalogue, filters, {})) found.push_back(program->id);
    return found;
  };
  CHECK(ids({}) == std::vector<std::string>{"silver", "iron", "zellige"});
  CHECK(ids({"metal", "", ""}) == std::vector<std::string>{"silver", "iron"});
  CHECK(ids({"metal", "technician", ""}) == std::vector<std::string>{"silver"});
  CHECK(ids({"", "qualification", "agadir"}) == std::vector<std::string>{"iron", "zellige"});
  CHECK(ids({"clay", "technician", ""}).empty());

  Walk walk;
  walk.begins().does(session::DiscoveryIntent(intent::FilterFamily{"metal"})).does(session::DiscoveryIntent(intent::FilterLevel{"technician"}));
  CHECK(walk.session.filters == session::Filters{"metal", "technician", ""});
  walk.does(session::DiscoveryIntent(intent::FilterFamily{"metal"}));
  CHECK(walk.session.filters == session::Filters{"", "technician", ""});
  walk.does(session::DiscoveryIntent(intent::FilterLevel{"no such level"})).does(session::DiscoveryIntent(intent::ClearFilters{}));
  CHECK_FALSE(walk.session.filters.any());
}

TEST_CASE("a heart is given, told to the world, and taken back") {
  Walk walk;
  walk.begins().does(intent::ToggleHeart{HeartKind::program, "zellige"}).does(intent::ToggleHeart{HeartKind::workshop, "zellige-1100"});
  CHECK(walk.session.has_heart(HeartKind::program, "zellige"));
  CHECK(walk.session.has_heart(HeartKind::workshop, "zellige-1100"));
  CHECK_FALSE(walk.session.has_heart(HeartKind::workshop, "zellige"));
  walk.now += 1s;
  walk.does(intent::ToggleHeart{HeartKind::program, "zellige"}).does(intent::ToggleHeart{HeartKind::program, "gone"});
  CHECK_FALSE(walk.session.has_heart(HeartKind::program, "zellige"));
  CHECK(walk.count<effect::HeartChanged>() == 3);
}

TEST_CASE("a nervous double tap on a heart is one") {
  Walk walk;
  walk.begins().does(intent::ToggleHeart{HeartKind::program, "zellige"});
  walk.now += 200ms;
  walk.does(intent::ToggleHeart{HeartKind::program, "zellige"});
  CHECK(walk.session.has_heart(HeartKind::program, "zellige"));
  walk.now += 400ms;
  walk.does(intent::ToggleHeart{HeartKind::program, "zellige"});
  CHECK_FALSE(walk.session.has_heart(HeartKind::program, "zellige"));
}

TEST_CASE("after a minute without a touch the countdown begins, and 20 seconds later the visit is over") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::program, "zellige"});
  walk.now += 59s;
  walk.does(intent::Tick{});
  CHECK(walk.session.sheet == Sheet::none);
  walk.now += 1s;
  walk.does(intent::Tick{});
  CHECK(walk.session.sheet == Sheet::idle);
  CHECK(session::countdown_seconds(walk.session, walk.now) == 20);
  walk.now += 19s + 500ms;
  walk.does(intent::Tick{});
  CHECK(session::countdown_seconds(walk.session, walk.now) == 1);
  CHECK(walk.session.place.subject == "zellige");
  walk.now += 500ms;
  walk.does(intent::Tick{});
  CHECK(walk.session.visit.empty());
  CHECK(std::get<effect::VisitEnded>(walk.effects.back()).reason == session::EndReason::idle);
}

TEST_CASE("any touch during the countdown brings everything back as it was, an open sheet included") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::program, "zellige"}).does(intent::OpenComfort{});
  walk.now += 61s;
  walk.does(intent::Tick{});
  REQUIRE(walk.session.sheet == Sheet::idle);
  walk.does(intent::Touched{});
  CHECK(walk.session.sheet == Sheet::comfort);
  CHECK(walk.session.place.subject == "zellige");
  walk.now += 59s;
  walk.does(intent::Tick{});
  CHECK(walk.session.sheet == Sheet::comfort);
}

TEST_CASE("nothing of a visitor outlives the visit") {
  Walk walk;
  walk.begins(Language::french).does(session::DiscoveryIntent(intent::FilterFamily{"clay"})).does(intent::ToggleHeart{HeartKind::program, "zellige"});
  walk.does(intent::SetTextSize{session::TextSize::largest}).does(intent::ToggleHighContrast{}).does(intent::ToggleReducedMotion{});
  walk.does(intent::Done{});
  Session fresh;
  fresh.language = Language::arabic;
  fresh.last_touch = walk.now;
  CHECK(walk.session == fresh);
}

TEST_CASE("on attract no deadline wakes the kiosk; in a countdown every whole second does") {
  Walk walk;
  CHECK_FALSE(session::next_deadline(walk.session, walk.now).has_value());
  walk.begins();
  CHECK(session::next_deadline(walk.session, walk.now) == walk.now + 60s);
  walk.now += 60s;
  walk.does(intent::Tick{});
  CHECK(session::next_deadline(walk.session, walk.now) == walk.now + 1s);
  CHECK(session::next_deadline(walk.session, walk.now + 300ms) == walk.now + 1s);
}

TEST_CASE("screen ids are those that scripts use") {
  for (std::size_t i = 0; i < session::kScreenCount; ++i) {
    const auto screen = static_cast<ScreenId>(i);
    CHECK(session::screen_from_id(session::id(screen)) == screen);
  }
  CHECK(session::id(ScreenId::program_list) == "program_list");
  CHECK_FALSE(session::screen_from_id("nowhere").has_value());
}

TEST_CASE("a name typed at reception and left there stands in no other form") {
  for (const bool back : {false, true}) {
    Walk walk;
    walk.begins().does(intent::Open{ScreenId::reception, {}}).does(intent::ChooseGuestKind{model::GuestKind::press, "guest"}).does(intent::EnterDetails{});
    walk.does(intent::TypeText{"Fatima"});
    CHECK(walk.session.form.any_typed());
    for (int i = 0; back && i < 3; ++i) walk.does(intent::Back{});
    if (!back) walk.does(intent::Open{ScreenId::home, {}});
    CHECK(walk.session.place.screen == ScreenId::home);
    CHECK_FALSE(walk.session.form.any_typed());
  }
}

TEST_CASE("reception asks who and how many, then hands the guest in once") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::reception, {}}).does(intent::ChoosePartySize{2});
  CHECK(walk.session.reception.step == session::ReceptionStep::kind);
  walk.does(intent::ChooseGuestKind{model::GuestKind::press, "guest"}).does(intent::ChoosePartySize{0});
  CHECK(walk.count<effect::SaveGuest>() == 0);
  walk.does(intent::ChoosePartySize{2}).does(intent::ChoosePartySize{3});
  CHECK(walk.count<effect::SaveGuest>() == 1);
  CHECK(walk.session.reception.party_size == 2);
}

TEST_CASE("an answer for another guest, or after the visitor left, changes nothing") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::reception, {}}).does(intent::ChooseGuestKind{model::GuestKind::press, "guest"}).does(intent::ChoosePartySize{2});
  walk.does(intent::GuestSaved{"other", 7});
  CHECK(walk.session.reception.step == session::ReceptionStep::saving);
  walk.does(intent::Done{}).does(intent::GuestSaved{"guest", 7});
  CHECK(walk.session.reception == session::Reception{});
}

TEST_CASE("a guest who could not be saved is tried again under the same key") {
  Walk walk;
  walk.begins().does(intent::Open{ScreenId::reception, {}}).does(intent::ChooseGuestKind{model::GuestKind::press, "guest"}).does(intent::ChoosePartySize{2});
  walk.does(intent::GuestNotSaved{"guest"});
  CHECK(walk.session.reception.step == session::ReceptionStep::failed);
  walk.does(intent::RetryGuest{});
  CHECK(walk.count<effect::SaveGuest>() == 2);
  walk.does(intent::GuestSaved{"guest", 7});
  CHECK(walk.session.reception.badge == 7);
}
