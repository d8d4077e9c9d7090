// Guided tours: seats kept and given back, what a restart remembers, catching up with a group, a tour of one's own.
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"

using namespace kiosk::tests;

namespace {

void plays(const TempFolder& folder, const std::string& script, const std::string& now = "2025-09-22 10:15") {
  const Ended ended = play(folder, script, {}, now);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

}  // namespace

TEST_CASE("two seats: the ticket in every language, fewer seats left, given back from my visit") {
  const TempFolder folder;
  plays(folder, R"(
tap nav.language.fr
tap home.tours
expect screen tours
expect text 10 places libres
tap tour.families
expect screen tour
tap tour.sign_up
tap nav.language.ar
expect text كم عددكم؟
tap party.2
expect text T-01
expect text شخصان
tap nav.language.fr
expect text Votre billet
expect text 2 personnes
tap ticket.look
expect text 8 places libres
expect text T-01
tap nav.my_visit
expect text Mes visites guidées
tap ticket.1
expect screen tour
tap ticket.give_back
tap ticket.give_back
expect text Vos places sont de nouveau libres
expect text 10 places libres
tap nav.my_visit
expect no ticket.1
)");
}

TEST_CASE("a restart keeps the seats taken, counts tickets on, and forgets whose they were") {
  const TempFolder folder;
  plays(folder, R"(
tap nav.language.fr
tap home.tours
tap tour.families
tap tour.sign_up
tap party.6
expect text T-01
tap nav.done
)");
  plays(folder, R"(
tap nav.language.fr
tap home.tours
expect text 4 places libres
tap nav.my_visit
expect no ticket.1
tap nav.home
tap home.tours
tap tour.families
tap tour.sign_up
expect no party.5
tap party.4
expect text T-02
tap ticket.look
tap departure.1030
expect text Toutes les places réservables sur cet écran sont prises
expect no tour.sign_up
)");
}

TEST_CASE("a group that is under way is caught up with on the map, and its whole tour is shown there") {
  const TempFolder folder;
  plays(folder, R"(
tap nav.language.fr
tap home.tours
expect text Atelier du bois
tap tour.fire-and-clay
expect text En cours
tap tour.go
expect screen map
expect text Atelier du bois
tap nav.back
expect screen tour
tap tour.whole
expect screen map
)",
        "2025-09-22 11:00");
}

TEST_CASE("a tour of one's own from the hearts is shown on the map") {
  const TempFolder folder;
  plays(folder, R"(
tap nav.language.fr
tap home.tours
tap own_tour.find
expect screen program_list
tap heart.zellige
tap heart.art-joinery
tap nav.home
tap home.tours
expect text Un parcours sur mesure
tap own_tour.show
expect screen map
)");
}
