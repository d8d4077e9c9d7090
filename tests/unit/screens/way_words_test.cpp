// The words of ways through the sample building, letter by letter.
#include "screens/way_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "support/sample_content.h"

using namespace kiosk;
using base::Language;

namespace {

model::QrCode no_qr_code(std::string_view) { return {}; }

// The map in one language with a way on it, from the sample's building or a changed one.
struct Way {
  session::Session session;
  model::Catalogue catalogue = tests::sample().catalogue;

  explicit Way(Language language, std::vector<std::string> rooms, bool step_free = false) {
    session.language = language;
    session.place = {session::ScreenId::map, rooms.size() == 1 ? rooms.front() : std::string()};
    if (rooms.size() > 1) session.map.stops = std::move(rooms);
    session.map.step_free = step_free;
  }
  screens::ViewContext context() const { return {catalogue, tests::sample().messages, session, {}, no_qr_code}; }
  std::string text() const {
    const screens::ShownWay way = *screens::shown_way(context());
    return screens::way_text(context(), way, screens::way_steps(context(), way));
  }
  std::vector<screens::WayStep> steps() const { return screens::way_steps(context(), *screens::shown_way(context())); }
  void look(std::optional<double> facing) {
    for (model::KioskPosition& kiosk : catalogue.map.kiosks) kiosk.facing = facing;
  }
};

std::string with(std::string_view text, std::string_view mark, std::string_view instead) {
  std::string changed;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
    changed.append(text.substr(0, at)).append(instead);
    text.remove_prefix(at + mark.size());
  }
  return changed.append(text);
}

// No-break spaces, narrow or not, look like spaces in a test.
std::string spaced(std::string_view text) { return with(with(text, "\u202F", " "), "\u00A0", " "); }

// What stands between U+2068 and U+2069 is a name.
std::string plain(std::string_view text) { return spaced(locale::without_isolates(std::string(text))); }

}  // namespace

TEST_CASE("to the toilets") {
  CHECK(spaced(Way(Language::arabic, {"wc-ground"}).text()) ==
        "الطريق إلى المراحيض\n"
        "الانطلاق: شاشة المعهد، الطابق الأرضي\n"
        "1. وأنتم أمام الشاشة، اتجهوا يسارًا. سيروا مسافة 30 مترًا، مرورًا أمام القاعة الكبرى.\n"
        "2. وصلتم: المراحيض، والباب على يساركم.\n"
        "30 مترًا · دقيقة واحدة");
  CHECK(spaced(Way(Language::french, {"wc-ground"}).text()) ==
        "Le chemin jusqu’à : Toilettes\n"
        "Départ : la borne, Rez-de-chaussée\n"
        "1. Face à la borne, partez à gauche. Continuez sur 30 mètres en passant devant « Grande salle ».\n"
        "2. Vous y êtes : Toilettes, porte à votre gauche.\n"
        "30 mètres · 1 minute");
  CHECK(spaced(Way(Language::english, {"wc-ground"}).text()) ==
        "The way to: Toilets\n"
        "From: the kiosk, Ground floor\n"
        "1. Facing the kiosk, set off to the left. Walk 30 metres, past “Main hall”.\n"
        "2. You have arrived: Toilets, the door on your left.\n"
        "30 metres · 1 minute");
}

TEST_CASE("to the zellige workshop, with a corner that has a name") {
  CHECK(spaced(Way(Language::arabic, {"zellige-workshop"}).text()) ==
        "الطريق إلى ورشة الزليج\n"
        "الانطلاق: شاشة المعهد، الطابق الأرضي\n"
        "1. وأنتم أمام الشاشة، اتجهوا يمينًا. سيروا مسافة 11 مترًا.\n"
        "2. عند ركن التوجيه، انعطفوا يسارًا. سيروا مسافة 19 مترًا، مرورًا أمام المقصف.\n"
        "3. وصلتم: ورشة الزليج، والباب على يمينكم.\n"
        "30 مترًا · دقيقة واحدة");
  CHECK(spaced(Way(Language::french, {"zellige-workshop"}).text()) ==
        "Le chemin jusqu’à : Atelier de zellige\n"
        "Départ : la borne, Rez-de-chaussée\n"
        "1. Face à la borne, partez à droite. Continuez sur 11 mètres.\n"
        "2. À hauteur de « Espace orientation », tournez à gauche. Continuez sur 19 mètres en passant devant « Cafétéria ».\n"
        "3. Vous y êtes : Atelier de zellige, porte à votre droite.\n"
        "30 mètres · 1 minute");
}

