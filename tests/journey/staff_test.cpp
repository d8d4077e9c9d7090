// Staff: the PIN, the day's figures, T9 (an XLSX on the stick, verified) and T10 (everything 20 minutes later) within their budgets. Sticks are
// real mounts in a mount namespace of the test's own.
#include <doctest/doctest.h>
#include <unistd.h>

#include <regex>

#include "journey/kiosk_program.h"
#include "journey/staff_pin.h"
#include "journey/touches.h"
#include "support/interest_script.h"

using namespace kiosk::tests;
using kiosk::base::Json;

namespace {

// Plays `script` where `mounts` (shell commands) were run before; what is on the stick afterwards is copied to `folder`/stick.
Ended play_with_stick(const TempFolder& folder, const std::string& mounts, const std::string& script) {
  const std::string out = (folder / "stick").string();
  std::filesystem::create_directories(out);
  const std::string shell = "set -e; mount -t tmpfs tmpfs /media; mkdir -p /media/staff/STICK; " + mounts + "\nset +e; " + kProgram + " run --content " + kSampleContent +
                            " --data " + (folder / "data").string() + " --windowed 1920x1080 --now '2025-09-22 10:15' --script " +
                            folder.write("script.txt", script).string() + "; status=$?; cp -a /media/staff/STICK/. " + out + "; exit $status";
  return run_with_mounts(folder, shell);
}

const std::string kMountStick = "mount -t tmpfs -o size=4m STICK /media/staff/STICK";

void leave_interest(const TempFolder& folder) {
  const Ended ended = play(folder, interest_script("Brahim Aït Baha", "0612345678") + "tap form.submit\nexpect screen thanks\n");
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
}

std::vector<std::string> names_on_stick(const TempFolder& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "stick")) names.push_back(entry.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("T9: from attract an XLSX of the leads is on the stick in at most five touches and the PIN, and openpyxl reads it") {
  const TempFolder folder;
  if (!may_mount(folder)) return;
  set_pin(folder);
  leave_interest(folder);
  const std::string script = kUnlock + R"(tap staff.export
tap staff.export.write
expect text يمكن نزع المفتاح
)";
  CHECK(touches(script) <= 5);
  const Ended ended = play_with_stick(folder, kMountStick, script);
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
  const std::vector<std::string> names = names_on_stick(folder);
  REQUIRE(names.size() == 1);
  // Which kiosk and to the second: several kiosks export onto one stick.
  CHECK(std::regex_match(names.front(), std::regex("jusur-leads-[a-z0-9-]+-2025-09-22-10[0-9]{4}\\.xlsx")));
  Process openpyxl({"/usr/bin/python3", "-c",
                    "import openpyxl,sys; sheet = openpyxl.load_workbook(sys.argv[1]).active; print(sheet.max_row, sheet.sheet_view.rightToLeft, sheet['E2'].value)",
                    (folder / "stick" / names.front()).string()},
                   folder.path());
  CHECK(openpyxl.wait() == 0);
  CHECK(openpyxl.output() == "2 True Brahim Aït Baha\n");
}

TEST_CASE("from a full disk the leads go to the stick, as a workbook too") {
  const TempFolder folder;
  if (!may_mount(folder)) return;
  set_pin(folder);
  leave_interest(folder);
  const Ended ended = play_with_stick(folder, fill_disk((folder / "data").string()) + kMountStick,
                                      kUnlock + "tap nav.language.en\nexpect text The disk is full\ntap staff.export\ntap staff.export.write\nexpect text 1 row\n");
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
  CHECK(names_on_stick(folder).size() == 1);
}

