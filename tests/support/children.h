// This test program as the parent of workers: its own binary, and the processes it has started.
#pragma once

#include <filesystem>
#include <fstream>
#include <vector>

namespace kiosk::tests {

inline std::filesystem::path own_program() { return std::filesystem::read_symlink("/proc/self/exe"); }

// The ids of the processes this one has started and that still run, or were not waited for.
inline std::vector<int> own_children() {
  std::vector<int> children;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream list(thread.path() / "children");
    for (int child = 0; list >> child;) children.push_back(child);
  }
  return children;
}

}  // namespace kiosk::tests
