#include <sys/stat.h>

#include <exception>

#include "app/recording.h"
#include "app/recording_wire.h"
#include "app/vorbis_decoder.h"
#include "gfx/sandbox.h"
#include "gfx/worker_wire.h"

namespace kiosk::app {
namespace {

base::Result<std::vector<std::uint8_t>> bytes_of(int file) {
  struct stat info {};
  if (file < 0 || ::fstat(file, &info) != 0 || info.st_size < 0) return base::fail("it cannot be read");
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(info.st_size));
  if (!gfx::read_exactly(file, bytes.data(), bytes.size())) return base::fail("it cannot be read");
  return bytes;
}

class Sender {
 public:
  explicit Sender(int socket) : socket_(socket) {}

  RecordingPacket packet;
  bool send() { return gfx::send_packet(socket_, &packet, sizeof packet, -1); }

  void refuse(std::string_view why) {
    packet.kind = RecordingPacketKind::refused;
    gfx::put_text(packet.why, why);
    send();
  }

 private:
  int socket_;
};

void decode_all(int file, Sender& sender) {
  auto bytes = bytes_of(file);
  if (!bytes) return sender.refuse(bytes.error().message);
  const auto decoder = VorbisDecoder::open(std::move(*bytes));
  if (!decoder) return sender.refuse(decoder.error().message);
  sender.packet.kind = RecordingPacketKind::format;
  sender.packet.channels = (*decoder)->channels();
  sender.packet.rate_hz = (*decoder)->rate_hz();
  if (!sender.send()) return;
  for (;;) {
    const auto count = (*decoder)->read(sender.packet.samples);
    if (!count) return sender.refuse(count.error().message);
    sender.packet.kind = *count == 0 ? RecordingPacketKind::end : RecordingPacketKind::samples;
    sender.packet.count = static_cast<std::uint32_t>(*count);
    sender.packet.was_whole = (*decoder)->was_whole() ? 1 : 0;
    if (!sender.send() || *count == 0) return;
  }
}

}  // namespace

int run_recording_worker(int socket) {
  if (!gfx::shut_in(socket)) return 1;
  RecordingRequest request;
  gfx::OwnedDescriptor file;
  if (gfx::receive_packet(socket, &request, sizeof request, file) != gfx::Received::packet) return 0;
  Sender sender(socket);
  try {
    decode_all(file.get(), sender);
  } catch (const std::exception&) {
    sender.refuse("it needs more memory than the kiosk gives to one recording");  // at the address limit
  }
  return 0;
}

}  // namespace kiosk::app
