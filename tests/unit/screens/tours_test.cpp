// What the pages of guided tours show, read as values, on the sample content.
#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "locale/phrases.h"
#include "screens/screen_view.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
using base::Language;
using session::ScreenId;
using session::TourStep;

namespace {

std::string last_code;
model::QrCode remember_code(std::string_view text) {
  last_code = text;
  return {};
}

struct Look {
  session::Session session;
  std::chrono::minutes time{10h + 15min};
  std::vector<model::TakenSeats> taken = {};

  Look(ScreenId screen, Language language, std::string subject = {}) {
    session.visit = "v";
    session.language = language;
    session.place = {screen, std::move(subject)};
    session.tours.tour = session.place.subject;
  }
  model::DayMode mode = model::DayMode::free_visit;

  screens::ScreenView view() const {
    using namespace std::chrono;
    const locale::LocalTime now{year{2025} / September / 22, time, 0s};
    return screens::make_screen_view({tests::sample().catalogue, tests::sample().messages, session, now, remember_code, mode, nullptr, nullptr, &taken}, 20);
  }
  screens::ToursView list() const { return std::get<screens::ToursView>(view().body); }
  screens::TourView tour() const { return std::get<screens::TourView>(view().body); }
};

bool says(const std::vector<screens::Badge>& badges, const std::string& text) {
  return std::any_of(badges.begin(), badges.end(), [&](const screens::Badge& badge) { return badge.text.text == text; });
}

}  // namespace

TEST_CASE("the list says when each tour leaves, in what languages, and what is left") {
  Look look(ScreenId::tours, Language::french);
  REQUIRE(look.list().tours.size() == tests::sample().catalogue.tours.size());
  const auto card = [&](std::string_view tour) {
    const auto cards = look.list().tours;
    return *std::find_if(cards.begin(), cards.end(), [&](const screens::TourCard& one) { return one.tour == tour; });
  };
  CHECK(says(card("fire-and-clay").badges, "dans 30 minutes"));
  CHECK(says(card("fire-and-clay").badges, "8 places libres"));
  CHECK(card("thread-leather-silver").guide.text.find("darija, tachelhit, français") != std::string::npos);
  CHECK_FALSE(look.view().demo_line.text.empty());
  look.time = 11h;
  CHECK(card("fire-and-clay").group.text.find("Atelier du bois") != std::string::npos);
  look.time = 23h;
  CHECK_FALSE(look.list().over_title.text.empty());
  CHECK(look.list().tours[0].time.text.empty());
}

TEST_CASE("what leaves first stands first, and the tour's page says where one meets") {
  Look look(ScreenId::tours, Language::french);
  look.time = 10h + 15min;
  CHECK(look.list().tours.front().tour == "families");
  look.time = 10h + 31min;
  CHECK(look.list().tours.front().tour == "fire-and-clay");
  const std::string facts = locale::without_isolates(Look(ScreenId::tour, Language::french, "fire-and-clay").tour().facts.text);
  CHECK(facts.find("Point de rendez-vous\u202F: Atelier de ferronnerie") != std::string::npos);
}

TEST_CASE("for families and without stairs leave out the other tours, or say that there is none") {
  Look look(ScreenId::tours, Language::english);
  look.session.tours.for_families = true;
  REQUIRE(look.list().tours.size() == 1);
  CHECK(look.list().tours.front().tour == "families");
  look.session.tours.for_families = false;
  look.session.map.step_free = true;
  CHECK(look.list().tours.size() == 2);
}

TEST_CASE("a tour of one's own is there with hearts, and without them how to get one") {
  Look look(ScreenId::tours, Language::english);
  CHECK_FALSE(look.list().own.find.text.empty());
  look.session.hearts = {{session::HeartKind::program, "zellige"}, {session::HeartKind::program, "art-joinery"}};
  const auto own = look.list().own;
  CHECK(own.find.text.empty());
  REQUIRE(own.rooms.size() == 1);  // the zellige workshop is where the time ends
  CHECK(own.asked == std::vector<std::string>{"wood-workshop"});
  CHECK(own.fits.text == "You have 45 minutes: time for this room");
  look.time = 23h;
  CHECK(look.list().own.fits.text.empty());
}

