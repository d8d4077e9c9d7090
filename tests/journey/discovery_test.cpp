// Finding one's craft: T1 within its budget, search by the on-screen keyboard, two programs compared, questions and figures; T8, the plan on the
// phone, read off the picture by ZBar.
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"
#include "journey/staff_pin.h"
#include "journey/touches.h"

using namespace kiosk::tests;

TEST_CASE("T1: a girl of 15 who finished the third year of middle school sees what is open to her now, in at most six touches") {
  const TempFolder folder;
  const std::string script = R"(
expect screen attract
tap attract.start
tap home.finder
tap finder.age.15
tap finder.school.middle-3
expect text متاح الآن
expect text على بعد خطوة
tap program.zellige
expect screen program
)";
  CHECK(touches(script) <= 6);
  const Ended ended = play(folder, script);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("a craft is searched as one types, in another script than the screen's, and the keyboard's done opens the best match") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap nav.language.fr
tap home.programs
tap filter.family.clay
expect no program.babouche
tap filter.clear
tap search.open
type zelij
tap program.zellige
expect screen program
tap nav.back
tap key.layer.arabic
tap key.backspace
press key.backspace
wait 2500
type الفخار
expect text Poterie et céramique
tap key.done
expect screen program
expect text Poterie et céramique
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("two programs stand side by side, the same page in two languages, and a bridge leads to what comes next") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap nav.language.fr
tap home.family.clay
tap program.zellige
tap program.compare
tap compare.pottery
expect text Poterie et céramique
expect text Niveau
tap nav.back
tap nav.back
expect screen program
tap program.languages
expect text الزليج
tap program.languages
tap program.next_level
expect screen program_list
expect text Technicien
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("a question is answered with its source, the desk is a touch away, figures turn into tables, and after the diploma is told") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap nav.language.en
tap home.questions
tap question.cost
expect text guidance desk
tap questions.desk
expect screen map
tap nav.home
tap home.figures
expect text Source:
tap figures.as_table
expect text As charts
tap nav.home
tap home.after
expect text Source:
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("T8: from any page the family's plan is a code in two touches, and a scanner reads the card with its programs") {
  const TempFolder folder;
  const auto picture = folder / "plan.png";
  const std::string plan = "tap nav.my_visit\ntap my_visit.take_home\n";
  CHECK(touches(plan) == 2);
  const Ended ended = play(folder, "tap nav.language.fr\ntap home.family.clay\ntap heart.zellige\ntap program.zellige\nexpect screen program\n" + plan + "expect text Les formations choisies\nwait 500\nshot " +
                                       picture.string() + "\ntap take_home.close\nexpect screen my_visit\n");
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
  Process zbar({"zbarimg", "--quiet", "--raw", picture.string()}, folder.path());
  zbar.wait();
  CHECK(zbar.output().find("BEGIN:VCARD") != std::string::npos);
  CHECK(zbar.output().find("Zellige") != std::string::npos);
}

TEST_CASE("an operator's photos are turned with a finger, and one that is none gives its place to the emblem and is told to staff") {
  const TempFolder folder;
  const auto content = folder / "content";
  std::filesystem::copy(kSampleContent, content, std::filesystem::copy_options::recursive);
  // A real photo: what the kiosk itself showed a moment ago.
  const Ended shot = play(folder, "expect screen attract\nwait 600\nshot " + (folder / "photo.png").string() + "\n");
  REQUIRE(shot.status == 0);
  std::filesystem::create_directories(content / "images/zellige");
  std::filesystem::copy(folder / "photo.png", content / "images/zellige/1.png");
  std::ofstream(content / "images/zellige/2.png", std::ios::binary) << slurp(folder / "photo.png").substr(0, 3000);
  const std::string program = slurp(content / "programs/zellige.toml");
  std::ofstream(content / "programs/zellige.toml") << "photos = [\"zellige/1.png\", \"zellige/2.png\"]\n" + program;
  set_pin(folder);
  const auto script = folder.write("script.txt", "tap nav.language.en\ntap home.family.clay\ntap program.zellige\ntap program.photo.next\nwait 800\ntap program.photo.previous\ntap nav.done\n" + kUnlock + "tap nav.language.en\ntap staff.kiosk\nexpect text 2.png\n");
  const Ended ended = run_kiosk(folder, {"run", "--content", content.string(), "--data", (folder / "data").string(), "--windowed", "1920x1080", "--now", "2025-09-22 10:15", "--script",
                                         script.string()});
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(ended.errors.find("2.png") != std::string::npos);
}
