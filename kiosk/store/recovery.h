// After a database was damaged, emptied or lost: which backups hold leads that it lacks, and taking them over. Blocking; any thread but
// the drawing one. Messages hold no personal data.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/storage_report.h"
#include "store/database.h"

namespace kiosk::store {

struct HeldLeads {
  std::int64_t leads = 0;
  std::vector<std::string> missing;  // receipts that neither `copy`'s leads nor its deletion record knows
};

// `copy` is one in memory of the database, or an empty one.
base::Result<HeldLeads> held_leads(Database& copy, const std::filesystem::path& backup);

// Of the database as it lies on the disk, whatever a connection remembers of it. `copy` is its copy in memory, or why there is none.
bool is_damaged(base::Result<Database>& copy, const std::filesystem::path& data);

// What staff are told at unlock. Never fails: what cannot be read holds nothing.
model::LostLeads find_lost(const std::filesystem::path& data);

// Whatever `backup` holds and `live` lacks, in one transaction: leads with all that belongs to them unless they were erased, guests, the deletion
// record, seats, visits, the day as staff changed it. What `live` has stays as it is; a badge or seat number that was given twice gets another one.
// Gives how many leads came.
base::Result<std::int64_t> take_over(Database& live, const std::filesystem::path& backup);

}  // namespace kiosk::store
