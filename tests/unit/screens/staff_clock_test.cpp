// What staff read of a clock that may be wrong, and the one touch by which they answer.
#include <doctest/doctest.h>

#include <algorithm>

#include "screens/screen_view.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
using base::Language;
using model::PurgeDoubt;
using session::ScreenId;

namespace {

model::QrCode no_staff_code(std::string_view) { return {}; }

template <class T>
T staff_page(ScreenId screen, Language language, const screens::StaffFacts& facts) {
  session::Session session;
  session.language = language;
  session.place = {screen, {}};
  session.staff.step = session::StaffStep::open;
  const locale::LocalTime now{2037y / std::chrono::January / 1, 10h, 0s};
  screens::ViewContext context{tests::sample().catalogue, tests::sample().messages, session, now, no_staff_code};
  context.staff = &facts;
  return std::get<T>(screens::make_screen_view(context, 20).body);
}

screens::StaffFacts asked(PurgeDoubt doubt, int leads = 61) {
  screens::StaffFacts facts;
  const std::chrono::sys_days clock = 2037y / std::chrono::January / 1;
  facts.purge = model::PurgeQuestion{doubt, leads, 0, clock - std::chrono::days(365), clock + 9h};
  return facts;
}

const screens::StaffSection* purge_section(const screens::StaffPageView& page) {
  const auto found = std::find_if(page.sections.begin(), page.sections.end(), [](const auto& one) { return one.id == "staff.kiosk.purge"; });
  return found == page.sections.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("staff read at unlock that something old waits for them and why, in their language") {
  const auto warnings = [](Language language, const screens::StaffFacts& facts) {
    const auto page = staff_page<screens::StaffTodayView>(ScreenId::staff_today, language, facts);
    std::string text;
    for (const base::Phrase& one : page.warnings) text += one.text + "\n";
    return text;
  };
  CHECK(warnings(Language::english, asked(PurgeDoubt::clock_leapt)).find("weeks after the kiosk last ran") != std::string::npos);
  CHECK(warnings(Language::english, asked(PurgeDoubt::clock_leapt)).find("1 January 2037") != std::string::npos);
  CHECK(warnings(Language::french, asked(PurgeDoubt::event_day)).find("le jour même de l’événement") != std::string::npos);
  CHECK(warnings(Language::arabic, asked(PurgeDoubt::most_rows)).find("معظم ما هو محفوظ") != std::string::npos);
  CHECK(warnings(Language::english, {}).find("Kiosk") == std::string::npos);
}

TEST_CASE("one touch on the kiosk's page answers; a clock alone is vouched for, and without a question there is none") {
  const auto page = staff_page<screens::StaffPageView>(ScreenId::staff_kiosk, Language::english, asked(PurgeDoubt::event_day));
  const screens::StaffSection* section = purge_section(page);
  REQUIRE(section != nullptr);
  CHECK(section->line.text.find("61 contacts") != std::string::npos);
  REQUIRE(section->options.size() == 1);
  CHECK(section->options.front().label.text == "Right: delete them");
  CHECK(std::holds_alternative<session::intent::ConfirmPurge>(section->options.front().intent));
  const auto clock = staff_page<screens::StaffPageView>(ScreenId::staff_kiosk, Language::english, asked(PurgeDoubt::clock_before_program, 0));
  REQUIRE(purge_section(clock) != nullptr);
  CHECK(purge_section(clock)->options.front().label.text == "The clock is right");
  CHECK(purge_section(staff_page<screens::StaffPageView>(ScreenId::staff_kiosk, Language::english, {})) == nullptr);
}
