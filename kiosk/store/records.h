// Guests and leads in the database: written on the store's thread or by a command-line verb, read from a copy. Personal data passes
// through here; no error message holds any.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/guest.h"
#include "model/lead.h"
#include "store/database.h"

namespace kiosk::store {

// One transaction; on failure nothing of it remains. A key that is there already changes nothing. Gives the receipt's canonical code.
base::Result<std::string> insert_lead(Database& database, const model::Lead& lead);
// The same; gives the badge number.
base::Result<int> insert_guest(Database& database, const model::Guest& guest);

// From a copy of the database in `folder`, by badge. A running kiosk is not disturbed. Leads: read_leads.h.
base::Result<std::vector<model::Guest>> read_guests(const std::filesystem::path& folder);

}  // namespace kiosk::store
