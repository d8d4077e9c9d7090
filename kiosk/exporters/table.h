// A sheet of rows as a plain value, before it is CSV or XLSX. Cells are typed, so that a spreadsheet sorts times and adds numbers.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "locale/dates.h"

namespace kiosk::exporters {

// A text, a whole number, a day, or a time as clocks show it in the event's time zone.
using Cell = std::variant<std::string, std::int64_t, std::chrono::year_month_day, locale::LocalTime>;

struct Column {
  std::string heading;
  double width_characters = 16;
};

struct Table {
  std::string name;            // the sheet's; Excel allows 31 characters without []:*?/\ and cuts nothing by itself
  bool right_to_left = false;  // the first column stands on the right
  char separator = ',';        // between the fields of a CSV
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as `columns`
};

}  // namespace kiosk::exporters
