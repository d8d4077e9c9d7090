// A zoneinfo folder of a test's own, in the place of the system's while it lives ($TZDIR): what a later tzdata says, or none.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::tests {

struct ZoneChange {
  std::chrono::sys_seconds at;
  std::chrono::seconds offset;
};

inline std::string big_endian(std::int64_t value, int bytes) {
  std::string text;
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) text += static_cast<char>(static_cast<std::uint64_t>(value) >> shift & 0xFFU);
  return text;
}

// A TZif file of version 2 (RFC 9636) as zic -b slim writes it: nothing in its 32-bit part.
inline std::string zone_file(std::chrono::seconds first, const std::vector<ZoneChange>& changes, std::string_view footer) {
  const auto header = [](std::size_t times, std::size_t types, std::size_t characters) {
    std::string text = "TZif2" + std::string(15 + 3 * 4, '\0');
    for (const std::size_t count : {times, types, characters}) text += big_endian(static_cast<std::int64_t>(count), 4);
    return text;
  };
  std::string bytes = header(0, 1, 1) + std::string(6 + 1, '\0') + header(changes.size(), changes.size() + 1, 1);
  for (const ZoneChange& change : changes) bytes += big_endian(change.at.time_since_epoch().count(), 8);
  for (std::size_t i = 0; i < changes.size(); ++i) bytes += static_cast<char>(i + 1);
  bytes += big_endian(first.count(), 4) + std::string(2, '\0');
  for (const ZoneChange& change : changes) bytes += big_endian(change.offset.count(), 4) + std::string(2, '\0');
  return bytes + std::string(1, '\0') + "\n" + std::string(footer) + "\n";
}

// Morocco as it is since 20 September 2026, when it went back to UTC for good.
inline std::string morocco_for_good() {
  using namespace std::chrono;
  return zone_file(hours(1), {{sys_days(2026y / September / 20) + hours(2), seconds(0)}}, "<+00>0");
}

class ZoneInfoFolder {
 public:
  explicit ZoneInfoFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    ::setenv("TZDIR", folder_.c_str(), 1);
  }
  ~ZoneInfoFolder() { ::unsetenv("TZDIR"); }
  ZoneInfoFolder(const ZoneInfoFolder&) = delete;
  ZoneInfoFolder& operator=(const ZoneInfoFolder&) = delete;

  void add(const std::string& zone, const std::string& bytes) const {
    std::filesystem::create_directories((folder_ / zone).parent_path());
    std::ofstream(folder_ / zone, std::ios::binary) << bytes;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace kiosk::tests
