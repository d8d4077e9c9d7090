// The whole kiosk in a real window, killed at random moments while a family hands in its interest: who saw the receipt is in the database
// exactly once, nobody is there twice, and the file is whole.
//
//   window_kill [--rounds N] [--seed S]
#include <cstdio>
#include <cstring>
#include <random>

#include "base/json.h"
#include "store/database.h"
#include "support/display.h"
#include "support/interest_script.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;

namespace {

std::string screen_of(const std::filesystem::path& tree_file) {
  const base::Json tree = base::Json::parse(slurp(tree_file), nullptr, false);
  return tree.is_object() ? tree.value("screen", std::string()) : std::string();
}

bool wait_for_screen(const std::filesystem::path& tree_file, const std::string& wanted) {
  for (int tries = 0; tries < 4000; ++tries) {
    if (screen_of(tree_file) == wanted) return true;
    std::this_thread::sleep_for(5ms);
  }
  return false;
}

std::string phone_of(int round) { return "06" + std::to_string(10000000 + round); }

// One family, and the kiosk killed `after` the consent came on screen. True when the receipt was on screen before.
bool submit_and_kill(const VirtualDisplay& display, const TempFolder& folder, int round, std::chrono::microseconds after) {
  const auto tree = folder / "tree.json";
  std::filesystem::remove(tree);
  const auto script = folder.write("script.txt", interest_script("Famille " + std::string(1, static_cast<char>('A' + round % 26)), phone_of(round)) + "tap form.submit\nwait 60000\n");
  Process kiosk({KIOSK_PROGRAM, "run", "--content", std::string(KIOSK_SOURCE_DIR) + "/config", "--data", (folder / "data").string(), "--windowed", "1280x720", "--tree",
                 tree.string(), "--script", script.string()},
                folder.path(), {{"DISPLAY", display.name()}});
  if (!wait_for_screen(tree, "interest_consent")) {
    std::fprintf(stderr, "the form was not reached: %s\n", kiosk.errors().c_str());
    std::exit(2);
  }
  std::this_thread::sleep_for(after);
  kiosk.signal(SIGKILL);
  kiosk.wait();
  return screen_of(tree) == "thanks";
}

}  // namespace

int main(int argc, char** argv) {
  int rounds = 6;
  unsigned seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--rounds") == 0) rounds = std::atoi(argv[i + 1]);
    if (std::strcmp(argv[i], "--seed") == 0) seed = static_cast<unsigned>(std::atoi(argv[i + 1]));
  }
  std::mt19937 random(seed);
  // From before the consent is ticked until after the receipt is on screen.
  std::uniform_int_distribution<int> microseconds(100'000, 900'000);
  VirtualDisplay display(1280, 720);
  const TempFolder folder;
  std::vector<bool> acknowledged;
  for (int round = 0; round < rounds; ++round) acknowledged.push_back(submit_and_kill(display, folder, round, std::chrono::microseconds(microseconds(random))));

  auto database = store::Database::open(folder / "data/kiosk.db", SQLITE_OPEN_READWRITE);
  int told = 0;
  int stored = 0;
  int lost = 0;
  int doubled = 0;
  for (int round = 0; round < rounds; ++round) {
    store::Statement count(*database, "SELECT count(*) FROM leads WHERE phone = ?");
    count.bind("+212" + phone_of(round).substr(1));
    const std::int64_t there = count.step().value_or(false) ? count.number(0) : 0;
    told += acknowledged[static_cast<std::size_t>(round)] ? 1 : 0;
    stored += there > 0 ? 1 : 0;
    lost += acknowledged[static_cast<std::size_t>(round)] && there == 0 ? 1 : 0;
    doubled += there > 1 ? 1 : 0;
  }
  const std::string integrity = database->text("PRAGMA integrity_check").value_or("unreadable");
  std::printf("{\"rounds\": %d, \"receipts_shown\": %d, \"leads_stored\": %d, \"lost\": %d, \"doubled\": %d, \"integrity_check\": \"%s\"}\n", rounds, told, stored, lost, doubled,
              integrity.c_str());
  return lost == 0 && doubled == 0 && integrity == "ok" && stored >= told ? 0 : 1;
}
