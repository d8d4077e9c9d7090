// The kiosk's own words: what is missing, unknown or no pattern.
#include "sample.h"

using namespace kiosk::content;
using kiosk::content::testing::ContentFolder;

TEST_CASE("tables and dotted keys of a strings file are the same") {
  const ContentFolder folder;
  folder.replace("strings/en.toml", "nav.home = \"en words\"\n", "");
  folder.write("strings/en.toml", folder.read("strings/en.toml") + "[nav]\nhome = \"Home\"\n");
  folder.replace("strings/en.toml", "nav.back = \"en words\"\nnav.comfort = \"en words\"\nnav.done = \"en words\"\n", "");
  folder.replace("strings/en.toml", "nav.my_visit = \"en words\"\n", "");
  folder.write("strings/en.toml",
               folder.read("strings/en.toml") + "back = \"B\"\ncomfort = \"C\"\ndone = \"D\"\nmy_visit = \"M\"\n");
  CHECK(folder.problems() == "");
  CHECK(folder.load().content->messages.text("nav.home", kiosk::base::Language::english).text == "Home");
}

TEST_CASE("a text missing in one language is a warning, in all an error") {
  const ContentFolder folder;
  folder.replace("strings/fr.toml", "nav.home = \"fr words\"\n", "");
  for (const char* language : {"ar", "fr", "en"}) {
    folder.replace(std::string("strings/") + language + ".toml", std::string("nav.done = \"") + language + " words\"\n", "");
  }
  CHECK(folder.problems() ==
        "strings/ar.toml: error: the text 'nav.done' is missing in every language\n"
        "  Add nav.done to the strings of each language.\n"
        "strings/fr.toml: warning: the text 'nav.home' is missing\n"
        "  Add it; until then another language is shown.\n");
}

TEST_CASE("a language without a file is one warning, a kiosk without words an error") {
  const ContentFolder folder;
  folder.remove("strings/fr.toml");
  CHECK(folder.problems() ==
        "strings/fr.toml: warning: the file is missing; another language is shown in its place\n"
        "  Write it as README.md shows, or take it again from a copy.\n");
  folder.remove("strings");
  const LoadResult loaded = folder.load();
  REQUIRE(!loaded.issues.empty());
  CHECK(describe(loaded.issues[0]) ==
        "strings: error: the kiosk has no words of its own in any language\n  Copy the folder strings/ from the sample content.");
}

TEST_CASE("a strings file that cannot be read does not make its texts missing too") {
  const ContentFolder folder;
  folder.write("strings/ar.toml", "nav.home = \n");
  CHECK(folder.problems() ==
        "strings/ar.toml:1:12: error: not readable: parsing key-value pair: expected value, saw '\\n'\n"
        "  Write a value after the = sign, or take the line out.\n");
}

TEST_CASE("a text the kiosk never shows is pointed out with the one that was meant") {
  const ContentFolder folder;
  folder.write("strings/zgh.toml", "[nav]\nhmoe = \"x\"\n");
  CHECK(folder.problems() ==
        "strings/zgh.toml:2:1: warning: the kiosk has no text 'nav.hmoe'\n"
        "  Did you mean 'nav.home'?\n");
}

TEST_CASE("a text that is no message pattern is named and not called missing as well") {
  const ContentFolder folder;
  folder.replace("strings/en.toml", "nav.home = \"en words\"", "nav.home = \"{count, plural, one {x}}\"");
  folder.replace("strings/en.toml", "nav.back = \"en words\"", "nav.back = \"{\"");
  folder.replace("strings/en.toml", "nav.done = \"en words\"", "nav.done = 5");
  const std::string problems = folder.problems();
  CHECK(problems.find("'nav.home' is not a message pattern: U_DEFAULT_KEYWORD_MISSING") != std::string::npos);
  CHECK(problems.find("'nav.back' is not a message pattern: U_UNMATCHED_BRACES") != std::string::npos);
  CHECK(problems.find("'nav.done' must be a text, but this is a whole number\n  Write done = \"…\"") != std::string::npos);
  CHECK(problems.find("is missing") == std::string::npos);
}

TEST_CASE("a name in braces that only one language uses is pointed out") {
  const ContentFolder folder;
  folder.replace("strings/ar.toml", "nav.home = \"ar words\"", "nav.home = \"{count} {time}\"");
  folder.replace("strings/fr.toml", "nav.home = \"fr words\"", "nav.home = \"{cuont}\"");
  folder.replace("strings/en.toml", "nav.home = \"en words\"", "nav.home = \"{count, plural, other {# at {time}}}\"");
  const std::string problems = folder.problems();
  CHECK(problems.ends_with(": warning: 'nav.home' uses {cuont}, which no other language does\n  Did you mean 'count'?\n"));
  CHECK(problems.starts_with("strings/fr.toml:"));
  CHECK(folder.load().content);
}
