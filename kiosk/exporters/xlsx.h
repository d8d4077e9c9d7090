// Office Open XML spreadsheets (ECMA-376) by libxlsxwriter, read back before anybody relies on them: the library says success even when
// its temporary folder was full and rows are missing.
#pragma once

#include <cstddef>
#include <filesystem>

#include "base/result.h"
#include "exporters/table.h"

namespace kiosk::exporters {

// A workbook with one sheet: typed cells, frozen headings with filters, right to left where the table says so. Made in a private folder below
// `scratch`, which is gone afterwards whatever happens, and put from there once it is known to be whole. Gives the number of rows without
// the headings. Fails with a sentence that holds nothing of the table.
base::Result<std::size_t> write_xlsx(const Table& table, const std::filesystem::path& scratch, const PutBytes& put);

// How many rows the first sheet of a workbook has, headings included, after every part of the archive was read and its checksum held.
base::Result<std::size_t> count_xlsx_rows(const std::filesystem::path& file);

}  // namespace kiosk::exporters
