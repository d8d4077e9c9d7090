// How the database fares, for staff and for whoever is about to leave something. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"
#include "model/disk_trouble.h"

namespace kiosk::model {

struct StorageHealth {
  DiskTrouble trouble = DiskTrouble::none;  // nothing can be written
  bool damaged = false;                     // its pages are not as they should be: what is saved may be lost
  bool begun_anew = false;                  // since this kiosk was started, because the one before was gone, empty or no database
  bool backups_fail = false;
  bool can_save() const { return trouble == DiskTrouble::none && !damaged; }
  bool operator==(const StorageHealth&) const = default;
};

// A backup that holds leads which the database lacks although nobody erased them.
struct LeadBackup {
  std::string file;  // its name
  base::WallTime at{};
  std::int64_t leads = 0;
  std::int64_t missing = 0;  // of these
  bool operator==(const LeadBackup&) const = default;
};

struct LostLeads {
  bool damaged = false;                // the database is
  std::vector<std::string> set_aside;  // names of databases that were put aside, newest first
  std::vector<LeadBackup> backups;     // newest first, no more than anybody chooses from
  bool operator==(const LostLeads&) const = default;
};

}  // namespace kiosk::model
