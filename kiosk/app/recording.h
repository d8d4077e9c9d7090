// A trainer's recording (V22) being read: Ogg Vorbis to samples, by libvorbisfile. Whatever the file holds, it is played, refused with
// a sentence or cut short, never more: kind, size, channels, rate and length are looked at before the first sample. Owned by whoever
// opened it; used from one thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "base/result.h"

namespace kiosk::app {

inline constexpr std::chrono::minutes kLongestRecording{5};

class Recording {
 public:
  // Fails when `file` is no plain file of 20 MB at most that holds Ogg Vorbis, mono or stereo, 8 to 96 kHz, five minutes at most. The
  // message says why in a few words and does not name the file.
  static base::Result<std::unique_ptr<Recording>> open(const std::filesystem::path& file);
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  int channels() const { return channels_; }  // 1 or 2
  int rate_hz() const { return rate_hz_; }

  // The next samples, interleaved, into `samples`, whose size is a multiple of `channels`. Returns how many were put there; 0 at the
  // end, which comes after kLongestRecording whatever the file's headers said. Fails where the file can no longer be read.
  base::Result<std::size_t> read(std::span<std::int16_t> samples);
  // After the end was read: nothing was skipped as damaged, and the file did not break off before its own end.
  bool was_whole() const;

 private:
  struct Decoder;
  explicit Recording(std::unique_ptr<Decoder> decoder);
  base::Result<void> look_over();

  std::unique_ptr<Decoder> decoder_;
  int channels_ = 0;
  int rate_hz_ = 0;
  std::int64_t samples_left_ = 0;  // of what may be played at all
  bool has_gaps_ = false;
};

}  // namespace kiosk::app
