// What was counted in an event: numbers, and nobody's name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::model {

struct Count {
  std::string id;
  std::int64_t count = 0;
  bool operator==(const Count&) const = default;
};

struct Statistics {
  std::int64_t visits = 0;
  std::int64_t visits_ended_done = 0;
  std::int64_t visits_ended_idle = 0;
  std::int64_t views = 0;
  std::int64_t hearts = 0;  // kept at the end
  std::int64_t parties = 0;  // greeted at reception
  std::int64_t persons = 0;  // in those parties
  std::int64_t leads = 0;
  std::vector<Count> visits_by_language;  // language code, most first
  std::vector<Count> visits_by_hour;      // "09", in local time of the time zone given
  std::vector<Count> views_by_screen;     // most first
  std::vector<Count> views_by_program;
  std::vector<Count> hearts_by_program;
  std::vector<Count> hearts_by_workshop;
  std::vector<Count> leads_by_program;   // families that left their interest
  std::vector<Count> offers_by_program;  // professionals, cooperatives and associations that offer something
  std::vector<Count> seats_by_tour;    // taken and not given back: Tour ids, most first
  std::vector<Count> persons_by_kind;  // headcount: model::GuestKind ids, most first
  bool operator==(const Statistics&) const = default;
};

}  // namespace kiosk::model
