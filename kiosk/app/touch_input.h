// Several fingers on a touchscreen. GLFW has no touch: X makes a pointer of the first finger, which the window gets as ever; here the raw touches
// of XInput 2.2 are read beside it, on a connection and a thread of their own (XI_RawTouch on the root window; see XI2proto.txt). Without a
// touchscreen, or with an older server, nothing comes and nothing is lost.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "ui/gestures.h"

namespace kiosk::app {

class TouchInput {
 public:
  // `wake` is called on the reading thread after events were queued. nullptr where the display has no XInput 2.2.
  static std::unique_ptr<TouchInput> open(std::function<void()> wake);
  ~TouchInput();
  TouchInput(const TouchInput&) = delete;
  TouchInput& operator=(const TouchInput&) = delete;

  // What came since the last call, in pixels of the whole X screen; on the drawing thread.
  std::vector<ui::FingerEvent> take();

 private:
  struct Connection;
  TouchInput(std::unique_ptr<Connection> connection, std::function<void()> wake);
  void read();

  std::unique_ptr<Connection> connection_;  // the reading thread's alone
  std::function<void()> wake_;
  int stop_ = -1;  // an eventfd: readable when the thread is to end
  std::mutex mutex_;
  std::vector<ui::FingerEvent> events_;
  std::thread thread_;
};

}  // namespace kiosk::app
