// `kiosk run`: the window, the loop, and everything wired to it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/geometry.h"
#include "base/language.h"

namespace kiosk::app {

struct RunOptions {
  std::filesystem::path program;  // this binary, for the decode worker
  std::optional<std::filesystem::path> content;
  std::optional<std::filesystem::path> data;
  std::optional<base::Size> windowed;
  std::optional<base::Language> language;
  std::optional<std::string> now;  // "2025-09-22 10:15"
  std::optional<std::filesystem::path> tree;
  std::optional<std::filesystem::path> script;
  bool started_from_terminal = false;  // errors in the content stop; a service shows the last good content instead
  bool show_measurements = false;      // one line of JSON on standard error at the end: frames, time by part
};

// Returns the exit status: 0, or 1 after a sentence on standard error.
int run(const RunOptions& options);

// $XDG_DATA_HOME/kiosk, else ~/.local/share/kiosk.
std::filesystem::path default_data_folder();

}  // namespace kiosk::app
