// An OpenGL 3.3 context without a window and without a display server: EGL on Mesa's surfaceless platform. For `kiosk shots`, the
// golden pictures and machines that have no display.
#pragma once

#include <memory>

#include "base/result.h"

namespace kiosk::app {

class OffscreenContext {
 public:
  // Makes the context current on this thread and loads the OpenGL entry points.
  static base::Result<std::unique_ptr<OffscreenContext>> create();
  ~OffscreenContext();
  OffscreenContext(const OffscreenContext&) = delete;
  OffscreenContext& operator=(const OffscreenContext&) = delete;

 private:
  OffscreenContext(void* display, void* context) : display_(display), context_(context) {}
  void* display_;
  void* context_;
};

}  // namespace kiosk::app
