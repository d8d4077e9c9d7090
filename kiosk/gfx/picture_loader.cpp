#include "gfx/picture_loader.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "gfx/worker_process.h"

namespace kiosk::gfx {
namespace {

struct Job {
  PictureId id = 0;
  PictureSource source;
  DecodeRequest request;
};

// What is handed to the worker, and a key by which the same contents are known again: a repaired file gets a new chance.
struct OpenedSource {
  OwnedDescriptor file;
  std::string key;
};

base::Result<OpenedSource> open_source(const PictureSource& source) {
  if (const auto* bytes = std::get_if<std::string>(&source)) {
    OwnedDescriptor file = memory_file("kiosk-drawing", bytes->data(), bytes->size());
    if (!file) return base::fail("there is no memory for a drawing", "Restart the kiosk.");
    return OpenedSource{std::move(file), *bytes};
  }
  const auto& path = std::get<std::filesystem::path>(source);
  struct stat info {};
  OwnedDescriptor file = open_content(path, info);
  if (!file) {
    return base::fail(fmt::format("{}: cannot be read", path.string()), "Check that the picture is there and may be read.");
  }
  if (!S_ISREG(info.st_mode))
    return base::fail(fmt::format("{}: is not a file", path.string()), "Put a picture file in its place.");
  return OpenedSource{std::move(file), fmt::format("{}\n{} {} {}.{}", path.string(), info.st_ino, info.st_size,
                                                   info.st_mtim.tv_sec, info.st_mtim.tv_nsec)};
}

std::string name_of(const PictureSource& source) {
  const auto* path = std::get_if<std::filesystem::path>(&source);
  return path == nullptr ? "a drawing of the kiosk" : path->string();
}

// The worker's word is checked: it may be under a hostile picture's control.
base::Result<Image> image_of(const ReplyPacket& reply, const OwnedDescriptor& pixels, const Job& job) {
  if (reply.kind != ReplyKind::image) {
    return base::fail(fmt::format("{}: {}", name_of(job.source), text_of(reply.message)), text_of(reply.remedy));
  }
  const bool as_asked = reply.width_px == job.request.width_px && reply.height_px == job.request.height_px;
  Image image;
  if (as_asked) {
    image = {reply.width_px, reply.height_px, {}};
    image.pixels.resize(static_cast<std::size_t>(reply.width_px) * static_cast<std::size_t>(reply.height_px) * 4);
  }
  if (!as_asked || !pixels || !read_exactly(pixels.get(), image.pixels.data(), image.pixels.size())) {
    return base::fail(fmt::format("{}: the picture worker gave no pixels", name_of(job.source)), "Save the picture again.");
  }
  return image;
}

}  // namespace

struct PictureLoader::State {
  State(std::filesystem::path program, std::function<void()> wake_caller)
      : wake(std::move(wake_caller)), stop(::eventfd(0, EFD_CLOEXEC)), worker(std::move(program), stop.get()) {
    thread = std::thread([this] { serve(); });
  }

  ~State() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
    }
    constexpr std::uint64_t kOne = 1;
    [[maybe_unused]] const ssize_t signalled = ::write(stop.get(), &kOne, sizeof kOne);
    changed.notify_all();
    thread.join();
  }

  // The loader's thread. It starts the worker itself, because the kernel ends the worker with the thread that started it.
  void serve() {
    worker.start();
    for (;;) {
      Job job;
      {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return stopping || !queue.empty(); });
        if (stopping) break;
        job = std::move(queue.front());
        queue.pop_front();
      }
      base::Result<Image> image = load(job);
      {
        const std::lock_guard lock(mutex);
        if (stopping) break;
        finished.push_back({job.id, std::move(image)});
        --unfinished;
      }
      changed.notify_all();
      if (wake) wake();
    }
    worker.end();
  }

  base::Result<Image> load(const Job& job) {
    base::Result<OpenedSource> opened = open_source(job.source);
    if (!opened) return tl::make_unexpected(opened.error());
    const auto refused = [&](std::string_view why) {
      return base::fail(fmt::format("{}: {}", name_of(job.source), why), "Save the picture again with an image editor.");
    };
    if (deadly.contains(opened->key)) return refused("made the picture worker stop before and is not tried again");
    ReplyPacket reply;
    OwnedDescriptor pixels;
    const RequestPacket packet{job.id, job.request};
    WorkerAnswer answer = worker.ask(packet, opened->file.get(), reply, pixels);
    // Ended by someone else while it was idle: the picture is not to blame.
    if (answer == WorkerAnswer::gone_before) answer = worker.ask(packet, opened->file.get(), reply, pixels);
    if (answer == WorkerAnswer::replied) return image_of(reply, pixels, job);
    if (answer == WorkerAnswer::gone_during || answer == WorkerAnswer::too_slow) {
      base::log_warning(fmt::format("{} made the picture worker stop", name_of(job.source)));
      deadly.insert(std::move(opened->key));
      worker.start();
      return refused(answer == WorkerAnswer::too_slow ? "takes longer than 10 s to decode" : "made the picture worker stop");
    }
    return base::fail("the picture worker cannot be started", "Check that the kiosk's program is whole and that the machine has memory left, then restart the kiosk.");
  }

  std::function<void()> wake;
  OwnedDescriptor stop;
  WorkerProcess worker;          // touched by the thread only
  std::set<std::string> deadly;  // likewise

  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Job> queue;
  std::vector<LoadedPicture> finished;
  std::size_t unfinished = 0;
  PictureId last_id = 0;
  bool stopping = false;
  std::thread thread;
};

PictureLoader::PictureLoader(std::filesystem::path program, std::function<void()> wake)
    : state_(std::make_unique<State>(std::move(program), std::move(wake))) {}

PictureLoader::~PictureLoader() = default;

PictureId PictureLoader::request(PictureSource source, const DecodeRequest& request) {
  PictureId id = 0;
  {
    const std::lock_guard lock(state_->mutex);
    id = ++state_->last_id;
    state_->queue.push_back({id, std::move(source), request});
    ++state_->unfinished;
  }
  state_->changed.notify_all();
  return id;
}

std::vector<LoadedPicture> PictureLoader::take_finished() {
  const std::lock_guard lock(state_->mutex);
  return std::exchange(state_->finished, {});
}

std::size_t PictureLoader::pending() const {
  const std::lock_guard lock(state_->mutex);
  return state_->unfinished;
}

bool PictureLoader::wait_until_idle(int timeout_ms) {
  std::unique_lock lock(state_->mutex);
  return state_->changed.wait_for(lock, std::chrono::milliseconds(timeout_ms), [this] { return state_->unfinished == 0; });
}

}  // namespace kiosk::gfx
