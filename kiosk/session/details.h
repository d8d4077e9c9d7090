// What is asked after saving, on the same lead (V9, V19): several children of one parent, the level of an adult, how and when to answer, which
// institute, questions; of professionals what they offer. Every screen may be left out, and what was told is stored with each step. Pure,
// like `step`.
#pragma once

#include <optional>
#include <vector>

#include "session/session.h"

namespace kiosk::session {

// Whether it is one of the screens after saving, before the thanks.
bool asks_details(ScreenId screen);
// Whether it is one of those that are about a single child.
bool is_of_child(ScreenId screen);

// The screens that this visitor is asked in turn; those of a single child come in between.
std::vector<ScreenId> details_screens(const Interest& interest, const model::Catalogue& catalogue);

struct DetailsStep {
  std::optional<ScreenId> next;  // nothing: the screen stays
  bool saves = false;            // what is told differs from what is stored
  bool returns = false;          // to the list of children, with only the thanks to go back to
};

// Before the lead is saved nothing changes; neither does an intent that names something the catalogue does not have.
DetailsStep step_details(Session& session, const DetailsIntent& intent, const model::Catalogue& catalogue);
// "Continue" on a screen with a text or several choices: takes what was typed. Nothing happens while a field has a problem.
DetailsStep finish_details_screen(Session& session, const model::Catalogue& catalogue);

// What was told before stands in the fields of this screen again, unless something newer was typed: after going on or back to it.
void prepare_details_screen(Session& session);

// After other content: what no longer exists is forgotten.
void mend_details(Interest& interest, const model::Catalogue& catalogue);

// Overwrites the memory before it is released.
void wipe(Interest& interest);

}  // namespace kiosk::session
