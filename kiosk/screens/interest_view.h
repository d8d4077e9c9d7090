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

struct RoleChoice {
  std::string id;  // "who.guardian"
  std::string icon;
  Phrase name;
  Phrase line;
  session::Intent intent;
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
  std::vector<RoleChoice> roles;
  std::vector<Phrase> notice;
  std::vector<ConsentChoice> consents;
  Phrase consent_problem;
  session::SaveState save = session::SaveState::editing;
};

struct ThanksView {
  Phrase title;
  Phrase line;
  Phrase receipt_label;
  Phrase receipt;  // "K7M-4QXZ": drawn, never in the tree
  Phrase qr_line;
  model::QrCode qr;
  Phrase home;
  Phrase done;
};

InterestView make_interest_view(const ViewContext& context);
ThanksView make_thanks_view(const ViewContext& context);

}  // namespace kiosk::screens
