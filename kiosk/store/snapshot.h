// A copy of the database for everything that reads: statistics, exports, command-line verbs. Reading the live file row by row would make the
// kiosk's COMMIT fail (journal_mode=TRUNCATE); the copy is made by the backup API in one step. Up to 20 MB, some 20,000 leads, it is in
// memory alone, so that an export leaves nothing in the blocks of a disk; what is larger goes on in files without a name beside the database.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "store/database.h"

namespace kiosk::store {

// Fails with a sentence when there is no database of the kiosk in `folder` yet, or it cannot be read. The copy has this program's
// schema, whichever version wrote the file.
base::Result<Database> copy_of_database(const std::filesystem::path& folder);
// The same of a backup.
base::Result<Database> copy_of_file(const std::filesystem::path& file);

}  // namespace kiosk::store
