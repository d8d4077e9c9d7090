#include "session/receipt_desk.h"

#include "model/receipt.h"
#include "session/forms.h"

namespace kiosk::session {
namespace {

void ask_for_code(Session& session) {
  session.receipt.step = ReceiptStep::code;
  session.form.focus = Field::receipt;
}

void send(Session& session, std::vector<Effect>& effects) {
  session.receipt.step = ReceiptStep::sending;
  effects.emplace_back(effect::RequestByReceipt{session.receipt.code, session.receipt.request});
}

struct ReceiptStepper {
  Session& session;
  std::vector<Effect>& effects;

  void operator()(const intent::ChooseReceiptRequest& choose) const {
    const bool asked_once_more = session.receipt.step == ReceiptStep::erase_sure;
    if (session.receipt.step != ReceiptStep::choose && !asked_once_more) return;
    session.receipt.request = choose.request;
    if (choose.request == model::ReceiptRequest::erase && !asked_once_more) {
      session.receipt.step = ReceiptStep::erase_sure;
      return;
    }
    send(session, effects);
  }
  void operator()(const intent::RetryReceipt&) const {
    if (session.receipt.step == ReceiptStep::failed) send(session, effects);
  }
  void operator()(const intent::ReceiptJudged& judged) const {
    if (session.receipt.step != ReceiptStep::sending || session.receipt.code != judged.receipt) return;
    using intent::ReceiptVerdict;
    switch (judged.verdict) {
      case ReceiptVerdict::failed: session.receipt.step = ReceiptStep::failed; return;
      case ReceiptVerdict::wrong:
        session.receipt.tries_left = judged.tries_left;
        ask_for_code(session);
        session.form.problem(Field::receipt) = Problem::receipt_wrong;
        return;
      case ReceiptVerdict::noted: session.receipt.step = ReceiptStep::noted; break;
      case ReceiptVerdict::paused:
        session.receipt.step = ReceiptStep::paused;
        session.receipt.paused_minutes = judged.paused_minutes;
        break;
    }
    wipe(session.form.input(Field::receipt));
  }
};

}  // namespace

void open_receipt(Session& session) {
  wipe(session.receipt);
  wipe(session.form.input(Field::receipt));
}

void hand_in_receipt(Session& session, std::vector<Effect>& effects) {
  if (session.receipt.step != ReceiptStep::code || !check_fields(session)) return;
  const auto code = model::read_receipt(session.form.input(Field::receipt).text);
  session.receipt.code = code.value_or(std::string());
  session.receipt.step = ReceiptStep::choose;
  // What is no code at all counts among the wrong ones, or guessing would be free until the check character fits.
  if (!code) send(session, effects);
}

void step_receipt(Session& session, const ReceiptIntent& intent, std::vector<Effect>& effects) { std::visit(ReceiptStepper{session, effects}, intent); }

bool step_back_receipt(Session& session) {
  if (session.place.screen != ScreenId::receipt) return false;
  if (session.receipt.step == ReceiptStep::sending) return true;
  if (session.receipt.step == ReceiptStep::erase_sure) {
    session.receipt.step = ReceiptStep::choose;
    return true;
  }
  if (session.receipt.step != ReceiptStep::choose) return false;
  ask_for_code(session);
  return true;
}

void wipe(ReceiptDesk& desk) {
  wipe_bytes(desk.code);
  desk = {};
}

}  // namespace kiosk::session
