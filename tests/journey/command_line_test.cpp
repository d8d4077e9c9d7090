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

TEST_CASE("check looks at every picture and names the file and the line of each that cannot be shown") {
  const TempFolder folder;
  const auto content = folder / "content";
  std::filesystem::copy(kSampleContent, content, std::filesystem::copy_options::recursive);
  const std::string program = slurp(content / "programs/zellige.toml");
  folder.write("content/programs/zellige.toml", "photos = [\"phone.jpg\", \"empty.png\", \"page.jpg\", \"drawing.svg\"]\n" + program);
  folder.write("content/images/phone.jpg", std::string("\0\0\0\x18" "ftypheic", 12) + std::string(500, 'x'));
  folder.write("content/images/empty.png", "");
  folder.write("content/images/page.jpg", "%PDF-1.7\n");
  folder.write("content/images/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><rect");
  const Ended ended = run_kiosk(folder, {"check", content.string()});
  CAPTURE(ended.output);
  CHECK(ended.status == 0);
  CHECK(ended.output.find("programs/zellige.toml:1:11: warning: images/phone.jpg: this is an iPhone photo (HEIC)\n  Save it as JPEG") != std::string::npos);
  CHECK(ended.output.find("programs/zellige.toml:1:24: warning: images/empty.png: the picture file is empty") != std::string::npos);
  CHECK(ended.output.find("images/page.jpg: this is a PDF document") != std::string::npos);
  CHECK(ended.output.find("images/drawing.svg: the drawing is broken") != std::string::npos);
  CHECK(ended.output.find("0 errors, 4 warnings") != std::string::npos);
  CHECK(ended.errors.empty());  // no line of progress but on a terminal
}

TEST_CASE("the pictures of one program, on another day, and a sheet with its contents") {
  const TempFolder folder;
  const auto out = folder / "shots";
  const Ended ended = run_kiosk(folder, {"shots", out.string(), "--content", kSampleContent, "--program", "pottery", "--now", "2026-05-30 14:40", "--lang", "fr", "--size", "640x360"});
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  const std::string sheet = slurp(out / "index.html");
  CHECK(sheet.find("<li><a href=\"#program\">program</a></li>") != std::string::npos);
  CHECK(sheet.find("<h2 id=\"program\">") != std::string::npos);
  CHECK(std::filesystem::exists(out / "program.fr.640x360.png"));
  CHECK(sheet.find("home") == std::string::npos);
  CHECK(run_kiosk(folder, {"shots", out.string(), "--content", kSampleContent, "--program", "flying"}).errors.find("there is no program 'flying'") != std::string::npos);
  CHECK(run_kiosk(folder, {"shots", out.string(), "--content", kSampleContent, "--now", "tomorrow"}).status == 1);
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
