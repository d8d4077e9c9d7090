// Between rows and values: the few steps that readers and writers share. Private to the store.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/clock.h"
#include "base/language.h"
#include "base/result.h"
#include "store/database.h"

namespace kiosk::store {

inline base::WallTime time_of(std::int64_t seconds) { return base::WallTime(std::chrono::seconds(seconds)); }

inline base::Language language_of(const std::string& code) { return base::language_from_code(code).value_or(base::Language::arabic); }

// Calls `take` for each row.
template <class Take>
base::Result<void> for_each_row(Database& database, const char* sql, Take take) {
  Statement statement(database, sql);
  while (true) {
    const auto row = statement.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return {};
    take(statement);
  }
}

}  // namespace kiosk::store
