// Leads, guests or seats from the database as a table, for the staff pages and the command line.
#pragma once

#include <filesystem>

#include "exporters/record_tables.h"
#include "model/export_order.h"

namespace kiosk::app {

// Reads a copy (store/snapshot.h). Blocks for as long as the copy takes; the rows are read from it as they are asked for, and what `wording`
// refers to must last until then. `now` says what is urgent.
base::Result<exporters::Table> records_table(model::ExportWhat what, const std::filesystem::path& data, const exporters::Wording& wording, base::WallTime now);

// Where an export writes what is not its file: beside the database, or in memory where that disk is full or may not be written, for entries are
// exported just then.
std::filesystem::path scratch_folder(const std::filesystem::path& data);

}  // namespace kiosk::app
