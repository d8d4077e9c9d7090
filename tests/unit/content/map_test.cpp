// The plan and the tours: what is read of them, and every way in which they can be wrong, with the words that `kiosk check` uses.
#include "sample.h"

using namespace kiosk;
using content::testing::check_each;
using content::testing::ContentFolder;

namespace {

// Two rooms side by side, a corridor below them, and a floor above that only stairs lead to.
constexpr std::string_view kMap = R"(here = "lobby"
[[kiosk]]
id = "lobby"
node = "start"
facing = "south-west"
[[kiosk]]
id = "stairs"
node = "landing"
facing = 10
[[floor]]
id = "ground"
level = 0
name = { ar = "أ", fr = "a", en = "a" }
outline = [[0, 0], [20, 0], [20, 12], [0, 12]]
[[floor]]
id = "first"
level = 1
name = { ar = "أ", fr = "a", en = "a" }
outline = [[0, 0], [20, 0], [20, 12], [0, 12]]
[[area]]
room = "hall"
floor = "ground"
kind = "hall"
shape = [[0, 0], [10, 0], [10, 8], [0, 8]]
[[area]]
room = "zellige-workshop"
floor = "first"
kind = "workshop"
shape = [[10, 0], [20, 0], [20, 8], [10, 8]]
[[node]]
id = "start"
floor = "ground"
at = [10, 10]
[[node]]
id = "door-hall"
floor = "ground"
at = [5, 8]
door = "hall"
[[node]]
id = "landing"
floor = "first"
at = [10, 10]
[[node]]
id = "door-zellige"
floor = "first"
at = [15, 8]
door = "zellige-workshop"
[[path]]
nodes = ["start", "door-hall"]
width = 1.4
[[path]]
nodes = ["landing", "door-zellige"]
one_way = true
[[path]]
nodes = ["start", "landing"]
kind = "stairs"
)";

constexpr std::string_view kTours = R"([[tour]]
id = "short"
theme = { ar = "أ", fr = "a", en = "a" }
languages = ["ary", "fr"]
departures = ["11:00", "10:30"]
capacity = 12
seats_here = 5
for_families = true
[[tour.stop]]
room = "hall"
minutes = 10
[[tour.stop]]
room = "zellige-workshop"
minutes = 15
[own_tour]
minutes_per_room = 6
)";

struct Drawn : ContentFolder {
  Drawn() {
    write("map.toml", kMap);
    write("tours.toml", kTours);
    replace("workshops.toml", "seats_here = 8", "seats_here = 7");  // two kiosks, 15 seats
  }
};

}  // namespace

TEST_CASE("ways with their kind, width and direction, and kiosks with what their visitors look at, are read") {
  const Drawn folder;
  CHECK(folder.problems() == "");
  const auto loaded = folder.load();
  REQUIRE(loaded.content);
  const model::Map& map = loaded.content->catalogue.map;
  REQUIRE(map.ways.size() == 3);
  CHECK(map.ways[0].width == 1.4);
  CHECK_FALSE(map.ways[0].one_way);
  CHECK(map.ways[1].one_way);
  CHECK(map.ways[1].width == 0);
  CHECK(map.ways[2].kind == model::WayKind::stairs);
  CHECK(map.this_kiosk == "lobby");
  REQUIRE(map.here);
  CHECK(map.nodes[*map.here].id == "start");
  REQUIRE(map.kiosk("lobby"));
  CHECK(map.kiosk("lobby")->facing == 225);
  REQUIRE(map.kiosk("stairs"));
  CHECK(map.kiosk("stairs")->facing == 10);
}

TEST_CASE("a tour is read with its guide's languages, its departures in order and its stops") {
  const Drawn folder;
  const auto loaded = folder.load();
  REQUIRE(loaded.content);
  const model::Tour* tour = loaded.content->catalogue.tour("short");
  REQUIRE(tour);
  CHECK(tour->languages == std::vector<std::string>{"ary", "fr"});
  CHECK(tour->departures == std::vector<model::Departure>{{std::chrono::minutes(630), {}}, {std::chrono::minutes(660), {}}});
  CHECK(tour->capacity == 12);
  CHECK(tour->seats_here == 5);
  CHECK(tour->for_families);
  CHECK_FALSE(tour->step_free);
  REQUIRE(tour->stops.size() == 2);
  CHECK(tour->stops[1].room == "zellige-workshop");
  CHECK(tour->stops[1].stay == std::chrono::minutes(15));
  CHECK(loaded.content->catalogue.own_tour.stay == std::chrono::minutes(6));
}

