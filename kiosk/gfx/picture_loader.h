// The parent's side of the decode worker: one long-lived process executed from our own binary (`kiosk decode-worker`, hidden)
// before the window opens. Requests go out as (open file or bytes, wanted size), pixels come back through a memfd; the worker
// runs under RLIMIT_AS 512 MiB (not under ASan), no file access of its own and a seccomp filter. It is restarted when it dies or
// takes longer than its deadline; a picture that killed it is never sent again. Used from the drawing thread; never blocks it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "gfx/decode.h"

namespace kiosk::gfx {

using PictureId = std::uint32_t;

// A file to open, or the bytes of a document made by us (an emblem).
using PictureSource = std::variant<std::filesystem::path, std::string>;

struct LoadedPicture {
  PictureId id = 0;
  base::Result<Image> image;
};

class PictureLoader {
 public:
  // Starts `program decode-worker` at once. `wake` is called from the loader's own thread when a result is ready to take
  // (glfwPostEmptyEvent). A worker that cannot be started makes every request fail; it never stops the kiosk.
  PictureLoader(std::filesystem::path program, std::function<void()> wake);
  ~PictureLoader();

  PictureId request(PictureSource source, const DecodeRequest& request);
  // Results since the last call, in the order they were finished.
  std::vector<LoadedPicture> take_finished();
  // Requests not yet finished.
  std::size_t pending() const;
  // Blocks until nothing is pending (shots, tests); false after `timeout_ms`.
  bool wait_until_idle(int timeout_ms);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The worker's side: serves requests from descriptor `socket` until it closes. Returns the exit status.
int run_decode_worker(int socket);

}  // namespace kiosk::gfx
