// The way to the staff pages, as script lines.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "journey/kiosk_program.h"

namespace kiosk::tests {

inline const std::string kPin = "280764";

inline std::string type_pin(const std::string& pin) {
  std::string script;
  for (const char digit : pin) script += std::string("tap staff.pin.") + digit + "\n";
  return script + "tap staff.pin.enter\n";
}

inline const std::string kUnlock = "press attract.logo\nwait 3300\nexpect screen staff_pin\n" + type_pin(kPin) + "expect screen staff_today\n";

// The first touch of the staff pages on a new kiosk chooses the PIN.
inline void choose_pin(const TempFolder& folder) {
  const Ended ended = play(folder, "press attract.logo\nwait 3300\nexpect screen staff_pin\n" + type_pin(kPin) + "expect text مرة أخرى\n" + type_pin(kPin) +
                                       "expect screen staff_today\ntap staff.close\nexpect screen attract\n");
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
}

}  // namespace kiosk::tests
