// T7: whoever does not read finds a craft by its picture and hears about it; and a kiosk without sound is none the worse.
#include <doctest/doctest.h>

#include <algorithm>

#include "journey/kiosk_program.h"
#include "journey/touches.h"
#include "support/ogg.h"

using namespace kiosk::tests;
using kiosk::base::Json;
namespace fs = std::filesystem;

namespace {

// The sample content with a recording of zellige in Tachelhit, and a configuration of ALSA that knows one device or none.
struct Listening {
  TempFolder folder;
  fs::path content = folder / "content";
  fs::path voice = content / "programs/zellige/voice.shi.ogg";
  std::string tree_file = (folder / "tree.json").string();

  explicit Listening(const Tone& tone = {20, 0.8}) {
    fs::copy(kSampleContent, content, fs::copy_options::recursive);
    REQUIRE(write_ogg(voice, tone));
  }
  std::pair<std::string, std::string> alsa(const std::string& configuration) const {
    return {"ALSA_CONFIG_PATH", folder.write("asound.conf", configuration).string()};
  }
  std::vector<std::string> arguments(std::vector<std::string> more) const {
    std::vector<std::string> all{"run", "--content", content.string(), "--data", (folder / "data").string(), "--windowed", "1920x1080", "--now", "2025-09-22 10:15"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  Ended play(const std::string& script, const std::string& configuration) const {
    return run_kiosk(folder, arguments({"--script", folder.write("script.txt", script).string()}), {alsa(configuration)});
  }
};

constexpr const char* kSilentDevice = "pcm.!default { type null }\nctl.!default { type null }\n";
constexpr const char* kNoDevice = "";

int lines_in(const std::string& text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

TEST_CASE("T7: jewellery found by its picture and heard in three touches from attract") {
  const Listening listening;
  REQUIRE(write_ogg(listening.content / "programs/silver-jewellery/voice.shi.ogg", {20, 0.8}));
  const std::string script = "tap 960,400\ntap home.family.metal\ntap listen.silver-jewellery\n";
  CHECK(touches(script) == 3);
  const Ended ended = listening.play("expect screen attract\n" + script + "expect text إيقاف\nquit\n", kSilentDevice);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(ended.errors.empty());
}

TEST_CASE("the same touch again, leaving the page and the end of the visit each end it") {
  const Listening listening;
  const Ended ended = listening.play(
      "tap nav.language.fr\ntap home.family.clay\ntap program.zellige\ntap listen.shi\n"
      "expect text Arrêter\nwait 300\nexpect text Arrêter\ntap listen.shi\nexpect text Écouter\ntap listen.shi\nexpect text Arrêter\n"
      "tap nav.back\nexpect screen program_list\ntap program.zellige\nexpect text Écouter\ntap listen.shi\nexpect text Arrêter\n"
      "tap nav.done\nexpect screen attract\nquit\n",
      kSilentDevice);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(ended.errors.empty());
}

TEST_CASE("the end of the recording gives the button back while nobody touches anything") {
  const Listening listening({1, 0.8});
  const Ended ended = listening.play("tap nav.language.ar\ntap home.programs\ntap program.zellige\ntap listen.shi\nexpect text إيقاف\nexpect text استماع\nquit\n", kSilentDevice);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("without a sound device the control is there, does nothing loud, and one line says why") {
  const Listening listening;
  const Ended ended = listening.play(
      "tap nav.language.fr\ntap home.programs\ntap program.zellige\ntap listen.shi\nexpect text Écouter\nwait 200\ntap listen.shi\nwait 200\nexpect text Écouter\n"
      "tap heart.zellige\ntap nav.done\nexpect screen attract\nquit\n",
      kNoDevice);
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(ended.errors == "kiosk: there is no sound device: recordings stay silent\n");
}

TEST_CASE("a broken recording is told by kiosk check and on the kiosk is merely not heard") {
  const Listening listening;
  std::ofstream(listening.voice, std::ios::binary | std::ios::trunc) << "OggS, or so it says";
  const Ended checked = run_kiosk(listening.folder, {"check", listening.content.string()});
  CHECK(checked.status == 0);
  CHECK(checked.output.find("programs/zellige/voice.shi.ogg: warning: the recording cannot be played (it is not Ogg Vorbis)\n") != std::string::npos);
  CHECK(checked.output.find("0 errors, 1 warning\n") != std::string::npos);
  const Ended ended = listening.play(
      "tap nav.language.fr\ntap home.programs\ntap program.zellige\ntap listen.shi\nwait 200\nexpect text Écouter\ntap listen.shi\nwait 200\ntap nav.done\nexpect screen attract\nquit\n",
      kSilentDevice);
  CHECK(ended.status == 0);
  CHECK(lines_in(ended.errors) == 1);
}

TEST_CASE("a recording dropped into the folder is offered on the page that is open") {
  const Listening listening;
  const std::string sound = slurp(listening.voice);
  fs::remove(listening.voice);
  std::vector<std::string> command = listening.arguments({"--lang", "fr", "--tree", listening.tree_file});
  command.insert(command.begin(), kProgram);
  const Process kiosk(command, listening.folder.path(), {{"DISPLAY", display().name()}, listening.alsa(kSilentDevice)});
  for (const std::string id : {"nav.language.fr", "home.family.clay", "program.zellige"}) {
    CAPTURE(id);
    const auto found = node(wait_for_tree(listening.tree_file, [&](const Json& tree) { return node(tree, id).has_value(); }), id);
    REQUIRE(found.has_value());
    const Json& rect = (*found)["rect"];
    display().tap(rect[0].get<int>() + rect[2].get<int>() / 2, rect[1].get<int>() + rect[3].get<int>() / 2);
  }
  const Json before = wait_for_tree(listening.tree_file, [](const Json& tree) { return tree["screen"] == "program"; });
  CHECK_FALSE(node(before, "listen.shi").has_value());
  std::ofstream(listening.voice, std::ios::binary) << sound;
  const auto offered = node(wait_for_tree(listening.tree_file, [](const Json& tree) { return node(tree, "listen.shi").has_value(); }), "listen.shi");
  REQUIRE(offered.has_value());
  CHECK((*offered)["label"] == "Écouter · tachelhit");
  CHECK((*offered)["role"] == "toggle");
}
