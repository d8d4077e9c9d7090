// The counsellor's desk: a family by its code or from the list, its notes, its correction, its erasure; all behind the PIN.
#include <doctest/doctest.h>

#include "model/receipt.h"
#include "unit/session/driver.h"

using namespace kiosk;
using namespace std::chrono_literals;
using session::DeskIntent;
using session::DeskState;
using session::Field;
using session::Problem;
using session::ScreenId;
using session::StaffIntent;
namespace intent = session::intent;
namespace effect = session::effect;

namespace {

const std::string kCode = model::make_receipt({1, 2, 3, 4, 5, 6});

struct Counsellor : tests::Driver {
  Counsellor() {
    session.place = {ScreenId::staff_today, {}};
    session.staff.step = session::StaffStep::open;
  }
  Counsellor& says(const DeskIntent& what) {
    does(StaffIntent(what));
    return *this;
  }
  Counsellor& opens_family(model::DeskNotes notes = {}) { return says(intent::OpenFamily{kCode}).says(intent::FamilyRead{kCode, intent::FamilyFound::found, std::move(notes)}); }
};

}  // namespace

TEST_CASE("a receipt code opens the family's record") {
  Counsellor desk;
  desk.does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_desk}));
  CHECK(desk.effect<effect::ReadDesk>() != nullptr);
  desk.does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_code})).types(model::show_receipt(kCode)).next();
  CHECK(desk.screen() == ScreenId::staff_family);
  REQUIRE(desk.effect<effect::ReadFamily>() != nullptr);
  CHECK(desk.effect<effect::ReadFamily>()->receipt == kCode);
  CHECK_FALSE(desk.session.form.any_typed());
  desk.says(intent::FamilyRead{kCode, intent::FamilyFound::found, {}});
  CHECK(desk.session.staff.desk.state == DeskState::open);
}

TEST_CASE("a code that is none says so and opens nothing; one that is gone says that") {
  Counsellor desk;
  desk.does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_code})).types("ABCDEFG").next();
  CHECK(desk.session.form.problem(Field::receipt) == Problem::receipt_wrong);
  CHECK(desk.effect<effect::ReadFamily>() == nullptr);
  desk.says(intent::OpenFamily{kCode}).says(intent::FamilyRead{kCode, intent::FamilyFound::gone, {}});
  CHECK(desk.session.staff.desk.state == DeskState::gone);
}

TEST_CASE("an answer, a day to call and 'answered' are stored one by one without losing the others") {
  Counsellor desk;
  desk.opens_family().says(intent::EditAnswer{});
  CHECK(desk.screen() == ScreenId::staff_answer);
  desk.types("Oui, l’internat ouvre en octobre.").next();
  CHECK(desk.screen() == ScreenId::staff_family);
  REQUIRE(desk.effect<effect::SaveDeskNotes>() != nullptr);
  CHECK(desk.effect<effect::SaveDeskNotes>()->notes.answer == "Oui, l’internat ouvre en octobre.");
  desk.says(intent::DeskWritten{kCode, true});
  CHECK_FALSE(desk.session.form.any_typed());
  CHECK(desk.effect<effect::ReadFamily>() != nullptr);
  desk.says(intent::FamilyRead{kCode, intent::FamilyFound::found, desk.session.staff.desk.notes}).says(intent::ChooseCallBack{std::chrono::year(2025) / 9 / 23});
  const model::DeskNotes notes = desk.effect<effect::SaveDeskNotes>()->notes;
  CHECK(notes.answer == "Oui, l’internat ouvre en octobre.");
  CHECK(notes.call_back_by == std::chrono::year(2025) / 9 / 23);
  desk.says(intent::DeskWritten{kCode, true}).says(intent::FamilyRead{kCode, intent::FamilyFound::found, notes}).says(intent::MarkAnswered{true, base::WallTime(1758532500s)});
  CHECK(desk.effect<effect::SaveDeskNotes>()->notes.answered_at == base::WallTime(1758532500s));
}

TEST_CASE("a correction is judged like the form: the number is stored in one form") {
  Counsellor desk;
  desk.opens_family().says(intent::EditContact{"Fatima", "06 12", ""}).next();
  CHECK(desk.screen() == ScreenId::staff_contact);
  CHECK(desk.session.form.problem(Field::phone) == Problem::phone_short);
  desk.types(" 34 56 78").next();
  const auto* corrected = desk.effect<effect::CorrectContact>();
  REQUIRE(corrected != nullptr);
  CHECK(corrected->phone == "+212612345678");
  CHECK(corrected->receipt == kCode);
}

TEST_CASE("erasing asks first") {
  Counsellor desk;
  desk.opens_family().says(intent::EraseFamily{});
  CHECK(desk.effect<effect::EraseFamily>() == nullptr);
  desk.says(intent::KeepFamily{}).says(intent::EraseFamily{});
  CHECK(desk.effect<effect::EraseFamily>() == nullptr);
  desk.says(intent::EraseFamily{});
  REQUIRE(desk.effect<effect::EraseFamily>() != nullptr);
  CHECK(desk.effect<effect::EraseFamily>()->receipt == kCode);
}

