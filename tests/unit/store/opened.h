// A database of the newest version in a test's own folder.
#pragma once

#include <doctest/doctest.h>

#include <utility>

#include "store/migrations.h"
#include "support/process.h"

namespace kiosk::tests {

inline store::Database opened(const TempFolder& folder) {
  auto database = store::open_and_migrate(folder / "kiosk.db");
  REQUIRE(database.has_value());
  return std::move(*database);
}

}  // namespace kiosk::tests
