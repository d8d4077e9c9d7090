// A process of our own binary that does one dangerous thing for us, as its parent sees it: executed with one end of a SOCK_SEQPACKET pair,
// killed when it is no longer wanted. The kernel ends it with the thread that started it (sandbox.h), which must outlive the work.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "gfx/worker_wire.h"

namespace kiosk::gfx {

class WorkerChild {
 public:
  WorkerChild() = default;
  ~WorkerChild();
  WorkerChild(const WorkerChild&) = delete;
  WorkerChild& operator=(const WorkerChild&) = delete;

  // Executes `program verb 3` when it does not run; does not wait until it is ready. False when it cannot be executed.
  bool start(const std::filesystem::path& program, std::string verb);
  void end();
  int socket() const { return socket_.get(); }

 private:
  OwnedDescriptor socket_;
  pid_t process_ = -1;
};

}  // namespace kiosk::gfx
