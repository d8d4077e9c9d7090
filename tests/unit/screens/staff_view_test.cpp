// What staff read, and what visitors read before they tell something that cannot be saved, as values.
#include <doctest/doctest.h>

#include <algorithm>

#include "screens/screen_view.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
using base::Language;
using session::ScreenId;

namespace {

model::QrCode no_code(std::string_view) { return {}; }

struct Shown {
  session::Session session;
  screens::StaffFacts staff;
  model::StorageHealth storage;

  explicit Shown(ScreenId screen, Language language = Language::english) {
    session.language = language;
    session.place = {screen, {}};
    if (screen < ScreenId::staff_pin) session.visit = "v";
    session.staff.step = session::StaffStep::open;
  }
  screens::ScreenView view() const {
    using namespace std::chrono;
    const locale::LocalTime now{year{2025} / September / 22, 10h + 15min, 0s};
    return screens::make_screen_view({tests::sample().catalogue, tests::sample().messages, session, now, no_code, model::DayMode::free_visit, nullptr, &staff, nullptr, &storage}, 0);
  }
};

bool says(const base::Phrase& phrase, std::string_view words) { return phrase.text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("that nothing can be saved stands above whatever asks for something and above staff's pages, and nowhere else") {
  for (const auto& [screen, words] : {std::pair(ScreenId::interest_programs, "Nothing can be saved at this screen"), {ScreenId::interest_name, "Nothing can be saved"},
                                      {ScreenId::reception, "Nothing can be saved at this screen"}, {ScreenId::receipt, "Nothing can be saved at this screen"},
                                      {ScreenId::staff_today, "The disk is full: nothing can be saved. Export now"}, {ScreenId::staff_export, "The disk is full"}}) {
    Shown shown(screen);
    CHECK(shown.view().storage_warning.text.empty());
    shown.storage.trouble = model::DiskTrouble::full;
    CHECK(says(shown.view().storage_warning, words));
  }
  for (const ScreenId screen : {ScreenId::home, ScreenId::program_list, ScreenId::staff_pin}) {
    Shown shown(screen);
    shown.storage.trouble = model::DiskTrouble::full;
    CHECK(shown.view().storage_warning.text.empty());
  }
  Shown damaged(ScreenId::staff_desk);
  damaged.storage.damaged = true;
  CHECK(says(damaged.view().storage_warning, "The database is damaged"));
}

TEST_CASE("at unlock staff read what was put aside and which backups hold how many leads, each to be taken over") {
  Shown shown(ScreenId::staff_today);
  CHECK(std::get<screens::StaffTodayView>(shown.view().body).sections.empty());
  shown.storage.begun_anew = true;
  shown.storage.backups_fail = true;
  const base::WallTime morning = base::WallTime(std::chrono::seconds(1758532500));
  shown.staff.lost = {false, {"kiosk.db.set-aside-5"}, {{"kiosk-20250922-091500.db", morning, 61, 58}, {"kiosk-20250921-091500.db", morning - 24h, 2, 1}}};
  const auto view = std::get<screens::StaffTodayView>(shown.view().body);
  REQUIRE(view.sections.size() == 1);
  const screens::StaffSection& section = view.sections.front();
  CHECK(says(section.line, "a new one was begun"));
  CHECK(says(section.line, "kiosk.db.set-aside-5"));
  CHECK(says(section.line, "No backup can be made"));
  REQUIRE(section.options.size() == 2);
  CHECK(says(section.options[0].label, "10:15"));
  CHECK(says(section.options[0].label, "61 entries, 58 missing here"));
  CHECK(says(section.options[1].label, "Sunday 21 September 2025"));
  CHECK(std::get<session::intent::TakeOver>(section.options[0].intent).backup == "kiosk-20250922-091500.db");
}

TEST_CASE("a damaged database without a backup can be put aside for a new one") {
  Shown shown(ScreenId::staff_today);
  shown.staff.lost.damaged = true;
  const auto view = std::get<screens::StaffTodayView>(shown.view().body);
  REQUIRE(view.sections.size() == 1);
  REQUIRE(view.sections.front().options.size() == 1);
  CHECK(std::get<session::intent::TakeOver>(view.sections.front().options.front().intent).backup.empty());
}

TEST_CASE("the day is put off by six hours in all; what would be more is not offered, and that is said") {
  Shown shown(ScreenId::staff_day);
  const auto offered = [&] {
    int count = 0;
    const auto page = std::get<screens::StaffPageView>(shown.view().body);
    for (const screens::StaffOption& option : page.sections.front().options) count += option.id.starts_with("staff.day.later.") && option.enabled ? 1 : 0;
    return count;
  };
  const auto limit_is_said = [&] { return says(std::get<screens::StaffPageView>(shown.view().body).sections.front().line, "six hours"); };
  shown.staff.day.shifts = {{10h, 330min}};
  CHECK(offered() == 4);
  CHECK_FALSE(limit_is_said());
  shown.staff.day.shifts = {{10h, 350min}};
  CHECK(offered() == 2);
  CHECK(limit_is_said());
}

TEST_CASE("a record says when it was left and who consented") {
  Shown shown(ScreenId::staff_family);
  shown.session.staff.desk.state = session::DeskState::open;
  model::Lead lead;
  lead.at = base::WallTime(std::chrono::seconds(1758532500));
  lead.role = model::ContactRole::guardian;
  shown.staff.family = lead;
  std::string all;
  const auto page = std::get<screens::StaffPageView>(shown.view().body);
  for (const screens::StaffSection& section : page.sections) {
    for (const base::Phrase& line : section.private_lines) all += line.text + "\n";
  }
  CHECK(all.find("Monday 22 September 2025") != std::string::npos);
  CHECK(all.find("10:15") != std::string::npos);
  CHECK(all.find("Consent given by") != std::string::npos);
  CHECK(all.find("Parent or guardian") != std::string::npos);
}

TEST_CASE("a field that is nearly full says how many letters still fit, a full one what to do") {
  Shown shown(ScreenId::staff_answer);
  shown.session.form.focus = session::Field::answer;
  const auto room = [&](std::size_t letters) {
    shown.session.form.input(session::Field::answer).text.clear();
    for (std::size_t i = 0; i < letters; ++i) shown.session.form.input(session::Field::answer).text += "ش";
    return std::get<screens::StaffFormView>(shown.view().body).form.fields.front().room;
  };
  CHECK(room(100).text.empty());
  CHECK(says(room(model::kLongestText - 12), "12 more letters"));
  CHECK(says(room(model::kLongestText), "Nothing more fits"));
}

TEST_CASE("seats taken stand among the figures, tour by tour") {
  Shown shown(ScreenId::staff_today);
  shown.staff.statistics.emplace().seats_by_tour = {{tests::sample().catalogue.tours.front().id, 9}};
  const auto view = std::get<screens::StaffTodayView>(shown.view().body);
  CHECK(std::any_of(view.charts.begin(), view.charts.end(), [](const auto& chart) { return chart.id == "staff.chart.tours"; }));
}
