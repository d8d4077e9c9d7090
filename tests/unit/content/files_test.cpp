// Files that are missing, superfluous, hostile or half written, and pictures.
#include <sys/stat.h>

#include "content/text_guard.h"
#include "sample.h"

using namespace kiosk::content;
using kiosk::content::testing::ContentFolder;
using kiosk::content::testing::TemporaryFolder;
namespace fs = std::filesystem;

TEST_CASE("a text file that is a link out of the folder is refused; one within it is read") {
  const ContentFolder folder;
  const TemporaryFolder elsewhere;
  fs::rename(folder.path() / "workshops.toml", elsewhere.path() / "workshops.toml");
  fs::create_symlink(elsewhere.path() / "workshops.toml", folder.path() / "workshops.toml");
  CHECK(folder.problems().find("workshops.toml: error: this is a link that leads out of the content folder") != std::string::npos);
  fs::remove(folder.path() / "workshops.toml");
  fs::rename(elsewhere.path() / "workshops.toml", folder.path() / "kept.of-today");
  fs::create_symlink("kept.of-today", folder.path() / "workshops.toml");
  CHECK(folder.problems().find("link") == std::string::npos);
}

TEST_CASE("a missing folder is one error") {
  const TemporaryFolder folder;
  const fs::path nowhere = folder.path() / "nowhere";
  const LoadResult loaded = load(nowhere, asset_folder());
  REQUIRE(loaded.issues.size() == 1);
  CHECK(describe(loaded.issues[0]) ==
        nowhere.string() + ": error: there is no such folder\n  Check the path; a copy of the sample content is a good first folder.");
}

TEST_CASE("an indispensable file that is missing is an error, and what refers to it is not blamed") {
  const ContentFolder folder;
  folder.remove("families.toml");
  CHECK(folder.problems() ==
        "families.toml: error: the file is missing; programs have no craft to belong to\n"
        "  Write it as README.md shows, or take it again from a copy.\n");
}

TEST_CASE("a file that the kiosk can do without is a warning") {
  const ContentFolder folder;
  folder.remove("agenda.toml");
  CHECK(folder.problems() ==
        "agenda.toml: warning: the file is missing; the day's programme is empty\n"
        "  Write it as README.md shows, or take it again from a copy.\n");
  CHECK(folder.load().content);
}

TEST_CASE("an empty file is what a failed save left: named, whether the kiosk can do without it or not") {
  const ContentFolder folder;
  folder.write("workshops.toml", "");
  folder.write("questions.toml", " \r\n\n");
  CHECK(folder.problems() ==
        "questions.toml: warning: the file is empty\n"
        "  Take it again from a copy, or delete the file if nothing is meant.\n"
        "workshops.toml: warning: the file is empty; no workshop is announced\n"
        "  Take it again from a copy, or delete the file if nothing is meant.\n");
  CHECK(folder.load().content);
  folder.write("families.toml", "");
  CHECK(folder.problems().starts_with("families.toml: error: the file is empty; programs have no craft to belong to\n"
                                      "  Write it as README.md shows, or take it again from a copy.\n"));
}

TEST_CASE("words that are empty in every language are an error, as words that are missing") {
  const ContentFolder folder;
  for (const char* file : {"strings/ar.toml", "strings/fr.toml", "strings/en.toml"}) folder.write(file, "");
  CHECK(folder.problems().find("strings: error: the kiosk has no words of its own in any language") != std::string::npos);
}

TEST_CASE("rooms that nobody described are an error where any file names one, and none where nobody does") {
  const ContentFolder folder;
  folder.remove("rooms.toml");
  const std::string said =
      "rooms.toml: error: no room is described, but other files name 'zellige-workshop' and 1 more: visitors would see these ids\n"
      "  Write a [[room]] for each as README.md shows, or take the file again from a copy.\n";
  CHECK(folder.problems() == said);
  folder.remove("workshops.toml");
  CHECK(folder.problems().find("but other files name 'zellige-workshop': visitors would see this id") != std::string::npos);
  folder.replace("programs/zellige.toml", "room = \"zellige-workshop\"\n", "");
  CHECK(folder.problems().find("rooms.toml") == std::string::npos);
}

TEST_CASE("a folder of programs without a program is an error") {
  const ContentFolder folder;
  folder.remove("programs");
  folder.write("programs/notes.txt", "to do");
  CHECK(folder.problems() ==
        "programs: error: there is no program\n"
        "  Write one file for each program, such as programs/zellige.toml.\n");
}

