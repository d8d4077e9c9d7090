// What it takes until a family's interest is safe, as JSON: submit → durable through the kiosk's store beside a bare insert with the same pragmas
// on the same disk, in turn; and a finger on "send" → the receipt on screen, in a real window under Xvfb.
//
//   build/release/tests/bench/submission_bench [--leads N] [--windows N]
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <future>
#include <vector>

#include "base/json.h"
#include "store/database.h"
#include "store/store.h"
#include "support/display.h"
#include "support/interest_script.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

double milliseconds(Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

base::Json percentiles(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) { return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))]; };
  return {{"p50", at(0.5)}, {"p95", at(0.95)}, {"max", values.back()}};
}

model::Lead lead_of(int number) {
  model::Lead lead;
  lead.key = "lead" + std::to_string(number);
  lead.at = std::chrono::system_clock::now();
  lead.name = "عائلة";
  lead.phone = "+212612345678";
  lead.programs = {"zellige", "babouche"};
  lead.consents = {{"information", true}, {"reminders", false}, {"newsletter", false}};
  return lead;
}

base::Json durable(int leads) {
  const TempFolder folder;
  auto store = store::Store::open({folder / "kiosk", {}});
  auto bare = store::Database::open(folder / "bare.db", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  bare->execute("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; CREATE TABLE leads (id INTEGER PRIMARY KEY, name TEXT, phone TEXT)");
  std::vector<double> saved;
  std::vector<double> inserted;
  for (int i = 0; i < leads; ++i) {
    auto began = Clock::now();
    std::promise<void> told;
    (*store)->save_lead(lead_of(i), [&](const base::Result<std::string>&) { told.set_value(); });
    told.get_future().wait();
    saved.push_back(milliseconds(Clock::now() - began));
    began = Clock::now();
    bare->execute("INSERT INTO leads (name, phone) VALUES ('عائلة', '+212612345678')");
    inserted.push_back(milliseconds(Clock::now() - began));
  }
  const base::Json ours = percentiles(saved);
  const base::Json theirs = percentiles(inserted);
  return {{"leads", leads}, {"submit_to_durable_ms", ours}, {"bare_insert_ms", theirs}, {"ratio_p50", ours["p50"].get<double>() / theirs["p50"].get<double>()},
          {"ratio_p95", ours["p95"].get<double>() / theirs["p95"].get<double>()}};
}

// The tree once `wanted` is on screen.
base::Json tree_with(const std::filesystem::path& file, const std::string& screen) {
  for (int tries = 0; tries < 20000; ++tries) {
    base::Json tree = base::Json::parse(slurp(file), nullptr, false);
    if (tree.is_object() && tree["screen"] == screen) return tree;
    std::this_thread::sleep_for(1ms);
  }
  return {};
}

double touch_to_thanks(VirtualDisplay& display) {
  const TempFolder folder;
  const auto tree = folder / "tree.json";
  const auto script = folder.write("script.txt", interest_script("Famille", "0612345678") + "wait 60000\n");
  Process kiosk({KIOSK_PROGRAM, "run", "--content", std::string(KIOSK_SOURCE_DIR) + "/config", "--data", (folder / "data").string(), "--tree", tree.string(), "--script",
                 script.string()},
                folder.path(), {{"DISPLAY", display.name()}});
  tree_with(tree, "interest_consent");
  std::this_thread::sleep_for(2s);
  const base::Json at = tree_with(tree, "interest_consent");
  for (const base::Json& node : at["nodes"]) {
    if (node["id"] != "form.submit" || node["role"] == "text") continue;
    display.move(node["rect"][0].get<int>() + 30, node["rect"][1].get<int>() + 30);
    std::this_thread::sleep_for(200ms);
    display.button(true);
    std::this_thread::sleep_for(40ms);
    const auto let_go = Clock::now();
    display.button(false);
    tree_with(tree, "thanks");
    return milliseconds(Clock::now() - let_go);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  int leads = 300;
  int windows = 9;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--leads") == 0) leads = std::atoi(argv[i + 1]);
    if (std::strcmp(argv[i], "--windows") == 0) windows = std::atoi(argv[i + 1]);
  }
  base::Json report = durable(leads);
  VirtualDisplay display;
  std::vector<double> thanks;
  for (int i = 0; i < windows; ++i) thanks.push_back(touch_to_thanks(display));
  report["finger_lifted_to_receipt_on_screen_ms"] = percentiles(thanks);
  std::printf("%s\n", report.dump(2).c_str());
}
