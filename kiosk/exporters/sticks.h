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
  std::string file;    // its name on the stick
  std::string reason;  // of a problem, for the log; names no person
};

// Writes `table` into `folder`, reads it back and has the device write out everything (syncfs), so that it may be pulled. It is called `name` with
// the ending of `format`, "name-2" where there is such a file: nothing that is on the stick is replaced. What an export of ours left behind
// when its stick was pulled is taken away first: it may hold every name. Where `folder` is no mount point any more nothing is written: it would
// land on the kiosk's own disk.
StickExport export_to_stick(const Table& table, model::ExportFormat format, const std::filesystem::path& folder, const std::string& name, const std::filesystem::path& scratch);

// Takes an empty file of a name in `folder` that no file has, as `export_to_stick` does before it writes.
base::Result<std::string> take_free_name(const std::filesystem::path& folder, const std::string& name, const std::string& ending);
// Removes what exports that never ended left in `folder`: temporary files and names taken for nothing. Files of other programs stay.
void remove_unfinished_exports(const std::filesystem::path& folder);

}  // namespace kiosk::exporters
