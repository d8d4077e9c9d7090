// A trainer's recording (V22) being read. Its file is content, so it is decoded like a picture: in a process of its own, executed from our
// own binary (`kiosk recording-worker`, hidden), that may read nothing but this file (gfx/sandbox.h). What comes back is checked, because a
// hostile recording may have taken the worker over. Owned by whoever opened it; used from one thread at a time, which must outlive it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

#include "base/result.h"
#include "gfx/worker_child.h"

namespace kiosk::app {

struct RecordingPacket;

class Recording {
 public:
  // Asked some fifty times a second while the worker is waited for: true gives up.
  using Cancelled = std::function<bool()>;

  // `program` is the kiosk's binary. Fails when `file` is no plain file of 20 MB at most that holds Ogg Vorbis, mono or stereo, 8 to 96 kHz,
  // five minutes at most. The message says why in a few words and does not name the file.
  static base::Result<std::unique_ptr<Recording>> open(const std::filesystem::path& program, const std::filesystem::path& file, Cancelled cancelled = {});
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  int channels() const { return channels_; }  // 1 or 2
  int rate_hz() const { return rate_hz_; }

  // The next samples, interleaved, into `samples`, whose size is a multiple of `channels`. Returns how many were put there; 0 at the
  // end, which comes after kLongestRecording whatever the worker says. Fails where the recording can no longer be read.
  base::Result<std::size_t> read(std::span<std::int16_t> samples);
  // After the end was read: nothing was skipped as damaged, and the file did not break off before its own end.
  bool was_whole() const { return was_whole_; }

 private:
  explicit Recording(Cancelled cancelled);
  base::Result<void> begin(const std::filesystem::path& program, int file);
  base::Result<void> receive();

  Cancelled cancelled_;
  gfx::WorkerChild worker_;
  std::unique_ptr<RecordingPacket> packet_;  // the last one received
  std::span<const std::int16_t> unread_;     // into packet_
  int channels_ = 0;
  int rate_hz_ = 0;
  std::int64_t samples_left_ = 0;  // of what may be played at all
  bool at_end_ = false;
  bool was_whole_ = false;
};

// The worker's side: decodes the one recording whose file comes over descriptor `socket`. Returns the exit status.
int run_recording_worker(int socket);

}  // namespace kiosk::app