TEST_CASE("a full departure is passed over until it is chosen, and then nobody signs up") {
  Look look(ScreenId::tour, Language::french, "families");
  CHECK(look.tour().sign_up.departure == 10h + 30min);
  look.taken = {{"families", 10h + 30min, 10}};
  CHECK(look.tour().sign_up.departure == 11h + 30min);
  CHECK(look.tour().departures.front().full);
  look.session.tours.departure = 10h + 30min;
  CHECK(look.tour().sign_up.sign_up.text.empty());
  CHECK_FALSE(look.tour().sign_up.line.text.empty());
}

TEST_CASE("only as many as are left can be chosen") {
  Look look(ScreenId::tour, Language::french, "families");
  look.session.tours.step = TourStep::party;
  look.session.tours.departure = 10h + 30min;
  CHECK(look.tour().parties.size() == 6);
  look.taken = {{"families", 10h + 30min, 7}};
  CHECK(look.tour().parties.size() == 3);
  look.taken = {{"families", 10h + 30min, 10}};
  CHECK(look.tour().step == TourStep::look);
  look.taken.clear();
  look.time = 10h + 30min;  // it has left while the family counted
  CHECK(look.tour().step == TourStep::look);
}

TEST_CASE("under way: where the group is, where one still meets it, and that the last stop may be too late") {
  Look look(ScreenId::tour, Language::english, "fire-and-clay");
  look.time = 11h;
  REQUIRE(look.tour().group.has_value());
  CHECK(look.tour().group->room == "wood-workshop");
  look.session.tours.departure = 10h + 45min;
  CHECK(look.tour().stops[0].is_past);
  CHECK(look.tour().stops[1].is_here);
  CHECK(look.tour().sign_up.line.text == "This group has left.");
  look.time = 11h + 34min;
  CHECK(look.tour().group->go.text.empty());
  look.time = 10h;
  CHECK_FALSE(look.tour().group.has_value());
}

TEST_CASE("the ticket says number, time and place, and its code the same as plain text in the visitor's language") {
  Look look(ScreenId::tour, Language::arabic, "families");
  look.session.tours.tickets = {{"k", "families", 10h + 30min, 2, 7}};
  look.session.tours.shown = "k";
  look.session.tours.step = TourStep::ticket;
  const auto ticket = look.tour().ticket;
  CHECK(ticket.number.text.find("T-07") != std::string::npos);
  CHECK(ticket.room == "exhibition");
  CHECK(last_code.find("T-07") != std::string::npos);
  CHECK(last_code.find("10:30") != std::string::npos);
  CHECK(last_code.find("شخصان") != std::string::npos);
  CHECK(last_code.find("\u2066") == std::string::npos);
  look.session.place = {ScreenId::my_visit, {}};
  REQUIRE(std::get<screens::MyVisitView>(look.view().body).tickets.size() == 1);
  CHECK_FALSE(look.view().demo_line.text.empty());
}

TEST_CASE("a tour that the content has lost shows home") {
  CHECK(Look(ScreenId::tour, Language::french, "gone").view().place.screen == ScreenId::home);
}

TEST_CASE("home leads to the tours, first while the day is theirs") {
  Look look(ScreenId::home, Language::french);
  const auto shortcuts = std::get<screens::HomeView>(look.view().body).shortcuts;
  CHECK(std::any_of(shortcuts.begin(), shortcuts.end(), [](const auto& one) { return one.id == "home.tours"; }));
  look.mode = model::DayMode::tour;
  const auto ways = std::get<screens::HomeView>(look.view().body).ways;
  REQUIRE(ways.size() == 2);
  CHECK(ways[0].id == "home.tours");
  CHECK(ways[0].line.text.find("10\u202Fh\u202F30") != std::string::npos);
  CHECK(ways[1].id == "home.map");
}
