#include "app/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <chrono>
#include <clocale>
#include <cstdlib>
#include <utility>

#include "gfx/texture.h"

namespace kiosk::app {
namespace {

gfx::ProcAddress load(const char* name) { return glfwGetProcAddress(name); }

// UTF-8 of a code point that GLFW gives.
std::string utf8(unsigned code_point) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x80) return {static_cast<char>(code_point)};
  if (code_point < 0x800) return {static_cast<char>(0xC0U | (code_point >> 6U)), tail(0)};
  if (code_point < 0x10000) return {static_cast<char>(0xE0U | (code_point >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | (code_point >> 18U)), tail(12), tail(6), tail(0)};
}

std::optional<ui::KeyStroke::Kind> kind_of(int key) {
  using Kind = ui::KeyStroke::Kind;
  switch (key) {
    case GLFW_KEY_BACKSPACE: return Kind::backspace;
    case GLFW_KEY_DELETE: return Kind::delete_forward;
    case GLFW_KEY_LEFT: return Kind::left;
    case GLFW_KEY_RIGHT: return Kind::right;
    case GLFW_KEY_HOME: return Kind::home;
    case GLFW_KEY_END: return Kind::end;
    case GLFW_KEY_TAB: return Kind::next_field;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Kind::done;
    default: return std::nullopt;
  }
}

// "Select all" as the layout has it: on AZERTY the letter is not where QWERTY has it; a layout of other letters goes by the place.
bool is_select_all(int key, int mods) {
  if (mods != GLFW_MOD_CONTROL) return false;
  const char* name = glfwGetKeyName(key, 0);
  const bool latin = name != nullptr && name[0] >= 'a' && name[0] <= 'z';
  return latin ? name[0] == 'a' : key == GLFW_KEY_A;
}

// Dead keys and compose sequences are put together by Xlib's input method, and the C library's locale decides by which table: that of "C"
// has neither. GLFW 3.3 leaves the locale of a program as it is, and a service has none. Only the kind of characters is set; numbers and
// sorting stay as they are.
void use_compose_table() {
  if (std::setlocale(LC_CTYPE, "C.UTF-8") == nullptr) std::setlocale(LC_CTYPE, "");
}

Window* self(GLFWwindow* window) { return static_cast<Window*>(glfwGetWindowUserPointer(window)); }

}  // namespace

base::Result<base::Size> Window::connect(std::optional<base::Size> windowed) {
  use_compose_table();
#ifdef GLFW_PLATFORM
  // GLFW 3.4 looks for a Wayland compositor first, whose library complains on standard error where there is none.
  if (std::getenv("WAYLAND_DISPLAY") == nullptr) glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
  if (glfwInit() != GLFW_TRUE) {
    return base::fail("no display: the window cannot be opened",
                      "Start the kiosk inside an X session, or set DISPLAY; `kiosk shots DIR` renders every screen without a display.");
  }
  if (windowed) return *windowed;
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  if (mode == nullptr) return base::fail("the display has no monitor", "Connect a monitor, or use --windowed WIDTHxHEIGHT.");
  return base::Size{static_cast<float>(mode->width), static_cast<float>(mode->height)};
}

base::Result<std::unique_ptr<Window>> Window::open(std::optional<base::Size> windowed) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
  const auto size = connect(windowed);
  if (!size) return tl::make_unexpected(size.error());
  GLFWmonitor* monitor = windowed ? nullptr : glfwGetPrimaryMonitor();
  const auto width = static_cast<int>(size->width);
  const auto height = static_cast<int>(size->height);
  GLFWwindow* window = glfwCreateWindow(width, height, "Jusur", monitor, nullptr);
  if (window == nullptr) {
    glfwTerminate();
    return base::fail("OpenGL 3.3 is not offered by this display", "Install libgl1-mesa-dri, or a driver for the graphics card.");
  }
  std::unique_ptr<Window> made(new Window(window, monitor != nullptr));
  glfwMakeContextCurrent(window);
  if (!gfx::load_opengl(load)) return base::fail("the entry points of OpenGL 3.3 are missing", "Install libgl1-mesa-dri.");
  glfwSwapInterval(1);
  return made;
}

Window::Window(GLFWwindow* window, bool fullscreen) : window_(window), fullscreen_(fullscreen) {
  glfwSetWindowUserPointer(window, this);
  glfwSetMouseButtonCallback(window, mouse_button);
  glfwSetCursorPosCallback(window, cursor_position);
  glfwSetCharCallback(window, character);
  glfwSetKeyCallback(window, key);
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { self(w)->damaged_ = true; });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { self(w)->damaged_ = true; });
  glfwSetWindowCloseCallback(window, [](GLFWwindow* w) {
    // A visitor must not leave the kiosk by Alt+F4: in fullscreen the desktop's wish is ignored.
    glfwSetWindowShouldClose(w, GLFW_FALSE);
    if (!self(w)->fullscreen_) self(w)->close_requested_ = true;
  });
  if (fullscreen) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  double x = 0;
  double y = 0;
  glfwGetCursorPos(window, &x, &y);
  position_ = {static_cast<float>(x), static_cast<float>(y)};
}

Window::~Window() {
  glfwDestroyWindow(window_);
  glfwTerminate();
}

base::Size Window::size() const {
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  return {static_cast<float>(width), static_cast<float>(height)};
}

base::Point Window::position() const {
  int x = 0;
  int y = 0;
  glfwGetWindowPos(window_, &x, &y);
  return {static_cast<float>(x), static_cast<float>(y)};
}

void Window::wait(double timeout_seconds) {
  times_.look(window_);
  if (timeout_seconds <= 0) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(timeout_seconds);
  }
}

void Window::swap() { glfwSwapBuffers(window_); }
void Window::wake() { glfwPostEmptyEvent(); }

void Window::pointer(ui::PointerPhase phase, base::SteadyTime time) {
  if (pointer_) pointer_({phase, position_, time});
}

void Window::mouse_button(GLFWwindow* window, int button, int action, int) {
  if (button != GLFW_MOUSE_BUTTON_LEFT) return;
  // Where the pointer was told to be before this event. glfwGetCursorPos asks the server where it is by now: of two quick taps both would be there.
  Window& me = *self(window);
  me.pressed_ = action == GLFW_PRESS;
  const ui::PointerPhase phase = me.pressed_ ? ui::PointerPhase::down : ui::PointerPhase::up;
  me.pointer(phase, me.times_.take(phase, me.position_, std::chrono::steady_clock::now()));
}

void Window::character(GLFWwindow* window, unsigned code_point) {
  if (self(window)->key_) self(window)->key_({ui::KeyStroke::Kind::text, utf8(code_point)});
}

void Window::key(GLFWwindow* window, int key, int, int action, int mods) {
  if (action == GLFW_RELEASE || !self(window)->key_) return;
  // Of the chords of desktops only this one: nothing is copied from a visitor's field, and nothing is pasted into it.
  if (is_select_all(key, mods)) return self(window)->key_({ui::KeyStroke::Kind::select_all, {}});
  if (const auto kind = kind_of(key)) self(window)->key_({*kind, {}, (mods & GLFW_MOD_SHIFT) != 0});
}

void Window::cursor_position(GLFWwindow* window, double x, double y) {
  Window& me = *self(window);
  me.position_ = {static_cast<float>(x), static_cast<float>(y)};
  const base::SteadyTime time = me.times_.take(ui::PointerPhase::move, me.position_, std::chrono::steady_clock::now());
  // A pointer that only hovers changes nothing on a touch screen.
  if (me.pressed_) me.pointer(ui::PointerPhase::move, time);
}

}  // namespace kiosk::app
