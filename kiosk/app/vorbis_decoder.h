// Ogg Vorbis to samples, by libvorbisfile, from bytes in memory. Whatever the bytes are, they are decoded, refused with a reason or cut
// short, never more: channels, rate and length are looked at before the first sample. The kiosk runs it in the recording worker alone.
// Used from one thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"

namespace kiosk::app {

inline constexpr std::chrono::minutes kLongestRecording{5};
inline constexpr int kLowestRateHz = 8000;
inline constexpr int kHighestRateHz = 96000;

class VorbisDecoder {
 public:
  // Fails when `bytes` are no Ogg Vorbis, mono or stereo, 8 to 96 kHz, five minutes at most. The message says why in a few words.
  static base::Result<std::unique_ptr<VorbisDecoder>> open(std::vector<std::uint8_t> bytes);
  ~VorbisDecoder();
  VorbisDecoder(const VorbisDecoder&) = delete;
  VorbisDecoder& operator=(const VorbisDecoder&) = delete;

  int channels() const { return channels_; }  // 1 or 2
  int rate_hz() const { return rate_hz_; }

  // The next samples, interleaved, into `samples`, whose size is a multiple of `channels`. Returns how many were put there; 0 at the
  // end. Fails where the bytes can no longer be understood.
  base::Result<std::size_t> read(std::span<std::int16_t> samples);
  // After the end was read: nothing was skipped as damaged, and the bytes did not break off before their own end.
  bool was_whole() const;

 private:
  struct Stream;
  explicit VorbisDecoder(std::unique_ptr<Stream> stream);
  base::Result<void> look_over();

  std::unique_ptr<Stream> stream_;
  int channels_ = 0;
  int rate_hz_ = 0;
  bool has_gaps_ = false;
};

}  // namespace kiosk::app
