#include "exporters/file_export.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "base/file.h"
#include "base/format.h"
#include "exporters/csv.h"
#include "exporters/xlsx.h"

namespace kiosk::exporters {
namespace {

// So that reading back asks the device, not the page cache.
void forget_cached(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
  ::close(descriptor);
}

}  // namespace

base::Result<std::size_t> export_table(const Table& table, model::ExportFormat format, const std::filesystem::path& file, const std::filesystem::path& scratch) {
  const base::Result<std::string> bytes = format == model::ExportFormat::csv ? base::Result<std::string>(to_csv(table)) : to_xlsx(table, scratch);
  if (!bytes) return tl::make_unexpected(bytes.error());
  const auto written = base::write_file_atomically(file, *bytes, base::Durability::sync_to_disk, base::Readers::owner);
  if (!written) return tl::make_unexpected(written.error());
  forget_cached(file);
  const auto back = base::read_file(file, bytes->size());
  if (!back || *back != *bytes) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return tl::make_unexpected(base::Error{fmt::format("{}: what was written does not read back the same", file.string()), "Use another stick or disk.", EIO});
  }
  return table.rows.size();
}

}  // namespace kiosk::exporters
