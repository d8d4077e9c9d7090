// `kiosk shots`: every screen and named state, in every language and size, as PNG files with an index.html, without a display.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/language.h"

namespace kiosk::app {

struct ShotsOptions {
  std::filesystem::path program;  // this binary, for the decode worker
  std::filesystem::path folder;
  std::optional<std::filesystem::path> content;
  std::vector<std::string> states;         // screens or named states; empty for all
  std::vector<base::Language> languages;   // empty: Arabic, French, English
  std::vector<base::Size> sizes;           // empty: the designed windows
  std::string about;                       // Program::id: its pages alone, and those of the chosen states; empty for the usual ones
  std::optional<std::string> now;          // "2025-09-22 10:15"; else the event's own day in the morning
};

// Returns the exit status: 0, or 1 after a sentence on standard error.
int shots(const ShotsOptions& options);

}  // namespace kiosk::app
