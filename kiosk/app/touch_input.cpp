#include "app/touch_input.h"

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace kiosk::app {
namespace {

// One axis of a device: what its numbers mean.
struct Axis {
  double least = 0;
  double most = 0;
  bool known() const { return most > least; }
  double share(double value) const { return std::clamp((value - least) / (most - least), 0.0, 1.0); }
};

struct Touchscreen {
  int device = 0;
  Axis x;  // valuators 0 and 1 of a direct touch device (XI2proto.txt)
  Axis y;
};

// Those whose fingers touch the picture itself: a touchpad's do not.
std::vector<Touchscreen> touchscreens(Display* display) {
  int count = 0;
  XIDeviceInfo* const devices = XIQueryDevice(display, XIAllDevices, &count);
  std::vector<Touchscreen> found;
  for (int i = 0; i < count; ++i) {
    const XIDeviceInfo& device = devices[i];
    Touchscreen screen{device.deviceid, {}, {}};
    bool direct = false;
    for (int k = 0; k < device.num_classes; ++k) {
      const XIAnyClassInfo* const one = device.classes[k];
      if (one->type == XITouchClass) direct |= reinterpret_cast<const XITouchClassInfo*>(one)->mode == XIDirectTouch;
      if (one->type != XIValuatorClass) continue;
      const auto& valuator = *reinterpret_cast<const XIValuatorClassInfo*>(one);
      if (valuator.number == 0) screen.x = {valuator.min, valuator.max};
      if (valuator.number == 1) screen.y = {valuator.min, valuator.max};
    }
    if (direct && screen.x.known() && screen.y.known()) found.push_back(screen);
  }
  if (devices != nullptr) XIFreeDeviceInfo(devices);
  return found;
}

std::optional<ui::PointerPhase> phase_of(int type) {
  switch (type) {
    case XI_RawTouchBegin: return ui::PointerPhase::down;
    case XI_RawTouchUpdate: return ui::PointerPhase::move;
    case XI_RawTouchEnd: return ui::PointerPhase::up;
    default: return std::nullopt;
  }
}

// The values of the first two valuators; those that did not change are not sent.
void take_values(const XIRawEvent& raw, std::array<std::optional<double>, 2>& values) {
  const double* value = raw.valuators.values;
  for (int i = 0; i < raw.valuators.mask_len * 8; ++i) {
    if (!XIMaskIsSet(raw.valuators.mask, i)) continue;
    if (i < 2) values.at(static_cast<std::size_t>(i)) = *value;
    ++value;
  }
}

}  // namespace

struct TouchInput::Connection {
  Display* display = nullptr;
  int opcode = 0;
  std::vector<Touchscreen> screens;
  struct Finger {
    int id = 0;
    int device = 0;
    double x = 0;
    double y = 0;
  };
  std::vector<Finger> fingers;  // where each is that is down

  Connection() = default;
  ~Connection() {
    if (display != nullptr) XCloseDisplay(display);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool open() {
    display = XOpenDisplay(nullptr);
    int event = 0;
    int error = 0;
    if (display == nullptr || XQueryExtension(display, "XInputExtension", &opcode, &event, &error) == 0) return false;
    int major = 2;
    int minor = 2;
    if (XIQueryVersion(display, &major, &minor) != Success || major * 10 + minor < 22) return false;
    std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
    for (const int wanted : {XI_RawTouchBegin, XI_RawTouchUpdate, XI_RawTouchEnd}) XISetMask(bits.data(), wanted);
    std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> hierarchy{};
    XISetMask(hierarchy.data(), XI_HierarchyChanged);
    // Raw events come from the master device once, whatever screen they began on; which screens there are is told of all devices.
    std::array masks{XIEventMask{XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()},
                     XIEventMask{XIAllDevices, static_cast<int>(hierarchy.size()), hierarchy.data()}};
    XISelectEvents(display, DefaultRootWindow(display), masks.data(), static_cast<int>(masks.size()));
    XFlush(display);
    screens = touchscreens(display);
    return true;
  }

  // Reads one event and adds what it tells.
  void next(std::vector<ui::FingerEvent>& made) {
    XEvent event;
    XNextEvent(display, &event);
    XGenericEventCookie& cookie = event.xcookie;
    if (cookie.type != GenericEvent || cookie.extension != opcode || XGetEventData(display, &cookie) == 0) return;
    if (cookie.evtype == XI_HierarchyChanged) {
      screens = touchscreens(display);
      lift_lost(made);
    } else if (const auto phase = phase_of(cookie.evtype)) {
      finger(*phase, *static_cast<const XIRawEvent*>(cookie.data), made);
    }
    XFreeEventData(display, &cookie);
  }

 private:
  const Touchscreen* screen_of(int device) const {
    const auto found = std::find_if(screens.begin(), screens.end(), [&](const Touchscreen& one) { return one.device == device; });
    return found == screens.end() ? nullptr : &*found;
  }

  ui::FingerEvent told(const Finger& finger, ui::PointerPhase phase) const {
    return {static_cast<std::uint32_t>(finger.id), phase, {static_cast<float>(finger.x), static_cast<float>(finger.y)}, std::chrono::steady_clock::now()};
  }

  // A touchscreen that is gone lifts no finger: one that stayed down would make two of every later one.
  void lift_lost(std::vector<ui::FingerEvent>& made) {
    std::erase_if(fingers, [&](const Finger& one) {
      const bool lost = screen_of(one.device) == nullptr;
      if (lost) made.push_back(told(one, ui::PointerPhase::cancel));
      return lost;
    });
  }

  void finger(ui::PointerPhase phase, const XIRawEvent& raw, std::vector<ui::FingerEvent>& made) {
    auto known = std::find_if(fingers.begin(), fingers.end(), [&](const Finger& one) { return one.id == raw.detail; });
    if (known == fingers.end()) {
      if (phase != ui::PointerPhase::down || screen_of(raw.sourceid) == nullptr) return;
      known = fingers.insert(fingers.end(), Finger{raw.detail, raw.sourceid, 0, 0});
      measure();
    }
    const Touchscreen* const screen = screen_of(known->device);
    std::array<std::optional<double>, 2> values;
    take_values(raw, values);
    if (screen != nullptr && values[0]) known->x = screen->x.share(*values[0]) * width;
    if (screen != nullptr && values[1]) known->y = screen->y.share(*values[1]) * height;
    made.push_back(told(*known, phase));
    if (phase == ui::PointerPhase::up) fingers.erase(known);
  }

  // The whole X screen, which may have been turned since.
  void measure() {
    Window root = 0;
    int x = 0;
    int y = 0;
    unsigned border = 0;
    unsigned depth = 0;
    XGetGeometry(display, DefaultRootWindow(display), &root, &x, &y, &width, &height, &border, &depth);
  }

  unsigned width = 0;
  unsigned height = 0;
};

std::unique_ptr<TouchInput> TouchInput::open(std::function<void()> wake) {
  auto connection = std::make_unique<Connection>();
  if (!connection->open()) return nullptr;
  return std::unique_ptr<TouchInput>(new TouchInput(std::move(connection), std::move(wake)));
}

TouchInput::TouchInput(std::unique_ptr<Connection> connection, std::function<void()> wake)
    : connection_(std::move(connection)), wake_(std::move(wake)), stop_(::eventfd(0, EFD_CLOEXEC)), thread_([this] { read(); }) {}

TouchInput::~TouchInput() {
  const std::uint64_t one = 1;
  if (::write(stop_, &one, sizeof one) == sizeof one) thread_.join();
  ::close(stop_);
}

std::vector<ui::FingerEvent> TouchInput::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(events_, {});
}

void TouchInput::read() {
  std::array<pollfd, 2> waited{pollfd{ConnectionNumber(connection_->display), POLLIN, 0}, pollfd{stop_, POLLIN, 0}};
  for (;;) {
    bool queued = false;
    while (XPending(connection_->display) > 0) {
      std::vector<ui::FingerEvent> made;
      connection_->next(made);
      if (made.empty()) continue;
      const std::lock_guard lock(mutex_);
      events_.insert(events_.end(), made.begin(), made.end());
      queued = true;
    }
    if (queued) wake_();
    if (::poll(waited.data(), waited.size(), -1) < 0) continue;
    if (waited[1].revents != 0) return;
    if ((waited[0].revents & (POLLHUP | POLLERR)) != 0) return;  // the display is gone, and the window with it
  }
}

}  // namespace kiosk::app
