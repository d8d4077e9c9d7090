// Shuts the calling process in for good: no new files, programs, connections, threads or privileges; only memory and the
// descriptors it already has or is handed. For the workers that decode content, once their libraries are loaded and warm. Forbidden calls
// answer EPERM, except those no honest decoder makes (running programs, tracing, connecting), which end the process.
#pragma once

#include <functional>

namespace kiosk::gfx {

// The process ends with its parent thread, leaves no core file, gains no privileges, makes no file larger than one picture, and
// (not under a sanitizer, which reserves terabytes) uses at most 512 MiB of addresses. False when the kernel refuses.
bool limit_process();

// Installs the system-call filter. False when the kernel has no seccomp: the caller must not decode then.
bool install_call_filter();

// A worker's way in: both of the above, every descriptor beyond `socket` and standard error closed, and `warm_up` called between them, to load
// and look up what decoding will need. False, and logged, when nothing may be decoded.
bool shut_in(int socket, const std::function<void()>& warm_up = {});

}  // namespace kiosk::gfx
