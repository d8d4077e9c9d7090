// What happens to a lead after it was saved, on a real file: answers added, asked for by code, noted and corrected by the desk.
#include <doctest/doctest.h>

#include <future>

#include "model/receipt.h"
#include "store/read_leads.h"
#include "store/store.h"
#include "support/process.h"

using namespace kiosk;
using namespace std::chrono_literals;
using model::ReceiptRequest;
using store::ReceiptAnswer;
using store::Store;
using tests::TempFolder;

namespace {

const base::WallTime kMorning = base::WallTime(std::chrono::seconds(1758532500));

std::unique_ptr<Store> open(const TempFolder& folder) {
  auto opened = Store::open({folder.path(), {}});
  REQUIRE(opened.has_value());
  return std::move(*opened);
}

// Waits for the answer of a call that takes a callback last.
template <class Answer, class Call>
Answer answer_of(Call call) {
  std::promise<Answer> told;
  call([&](Answer answer) { told.set_value(std::move(answer)); });
  return told.get_future().get();
}

std::string save(Store& store, const std::string& key) {
  model::Lead lead;
  lead.key = key;
  lead.at = kMorning;
  lead.language = base::Language::french;
  lead.role = model::ContactRole::guardian;
  lead.name = "Fatima";
  lead.phone = "+212612345678";
  lead.programs = {"zellige"};
  lead.consents = {{"information", true}};
  lead.notice_version = "2025-09";
  lead.notice_text = "Responsable\nFinalités";
  return answer_of<base::Result<std::string>>([&](auto done) { store.save_lead(lead, done); }).value();
}

store::ReceiptTried ask(Store& store, const std::string& receipt, ReceiptRequest request, base::WallTime now) {
  return answer_of<base::Result<store::ReceiptTried>>([&](auto done) { store.request_by_receipt(receipt, request, now, done); }).value();
}

bool add(Store& store, const std::string& key, const model::LeadDetails& details) {
  return answer_of<base::Result<bool>>([&](auto done) { store.save_details(key, details, done); }).value();
}

model::Lead only_lead(const TempFolder& folder) {
  const auto leads = store::read_leads(folder.path());
  REQUIRE(leads.has_value());
  REQUIRE(leads->size() == 1);
  return leads->front();
}

}  // namespace

TEST_CASE("three children of one parent and everything else that was told are read back as they were told") {
  const TempFolder folder;
  const auto store = open(folder);
  save(*store, "a");
  model::LeadDetails told;
  told.children = {{"سلمى", "12-14", "middle-2", {"zellige", "pottery"}}, {"Yassine", "", "", {}}, {"", "15-17", "", {"babouche"}}};
  told.reply_language = "shi";
  told.reach_by = "whatsapp";
  told.reach_when = "evening";
  told.institute = "agadir";
  told.topics = {"cost", "boarding"};
  told.question = "Et le logement ?";
  CHECK(add(*store, "a", told));
  CHECK(only_lead(folder).details == told);
}

TEST_CASE("answers are replaced whole: telling again doubles nothing, taking a child away takes it away") {
  const TempFolder folder;
  const auto store = open(folder);
  save(*store, "a");
  model::LeadDetails told;
  told.children = {{"Salma", "", "", {"zellige"}}, {"Yassine", "", "", {"pottery"}}};
  told.offers = {"job"};
  add(*store, "a", told);
  add(*store, "a", told);
  told.children.erase(told.children.begin());
  told.offers.clear();
  add(*store, "a", told);
  CHECK(only_lead(folder).details == told);
}

TEST_CASE("answers to a lead that is not there are refused") {
  const TempFolder folder;
  const auto store = open(folder);
  CHECK_FALSE(add(*store, "nobody", {}));
}

TEST_CASE("the notice is kept as it was shown, once, under its SHA-256, with the consent that refers to it") {
  const TempFolder folder;
  const auto store = open(folder);
  save(*store, "a");
  save(*store, "b");
  const auto leads = store::read_leads(folder.path());
  REQUIRE(leads->size() == 2);
  for (const model::Lead& lead : *leads) {
    CHECK(lead.notice_version == "2025-09");
    // printf 'Responsable\nFinalités' | sha256sum
    CHECK(lead.notice_hash == "51777a91ff198110b79e0939200fac958a3f8ca53c43e291b5864afc5513e872");
    CHECK(lead.at == kMorning);
    CHECK(lead.language == base::Language::french);
    CHECK(lead.role == model::ContactRole::guardian);
  }
  auto database = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READWRITE);
  CHECK(database->number("SELECT count(*) FROM notices").value() == 1);
}

TEST_CASE("a receipt code asks for a call and for erasure, and nothing stored comes back") {
  const TempFolder folder;
  const auto store = open(folder);
  const std::string receipt = save(*store, "a");
  CHECK(ask(*store, receipt, ReceiptRequest::call_back, kMorning + 1h).answer == ReceiptAnswer::noted);
  CHECK(ask(*store, receipt, ReceiptRequest::call_back, kMorning + 2h).answer == ReceiptAnswer::noted);
  CHECK(ask(*store, receipt, ReceiptRequest::erase, kMorning + 3h).answer == ReceiptAnswer::noted);
  CHECK(only_lead(folder).asked_to_call_back == kMorning + 2h);  // whoever asks again waits again
  CHECK(only_lead(folder).asked_to_erase == kMorning + 3h);
}

