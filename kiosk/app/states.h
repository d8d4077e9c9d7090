// The named states of the screens: `home`, `home-high-contrast`, `program_list-filtered`, `program-text-150` … Shots, golden pictures and
// the audit of rectangles all walk this one table, so that a state that can be drawn is also looked at and checked.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "screens/staff_facts.h"
#include "session/session.h"

namespace kiosk::app {

struct NamedState {
  std::string_view name;
  session::Session session;  // in Arabic; the caller sets the language
  std::chrono::minutes time{};
  base::Milliseconds attract_elapsed{};  // how long attract has been on
  model::DayMode mode = model::DayMode::free_visit;
  screens::StaffFacts staff;
  std::vector<model::TakenSeats> taken_seats = {};
  model::StorageHealth storage = {};
  // What a finger did there that is no part of the session: a key of another layer touched, a field held and dragged in.
  std::string_view tapped = {};
  std::string_view held = {};

  bool operator==(const NamedState&) const = default;
};

// The minute of every state that has none of its own.
inline constexpr std::chrono::minutes kMorning{10 * 60 + 15};

// All states for this content, screens first in the order a visitor meets them.
std::vector<NamedState> named_states(const model::Catalogue& catalogue);

}  // namespace kiosk::app
