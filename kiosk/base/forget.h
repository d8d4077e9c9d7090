// Leaving nothing of a visitor in memory where a destructor is not enough: a short string lives inside its object, and an object that is
// moved from, assigned to or gone from the stack keeps its bytes until something else is written there. What is freed is zeroed by the
// program's own free (app/private_memory.h). Any thread, its own memory only; cannot fail.
#pragma once

#include <string.h>

#include <memory>
#include <type_traits>
#include <utility>

namespace kiosk::base {

// Zeroes the stack below the caller's frame as deep as calls of this program go, so call it from a thread's outermost
// loop. What the caller itself had on the stack stays: functions that it calls with personal data are [[gnu::noinline]].
void scrub_stack();

// Puts `next` in the place of `old` and leaves no byte of `old` in it.
template <class T>
void replace_and_wipe(T& old, T next) {
  static_assert(std::is_nothrow_move_constructible_v<T>);
  std::destroy_at(&old);
  explicit_bzero(static_cast<void*>(&old), sizeof(T));
  std::construct_at(&old, std::move(next));
}

}  // namespace kiosk::base
