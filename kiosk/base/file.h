// Reading a file, whole or in blocks, and replacing one atomically. Not for databases. Blocking: never call it on the drawing thread except at
// start-up or for the small `--tree` file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kiosk::base {

// The bytes of `path`; fails when it is not a regular readable file or larger than `limit_bytes`.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes);

// Gives the bytes of `path` to `take` from the first to the last, in blocks of at most a quarter of a megabyte.
Result<void> read_blocks(const std::filesystem::path& path, const std::function<Result<void>(std::string_view)>& take);

enum class Durability { replace_only, sync_to_disk };
enum class Readers { everyone, owner };  // who may read the file; personal data is the owner's

// A file that is written beside `path` under a temporary name and then renamed over it: readers see the old bytes or the new, never a mixture.
// Until `commit` has succeeded `path` is unchanged, and without it no temporary stays.
class AtomicFile {
 public:
  static Result<AtomicFile> create(const std::filesystem::path& path, Readers readers);
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();

  Result<void> write(std::string_view bytes);
  // With `sync_to_disk` the file and its folder are fsynced.
  Result<void> commit(Durability durability);

 private:
  AtomicFile(std::filesystem::path path, std::string temporary, int descriptor);
  tl::unexpected<Error> failed(std::string_view what) const;

  std::filesystem::path path_;
  std::string temporary_;  // empty once it is renamed
  int descriptor_;
};

// The same in one go.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes, Durability durability,
                                   Readers readers = Readers::everyone);

}  // namespace kiosk::base
