// A family walks away in mid-form: the countdown comes after 90 seconds, offers to stay, and after 20 more nothing of the family is left. Takes
// two minutes, nearly all of them waiting: a program's worth of its own, beside the other journeys.
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"

using namespace kiosk::tests;

TEST_CASE("walking away in mid-form leads through the countdown to attract, and the next form is empty") {
  const TempFolder folder;
  const auto tree = folder / "tree.json";
  const auto script = folder.write("script.txt", R"(
tap nav.language.fr
tap home.interest
tap form.next
tap who.adult
keys Fatima Benali
wait 89000
expect screen interest_name
expect text Êtes-vous toujours là
wait 21000
expect screen attract
tap nav.language.fr
tap home.interest
tap form.next
tap who.adult
tap form.next
expect text Écrivez le nom pour continuer.
)");
  Process kiosk({kProgram, "run", "--content", kSampleContent, "--data", (folder / "data").string(), "--windowed", "1280x720", "--tree", tree.string(), "--script", script.string()},
                folder.path(), {{"DISPLAY", display().name()}});
  const int status = kiosk.wait(std::chrono::minutes(4));
  CAPTURE(kiosk.errors());
  CHECK(status == 0);
  CHECK(slurp(tree).find("Fatima") == std::string::npos);
  CHECK(statistics(folder)["leads"] == 0);
  CHECK(statistics(folder)["visits_ended_idle"] == 1);
}
