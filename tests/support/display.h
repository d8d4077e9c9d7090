// A real X server without a screen (Xvfb), and touches made by the XTEST extension.
#pragma once

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <memory>
#include <stdexcept>

#include "support/process.h"

namespace kiosk::tests {

class VirtualDisplay {
 public:
  explicit VirtualDisplay(int width = 1920, int height = 1080) {
    const std::filesystem::path number = folder_ / "display";
    const std::string screen = std::to_string(width) + "x" + std::to_string(height) + "x24";
    server_ = std::make_unique<Process>(
        std::vector<std::string>{"sh", "-c", "exec Xvfb -displayfd 3 -screen 0 " + screen + " -nolisten tcp 3>" + number.string()},
        folder_.path());
    for (int tries = 0; tries < 1000 && slurp(number).find('\n') == std::string::npos; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::string text = slurp(number);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    if (text.empty()) throw std::runtime_error("Xvfb did not start: install Debian's package xvfb");
    name_ = ":" + text;
    connection_ = XOpenDisplay(name_.c_str());
    if (connection_ == nullptr) throw std::runtime_error("Xvfb started, but no connection can be made to " + name_);
  }
  ~VirtualDisplay() {
    if (connection_ != nullptr) XCloseDisplay(connection_);
  }
  VirtualDisplay(const VirtualDisplay&) = delete;
  VirtualDisplay& operator=(const VirtualDisplay&) = delete;

  const std::string& name() const { return name_; }
  ::Display* connection() const { return connection_; }
  pid_t server() const { return server_->pid(); }

  void move(int x, int y) { XTestFakeMotionEvent(connection_, -1, x, y, CurrentTime), XFlush(connection_); }
  void button(bool down) { XTestFakeButtonEvent(connection_, 1, down ? True : False, CurrentTime), XFlush(connection_); }
  void tap(int x, int y) {
    move(x, y);
    button(true);
    std::this_thread::sleep_for(std::chrono::milliseconds(40));
    button(false);
  }

 private:
  TempFolder folder_;
  std::unique_ptr<Process> server_;
  std::string name_;
  ::Display* connection_ = nullptr;
};

}  // namespace kiosk::tests
