// After saving: what the fast path left out is asked on the same lead, each screen may be left out, and what was told is stored with each step.
#include <doctest/doctest.h>

#include "session/details.h"
#include "unit/session/driver.h"

using namespace kiosk;
using model::ContactRole;
using model::LeadKind;
using session::DetailsIntent;
using session::Field;
using session::SaveState;
using session::ScreenId;
using session::intent::Detail;
namespace intent = session::intent;
namespace effect = session::effect;

namespace {

// At the thanks, with a heart on zellige.
struct Saved : tests::Driver {
  explicit Saved(ContactRole role, LeadKind kind = LeadKind::family) {
    catalogue = tests::catalogue_with_notice();
    does(intent::Begin{base::Language::french, "visit"}).does(intent::ToggleHeart{session::HeartKind::program, "zellige"});
    does(intent::Open{ScreenId::interest_programs, {}}).next().does(intent::ChooseRole{role, "lead", kind});
    types("Fatima").next().types("0612345678").next().does(intent::ToggleConsent{0}).next().does(intent::LeadSaved{"lead", "K7M4QXZ"});
    CHECK(screen() == ScreenId::thanks);
  }
  Saved& says(const DetailsIntent& what) {
    does(what);
    return *this;
  }
  Saved& skips() { return says(intent::SkipDetails{}); }
  Saved& chooses(Detail detail, const std::string& id) { return says(intent::ChooseDetail{detail, id}); }
  const model::LeadDetails* stored() const {
    const auto* save = effect<effect::SaveDetails>();
    return save == nullptr ? nullptr : &save->details;
  }
};

}  // namespace

TEST_CASE("leaving in the middle of a child asks first; what is stored stays, and a child that is told is no reason to ask") {
  Saved parent(ContactRole::guardian);
  parent.says(intent::TellMore{}).says(intent::AddChild{}).types("Salma").next().does(intent::Done{});
  CHECK(parent.session.sheet == session::Sheet::leave);
  parent.does(intent::CloseSheet{}).does(intent::Back{}).does(intent::Back{});
  CHECK(parent.screen() == ScreenId::interest_children);
  parent.does(intent::Done{});
  CHECK(parent.screen() == ScreenId::attract);
}

TEST_CASE("a parent of three tells of each child, and every child is stored when its last question is answered") {
  Saved parent(ContactRole::guardian);
  parent.says(intent::TellMore{});
  CHECK(parent.screen() == ScreenId::interest_children);
  for (const char* name : {"Salma", "Yassine", "Amina"}) {
    parent.says(intent::AddChild{});
    CHECK(parent.screen() == ScreenId::interest_child_name);
    parent.types(name).next();
    CHECK(parent.stored() == nullptr);  // half a child is nothing
    parent.chooses(Detail::child_age, "12-14").chooses(Detail::child_school, "middle-3").says(intent::ToggleChildProgram{"pottery"}).next();
    CHECK(parent.screen() == ScreenId::interest_children);
    REQUIRE(parent.stored() != nullptr);
    CHECK(parent.stored()->children.back() == model::Child{name, "12-14", "middle-3", {"zellige", "pottery"}});
  }
  CHECK(parent.stored()->children.size() == 3);
  CHECK(parent.effect<effect::SaveDetails>()->key == "lead");
  CHECK_FALSE(parent.session.form.any_typed());
  // Back from the list is the thanks, whatever was told in between.
  parent.does(intent::Back{});
  CHECK(parent.screen() == ScreenId::thanks);
}

TEST_CASE("a child is corrected or taken away again") {
  Saved parent(ContactRole::guardian);
  parent.says(intent::TellMore{}).says(intent::AddChild{}).types("Selma").next();
  parent.skips().skips().next();
  parent.says(intent::EditChild{0});
  CHECK(parent.session.form.input(Field::first_name).text == "Selma");
  for (int i = 0; i < 5; ++i) parent.does(intent::DeleteBackward{});
  parent.types("Salma").next();
  parent.skips().skips().next();
  REQUIRE(parent.session.interest.details.children.size() == 1);
  CHECK(parent.session.interest.details.children.front().first_name == "Salma");
  parent.says(intent::RemoveChild{0});
  REQUIRE(parent.stored() != nullptr);
  CHECK(parent.stored()->children.empty());
}

TEST_CASE("a child that was only begun is no child") {
  Saved parent(ContactRole::guardian);
  parent.says(intent::TellMore{}).says(intent::AddChild{}).types("Sal").does(intent::Back{});
  CHECK(parent.screen() == ScreenId::interest_children);
  CHECK(parent.session.interest.details.children.empty());
  parent.says(intent::AddChild{});
  CHECK(parent.session.form.input(Field::first_name).text.empty());
}

TEST_CASE("every question may be skipped, and then nothing but the lead is stored") {
  for (const ContactRole role : {ContactRole::adult, ContactRole::guardian}) {
    for (const LeadKind kind : {LeadKind::family, LeadKind::professional}) {
      Saved visitor(role, kind);
      visitor.says(intent::TellMore{});
      int asked = 0;
      while (visitor.screen() != ScreenId::thanks && asked < 20) {
        CHECK(session::asks_details(visitor.screen()));
        // Where a text is asked, going on with nothing typed is the way to skip.
        if (session::fields_on_screen(visitor.session).empty()) {
          visitor.skips();
        } else {
          visitor.next();
        }
        CHECK(visitor.stored() == nullptr);
        ++asked;
      }
      CHECK(visitor.session.interest.details_save == SaveState::editing);
      CHECK(asked >= 5);
      CHECK(visitor.session.interest.details == model::LeadDetails{});
    }
  }
}

