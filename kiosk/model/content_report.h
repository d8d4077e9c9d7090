// What the operator's files got wrong, for the staff pages (O3). Sentences are those of `kiosk check`.
#pragma once

#include <string>
#include <vector>

#include "model/event.h"

namespace kiosk::model {

struct ContentProblem {
  std::string place;  // "programs/zellige.toml:12:8"
  LocalText message;
  LocalText remedy;
  bool is_error = true;
  bool operator==(const ContentProblem&) const = default;
};

struct ContentReport {
  std::vector<ContentProblem> problems;  // errors first
  bool refused = false;                  // the files as they are now are not what is shown
  bool operator==(const ContentReport&) const = default;
};

}  // namespace kiosk::model
