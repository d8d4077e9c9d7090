// A receipt code on the visitor's side (S5, law 09-08 art. 7 and 8): asks to be called back or to be erased. It never shows what is stored, and
// the store pauses it after five wrong codes. Pure, like `step`.
#pragma once

#include <vector>

#include "session/session.h"

namespace kiosk::session {

void open_receipt(Session& session);
// "Continue" below the code.
void hand_in_receipt(Session& session, std::vector<Effect>& effects);
void step_receipt(Session& session, const ReceiptIntent& intent, std::vector<Effect>& effects);
// From the choice back to the code, and nowhere while a request is on its way; false when the screen itself is to be left.
bool step_back_receipt(Session& session);

// Overwrites the memory before it is released.
void wipe(ReceiptDesk& desk);

}  // namespace kiosk::session
