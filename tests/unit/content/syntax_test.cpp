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

TEST_CASE("what could not be read is told before what follows from it, and what it may have said is not missed") {
  const ContentFolder folder;
  folder.replace("programs/art-joinery.toml", "months = 24", "colour = 1\n[description]\nar = \"أ\"\nfr = \"jamais fermé\nen = \"a\"");
  CHECK(folder.problems() ==
        "programs/art-joinery.toml:10:19: error: not readable: parsing string: unescaped control characters other than TAB (U+0009) are explicitly prohibited\n"
        "  A text opened with \" must be closed with \" on the same line; longer ones use \"\"\" … \"\"\".\n"
        "programs/art-joinery.toml:7:1: error: 'colour' is not a key of the program\n"
        "  Take it out, or look up the right key in README.md.\n");
}

TEST_CASE("the line that was meant is given as it is to be written") {
  const auto remedy = [](std::string_view written) {
    const ContentFolder folder;
    folder.replace("programs/art-joinery.toml", "months = 24", written);
    const std::string said = folder.problems();
    const std::size_t begin = said.find("\n  ") + 3;
    return said.substr(begin, said.find('\n', begin) - begin);
  };
  CHECK(remedy("months: 24") == "Write = in the place of the colon after 'months'.");
  CHECK(remedy("months 24") == "Write = between 'months' and its value.");
  CHECK(remedy("months = ٢٤") == "Write the figures 0 to 9: months = 24");
  CHECK(remedy("months = 24 mois") == "Write the number alone: months = 24");
  CHECK(remedy("date = 19/12/2026") == "Write the date as year-month-day: date = 2026-12-19");
  CHECK(remedy("date = ١٩/١٢/٢٠٢٦") == "Write the date as year-month-day: date = 2026-12-19");
  CHECK(remedy("date = 2026-2-9") == "Write the date as year-month-day: date = 2026-02-09");
  CHECK(remedy("date = 19 décembre 2026") == "Write the date as year-month-day: date = 2026-12-19");
  CHECK(remedy("date = 2026-02-30") == "There is no such day: correct the date.");
  CHECK(remedy("date = 2025-10") == "Write a month in quotes: date = \"2025-10\"");
  CHECK(remedy("phone = 0528331122") == "Write a telephone number in quotes: phone = \"0528331122\"");
  CHECK(remedy("phone = 05 28 33 11 22") == "Write a telephone number in quotes: phone = \"05 28 33 11 22\"");
  CHECK(remedy("start = 9h3") == "Write start = \"09:03\" or \"09:30\": minutes have two figures.");
  CHECK(remedy("months = 24\nwhere = { fr = \"le \"grand\" atelier\" }") == "Quotes within a text are written « … », or \\\" with a backslash before each.");
  CHECK(remedy("aliases = [\"a\" \"b\"]") == "A comma is missing before character 16.");
  CHECK(remedy("aliases = [\n  \"a\"\n  \"b\"]") == "A comma is missing at the end of the line above.");
  CHECK(remedy("aliases = [\"a\"\nmonths = 24") == "The list above is never closed: write ] at its end.");
  CHECK(remedy("aliases = \"a\", \"b\"") == "A list stands between brackets: aliases = [ … ]");
  CHECK(remedy("[motif\nshape = \"star\"") == "Close the heading with as many brackets as open it: [motif]");
  CHECK(remedy("room = atelier de bois") == "Put the text between straight quotes: \"…\".");
  CHECK(remedy("room = today") == "Put the text between straight quotes: \"…\".");
  CHECK(remedy("photos = [\"C:\\photos\\1.jpg\"]") == "Write a / in the place of the backslash, or the backslash twice.");
}
