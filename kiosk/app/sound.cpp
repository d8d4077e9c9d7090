#include "app/sound.h"

#include <alsa/asoundlib.h>

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include "app/recording.h"
#include "base/clock.h"
#include "base/format.h"
#include "base/log.h"

namespace kiosk::app {
namespace {

using base::Milliseconds;
using Steady = std::chrono::steady_clock;

constexpr Milliseconds kPeriod{50};
constexpr Milliseconds kDeviceBuffer{200};
// Never further ahead of the clock than this, so that a device which takes everything at once does not end a recording in a moment. More
// than the device's buffer: a device that has its own pace sets it.
constexpr Milliseconds kAhead{300};
// How long a full device is left alone before it is asked again, and how long it may stand still before it is given up.
constexpr Milliseconds kAskAgain{10};
constexpr Milliseconds kStandstill{2000};

void say_nothing(const char*, int, const char*, int, const char*, ...) {}

struct ClosePcm {
  void operator()(snd_pcm_t* pcm) const {
    snd_pcm_drop(pcm);
    snd_pcm_close(pcm);
  }
};
using Pcm = std::unique_ptr<snd_pcm_t, ClosePcm>;

// Nothing when there is no such device, or another program has it. Never waits for one to become free.
Pcm open_device(const std::string& name, const Recording& recording) {
  snd_pcm_t* opened = nullptr;
  if (snd_pcm_open(&opened, name.c_str(), SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK) < 0) return nullptr;
  Pcm pcm(opened);
  constexpr int kMayResample = 1;
  const int fits = snd_pcm_set_params(pcm.get(), SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, static_cast<unsigned>(recording.channels()),
                                      static_cast<unsigned>(recording.rate_hz()), kMayResample,
                                      static_cast<unsigned>(std::chrono::microseconds(kDeviceBuffer).count()));
  return fits < 0 ? nullptr : std::move(pcm);
}

float peak(std::span<const std::int16_t> samples) {
  int most = 0;
  for (const std::int16_t sample : samples) most = std::max(most, std::abs(static_cast<int>(sample)));
  return static_cast<float>(most) / 32768.0F;
}

}  // namespace

struct Sound::State {
  std::function<void()> on_change;
  std::filesystem::path program;
  std::string device;
  std::thread thread;

  std::mutex mutex;
  std::condition_variable changed;
  std::optional<std::filesystem::path> wanted;  // not begun yet
  std::uint64_t order = 0;                      // counts `play` and `stop`: what belongs to an earlier one is void
  bool end = false;
  SoundState now = SoundState::idle;
  float level = 0;

  // Only the thread's own.
  bool told_of_no_device = false;
  std::string last_failure;

  bool is_void(std::uint64_t mine) const { return end || order != mine; }

  bool was_stopped(std::uint64_t mine) {
    const std::lock_guard guard(mutex);
    return is_void(mine);
  }

  // False when playing is to end at once.
  bool rest(std::uint64_t mine, Steady::time_point until) {
    std::unique_lock guard(mutex);
    return !changed.wait_until(guard, until, [&] { return is_void(mine); });
  }

  void set(std::uint64_t mine, SoundState state) {
    {
      const std::lock_guard guard(mutex);
      if (is_void(mine)) return;
      now = state;
      level = 0;
    }
    if (on_change) on_change();
  }

  void set_level(std::uint64_t mine, float loudest) {
    const std::lock_guard guard(mutex);
    if (!is_void(mine)) level = loudest;
  }

