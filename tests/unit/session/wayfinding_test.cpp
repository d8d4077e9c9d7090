// Finding the way: floors, walks through several rooms, a place by its name.
#include "session/wayfinding.h"

#include <doctest/doctest.h>

#include "session/place_search.h"
#include "support/sample_content.h"
#include "unit/session/driver.h"

using namespace kiosk;
using kiosk::tests::Driver;
using session::ScreenId;
using session::WayfindingIntent;
namespace intent = session::intent;

namespace {

model::LocalText said(const std::string& arabic, const std::string& french) {
  model::LocalText text;
  text.in(base::Language::arabic) = arabic;
  text.in(base::Language::french) = french;
  return text;
}

// Two floors with three rooms and a tour through two of them.
model::Catalogue building() {
  model::Catalogue catalogue;
  catalogue.rooms = {{"hall", "i", 0, said("القاعة الكبرى", "Grande salle"), {}, false, {}},
                     {"zellige-workshop", "i", 0, said("ورشة الزليج", "Atelier de zellige"), {}, false, {}},
                     {"library", "i", 1, said("المكتبة", "Bibliothèque"), {}, false, {}}};
  model::Program pottery;
  pottery.id = "pottery";
  pottery.name = said("الفخار", "Poterie");
  pottery.room = "zellige-workshop";
  catalogue.programs.push_back(pottery);
  model::Map& map = catalogue.map;
  map.floors = {{"ground", 0, said("الأرضي", "Rez"), {{0, 0}, {30, 0}, {30, 10}, {0, 10}}, {}}, {"first", 1, said("الأول", "Premier"), {{0, 0}, {30, 0}, {30, 10}, {0, 10}}, {}}};
  map.areas = {{"hall", "ground", model::AreaKind::hall, {{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}, {}, {}},
               {"zellige-workshop", "ground", model::AreaKind::workshop, {{10, 0}, {20, 0}, {20, 10}, {10, 10}}, {}, {said("المطرقة", "Marteau")}, {}},
               {"library", "first", model::AreaKind::library, {{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}, {}, {}}};
  map.nodes = {{"here", "ground", {5, 12}, ""}, {"a", "ground", {5, 10}, "hall"}, {"b", "ground", {15, 10}, "zellige-workshop"}, {"c", "first", {5, 10}, "library"}};
  map.ways = {{0, 1}, {0, 2}, {1, 3, model::WayKind::stairs}};
  map.here = 0;
  model::Tour tour;
  tour.id = "fire";
  tour.stops = {{"zellige-workshop", std::chrono::minutes(5)}, {"hall", std::chrono::minutes(5)}};
  catalogue.tours.push_back(tour);
  return catalogue;
}

Driver at_map() {
  Driver visitor{building(), {}, {}, {}};
  visitor.does(intent::Begin{base::Language::french, "v"}).does(intent::Open{ScreenId::map, {}});
  return visitor;
}

Driver& wishes(Driver& visitor, WayfindingIntent intent) { return visitor.does(session::Intent(std::in_place_type<WayfindingIntent>, std::move(intent))); }

}  // namespace

TEST_CASE("rooms join a walk of one's own, once each, and leave it again") {
  Driver visitor = at_map();
  visitor.does(intent::Open{ScreenId::map, "library"});
  wishes(visitor, intent::AddStop{"library"});
  CHECK(visitor.session.place.subject.empty());  // the walk is shown
  visitor.does(intent::Open{ScreenId::map, "hall"});
  wishes(visitor, intent::AddStop{"hall"});
  wishes(visitor, intent::AddStop{"hall"});
  wishes(visitor, intent::AddStop{"nowhere"});
  CHECK(visitor.session.map.stops == std::vector<std::string>{"library", "hall"});
  wishes(visitor, intent::RemoveStop{"library"});
  CHECK(visitor.session.map.stops == std::vector<std::string>{"hall"});
  wishes(visitor, intent::EndWalk{});
  CHECK(visitor.session.map.stops.empty());
}

TEST_CASE("back from a room leads to the walk it was looked at from, then away") {
  Driver visitor = at_map();
  wishes(visitor, intent::ShowWalk{{"hall", "library"}, {}});
  visitor.does(intent::Open{ScreenId::map, "library"});
  CHECK(visitor.session.map.floor == "first");
  visitor.does(intent::Back{});
  CHECK(visitor.screen() == ScreenId::map);
  CHECK(visitor.session.place.subject.empty());
  CHECK(visitor.session.map.stops.size() == 2);
  visitor.does(intent::Back{});
  CHECK(visitor.screen() == ScreenId::home);
}

TEST_CASE("back closes the card of a room that was chosen on the map, and leaves the map where it was opened for that room") {
  Driver visitor = at_map();
  visitor.does(intent::Open{ScreenId::map, "hall"}).does(intent::Back{});
  CHECK(visitor.session.place == session::Place{ScreenId::map, {}});
  visitor.does(intent::Back{}).does(intent::Open{ScreenId::map, "library"}).does(intent::Open{ScreenId::map, "hall"}).does(intent::Back{});
  CHECK(visitor.session.place == session::Place{ScreenId::map, "library"});
  visitor.does(intent::Back{});
  CHECK(visitor.screen() == ScreenId::home);
}

TEST_CASE("whoever comes to the map again sees the floor where the kiosk stands") {
  Driver visitor = at_map();
  wishes(visitor, intent::ChooseFloor{"first"});
  visitor.does(intent::Open{ScreenId::home, {}}).does(intent::Open{ScreenId::map, {}});
  CHECK(visitor.session.map.floor.empty());
}

TEST_CASE("a tour's walk is shown from any page; a room of one's own begins another walk") {
  Driver visitor = at_map();
  visitor.does(intent::Open{ScreenId::home, {}});
  wishes(visitor, intent::ShowWalk{{"zellige-workshop", "hall", "nowhere"}, "fire"});
  CHECK(visitor.screen() == ScreenId::map);
  CHECK(visitor.session.map.stops == std::vector<std::string>{"zellige-workshop", "hall"});
  CHECK(visitor.session.map.tour == "fire");
  wishes(visitor, intent::AddStop{"library"});
  CHECK(visitor.session.map.stops == std::vector<std::string>{"library"});
  CHECK(visitor.session.map.tour.empty());
}

TEST_CASE("all floors are shown until one is chosen; the steps open only where there is a way to tell") {
  Driver visitor = at_map();
  wishes(visitor, intent::ToggleAllFloors{});
  CHECK(visitor.session.map.all_floors);
  wishes(visitor, intent::ChooseFloor{"first"});
  CHECK_FALSE(visitor.session.map.all_floors);
  CHECK(visitor.session.map.floor == "first");
  wishes(visitor, intent::OpenWay{});
  CHECK(visitor.session.sheet == session::Sheet::none);
  visitor.does(intent::Open{ScreenId::map, "hall"});
  wishes(visitor, intent::OpenWay{});
  CHECK(visitor.session.sheet == session::Sheet::way);
}

TEST_CASE("a place is found by its name in any language, by what is taught and by what stands there, and done opens the best") {
  const model::Catalogue catalogue = building();
  const auto first = [&](std::string_view typed) {
    const auto found = session::search_places(catalogue, typed, base::Language::french);
    return found.empty() ? std::string() : found.front().area->room;
  };
  CHECK(first("bibli") == "library");
  CHECK(first("المكتبه") == "library");
  CHECK(first("poterie") == "zellige-workshop");
  CHECK(first("marteau") == "zellige-workshop");
  CHECK(first("xyz").empty());
  CHECK(first("").empty());
  Driver visitor = at_map();
  wishes(visitor, intent::FindPlace{true});
  visitor.types("biblio");
  CHECK(visitor.session.form.input(session::Field::search).text == "biblio");
  visitor.next();
  CHECK(visitor.session.place == session::Place{ScreenId::map, "library"});
  CHECK_FALSE(visitor.session.map.searching);
  CHECK(visitor.session.form.input(session::Field::search).text.empty());
}

TEST_CASE("a place is found by what people call such places, in any language, before a typo is forgiven") {
  const auto kind_of = [](std::string_view typed) {
    const auto found = session::search_places(tests::sample().catalogue, typed, base::Language::arabic);
    return found.empty() ? std::optional<model::AreaKind>() : std::optional(found.front().area->kind);
  };
  for (const char* typed : {"wc", "WC", "مرحاض", "طواليط", "حمام", "toilettes"}) {
    CAPTURE(typed);
    CHECK(kind_of(typed) == model::AreaKind::wc);
  }
  for (const char* typed : {"مسجد", "مصلى", "mosquée"}) CHECK(kind_of(typed) == model::AreaKind::prayer);
  for (const char* typed : {"مقهى", "cafe", "buvette"}) CHECK(kind_of(typed) == model::AreaKind::cafeteria);
  for (const char* typed : {"التسجيل", "inscription"}) CHECK(kind_of(typed) == model::AreaKind::info);
}

TEST_CASE("back closes the search of a place before it leaves the map") {
  Driver visitor = at_map();
  wishes(visitor, intent::FindPlace{true});
  visitor.types("bi").does(intent::Back{});
  CHECK(visitor.screen() == ScreenId::map);
  CHECK_FALSE(visitor.session.map.searching);
  CHECK(visitor.session.form.input(session::Field::search).text.empty());
}

TEST_CASE("when the content changes, a walk keeps what is still there and a tour takes its new stops") {
  Driver visitor = at_map();
  wishes(visitor, intent::ShowWalk{{"hall", "library"}, {}});
  visitor.catalogue.map.areas.pop_back();
  visitor.does(intent::ContentChanged{base::Language::arabic, false});
  CHECK(visitor.session.map.stops == std::vector<std::string>{"hall"});
  wishes(visitor, intent::ShowWalk{{"zellige-workshop", "hall"}, "fire"});
  visitor.catalogue.tours[0].stops.pop_back();
  visitor.does(intent::ContentChanged{base::Language::arabic, false});
  CHECK(visitor.session.map.stops == std::vector<std::string>{"zellige-workshop"});
  visitor.catalogue.tours.clear();
  visitor.does(intent::ContentChanged{base::Language::arabic, false});
  CHECK(visitor.session.map.stops.empty());
}
