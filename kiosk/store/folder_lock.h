// Holds a folder while it lives, against other threads and programs that do the same; waits for whoever holds it. The folder itself is
// locked (flock), so that it can be held on a disk that may not be written. Without the folder there is nothing to hold.
#pragma once

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace kiosk::store {

class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder) : file_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    while (file_ >= 0 && ::flock(file_, LOCK_EX) != 0 && errno == EINTR) {
    }
  }
  ~FolderLock() {
    if (file_ >= 0) ::close(file_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_;
};

}  // namespace kiosk::store
