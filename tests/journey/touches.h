// How many touches a script makes: the budgets of the stories are counted so.
#pragma once

#include <sstream>
#include <string>

namespace kiosk::tests {

// A hold counts as one touch; the keys of the PIN pad and typed words do not: budgets say "+ PIN".
inline int touches(const std::string& script) {
  std::istringstream lines(script);
  int count = 0;
  for (std::string line; std::getline(lines, line);) {
    const bool touch = line.starts_with("tap ") || line.starts_with("press ");
    count += touch && !line.starts_with("tap staff.pin.") ? 1 : 0;
  }
  return count;
}

}  // namespace kiosk::tests
