#include "store/data_folder.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "base/format.h"

namespace kiosk::store {

namespace fs = std::filesystem;

bool is_foreign(const fs::path& folder) {
  std::error_code failed;
  const fs::file_status status = fs::status(folder, failed);
  if (!fs::exists(status)) return false;
  if (!fs::is_directory(status)) return true;
  // Whichever comes first in a new folder; backups alone are what is left when a database was taken away by hand.
  constexpr std::array kOurs{"kiosk.db", "kiosk.lock", "kiosk.pin", "kiosk.pin-offer", "kiosk.clock", "backups"};
  if (std::any_of(kOurs.begin(), kOurs.end(), [&](const char* name) { return fs::exists(folder / name, failed); })) return false;
  const bool empty = fs::is_empty(folder, failed);
  return !failed && !empty;
}

base::Result<void> claim_folder(const fs::path& folder) {
  if (is_foreign(folder)) {
    return base::fail(fmt::format("{}: holds other files and is not a kiosk's data folder", folder.string()),
                      "Name a folder of its own with --data, a new or an empty one: nobody else may read what the kiosk keeps.");
  }
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
  return {};  // what else is wrong with it is told by whoever opens a file in it
}

}  // namespace kiosk::store
