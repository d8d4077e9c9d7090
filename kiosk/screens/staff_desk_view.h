// The counsellor's desk (S8): the families by urgency, one family's record, and the forms of an answer, a correction and a code. What families
// left is shown behind the PIN alone and stands in no tree.
#pragma once

#include <string>
#include <vector>

#include "screens/form_view.h"
#include "screens/staff_view.h"

namespace kiosk::screens {

struct FamilyRow {
  std::string id;   // "desk.family.0"
  Phrase urgency;   // the tree's label
  bool is_urgent = false;
  Phrase name;      // private
  Phrase line;      // private: when to call, what is asked
  session::StaffIntent intent;
};

struct StaffDeskView {
  Phrase title;
  Phrase line;
  Phrase code;  // opens the page for a receipt code
  std::vector<FamilyRow> rows;
  Phrase more;  // how many the list leaves out; empty: none
};

struct StaffFormView {
  FormView form;
};

StaffDeskView make_staff_desk_view(const ViewContext& context);
StaffPageView make_staff_family_view(const ViewContext& context);
StaffFormView make_staff_form_view(const ViewContext& context);

}  // namespace kiosk::screens
