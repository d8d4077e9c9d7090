// The staff pages: behind a PIN, closing by themselves, nothing left of them; exports and the day are asked of the world.
#include <doctest/doctest.h>

#include "session/session.h"
#include "unit/session/driver.h"

using namespace kiosk;
using namespace std::chrono_literals;
using session::ExportStep;
using session::PinProblem;
using session::ScreenId;
using session::Session;
using session::StaffIntent;
using session::StaffStep;
namespace intent = session::intent;
namespace effect = session::effect;

namespace {

struct Desk : tests::Driver {
  Desk& enters(std::string_view pin) {
    for (const char digit : pin) does(StaffIntent(intent::PinDigit{digit}));
    does(StaffIntent(intent::PinEnter{}));
    return *this;
  }
  Desk& opens() {
    does(intent::OpenStaff{}).does(StaffIntent(intent::PinKnown{intent::PinSetting::set}));
    enters("280764").does(StaffIntent(intent::PinJudged{intent::PinVerdict::right, 0}));
    return *this;
  }
};

}  // namespace

TEST_CASE("holding the logo ends the visit that goes on and asks whether a PIN is set") {
  Desk desk;
  desk.does(intent::Begin{base::Language::french, "key"}).does(intent::OpenStaff{});
  CHECK(desk.session.visit.empty());
  CHECK(desk.session.place.screen == ScreenId::staff_pin);
  CHECK(desk.session.language == base::Language::french);
  CHECK(desk.effect<effect::AskPin>() != nullptr);
}

TEST_CASE("the right PIN opens the figures; a wrong one says so and is wiped") {
  Desk desk;
  desk.does(intent::OpenStaff{}).does(StaffIntent(intent::PinKnown{intent::PinSetting::set}));
  desk.enters("111222");
  REQUIRE(desk.effect<effect::TryPin>() != nullptr);
  CHECK(desk.effect<effect::TryPin>()->pin == "111222");
  CHECK(desk.session.staff.digits.empty());
  desk.does(StaffIntent(intent::PinJudged{intent::PinVerdict::wrong, 0}));
  CHECK(desk.session.staff.problem == PinProblem::wrong);
  CHECK(desk.session.place.screen == ScreenId::staff_pin);
  desk.enters("280764").does(StaffIntent(intent::PinJudged{intent::PinVerdict::right, 0}));
  CHECK(desk.session.place.screen == ScreenId::staff_today);
  CHECK(desk.effect<effect::ReadStatistics>() != nullptr);
}

TEST_CASE("the first PIN is typed twice; what differs is chosen again, what is weak at once, with the reason") {
  Desk desk;
  desk.catalogue.event.date = std::chrono::year(2025) / 9 / 22;
  desk.does(intent::OpenStaff{}).does(StaffIntent(intent::PinKnown{intent::PinSetting::offered}));
  desk.enters("280764").enters("280765");
  CHECK(desk.session.staff.problem == PinProblem::different);
  CHECK(desk.session.staff.step == StaffStep::choose);
  for (const auto& [pin, weakness] : {std::pair("112233", model::PinWeakness::repeats), std::pair("123456", model::PinWeakness::counts),
                                      std::pair("280082", model::PinWeakness::mirrored), std::pair("220925", model::PinWeakness::date)}) {
    desk.enters(pin);
    CHECK(desk.session.staff.problem == PinProblem::weak);
    CHECK(desk.session.staff.weakness == weakness);
    CHECK(desk.session.staff.step == StaffStep::choose);
    CHECK(desk.effects.empty());
  }
  desk.enters("280764").enters("280764");
  REQUIRE(desk.effect<effect::SetFirstPin>() != nullptr);
  desk.does(StaffIntent(intent::PinJudged{intent::PinVerdict::right, 0}));
  CHECK(desk.session.place.screen == ScreenId::staff_today);
}

TEST_CASE("a backup is taken over once at a time, the figures are counted anew, and the pages stay open meanwhile") {
  Desk desk;
  desk.opens().does(StaffIntent(intent::TakeOver{"kiosk-20250922-091500.db"}));
  REQUIRE(desk.effect<effect::TakeOver>() != nullptr);
  CHECK(desk.effect<effect::TakeOver>()->backup == "kiosk-20250922-091500.db");
  CHECK_FALSE(session::next_deadline(desk.session, desk.now).has_value());
  desk.does(StaffIntent(intent::TakeOver{"kiosk-20250922-091500.db"}));
  CHECK(desk.effects.empty());
  desk.does(StaffIntent(intent::TakenOver{true, 58}));
  CHECK(desk.session.staff.taking_over == session::TakingOver::done);
  CHECK(desk.session.staff.taken_over == 58);
  CHECK(desk.effect<effect::ReadStatistics>() != nullptr);
  desk.does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_day}));
  CHECK(desk.session.staff.taking_over == session::TakingOver::no);
}

TEST_CASE("without a PIN and an operator's offer nothing can be typed") {
  Desk desk;
  desk.does(intent::OpenStaff{}).does(StaffIntent(intent::PinKnown{intent::PinSetting::missing}));
  CHECK(desk.session.staff.step == StaffStep::missing);
  desk.enters("280764");
  CHECK(desk.session.staff.digits.empty());
  CHECK(desk.effects.empty());
}

