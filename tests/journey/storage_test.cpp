// The disk on the day: full when a family hands in its interest, read-only, damaged; and what staff do with the database: backup, erasure, purge.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <fstream>

#include "journey/kiosk_program.h"
#include "journey/staff_pin.h"

using namespace kiosk::tests;
using kiosk::base::Json;

namespace {

const std::string kToConsent = R"(
tap nav.language.fr
tap home.interest
tap heart.zellige
tap form.next
tap who.adult
keys Amina Ait
tap form.next
keys 0612345678
tap form.next
tap consent.information
)";

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

bool shows(const Json& tree, const std::string& words) {
  for (const Json& node : tree["nodes"]) {
    if (node["label"].get<std::string>().find(words) != std::string::npos) return true;
  }
  return false;
}

// A kiosk that runs on while the test does something to its disk. Root obeys the rights of files here, too.
std::unique_ptr<Process> start(const TempFolder& folder, const std::string& script) {
  std::vector<std::string> command{"sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"};
  if (::geteuid() == 0) command.insert(command.end(), {"setpriv", "--bounding-set=-all", "--inh-caps=-all"});
  for (const std::string& one : {kProgram, std::string("run"), std::string("--content"), kSampleContent, std::string("--data"), (folder / "data").string(), std::string("--windowed"),
                                 std::string("1920x1080"), std::string("--tree"), (folder / "tree.json").string(), std::string("--script"), folder.write("script.txt", script).string()}) {
    command.push_back(one);
  }
  return std::make_unique<Process>(command, folder.path(), std::vector<std::pair<std::string, std::string>>{{"DISPLAY", display().name()}});
}

// No file of the kiosk may grow beyond this from now on: the first tables of the database are within, the programs of a lead are not.
void limit_disk(const Process& kiosk, rlim_t bytes) {
  rlimit limit{};
  ::prlimit(kiosk.pid(), RLIMIT_FSIZE, nullptr, &limit);
  limit.rlim_cur = bytes;
  REQUIRE(::prlimit(kiosk.pid(), RLIMIT_FSIZE, &limit, nullptr) == 0);
}

std::vector<std::filesystem::path> set_aside(const TempFolder& folder) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "data")) {
    if (entry.path().filename().string().find("set-aside") != std::string::npos) found.push_back(entry.path());
  }
  return found;
}

const std::string kNotSaved = "L’enregistrement a échoué. Rien de ce que vous avez écrit n’est perdu";

}  // namespace

TEST_CASE("a full disk at submit: the family is told, nothing typed is lost, and the same lead is saved once there is room") {
  const TempFolder folder;
  const auto kiosk = start(folder, kToConsent + "wait 1500\ntap form.submit\nwait 3000\ntap form.submit\nexpect screen thanks\nwait 300\n");
  wait_for_tree(folder / "tree.json", [](const Json& tree) { return tree["screen"] == "interest_consent"; });
  limit_disk(*kiosk, 40960);
  const Json told = wait_for_tree(folder / "tree.json", [](const Json& tree) { return shows(tree, kNotSaved); });
  CHECK(told["screen"] == "interest_consent");
  CHECK(shows(told, kNotSaved));
  limit_disk(*kiosk, RLIM_INFINITY);
  CHECK(kiosk->wait() == 0);
  CAPTURE(kiosk->errors());
  CHECK(count(leads(folder), "06 12 34 56 78") == 1);
  for (const std::string& said : {kiosk->errors(), slurp(folder / "tree.json")}) {
    CHECK(said.find("Amina") == std::string::npos);
    CHECK(said.find("612345678") == std::string::npos);
  }
}

TEST_CASE("a database that may only be read: visitors browse, saving fails with the sentence, and works again in the same visit") {
  const TempFolder folder;
  REQUIRE(play(folder, "tap nav.language.fr\nexpect screen home\n").status == 0);
  const auto database = folder / "data/kiosk.db";
  ::chmod(database.c_str(), 0444);
  const auto kiosk = start(folder, "tap nav.language.fr\ntap home.programs\nexpect screen program_list\ntap nav.home\ntap home.interest\ntap form.next\ntap who.adult\nkeys Amina Ait\ntap form.next\n"
                                   "keys 0612345678\ntap form.next\ntap consent.information\ntap form.submit\nwait 2500\ntap form.submit\nexpect screen thanks\nwait 300\n");
  const Json told = wait_for_tree(folder / "tree.json", [](const Json& tree) { return shows(tree, kNotSaved); });
  CHECK(shows(told, kNotSaved));
  CHECK(leads(folder).find("06 12 34 56 78") == std::string::npos);
  ::chmod(database.c_str(), 0600);
  CHECK(kiosk->wait() == 0);
  CAPTURE(kiosk->errors());
  CHECK(set_aside(folder).empty());
  CHECK(count(leads(folder), "06 12 34 56 78") == 1);
}

