// A file with lines that are not TOML: all of them are told in one go, and so is everything else that can be read.
#include "sample.h"

using kiosk::content::testing::ContentFolder;

namespace {

int errors_of(const ContentFolder& folder, const std::string& file) {
  int errors = 0;
  for (const auto& issue : folder.load().issues) errors += issue.file == file && issue.severity == kiosk::content::Severity::error ? 1 : 0;
  return errors;
}

bool tells(const ContentFolder& folder, std::string_view words) { return folder.problems().find(words) != std::string::npos; }

}  // namespace

TEST_CASE("every line of a file that cannot be read is told, and so is what is wrong on the others") {
  const ContentFolder folder;
  folder.replace("programs/zellige.toml", "months = [12, 24]", "months = 12 à 24");
  folder.replace("programs/zellige.toml", "density = 0.5", "density = 0,5");
  folder.replace("programs/zellige.toml", "room = \"zellige-workshop\"", "rooom = \"zellige-workshop\"");
  folder.replace("programs/zellige.toml", "modes = [\"residential\"]", "modes = [\"evening\"]");
  CHECK(tells(folder, "programs/zellige.toml:8:13: error: not readable"));
  CHECK(tells(folder, "programs/zellige.toml:18:12: error: not readable"));
  CHECK(tells(folder, "programs/zellige.toml:9:1: error: 'rooom' is not a key of the program"));
  CHECK(tells(folder, "programs/zellige.toml:6:10: error: there is no mode 'evening'"));
  CHECK(errors_of(folder, "programs/zellige.toml") == 4);
}

TEST_CASE("what stood on a line that could not be read is neither missing nor unknown to others") {
  const ContentFolder folder;
  folder.replace("rooms.toml", "name = { ar = \"القاعة\"", "name = { ar = \"القاعة");
  CHECK(errors_of(folder, "rooms.toml") == 1);
  CHECK(folder.load().issues.size() == 1);
  const ContentFolder other;
  other.replace("rooms.toml", "id = \"hall\"", "id = hall");
  CHECK(other.load().issues.size() == 1);
}

TEST_CASE("a list that is never closed costs its own line, not those after it") {
  const ContentFolder folder;
  folder.replace("programs/zellige.toml", "levels = [\"technician\", \"qualification\"]", "levels = [\"technician\", \"qualification\"");
  folder.replace("programs/zellige.toml", "fold = 8", "fold = huit");
  CHECK(errors_of(folder, "programs/zellige.toml") == 2);
  CHECK(tells(folder, "programs/zellige.toml:17:"));
}

TEST_CASE("a heading that cannot be read takes its own lines with it: they are not added to the table above") {
  const ContentFolder folder;
  folder.replace("workshops.toml", "[[session]]\nid = \"zellige-1000\"", "[[session]\nid = \"zellige-1000\"");
  CHECK(errors_of(folder, "workshops.toml") == 1);
}

TEST_CASE("a file of nonsense is told with its first lines, not with all of them") {
  const ContentFolder folder;
  std::string nonsense;
  for (int i = 0; i < 500; ++i) nonsense += "this is no TOML\n";
  folder.write("rooms.toml", nonsense);
  CHECK(errors_of(folder, "rooms.toml") <= 21);
  CHECK(errors_of(folder, "rooms.toml") > 0);
}

TEST_CASE("where only files of programs are wrong, what is left can be looked at further: neither they nor their workshops are in it") {
  const ContentFolder folder;
  folder.replace("programs/zellige.toml", "months = [12, 24]", "months = 12 à 24");
  const auto loaded = folder.load();
  CHECK_FALSE(loaded.content.has_value());
  REQUIRE(loaded.without_wrong_programs.has_value());
  const auto& catalogue = loaded.without_wrong_programs->catalogue;
  CHECK(catalogue.program("zellige") == nullptr);
  CHECK(catalogue.program("art-joinery") != nullptr);
  CHECK(catalogue.workshop("zellige-1000") == nullptr);
  CHECK(catalogue.workshop("joinery-1100") != nullptr);
  folder.replace("event.toml", "diagonal_inches = 43", "diagonal_inches = big");
  CHECK_FALSE(folder.load().without_wrong_programs.has_value());
}