TEST_CASE("the plan's mistakes are named where they were made") {
  check_each<Drawn>({
      {"an outline that crosses itself", "map.toml", "[[0, 0], [10, 0], [10, 8], [0, 8]]", "[[0, 0], [10, 8], [10, 0], [0, 8]]",
       "map.toml:24:9: error: the outline 'shape' crosses itself or has no inside\n"
       "  Give the corners in the order in which you would walk round it.\n"},
      {"a room without a door", "map.toml", "door = \"hall\"\n", "",
       "map.toml:20:1: warning: room 'hall' has no door on the map: no way leads to it\n"
       "  Add a [[node]] with door = the room's id, and a [[path]] to it.\n"},
      {"a door in the middle of nowhere", "map.toml", "at = [5, 8]", "at = [5, 11]",
       "map.toml:34:1: warning: door 'door-hall' is 3.0 m away from the outline of room 'hall'\n"
       "  Move it onto the room's outline.\n"},
      {"a door on another floor", "map.toml", "floor = \"ground\"\nat = [5, 8]", "floor = \"first\"\nat = [5, 8]",
       "map.toml:34:1: warning: door 'door-hall' is on floor 'first', but room 'hall' is on floor 'ground'\n"
       "  Put the door on the room's floor.\n"
       "map.toml:49:9: error: the path joins 'start' and 'door-hall', which are on different floors\n"
       "  Say how one gets there: kind = \"stairs\", \"lift\" or \"ramp\".\n"},
      {"a node that no path reaches", "map.toml", "[[path]]\nnodes = [\"start\", \"door-hall\"]\nwidth = 1.4\n", "",
       "map.toml:34:1: warning: no path leads from the kiosk to node 'door-hall'\n"
       "  Add a [[path]] that joins it to the others, or take the node out.\n"},
      {"a one-way path the wrong way round", "map.toml", "[\"landing\", \"door-zellige\"]", "[\"door-zellige\", \"landing\"]",
       "map.toml:43:1: warning: no path leads from the kiosk to node 'door-zellige'\n"
       "  Add a [[path]] that joins it to the others, or take the node out.\n"},
      {"a room on another floor than its door", "map.toml", "floor = \"first\"\nkind", "floor = \"ground\"\nkind",
       "map.toml:43:1: warning: door 'door-zellige' is on floor 'first', but room 'zellige-workshop' is on floor 'ground'\n"
       "  Put the door on the room's floor.\n"},
      {"the kiosk in the garden", "map.toml", "at = [10, 10]", "at = [10, 15]",
       "map.toml:2:1: error: kiosk 'lobby' stands 3.0 m outside floor 'ground', at node 'start'\n"
       "  Move the node inside the floor's outline, or correct the outline.\n"},
      {"a kiosk that is not there", "map.toml", "here = \"lobby\"", "here = \"loby\"",
       "map.toml:1:8: error: there is no kiosk 'loby'\n"
       "  Did you mean 'lobby'?\n"},
      {"a kiosk that does not know which it is", "map.toml", "here = \"lobby\"\n", "",
       "map.toml: warning: 'here' is missing: no way is shown\n"
       "  Write here = \"lobby\" at the top of the file.\n"},
      {"a facing that is no direction", "map.toml", "\"south-west\"", "\"left\"",
       "map.toml:5:10: error: 'facing' is no direction\n"
       "  Write degrees clockwise from the plan's up, 0 to 359, or one of: north, north-east, east, south-east, south, south-west, west, "
       "north-west.\n"},
      {"stairs that are not said", "map.toml", "kind = \"stairs\"\n", "",
       "map.toml:55:9: error: the path joins 'start' and 'landing', which are on different floors\n"
       "  Say how one gets there: kind = \"stairs\", \"lift\" or \"ramp\".\n"},
      {"a stop that does not exist", "tours.toml", "room = \"hall\"", "room = \"hal\"",
       "tours.toml:10:8: error: there is no room 'hal'\n"
       "  Did you mean 'hall'?\n"},
      {"a tour that claims to be step-free", "tours.toml", "for_families", "step_free = true\nfor_families",
       "tours.toml:14:8: error: tour 'short' is said to be step-free, but no step-free way leads from 'hall' to 'zellige-workshop': every way there "
       "has stairs\n"
       "  Draw the step-free way (a ramp or a lift, width = 0.9 or more), or take step_free out.\n"},
      {"a room that claims it", "rooms.toml", "name = { ar = \"ورشة الزليج\"", "step_free = true\nname = { ar = \"ورشة الزليج\"",
       "rooms.toml:10:13: error: room 'zellige-workshop' is said to be step-free, but no step-free way leads from the kiosk to it: every way there "
       "has stairs\n"
       "  Draw the step-free way (a ramp or a lift, width = 0.9 or more), or take step_free out.\n"},
      {"a departure that no clock shows", "tours.toml", "\"11:00\"", "\"11h5\"",
       "tours.toml:5:15: error: '11h5' is not a time of day\n"
       "  Write departures = [\"10:30\", \"11:45\"]: hours and minutes, from 00:00 to 24:00.\n"},
      {"a departure twice", "tours.toml", "\"11:00\"", "\"10:30\"",
       "tours.toml:5:24: error: '10:30' is in 'departures' twice\n"
       "  Take one of the two out.\n"},
      {"a language by its name", "tours.toml", "\"ary\"", "\"Darija\"",
       "tours.toml:4:14: error: 'Darija' is no language\n"
       "  Write the guide's languages as ar, fr, en, zgh, shi (Tachelhit) or ary (Darija).\n"},
      {"more seats than the guide can take", "tours.toml", "seats_here = 5", "seats_here = 13",
       "tours.toml:7:14: error: 'seats_here' is 13, more than the capacity of 12\n"
       "  Lower seats_here: it is this kiosk's part of the capacity.\n"},
  });
}

