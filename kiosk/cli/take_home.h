// `kiosk plan` and `kiosk leaflets`: what staff print for families to take home.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"

namespace kiosk::cli {

struct PaperOptions {
  std::optional<std::filesystem::path> content;
  std::filesystem::path data;      // where the last content that passed is kept
  std::optional<std::string> now;  // as `kiosk run --now`
};

// Both give the exit status: 0, or 1 with a sentence on standard error. Files are replaced whole or stay as they were.

// A PDF of the programs with these ids, in `language` (else the content's first) and a second one.
int print_plan(const PaperOptions& options, const std::vector<std::string>& programs, std::optional<base::Language> language, const std::filesystem::path& file);
// `folder`/<program>.<language>.pdf of every program; made where it is missing. No language: Arabic, French and English.
int print_leaflets(const PaperOptions& options, std::vector<base::Language> languages, const std::filesystem::path& folder);

}  // namespace kiosk::cli
