// "You have 50 minutes: these 4 rooms": a tour of one's own through the rooms of what was kept, fitted into the time until the next thing that a
// family waits for. The largest number of rooms that fits, with the walk and the way to where the next thing is; exact. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/catalogue.h"

namespace kiosk::model {

inline constexpr std::chrono::minutes kFamilyStay{5};  // in each room, with small children; never longer than the others stay

// What the time lasts until.
enum class Until : std::uint8_t { kept_workshop, workshop, agenda, day_end };

struct TimeLeft {
  Until until = Until::day_end;
  std::string id;    // WorkshopSession::id or AgendaItem::id; empty at the day's end
  MinuteOfDay at{};  // as the day really goes
  std::string room;  // Room::id where it is, on this map or not; may be empty
};

struct OwnTourWish {
  std::vector<std::string> programs;   // Program::id, in the order of the hearts
  std::vector<std::string> workshops;  // WorkshopSession::id
  bool family = false;                 // shorter stays; rooms of tours for families before others
  bool step_free = false;
};

// The next kept workshop to come; else the next workshop of a kept program; else what the agenda has next; else the end of the day. Nothing
// when the day is over.
std::optional<TimeLeft> time_left(const Catalogue& catalogue, const OwnTourWish& wish, MinuteOfDay now);

struct OwnTour {
  TimeLeft end;
  std::chrono::minutes left{};     // from now on
  std::chrono::minutes stay{};     // in each room
  std::chrono::minutes needed{};   // stays, walk and the way to `end.room`; never more than `left`
  std::vector<std::string> rooms;  // Room::id, in the order of find_walk; empty when none fits
  std::vector<std::string> asked;  // the same as find_walk was asked for them: only so it surely walks equally long ways in this order
  std::vector<std::string> later;  // what one gets to but does not fit, in the order of the hearts
};

// A kept program whose next workshop is in the only kept room ends no time. Nothing without a kept room on this map that one gets to, without a place where this kiosk stands, or when the day is over. Of more than
// kExactStops rooms those kept first are considered (for a family those of its tours).
std::optional<OwnTour> own_tour(const Catalogue& catalogue, const OwnTourWish& wish, MinuteOfDay now);

}  // namespace kiosk::model
