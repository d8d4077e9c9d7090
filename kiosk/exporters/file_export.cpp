#include "exporters/file_export.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "base/digest.h"
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
  auto out = base::AtomicFile::create(file, base::Readers::owner);
  if (!out) return tl::make_unexpected(out.error());
  base::Digest given;
  const PutBytes put = [&](std::string_view bytes) {
    given.add(bytes);
    return out->write(bytes);
  };
  auto rows = format == model::ExportFormat::csv ? write_csv(table, put) : write_xlsx(table, scratch, put);
  if (!rows) return rows;
  if (const auto committed = out->commit(base::Durability::sync_to_disk); !committed) return tl::make_unexpected(committed.error());
  forget_cached(file);
  base::Digest read;
  const auto back = base::read_blocks(file, [&](std::string_view bytes) -> base::Result<void> {
    read.add(bytes);
    return {};
  });
  if (!back || read.finish() != given.finish()) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return tl::make_unexpected(base::Error{fmt::format("{}: what was written does not read back the same", file.string()), "Use another stick or disk.", EIO});
  }
  return rows;
}

}  // namespace kiosk::exporters
