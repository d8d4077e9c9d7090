// Looking for texts in everything that a process has in memory, whatever they are written in. Linux only: /proc/PID/maps and mem.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace kiosk::tests {

inline std::u32string code_points(const std::string& utf8) {
  std::u32string points;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t value = bytes == 1 ? lead : lead & (0xFFU >> (bytes + 1));
    for (std::size_t k = 1; k < bytes && i + k < utf8.size(); ++k) value = (value << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    points += value;
    i += bytes;
  }
  return points;
}

// The bytes of a text of the Basic Multilingual Plane, `unit` bytes a letter.
inline std::string wide(const std::u32string& points, std::size_t unit, bool big_endian) {
  std::string bytes;
  for (const char32_t point : points) {
    for (std::size_t i = 0; i < unit; ++i) bytes += static_cast<char>(point >> 8 * (big_endian ? unit - 1 - i : i));
  }
  return bytes;
}

struct Finding {
  std::string needle;    // what it was called
  std::string encoding;
  std::string where;     // the mapping or file
  std::uint64_t at = 0;
  std::string around;    // bytes before and after, as hexadecimal
};

class Needles {
 public:
  // Without its first and last letter: a string that was cleared loses its first byte and is there all the same.
  void add(const std::string& name, const std::string& text) {
    std::u32string points = code_points(text);
    points = points.substr(1, points.size() - 2);
    std::string utf8;
    for (const char32_t point : points) {
      if (point < 0x80) {
        utf8 += static_cast<char>(point);
      } else {
        utf8 += static_cast<char>(0xC0U | (point >> 6U));
        utf8 += static_cast<char>(0x80U | (point & 0x3FU));
      }
    }
    add(name, "UTF-8", utf8);
    add(name, "UTF-16LE", wide(points, 2, false));
    add(name, "UTF-16BE", wide(points, 2, true));
    add(name, "UTF-32LE", wide(points, 4, false));
    add(name, "UTF-32BE", wide(points, 4, true));
  }

  void look(const std::string& bytes, const std::string& where, std::uint64_t offset, std::vector<Finding>& found) const {
    for (std::size_t i = 0; i + sizeof(std::uint64_t) <= bytes.size(); ++i) {
      std::uint64_t ahead = 0;
      std::memcpy(&ahead, bytes.data() + i, sizeof ahead);
      if (ahead == 0) {  // most of memory is nothing
        i += 3;
        continue;
      }
      const auto head = static_cast<std::uint32_t>(ahead);  // little-endian, as every machine this runs on
      if (may_begin_[hash(head)] == 0) continue;
      const auto [first, last] = by_head_.equal_range(head);
      for (auto at = first; at != last; ++at) {
        const Needle& needle = needles_[at->second];
        if (bytes.compare(i, needle.bytes.size(), needle.bytes) != 0) continue;
        found.push_back({needle.name, needle.encoding, where, offset + i, hexadecimal(bytes, i)});
      }
    }
  }

  std::size_t longest() const { return longest_; }

 private:
  struct Needle {
    std::string name;
    std::string encoding;
    std::string bytes;
  };
  static std::size_t hash(std::uint32_t head) { return (head * 2654435761U) >> 16U; }
  static std::string hexadecimal(const std::string& bytes, std::size_t at) {
    constexpr std::size_t kAround = 48;
    const std::size_t from = at < kAround ? 0 : at - kAround;
    std::string text;
    for (std::size_t i = from; i < std::min(bytes.size(), at + kAround); ++i) {
      const auto byte = static_cast<unsigned char>(bytes[i]);
      constexpr const char* kDigits = "0123456789abcdef";
      text += i == at ? "|" : "";
      text += kDigits[byte >> 4U];
      text += kDigits[byte & 15U];
    }
    return text;
  }
  void add(const std::string& name, const std::string& encoding, const std::string& bytes) {
    std::uint32_t head = 0;
    std::memcpy(&head, bytes.data(), sizeof head);
    may_begin_[hash(head)] = 1;
    by_head_.emplace(head, needles_.size());
    needles_.push_back({name, encoding, bytes});
    longest_ = std::max(longest_, bytes.size());
  }

  std::array<std::uint8_t, 1U << 16U> may_begin_{};
  std::unordered_multimap<std::uint32_t, std::size_t> by_head_;
  std::vector<Needle> needles_;
  std::size_t longest_ = 0;
};

struct Scanned {
  std::uint64_t bytes = 0;
  std::vector<Finding> found;
};

// Every readable mapping of the process, files that are mapped included; but not the code of programs and libraries, which no process writes:
// among a hundred megabytes of it a random receipt is found by chance.
inline void scan_memory(pid_t process, const Needles& needles, Scanned& scanned) {
  const std::string folder = "/proc/" + std::to_string(process);
  const int memory = ::open((folder + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  std::ifstream maps(folder + "/maps");
  constexpr std::size_t kChunk = 4U << 20U;
  std::string bytes;
  for (std::string line; std::getline(maps, line);) {
    std::istringstream words(line);
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    char dash = 0;
    std::string rights;
    words >> std::hex >> from >> dash >> to >> rights;
    if (rights.starts_with("r-x") && line.find('/') != std::string::npos) continue;
    if (rights.empty() || rights[0] != 'r' || line.find("[vvar") != std::string::npos || line.find("[vsyscall") != std::string::npos) continue;
    for (std::uint64_t at = from; at < to;) {
      bytes.resize(std::min<std::uint64_t>(kChunk, to - at));
      const ssize_t got = ::pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(at));
      if (got <= 0) break;  // a file that became shorter than its mapping
      bytes.resize(static_cast<std::size_t>(got));
      needles.look(bytes, line, at, scanned.found);
      scanned.bytes += bytes.size();
      if (at + bytes.size() >= to) break;
      at += bytes.size() > needles.longest() ? bytes.size() - needles.longest() : bytes.size();
    }
  }
  ::close(memory);
}

}  // namespace kiosk::tests
