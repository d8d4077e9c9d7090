#include "gfx/worker_wire.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <type_traits>

namespace kiosk::gfx {

static_assert(std::is_trivially_copyable_v<RequestPacket> && std::is_trivially_copyable_v<ReplyPacket>);

void OwnedDescriptor::reset() {
  if (value_ >= 0) ::close(value_);
  value_ = -1;
}

OwnedDescriptor open_content(const std::filesystem::path& path, struct stat& info) {
  OwnedDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  return file && ::fstat(file.get(), &info) == 0 ? std::move(file) : OwnedDescriptor();
}

bool send_packet(int socket, const void* bytes, std::size_t size, int descriptor) {
  iovec part{const_cast<void*>(bytes), size};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (descriptor >= 0) {
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  }
  ssize_t sent = 0;
  do {
    sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(size);
}

Received receive_packet(int socket, void* bytes, std::size_t size, OwnedDescriptor& descriptor) {
  iovec part{bytes, size};
  // Room for one descriptor only: the kernel closes any others itself.
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  ssize_t got = 0;
  do {
    got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return errno == ECONNRESET ? Received::unread : Received::closed;
  descriptor.reset();
  for (cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
    if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS || header->cmsg_len < CMSG_LEN(sizeof(int))) continue;
    int value = -1;
    std::memcpy(&value, CMSG_DATA(header), sizeof value);
    descriptor = OwnedDescriptor(value);
  }
  return got == static_cast<ssize_t>(size) && (message.msg_flags & MSG_TRUNC) == 0 ? Received::packet : Received::closed;
}

OwnedDescriptor memory_file(const char* name, const void* bytes, std::size_t size) {
  OwnedDescriptor file(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
  const char* from = static_cast<const char*>(bytes);
  while (file && size > 0) {
    const ssize_t written = ::write(file.get(), from, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return OwnedDescriptor();
    from += written;
    size -= static_cast<std::size_t>(written);
  }
  if (file) ::fcntl(file.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
  return file;
}

bool read_exactly(int file, void* bytes, std::size_t size) {
  char* to = static_cast<char*>(bytes);
  off_t at = 0;
  while (size > 0) {
    const ssize_t got = ::pread(file, to, size, at);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    at += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace kiosk::gfx