TEST_CASE("a database that is damaged is set aside untouched, and the day goes on with a new one") {
  const TempFolder folder;
  const std::string rubbish(20000, 'x');
  folder.write("data/kiosk.db", rubbish);
  const Ended ended = play(folder, kToConsent + "tap form.submit\nexpect screen thanks\n");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(ended.errors.find("a new one is begun") != std::string::npos);
  REQUIRE(set_aside(folder).size() == 1);
  CHECK(slurp(set_aside(folder).front()) == rubbish);
  CHECK(count(leads(folder), "06 12 34 56 78") == 1);
}

TEST_CASE("a database that was lost: at unlock staff read which backup holds how many leads, and one touch takes it over") {
  const TempFolder folder;
  set_pin(folder);
  REQUIRE(play(folder, kToConsent + "tap form.submit\nexpect screen thanks\n").status == 0);
  folder.write("data/kiosk.db", "");
  const Ended taken = play(folder, kUnlock + "tap nav.language.en\nexpect text a new one was begun\nexpect text 1 entry, 1 missing here\ntap staff.take_over.0\nexpect text 1 entry came back\n"
                                             "expect no staff.take_over.0\n");
  CAPTURE(taken.errors);
  CHECK(taken.status == 0);
  CHECK(taken.errors.find("is empty; a new database is begun") != std::string::npos);
  CHECK(count(leads(folder), "06 12 34 56 78") == 1);
}

TEST_CASE("a full disk: form, reception and seats say so before the first question, the right PIN opens, and staff are told to export now") {
  const TempFolder folder;
  if (!may_mount(folder)) return;
  set_pin(folder);
  REQUIRE(play(folder, "tap nav.language.en\nexpect screen home\n").status == 0);
  const std::string data = (folder / "data").string();
  const std::string script = "tap nav.language.en\ntap home.interest\nexpect text Nothing can be saved at this screen\ntap nav.home\ntap home.reception\n"
                             "expect text Nothing can be saved at this screen\ntap nav.done\n" +
                             kUnlock + "tap nav.language.en\nexpect text The disk is full\ntap staff.export\nexpect text Export now, then make room\n";
  const std::string shell = "set -e; " + fill_disk(data) + "exec " + kProgram + " run --content " + kSampleContent + " --data " + data +
                            " --windowed 1920x1080 --now '2025-09-22 10:15' --script " + folder.write("script.txt", script).string();
  const Ended ended = run_with_mounts(folder, shell);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("a kiosk that ends leaves a backup; staff make another, erase by receipt and purge, and no file keeps a byte") {
  const TempFolder folder;
  const std::string data = (folder / "data").string();
  REQUIRE(play(folder, kToConsent + "tap form.submit\nexpect screen thanks\n").status == 0);
  const auto holds_the_family = [&] {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "data")) {
      if (entry.is_regular_file() && slurp(entry.path()).find("612345678") != std::string::npos) ++files;
    }
    return files;
  };
  CHECK(holds_the_family() == 2);  // the database and one backup

  const auto copy = (folder / "copy.db").string();
  const Ended written = run_kiosk(folder, {"backup", copy, "--data", data});
  CAPTURE(written.errors);
  CHECK(written.status == 0);
  CHECK(slurp(copy).find("612345678") != std::string::npos);
  const Ended again = run_kiosk(folder, {"backup", copy, "--data", data});
  CHECK(again.status == 1);
  CHECK(again.errors.find("there is something already") != std::string::npos);

  const Ended early = run_kiosk(folder, {"leads", "purge", "--before", "2025-09-22", "--data", data});
  CHECK(early.output.find("0 leads purged") != std::string::npos);
  CHECK(run_kiosk(folder, {"leads", "purge", "--before", "yesterday", "--data", data}).status == 1);
  CHECK(holds_the_family() == 2);
  std::vector<std::string> purge{"leads", "purge", "--before", "2025-09-23", "--content", kSampleContent, "--data", data};
  const Ended asked = run_kiosk(folder, purge);
  CHECK(asked.status == 1);
  CHECK(asked.errors.find("most of what there is") != std::string::npos);
  CHECK(asked.errors.find("--yes") != std::string::npos);
  CHECK(holds_the_family() == 2);
  purge.emplace_back("--yes");
  const Ended purged = run_kiosk(folder, purge);
  CAPTURE(purged.errors);
  CHECK(purged.status == 0);
  CHECK(purged.output.find("1 leads purged") != std::string::npos);
  CHECK(holds_the_family() == 1);  // never database and backups in one pass
  CHECK(run_kiosk(folder, purge).output.find("the backups no longer hold") != std::string::npos);
  CHECK(holds_the_family() == 0);
  CHECK(leads(folder).find("Amina") == std::string::npos);
}
