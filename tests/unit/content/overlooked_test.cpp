// What reads well and is still most probably a slip: told, and never in the way.
#include "base/clock.h"
#include "sample.h"

using namespace kiosk;
using namespace kiosk::content;
using kiosk::content::testing::check_each;
using kiosk::content::testing::ContentFolder;

namespace {

constexpr std::string_view kTours =
    "[[tour]]\nid = \"families\"\ntheme = { ar = \"أ\", fr = \"a\", en = \"a\" }\nlanguages = [\"fr\"]\ndepartures = [\"10:00\", \"11:00\"]\n"
    "[[tour.stop]]\nroom = \"hall\"\nminutes = 0\n[[tour.stop]]\nroom = \"zellige-workshop\"\nminutes = 20\n";

struct WithTours : ContentFolder {
  WithTours() { write("tours.toml", kTours); }
};

}  // namespace

TEST_CASE("files that nobody reads are named: in a folder of programs/, or with another ending") {
  const ContentFolder folder;
  folder.write("programs/wood/chest.toml", testing::kJoinery);
  folder.write("programs/weaving.TOML", testing::kJoinery);
  std::filesystem::rename(folder.path() / "workshops.toml", folder.path() / "workshops.TOML");
  CHECK(folder.problems() ==
        "programs/weaving.TOML: warning: this file is not read: its name does not end in .toml\n"
        "  Rename it to weaving.toml.\n"
        "programs/wood/chest.toml: warning: this file is not read: programs stand in programs/ itself\n"
        "  Move it to programs/chest.toml.\n"
        "workshops.TOML: warning: the kiosk does not read this file\n"
        "  Did you mean 'workshops.toml'?\n"
        "workshops.toml: warning: the file is missing; no workshop is announced\n"
        "  Write it as README.md shows, or take it again from a copy.\n");
}

TEST_CASE("a slide names a figure though there is no file of figures") {
  const ContentFolder folder;
  folder.replace("attract.toml", "kind = \"family\"\nfamily = \"clay\"", "kind = \"figure\"\nfigure = \"seats\"");
  CHECK(folder.problems() ==
        "attract.toml:3:10: error: there is no figure 'seats'\n"
        "  Add a figure with this id.\n");
}

TEST_CASE("a photo is found however the letters of its name are composed") {
  const ContentFolder folder;
  folder.write("images/zellige/e\u0301te\u0301.jpg", "a photo");
  folder.replace("programs/zellige.toml", "zellige/1.jpg", "zellige/été.jpg");
  CHECK(folder.problems() == "");
  CHECK(folder.load().content->catalogue.program("zellige")->photos.size() == 1);
}

TEST_CASE("hours of the night, stops without a stay and departures under way are asked about") {
  check_each<WithTours>({
      {"an item at night", "agenda.toml", "\"09:30\"", "\"03:30\"",
       "agenda.toml:4:9: warning: 'start' is at 03:30, in the night\n"
       "  Write \"15:30\" if the afternoon is meant.\n"},
      {"a departure at night", "tours.toml", "\"10:00\"", "\"02:00\"",
       "tours.toml:5:15: warning: 'departures' is at 02:00, in the night\n"
       "  Write \"14:00\" if the afternoon is meant.\n"},
      {"a stop that is none", "tours.toml", "minutes = 20", "minutes = 0",
       "tours.toml:11:11: warning: the group does not stay at 'zellige-workshop'\n"
       "  Write how many minutes it stays, or take the stop out.\n"},
      {"a departure before the tour is over", "tours.toml", "\"11:00\"", "\"10:15\"",
       "tours.toml:5:14: warning: tour 'families' leaves again after 15 minutes, while the one before takes 20 for its stops alone\n"
       "  Let it leave later, unless each departure has a guide of its own.\n"},
  });
}

TEST_CASE("a child of no band, a family of no program and a website that is none are named") {
  check_each({
      {"a year between two bands", "event.toml", "[notice]", "[interest]\n[[interest.age_band]]\nid = \"young\"\nfrom = 12\nto = 14\n[[interest.age_band]]\nid = \"older\"\nfrom = 16\n[notice]",
       "event.toml:15:1: warning: a child of 15 is in no age band\n"
       "  Let each band begin a year after the one before ends.\n"},
      {"a family that nobody teaches", "programs/art-joinery.toml", "family = \"wood\"", "family = \"clay\"",
       "families.toml:8:6: warning: family 'wood' has no program: its card leads to an empty page\n"
       "  Write a program of this family, or take the family out.\n"},
      {"a name for an address", "institutes.toml", "phone = ", "website = \"institut\"\nphone = ",
       "institutes.toml:5:11: warning: 'institut' is no web address\n"
       "  Write it as people type it, as website = \"www.institut.ma\".\n"},
  });
}

TEST_CASE("the event's day is over from the next day on, where the event is") {
  const ContentFolder folder;
  const auto at = [&](int day, int hour) { return day_that_is_over(*folder.load().content, base::WallTime(std::chrono::sys_days(std::chrono::year(2026) / 12 / day) + std::chrono::hours(hour))); };
  CHECK_FALSE(at(20, 12));
  folder.replace("event.toml", "\"today\"", "2026-12-19");
  CHECK_FALSE(at(19, 22));
  const auto over = at(20, 1);
  REQUIRE(over);
  CHECK(describe(*over) ==
        "event.toml:4:8: warning: the event's day, 2026-12-19, is over\n"
        "  Write the day that comes, as date = 2026-12-19, or date = \"today\".");
  testing::check_translated(over->message);
  testing::check_translated(over->remedy);
}
