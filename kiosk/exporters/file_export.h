// A table onto a disk or a stick so that whoever carries it away can rely on it: a temporary name, fsync, rename, read back.
#pragma once

#include <cstddef>
#include <filesystem>

#include "base/result.h"
#include "exporters/table.h"
#include "model/export_order.h"

namespace kiosk::exporters {

// Writes `table` to `file` and reads it back from the device. Gives the number of rows without the headings. On failure no half file
// stands under the name of `file`; what stood there before the call stays unless the device took the new file and then could not give
// it back. `scratch` is a folder of ours for XLSX; nothing stays in it.
base::Result<std::size_t> export_table(const Table& table, model::ExportFormat format, const std::filesystem::path& file, const std::filesystem::path& scratch);

}  // namespace kiosk::exporters