TEST_CASE("five wrong codes pause it for ten minutes, for the right code too and across a restart") {
  const TempFolder folder;
  std::string receipt;
  {
    const auto store = open(folder);
    receipt = save(*store, "a");
    for (int left = 4; left >= 1; --left) {
      const store::ReceiptTried tried = ask(*store, left % 2 == 0 ? "" : "2222222", ReceiptRequest::erase, kMorning);
      CHECK(tried.answer == ReceiptAnswer::wrong);
      CHECK(tried.tries_left == left);
    }
    CHECK(ask(*store, "2222222", ReceiptRequest::erase, kMorning).answer == ReceiptAnswer::paused);
  }
  const auto store = open(folder);
  CHECK(ask(*store, receipt, ReceiptRequest::erase, kMorning + 9min).answer == ReceiptAnswer::paused);
  CHECK_FALSE(only_lead(folder).asked_to_erase.has_value());
  CHECK(ask(*store, receipt, ReceiptRequest::erase, kMorning + 10min).answer == ReceiptAnswer::noted);
}

TEST_CASE("a clock that is set back does not keep the receipt's page shut") {
  const TempFolder folder;
  const auto store = open(folder);
  const std::string receipt = save(*store, "a");
  for (int i = 0; i < 5; ++i) ask(*store, "", ReceiptRequest::call_back, kMorning);
  CHECK(ask(*store, receipt, ReceiptRequest::call_back, kMorning).answer == ReceiptAnswer::paused);
  CHECK(ask(*store, receipt, ReceiptRequest::call_back, kMorning - 30min).answer == ReceiptAnswer::noted);
}

TEST_CASE("a right code gives one try back and no more: who has a code must not guess others' four at a time") {
  const TempFolder folder;
  const auto store = open(folder);
  const std::string receipt = save(*store, "a");
  for (int i = 0; i < 4; ++i) ask(*store, "", ReceiptRequest::call_back, kMorning);
  CHECK(ask(*store, receipt, ReceiptRequest::call_back, kMorning).answer == ReceiptAnswer::noted);
  CHECK(ask(*store, "", ReceiptRequest::call_back, kMorning).tries_left == 1);
  CHECK(ask(*store, "", ReceiptRequest::call_back, kMorning).answer == ReceiptAnswer::paused);
}

TEST_CASE("the desk notes and corrects by receipt; the consents stay as they were given") {
  const TempFolder folder;
  const auto store = open(folder);
  const std::string receipt = save(*store, "a");
  const model::DeskNotes notes{std::chrono::year(2025) / 9 / 23, "Oui.", kMorning + 1h};
  CHECK(answer_of<base::Result<bool>>([&](auto done) { store->save_desk_notes(receipt, notes, done); }).value());
  CHECK(answer_of<base::Result<bool>>([&](auto done) { store->correct_contact(receipt, {"Fatima Benali", "+33612345678", "f@exemple.ma"}, done); }).value());
  const model::Lead lead = only_lead(folder);
  CHECK(lead.desk == notes);
  CHECK(lead.name == "Fatima Benali");
  CHECK(lead.phone == "+33612345678");
  CHECK(lead.email == "f@exemple.ma");
  CHECK(lead.consents == std::vector<model::Consent>{{"information", true}});
  model::DeskNotes open_again = notes;
  open_again.answered_at.reset();
  open_again.call_back_by.reset();
  answer_of<base::Result<bool>>([&](auto done) { store->save_desk_notes(receipt, open_again, done); });
  CHECK(only_lead(folder).desk == open_again);
  CHECK_FALSE(answer_of<base::Result<bool>>([&](auto done) { store->save_desk_notes("2222222", notes, done); }).value());
}

TEST_CASE("erasing takes everything that belongs to the lead") {
  const TempFolder folder;
  const auto store = open(folder);
  const std::string receipt = save(*store, "a");
  model::LeadDetails told;
  told.children = {{"Salma", "", "", {"zellige"}}};
  told.topics = {"cost"};
  told.offers = {"job"};
  add(*store, "a", told);
  ask(*store, receipt, ReceiptRequest::erase, kMorning);
  CHECK(answer_of<base::Result<bool>>([&](auto done) { store->erase_lead(receipt, kMorning, done); }).value());
  auto database = store::Database::open(folder / "kiosk.db", SQLITE_OPEN_READWRITE);
  for (const char* table : {"leads", "lead_details", "lead_children", "child_programs", "lead_topics", "lead_offers", "lead_requests", "lead_desk", "lead_programs", "lead_consents"}) {
    CAPTURE(table);
    CHECK(database->number((std::string("SELECT count(*) FROM ") + table).c_str()).value() == 0);
  }
  CHECK(database->number("SELECT count(*) FROM erasures").value() == 1);
}
