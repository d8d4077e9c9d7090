// The receipt on both sides of the PIN (S5, S8): a visitor asks with the code and sees nothing; the counsellor opens the family, answers,
// corrects, erases; and a notice that lacks an item keeps the form shut and says so to staff.
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"
#include "journey/staff_pin.h"
#include "support/interest_script.h"

using namespace kiosk::tests;

namespace {

void plays(const TempFolder& folder, const std::string& script, const std::string& now = "2025-09-22 10:15") {
  const Ended ended = play(folder, script, {}, now);
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
}

// The code of the only lead, as it is printed on the receipt.
std::string leave_interest(const TempFolder& folder) {
  plays(folder, interest_script("Fatima Benali", "0612345678") + "tap form.submit\nexpect screen thanks\ntap thanks.more\ntap form.next\ntap form.next\ntap form.next\ntap form.next\n"
                                                                  "keys Et le logement ?\ntap form.next\nexpect text Vos réponses sont ajoutées\n");
  const std::string rows = leads(folder);
  const std::size_t dash = rows.find('-', rows.find("\nQuestion open"));
  REQUIRE(dash != std::string::npos);
  return rows.substr(dash - 3, 8);
}

// Typed on the receipt's own keys, which have no hyphen.
std::string without_hyphen(std::string code) {
  std::erase(code, '-');
  return code;
}

std::size_t files_with(const TempFolder& folder, const std::string& text) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "data")) {
    if (entry.is_regular_file() && slurp(entry.path()).find(text) != std::string::npos) ++files;
  }
  return files;
}

const std::string kCode = "tap nav.language.fr\ntap home.interest\ntap receipt.open\nexpect screen receipt\n";

}  // namespace

TEST_CASE("a family asks with its receipt to be called back, sees nothing of what is stored, and comes first at the desk") {
  const TempFolder folder;
  const std::string code = leave_interest(folder);
  const auto tree = folder / "tree.json";
  const Ended ended = play(folder, kCode + "type " + without_hyphen(code) + "\ntap form.next\ntap receipt.call_back\nexpect text Votre demande est notée\n", {"--tree", tree.string()});
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
  CHECK(slurp(tree).find("Fatima") == std::string::npos);
  CHECK(slurp(tree).find(without_hyphen(code)) == std::string::npos);
  CHECK(leads(folder).find("Call back asked for\t\t" + code) != std::string::npos);
}

TEST_CASE("five wrong codes pause it, for the right code as well, and a restart changes nothing") {
  const TempFolder folder;
  const std::string code = leave_interest(folder);
  std::string script = kCode;
  for (int left = 4; left >= 1; --left) {
    script += (left == 4 ? "type AAAAAAA\n" : "type A\n") + std::string("tap form.next\nexpect text ") + (left == 1 ? "Il reste 1 essai." : "Il reste " + std::to_string(left) + " essais.") + "\n";
  }
  plays(folder, script + "type A\ntap form.next\nexpect text Trop d’essais\n");
  // Started later than the tries, as after any restart: a clock that was set back would end the pause.
  plays(folder, kCode + "type " + without_hyphen(code) + "\ntap form.next\ntap receipt.erase\ntap receipt.erase_sure\nexpect text Trop d’essais\n", "2025-09-22 10:18");
  CHECK(leads(folder).find("Erasure asked for") == std::string::npos);
}

TEST_CASE("the counsellor opens the family by its code, answers, sets a day, corrects the number, and erases it for good") {
  const TempFolder folder;
  const std::string code = leave_interest(folder);
  set_pin(folder);
  const auto tree = folder / "tree.json";
  const std::string open = kUnlock + "tap nav.language.fr\ntap staff.desk\nexpect screen staff_desk\ntap staff.desk.code\ntype " + without_hyphen(code) +
                           "\ntap form.next\nexpect screen staff_family\ntap staff.family.call.tomorrow\nexpect text mardi 23 septembre 2025\ntap staff.family.write\n"
                           "keys Oui, en octobre.\ntap form.next\nexpect screen staff_family\ntap staff.family.mark\nexpect text Répondu le\n"
                           "tap staff.family.correct\nexpect screen staff_contact\n";
  // Three taps take the whole number, and the first digit replaces it.
  const Ended ended = play(folder, open + "tap form.phone\ntap form.phone\ntap form.phone\nkeys 0698765432\ntap form.next\nexpect screen staff_family\nwait 500\n", {"--tree", tree.string()});
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
  const std::string rows = leads(folder);
  for (const char* stored : {"Answered\t2025-09-23\t", "Oui, en octobre.", "06 98 76 54 32", "Et le logement ?"}) {
    CAPTURE(stored);
    CHECK(rows.find(stored) != std::string::npos);
  }
  // Behind the PIN too, what the family left stands in no tree.
  for (const char* personal : {"Fatima", "698765432", "logement", "octobre."}) CHECK(slurp(tree).find(personal) == std::string::npos);

  CHECK(files_with(folder, "Fatima Benali") >= 2);  // the database and a backup
  plays(folder, kUnlock + "tap staff.desk\ntap staff.desk.code\ntype " + without_hyphen(code) +
                    "\ntap form.next\ntap staff.family.erase\ntap staff.family.erase.no\ntap staff.family.erase\ntap staff.family.erase.yes\nexpect text تم المحو\n");
  CHECK(files_with(folder, "Fatima Benali") == 0);
  CHECK(files_with(folder, "698765432") == 0);
  CHECK(files_with(folder, "logement") == 0);
}

TEST_CASE("a notice that lacks an item of law 09-08 keeps the form shut, and staff read which one") {
  const TempFolder folder;
  std::filesystem::copy(kSampleContent, folder / "content", std::filesystem::copy_options::recursive);
  std::string event = slurp(folder / "content/event.toml");
  const std::size_t at = event.find("[notice.recipients]");
  event.erase(at, event.find("[notice.rights]") - at);
  folder.write("content/event.toml", event);
  const Ended check = run_kiosk(folder, {"check", (folder / "content").string()});
  CHECK(check.status == 0);
  CHECK((check.output + check.errors).find("the notice lacks 'recipients'") != std::string::npos);
  set_pin(folder);
  const std::string script = "tap nav.language.fr\ntap home.interest\nexpect text Impossible de laisser une demande ici\nexpect no form.next\ntap nav.done\nexpect screen attract\n" + kUnlock +
                             "tap nav.language.fr\nexpect text Il manque à la notice légale\u202f: les destinataires\n";
  const Ended ended = run_kiosk(folder, {"run", "--content", (folder / "content").string(), "--data", (folder / "data").string(), "--windowed", "1920x1080", "--now", "2025-09-22 10:15",
                                         "--script", folder.write("script.txt", script).string()});
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}
