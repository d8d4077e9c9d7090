// The decode worker as its parent sees it: started, asked one picture at a time, ended. Every wait also ends when `stop`, an
// eventfd, becomes readable. Used by PictureLoader's own thread only.
#pragma once

#include <chrono>
#include <filesystem>

#include "base/result.h"
#include "gfx/worker_child.h"
#include "gfx/worker_wire.h"

namespace kiosk::gfx {

enum class WorkerAnswer : std::uint8_t {
  replied,      // an image or an error of this picture
  gone_before,  // the worker was not there any more when asked; the picture never reached it
  gone_during,  // it died over this picture
  too_slow,     // it took longer than the deadline and was ended
  not_started,  // it could not be started or never became ready
  stopping,     // `stop` was signalled
};

class WorkerProcess {
 public:
  WorkerProcess(std::filesystem::path program, int stop);

  // Starts it when it is not running; does not wait until it is ready.
  bool start();
  // Sends one picture and waits for its reply, at most kPictureDeadline. Whatever is not `replied` or `gone_before` ends the
  // worker.
  WorkerAnswer ask(const RequestPacket& request, int file, ReplyPacket& reply, OwnedDescriptor& pixels);
  void end();

 private:
  WorkerAnswer wait_readable(std::chrono::steady_clock::time_point deadline) const;
  WorkerAnswer become_ready();

  std::filesystem::path program_;
  int stop_;
  WorkerChild child_;
  bool ready_ = false;
};

}  // namespace kiosk::gfx