TEST_CASE("upstairs to the silver workshop, by the stairs and by the lift") {
  CHECK(spaced(Way(Language::arabic, {"silver-workshop"}).text()) ==
        "الطريق إلى ورشة الفضة\n"
        "الانطلاق: شاشة المعهد، الطابق الأرضي\n"
        "1. وأنتم أمام الشاشة، اتجهوا يمينًا. سيروا مسافة 17 مترًا، مرورًا أمام ركن التوجيه.\n"
        "2. الدرج على يمينكم. اصعدوا إلى الطابق الأول.\n"
        "3. انعطفوا يسارًا. سيروا مسافة 8 أمتار.\n"
        "4. انعطفوا يمينًا. سيروا مسافة 4 أمتار.\n"
        "5. وصلتم: ورشة الفضة، والباب على يمينكم.\n"
        "30 مترًا · دقيقتان · عبر الدرج");
  CHECK(spaced(Way(Language::french, {"silver-workshop"}).text()) ==
        "Le chemin jusqu’à : Atelier d’orfèvrerie\n"
        "Départ : la borne, Rez-de-chaussée\n"
        "1. Face à la borne, partez à droite. Continuez sur 17 mètres en passant devant « Espace orientation ».\n"
        "2. L’escalier est à votre droite. Montez jusqu’au niveau « Premier étage ».\n"
        "3. Tournez à gauche. Continuez sur 8 mètres.\n"
        "4. Tournez à droite. Continuez sur 4 mètres.\n"
        "5. Vous y êtes : Atelier d’orfèvrerie, porte à votre droite.\n"
        "30 mètres · 2 minutes · par l’escalier");
  CHECK(spaced(Way(Language::english, {"silver-workshop"}, true).text()) ==
        "The way to: Silver workshop\n"
        "From: the kiosk, Ground floor\n"
        "1. Facing the kiosk, set off to the right. Walk 25 metres, past “Stairs”.\n"
        "2. The lift is on your right. Go up to “First floor”.\n"
        "3. Coming out, turn left. Walk 16 metres, past “Stairs”.\n"
        "4. Turn right. Walk 4 metres.\n"
        "5. You have arrived: Silver workshop, the door on your right.\n"
        "50 metres · 2 minutes · by the lift");
  const auto steps = Way(Language::arabic, {"silver-workshop"}, true).steps();
  REQUIRE(steps.size() == 5);
  CHECK(steps[0].icon == "turn-right");
  CHECK(steps[1].icon == "lift");
  CHECK(steps[1].floor == "ground");
  CHECK(steps[2].icon == "turn-left");
  CHECK(steps[2].floor == "first");
  CHECK(steps[4].icon == "arrive");
  CHECK(steps[4].arrives);
  CHECK(Way(Language::arabic, {"silver-workshop"}).steps()[1].icon == "stairs-up");
}

TEST_CASE("to the way out, over the ramp at the entrance") {
  CHECK(spaced(Way(Language::english, {"main-exit"}).text()) ==
        "The way to: Entrance and exit\n"
        "From: the kiosk, Ground floor\n"
        "1. Facing the kiosk, set off to the left.\n"
        "2. The ramp is on your left. Take it.\n"
        "3. You have arrived: Entrance and exit.\n"
        "13 metres · 1 minute");
}

