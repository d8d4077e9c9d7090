// What the visitor is doing, as one plain value: the place, the choices, what was typed. Changed only by `step` (session.h). Not here:
// scroll positions and animations (UI memory).
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/language.h"
#include "model/plan.h"
#include "session/form_state.h"
#include "session/staff_state.h"
#include "session/tour_state.h"

namespace kiosk::session {

using base::Language;
using base::SteadyTime;

// The order groups them: inside the form from `interest_who` to `thanks`, asked after saving from `interest_level` on, then staff.
enum class ScreenId : std::uint8_t {
  attract, home, program_list, program, workshops, my_visit, reception, agenda,
  map, finder, questions, after, figures, compare, receipt, tours, tour,
  interest_programs, interest_who, interest_minor, interest_name, interest_contact, interest_consent,
  interest_level, interest_children, interest_child_name, interest_child_age, interest_child_school, interest_child_programs,
  interest_trade, interest_organisation, interest_offers, interest_places,
  interest_reach, interest_institute, interest_topics, interest_question, thanks,
  staff_pin, staff_today, staff_desk, staff_code, staff_family, staff_answer, staff_contact, staff_export, staff_day, staff_kiosk,
};
inline constexpr std::size_t kScreenCount = static_cast<std::size_t>(ScreenId::staff_kiosk) + 1;
// The stable ids that scripts and statistics use: "program_list".
std::string_view id(ScreenId screen);
std::optional<ScreenId> screen_from_id(std::string_view text);
// Whoever is there tells something that is to be saved: a guest, an interest, a request with a receipt, seats.
bool asks_for_something(ScreenId screen);

// A screen and what it is about.
struct Place {
  ScreenId screen = ScreenId::attract;
  std::string subject;  // Program::id on `program` and `compare`, of the room chosen on `map`, of the question open on `questions`, Tour::id on `tour`, else empty
  bool operator==(const Place&) const = default;
};

// Each choice is one id or empty for "all".
struct Filters {
  std::string family;
  std::string level;
  std::string institute;
  std::string mode = {};
  bool open_to_me = false;  // by the finder's answers
  bool any() const { return !family.empty() || !level.empty() || !institute.empty() || !mode.empty() || open_to_me; }
  bool operator==(const Filters&) const = default;
};

enum class FinderStep : std::uint8_t { age, school, result };

// What the finder was told (V4). Going back through it forgets nothing: what was answered stands marked until it is answered anew.
struct FinderAnswers {
  int age = 0;              // years; 0: not yet
  std::string school_year;  // SchoolYear::id of the last one finished; empty: not yet
  FinderStep step = FinderStep::age;  // the question on screen; `result` only when complete
  bool complete() const { return age > 0 && !school_year.empty(); }
  bool operator==(const FinderAnswers&) const = default;
};

// What is taken home on the phone (V8); shown while Sheet::take_home is.
struct TakeHome {
  std::string program;  // Program::id; empty: everything that has a heart
  model::TakeHomeKind kind = model::TakeHomeKind::contact;
  int part = 0;  // of a payload that needs several codes
  bool operator==(const TakeHome&) const = default;
};

enum class TextSize : std::uint8_t { normal, large, largest };  // ×1, ×1.25, ×1.5

struct Comfort {
  TextSize text_size = TextSize::normal;
  bool high_contrast = false;
  bool reduced_motion = false;
  bool reach = false;  // everything is touched in the lower half of the screen
  bool operator==(const Comfort&) const = default;
};

enum class HeartKind : std::uint8_t { program, workshop };

struct Heart {
  HeartKind kind = HeartKind::program;
  std::string id;
  bool operator==(const Heart&) const = default;
};

// What is looked at on the map; the room chosen is the place's subject.
struct MapLook {
  std::string floor;  // Floor::id; empty: where this kiosk stands
  bool all_floors = false;
  bool north_up = false;  // else up is where the visitor looks
  std::string entry;    // the room with which the map was opened from another screen; back leads to it before it leaves the map
  bool searching = false;  // a place by its name, typed into Field::search
  bool step_free = false;
  std::vector<std::string> stops = {};  // Room::id, of a walk through several rooms; shown while no room is chosen
  std::string tour = {};  // Tour::id whose stops they are, walked as they stand; empty: the visitor's own, in the best order
  bool operator==(const MapLook&) const = default;
};

// Laid over the current place, which stays as it is underneath.
enum class Sheet : std::uint8_t { none, comfort, take_home, way, leave, idle };

struct Session {
  std::string visit;  // the visit's random key; empty on attract
  Language language = Language::arabic;
  std::string country = "MA";  // model::Event::country, known again with every step: numbers without a country are of it
  Place place;
  std::vector<Place> trail;  // where `back` leads, last first out
  Filters filters;
  FinderAnswers finder;
  bool searching = false;         // on `program_list`: the keyboard is open, Field::search is typed into
  TakeHome take_home;
  std::string compare_with;       // Program::id beside the subject of `compare`; empty until it is chosen
  bool two_languages = false;     // a program's page beside itself in another language
  bool figures_as_tables = false;
  std::vector<Heart> hearts;  // in the order they were given
  Heart last_heart;           // given or taken back last
  SteadyTime last_heart_at{};
  Comfort comfort;
  Reception reception;
  Interest interest;
  ReceiptDesk receipt;
  Form form;
  MapLook map;
  TourDesk tours;
  std::string voice;  // the language of the recording that is heard on this program page; empty: none
  Staff staff;
  Sheet sheet = Sheet::none;
  Sheet sheet_below_idle = Sheet::none;  // what "I'm still here" returns to
  SteadyTime last_touch{};
  SteadyTime idle_since{};  // when the countdown began; meaningful while sheet is idle

  bool has_heart(HeartKind kind, std::string_view subject) const;
  bool operator==(const Session&) const = default;
};

}  // namespace kiosk::session