TEST_CASE("a stick is shown as it is plugged in and gone as it is pulled out") {
  const TempFolder folder;
  if (!may_mount(folder)) return;
  set_pin(folder);
  // The pictures tell the shell how far the script is: no time is guessed.
  const std::string without = (folder / "without.png").string();
  const std::string with = (folder / "with.png").string();
  const auto once = [](const std::string& picture) { return "until [ -s " + picture + " ]; do sleep 0.1; done; "; };
  const std::string hand = "(" + once(without) + kMountStick + "; " + once(with) + "umount /media/staff/STICK) &";
  const Ended ended = play_with_stick(folder, hand, kUnlock + "tap nav.language.en\ntap staff.export\nexpect text Plug a USB stick in\nshot " + without +
                                                        "\nwait 4000\nexpect text STICK\nshot " + with + "\nwait 4000\nexpect text Plug a USB stick in\n");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("a full stick and a write-protected one are told clearly, and no half file is left") {
  const TempFolder folder;
  if (!may_mount(folder)) return;
  set_pin(folder);
  leave_interest(folder);
  const Ended full = play_with_stick(folder, "mount -t tmpfs -o size=4k STICK /media/staff/STICK; head -c 4096 /dev/zero > /media/staff/STICK/filled", kUnlock + R"(tap nav.language.fr
tap staff.export
tap staff.export.guests
tap staff.export.csv
tap staff.export.write
expect text La clé est pleine
)");
  CAPTURE(full.errors);
  CHECK(full.status == 0);
  CHECK(names_on_stick(folder) == std::vector<std::string>{"filled"});
  const Ended locked = play_with_stick(folder, kMountStick + " -o ro", kUnlock + R"(tap nav.language.fr
tap staff.export
expect text protégée en écriture
expect no staff.export.write
)");
  CAPTURE(locked.errors);
  CHECK(locked.status == 0);
}

TEST_CASE("T10: everything 20 minutes later in three touches and the PIN; visitors see it at once, and a restart keeps it") {
  const TempFolder folder;
  set_pin(folder);
  const std::string script = kUnlock + "tap staff.day\ntap staff.day.later.20\n";
  CHECK(touches(script) <= 3);
  const Ended ended = play(folder, script + R"(tap nav.language.en
expect text Everything is 20 minutes later
tap staff.close
tap nav.language.en
tap home.agenda
expect text 10:50 – 11:20
expect text 20 minutes late
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  const Ended again = play(folder, "tap nav.language.en\ntap home.agenda\nexpect text 10:50 – 11:20\n");
  CAPTURE(again.errors);
  CHECK(again.status == 0);
  const Ended undone = play(folder, kUnlock + R"(tap staff.day
tap staff.day.undo
tap staff.day.mode.closing
tap staff.close
tap nav.language.en
expect text Recommendations of the day
)");
  CAPTURE(undone.errors);
  CHECK(undone.status == 0);
  // What was said of one day is not said of the next.
  const Ended tomorrow = play(folder, "tap nav.language.en\ntap home.agenda\nexpect text 10:30 – 11:00\n", {}, "2025-09-23 10:15");
  CAPTURE(tomorrow.errors);
  CHECK(tomorrow.status == 0);
}

TEST_CASE("five wrong PINs lock the pad, a restart does not open it, and the figures are behind it") {
  const TempFolder folder;
  set_pin(folder);
  std::string script = "press attract.logo\nwait 3300\nexpect screen staff_pin\ntap nav.language.en\n";
  for (int i = 0; i < 5; ++i) script += type_pin("111112") + (i < 4 ? "expect text This is not the PIN\n" : "expect text Wait 1 minute\n");
  const Ended wrong = play(folder, script + type_pin(kPin) + "expect text Wait 1 minute\nexpect screen staff_pin\n");
  CAPTURE(wrong.errors);
  CHECK(wrong.status == 0);
  const Ended restarted = play(folder, "press attract.logo\nwait 3300\nexpect screen staff_pin\ntap nav.language.en\n" + type_pin(kPin) + "expect text Wait 1 minute\n");
  CAPTURE(restarted.errors);
  CHECK(restarted.status == 0);
  const Ended later = play(folder, kUnlock, {}, "2025-09-22 10:30");
  CAPTURE(later.errors);
  CHECK(later.status == 0);
}

TEST_CASE("staff read what is wrong with the files, have a removed file accepted, and leave the kiosk") {
  const TempFolder folder;
  set_pin(folder);
  const auto content = folder / "content";
  std::filesystem::copy(kSampleContent, content, std::filesystem::copy_options::recursive);
  const std::string mounts = "(sleep 6; printf '[[session]]\\nid = 1\\n' > " + (content / "workshops.toml").string() + "; sleep 4; rm " + (content / "workshops.toml").string() + ") &";
  const std::string shell = mounts + " exec " + kProgram + " run --content " + content.string() + " --data " + (folder / "data").string() +
                            " --windowed 1920x1080 --now '2025-09-22 10:15' --script " + folder.write("script.txt", kUnlock + R"(tap nav.language.en
tap staff.kiosk
wait 1500
expect text workshops.toml
expect text The files have errors
wait 3000
expect text was removed
tap staff.reload
expect text What is on screen is what is in the files
tap staff.quit
tap staff.quit.no
tap staff.quit
tap staff.quit.yes
wait 20000
)").string();
  Process process({"sh", "-c", shell}, folder.path(), {{"DISPLAY", display().name()}});
  const int status = process.wait();
  CAPTURE(process.errors());
  CHECK(status == 0);
}

TEST_CASE("a first PIN is nobody's to take who holds the logo: an operator offers it, for the screen of this machine") {
  const TempFolder folder;
  const std::string hold = "press attract.logo\nwait 3300\nexpect screen staff_pin\n";
  const Ended nobody = play(folder, hold + "expect text kiosk pin offer\nexpect text Whoever looks after this computer\nexpect text La personne qui gère cet ordinateur\n"
                                           "expect text المكلف بهذا الحاسوب\nexpect no staff.pin.1\n");
  CAPTURE(nobody.errors);
  CHECK(nobody.status == 0);
  REQUIRE(run_pin(folder, "offer").status == 0);
  // Guessed at once by everybody here: said before it is typed again.
  const Ended chosen = play(folder, hold + "tap nav.language.en\n" + type_pin("121212") + "expect text Its digits repeat\n" +
                                        type_pin("123321") + "expect text It reads the same backwards\n" + type_pin(kPin) + "expect text Enter the same PIN again\n" + type_pin(kPin) + "expect screen staff_today\n");
  CAPTURE(chosen.errors);
  CHECK(chosen.status == 0);
  const Ended again = run_pin(folder, "offer");
  CHECK(again.status == 1);
  CHECK(again.errors.find("a PIN is set already") != std::string::npos);
}

TEST_CASE("a database that is set aside changes nothing about the PIN") {
  const TempFolder folder;
  set_pin(folder);
  folder.write("data/kiosk.db", std::string(20000, 'x'));
  const Ended ended = play(folder, kUnlock);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("`kiosk pin set` refuses what everybody tries, with the reason") {
  const TempFolder folder;
  for (const auto& [pin, reason] : {std::pair("121212", "its digits repeat"), std::pair("123456", "its digits count"), std::pair("12345", "this is no PIN")}) {
    const Ended refused = run_pin(folder, "set", std::string(pin) + "\\n");
    CAPTURE(pin);
    CHECK(refused.status == 1);
    CHECK(refused.errors.find(reason) != std::string::npos);
  }
}
