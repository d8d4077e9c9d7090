// Reception (V16): who is coming, how many, and the number of their badge. A name, an organisation or a school group is
// added only by whoever wants to.
#pragma once

#include <string>
#include <vector>

#include "model/guest.h"
#include "screens/form_view.h"

namespace kiosk::screens {

struct GuestKindChoice {
  std::string id;  // "who.parent"
  model::GuestKind kind = model::GuestKind::other;
  Phrase label;
};

struct PartySizeChoice {
  std::string id;  // "party.2"
  int persons = 1;
  Phrase label;
};

struct ReceptionView {
  session::ReceptionStep step = session::ReceptionStep::kind;
  Phrase title;  // on the last page: what the number is, or that it failed
  Phrase line;
  std::vector<GuestKindChoice> kinds;    // on the first page
  std::vector<PartySizeChoice> parties;  // on the second
  Phrase badge;    // the number itself, once it is stored
  Phrase summary;  // "Guidance counsellor · 2 persons"
  Phrase action;   // go on, or try again
  Phrase next_guest;  // once one is stored: the queue goes on
  Phrase details;       // on the second page: the ways to a name and to a school group
  Phrase school_group;
  FormView form;        // on the pages of those
};

ReceptionView make_reception_view(const ViewContext& context);

}  // namespace kiosk::screens
