#include "app/recording.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <string>
#include <utility>

#include "app/recording_wire.h"
#include "app/vorbis_decoder.h"
#include "gfx/worker_wire.h"

namespace kiosk::app {
namespace {

using Steady = std::chrono::steady_clock;

constexpr off_t kLargestBytes = 20 * 1024 * 1024;
constexpr std::chrono::seconds kWorkerPatience{10};  // with the worker, for its start and for every packet

base::Result<gfx::OwnedDescriptor> open_plain(const std::filesystem::path& path) {
  struct stat info {};
  gfx::OwnedDescriptor file = gfx::open_content(path, info);
  if (!file) return base::fail(errno == ENOENT ? "it is not there" : "it cannot be opened");
  if (!S_ISREG(info.st_mode)) return base::fail("it is not there");
  if (info.st_size == 0) return base::fail("it is empty");
  if (info.st_size > kLargestBytes) return base::fail("it is larger than 20 MB");
  return file;
}

enum class Waited : std::uint8_t { readable, too_long, cancelled };

Waited wait_readable(int socket, const Recording::Cancelled& cancelled) {
  constexpr int kAskAgainMs = 20;
  const Steady::time_point until = Steady::now() + kWorkerPatience;
  while (Steady::now() < until) {
    pollfd wait{socket, POLLIN, 0};
    if (::poll(&wait, 1, kAskAgainMs) > 0) return Waited::readable;
    if (cancelled && cancelled()) return Waited::cancelled;
  }
  return Waited::too_long;
}

}  // namespace

Recording::Recording(Cancelled cancelled) : cancelled_(std::move(cancelled)), packet_(std::make_unique<RecordingPacket>()) {}

Recording::~Recording() = default;

base::Result<std::unique_ptr<Recording>> Recording::open(const std::filesystem::path& program, const std::filesystem::path& file, Cancelled cancelled) {
  auto opened = open_plain(file);
  if (!opened) return tl::make_unexpected(opened.error());
  std::unique_ptr<Recording> recording(new Recording(std::move(cancelled)));
  if (auto begun = recording->begin(program, opened->get()); !begun) return tl::make_unexpected(begun.error());
  return recording;
}

base::Result<void> Recording::begin(const std::filesystem::path& program, int file) {
  const RecordingRequest request;
  if (!worker_.start(program, "recording-worker") || !gfx::send_packet(worker_.socket(), &request, sizeof request, file))
    return base::fail("its worker cannot be started");
  if (auto received = receive(); !received) return received;
  const RecordingPacket& format = *packet_;
  const bool sensible = format.kind == RecordingPacketKind::format && (format.channels == 1 || format.channels == 2) &&
                        format.rate_hz >= kLowestRateHz && format.rate_hz <= kHighestRateHz;
  if (!sensible) return base::fail("its worker gave no sound");
  channels_ = format.channels;
  rate_hz_ = format.rate_hz;
  samples_left_ = std::chrono::seconds(kLongestRecording).count() * rate_hz_ * channels_;
  return {};
}

// The next packet, which is no refusal.
base::Result<void> Recording::receive() {
  const Waited waited = wait_readable(worker_.socket(), cancelled_);
  if (waited == Waited::cancelled) return base::fail("it was stopped");
  if (waited == Waited::too_long) return base::fail("it takes longer than 10 s to decode");
  gfx::OwnedDescriptor none;
  if (gfx::receive_packet(worker_.socket(), packet_.get(), sizeof *packet_, none) != gfx::Received::packet) return base::fail("it made its worker stop");
  if (packet_->kind == RecordingPacketKind::refused) return base::fail(gfx::text_of(packet_->why));
  return {};
}

base::Result<std::size_t> Recording::read(std::span<std::int16_t> samples) {
  std::size_t filled = 0;
  while (filled < samples.size() && samples_left_ > 0 && !at_end_) {
    if (unread_.empty()) {
      if (auto received = receive(); !received) return tl::make_unexpected(received.error());
      const std::size_t count = packet_->kind == RecordingPacketKind::samples ? packet_->count : 0;
      if (count > packet_->samples.size() || count % static_cast<std::size_t>(channels_) != 0) return base::fail("its worker gave no sound");
      at_end_ = count == 0;
      was_whole_ = packet_->kind == RecordingPacketKind::end && packet_->was_whole == 1;
      unread_ = std::span(packet_->samples).first(count);
    }
    const std::size_t taken = std::min({unread_.size(), samples.size() - filled, static_cast<std::size_t>(samples_left_)});
    std::copy_n(unread_.begin(), taken, samples.begin() + static_cast<std::ptrdiff_t>(filled));
    unread_ = unread_.subspan(taken);
    filled += taken;
    samples_left_ -= static_cast<std::int64_t>(taken);
  }
  return filled;
}

}  // namespace kiosk::app
