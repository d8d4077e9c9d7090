// The window: GLFW on X11 with an OpenGL 3.3 core context. Fills the pointer queue; decides nothing.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/event_times.h"
#include "base/geometry.h"
#include "base/result.h"
#include "ui/gestures.h"
#include "ui/key_stroke.h"

struct GLFWwindow;

namespace kiosk::app {

class Window {
 public:
  // Connects to the display and says how large the window will be, before it is opened. Fails with a sentence when there is no display.
  static base::Result<base::Size> connect(std::optional<base::Size> windowed);
  // After connect. Fullscreen on the first monitor, or `windowed` in pixels. Makes the context current and loads OpenGL. Fails when OpenGL
  // 3.3 is not offered.
  static base::Result<std::unique_ptr<Window>> open(std::optional<base::Size> windowed);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  base::Size size() const;  // framebuffer pixels
  base::Point position() const;  // of its upper left corner on the whole X screen
  // Waits for an event until `timeout_seconds`; 0 only looks.
  void wait(double timeout_seconds);
  void swap();
  // The desktop uncovered or resized the window: the frame must be drawn again.
  bool take_damage() { return std::exchange(damaged_, false); }
  bool close_requested() const { return close_requested_; }
  void on_pointer(std::function<void(const ui::PointerEvent&)> handler) { pointer_ = std::move(handler); }
  void on_key(std::function<void(ui::KeyStroke)> handler) { key_ = std::move(handler); }
  // From any thread: ends a wait.
  static void wake();

 private:
  explicit Window(GLFWwindow* window, bool fullscreen);
  static void mouse_button(GLFWwindow* window, int button, int action, int mods);
  static void character(GLFWwindow* window, unsigned code_point);
  static void key(GLFWwindow* window, int key, int scancode, int action, int mods);
  static void cursor_position(GLFWwindow* window, double x, double y);
  void pointer(ui::PointerPhase phase, base::SteadyTime time);

  GLFWwindow* window_;
  bool fullscreen_;
  bool pressed_ = false;
  bool damaged_ = true;
  bool close_requested_ = false;
  base::Point position_;
  EventTimes times_;
  std::function<void(const ui::PointerEvent&)> pointer_;
  std::function<void(ui::KeyStroke)> key_;
};

}  // namespace kiosk::app
