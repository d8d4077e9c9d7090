// What the recording worker says over its SOCK_SEQPACKET pair: the format, then samples, then the end, each a packet of this fixed size; a
// refusal ends it at any point. Asked once, by a packet with the recording's descriptor beside it. The socket's buffer holds the worker back
// when it is half a second ahead. Both ends are the same binary; the kiosk still trusts nothing in a packet.
#pragma once

#include <array>
#include <cstdint>

namespace kiosk::app {

struct RecordingRequest {
  std::uint8_t go = 1;  // a packet must have a byte for the descriptor to go beside
};

enum class RecordingPacketKind : std::uint8_t { format, samples, end, refused };

struct RecordingPacket {
  RecordingPacketKind kind = RecordingPacketKind::refused;
  std::uint8_t was_whole = 0;    // of an end
  std::int32_t channels = 0;     // of a format
  std::int32_t rate_hz = 0;      // likewise
  std::uint32_t count = 0;       // of samples, interleaved
  std::array<char, 128> why{};   // of a refusal, ended by a zero
  std::array<std::int16_t, 4096> samples{};
};

}  // namespace kiosk::app
