// The interest form: who leaves it, what is asked, what is refused and why; handed in once, kept when it could not be saved, gone with the visit.
#include <doctest/doctest.h>

#include "session/forms.h"
#include "session/session.h"
#include "unit/session/driver.h"

using namespace kiosk;
using namespace std::chrono_literals;
using session::Field;
using session::Problem;
using session::SaveState;
using session::ScreenId;
using session::Session;
using session::Sheet;
namespace intent = session::intent;
namespace effect = session::effect;

namespace {

struct Family : tests::Driver {
  Family() {
    catalogue = tests::catalogue_with_notice();
    does(intent::Begin{base::Language::arabic, "visit"});
  }
  Family& at_who() {
    does(intent::ToggleHeart{session::HeartKind::program, "zellige"}).does(intent::Open{ScreenId::interest_programs, {}}).next();
    return *this;
  }
  Family& at_consent() {
    at_who().does(intent::ChooseRole{model::ContactRole::guardian, "lead"}).types("فاطمة").next().types("0612345678").next();
    return *this;
  }
  const model::Lead* handed_in() const {
    const auto* save = effect<effect::SaveLead>();
    return save == nullptr ? nullptr : &save->lead;
  }
};

}  // namespace

TEST_CASE("six screens lead to the thanks, and the lead holds what was said on them") {
  Family family;
  family.at_consent();
  CHECK(family.screen() == ScreenId::interest_consent);
  family.does(intent::ToggleConsent{0}).next();
  const model::Lead* lead = family.handed_in();
  REQUIRE(lead != nullptr);
  CHECK(lead->key == "lead");
  CHECK(lead->role == model::ContactRole::guardian);
  CHECK(lead->name == "فاطمة");
  CHECK(lead->phone == "+212612345678");
  CHECK(lead->programs == std::vector<std::string>{"zellige"});
  CHECK(lead->consents.front() == model::Consent{"information", true});
  CHECK_FALSE(lead->consents[1].given);
  CHECK(lead->notice_version == "2025-09");
  CHECK(lead->notice_text == "نص\nنص\nنص\nنص\nنص\nنص\nنص");
  CHECK(family.session.interest.save == SaveState::saving);
  family.does(intent::LeadSaved{"lead", "K7M4QXZ"});
  CHECK(family.screen() == ScreenId::thanks);
  CHECK_FALSE(family.session.form.any_typed());
}

TEST_CASE("nothing is ticked beforehand, and without the consent that an answer needs nothing is handed in") {
  Family family;
  family.at_consent();
  for (const bool given : family.session.interest.consents) CHECK_FALSE(given);
  family.next();
  CHECK(family.handed_in() == nullptr);
  CHECK(family.session.interest.consent_missing);
  family.does(intent::ToggleConsent{2}).next();  // the newsletter alone is no reason to keep a phone number
  CHECK(family.handed_in() == nullptr);
  family.does(intent::ToggleConsent{0});
  CHECK_FALSE(family.session.interest.consent_missing);
}

TEST_CASE("without a complete notice of law 09-08 no form begins") {
  Family family;
  family.catalogue.notice.retention = {};
  family.at_who();
  CHECK(family.screen() == ScreenId::interest_programs);
}

TEST_CASE("a notice that loses an item while the form is open stops the form before anything is kept") {
  Family family;
  family.at_consent();
  family.catalogue.notice.rights = {};
  family.does(intent::ContentChanged{base::Language::arabic, true}).does(intent::ToggleConsent{0}).next();
  CHECK(family.handed_in() == nullptr);
  CHECK(family.screen() == ScreenId::interest_programs);
}

TEST_CASE("a minor alone comes to the page that sends for the guardian, and nothing typed stays") {
  Family family;
  family.at_who().does(intent::ChooseRole{model::ContactRole::adult, "lead"}).types("Sami").does(intent::Back{}).does(intent::ComeBackWithGuardian{});
  CHECK(family.screen() == ScreenId::interest_minor);
  CHECK_FALSE(family.session.form.any_typed());
}