TEST_CASE("an adult tells the school year, how to be answered, where, and what about") {
  Saved adult(ContactRole::adult);
  adult.says(intent::TellMore{}).chooses(Detail::school_year, "middle-3");
  CHECK(adult.screen() == ScreenId::interest_reach);
  adult.chooses(Detail::reply_language, "shi").chooses(Detail::reach_by, "call").chooses(Detail::reach_by, "whatsapp").chooses(Detail::reach_when, "evening");
  adult.next();
  adult.chooses(Detail::institute, "agadir").says(intent::ToggleTopic{"cost"}).next();
  adult.types("Et le logement ?").next();
  CHECK(adult.screen() == ScreenId::thanks);
  REQUIRE(adult.stored() != nullptr);
  model::LeadDetails told;
  told.school_year = "middle-3";
  told.reply_language = "shi";
  told.reach_by = "whatsapp";
  told.reach_when = "evening";
  told.institute = "agadir";
  told.topics = {"cost"};
  told.question = "Et le logement ?";
  CHECK(*adult.stored() == told);
}

TEST_CASE("a cooperative tells what it offers, and is asked for places only where it takes people") {
  Saved cooperative(ContactRole::adult, LeadKind::professional);
  cooperative.says(intent::TellMore{}).chooses(Detail::trade, "cooperative").types("Tifawin").next();
  CHECK(cooperative.screen() == ScreenId::interest_offers);
  cooperative.says(intent::ToggleOffer{"partnership"}).next();
  CHECK(cooperative.screen() == ScreenId::interest_reach);
  cooperative.does(intent::Back{});
  cooperative.says(intent::ToggleOffer{"internship"}).next();
  CHECK(cooperative.screen() == ScreenId::interest_places);
  cooperative.says(intent::ChoosePlaces{3});
  REQUIRE(cooperative.stored() != nullptr);
  CHECK(cooperative.stored()->offers == std::vector<std::string>{"partnership", "internship"});
  CHECK(cooperative.stored()->places == 3);
  CHECK(cooperative.stored()->organisation == "Tifawin");
}

TEST_CASE("back shows what was told, and going on again keeps it") {
  Saved cooperative(ContactRole::adult, LeadKind::professional);
  cooperative.says(intent::TellMore{}).skips().types("Tifawin").next().does(intent::Back{});
  CHECK(cooperative.session.form.input(Field::organisation).text == "Tifawin");
  cooperative.next();
  CHECK(cooperative.session.interest.details.organisation == "Tifawin");
}

TEST_CASE("what is taken back is taken back in the database too") {
  Saved adult(ContactRole::adult);
  adult.says(intent::TellMore{}).skips().chooses(Detail::reach_by, "call").next();
  REQUIRE(adult.stored() != nullptr);
  adult.does(intent::Back{});
  adult.chooses(Detail::reach_by, "call").skips();
  REQUIRE(adult.stored() != nullptr);
  CHECK(adult.stored()->reach_by.empty());
}

TEST_CASE("of several answers on their way the last one counts: it holds everything") {
  Saved adult(ContactRole::adult);
  adult.says(intent::TellMore{}).chooses(Detail::school_year, "middle-3").chooses(Detail::reach_by, "call").next();
  adult.says(intent::DetailsSaved{"lead"});
  CHECK(adult.session.interest.details_save == SaveState::saving);
  adult.says(intent::DetailsNotSaved{"lead"});
  CHECK(adult.session.interest.details_save == SaveState::failed);
}

TEST_CASE("answers that could not be stored are kept and handed in again") {
  Saved adult(ContactRole::adult);
  adult.says(intent::TellMore{}).chooses(Detail::school_year, "middle-3").says(intent::DetailsNotSaved{"lead"});
  CHECK(adult.session.interest.details_save == SaveState::failed);
  adult.says(intent::RetryDetails{});
  REQUIRE(adult.stored() != nullptr);
  CHECK(adult.stored()->school_year == "middle-3");
  adult.says(intent::DetailsSaved{"lead"});
  CHECK(adult.session.interest.details_save == SaveState::saved);
}

TEST_CASE("before the lead is saved nothing of it is asked, and what the content does not have is no answer") {
  tests::Driver early;
  early.catalogue = tests::catalogue_with_notice();
  early.does(intent::Begin{base::Language::french, "visit"}).does(DetailsIntent(intent::TellMore{}));
  CHECK(early.screen() == ScreenId::home);
  Saved adult(ContactRole::adult);
  adult.says(intent::TellMore{}).chooses(Detail::school_year, "university");
  CHECK(adult.screen() == ScreenId::interest_level);
  CHECK(adult.stored() == nullptr);
}

TEST_CASE("other content takes answers away that it no longer has") {
  Saved adult(ContactRole::adult);
  adult.says(intent::TellMore{}).chooses(Detail::school_year, "middle-3");
  adult.catalogue.school_years.pop_back();
  adult.does(intent::ContentChanged{base::Language::french, false});
  CHECK(adult.session.interest.details.school_year.empty());
}

TEST_CASE("nothing of what was told outlives the visit") {
  Saved parent(ContactRole::guardian);
  parent.says(intent::TellMore{}).says(intent::AddChild{}).types("Salma").does(intent::Done{true});
  session::Session fresh;
  fresh.last_touch = parent.now;
  CHECK(parent.session == fresh);
}
