// USB sticks: what is mounted where desktops and udisks put removable disks, and an export that ends up whole on one of them or says why not.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/file_export.h"
#include "model/export_order.h"

namespace kiosk::exporters {

// Below /media and /run/media, in the order they were mounted; empty when there is none.
std::vector<model::Stick> find_sticks();
// The mount points below `roots` in the text of /proc/self/mountinfo (proc(5)), without their free space.
std::vector<model::Stick> sticks_in(std::string_view mountinfo, const std::vector<std::filesystem::path>& roots);

struct StickExport {
  model::ExportProblem problem = model::ExportProblem::none;
  std::size_t rows = 0;
  std::string reason;  // of a problem, for the log; names no person
};

// Writes `table` to `folder`/`name`, reads it back and has the device write out everything (syncfs), so that it may be pulled. Where `folder` is
// no mount point any more nothing is written: it would land on the kiosk's own disk.
StickExport export_to_stick(const Table& table, model::ExportFormat format, const std::filesystem::path& folder, const std::string& name, const std::filesystem::path& scratch);

}  // namespace kiosk::exporters
