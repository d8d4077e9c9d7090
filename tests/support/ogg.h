// Recordings for tests: a tone, or silence, encoded by oggenc.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <stdexcept>
#include <string>

#include "support/process.h"

namespace kiosk::tests {

struct Tone {
  double seconds = 1;
  double amplitude = 0.8;  // of full scale; 0: silence
  int channels = 1;
  int rate_hz = 16000;

  std::size_t frames() const { return static_cast<std::size_t>(seconds * rate_hz); }
  std::size_t samples() const { return frames() * static_cast<std::size_t>(channels); }
};

inline std::string little_endian(std::uint32_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>((value >> (8 * i)) & 0xFFU);
  return text;
}

// RIFF WAVE, 16 bits, little-endian: the chunks "fmt " and "data".
inline std::string wave(const Tone& tone) {
  constexpr double kHertz = 440;
  const auto frames = static_cast<std::uint32_t>(tone.frames());
  std::string samples;
  for (std::uint32_t i = 0; i < frames; ++i) {
    const double value = tone.amplitude * std::sin(2 * std::numbers::pi * kHertz * i / tone.rate_hz);
    for (int channel = 0; channel < tone.channels; ++channel) samples += little_endian(static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 32767))), 2);
  }
  const auto channels = static_cast<std::uint32_t>(tone.channels);
  const auto rate = static_cast<std::uint32_t>(tone.rate_hz);
  const std::string format = little_endian(1, 2) + little_endian(channels, 2) + little_endian(rate, 4) + little_endian(rate * channels * 2, 4) +
                             little_endian(channels * 2, 2) + little_endian(16, 2);
  const auto size = static_cast<std::uint32_t>(samples.size());
  return "RIFF" + little_endian(36 + size, 4) + "WAVEfmt " + little_endian(16, 4) + format + "data" + little_endian(size, 4) + samples;
}

// Writes `tone` as Ogg Vorbis to `file`, whose folder is made. False when oggenc failed.
inline bool write_ogg(const std::filesystem::path& file, const Tone& tone) {
  std::filesystem::create_directories(file.parent_path());
  const TempFolder folder;
  const std::filesystem::path source = folder.write("tone.wav", wave(tone));
  // Else its number comes from the clock's second, and two streams of one second are taken for one.
  static int serial = 0;
  Process encoder({"oggenc", "--quiet", "--serial", std::to_string(++serial), "--output", file.string(), source.string()}, folder.path());
  return encoder.wait() == 0;
}

// `tone` as a file of `folder`.
inline std::filesystem::path record(const TempFolder& folder, const Tone& tone, const std::string& name = "voice.shi.ogg") {
  if (!write_ogg(folder / name, tone)) throw std::runtime_error("oggenc failed");
  return folder / name;
}

}  // namespace kiosk::tests
