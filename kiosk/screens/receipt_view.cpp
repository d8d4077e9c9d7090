#include "screens/receipt_view.h"

namespace kiosk::screens {
namespace {

using model::ReceiptRequest;
using session::ReceiptStep;
namespace intent = session::intent;

void add_choices(const ViewContext& context, ReceiptView& view) {
  view.choices = {{"receipt.call_back", "phone", context.say("receipt.call_back"), context.say("receipt.call_back_line"),
                   session::ReceiptIntent(intent::ChooseReceiptRequest{ReceiptRequest::call_back})},
                  {"receipt.erase", "close", context.say("receipt.erase"), context.say("receipt.erase_line"),
                   session::ReceiptIntent(intent::ChooseReceiptRequest{ReceiptRequest::erase})}};
}

void add_second_question(const ViewContext& context, ReceiptView& view) {
  // The way back stands where the request did: a double tap asks for nothing.
  view.choices = {{"receipt.erase_sure", "close", context.say("receipt.erase_sure"), context.say("receipt.erase_line"),
                   session::ReceiptIntent(intent::ChooseReceiptRequest{ReceiptRequest::erase})},
                  {"receipt.erase_not", "back", context.say("receipt.erase_not"), context.say("receipt.erase_not_line"), session::intent::Back{}}};
}

// How many tries are left stands behind what is wrong.
void add_tries(const ViewContext& context, ReceiptView& view) {
  for (FieldView& field : view.form.fields) {
    if (field.problem.text.empty() || context.session.form.problem(field.field) != session::Problem::receipt_wrong) continue;
    field.problem.text += " " + context.say("receipt.tries", {{"tries", std::int64_t{context.session.receipt.tries_left}}}).text;
  }
}

}  // namespace

ReceiptView make_receipt_view(const ViewContext& context) {
  const session::ReceiptDesk& desk = context.session.receipt;
  ReceiptView view;
  view.step = desk.step;
  switch (desk.step) {
    case ReceiptStep::code:
      view.form = make_form_view(context, "receipt.title", "receipt.line");
      add_tries(context, view);
      break;
    case ReceiptStep::choose:
      view.form = make_form_view(context, "receipt.choose_title", "receipt.choose_line");
      add_choices(context, view);
      break;
    case ReceiptStep::erase_sure:
      view.form = make_form_view(context, "receipt.erase_title", "receipt.erase_ask");
      add_second_question(context, view);
      break;
    case ReceiptStep::sending: view.form = make_form_view(context, "receipt.sending", "receipt.choose_line"); break;
    case ReceiptStep::noted:
      view.form = make_form_view(context, "receipt.noted_title", desk.request == ReceiptRequest::erase ? "receipt.noted_erase" : "receipt.noted_call");
      view.action = context.say("thanks.home");
      break;
    case ReceiptStep::paused:
      view.form = make_form_view(context, "receipt.paused_title", "receipt.failed_line");
      view.form.line = context.say("receipt.paused_line", {{"minutes", std::int64_t{desk.paused_minutes}}});
      view.action = context.say("thanks.home");
      break;
    case ReceiptStep::failed:
      view.form = make_form_view(context, "receipt.failed_title", "receipt.failed_line");
      view.action = context.say("interest.retry");
      break;
  }
  return view;
}

}  // namespace kiosk::screens
