#include "content/watcher.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "base/clock.h"
#include "base/format.h"

namespace kiosk::content {
namespace {

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;

// How long a folder rests before it is read: longer than an editor takes between its steps, short enough for "within a second".
constexpr std::chrono::milliseconds kRest{150};
// How long a file that is open for writing is waited for: an editor or a copy is done by then, and what is still open may stay so all day.
constexpr std::chrono::milliseconds kPatience{3000};
// How often a folder that is not there is looked for.
constexpr std::chrono::milliseconds kSearch{500};
constexpr int kDeepestFolder = 4;
constexpr std::uint32_t kInFolder = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF |
                                    IN_ATTRIB | IN_ONLYDIR;
constexpr std::uint32_t kAroundFolder = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR;

void signal(int eventfd) {
  const std::uint64_t one = 1;
  // An eventfd takes eight bytes or fails for a counter that is full, and then it is readable as well.
  [[maybe_unused]] const ssize_t told = ::write(eventfd, &one, sizeof one);
}

// Swap files, back-ups and what an editor probes with: never content.
bool is_editors_own(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".tmp") || name == "4913";
}

}  // namespace

struct Watcher::State {
  fs::path folder;
  std::function<void(Watcher&)> on_change;
  int events = -1;  // the inotify instance
  int stop = -1;    // an eventfd
  int asked = -1;   // another, readable when `tell` was called
  std::map<int, fs::path> watched;
  int around = -1;  // the watch on the folder's parent
  std::map<std::pair<int, std::string>, Steady::time_point> half_written;  // open files, and when the first write was seen
  std::optional<Steady::time_point> changed;  // the latest change that was not told yet
  std::thread thread;

  ~State() {
    if (events >= 0) ::close(events);
    if (stop >= 0) ::close(stop);
    if (asked >= 0) ::close(asked);
  }

  bool has_folder() const { return !watched.empty(); }

  void watch_below(const fs::path& path, int depth, std::map<int, fs::path>& found) {
    const int watch = ::inotify_add_watch(events, path.c_str(), kInFolder);
    if (watch < 0) return;
    found.emplace(watch, path);
    if (depth == kDeepestFolder) return;
    std::error_code failed;
    for (fs::directory_iterator entry(path, failed), end; !failed && entry != end; entry.increment(failed)) {
      std::error_code unreadable;
      if (entry->is_directory(unreadable) && !entry->is_symlink(unreadable)) watch_below(entry->path(), depth + 1, found);
    }
  }

  // Folders come and go, and a link may lead elsewhere now.
  void watch_all() {
    std::map<int, fs::path> found;
    watch_below(folder, 0, found);
    for (const auto& [watch, path] : watched) {
      if (!found.contains(watch)) ::inotify_rm_watch(events, watch);
    }
    watched = std::move(found);
    around = ::inotify_add_watch(events, folder.parent_path().c_str(), kAroundFolder);
  }

  // Whether the event is a change to content.
  bool take(const inotify_event& event) {
    const std::string name = event.len > 0 ? event.name : "";
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      half_written.clear();
      return true;
    }
    if (event.wd == around && !watched.contains(event.wd)) return name == folder.filename();
    if (!watched.contains(event.wd) || is_editors_own(name)) return false;
    const bool text = name.ends_with(".toml");
    if ((event.mask & IN_MODIFY) != 0) {
      if (text) half_written.try_emplace({event.wd, name}, Steady::now());
      return text;  // a picture or a recording that is still being copied is a change when it is whole
    }
    if ((event.mask & (IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)) != 0) half_written.erase({event.wd, name});
    if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0) std::erase_if(half_written, [&](const auto& file) { return file.first.first == event.wd; });
    return (event.mask & IN_IGNORED) == 0;
  }

  void take_events() {
    alignas(inotify_event) std::array<char, 16384> buffer;
    bool any = false;
    for (;;) {
      const ssize_t length = ::read(events, buffer.data(), buffer.size());
      if (length <= 0) break;
      for (ssize_t at = 0; at < length;) {
        const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
        if (take(*event)) any = true;
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      }
    }
    if (!any) return;
    changed = Steady::now();
    watch_all();
  }

  // When what has changed may be read.
  Steady::time_point due() const {
    Steady::time_point due = *changed + kRest;
    for (const auto& [file, since] : half_written) due = std::max(due, since + kPatience);
    return due;
  }

  int timeout_ms() const {
    std::optional<std::chrono::milliseconds> left;
    if (changed) left = std::max(std::chrono::milliseconds(0), std::chrono::ceil<std::chrono::milliseconds>(due() - Steady::now()));
    if (!has_folder()) left = std::min(left.value_or(kSearch), kSearch);
    return left ? static_cast<int>(left->count()) : -1;
  }

  void run(Watcher& watcher) {
    for (;;) {
      std::array<pollfd, 3> waiting{pollfd{events, POLLIN, 0}, pollfd{stop, POLLIN, 0}, pollfd{asked, POLLIN, 0}};
      if (::poll(waiting.data(), waiting.size(), timeout_ms()) < 0 && errno != EINTR) return;
      if (waiting[1].revents != 0) return;
      if (waiting[2].revents != 0) {
        std::uint64_t times = 0;
        if (::read(asked, &times, sizeof times) > 0) changed = Steady::now() - kRest;
        half_written.clear();  // whoever asks wants it read as it is
      }
      take_events();
      if (!has_folder()) {
        watch_all();
        if (has_folder()) changed = Steady::now();
      }
      if (!changed || Steady::now() < due()) continue;
      changed.reset();
      on_change(watcher);
    }
  }
};

base::Result<std::unique_ptr<Watcher>> Watcher::start(fs::path folder, std::function<void(Watcher&)> on_change) {
  auto state = std::make_unique<State>();
  std::error_code failed;
  state->folder = fs::absolute(folder, failed).lexically_normal();
  if (state->folder.filename().empty()) state->folder = state->folder.parent_path();  // "config/"
  state->on_change = std::move(on_change);
  state->events = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  state->stop = ::eventfd(0, EFD_CLOEXEC);
  state->asked = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (state->events < 0 || state->stop < 0 || state->asked < 0) {
    return base::fail(fmt::format("{}: changes cannot be watched ({})", state->folder.string(), std::strerror(errno)),
                      "Raise fs.inotify.max_user_instances, or restart the kiosk after each change.");
  }
  state->watch_all();
  std::unique_ptr<Watcher> watcher(new Watcher(std::move(state)));
  watcher->state_->thread = std::thread([running = watcher.get()] { running->state_->run(*running); });
  return watcher;
}

Watcher::Watcher(std::unique_ptr<State> state) : state_(std::move(state)) {}

Watcher::~Watcher() {
  signal(state_->stop);
  state_->thread.join();
}

void Watcher::tell() { signal(state_->asked); }

bool Watcher::changed_again() {
  state_->take_events();
  return state_->changed.has_value();
}

}  // namespace kiosk::content
