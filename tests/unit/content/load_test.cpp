// What a folder without mistakes becomes.
#include "sample.h"

using namespace kiosk;
using namespace kiosk::content;
using content::testing::ContentFolder;
using std::chrono::minutes;

TEST_CASE("a folder without mistakes is read without a word") {
  const ContentFolder folder;
  CHECK(folder.problems() == "");
  REQUIRE(folder.load().content);
}

TEST_CASE("programs come in the operator's order, those without one last") {
  const ContentFolder folder;
  folder.write("programs/aaa.toml", content::testing::kZellige);
  const auto loaded = folder.load();
  REQUIRE(loaded.content);
  std::vector<std::string> ids;
  for (const auto& program : loaded.content->catalogue.programs) ids.push_back(program.id);
  CHECK(ids == std::vector<std::string>{"art-joinery", "aaa", "zellige"});
}

TEST_CASE("a program carries everything its file says") {
  const ContentFolder folder;
  const auto loaded = folder.load();
  REQUIRE(loaded.content);
  const model::Program* zellige = loaded.content->catalogue.program("zellige");
  REQUIRE(zellige);
  CHECK(zellige->family == "clay");
  CHECK(zellige->name.in(base::Language::french) == "Zellige");
  CHECK(zellige->name.in(base::Language::tamazight) == "");
  CHECK(zellige->learn.size() == 1);
  CHECK(zellige->levels == std::vector<std::string>{"qualification", "technician"});  // lowest first
  CHECK(zellige->months_min == 12);
  CHECK(zellige->months_max == 24);
  CHECK(zellige->room == "zellige-workshop");
  CHECK(zellige->photos == std::vector<std::filesystem::path>{folder.path() / "images/zellige/1.jpg"});
  CHECK(zellige->steps.piece.in(base::Language::english) == "Fountain");
  CHECK(zellige->motif.fold == 8);
  CHECK(zellige->motif.density == 0.5);
  CHECK(zellige->status == model::Status::verified);
  CHECK(loaded.content->catalogue.program("art-joinery")->months_min == 24);
}

TEST_CASE("the day is sorted: workshops by start, levels by rank") {
  const ContentFolder folder;
  const auto loaded = folder.load();
  REQUIRE(loaded.content);
  const model::Catalogue& catalogue = loaded.content->catalogue;
  REQUIRE(catalogue.workshops.size() == 2);
  CHECK(catalogue.workshops[0].id == "zellige-1000");
  CHECK(catalogue.workshops[0].start == minutes(600));
  CHECK(catalogue.workshops[0].delay == minutes(20));
  CHECK(catalogue.workshops[0].seats_here == 8);
  CHECK(catalogue.levels[0].id == "qualification");
  CHECK(catalogue.agenda[0].speakers[0].role.in(base::Language::english) == "The director");
}

TEST_CASE("the event, its notice and its slides are read") {
  const ContentFolder folder;
  auto loaded = folder.load();
  REQUIRE(loaded.content);
  const model::Catalogue& catalogue = loaded.content->catalogue;
  CHECK_FALSE(catalogue.event.date);
  CHECK(catalogue.notice.status == model::Status::demo);
  CHECK(catalogue.notice.keep_days == 90);
  CHECK(catalogue.slides[0].kind == model::SlideKind::family);
  CHECK(catalogue.slides[0].language == base::Language::french);

  folder.replace("event.toml", "\"today\"", "2025-09-22");
  loaded = folder.load();
  REQUIRE(loaded.content);
  CHECK(loaded.content->catalogue.event.date == std::chrono::year(2025) / 9 / 22);
}

TEST_CASE("a scene is taken from images/, else from the kiosk's own pictures") {
  const ContentFolder folder;
  CHECK(folder.load().content->catalogue.family("clay")->scene == asset_folder() / "scenes/clay.svg");
  folder.write("images/scenes/clay.svg", "<svg/>");
  CHECK(folder.load().content->catalogue.family("clay")->scene == folder.path() / "images/scenes/clay.svg");
}

TEST_CASE("a family without a scene, or whose scene is not there, has the kiosk's own of its tone") {
  const ContentFolder folder;
  CHECK(folder.load().content->catalogue.family("wood")->scene == asset_folder() / "scenes/wood.svg");
  folder.replace("families.toml", "scenes/clay.svg", "scenes/day.svg");
  CHECK(folder.load().content->catalogue.family("clay")->scene == asset_folder() / "scenes/clay.svg");
}

TEST_CASE("every picture of images/ is listed with the place that names it, the kiosk's own are not") {
  const ContentFolder folder;
  const auto scene = [&] {
    const auto pictures = folder.load().content->pictures;
    const auto found = std::find_if(pictures.begin(), pictures.end(), [](const auto& picture) { return picture.written == "scenes/clay.svg"; });
    return found == pictures.end() ? std::string() : found->place.file + ":" + std::to_string(found->place.line);
  };
  CHECK(scene().empty());
  folder.write("images/scenes/clay.svg", "<svg/>");
  CHECK(scene() == "families.toml:5");
}