TEST_CASE("the name of a program's file is its id and must be one") {
  const ContentFolder folder;
  folder.write("programs/Zellige.2.toml", kiosk::content::testing::kZellige);
  CHECK(folder.problems() ==
        "programs/Zellige.2.toml: error: 'Zellige.2' cannot be an id\n"
        "  Rename the file: small letters, digits, - and _ only, then .toml.\n");
}

TEST_CASE("a file that nobody reads is pointed out") {
  const ContentFolder folder;
  fs::rename(folder.path() / "agenda.toml", folder.path() / "agende.toml");
  CHECK(folder.problems() ==
        "agenda.toml: warning: the file is missing; the day's programme is empty\n"
        "  Write it as README.md shows, or take it again from a copy.\n"
        "agende.toml: warning: the kiosk does not read this file\n"
        "  Did you mean 'agenda.toml'?\n");
}

TEST_CASE("only plain files are read, and only small ones") {
  const ContentFolder folder;
  folder.remove("agenda.toml");
  REQUIRE(::mkfifo((folder.path() / "agenda.toml").c_str(), 0600) == 0);
  folder.write("attract.toml", std::string(1024 * 1024, '#'));
  CHECK(folder.problems() ==
        "agenda.toml: error: this is not a plain file\n"
        "  Put a text file in its place.\n"
        "attract.toml: error: the file has 1024 KiB, more than the 256 allowed\n"
        "  A text file of the kiosk is never this large: take it again from a copy.\n");
}

TEST_CASE("other encodings and bytes that are no text are named with their place") {
  const ContentFolder folder;
  folder.write("agenda.toml", std::string("\xFF\xFE[\0[\0", 6));
  folder.write("attract.toml", "# \xD8\xA3 caf\xE9\n");  // Latin-1
  folder.write("rooms.toml", std::string("# note\n# \0", 10));
  CHECK(folder.problems() ==
        "agenda.toml:1:1: error: the file is saved as UTF-16\n"
        "  Save it again and choose the encoding UTF-8.\n"
        "attract.toml:1:8: error: this character is not UTF-8\n"
        "  Save the file again and choose the encoding UTF-8.\n"
        "rooms.toml:2:3: error: there is a control character here (U+0000)\n"
        "  Delete it. If the file looks empty or garbled, take it again from a copy.\n");
}

