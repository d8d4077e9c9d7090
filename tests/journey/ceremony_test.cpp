// The ceremony's morning: T4, a guidance counsellor registers two persons without a name in at most four touches; who is speaking now.
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"
#include "journey/touches.h"

using namespace kiosk::tests;
using kiosk::base::Json;

TEST_CASE("T4: four touches from attract to the badge number, and the headcount has both persons") {
  const TempFolder folder;
  const std::string script = R"(
expect screen attract
tap attract.start
tap home.reception
expect screen reception
tap who.guidance_counsellor
tap party.2
expect text رقم شارتكم
)";
  CHECK(touches(script) <= 4);
  const Ended ended = play(folder, script);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  const Json stats = statistics(folder);
  CHECK(stats["parties"] == 1);
  CHECK(stats["persons"] == 2);
  CHECK(stats["persons_by_kind"][0]["id"] == "guidance_counsellor");
}

TEST_CASE("at reception the language changes in place, back asks for the kind again, and the next guest gets the next badge") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap attract.start
tap home.reception
tap who.press
tap nav.language.fr
expect text Combien êtes-vous
tap nav.back
tap who.parent
tap party.5
expect text 1
expect text Parent ou tuteur · 5 personnes
tap form.next
expect screen home
tap home.reception
tap who.press
tap party.1
expect text 2
tap nav.done
expect screen attract
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(statistics(folder)["persons"] == 6);
}

TEST_CASE("two touches lead to who is speaking now and in which hall") {
  const TempFolder folder;
  const std::string script = R"(
tap nav.language.fr
tap home.agenda
expect screen agenda
expect text À la tribune en ce moment
expect text Grande salle
)";
  CHECK(touches(script) == 2);
  const Ended ended = play(folder, script);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("during the ceremony reception opens straight from attract, in the slide's language") {
  const TempFolder folder;
  const std::string script = R"(
expect screen attract
tap attract.reception
expect screen reception
tap who.official
tap party.1
expect text رقم شارتكم
)";
  CHECK(touches(script) == 3);
  const Ended ended = play(folder, script);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("the part of the day follows the agenda: visits bring the map forward, the closing its recommendations") {
  const TempFolder folder;
  const Ended tour = play(folder, "tap nav.language.fr\nexpect text Chaque salle et le chemin\nexpect no attract.reception\n", {}, "2025-09-22 11:15");
  CAPTURE(tour.errors);
  CHECK(tour.status == 0);
  const Ended closing = play(folder, R"(
tap nav.language.fr
expect text Recommandations de la journée
tap home.agenda
expect screen agenda
expect text Ouvrir les ateliers aux familles
)",
                             {}, "2025-09-22 16:45");
  CAPTURE(closing.errors);
  CHECK(closing.status == 0);
}