TEST_CASE("texts fall back in the operator's order, in catalogue and messages alike") {
  const ContentFolder folder;
  folder.replace("event.toml", R"(["ar", "fr", "en", "zgh"])", R"(["en", "ar"])");
  const auto loaded = folder.load();
  REQUIRE(loaded.content);
  const model::Catalogue& catalogue = loaded.content->catalogue;
  CHECK(catalogue.pick(catalogue.programs[0].name, base::Language::tamazight) ==
        base::Phrase{"Art joinery", base::Language::english});
  CHECK(loaded.content->messages.text("home.title", base::Language::tamazight) ==
        base::Phrase{"en words", base::Language::english});
}

TEST_CASE("every text is listed with its place, for checks that need fonts") {
  const ContentFolder folder;
  const auto loaded = folder.load();
  REQUIRE(loaded.content);
  const auto& texts = loaded.content->texts;
  const auto found = std::find_if(texts.begin(), texts.end(), [](const auto& text) { return text.text == "Art joinery"; });
  REQUIRE(found != texts.end());
  CHECK(found->language == base::Language::english);
  CHECK(found->place.file == "programs/art-joinery.toml");
  CHECK(found->place.line == 3);
  CHECK(found->place.column == 56);
}

TEST_CASE("files saved on Windows are read: a byte order mark and CRLF line ends") {
  const ContentFolder folder;
  std::string text = "\xEF\xBB\xBF";
  for (char c : content::testing::kRooms) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  folder.write("rooms.toml", text);
  CHECK(folder.problems() == "");
  CHECK(folder.load().content->catalogue.rooms.size() == 2);
}

TEST_CASE("empty lists are content too: only the programs are indispensable") {
  const ContentFolder folder;
  folder.write("workshops.toml", "session = []\n");
  folder.write("agenda.toml", "# nothing yet\n");
  folder.write("attract.toml", "slide = []\n");
  CHECK(folder.problems() == "");
}

TEST_CASE("Tamazight is welcome and not asked for") {
  const ContentFolder folder;
  folder.write("strings/zgh.toml", "nav.home = \"ⴰⵙⵏⵓⴱⴳ\"\n");
  CHECK(folder.problems() == "");
  CHECK(folder.load().content->messages.text("nav.home", base::Language::tamazight).text == "ⴰⵙⵏⵓⴱⴳ");
}

TEST_CASE("an institute has the numbers it is given, each as written and as dialled") {
  const auto dialled = [](std::string_view line) {
    const ContentFolder folder;
    folder.replace("institutes.toml", "phone = \"05 28 00 00 00\"", line);
    CHECK(folder.problems() == "");
    const auto loaded = folder.load();
    REQUIRE(loaded.content);
    std::string all;
    for (const model::PhoneLine& phone : loaded.content->catalogue.institutes.front().phones) all += phone.written + "=" + phone.dialled + " ";
    return all;
  };
  const std::string two = "05 28 33 11 22=+212528331122 05 28 33 11 23=+212528331123 ";
  CHECK(dialled("phone = \"05 28 33 11 22 / 05 28 33 11 23\"") == two);
  CHECK(dialled("phone = \"05 28 33 11 22،05 28 33 11 23\"") == two);
  CHECK(dialled("phones = [\"05 28 33 11 22\", \"05 28 33 11 23\"]") == two);
  CHECK(dialled("phone = \"05/28/33/11/22\"") == "05/28/33/11/22=+212528331122 ");
  CHECK(dialled("").empty());
}

TEST_CASE("the event's country is what it says, else the one of its time zone") {
  const auto country = [](std::string_view zone, std::string_view line) {
    const ContentFolder folder;
    folder.replace("institutes.toml", "phone = \"05 28 00 00 00\"", "");
    folder.replace("event.toml", "time_zone = \"Africa/Casablanca\"", std::string("time_zone = \"") + std::string(zone) + "\"\n" + std::string(line));
    const auto loaded = folder.load();
    REQUIRE(loaded.content);
    return loaded.content->catalogue.event.country;
  };
  CHECK(country("Africa/Casablanca", "") == "MA");
  CHECK(country("Europe/Paris", "") == "FR");
  CHECK(country("Africa/Casablanca", "country = \"SN\"") == "SN");
  CHECK(country("Etc/UTC", "") == "MA");
}

TEST_CASE("a telephone number in an Arabic sentence is whole wherever the sentence is shown, and French stays as it is written") {
  const ContentFolder folder;
  folder.replace("event.toml", R"({ ar = "معطيات للعرض", fr = "Données de démonstration")", R"({ ar = "اتصلوا على 05 28 33 11 22", fr = "Appelez le 05 28 33 11 22")");
  const auto loaded = folder.load();
  REQUIRE(loaded.content);
  const model::LocalText& line = loaded.content->catalogue.event.demo_line;
  CHECK(line.in(base::Language::arabic) == "اتصلوا على \u206605 28 33 11 22\u2069");
  CHECK(line.in(base::Language::french) == "Appelez le 05 28 33 11 22");
}
