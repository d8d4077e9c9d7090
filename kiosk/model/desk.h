// What the counsellor's desk does first (S8): how urgent each lead is, and the order of Monday's sheet. Pure functions.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/lead.h"

namespace kiosk::model {

// Most urgent first. A request by receipt code comes before everything: whoever asked for erasure has a right to it (law 09-08, art. 8).
enum class Urgency : std::uint8_t { erase_asked, call_back_asked, overdue, due_today, question_open, new_lead, due_later, answered };

// Ends the message keys `urgency.<id>`.
inline constexpr std::array<std::string_view, 8> kUrgencyIds{"erase_asked", "call_back_asked", "overdue", "due_today", "question_open", "new_lead", "due_later", "answered"};
constexpr std::string_view id(Urgency urgency) { return kUrgencyIds[static_cast<std::size_t>(urgency)]; }

// A lead that was answered after it was asked to be called back is answered; a request for erasure stands until it is done.
Urgency urgency_of(const Lead& lead, std::chrono::year_month_day today);

// What leads are sorted by: urgency, then the day of the call, then the time of saving.
using UrgencyPlace = std::tuple<Urgency, std::chrono::year_month_day, base::WallTime>;
UrgencyPlace urgency_place(const Lead& lead, std::chrono::year_month_day today);
void sort_by_urgency(std::vector<Lead>& leads, std::chrono::year_month_day today);

}  // namespace kiosk::model
