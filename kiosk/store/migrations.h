// The schema, step by step. `user_version` is the number of steps a database has taken; each step is one transaction. Later issues add
// steps at the end and never change one that has shipped. Tables and columns are explained in schema.md.
#pragma once

#include "store/database.h"

namespace kiosk::store {

// "JSUR" as a big-endian number: marks the file as ours.
inline constexpr std::int64_t kApplicationId = 0x4A535552;

int schema_version();

// Takes the steps that are missing. Fails, with nothing changed, on a file that is not ours, or newer than this program.
base::Result<void> migrate(Database& database);
// The same up to version `target`, 1 … schema_version(): how tests make a database of an older kiosk.
base::Result<void> migrate_to(Database& database, int target);
// The live file, created when missing, with the settings of schema.md, brought to this program's version.
base::Result<Database> open_and_migrate(const std::filesystem::path& file);

}  // namespace kiosk::store
