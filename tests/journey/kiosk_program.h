// The kiosk as tests see it: a process, its tree, its statistics.
#pragma once

#include <functional>
#include <optional>

#include "base/json.h"
#include "support/display.h"

namespace kiosk::tests {

inline const std::string kProgram = KIOSK_PROGRAM;
inline const std::string kSampleContent = std::string(KIOSK_SOURCE_DIR) + "/config";

// One X server for all journeys of the program.
inline VirtualDisplay& display() {
  static VirtualDisplay one;
  return one;
}

inline Ended run_kiosk(const TempFolder& folder, std::vector<std::string> arguments,
                       std::vector<std::pair<std::string, std::string>> environment = {}) {
  arguments.insert(arguments.begin(), kProgram);
  environment.emplace_back("DISPLAY", display().name());
  return run(folder, arguments, environment);
}

// Runs a script against the sample content, in the morning of the tests unless said otherwise.
inline Ended play(const TempFolder& folder, const std::string& script, std::vector<std::string> more = {}, const std::string& now = "2025-09-22 10:15") {
  std::vector<std::string> arguments{"run", "--content", kSampleContent, "--data", (folder / "data").string(), "--windowed", "1920x1080",
                                     "--now", now, "--script", folder.write("script.txt", script).string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_kiosk(folder, arguments);
}

inline base::Json statistics(const TempFolder& folder) {
  const Ended ended = run_kiosk(folder, {"stats", "--format", "json", "--data", (folder / "data").string()});
  return base::Json::parse(ended.output, nullptr, false);
}

// What was left, a line each, in English.
inline std::string leads(const TempFolder& folder) {
  return run_kiosk(folder, {"leads", "list", "--lang", "en", "--content", kSampleContent, "--data", (folder / "data").string()}).output;
}

// Runs `shell` where what it mounts is seen by itself alone. A test that needs it asks first: to some users and in some containers the system
// gives no mounts of their own, and what is not tried there is told.
inline Ended run_with_mounts(const TempFolder& folder, const std::string& shell) {
  return run(folder, {"unshare", ::geteuid() == 0 ? "-m" : "-rm", "sh", "-c", shell}, {{"DISPLAY", display().name()}});
}
inline bool may_mount(const TempFolder& folder) {
  const bool may = run_with_mounts(folder, "mount -t tmpfs tmpfs /media").status == 0;
  if (!may) MESSAGE("neither root nor user namespaces here: not tried");
  return may;
}

// Shell commands, in a mount namespace, that put the data folder onto a disk of its own and leave no room there.
inline std::string fill_disk(const std::string& data) {
  return "cp -a " + data + " " + data + ".copy; mount -t tmpfs -o size=$(( $(du -sk " + data + ".copy | cut -f1) + 600 ))k small " + data + "; cp -a " + data + ".copy/. " + data +
         "; head -c 100M /dev/zero > " + data + "/filled 2>/dev/null || true; ";
}

// The tree as it is on disk now; waits until `wanted` holds of it, on a busy machine too.
inline base::Json wait_for_tree(const std::filesystem::path& file, const std::function<bool(const base::Json&)>& wanted) {
  base::Json tree;
  for (int tries = 0; tries < 12000; ++tries) {
    tree = base::Json::parse(slurp(file), nullptr, false);
    if (tree.is_object() && wanted(tree)) return tree;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return tree;
}

inline std::optional<base::Json> node(const base::Json& tree, const std::string& id) {
  for (const base::Json& one : tree.value("nodes", base::Json::array())) {
    if (one["id"] == id && one["role"] != "text") return one;
  }
  return std::nullopt;
}

}  // namespace kiosk::tests
