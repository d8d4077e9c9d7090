// The interest form (V9), one decision a screen: programs, who, name, contact, notice and consent; and for a minor alone the way back with
// a guardian. Then the thanks with the receipt.
#pragma once

#include <string>
#include <vector>

#include "model/qr_code.h"
#include "screens/form_view.h"

namespace kiosk::screens {

struct ProgramChip {
  std::string id;     // "heart.zellige"
  std::string program;
  Phrase name;
  bool kept = false;
};

struct ConsentChoice {
  std::string id;  // "consent.information"
  Phrase text;
  bool given = false;
};

struct InterestView {
  session::ScreenId step = session::ScreenId::interest_programs;
  FormView form;  // title, line, progress and the buttons of every step; fields on `name` and `contact`
  bool possible = true;  // false: the operator's notice is not complete, so nothing may be asked (law 09-08, art. 5)
  std::vector<ProgramChip> programs;
  Phrase receipt;  // the way on for whoever left an interest before; on the first step
  std::vector<ChoiceCard> roles;  // on `minor` what can be done alone
  std::vector<Phrase> notice;
  std::vector<ConsentChoice> consents;
  Phrase consent_problem;
  session::SaveState save = session::SaveState::editing;
};

struct ThanksView {
  Phrase title;
  Phrase line;
  Phrase more;       // empty once the questions were answered
  Phrase more_line;  // what they are for, or how storing the answers ended
  bool retry = false;  // `more` hands the answers in again
  Phrase receipt_label;
  Phrase receipt;  // "K7M-4QXZ": drawn, never in the tree
  Phrase qr_line;
  model::QrCode qr;
  Phrase home;
};

InterestView make_interest_view(const ViewContext& context);
ThanksView make_thanks_view(const ViewContext& context);

}  // namespace kiosk::screens
