// Shuts the calling process in for good: no new files, programs, connections, threads or privileges; only memory and the
// descriptors it already has or is handed. For the decode worker, once its libraries are loaded and warm. Forbidden calls answer
// EPERM, except those no honest decoder makes (running programs, tracing, connecting), which end the process.
#pragma once

namespace kiosk::gfx {

// The process ends with its parent thread, leaves no core file, gains no privileges, makes no file larger than one picture, and
// (not under a sanitizer, which reserves terabytes) uses at most 512 MiB of addresses. False when the kernel refuses.
bool limit_process();

// Installs the system-call filter. False when the kernel has no seccomp: the caller must not decode then.
bool install_call_filter();

}  // namespace kiosk::gfx
