// Finding the way: T3 a WC in three touches, T5 a workshop and whether it is on in four, and the hall of whoever is speaking.
#include <doctest/doctest.h>

#include <sstream>

#include "journey/kiosk_program.h"

using namespace kiosk::tests;

namespace {

void plays_in(const std::string& script, int touches) {
  const TempFolder folder;
  std::istringstream lines(script);
  int count = 0;
  for (std::string line; std::getline(lines, line);) count += line.starts_with("tap ") ? 1 : 0;
  CHECK(count <= touches);
  const Ended ended = play(folder, script);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

}  // namespace

TEST_CASE("T3: three touches from attract to the way to the nearest WC") {
  plays_in(R"(
tap attract.start
tap home.map
expect screen map
tap poi.wc
expect text المراحيض
expect text دقيقة واحدة
)",
           3);
}

TEST_CASE("T5: where the zellige workshop is and whether it is on now, in four touches") {
  plays_in(R"(
tap nav.language.fr
tap home.map
tap room.zellige-workshop
expect text Atelier de zellige
expect text 1 minute
expect text En ce moment · 
)",
           4);
}

TEST_CASE("upstairs without stairs: the way goes by the lift, on both floors, and the plan can be dragged and zoomed") {
  plays_in(R"(
tap nav.language.fr
tap home.map
tap floor.first
tap room.silver-workshop
expect text par l’escalier
tap map.step_free
expect text par l’ascenseur
tap floor.ground
expect text Vous êtes ici
tap map.zoom_in
tap map.zoom_in
drag 1200,500 1000,400 300
tap map.recentre
tap room.cafeteria
expect text Cafétéria
tap map.close
expect no map.card.name
tap nav.back
expect screen home
)",
           100);
}

TEST_CASE("four stops become one walk in the best order over both floors, with every step and a code for the phone") {
  plays_in(R"(
tap nav.language.fr
tap home.map
tap room.zellige-workshop
tap map.stop
tap room.ironwork-workshop
tap map.stop
tap room.wood-workshop
tap map.stop
tap floor.first
tap room.sewing-workshop
tap map.stop
expect text Mon parcours
expect text par l’escalier
tap map.all_floors
expect text Premier étage
tap map.way
expect text Étape 2
tap nav.language.ar
expect text ورشة الخشب
tap way.close
tap stop.remove.wood-workshop
expect no stop.wood-workshop
tap map.step_free
expect text المصعد
tap map.walk_end
expect no stop.zellige-workshop
)",
           100);
}

TEST_CASE("a place is found by its name in Latin letters on an Arabic page, and the nearest water is one touch away") {
  plays_in(R"(
tap nav.language.ar
tap home.map
tap map.find
type bibliotheque
expect text المكتبة
tap room.library
expect no key.done
expect text الطابق الأول
tap map.close
tap poi.water
expect text ماء الشرب
)",
           100);
}

TEST_CASE("two fingers and a double tap take the plan nearer, and the button brings it back whole") {
  plays_in(R"(
tap nav.language.fr
tap home.map
wait 300
pinch 1200,500 200 700 300
wait 600
expect no room.wc-ground
tap map.recentre
expect text Rez-de-chaussée
tap room.wc-ground
tap map.close
tap 1250,520
tap 1250,520
wait 600
expect no room.wc-ground
drag 1000,500 1500,200 200
wait 1500
tap map.recentre
tap room.wc-ground
expect text Toilettes
)",
           100);
}

TEST_CASE("a machine that says which kiosk it is shows the plan from there, and one that names no kiosk of the plan does not start") {
  const TempFolder folder;
  const Ended upstairs = play(folder, R"(
tap nav.language.fr
tap home.map
expect text Vous êtes ici
expect text Premier étage
tap map.north_up
tap room.leather-workshop
expect text 1 minute
)",
                              {"--at", "upstairs"});
  CAPTURE(upstairs.errors);
  CHECK(upstairs.status == 0);
  const Ended nowhere = run_kiosk(folder, {"check", kSampleContent, "--at", "roof"});
  CHECK(nowhere.status == 1);
  CHECK((nowhere.output + nowhere.errors).find("this machine says that it is kiosk 'roof', which is not on the map") != std::string::npos);
}

TEST_CASE("the agenda leads to the hall of who is speaking now") {
  plays_in(R"(
tap nav.language.fr
tap home.agenda
tap agenda.opening
expect screen map
expect text Grande salle
)",
           3);
}
