// Guests and leads as tables whose headings, kinds and program names speak the language that staff chose. What was typed stays as typed,
// telephone numbers as people of the event's country write them; a CSV is separated as Excel expects it where the language is at home.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "exporters/table.h"
#include "locale/messages.h"
#include "model/catalogue.h"
#include "model/guest.h"
#include "model/lead.h"
#include "model/tour_seats.h"

namespace kiosk::exporters {

// Where the names of programs and the words come from. Views: a table of leads reads them until its last row was read.
struct Wording {
  const model::Catalogue& catalogue;
  const locale::Messages& messages;
  base::Language language;
};

// Monday's sheet: one row a lead, most urgent first as of `today` (model/desk.h); one column for each purpose of consent that any lead was
// asked. A program that the content no longer has stands by its id.
struct LeadPages {
  std::vector<std::string> purposes;                               // of consent, of all leads
  std::function<base::Result<std::vector<model::Lead>>()> next;  // the leads that follow in that order; none at the end
};
Table lead_table(LeadPages leads, const Wording& wording, std::chrono::year_month_day today);
Table guest_table(const std::vector<model::Guest>& guests, const Wording& wording);
// One row a ticket of a guided tour, by day and number; seats that were given back say when.
Table seat_table(const std::vector<model::TourSeats>& tickets, const Wording& wording);

}  // namespace kiosk::exporters
