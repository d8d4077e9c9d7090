// `kiosk check`: every problem of a content folder in one go, on standard output. Errors make it fail, warnings do not.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/language.h"

namespace kiosk::cli {

struct CheckOptions {
  std::string folder;  // empty: the content that `kiosk run` would use
  bool as_json = false;
  std::optional<base::Language> language;  // of the sentences; else the system's (LC_ALL, LC_MESSAGES, LANG), or English
};

// `program` is this binary, for the decode worker.
int run_check(const CheckOptions& options, const std::filesystem::path& program);

}  // namespace kiosk::cli
