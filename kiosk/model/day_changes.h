// What staff change while the day goes on (T10, V12): everything later, and which part of the day the kiosk serves. Pure; never the operator's
// files, which say how the day was planned.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue.h"

namespace kiosk::model {

inline constexpr std::array<std::pair<DayMode, std::string_view>, 4> kDayModes{{
    {DayMode::ceremony, "ceremony"},
    {DayMode::tour, "tour"},
    {DayMode::free_visit, "free_visit"},
    {DayMode::closing, "closing"},
}};
// The ids of the files, the database and the widgets.
std::string_view id(DayMode mode);
std::optional<DayMode> day_mode(std::string_view id);

// "At `at` everything that had not begun was put off by `by`."
struct Shift {
  MinuteOfDay at{};
  std::chrono::minutes by{};
  bool operator==(const Shift&) const = default;
};

struct DayChanges {
  std::vector<Shift> shifts;     // in the order they were made
  std::optional<DayMode> mode;   // chosen by staff; nothing: the agenda says it
  std::chrono::minutes total() const;  // of all shifts
  bool operator==(const DayChanges&) const = default;
};

// The most that a day can be put off in all; a further shift changes nothing.
inline constexpr std::chrono::minutes kMostDelay{6 * 60};

// Puts workshops, agenda and tours off, shift by shift: what had not begun (as it then stood) begins and ends later, what was on ends later,
// what was over stays. A group that was under way goes on as it goes. Order is kept.
void apply(const std::vector<Shift>& shifts, Catalogue& catalogue);

// The part of the day at `now`: what staff chose, else the mode of the agenda item that began last; before the first, its mode; without an
// agenda and on a day before, a free visit.
DayMode mode_at(const Catalogue& catalogue, const DayChanges& changes, MinuteOfDay now);

}  // namespace kiosk::model
