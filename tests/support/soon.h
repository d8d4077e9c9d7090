// Waiting for what another thread or process does.
#pragma once

#include <chrono>
#include <thread>

namespace kiosk::tests {

// True as soon as `condition` is, false after having slept for `limit`. The condition's own time, long on a busy machine, is not counted.
template <class Condition>
bool soon(std::chrono::milliseconds limit, Condition condition) {
  constexpr std::chrono::milliseconds kPause{2};
  for (auto slept = std::chrono::milliseconds(0); slept < limit && !condition(); slept += kPause) std::this_thread::sleep_for(kPause);
  return condition();
}

}  // namespace kiosk::tests
