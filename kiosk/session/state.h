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
#include "model/guest.h"
#include "model/lead.h"
#include "model/plan.h"
#include "session/staff_state.h"
#include "session/text_input.h"

namespace kiosk::session {

using base::Language;
using base::SteadyTime;

// The order groups them: inside the form from `interest_who` to `thanks`, asked after saving from `interest_level` on, then staff.
enum class ScreenId : std::uint8_t {
  attract, home, program_list, program, workshops, my_visit, reception, agenda,
  map, finder, questions, after, figures, compare, receipt,
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

// A screen and what it is about.
struct Place {
  ScreenId screen = ScreenId::attract;
  std::string subject;  // Program::id on `program` and `compare`, of the room chosen on `map`, of the question open on `questions`, else empty
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

// What the finder was told (V4).
struct FinderAnswers {
  int age = 0;              // years; 0: not yet
  std::string school_year;  // SchoolYear::id of the last one finished; empty: not yet
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
  bool operator==(const Comfort&) const = default;
};

enum class HeartKind : std::uint8_t { program, workshop };

struct Heart {
  HeartKind kind = HeartKind::program;
  std::string id;
  bool operator==(const Heart&) const = default;
};

// Reception (V16): who, how many, then the badge number, which is known once the guest is stored. From `party` one may go by `details`
// (name and organisation) or `school` (a group: school, level, number).
enum class ReceptionStep : std::uint8_t { kind, party, details, school, saving, saved, failed };

struct Reception {
  ReceptionStep step = ReceptionStep::kind;
  std::string key;  // model::Guest::key, made with the first choice and kept by every retry
  model::GuestKind kind = model::GuestKind::other;
  int party_size = 0;
  int badge = 0;
  bool operator==(const Reception&) const = default;
};

// What is asked from a form; `group_size` is a number, the others are texts.
enum class Field : std::uint8_t { name, phone, email, organisation, school, school_level, group_size, search, question, answer, first_name, receipt };
inline constexpr std::size_t kFieldCount = 12;
// Ends the widget's id: "form.phone".
std::string_view id(Field field);

// Why a field cannot be taken as it is; each has a sentence that says what to do.
enum class Problem : std::uint8_t {
  none, name_missing, name_letters, contact_missing, phone_letters, phone_short, phone_long, phone_country, phone_unknown,
  email_space, email_letters, email_at, email_name, email_ending, email_wrong, school_missing, size_wrong, identity_number,
  receipt_missing, receipt_wrong,
};

// Everything typed in this visit. Personal data.
struct Form {
  std::array<TextInput, kFieldCount> inputs;
  std::array<Problem, kFieldCount> problems{};
  std::optional<Field> focus;  // where the keyboard types

  const TextInput& input(Field field) const { return inputs[static_cast<std::size_t>(field)]; }
  TextInput& input(Field field) { return inputs[static_cast<std::size_t>(field)]; }
  Problem problem(Field field) const { return problems[static_cast<std::size_t>(field)]; }
  Problem& problem(Field field) { return problems[static_cast<std::size_t>(field)]; }
  bool any_typed() const;
  bool operator==(const Form&) const = default;
};

enum class SaveState : std::uint8_t { editing, saving, failed, saved };

// The interest a family leaves (V9): screens interest_programs → who → name → contact → consent → thanks. From there on the lead is stored,
// and what is told further goes to the same lead with each screen (details.h).
struct Interest {
  std::string key;  // model::Lead::key, made when it is said who leaves it, and kept by every retry
  model::ContactRole role = model::ContactRole::adult;
  model::LeadKind kind = model::LeadKind::family;
  std::array<bool, model::kPurposes.size()> consents{};  // unticked until the visitor ticks
  bool consent_missing = false;  // next was touched without the consent that an answer needs
  SaveState save = SaveState::editing;
  std::string receipt;  // canonical; known once saved
  model::LeadDetails details;
  model::Child child;  // being told of; among the children when its last question is answered
  std::size_t child_place = 0;  // where it goes: their number for another one
  SaveState details_save = SaveState::editing;
  bool operator==(const Interest&) const = default;
};

// Asking with a receipt code (S5): the code, then what for. Nothing stored is ever shown here.
enum class ReceiptStep : std::uint8_t { code, choose, sending, noted, paused, failed };

struct ReceiptDesk {
  ReceiptStep step = ReceiptStep::code;
  std::string code;  // canonical; empty for what is no code
  model::ReceiptRequest request = model::ReceiptRequest::call_back;
  int tries_left = 0;      // with Problem::receipt_wrong
  int paused_minutes = 0;  // with ReceiptStep::paused, rounded up
  bool operator==(const ReceiptDesk&) const = default;
};

// What is looked at on the map; the room chosen is the place's subject.
struct MapLook {
  std::string floor;  // Floor::id; empty: where this kiosk stands
  bool step_free = false;
  bool operator==(const MapLook&) const = default;
};

// Laid over the current place, which stays as it is underneath.
enum class Sheet : std::uint8_t { none, comfort, take_home, idle };

struct Session {
  std::string visit;  // the visit's random key; empty on attract
  Language language = Language::arabic;
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
  Comfort comfort;
  Reception reception;
  Interest interest;
  ReceiptDesk receipt;
  Form form;
  MapLook map;
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