TEST_CASE("a PIN that the disk did not take says so and is chosen again; after the offer nothing can be chosen") {
  Desk desk;
  desk.does(intent::OpenStaff{}).does(StaffIntent(intent::PinKnown{intent::PinSetting::offered}));
  desk.enters("280764").enters("280764").does(StaffIntent(intent::PinNotSet{model::DiskTrouble::full}));
  CHECK(desk.session.staff.step == StaffStep::choose);
  CHECK(desk.session.staff.problem == PinProblem::not_written);
  CHECK(desk.session.staff.trouble == model::DiskTrouble::full);
  desk.enters("280764").enters("280764").does(StaffIntent(intent::PinNotSet{model::DiskTrouble::none}));
  CHECK(desk.session.staff.step == StaffStep::missing);
}

TEST_CASE("five digits are no PIN, thirteen are not taken") {
  Desk desk;
  desk.does(intent::OpenStaff{}).does(StaffIntent(intent::PinKnown{intent::PinSetting::set}));
  desk.enters("28076");
  CHECK(desk.effect<effect::TryPin>() == nullptr);
  for (int i = 0; i < 20; ++i) desk.does(StaffIntent(intent::PinDigit{'7'}));
  CHECK(desk.session.staff.digits.size() == 12);
}

TEST_CASE("without the PIN no page opens and nothing can be asked") {
  Desk desk;
  desk.does(intent::OpenStaff{}).does(StaffIntent(intent::PinKnown{intent::PinSetting::set}));
  for (const StaffIntent& wanted : {StaffIntent(intent::OpenStaffPage{ScreenId::staff_export}), StaffIntent(intent::WriteExport{"/media/x"}),
                                    StaffIntent(intent::ShiftDay{20min}), StaffIntent(intent::QuitKiosk{}), StaffIntent(intent::ReloadContent{}), StaffIntent(intent::ConfirmPurge{})}) {
    desk.does(wanted);
    CHECK(desk.effects.empty());
    CHECK(desk.session.place.screen == ScreenId::staff_pin);
  }
  // Nor by the visitors' way.
  Desk visitor;
  visitor.does(intent::Begin{base::Language::arabic, "key"}).does(intent::Open{ScreenId::staff_today, {}});
  CHECK(visitor.session.place.screen == ScreenId::home);
}

TEST_CASE("the pages close by themselves after a minute, but not while an export is written") {
  Desk desk;
  desk.opens().does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_export})).does(StaffIntent(intent::WriteExport{"/media/x"}));
  REQUIRE(desk.effect<effect::WriteExport>() != nullptr);
  CHECK(desk.effect<effect::WriteExport>()->order.folder == "/media/x");
  CHECK_FALSE(session::next_deadline(desk.session, desk.now).has_value());
  desk.now += 90s;
  desk.does(intent::Tick{});
  CHECK(desk.session.staff.exporting.step == ExportStep::writing);
  desk.does(StaffIntent(intent::ExportWritten{61, "leads.xlsx"})).does(intent::Tick{});
  CHECK(desk.session.place.screen == ScreenId::attract);
  CHECK(desk.session == [&] {
    Session fresh;
    fresh.last_touch = desk.now;
    return fresh;
  }());
  CHECK(desk.effect<effect::StaffLeft>() != nullptr);
}

TEST_CASE("while an export is written nothing else is chosen; afterwards the next choice begins another") {
  Desk desk;
  desk.opens().does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_export})).does(StaffIntent(intent::WriteExport{"/media/x"}));
  desk.does(StaffIntent(intent::ChooseExport{model::ExportWhat::guests})).does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_day}));
  CHECK(desk.session.place.screen == ScreenId::staff_export);
  CHECK(desk.session.staff.exporting.what == model::ExportWhat::leads);
  desk.does(StaffIntent(intent::ExportFailed{model::ExportProblem::full}));
  CHECK(desk.session.staff.exporting.problem == model::ExportProblem::full);
  desk.does(StaffIntent(intent::ChooseExport{model::ExportWhat::guests}));
  CHECK(desk.session.staff.exporting.step == ExportStep::choosing);
  CHECK(desk.session.staff.exporting.what == model::ExportWhat::guests);
}

TEST_CASE("that the stick may be taken out is said until the sticks change; a failure stays until the next touch") {
  Desk desk;
  desk.opens().does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_export})).does(StaffIntent(intent::WriteExport{"/media/x"}));
  desk.does(StaffIntent(intent::SticksChanged{}));
  CHECK(desk.session.staff.exporting.step == ExportStep::writing);
  desk.does(StaffIntent(intent::ExportWritten{1, "a.xlsx"}));
  CHECK(desk.session.staff.exporting.step == ExportStep::written);
  desk.does(StaffIntent(intent::SticksChanged{}));
  CHECK(desk.session.staff.exporting.step == ExportStep::choosing);
  desk.does(StaffIntent(intent::WriteExport{"/media/x"})).does(StaffIntent(intent::ExportFailed{model::ExportProblem::gone}));
  desk.does(StaffIntent(intent::SticksChanged{}));
  CHECK(desk.session.staff.exporting.problem == model::ExportProblem::gone);
}

TEST_CASE("the day is changed on its own page only, and staff learn when it could not be written down") {
  Desk desk;
  desk.opens().does(StaffIntent(intent::ShiftDay{20min}));
  CHECK(desk.effects.empty());
  desk.does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_day})).does(StaffIntent(intent::ShiftDay{20min}));
  REQUIRE(desk.effect<effect::ShiftDay>() != nullptr);
  desk.does(StaffIntent(intent::DayKept{false}));
  CHECK(desk.session.staff.day_is_lost_on_restart);
  desk.does(StaffIntent(intent::DayKept{true}));
  CHECK_FALSE(desk.session.staff.day_is_lost_on_restart);
}
