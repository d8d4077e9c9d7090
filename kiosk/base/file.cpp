#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/format.h"

namespace kiosk::base {
namespace {

// Closes what it holds on every way out.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

std::string reason() { return std::strerror(errno); }

// Never into a file, a pipe or a link that somebody else put there: in a folder that others may write, the name can be guessed. What an ended
// process of the same number left is taken away; a folder in the way stays and fails.
int create_new(const std::string& path, mode_t mode) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const int made = ::open(path.c_str(), kFlags, mode);
  if (made >= 0 || errno != EEXIST || ::unlink(path.c_str()) != 0) return made;
  return ::open(path.c_str(), kFlags, mode);
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat info {};
  if (file.get() < 0 || ::fstat(file.get(), &info) != 0) {
    return fail(fmt::format("{}: cannot be read ({})", path.string(), reason()), "Check that the file exists and may be read.");
  }
  if (!S_ISREG(info.st_mode)) {
    return fail(fmt::format("{}: is not a file", path.string()), "Put a plain file in its place.");
  }
  if (static_cast<std::size_t>(info.st_size) > limit_bytes) {
    return fail(fmt::format("{}: is {} bytes, larger than the limit of {}", path.string(), info.st_size, limit_bytes),
                "Make the file smaller or split it.");
  }
  std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(fmt::format("{}: cannot be read ({})", path.string(), reason()), "Check the disk.");
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  bytes.resize(have);
  return bytes;
}

Result<void> read_blocks(const std::filesystem::path& path, const std::function<Result<void>(std::string_view)>& take) {
  constexpr std::size_t kBlock = std::size_t{1} << 18;
  const auto unreadable = [&] { return fail(fmt::format("{}: cannot be read ({})", path.string(), reason()), "Check the disk."); };
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return unreadable();
  std::string block(kBlock, '\0');
  while (true) {
    const ssize_t got = ::read(file.get(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable();
    if (got == 0) return {};
    if (auto taken = take(std::string_view(block).substr(0, static_cast<std::size_t>(got))); !taken) return taken;
  }
}

AtomicFile::AtomicFile(std::filesystem::path path, std::string temporary, int descriptor)
    : path_(std::move(path)), temporary_(std::move(temporary)), descriptor_(descriptor) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)), temporary_(std::exchange(other.temporary_, {})), descriptor_(std::exchange(other.descriptor_, -1)) {}

AtomicFile::~AtomicFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

tl::unexpected<Error> AtomicFile::failed(std::string_view what) const {
  const int cause = errno;
  return tl::make_unexpected(
      Error{fmt::format("{}: cannot be {} ({})", path_.string(), what, reason()), "Check that the folder exists, may be written and has free space.", cause});
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path, Readers readers) {
  std::string temporary = fmt::format("{}.{}.tmp", path.string(), ::getpid());
  const int descriptor = create_new(temporary, readers == Readers::owner ? 0600 : 0644);
  AtomicFile file(path, descriptor < 0 ? std::string() : std::move(temporary), descriptor);
  if (descriptor < 0) return file.failed("created");
  return file;
}

Result<void> AtomicFile::write(std::string_view bytes) {
  if (!write_all(descriptor_, bytes)) return failed("written");
  return {};
}

Result<void> AtomicFile::commit(Durability durability) {
  if (durability == Durability::sync_to_disk && ::fsync(descriptor_) != 0) return failed("synced");
  // A disk may only say now that it has no room.
  if (::close(std::exchange(descriptor_, -1)) != 0) return failed("written");
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) return failed("renamed");
  temporary_.clear();
  if (durability == Durability::sync_to_disk) {
    const std::filesystem::path folder = path_.has_parent_path() ? path_.parent_path() : std::filesystem::path(".");
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() >= 0) ::fsync(directory.get());
  }
  return {};
}

Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes, Durability durability, Readers readers) {
  auto file = AtomicFile::create(path, readers);
  if (!file) return tl::make_unexpected(file.error());
  if (auto written = file->write(bytes); !written) return written;
  return file->commit(durability);
}

}  // namespace kiosk::base
