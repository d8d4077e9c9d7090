// RFC 4180 with a UTF-8 byte order mark, which Excel needs to see that it is UTF-8, and the table's own separator. Fails only where the rows
// or `put` do.
#pragma once

#include <cstddef>

#include "exporters/table.h"

namespace kiosk::exporters {

// Lines end with CR LF; times are "2025-09-22 10:15". A text that a spreadsheet would take for a formula (it begins with = + - @, tab or
// CR, or their full-width forms) gets an apostrophe in front: a visitor's answer must not compute on the staff's computer (OWASP, "CSV injection").
// Telephone numbers are written so that they need none (record_tables.h). Gives the number of rows without the headings.
base::Result<std::size_t> write_csv(const Table& table, const PutBytes& put);

// For a terminal: a line a row, cells apart by tabs; control characters, which could command the terminal, are left out.
base::Result<std::size_t> write_tab_separated(const Table& table, const PutBytes& put);

}  // namespace kiosk::exporters
