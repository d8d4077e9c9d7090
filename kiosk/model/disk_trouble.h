// Why nothing can be written down: what staff can do about each differs.
#pragma once

#include <cerrno>
#include <cstdint>

namespace kiosk::model {

enum class DiskTrouble : std::uint8_t { none, full, read_only, failing };

// Of an errno(3) that is not 0.
inline DiskTrouble disk_trouble(int cause) {
  switch (cause) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return DiskTrouble::full;
    case EROFS:
    case EACCES:
    case EPERM: return DiskTrouble::read_only;
    default: return DiskTrouble::failing;
  }
}

}  // namespace kiosk::model