  void run();
  void play(std::uint64_t mine, const std::filesystem::path& file);
  void fail(std::uint64_t mine, const std::filesystem::path& file, const std::string& reason);
  bool write(std::uint64_t mine, snd_pcm_t* pcm, std::span<const std::int16_t> samples, int channels);
};

void Sound::State::run() {
  std::unique_lock guard(mutex);
  for (;;) {
    changed.wait(guard, [this] { return end || wanted; });
    if (end) return;
    const std::filesystem::path file = std::move(*std::exchange(wanted, std::nullopt));
    const std::uint64_t mine = order;
    guard.unlock();
    play(mine, file);
    guard.lock();
  }
}

void Sound::State::fail(std::uint64_t mine, const std::filesystem::path& file, const std::string& reason) {
  if (was_stopped(mine)) return;
  // Once for each, however often it is touched.
  std::string failure = fmt::format("{}: the recording cannot be played ({})", file.string(), reason);
  if (failure != last_failure) base::log_warning(failure);
  last_failure = std::move(failure);
  set(mine, SoundState::failed);
}

void Sound::State::play(std::uint64_t mine, const std::filesystem::path& file) {
  const auto recording = Recording::open(program, file, [this, mine] { return was_stopped(mine); });
  if (!recording) return fail(mine, file, recording.error().message);
  const int channels = (*recording)->channels();
  const int rate_hz = (*recording)->rate_hz();
  const Pcm pcm = open_device(device, **recording);
  if (!pcm) {
    if (!std::exchange(told_of_no_device, true)) base::log_info("there is no sound device: recordings stay silent");
    return set(mine, SoundState::failed_no_device);
  }
  std::vector<std::int16_t> period(static_cast<std::size_t>(rate_hz * kPeriod.count() / 1000) * static_cast<std::size_t>(channels));
  const Steady::time_point began = Steady::now();
  Steady::time_point ends = began;
  std::int64_t frames = 0;
  for (;;) {
    const auto count = (*recording)->read(period);
    if (!count) return fail(mine, file, count.error().message);
    if (*count == 0) break;
    const std::span<const std::int16_t> samples(period.data(), *count);
    if (!write(mine, pcm.get(), samples, channels)) return set(mine, SoundState::failed);
    frames += static_cast<std::int64_t>(*count) / channels;
    ends = began + Milliseconds(frames * 1000 / rate_hz);
    set_level(mine, peak(samples));
    if (!rest(mine, ends - kAhead)) return;
  }
  snd_pcm_drain(pcm.get());  // without waiting: the device was opened so
  const Steady::time_point latest = ends + kStandstill;
  while (rest(mine, std::max(ends, Steady::now() + kAskAgain))) {
    if (snd_pcm_state(pcm.get()) != SND_PCM_STATE_DRAINING || Steady::now() > latest) return set(mine, SoundState::idle);
  }
}

// False when the device takes no more. What was stopped meanwhile counts as written: the next `rest` ends it.
bool Sound::State::write(std::uint64_t mine, snd_pcm_t* pcm, std::span<const std::int16_t> samples, int channels) {
  Steady::time_point progress = Steady::now();
  while (!samples.empty()) {
    const snd_pcm_sframes_t taken = snd_pcm_writei(pcm, samples.data(), samples.size() / static_cast<std::size_t>(channels));
    if (taken > 0) {
      samples = samples.subspan(static_cast<std::size_t>(taken * channels));
      progress = Steady::now();
      continue;
    }
    constexpr int kSilently = 1;
    if (taken < 0 && taken != -EAGAIN && snd_pcm_recover(pcm, static_cast<int>(taken), kSilently) < 0) return false;
    if (Steady::now() > progress + kStandstill) return false;
    if (!rest(mine, Steady::now() + kAskAgain)) return true;
  }
  return true;
}

Sound::Sound(std::function<void()> on_change, std::filesystem::path program, std::string device) : state_(std::make_unique<State>()) {
  state_->on_change = std::move(on_change);
  state_->program = std::move(program);
  state_->device = std::move(device);
  snd_lib_error_set_handler(say_nothing);
}

Sound::~Sound() {
  {
    const std::lock_guard guard(state_->mutex);
    state_->end = true;
  }
  state_->changed.notify_all();
  if (state_->thread.joinable()) state_->thread.join();
}

void Sound::play(std::filesystem::path file) {
  {
    const std::lock_guard guard(state_->mutex);
    state_->wanted = std::move(file);
    ++state_->order;
    state_->now = SoundState::playing;
    state_->level = 0;
  }
  if (!state_->thread.joinable()) state_->thread = std::thread([running = state_.get()] { running->run(); });
  state_->changed.notify_all();
}

void Sound::stop() {
  {
    const std::lock_guard guard(state_->mutex);
    state_->wanted.reset();
    ++state_->order;
    state_->now = SoundState::idle;
    state_->level = 0;
  }
  state_->changed.notify_all();
}

SoundState Sound::state() const {
  const std::lock_guard guard(state_->mutex);
  return state_->now;
}

float Sound::level() const {
  const std::lock_guard guard(state_->mutex);
  return state_->level;
}

}  // namespace kiosk::app
