// `kiosk check`: every problem of a content folder in one go, on standard output. Errors make it fail, warnings do not.
#pragma once

#include <filesystem>
#include <string>

namespace kiosk::cli {

// `folder` may be empty: the content that `kiosk run` would use. `program` is this binary, for the decode worker.
int run_check(const std::string& folder, bool as_json, const std::filesystem::path& program);

}  // namespace kiosk::cli
