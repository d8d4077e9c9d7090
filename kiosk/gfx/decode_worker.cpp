#include <malloc.h>
#include <sys/stat.h>

#include <exception>
#include <vector>

#include "gfx/picture_loader.h"
#include "gfx/sandbox.h"
#include "gfx/worker_wire.h"

namespace kiosk::gfx {
namespace {

// Photos are large and rare: their memory goes back to the system at once, and no second arena is reserved.
void keep_memory_small() {
  constexpr int kMapFromBytes = 128 * 1024;
  ::mallopt(M_MMAP_THRESHOLD, kMapFromBytes);
  ::mallopt(M_TRIM_THRESHOLD, kMapFromBytes);
  ::mallopt(M_ARENA_MAX, 1);
}

// Draws once with everything a drawing may need, so that nothing is loaded or looked up after the filter is in place.
void warm_up() {
  constexpr std::string_view kSample =
      R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><defs><linearGradient id="g"><stop stop-color="#fff"/>)svg"
      R"svg(</linearGradient><clipPath id="c"><path d="M0 0h4v4z"/></clipPath></defs><g clip-path="url(#c)" opacity=".5">)svg"
      R"svg(<path d="M0 0a2 2 0 0 1 4 4z" fill="url(#g)" stroke="#000" stroke-linecap="round"/></g></svg>)svg";
  const std::span bytes(reinterpret_cast<const std::uint8_t*>(kSample.data()), kSample.size());
  [[maybe_unused]] const base::Result<Image> drawn = decode(bytes, {4, 4, Fit::contain, 1, {0, 0, 0, 0}});
}

void prepare() {
  keep_memory_small();
  warm_up();
}

base::Result<Image> decode_file(int file, const DecodeRequest& request) {
  struct stat info {};
  if (file < 0 || ::fstat(file, &info) != 0 || info.st_size < 0 || static_cast<std::size_t>(info.st_size) > kMaxFileBytes) {
    return base::fail("the picture file is larger than the kiosk reads", "Save it smaller than 40 MB.");
  }
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(info.st_size));
  if (!read_exactly(file, bytes.data(), bytes.size())) {
    return base::fail("the picture file cannot be read", "Check the disk, or copy the picture again.");
  }
  return decode(bytes, request);
}

bool answer(int socket, const RequestPacket& packet, int file) {
  ReplyPacket reply;
  reply.id = packet.id;
  reply.kind = ReplyKind::error;
  OwnedDescriptor pixels;
  try {
    const base::Result<Image> image = decode_file(file, packet.request);
    if (image) {
      pixels = memory_file("kiosk-picture", image->pixels.data(), image->pixels.size());
      reply.kind = pixels ? ReplyKind::image : ReplyKind::error;
      reply.width_px = image->width_px;
      reply.height_px = image->height_px;
    } else {
      put_text(reply.message, image.error().message);
      put_text(reply.remedy, image.error().remedy);
    }
  } catch (const std::exception&) {
    // bad_alloc at the address limit: as expected of a picture too large as a broken header of one.
  }
  if (reply.kind == ReplyKind::error && reply.message.front() == '\0') {
    put_text(reply.message, "the picture needs more memory than the kiosk gives to one");
    put_text(reply.remedy, "Save it with fewer pixels.");
  }
  return send_packet(socket, &reply, sizeof reply, pixels.get());
}

}  // namespace

int run_decode_worker(int socket) {
  if (!shut_in(socket, prepare)) return 1;
  const ReplyPacket ready;
  if (!send_packet(socket, &ready, sizeof ready, -1)) return 0;
  RequestPacket packet;
  OwnedDescriptor file;
  while (receive_packet(socket, &packet, sizeof packet, file) == Received::packet) {
    if (!answer(socket, packet, file.get())) break;
    file.reset();
  }
  return 0;
}

}  // namespace kiosk::gfx
