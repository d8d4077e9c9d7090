#include "base/forget.h"

namespace kiosk::base {

[[gnu::noinline]] void scrub_stack() {
  constexpr std::size_t kDeepestBytes = 512 * 1024;
  char below[kDeepestBytes];
  explicit_bzero(below, sizeof below);
}

}  // namespace kiosk::base