TEST_CASE("each answer that cannot be taken says why, and the keyboard goes there") {
  Family family;
  family.at_who().does(intent::ChooseRole{model::ContactRole::adult, "lead"}).next();
  CHECK(family.session.form.problem(Field::name) == Problem::name_missing);
  family.types("9").next();
  CHECK(family.session.form.problem(Field::name) == Problem::name_letters);
  family.does(intent::DeleteBackward{}).types("Aïcha").next();
  REQUIRE(family.screen() == ScreenId::interest_contact);
  family.next();
  CHECK(family.session.form.problem(Field::phone) == Problem::contact_missing);
  family.types("06 12").next();
  CHECK(family.session.form.problem(Field::phone) == Problem::phone_short);
  for (int i = 0; i < 5; ++i) family.does(intent::DeleteBackward{});
  family.does(intent::FocusField{Field::email, std::nullopt}).types("aicha@").next();
  CHECK(family.session.form.problem(Field::email) == Problem::email_ending);
  CHECK(family.session.form.focus == Field::email);
  family.types("exemple.ma").next();
  CHECK(family.screen() == ScreenId::interest_consent);
}

TEST_CASE("a field is judged when it is left, not while it is empty and not while it is typed into") {
  Family family;
  family.at_who().does(intent::ChooseRole{model::ContactRole::adult, "lead"}).types("Aïcha").next();
  REQUIRE(family.screen() == ScreenId::interest_contact);
  family.does(intent::FocusField{Field::email, std::nullopt});
  CHECK(family.session.form.problem(Field::phone) == Problem::none);
  family.types("aicha.gmail.com");
  CHECK(family.session.form.problem(Field::email) == Problem::none);
  family.does(intent::FocusField{Field::email, 3});
  CHECK(family.session.form.problem(Field::email) == Problem::none);
  family.does(intent::NextField{});
  CHECK(family.session.form.focus == Field::phone);
  CHECK(family.session.form.problem(Field::email) == Problem::email_at);
  family.types("06 12").does(intent::NextField{});
  CHECK(family.session.form.problem(Field::phone) == Problem::phone_short);
  CHECK(family.session.form.problem(Field::email) == Problem::email_at);
  family.does(intent::TypeText{"@"});
  CHECK(family.session.form.problem(Field::email) == Problem::none);
}

TEST_CASE("selecting in one field, typing over it, and the selection is gone where the field is left") {
  Family family;
  family.at_who().does(intent::ChooseRole{model::ContactRole::adult, "lead"}).types("Aïcha Ben");
  family.does(intent::FocusField{Field::name, 6, 0});
  CHECK(session::selection(family.session.form.input(Field::name)) == locale::TextRange{0, 6});
  family.types("Mina");
  CHECK(family.session.form.input(Field::name).text == "Mina Ben");
  family.does(intent::SelectAll{}).next().does(intent::Back{});
  CHECK_FALSE(family.session.form.input(Field::name).anchor.has_value());
  family.does(intent::SelectAll{}).does(intent::DeleteBackward{});
  CHECK(family.session.form.input(Field::name).text.empty());
}

TEST_CASE("an address typed where a number was missing takes the complaint away") {
  Family family;
  family.at_who().does(intent::ChooseRole{model::ContactRole::adult, "lead"}).types("Aïcha").next().next();
  REQUIRE(family.session.form.problem(Field::phone) == Problem::contact_missing);
  family.does(intent::FocusField{Field::email, std::nullopt}).types("a");
  CHECK(family.session.form.problem(Field::phone) == Problem::none);
}

TEST_CASE("one form of every answer is handed in") {
  Family family;
  family.at_who().does(intent::ChooseRole{model::ContactRole::adult, "lead"}).types("  Ai\u0308cha   مُنى ").next().types("٠٦ 12.34-56 78");
  family.does(intent::FocusField{Field::email, std::nullopt}).types(" Aicha@GMAIL.com ").next();
  REQUIRE(family.screen() == ScreenId::interest_consent);
  family.does(intent::ToggleConsent{0}).next();
  REQUIRE(family.handed_in() != nullptr);
  CHECK(family.handed_in()->name == "Aïcha مُنى");
  CHECK(family.handed_in()->phone == "+212612345678");
  CHECK(family.handed_in()->email == "Aicha@gmail.com");
}

