// What is told after saving, on the same lead: an adult, a parent with three children, a cooperative; what is refused; nothing half saved
// wherever the power is cut.
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"
#include "support/interest_script.h"

using namespace kiosk::tests;

namespace {

// From attract to the thanks, in French.
std::string saved_as(const std::string& who, const std::string& name = "Fatima Benali", const std::string& phone = "0612345678") {
  return "tap nav.language.fr\ntap home.interest\ntap heart.zellige\ntap form.next\ntap " + who + "\nkeys " + name + "\ntap form.next\nkeys " + phone +
         "\ntap form.next\ntap consent.information\ntap form.submit\nexpect screen thanks\n";
}

std::string child(const std::string& name, const std::string& age, const std::string& school) {
  return "tap details.child_add\ntype " + name + "\ntap form.next\ntap details.age." + age + "\ntap details.school." + school + "\ntap details.program.pottery\ntap form.next\n";
}

void plays(const TempFolder& folder, const std::string& script) {
  const Ended ended = play(folder, script);
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
}

}  // namespace

TEST_CASE("a parent of three tells of each child after saving, and the desk reads them on one lead") {
  const TempFolder folder;
  plays(folder, saved_as("who.guardian") + "tap thanks.more\nexpect screen interest_children\n" + child("Salma", "12-14", "middle-2") + child("Yassine", "15-17", "middle-3") +
                    child("Amina", "under-12", "primary-6") + R"(
tap form.next
expect screen interest_reach
tap details.reply_language.shi
tap details.reach_by.whatsapp
tap details.reach_when.evening
tap form.next
tap details.institute.agadir
tap details.topic.boarding
tap form.next
type Et le logement ?
tap form.next
expect screen thanks
expect text Vos réponses sont ajoutées
)");
  const std::string rows = leads(folder);
  CHECK(statistics(folder)["leads"] == 1);
  for (const char* told : {"Parent or guardian", "Salma, 12 to 14 years", "Yassine, 15 to 17 years", "Amina, 11 or younger", "Tachelhit", "WhatsApp", "Evening", "Agadir", "Et le logement ?"}) {
    CAPTURE(told);
    CHECK(rows.find(told) != std::string::npos);
  }
}

TEST_CASE("an adult skips every question and loses nothing; the lead stays as it was saved") {
  const TempFolder folder;
  plays(folder, saved_as("who.adult") + R"(
tap thanks.more
expect screen interest_level
expect text Passer
tap form.next
expect screen interest_reach
tap form.next
expect screen interest_institute
tap form.next
expect screen interest_topics
tap form.next
expect screen interest_question
tap form.next
expect screen thanks
)");
  CHECK(statistics(folder)["leads"] == 1);
  CHECK(leads(folder).find("Fatima Benali") != std::string::npos);
}

TEST_CASE("a cooperative offers two internships, and staff count the offer beside the interest of the same craft") {
  const TempFolder folder;
  plays(folder, saved_as("who.adult") + "tap nav.done\nexpect screen attract\n" + saved_as("who.professional", "Hassan Ouali") + R"(
tap thanks.more
tap details.trade.cooperative
type Tifawin
tap form.next
tap details.offer.internship
tap form.next
tap details.places.2
tap form.next
tap details.institute.any
tap form.next
expect screen thanks
expect text Vos réponses sont ajoutées
)");
  const std::string rows = leads(folder);
  for (const char* told : {"Professional", "Cooperative", "Tifawin", "Internship\t2"}) {
    CAPTURE(told);
    CHECK(rows.find(told) != std::string::npos);
  }
  CHECK(statistics(folder)["leads_by_program"][0]["count"] == 1);
  CHECK(statistics(folder)["offers_by_program"][0]["id"] == "zellige");
}

TEST_CASE("who refuses the consent leaves nothing") {
  const TempFolder folder;
  plays(folder, R"(
tap nav.language.fr
tap home.interest
tap form.next
tap who.adult
keys Fatima Benali
tap form.next
keys 0612345678
tap form.next
tap consent.newsletter
tap form.submit
expect screen interest_consent
expect text il nous faut votre accord
tap nav.done
expect text Effacer ce que vous avez saisi
tap leave.stay
expect screen interest_consent
tap nav.done
tap leave.sure
expect screen attract
)");
  CHECK(statistics(folder)["leads"] == 0);
}

TEST_CASE("a wrong number says what it lacks and is put right; an e-mail address alone is enough") {
  const TempFolder folder;
  plays(folder, R"(
tap nav.language.fr
tap home.interest
tap form.next
tap who.adult
keys Fatima Benali
tap form.next
keys 06 12 34
tap form.next
expect text Il manque un ou plusieurs chiffres
keys  56 78
tap form.next
expect screen interest_consent
tap consent.information
tap form.submit
expect screen thanks
tap nav.done
tap nav.language.fr
tap home.interest
tap form.next
tap who.adult
keys Brahim Idir
tap form.next
tap form.email
keys brahim@Exemple.MA
tap form.next
tap consent.information
tap form.submit
expect screen thanks
)");
  const std::string rows = leads(folder);
  CHECK(rows.find("06 12 34 56 78") != std::string::npos);
  CHECK(rows.find("brahim@exemple.ma") != std::string::npos);
}

TEST_CASE("wherever between two steps the kiosk is killed, nothing is half saved and what was acknowledged is there once") {
  const TempFolder folder;
  const std::string lines = saved_as("who.guardian") + "tap thanks.more\n" + child("Salma", "12-14", "middle-2") + "tap form.next\ntap details.reply_language.fr\ntap form.next\n";
  const auto tree = folder / "tree.json";
  int saved = 0;
  std::size_t end = 0;
  for (int step = 1; (end = lines.find('\n', end)) != std::string::npos; ++step, ++end) {
    // Every other step: one kill costs as much as a visit.
    if (step % 2 == 0) continue;
    CAPTURE(step);
    std::filesystem::remove(tree);
    const auto reached = folder / "reached.png";
    std::filesystem::remove(reached);
    const auto script = folder.write("script.txt", lines.substr(0, end) + "\nshot " + reached.string() + "\nwait 60000\n");
    Process kiosk({kProgram, "run", "--content", kSampleContent, "--data", (folder / "data").string(), "--windowed", "1280x720", "--script", script.string()}, folder.path(),
                  {{"DISPLAY", display().name()}});
    for (int tries = 0; tries < 3000 && !std::filesystem::exists(reached); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    REQUIRE(std::filesystem::exists(reached));
    kiosk.signal(SIGKILL);
    kiosk.wait();
    const int stored = statistics(folder)["leads"];
    // Handed in and not yet acknowledged it may be there or not; before that never, after that always.
    const bool handed_in = end > lines.find("tap form.submit");
    const bool acknowledged = end > lines.find("expect screen thanks");
    CHECK(stored >= saved + (acknowledged ? 1 : 0));
    CHECK(stored <= saved + (handed_in ? 1 : 0));
    saved = stored;
  }
  CHECK(saved >= 4);
  const std::string rows = leads(folder);
  CHECK(rows.find("Salma") != std::string::npos);
}
