// Leads or guests from the database as a table, for the staff pages and the command line.
#pragma once

#include <filesystem>

#include "exporters/record_tables.h"
#include "model/export_order.h"

namespace kiosk::app {

// Reads a copy (store/records.h). Blocks for as long as the copy takes. `now` says what is urgent.
base::Result<exporters::Table> records_table(model::ExportWhat what, const std::filesystem::path& data, const exporters::Wording& wording, base::WallTime now);

}  // namespace kiosk::app
