// What staff are asked before anything is deleted because of its age: a clock that lies makes everything old.
#pragma once

#include <cstdint>

#include "base/clock.h"

namespace kiosk::model {

enum class PurgeDoubt : std::uint8_t {
  none,
  clock_before_program,  // the clock says a time before this program was made
  clock_before_records,  // … before the newest lead, guest or backup
  clock_leapt,           // weeks since it was last believed
  saved_by_wrong_clock,    // some are older than any kiosk
  event_day,             // they were left on the event's own day
  most_rows,             // it would be most of what there is
};

struct PurgeQuestion {
  PurgeDoubt doubt = PurgeDoubt::none;
  int leads = 0;            // that would be deleted
  int guests = 0;           // whose names would be
  base::WallTime before{};  // everything saved before this time
  base::WallTime clock{};   // what the clock said
  bool operator==(const PurgeQuestion&) const = default;
  bool any() const { return leads > 0 || guests > 0; }
  bool is_of_clock() const { return doubt >= PurgeDoubt::clock_before_program && doubt <= PurgeDoubt::clock_leapt; }
};

}  // namespace kiosk::model