TEST_CASE("nobody leaves an identity card's or a pupil's number where none is asked for") {
  Family family;
  family.at_who().does(intent::ChooseRole{model::ContactRole::adult, "lead"}).types("Aïcha AB123456").next();
  CHECK(family.screen() == ScreenId::interest_name);
  CHECK(family.session.form.problem(Field::name) == Problem::identity_number);
  Family guest;
  guest.does(intent::Open{ScreenId::reception, {}}).does(intent::ChooseGuestKind{model::GuestKind::other, "guest"}).does(intent::EnterDetails{});
  guest.does(intent::FocusField{Field::organisation, std::nullopt}).types("Collège J123456789").next();
  CHECK(guest.session.form.problem(Field::organisation) == Problem::identity_number);
}

TEST_CASE("numbers as people write them are one number") {
  for (const char* typed : {"0612345678", "06 12 34 56 78", "06.12.34.56.78", "+212 6 12 34 56 78", "00212612345678", "٠٦١٢٣٤٥٦٧٨"}) {
    CAPTURE(typed);
    Family family;
    family.at_who().does(intent::ChooseRole{model::ContactRole::adult, "lead"}).types("Aïcha").next().types(typed).next();
    REQUIRE(family.screen() == ScreenId::interest_consent);
    family.does(intent::ToggleConsent{0}).next();
    REQUIRE(family.handed_in() != nullptr);
    CHECK(family.handed_in()->phone == "+212612345678");
  }
}

TEST_CASE("a failed save keeps everything, and the retry is the same lead") {
  Family family;
  family.at_consent().does(intent::ToggleConsent{0}).next().does(intent::LeadNotSaved{"lead"});
  CHECK(family.session.interest.save == SaveState::failed);
  CHECK(family.screen() == ScreenId::interest_consent);
  CHECK(family.session.form.input(Field::name).text == "فاطمة");
  family.next();
  REQUIRE(family.handed_in() != nullptr);
  CHECK(family.handed_in()->key == "lead");
}

TEST_CASE("whoever has gone on is led back when the save fails") {
  Family family;
  family.at_consent().does(intent::ToggleConsent{0}).next().does(intent::Open{ScreenId::home, {}}).does(intent::LeadNotSaved{"lead"});
  CHECK(family.screen() == ScreenId::interest_consent);
  CHECK(family.session.interest.save == SaveState::failed);
}

TEST_CASE("another who consents is asked anew, and so is a notice that changed after a failed save") {
  Family family;
  family.at_consent().does(intent::ToggleConsent{0}).does(intent::Back{}).does(intent::Back{}).does(intent::Back{}).does(intent::ChooseRole{model::ContactRole::adult, "lead"});
  CHECK_FALSE(family.session.interest.consents[0]);
  family.next().next().does(intent::ToggleConsent{0}).next().does(intent::LeadNotSaved{"lead"}).does(intent::ContentChanged{base::Language::arabic, true});
  CHECK_FALSE(family.session.interest.consents[0]);
  CHECK(family.session.interest.save == SaveState::editing);
}

TEST_CASE("a second touch on send while it is being saved hands nothing in again") {
  Family family;
  family.at_consent().does(intent::ToggleConsent{0}).next();
  REQUIRE(family.handed_in() != nullptr);
  family.next();
  CHECK(family.handed_in() == nullptr);
}

TEST_CASE("the language changes in mid-form and nothing typed is lost") {
  Family family;
  family.at_who().does(intent::ChooseRole{model::ContactRole::adult, "lead"}).types("Aïcha");
  const session::Form before = family.session.form;
  family.does(intent::ChooseLanguage{base::Language::french});
  CHECK(family.session.form == before);
  CHECK(family.screen() == ScreenId::interest_name);
}

