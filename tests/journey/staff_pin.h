// The way to the staff pages, as script lines.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "journey/kiosk_program.h"

namespace kiosk::tests {

inline const std::string kPin = "280764";

inline std::string type_pin(const std::string& pin) {
  std::string script;
  for (const char digit : pin) script.append("tap staff.pin.").append(1, digit).append("\n");
  return script + "tap staff.pin.enter\n";
}

inline const std::string kUnlock = "press attract.logo\nwait 3300\nexpect screen staff_pin\n" + type_pin(kPin) + "expect screen staff_today\n";

// `kiosk pin` with what is typed at it.
inline Ended run_pin(const TempFolder& folder, const std::string& verb, const std::string& typed = {}) {
  return run(folder, {"sh", "-c", "printf '" + typed + "' | exec " + kProgram + " pin " + verb + " --data " + (folder / "data").string() + (verb == "set" ? " --content " + kSampleContent : "")});
}

inline void set_pin(const TempFolder& folder) {
  const Ended ended = run_pin(folder, "set", kPin + "\\n");
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
}

}  // namespace kiosk::tests
