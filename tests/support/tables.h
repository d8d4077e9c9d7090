// Tables for tests: rows at hand in, rows or bytes out.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "exporters/record_tables.h"

namespace kiosk::tests {

inline exporters::Table table_of(std::vector<exporters::Column> columns, std::vector<exporters::Row> rows) {
  exporters::Table table;
  table.columns = std::move(columns);
  table.next_rows = exporters::rows_at_hand(std::move(rows));
  return table;
}

inline std::vector<exporters::Row> rows_of(const exporters::Table& table) {
  std::vector<exporters::Row> rows;
  const auto read = exporters::for_each_row(table, [&](const exporters::Row& row) -> base::Result<void> {
    rows.push_back(row);
    return {};
  });
  REQUIRE(read.has_value());
  return rows;
}

using WriteTable = base::Result<std::size_t> (*)(const exporters::Table& table, const exporters::PutBytes& put);

inline std::string written(WriteTable write, const exporters::Table& table) {
  std::string bytes;
  REQUIRE(write(table, [&](std::string_view block) -> base::Result<void> {
            bytes += block;
            return {};
          }).has_value());
  return bytes;
}

// One page after the other, as the store gives them.
inline exporters::LeadPages pages_of(std::vector<std::vector<model::Lead>> pages, std::vector<std::string> purposes = {}) {
  return {std::move(purposes), [pages = std::move(pages), next = std::size_t{0}]() mutable -> base::Result<std::vector<model::Lead>> {
            if (next == pages.size()) return std::vector<model::Lead>();
            return pages[next++];
          }};
}

}  // namespace kiosk::tests
