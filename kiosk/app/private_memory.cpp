#include "app/private_memory.h"

#include <fcntl.h>
#include <malloc.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#ifndef KIOSK_SANITIZE

// glibc's own, under the names that it exports for programs like this one. M_PERTURB would be simpler, but leaves small freed blocks as
// they are (measured on glibc 2.36: up to about 1 KiB).
extern "C" void __libc_free(void* memory) noexcept;

extern "C" void free(void* memory) noexcept {
  if (memory == nullptr) return;
  // A block with a mapping of its own (bit 1 of glibc's size word) goes back to the kernel, which gives it to nobody unzeroed.
  constexpr std::size_t kMapped = 2;
  if ((static_cast<const std::size_t*>(memory)[-1] & kMapped) == 0) explicit_bzero(memory, malloc_usable_size(memory));
  __libc_free(memory);
}

// glibc's would free the old block, or cut off its end, as it is.
extern "C" void* realloc(void* memory, std::size_t bytes) noexcept {
  if (memory == nullptr) return std::malloc(bytes);
  if (bytes == 0) {
    free(memory);
    return nullptr;
  }
  const std::size_t usable = malloc_usable_size(memory);
  if (bytes <= usable && bytes > usable / 2) return memory;
  void* const moved = std::malloc(bytes);
  if (moved == nullptr) return nullptr;
  memcpy(moved, memory, std::min(bytes, usable));
  free(memory);
  return moved;
}

#endif

namespace kiosk::app {

void keep_memory_private() {
  constexpr rlimit kNone{0, 0};
  ::setrlimit(RLIMIT_CORE, &kNone);
  // A handler that takes dumps through a pipe (apport, systemd-coredump) is not bound by the limit: it gets no mapping (core(5)).
  const int filter = ::open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
  if (filter < 0) return;
  [[maybe_unused]] const ssize_t written = ::write(filter, "0", 1);
  ::close(filter);
}

}  // namespace kiosk::app
