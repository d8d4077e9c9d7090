// Leads that go: erased on request (law 09-08, art. 8) or purged at the end of their retention, so that no byte of them stays in the data
// folder, backups included; the deletion record keeps the receipt's code, the time and the reason. Guests whose time is over stay as a
// count, without name, organisation and school. `Database&`: the live database, on its thread; `folder`: a command-line verb beside a
// kiosk that may run, waiting up to 10 s for it. Messages hold no personal data.
#pragma once

#include <filesystem>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "store/backups.h"
#include "store/database.h"

namespace kiosk::store {

enum class Why : std::uint8_t { erased, purged };

// The lead with this canonical receipt. False when there is none. An error after the rows are gone says so: then asking again cleans up. The
// backups are left to erase_from_backups.
base::Result<bool> erase_lead(Database& database, const std::string& receipt, base::WallTime at, Why why = Why::erased);
bool erase_from_backups(const std::filesystem::path& folder, const std::string& receipt, base::WallTime at, const Say& say, Why why = Why::erased);
// Both. True when it was in any; `say` is told of backups that had to be deleted and of databases set aside, which may still hold it.
base::Result<bool> erase_lead(const std::filesystem::path& folder, const std::string& receipt, base::WallTime at, const Say& say = {});

struct Purged {
  int leads = 0;
  int guests = 0;
  bool any() const { return leads > 0 || guests > 0; }
};

// Leads and guests saved before `before`. The database and its backups are never purged in one pass: what went by mistake is in these for a day.
// Whether it may go at all is purge_guard.h. True when any backup was changed.
base::Result<Purged> purge(Database& database, base::WallTime before, base::WallTime at);
bool purge_backups(const std::filesystem::path& folder, base::WallTime before, base::WallTime at, const Say& say);
base::Result<Purged> purge(const std::filesystem::path& folder, base::WallTime before, base::WallTime at, const Say& say = {});

}  // namespace kiosk::store
