// A sheet before it is CSV or XLSX: headings, and rows that come page by page, so that a hundred thousand of them need no more memory than
// a few. Cells are typed, so that a spreadsheet sorts times and adds numbers.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "locale/dates.h"

namespace kiosk::exporters {

// A text, a whole number, a day, or a time as clocks show it in the event's time zone.
using Cell = std::variant<std::string, std::int64_t, std::chrono::year_month_day, locale::LocalTime>;
using Row = std::vector<Cell>;

struct Column {
  std::string heading;
  double width_characters = 16;
};

// The rows that follow those given before, as many as suit whoever gives them; none at the end.
using NextRows = std::function<base::Result<std::vector<Row>>()>;

struct Table {
  std::string name;            // the sheet's; Excel allows 31 characters without []:*?/\ and cuts nothing by itself
  bool right_to_left = false;  // the first column stands on the right
  char separator = ',';        // between the fields of a CSV
  std::vector<Column> columns;
  NextRows next_rows;  // each as long as `columns`; they are read once
};

// For rows that are few enough to be at hand.
NextRows rows_at_hand(std::vector<Row> rows);

// Takes each row in turn until there is none or one of the two fails; gives how many there were.
base::Result<std::size_t> for_each_row(const Table& table, const std::function<base::Result<void>(const Row&)>& take);

// Takes the bytes of a file from its beginning to its end, in blocks; a failure ends the writing.
using PutBytes = std::function<base::Result<void>(std::string_view)>;

}  // namespace kiosk::exporters
