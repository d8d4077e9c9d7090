// The data folder is the kiosk's alone: what is in it is personal data, so its rights are taken from everybody else. A folder that holds
// somebody's other files is therefore refused, never changed.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace kiosk::store {

// Whether the folder is there and is not the kiosk's: it holds files, and none that a kiosk begins with; or it is no folder.
bool is_foreign(const std::filesystem::path& folder);

// Makes the folder, or takes one that is empty or the kiosk's. Fails, with nothing changed, when it is foreign.
base::Result<void> claim_folder(const std::filesystem::path& folder);

}  // namespace kiosk::store