TEST_CASE("rooms that share ground are named, those that share a wall are not") {
  const Drawn folder;
  folder.replace("map.toml", "floor = \"first\"\nkind", "floor = \"ground\"\nkind");
  folder.replace("map.toml", "floor = \"first\"\nat = [15, 8]", "floor = \"ground\"\nat = [15, 8]");
  folder.replace("map.toml", "[\"landing\", \"door-zellige\"]", "[\"start\", \"door-zellige\"]");
  CHECK(folder.problems() == "");
  folder.replace("map.toml", "[[10, 0], [20, 0], [20, 8], [10, 8]]", "[[9, 0], [20, 0], [20, 8], [9, 8]]");
  CHECK(folder.problems() ==
        "map.toml:25:1: error: rooms 'hall' and 'zellige-workshop' overlap on floor 'ground'\n"
        "  Correct one of the outlines; rooms may share a wall, but no ground.\n");
  folder.replace("map.toml", "[[9, 0], [20, 0], [20, 8], [9, 8]]", "[[2, 2], [4, 2], [4, 4], [2, 4]]");
  CHECK(folder.problems().find("overlap on floor 'ground'") != std::string::npos);
}

TEST_CASE("a room that is drawn outside its floor or said to be on another, and seats that two kiosks give away twice, are named") {
  check_each<Drawn>({
      {"a room that reaches into the street", "map.toml", "[20, 0], [20, 8], [10, 8]]\n[[node]]", "[22, 0], [22, 8], [10, 8]]\n[[node]]",
       "map.toml:25:1: warning: room 'zellige-workshop' reaches 2.0 m out of floor 'first'\n"
       "  Correct the room's outline, or the floor's.\n"},
      {"another floor in rooms.toml", "rooms.toml", "floor = 0", "floor = 2",
       "rooms.toml:4:9: warning: room 'hall' is on floor 2, but the map has it on floor 'ground', which is 0\n"
       "  Write floor = 0, or draw the room on its floor.\n"},
      {"seats of a session", "workshops.toml", "seats_here = 7", "seats_here = 8",
       "workshops.toml:8:1: warning: session 'zellige-1000' gives away 8 seats at each of 2 kiosks, more than its 15\n"
       "  Write seats_here = 7: each kiosk counts for itself.\n"},
      {"seats of a tour", "tours.toml", "seats_here = 5", "seats_here = 7",
       "tours.toml:7:14: warning: tour 'short' gives away 7 seats at each of 2 kiosks, more than its 12\n"
       "  Write seats_here = 6: each kiosk counts for itself.\n"},
  });
}

TEST_CASE("every problem of a plan is named in one go, and a narrow passage breaks a step-free promise") {
  const Drawn folder;
  folder.replace("map.toml", "kind = \"stairs\"", "kind = \"ramp\"");
  folder.replace("rooms.toml", "name = { ar = \"ورشة الزليج\"", "step_free = true\nname = { ar = \"ورشة الزليج\"");
  CHECK(folder.problems() == "");
  folder.replace("map.toml", "one_way = true", "width = 0.7");
  folder.replace("map.toml", "at = [5, 8]", "at = [5, 3]");
  folder.replace("tours.toml", "room = \"hall\"", "room = \"halll\"");
  CHECK(folder.problems() ==
        "map.toml:34:1: warning: door 'door-hall' is 3.0 m away from the outline of room 'hall'\n"
        "  Move it onto the room's outline.\n"
        "rooms.toml:10:13: error: room 'zellige-workshop' is said to be step-free, but no step-free way leads from the kiosk to it: "
        "every way there without stairs is narrower than 0.9 m somewhere\n"
        "  Draw the step-free way (a ramp or a lift, width = 0.9 or more), or take step_free out.\n"
        "tours.toml:10:8: error: there is no room 'halll'\n"
        "  Did you mean 'hall'?\n");
}

TEST_CASE("a plan without tours, kiosks or ways is a plan") {
  const Drawn folder;
  folder.remove("tours.toml");
  const std::string map = folder.read("map.toml");
  folder.write("map.toml", map.substr(map.find("[[floor]]"), map.find("[[node]]") - map.find("[[floor]]")));
  REQUIRE(folder.load().content);
  CHECK(folder.problems().find("map.toml: warning: no kiosk is on the map: no way is shown\n") != std::string::npos);
}
