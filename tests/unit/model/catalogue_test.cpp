// Looking things up in a catalogue, and which language a text comes in.
#include "model/catalogue.h"

#include <doctest/doctest.h>

using kiosk::base::Language;
using kiosk::base::Phrase;
using namespace kiosk::model;

namespace {

LocalText in_french_and_english(std::string french, std::string english) {
  LocalText text;
  text.in(Language::french) = std::move(french);
  text.in(Language::english) = std::move(english);
  return text;
}

}  // namespace

TEST_CASE("everything with an id is found by it, and nothing by another") {
  Catalogue catalogue;
  catalogue.institutes.resize(1);
  catalogue.institutes[0].id = "inezgane";
  catalogue.families.resize(1);
  catalogue.families[0].id = "clay";
  catalogue.levels.resize(1);
  catalogue.levels[0].id = "technician";
  catalogue.modes.resize(1);
  catalogue.modes[0].id = "residential";
  catalogue.programs.resize(2);
  catalogue.programs[1].id = "zellige";
  catalogue.rooms.resize(1);
  catalogue.rooms[0].id = "hall";
  catalogue.workshops.resize(1);
  catalogue.workshops[0].id = "zellige-1000";

  CHECK(catalogue.institute("inezgane") == &catalogue.institutes[0]);
  CHECK(catalogue.family("clay") == &catalogue.families[0]);
  CHECK(catalogue.level("technician") == &catalogue.levels[0]);
  CHECK(catalogue.mode("residential") == &catalogue.modes[0]);
  CHECK(catalogue.program("zellige") == &catalogue.programs[1]);
  CHECK(catalogue.room("hall") == &catalogue.rooms[0]);
  CHECK(catalogue.workshop("zellige-1000") == &catalogue.workshops[0]);
  CHECK(catalogue.program("zelige") == nullptr);
  CHECK(catalogue.workshop("zellige") == nullptr);
}

TEST_CASE("a text is given in the language asked for when there is one") {
  const Catalogue catalogue;
  const LocalText text = in_french_and_english("Zellige", "Zellige mosaic");
  CHECK(catalogue.pick(text, Language::english) == Phrase{"Zellige mosaic", Language::english});
}

TEST_CASE("a text that lacks the language asked for falls back in the operator's order and says in what it is written") {
  Catalogue catalogue;
  const LocalText text = in_french_and_english("Zellige", "Zellige mosaic");
  CHECK(catalogue.pick(text, Language::arabic) == Phrase{"Zellige", Language::french});
  catalogue.event.fallback = {Language::english, Language::french};
  CHECK(catalogue.pick(text, Language::arabic) == Phrase{"Zellige mosaic", Language::english});
}

TEST_CASE("a text given in no language is empty, in the language asked for") {
  const Catalogue catalogue;
  CHECK(LocalText{}.empty());
  CHECK_FALSE(in_french_and_english("", "x").empty());
  CHECK(catalogue.pick(LocalText{}, Language::tamazight) == Phrase{"", Language::tamazight});
}
