// Guests and leads as tables whose headings, kinds and program names speak the language that staff chose. What was typed stays as typed,
// telephone numbers as people of the event's country write them; a CSV is separated as Excel expects it where the language is at home.
#pragma once

#include <vector>

#include "exporters/table.h"
#include "locale/messages.h"
#include "model/catalogue.h"
#include "model/guest.h"
#include "model/lead.h"

namespace kiosk::exporters {

// Where the names of programs and the words come from. Views, valid for the call.
struct Wording {
  const model::Catalogue& catalogue;
  const locale::Messages& messages;
  base::Language language;
};

// Monday's sheet: one row a lead, most urgent first as of `today` (model/desk.h); one column for each purpose of consent that any lead was
// asked. A program that the content no longer has stands by its id.
Table lead_table(std::vector<model::Lead> leads, const Wording& wording, std::chrono::year_month_day today);
Table guest_table(const std::vector<model::Guest>& guests, const Wording& wording);

}  // namespace kiosk::exporters
