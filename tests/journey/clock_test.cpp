// The kiosk's clock: the hour is the system's zoneinfo's, whatever ICU was built with; a clock that jumps costs no family anything.
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"
#include "journey/staff_pin.h"
#include "support/interest_script.h"
#include "support/zone_info.h"

using namespace kiosk::tests;

namespace {

// The sample content with one change of its event.toml.
std::string content_with(const TempFolder& folder, const std::string& from, const std::string& to) {
  const auto content = folder / "content";
  std::filesystem::remove_all(content);
  std::filesystem::copy(kSampleContent, content, std::filesystem::copy_options::recursive);
  std::string event = slurp(content / "event.toml");
  event.replace(event.find(from), from.size(), to);
  folder.write("content/event.toml", event);
  return content.string();
}

// Where the computer's own clock says `when` (UTC) and goes on from there; what measures how long something takes is left alone.
Ended play_at(const TempFolder& folder, const std::string& when, const std::string& script) {
  return run(folder, {"faketime", when, kProgram, "run", "--content", kSampleContent, "--data", (folder / "data").string(), "--windowed", "1920x1080", "--script",
                      folder.write("script.txt", script).string()},
             {{"DISPLAY", display().name()}, {"TZ", "UTC"}, {"DONT_FAKE_MONOTONIC", "1"}, {"FAKETIME_DONT_FAKE_MONOTONIC", "1"},
              {"ASAN_OPTIONS", "verify_asan_link_order=0"}});  // faketime's own library comes before the sanitizer's
}

std::string lead_script(const std::string& name) { return interest_script(name, "0612345678") + "tap form.submit\nexpect screen thanks\n"; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

// Longer than the kiosk waits before it looks at what is old.
const std::string kStayOn = "wait 7000\n";

Ended play_with(const TempFolder& folder, const std::string& content, const std::string& script, const std::string& now) {
  return run_kiosk(folder, {"run", "--content", content, "--data", (folder / "data").string(), "--windowed", "1920x1080", "--now", now, "--script", folder.write("script.txt", script).string()});
}

}  // namespace

TEST_CASE("when tzdata moves the hour the kiosk moves with it: what was saved, and what staff are told") {
  const TempFolder folder;
  set_pin(folder);
  const ZoneInfoFolder zones(folder / "zoneinfo");
  zones.add("Africa/Casablanca", zone_file(std::chrono::hours(1), {}, "<+01>-1"));
  const Ended saved = play(folder, interest_script("Brahim Aït Baha", "0612345678") + "tap form.submit\nexpect screen thanks\n", {}, "2026-11-29 14:15");
  CAPTURE(saved.errors);
  REQUIRE(saved.status == 0);
  CHECK(saved.errors.find("tzdata") == std::string::npos);
  CHECK(leads(folder).find("2026-11-29 14:15") != std::string::npos);

  zones.add("Africa/Casablanca", morocco_for_good());
  CHECK(leads(folder).find("2026-11-29 13:15") != std::string::npos);
  const Ended doubted = play(folder, kUnlock + "tap nav.language.en\nexpect text Older tables in the program say\n", {}, "2026-11-29 10:15");
  CAPTURE(doubted.errors);
  CHECK(doubted.status == 0);
  CHECK(doubted.errors.find("update the package tzdata") != std::string::npos);
}

TEST_CASE("figures are counted by the hours of the event") {
  const TempFolder folder;
  const std::string content = content_with(folder, "Africa/Casablanca", "Asia/Tokyo");
  REQUIRE(play_with(folder, content, "tap nav.language.fr\nexpect screen home\n", "2025-09-22 10:15").status == 0);
  const Ended counted = run_kiosk(folder, {"stats", "--format", "json", "--content", content, "--data", (folder / "data").string()});
  const auto hours = kiosk::base::Json::parse(counted.output, nullptr, false)["visits_by_hour"];
  REQUIRE(hours.size() == 1);
  CHECK(hours[0]["id"] == "10");
}

TEST_CASE("content with a date says tomorrow, in three days and over, and shows nothing as on that is not") {
  const TempFolder folder;
  const std::string content = content_with(folder, "date = \"today\"", "date = 2026-02-06");
  const auto passes = [&](const std::string& script, const std::string& now) {
    const Ended ended = play_with(folder, content, script, now);
    CAPTURE(now);
    CAPTURE(ended.errors);
    CHECK(ended.status == 0);
  };
  passes("tap nav.language.en\nexpect text In 3 days\ntap home.workshops\nexpect text In 3 days\n", "2026-02-03 10:15");
  passes("tap nav.language.fr\nexpect text Demain\n", "2026-02-05 23:30");
  passes("tap nav.language.en\nexpect text on now\n", "2026-02-06 12:00");
  passes("tap nav.language.en\nexpect text Over\ntap home.workshops\nexpect text The open day is over\n", "2026-11-06 10:15");
}

TEST_CASE("a dead battery: what is saved by a clock of 2015 is of the day it was, and is there when the clock is right again") {
  const TempFolder folder;
  const auto passes = [&](const std::string& when, const std::string& script) {
    const Ended ended = play_at(folder, when, script);
    CAPTURE(when);
    CAPTURE(ended.errors);
    CHECK(ended.status == 0);
  };
  passes("2030-06-03 09:00:00", lead_script("Amina Ait") + "tap nav.done\ntap nav.language.fr\ntap home.tours\ntap tour.families\ntap tour.sign_up\ntap party.2\nexpect text T-01\n");
  // Seats are counted on: it is the same day.
  passes("2015-01-01 00:00:00", lead_script("Brahim Aba") + "tap nav.done\ntap nav.language.fr\ntap home.tours\ntap tour.families\ntap tour.sign_up\ntap party.2\nexpect text T-02\n" + kStayOn);
  passes("2030-06-03 10:00:00", kStayOn);
  CHECK(count(leads(folder), "2030-06-03") == 2);
}

TEST_CASE("a start in 2037 purges nothing, staff are asked, and their one touch purges the database and no backup") {
  const TempFolder folder;
  set_pin(folder);
  REQUIRE(play_at(folder, "2030-06-03 09:00:00", lead_script("Amina Ait")).status == 0);
  const Ended leapt = play_at(folder, "2037-06-03 09:00:00", kStayOn);
  CAPTURE(leapt.errors);
  CHECK(leapt.status == 0);
  CHECK(leapt.errors.find("not purged before staff say so") != std::string::npos);
  CHECK(count(leads(folder), "Amina Ait") == 1);
  // Back again nothing has happened, and nobody is asked.
  const Ended back = play_at(folder, "2030-06-04 09:00:00", kStayOn);
  CHECK(back.errors.find("purge") == std::string::npos);
  const Ended confirmed = play_at(folder, "2037-06-03 09:00:00", kStayOn + kUnlock + "tap nav.language.en\nexpect text weeks after the kiosk last ran\ntap staff.kiosk\ntap staff.purge.confirm\nwait 500\n");
  CAPTURE(confirmed.errors);
  CHECK(confirmed.status == 0);
  CHECK(confirmed.errors.find("purged 1 leads") != std::string::npos);
  CHECK(count(leads(folder), "Amina Ait") == 0);
  std::size_t holding = 0;
  for (const auto& backup : std::filesystem::directory_iterator(folder / "data" / "backups")) {
    if (slurp(backup.path()).find("612345678") != std::string::npos) ++holding;
  }
  CHECK(holding == 1);
}
