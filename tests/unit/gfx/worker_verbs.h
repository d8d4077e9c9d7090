// This test program started again as something else, before doctest runs: `decode-worker` is what the kiosk starts, the others
// try from inside what a worker must not be able to do.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kiosk::test {

// The program that answers the verbs: this one.
std::filesystem::path own_program();

// The ids of the processes this one has started and that still run.
std::vector<int> own_children();

// How a run of `verb argument` ended: its exit status, or 128 + the signal that killed it.
int run_verb(const std::string& verb, const std::string& argument = {});

}  // namespace kiosk::test
