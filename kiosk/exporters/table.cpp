#include "exporters/table.h"

#include <utility>

namespace kiosk::exporters {

NextRows rows_at_hand(std::vector<Row> rows) {
  return [rows = std::move(rows)]() mutable -> base::Result<std::vector<Row>> { return std::exchange(rows, {}); };
}

base::Result<std::size_t> for_each_row(const Table& table, const std::function<base::Result<void>(const Row&)>& take) {
  std::size_t count = 0;
  while (true) {
    const auto page = table.next_rows();
    if (!page) return tl::make_unexpected(page.error());
    if (page->empty()) return count;
    for (const Row& row : *page) {
      if (const auto taken = take(row); !taken) return tl::make_unexpected(taken.error());
    }
    count += page->size();
  }
}

}  // namespace kiosk::exporters