TEST_CASE("in the form the countdown begins after 90 seconds, runs 20, and then nothing of the family is left") {
  Family family;
  family.at_consent();
  family.now += 89s;
  family.does(intent::Tick{});
  CHECK(family.session.sheet == Sheet::none);
  family.now += 1s;
  family.does(intent::Tick{});
  CHECK(family.session.sheet == Sheet::idle);
  CHECK(session::countdown_seconds(family.session, family.now) == 20);
  family.does(intent::Touched{});
  CHECK(family.session.sheet == Sheet::none);
  CHECK(family.session.form.input(Field::name).text == "فاطمة");
  family.now += 90s;
  family.does(intent::Tick{});
  family.now += 20s;
  family.does(intent::Tick{});
  CHECK(family.screen() == ScreenId::attract);
  CHECK(family.session == [&] {
    Session fresh;
    fresh.last_touch = family.now;
    return fresh;
  }());
}

TEST_CASE("a consent is to the notice that was read: another notice asks anew") {
  Family family;
  family.at_consent().does(intent::ToggleConsent{0}).does(intent::ContentChanged{base::Language::arabic, true});
  CHECK_FALSE(family.session.interest.consents[0]);
}

TEST_CASE("a form is never lost by one touch: \"I'm done\" asks first, and a second touch of it changes nothing") {
  Family family;
  family.at_consent();
  family.does(intent::Done{});
  CHECK(family.session.sheet == Sheet::leave);
  CHECK(family.effect<effect::VisitEnded>() == nullptr);
  family.does(intent::Done{});
  CHECK(family.session.sheet == Sheet::leave);
  CHECK(family.session.form.input(Field::name).text == "فاطمة");
  family.does(intent::CloseSheet{});
  CHECK(family.screen() == ScreenId::interest_consent);
  CHECK(family.session.form.input(Field::name).text == "فاطمة");
  // Wherever else the visitor has gone meanwhile.
  family.does(intent::Open{ScreenId::home, {}}).does(intent::Done{});
  CHECK(family.session.sheet == Sheet::leave);
  family.does(intent::Done{true});
  REQUIRE(family.effect<effect::VisitEnded>() != nullptr);
  CHECK(family.screen() == ScreenId::attract);
  CHECK_FALSE(family.session.form.any_typed());
}

TEST_CASE("nothing is asked where nothing would be lost") {
  Family looking;
  looking.at_who().does(intent::ChooseRole{model::ContactRole::guardian, "lead"}).does(intent::Done{});
  CHECK(looking.screen() == ScreenId::attract);
  Family saved;
  saved.at_consent().does(intent::ToggleConsent{0}).next().does(intent::Done{});
  CHECK(saved.session.sheet == Sheet::leave);  // not on the disk yet
  saved.does(intent::LeadSaved{"lead", "K7M4QXZ"});
  CHECK(saved.session.sheet == Sheet::none);  // the receipt is what is seen now
  CHECK(saved.screen() == ScreenId::thanks);
  saved.does(intent::Done{});
  CHECK(saved.screen() == ScreenId::attract);
}

TEST_CASE("what is being told after saving, at reception or as a receipt code is asked for as well") {
  Family question;
  question.at_consent().does(intent::ToggleConsent{0}).next().does(intent::LeadSaved{"lead", "K7M4QXZ"});
  question.session.place = {ScreenId::interest_question, {}};
  question.session.form.focus = Field::question;
  question.types("?").does(intent::Done{});
  CHECK(question.session.sheet == Sheet::leave);
  Family code;
  code.at_who().does(intent::Open{ScreenId::receipt, {}}).types("K7M").does(intent::Done{});
  CHECK(code.session.sheet == Sheet::leave);
  Family guest;
  guest.at_who().does(intent::Open{ScreenId::reception, {}}).does(intent::ChooseGuestKind{model::GuestKind::press, "guest"}).does(intent::EnterDetails{}).types("Hassan").does(intent::Done{});
  CHECK(guest.session.sheet == Sheet::leave);
  guest.does(intent::CloseSheet{}).next().does(intent::ChoosePartySize{1}).does(intent::GuestSaved{"guest", 4}).does(intent::Done{});
  CHECK(guest.screen() == ScreenId::attract);
}