TEST_CASE("a half-typed answer is kept behind the PIN until it is saved, whatever closed the pages") {
  Counsellor desk;
  desk.opens_family().says(intent::EditAnswer{}).types("Oui, en oct");
  desk.now += 200s;
  desk.does(intent::Tick{});
  CHECK(desk.session.place.screen == session::ScreenId::attract);
  REQUIRE(desk.effect<effect::KeepDraft>() != nullptr);
  CHECK(desk.effect<effect::KeepDraft>()->receipt == kCode);
  CHECK(desk.effect<effect::KeepDraft>()->answer == "Oui, en oct");

  Counsellor later;
  later.says(intent::OpenFamily{kCode}).says(intent::FamilyRead{kCode, intent::FamilyFound::found, {}, "Oui, en oct"}).says(intent::EditAnswer{});
  CHECK(later.session.form.input(Field::answer).text == "Oui, en oct");
  later.types("obre.").next();
  later.says(intent::DeskWritten{kCode, true});
  REQUIRE(later.effect<effect::KeepDraft>() != nullptr);
  CHECK(later.effect<effect::KeepDraft>()->answer.empty());
}

TEST_CASE("the staff pages count down before they close, and a touch keeps them open") {
  Counsellor desk;
  desk.opens_family();
  const auto closes = desk.session.last_touch + session::IdleRules{}.staff_with_family;
  CHECK(session::next_deadline(desk.session, desk.now) == closes - 20s);
  CHECK(session::countdown_seconds(desk.session, closes - 21s) == 0);
  CHECK(session::countdown_seconds(desk.session, closes - 19500ms) == 20);
  CHECK(session::next_deadline(desk.session, closes - 19500ms) == closes - 19s);
  desk.now = closes - 1s;
  desk.does(intent::Touched{});
  CHECK(session::countdown_seconds(desk.session, desk.now) == 0);
}

TEST_CASE("after an erasure the record is said to be erased; one that is not there may have been") {
  Counsellor desk;
  desk.opens_family().says(intent::EraseFamily{}).says(intent::EraseFamily{}).says(intent::DeskWritten{kCode, true});
  desk.says(intent::FamilyRead{kCode, intent::FamilyFound::gone, {}});
  CHECK(desk.session.staff.desk.state == DeskState::erased);
  Counsellor other;
  other.says(intent::OpenFamily{kCode}).says(intent::FamilyRead{kCode, intent::FamilyFound::gone, {}});
  CHECK(other.session.staff.desk.state == DeskState::gone);
}

TEST_CASE("what could not be written says so, and the next touch tries again") {
  Counsellor desk;
  desk.opens_family().says(intent::ChooseCallBack{std::chrono::year(2025) / 9 / 23}).says(intent::DeskWritten{kCode, false});
  CHECK(desk.session.staff.desk.state == DeskState::not_written);
  desk.says(intent::ChooseCallBack{std::chrono::year(2025) / 9 / 23});
  CHECK(desk.effect<effect::SaveDeskNotes>() != nullptr);
}

TEST_CASE("a correction that could not be written stands in its form again") {
  Counsellor desk;
  desk.opens_family().says(intent::EditContact{"", "", ""}).types("Fatima").does(intent::FocusField{Field::phone, std::nullopt}).types("0612345678").next();
  desk.says(intent::DeskWritten{kCode, false}).says(intent::EditContact{"", "", ""});
  CHECK(desk.session.form.input(Field::name).text == "Fatima");
  CHECK(desk.session.form.input(Field::phone).text == "0612345678");
}

TEST_CASE("while a change is being written no other page opens, and the answer of another family changes nothing") {
  Counsellor desk;
  desk.opens_family().says(intent::MarkAnswered{true, {}});
  desk.does(StaffIntent(intent::OpenStaffPage{ScreenId::staff_desk}));
  CHECK(desk.screen() == ScreenId::staff_family);
  desk.says(intent::DeskWritten{"2222222", true});
  CHECK(desk.session.staff.desk.state == DeskState::writing);
  desk.says(intent::DeskWritten{kCode, true}).says(intent::FamilyRead{"2222222", intent::FamilyFound::found, {}});
  CHECK(desk.session.staff.desk.state == DeskState::reading);
}

TEST_CASE("a record that cannot be read says so") {
  Counsellor desk;
  desk.says(intent::OpenFamily{kCode}).says(intent::FamilyRead{kCode, intent::FamilyFound::unreadable, {}});
  CHECK(desk.session.staff.desk.state == DeskState::unreadable);
}

TEST_CASE("a record stays open for a minute and a half without a touch, and leaving forgets it") {
  Counsellor desk;
  desk.session.last_touch = desk.now;
  desk.opens_family({{}, "answer", {}});
  desk.now += 89s;
  desk.does(intent::Tick{});
  CHECK(desk.screen() == ScreenId::staff_family);
  desk.now += 1s;
  desk.does(intent::Tick{});
  CHECK(desk.screen() == ScreenId::attract);
  CHECK(desk.session.staff == session::Staff{});
}

TEST_CASE("without the PIN nothing opens") {
  tests::Driver stranger;
  stranger.does(intent::OpenStaff{}).does(StaffIntent(DeskIntent(intent::OpenFamily{kCode})));
  CHECK(stranger.effect<effect::ReadFamily>() == nullptr);
  CHECK(stranger.screen() == ScreenId::staff_pin);
}
