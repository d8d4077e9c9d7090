// Reading a whole file and replacing one atomically. Not for databases. Blocking: never call it on the drawing thread except at
// start-up or for the small `--tree` file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kiosk::base {

// The bytes of `path`; fails when it is not a regular readable file or larger than `limit_bytes`.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes);

enum class Durability { replace_only, sync_to_disk };
enum class Readers { everyone, owner };  // who may read the file; personal data is the owner's

// Writes beside `path` under a temporary name, then renames over it: readers see the old bytes or the new, never a mixture.
// With `sync_to_disk` the file and its folder are fsynced first. On failure `path` is unchanged and no temporary stays.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes, Durability durability,
                                   Readers readers = Readers::everyone);

}  // namespace kiosk::base
