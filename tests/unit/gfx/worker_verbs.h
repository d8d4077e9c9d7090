// This test program started again as something else, before doctest runs: `decode-worker` is what the kiosk starts, the others
// try from inside what a worker must not be able to do.
#pragma once

#include <string>

namespace kiosk::test {

// How a run of `verb argument` ended: its exit status, or 128 + the signal that killed it.
int run_verb(const std::string& verb, const std::string& argument = {});

}  // namespace kiosk::test
