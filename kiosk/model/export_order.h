// What staff export and where to (S3). Plain values.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/language.h"

namespace kiosk::model {

enum class ExportWhat : std::uint8_t { leads, guests, seats };
// In the names of files.
inline constexpr std::array<std::string_view, 3> kExportWhatIds{"leads", "guests", "seats"};
constexpr std::string_view id(ExportWhat what) { return kExportWhatIds[static_cast<std::size_t>(what)]; }

enum class ExportFormat : std::uint8_t { xlsx, csv };

// A removable disk that is mounted.
struct Stick {
  std::string folder;  // where it is mounted
  std::string name;    // the last part of it, as people know the stick
  std::int64_t free_bytes = 0;
  bool writable = true;
  bool operator==(const Stick&) const = default;
};

struct ExportOrder {
  ExportWhat what = ExportWhat::leads;
  ExportFormat format = ExportFormat::xlsx;
  base::Language language = base::Language::arabic;  // of headings and names
  std::string folder;
};

// Why an export did not succeed, as staff can act on it. `gone`: the stick was pulled or broke.
enum class ExportProblem : std::uint8_t { none, full, read_only, gone, no_data, other };

}  // namespace kiosk::model
