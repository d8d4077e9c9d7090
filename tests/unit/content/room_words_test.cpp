// What a room's id or name tells of its kind.
#include <doctest/doctest.h>

#include "content/room_words.h"

using kiosk::content::kind_told_by;
using kiosk::model::AreaKind;

TEST_CASE("a room's id or name tells its kind in the languages that people name rooms in") {
  CHECK(kind_told_by("zellige-workshop") == AreaKind::workshop);
  CHECK(kind_told_by("atelier-zellige") == AreaKind::workshop);
  CHECK(kind_told_by("ورشة الزليج") == AreaKind::workshop);
  CHECK(kind_told_by("المكتبة") == AreaKind::library);
  CHECK(kind_told_by("Bibliothèque") == AreaKind::library);
  CHECK(kind_told_by("wc_ground") == AreaKind::wc);
  CHECK(kind_told_by("toilettes-rdc") == AreaKind::wc);
  CHECK(kind_told_by("Escalier B") == AreaKind::stairs);
  CHECK(kind_told_by("salle-12") == AreaKind::classroom);
}

TEST_CASE("what a room is for counts before what any building has") {
  CHECK(kind_told_by("Salle de prière") == AreaKind::prayer);
  CHECK(kind_told_by("Hall d’accueil") == AreaKind::reception);
  CHECK(kind_told_by("Salle de conférences") == AreaKind::hall);
}

TEST_CASE("a word within another tells nothing") {
  CHECK_FALSE(kind_told_by("liftwood").has_value());
  CHECK_FALSE(kind_told_by("r-12").has_value());
  CHECK_FALSE(kind_told_by("").has_value());
}
