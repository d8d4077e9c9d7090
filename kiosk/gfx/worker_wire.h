// What the kiosk and its decode worker say to each other over a SOCK_SEQPACKET pair: one request, one reply, each a packet of
// fixed size with at most one descriptor beside it (SCM_RIGHTS). Both ends are the same binary, so the layout needs no version;
// the kiosk still trusts nothing in a reply, because a hostile picture may have taken the worker over.
#pragma once

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "gfx/decode.h"

namespace kiosk::gfx {

inline constexpr int kWorkerSocket = 3;  // the worker finds its end of the pair here

struct RequestPacket {
  std::uint32_t id = 0;
  DecodeRequest request;  // the picture's file comes beside it
};

enum class ReplyKind : std::uint8_t { ready, image, error };

struct ReplyPacket {
  ReplyKind kind = ReplyKind::ready;  // `ready` once, when the worker is shut in and waits for work
  std::uint32_t id = 0;
  std::int32_t width_px = 0;  // of an image, whose pixels come beside it in a memory file
  std::int32_t height_px = 0;
  std::array<char, 512> message{};  // of an error, each ended by a zero
  std::array<char, 256> remedy{};
};

// Closes what it holds; -1 holds nothing.
class OwnedDescriptor {
 public:
  explicit OwnedDescriptor(int value = -1) : value_(value) {}
  ~OwnedDescriptor() { reset(); }
  OwnedDescriptor(OwnedDescriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  OwnedDescriptor& operator=(OwnedDescriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  OwnedDescriptor(const OwnedDescriptor&) = delete;
  OwnedDescriptor& operator=(const OwnedDescriptor&) = delete;
  void reset();
  int get() const { return value_; }
  explicit operator bool() const { return value_ >= 0; }

 private:
  int value_;
};

// A text in a packet: cut to what fits, ended by a zero.
template <std::size_t N>
void put_text(std::array<char, N>& field, std::string_view text) {
  field = {};
  std::copy_n(text.begin(), std::min(text.size(), N - 1), field.begin());
}
// What a packet says, though its sender may have left out the zero.
template <std::size_t N>
std::string text_of(const std::array<char, N>& field) {
  return {field.data(), ::strnlen(field.data(), N)};
}

// Content to be handed to a worker, and what `info` says of it. Not blocking: a pipe put in its place must not hold the thread. Empty, with errno,
// when it cannot be opened or looked at.
OwnedDescriptor open_content(const std::filesystem::path& path, struct stat& info);

// Sends `size` bytes as one packet, with `descriptor` when it is not -1; false when the other end is gone.
bool send_packet(int socket, const void* bytes, std::size_t size, int descriptor);
enum class Received : std::uint8_t {
  packet,
  closed,  // the other end is gone, or sent something else
  unread,  // the other end went without reading the last packet sent to it: unix(7) answers ECONNRESET
};
// Receives one packet of exactly `size` bytes.
Received receive_packet(int socket, void* bytes, std::size_t size, OwnedDescriptor& descriptor);

// An anonymous file in memory holding `bytes`, which nobody can change any more; empty when memory is short.
OwnedDescriptor memory_file(const char* name, const void* bytes, std::size_t size);

// Reads exactly `size` bytes from the beginning of `file`; false when there are fewer.
bool read_exactly(int file, void* bytes, std::size_t size);

}  // namespace kiosk::gfx
