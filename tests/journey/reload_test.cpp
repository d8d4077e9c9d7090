// T11: a trainer edits one line and the families before the screen read it, where they are.
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"

using namespace kiosk::tests;
using kiosk::base::Json;
namespace fs = std::filesystem;

namespace {

int count_of(const Json& tree, const std::string& text) {
  int count = 0;
  for (const Json& one : tree.value("nodes", Json::array())) count += one.value("label", std::string()).find(text) != std::string::npos ? 1 : 0;
  return count;
}

bool shows(const Json& tree, const std::string& text) { return count_of(tree, text) > 0; }

// The kiosk on a copy of the sample content that the test may edit, with a finger of XTEST.
struct Edited {
  TempFolder folder;
  fs::path content = folder / "content";
  fs::path tree_file = folder / "tree.json";
  std::optional<Process> kiosk;

  Edited() {
    fs::copy(kSampleContent, content, fs::copy_options::recursive);
    kiosk.emplace(std::vector<std::string>{kProgram, "run", "--content", content.string(), "--data", (folder / "data").string(), "--windowed", "1920x1080",
                                           "--now", "2025-09-22 09:45", "--lang", "fr", "--tree", tree_file.string()},
                  folder.path(), std::vector<std::pair<std::string, std::string>>{{"DISPLAY", display().name()}});
  }
  void touch(const std::string& id) {
    CAPTURE(id);
    const Json tree = wait_for_tree(tree_file, [&](const Json& now) { return node(now, id).has_value(); });
    const auto found = node(tree, id);
    REQUIRE(found.has_value());
    const Json& rect = (*found)["rect"];
    display().tap(rect[0].get<int>() + rect[2].get<int>() / 2, rect[1].get<int>() + rect[3].get<int>() / 2);
  }
  Json wait_for(const std::string& text) {
    return wait_for_tree(tree_file, [&](const Json& now) { return shows(now, text); });
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(content / name, std::ios::binary) << text; }
};

std::string with(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("T11: a workshop moves to another room with one line, and its card says so where the family stands") {
  Edited edited;
  edited.touch("nav.language.fr");
  edited.touch("home.workshops");
  const int before = count_of(edited.wait_for("Atelier de zellige"), "Atelier de zellige");
  const std::string sessions = slurp(edited.content / "workshops.toml");
  edited.write("workshops.toml", with(sessions, "room = \"zellige-workshop\"", "room = \"pottery-workshop\""));
  const Json moved_workshop = wait_for_tree(edited.tree_file, [&](const Json& now) { return count_of(now, "Atelier de zellige") == before - 1; });
  CHECK(count_of(moved_workshop, "Atelier de zellige") == before - 1);
  CHECK(moved_workshop["screen"] == "workshops");
}

TEST_CASE("a mistake never reaches the screen, staff read its place, and the correction is shown") {
  Edited edited;
  edited.touch("nav.language.fr");
  edited.touch("home.workshops");
  const std::string rooms = slurp(edited.content / "rooms.toml");
  edited.write("rooms.toml", with(rooms, "Atelier de zellige", "Cour des fontaines"));
  CHECK(shows(edited.wait_for("Cour des fontaines"), "Cour des fontaines"));
  edited.write("rooms.toml", with(rooms, "Atelier de zellige", "Jamais montr\xC3\xA9") + "\nid = [");
  const auto told = [&] { return edited.kiosk->errors().find("what was shown stays") != std::string::npos; };
  for (int tries = 0; tries < 3000 && !told(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK(told());
  CHECK(edited.kiosk->errors().find("rooms.toml:") != std::string::npos);
  CHECK(shows(wait_for_tree(edited.tree_file, [](const Json&) { return true; }), "Cour des fontaines"));
  edited.write("rooms.toml", with(rooms, "Atelier de zellige", "Grande cour"));
  CHECK(shows(edited.wait_for("Grande cour"), "Grande cour"));
  edited.kiosk->signal(SIGTERM);
  edited.kiosk->wait();
}