TEST_CASE("nesting that would overflow the parser's stack is refused before it is parsed") {
  const auto repeated = [](std::string_view unit, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += unit;
    return text;
  };
  const std::vector<std::string> bombs{"x = " + repeated("[", 100'000),
                                       "x = " + repeated("{a=", 50'000),
                                       "[" + repeated("a.", 100'000) + "a]",
                                       repeated("a.", 100'000) + "a = 1",
                                       "x = {" + repeated("a.", 100'000) + "a = 1}",
                                       "x = [[1, {a = " + repeated("[", 100'000),
                                       "x = " + repeated("{a.a.a.a.a.a.a.a.a.a.a = ", 8) + "1" + repeated("}", 8),
                                       repeated("\"a\".", 60'000) + "a = 1",
                                       "x = '''a'''\n" + repeated("y.", 100'000)};
  for (const std::string& bomb : bombs) {
    CAPTURE(bomb.substr(0, 20));
    const auto fault = find_text_fault(bomb);
    REQUIRE(fault);
    CHECK(fault->message == "values are nested more than 64 levels deep");
  }
}

TEST_CASE("brackets and dots inside texts and comments are not nesting") {
  const std::string dots(1000, '.');
  const std::string brackets(1000, '[');
  CHECK_FALSE(find_text_fault("# " + brackets + "\n# " + dots));
  CHECK_FALSE(find_text_fault("x = \"" + brackets + dots + "\""));
  CHECK_FALSE(find_text_fault("x = \"\\\"" + brackets + "\""));
  CHECK_FALSE(find_text_fault("x = '\\'\ny = '" + brackets + "'"));
  CHECK_FALSE(find_text_fault("x = \"\"\"a \"quoted\" \n" + brackets + "\\\"\"\"" + dots + "\"\"\"\"\""));
  std::string many_numbers = "x = [1.5";
  for (int i = 0; i < 1000; ++i) many_numbers += ", 2.5";
  CHECK_FALSE(find_text_fault(many_numbers + "]"));
}

TEST_CASE("no text carries a control character, and none reaches the terminal of whoever checks") {
  const ContentFolder folder;
  folder.replace("rooms.toml", "\"Hall\"", "\"Ha\\u0000ll\"");
  folder.replace("families.toml", "tone", "\"to\\u001Bne\"");
  CHECK(folder.problems() ==
        "families.toml:4:1: error: 'to\uFFFDne' is not a key of the family 'clay'\n"
        "  Did you mean 'tone'?\n"
        "rooms.toml:5:44: error: there is a control character in this text\n"
        "  Take the \\u… or \\x… out that writes it.\n");
}

TEST_CASE("paragraphs are told apart by empty lines, on Windows too") {
  const ContentFolder folder;
  folder.replace("programs/zellige.toml", "months = [12, 24]\n",
                 "[description]\r\nar = \"أ\"\r\nfr = \"a\"\r\nen = \"\"\"one\r\n\r\ntwo\"\"\"\r\n[steps]\n");
  folder.replace("programs/zellige.toml", "room = \"zellige-workshop\"\nphotos = [\"zellige/1.jpg\"]\n[steps]\n", "");
  CHECK(folder.problems() == "");
  const LoadResult loaded = folder.load();
  const auto& blocks = loaded.content->catalogue.program("zellige")->description.in(kiosk::base::Language::english);
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].text == "one");
  CHECK(blocks[1].text == "two");
}

TEST_CASE("a list of nonsense is refused whole instead of being compared for minutes") {
  const ContentFolder folder;
  std::string sessions;
  for (int i = 0; i < 1001; ++i) sessions += "[[session]]\n";
  folder.write("workshops.toml", sessions);
  CHECK(folder.problems() ==
        "workshops.toml:1:1: error: 'session' has 1001 entries, more than the 1000 allowed\n"
        "  Keep only those that the day needs.\n");
}

TEST_CASE("a file cut at any byte never stops the reader") {
  const ContentFolder folder;
  const std::string whole = folder.read("programs/zellige.toml");
  int refused = 0;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    folder.write("programs/zellige.toml", whole.substr(0, length));
    const LoadResult loaded = folder.load();
    const bool has_error = std::any_of(loaded.issues.begin(), loaded.issues.end(),
                                       [](const Issue& issue) { return issue.severity == Severity::error; });
    CHECK(has_error != loaded.content.has_value());
    refused += has_error ? 1 : 0;
  }
  CHECK(refused > static_cast<int>(whole.size()) / 2);
}

TEST_CASE("a missing picture is a warning with the nearest name; the emblem is shown in its place") {
  const ContentFolder folder;
  folder.replace("programs/zellige.toml", "1.jpg", "1.jpeg");
  folder.replace("families.toml", "scenes/clay.svg", "scenes/day.svg");
  CHECK(folder.problems() ==
        "families.toml:5:9: warning: the picture images/scenes/day.svg is missing\n"
        "  Copy the picture there, or take its name out.\n"
        "programs/zellige.toml:10:11: warning: the picture images/zellige/1.jpeg is missing\n"
        "  Did you mean '1.jpg'?\n");
  CHECK(folder.load().content->catalogue.program("zellige")->photos.empty());
}

TEST_CASE("no picture outside images/ is ever shown") {
  const ContentFolder folder;
  const TemporaryFolder outside;
  std::ofstream(outside.path() / "secret.jpg") << "secret";
  fs::create_symlink(outside.path() / "secret.jpg", folder.path() / "images/link.jpg");
  fs::create_directory(folder.path() / "images/folder.jpg");
  folder.write("images/notes.txt", "not a picture");
  folder.replace("programs/zellige.toml", "\"zellige/1.jpg\"",
                 "\"../event.toml\", \"/etc/passwd\", \"link.jpg\", \"folder.jpg\", \"notes.txt\", \"\"");
  CHECK(folder.problems() ==
        "programs/zellige.toml:10:11: error: '../event.toml' leads out of images/\n"
        "  Copy the picture into images/ and write its name only, such as zellige/1.jpg.\n"
        "programs/zellige.toml:10:28: error: '/etc/passwd' leads out of images/\n"
        "  Copy the picture into images/ and write its name only, such as zellige/1.jpg.\n"
        "programs/zellige.toml:10:43: error: 'link.jpg' is a link that leads out of images/\n"
        "  Copy the picture itself into images/.\n"
        "programs/zellige.toml:10:55: error: 'folder.jpg' is not a plain file\n"
        "  Put the picture itself in its place.\n"
        "programs/zellige.toml:10:69: error: 'notes.txt' is not a picture the kiosk can show\n"
        "  Save it as .jpg, .png or .svg.\n"
        "programs/zellige.toml:10:82: error: '' leads out of images/\n"
        "  Copy the picture into images/ and write its name only, such as zellige/1.jpg.\n");
}

TEST_CASE("a link within images/ is a picture like any other") {
  const ContentFolder folder;
  fs::create_symlink("zellige/1.jpg", folder.path() / "images/cover.jpg");
  folder.replace("programs/zellige.toml", "zellige/1.jpg", "cover.jpg");
  CHECK(folder.problems() == "");
}
