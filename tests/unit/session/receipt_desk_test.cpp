// A receipt code on the visitor's side: it asks for a call or for erasure, and shows nothing.
#include <doctest/doctest.h>

#include "model/receipt.h"
#include "unit/session/driver.h"

using namespace kiosk;
using session::Field;
using session::Problem;
using session::ReceiptIntent;
using session::ReceiptStep;
using session::ScreenId;
using session::intent::ReceiptJudged;
using session::intent::ReceiptVerdict;
namespace intent = session::intent;
namespace effect = session::effect;

namespace {

const std::string kCode = model::make_receipt({1, 2, 3, 4, 5, 6});
const ReceiptIntent kCall = intent::ChooseReceiptRequest{model::ReceiptRequest::call_back};
const ReceiptIntent kErase = intent::ChooseReceiptRequest{model::ReceiptRequest::erase};

struct Visitor : tests::Driver {
  Visitor() { does(intent::Begin{base::Language::french, "visit"}).does(intent::Open{ScreenId::receipt, {}}); }
  Visitor& says(const ReceiptIntent& what) {
    does(what);
    return *this;
  }
};

}  // namespace

TEST_CASE("a code in any spelling asks to be called back") {
  Visitor visitor;
  std::string typed = model::show_receipt(kCode);
  for (char& one : typed) one = static_cast<char>(std::tolower(one));
  visitor.types(typed).next();
  CHECK(visitor.session.receipt.step == ReceiptStep::choose);
  visitor.says(intent::ChooseReceiptRequest{model::ReceiptRequest::call_back});
  const auto* asked = visitor.effect<effect::RequestByReceipt>();
  REQUIRE(asked != nullptr);
  CHECK(asked->receipt == kCode);
  CHECK(asked->request == model::ReceiptRequest::call_back);
  visitor.says(ReceiptJudged{kCode, ReceiptVerdict::noted, 5, 0});
  CHECK(visitor.session.receipt.step == ReceiptStep::noted);
  CHECK_FALSE(visitor.session.form.any_typed());
}

TEST_CASE("what is no code at all is judged at once and counts among the wrong ones") {
  Visitor visitor;
  visitor.types("HELLO").next();
  const auto* asked = visitor.effect<effect::RequestByReceipt>();
  REQUIRE(asked != nullptr);
  CHECK(asked->receipt.empty());
  visitor.says(ReceiptJudged{"", ReceiptVerdict::wrong, 4, 0});
  CHECK(visitor.session.receipt.step == ReceiptStep::code);
  CHECK(visitor.session.form.problem(Field::receipt) == Problem::receipt_wrong);
  CHECK(visitor.session.receipt.tries_left == 4);
  CHECK(visitor.session.form.focus == Field::receipt);
}

TEST_CASE("a pause says how long, and an empty field is no try") {
  Visitor visitor;
  visitor.next();
  CHECK(visitor.effect<effect::RequestByReceipt>() == nullptr);
  CHECK(visitor.session.form.problem(Field::receipt) == Problem::receipt_missing);
  visitor.types(kCode).next();
  visitor.says(kCall);
  visitor.says(ReceiptJudged{kCode, ReceiptVerdict::paused, 5, 10});
  CHECK(visitor.session.receipt.step == ReceiptStep::paused);
  CHECK(visitor.session.receipt.paused_minutes == 10);
}

TEST_CASE("a request that failed is kept and sent again; back leads to the code first") {
  Visitor visitor;
  visitor.types(kCode).next().does(intent::Back{});
  CHECK(visitor.session.receipt.step == ReceiptStep::code);
  CHECK(visitor.session.form.input(Field::receipt).text == kCode);
  visitor.next();
  visitor.says(kCall);
  visitor.says(ReceiptJudged{kCode, ReceiptVerdict::failed, 0, 0}).says(intent::RetryReceipt{});
  REQUIRE(visitor.effect<effect::RequestByReceipt>() != nullptr);
  CHECK(visitor.effect<effect::RequestByReceipt>()->receipt == kCode);
}

TEST_CASE("while a request is on its way nothing leads back, and the answer to another code changes nothing") {
  Visitor visitor;
  visitor.types(kCode).next();
  visitor.says(kCall).does(intent::Back{});
  CHECK(visitor.session.receipt.step == ReceiptStep::sending);
  visitor.says(ReceiptJudged{"2222222", ReceiptVerdict::noted, 5, 0});
  CHECK(visitor.session.receipt.step == ReceiptStep::sending);
}

TEST_CASE("erasure is asked once more before it is asked for, and back keeps the data") {
  Visitor visitor;
  visitor.types(kCode).next();
  visitor.says(kErase);
  CHECK(visitor.effect<effect::RequestByReceipt>() == nullptr);
  CHECK(visitor.session.receipt.step == ReceiptStep::erase_sure);
  visitor.does(intent::Back{});
  CHECK(visitor.session.receipt.step == ReceiptStep::choose);
  visitor.says(kErase).says(kErase);
  REQUIRE(visitor.effect<effect::RequestByReceipt>() != nullptr);
  CHECK(visitor.effect<effect::RequestByReceipt>()->request == model::ReceiptRequest::erase);
}

TEST_CASE("looking for the receipt loses nothing that was typed in the form") {
  tests::Driver visitor;
  visitor.catalogue = tests::catalogue_with_notice();
  visitor.does(intent::Begin{base::Language::french, "visit"}).does(intent::Open{ScreenId::interest_programs, {}}).next().does(intent::ChooseRole{model::ContactRole::adult, "lead"});
  visitor.types("Fatima").does(intent::Open{ScreenId::receipt, {}});
  CHECK(visitor.session.form.input(Field::name).text == "Fatima");
}

TEST_CASE("the next visitor finds no code of the last one") {
  Visitor visitor;
  visitor.types(kCode).next().does(intent::Done{});
  visitor.does(intent::Begin{base::Language::french, "other"}).does(intent::Open{ScreenId::receipt, {}});
  CHECK(visitor.session.receipt == session::ReceiptDesk{});
  CHECK_FALSE(visitor.session.form.any_typed());
}