TEST_CASE("a walk goes on out of each door and numbers its stops") {
  const Way way(Language::english, {"cafeteria", "library"});
  const auto shown = screens::shown_way(way.context());
  const auto steps = way.steps();
  const auto arrived = std::find_if(steps.begin(), steps.end(), [](const screens::WayStep& step) { return step.arrives; });
  REQUIRE(arrived != steps.end());
  CHECK(arrived->stop == 0);
  CHECK((arrived + 1)->stop == 1);
  CHECK((arrived + 1)->text.text.starts_with("Coming out, turn "));
  CHECK(plain(screens::stop_title(way.context(), *shown, 1).text) == "Stop 2: Library");
  CHECK(screens::way_title(way.context(), *shown).text == "My walk");
}

TEST_CASE("where nobody knows how the kiosk stands, one sets off towards what one sees first") {
  Way way(Language::french, {"wc-ground"});
  way.look(std::nullopt);
  CHECK(plain(way.steps().front().text.text) == "Partez de la borne vers « Grande salle ». Continuez sur 30 mètres.");
  way.look(270.0);
  CHECK(plain(way.steps().front().text.text) == "Dépassez la borne et avancez tout droit. Continuez sur 30 mètres en passant devant « Grande salle ».");
  way.look(90.0);
  CHECK(plain(way.steps().front().text.text).starts_with("Tournez le dos à la borne et avancez tout droit."));
}

TEST_CASE("each reason for no way is a sentence of its own that names the room and says what to do, in every language") {
  using model::NoRoute;
  for (const Language language : {Language::arabic, Language::french, Language::english}) {
    const Way way(language, {"silver-workshop"});
    const std::string name = way.catalogue.room("silver-workshop")->name.in(language);
    std::set<std::string> sentences;
    for (const NoRoute why : {NoRoute::unknown_place, NoRoute::no_door, NoRoute::no_way, NoRoute::only_by_stairs, NoRoute::only_narrow}) {
      const base::Phrase told = screens::why_no_way(way.context(), why, "silver-workshop");
      CHECK(told.language == language);
      CHECK(told.text.find(name) != std::string::npos);
      CHECK(told.text.find('{') == std::string::npos);
      sentences.insert(told.text);
    }
    CHECK(sentences.size() == 5);
  }
  const Way way(Language::english, {"silver-workshop"});
  CHECK(plain(screens::why_no_way(way.context(), NoRoute::only_by_stairs, "silver-workshop").text) ==
        "Only stairs lead to “Silver workshop”. Ask at reception for help, or turn off “Without stairs” to see the way by the stairs.");
}

TEST_CASE("every room has its way in every language, with no pattern left unfilled and nothing fallen back") {
  for (const Language language : {Language::arabic, Language::french, Language::english}) {
    for (const model::Area& area : tests::sample().catalogue.map.areas) {
      for (const bool step_free : {false, true}) {
        for (const std::optional<double> facing : {std::optional(0.0), std::optional(135.0), std::optional<double>()}) {
          Way way(language, {area.room}, step_free);
          way.look(facing);
          CAPTURE(area.room);
          for (const screens::WayStep& step : way.steps()) {
            CHECK(step.text.language == language);
            CHECK(step.text.text.find_first_of("{}[]") == std::string::npos);
            CHECK(step.text.text.ends_with("."));
          }
        }
      }
    }
  }
}

TEST_CASE("a language without these words tells the way in another and says so") {
  for (const screens::WayStep& step : Way(Language::tamazight, {"wc-ground"}).steps()) CHECK(step.text.language != Language::tamazight);
}

TEST_CASE("metres as people say them") {
  CHECK(screens::told_metres(0.4) == 0);
  CHECK(screens::told_metres(7.6) == 8);
  CHECK(screens::told_metres(19.7) == 20);
  CHECK(screens::told_metres(22.4) == 20);
  CHECK(screens::told_metres(22.6) == 25);
  CHECK(screens::told_metres(103) == 105);
}
