// A receipt code on the visitor's side (S5): the code, what is wished, how it ended. Nothing that is stored is ever shown.
#pragma once

#include <vector>

#include "screens/form_view.h"

namespace kiosk::screens {

struct ReceiptView {
  session::ReceiptStep step = session::ReceiptStep::code;
  FormView form;                    // title and line of every step; the field on `code`
  std::vector<ChoiceCard> choices;  // on `choose`
  Phrase action;                    // of the outcome: home, or once more
};

ReceiptView make_receipt_view(const ViewContext& context);

}  // namespace kiosk::screens
