// The command line as product documentation states it: verbs, exit statuses, sentences on standard error.
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"

using namespace kiosk::tests;

TEST_CASE("help and version go to standard output with status 0") {
  const TempFolder folder;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--help"}, {"--version"}, {"run", "--help"}, {"check", "--help"}, {"shots", "--help"}, {"stats", "--help"}}) {
    const Ended ended = run_kiosk(folder, arguments);
    CAPTURE(arguments.front());
    CHECK(ended.status == 0);
    CHECK_FALSE(ended.output.empty());
    CHECK(ended.errors.empty());
  }
}

TEST_CASE("wrong usage ends with status 2 and says so on standard error") {
  const TempFolder folder;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"fly"}, {"--windowed", "huge"}, {"--lang", "de"}, {"shots"}, {"stats", "--format", "xml"}}) {
    const Ended ended = run_kiosk(folder, arguments);
    CAPTURE(arguments.front());
    CHECK(ended.status == 2);
    CHECK_FALSE(ended.errors.empty());
  }
  CHECK(run_kiosk(folder, {"chek"}).errors.ends_with("Did you mean 'check'?\n"));
}

TEST_CASE("the sample content has no errors") {
  const TempFolder folder;
  const Ended ended = run_kiosk(folder, {"check", kSampleContent});
  CAPTURE(ended.output);
  CHECK(ended.status == 0);
  CHECK(ended.output.find("0 errors, 0 warnings") != std::string::npos);
}

TEST_CASE("a script's first failing line ends the run with status 1 and is named") {
  const TempFolder folder;
  const Ended ended = play(folder, "tap nav.language.fr\nexpect screen workshops\n");
  CHECK(ended.status == 1);
  CHECK(ended.errors.find("script.txt:2: error: expect screen workshops: the screen is home") != std::string::npos);
}

TEST_CASE("a line that is no command is named before anything is played") {
  const TempFolder folder;
  const Ended ended = play(folder, "tap nav.language.fr\nfly away\n");
  CHECK(ended.status == 1);
  CHECK(ended.errors.find("script.txt:2: error: not a command: fly away") != std::string::npos);
}

TEST_CASE("statistics without a database say where they looked") {
  const TempFolder folder;
  const Ended ended = run_kiosk(folder, {"stats", "--data", (folder / "nowhere").string()});
  CHECK(ended.status == 1);
  CHECK(ended.errors.find("nowhere") != std::string::npos);
}

TEST_CASE("a second kiosk on the same data leaves the first one's alone") {
  const TempFolder folder;
  Process first({kProgram, "run", "--content", kSampleContent, "--data", (folder / "data").string(), "--windowed", "800x600", "--tree",
                 (folder / "tree.json").string()},
                folder.path(), {{"DISPLAY", display().name()}});
  wait_for_tree(folder / "tree.json", [](const kiosk::base::Json& tree) { return tree["screen"] == "attract"; });
  const Ended second = play(folder, "expect screen attract\n");
  CHECK(second.status == 1);
  CHECK(second.errors.find("another kiosk") != std::string::npos);
  first.signal(SIGTERM);
  CHECK(first.wait() == 0);
}

TEST_CASE("a service with broken content shows the last content that passed, and with none the desk page") {
  const TempFolder folder;
  const auto broken = folder.write("broken/event.toml", "[event\n").parent_path();
  const auto run = [&](const std::filesystem::path& content, const std::string& script) {
    return run_kiosk(folder, {"run", "--content", content.string(), "--data", (folder / "data").string(), "--windowed", "1280x800", "--script",
                              folder.write("script.txt", script).string()});
  };
  const Ended nothing = run(broken, "expect text Veuillez vous adresser\n");
  CAPTURE(nothing.errors);
  CHECK(nothing.status == 0);
  CHECK(nothing.errors.find("event.toml:1") != std::string::npos);
  const Ended good = run(kSampleContent, "tap nav.language.fr\nexpect screen home\nwait 500\n");
  CHECK(good.status == 0);
  const Ended kept = run(broken, "tap nav.language.fr\nexpect screen home\ntap home.programs\nexpect screen program_list\n");
  CAPTURE(kept.errors);
  CHECK(kept.status == 0);
  CHECK(kept.errors.find("last good content") != std::string::npos);
}
