// What the visitor is doing, as one plain value, and the one function that changes it. Pure: no clock, no I/O, no drawing; time comes
// in with the intent, what the world must do goes out as effects. Not here: scroll positions and animations (UI memory).
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/language.h"
#include "model/catalogue.h"
#include "model/guest.h"

namespace kiosk::session {

using base::Language;
using base::SteadyTime;

enum class ScreenId : std::uint8_t { attract, home, program_list, program, workshops, my_visit, reception, agenda };
inline constexpr std::array kScreens{ScreenId::attract,   ScreenId::home,     ScreenId::program_list, ScreenId::program,
                                     ScreenId::workshops, ScreenId::my_visit, ScreenId::reception,
                                     ScreenId::agenda};
// The stable ids that scripts and statistics use: "program_list".
std::string_view id(ScreenId screen);
std::optional<ScreenId> screen_from_id(std::string_view text);

// A screen and what it is about.
struct Place {
  ScreenId screen = ScreenId::attract;
  std::string subject;  // Program::id on `program`, else empty
  bool operator==(const Place&) const = default;
};

// Each choice is one id or empty for "all".
struct Filters {
  std::string family;
  std::string level;
  std::string institute;
  bool any() const { return !family.empty() || !level.empty() || !institute.empty(); }
  bool operator==(const Filters&) const = default;
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

// Reception (V16): who, how many, then the badge number, which is known once the guest is stored.
enum class ReceptionStep : std::uint8_t { kind, party, saving, saved, failed };

struct Reception {
  ReceptionStep step = ReceptionStep::kind;
  std::string key;  // model::Guest::key, made with the first choice and kept by every retry
  model::GuestKind kind = model::GuestKind::other;
  int party_size = 0;
  int badge = 0;
  bool operator==(const Reception&) const = default;
};

// Laid over the current place, which stays as it is underneath.
enum class Sheet : std::uint8_t { none, comfort, idle };

struct Session {
  std::string visit;  // the visit's random key; empty on attract
  Language language = Language::arabic;
  Place place;
  std::vector<Place> trail;  // where `back` leads, last first out
  Filters filters;
  std::vector<Heart> hearts;  // in the order they were given
  Comfort comfort;
  Reception reception;
  Sheet sheet = Sheet::none;
  Sheet sheet_below_idle = Sheet::none;  // what "I'm still here" returns to
  SteadyTime last_touch{};
  SteadyTime idle_since{};  // when the countdown began; meaningful while sheet is idle

  bool has_heart(HeartKind kind, std::string_view subject) const;
  bool operator==(const Session&) const = default;
};

// What the visitor or the clock wants.
namespace intent {
struct Begin { Language language; std::string visit; };  // first touch on attract; `visit` is a fresh random key
struct Open { ScreenId screen; std::string subject; };
struct Back {};
struct ChooseLanguage { Language language; };
struct FilterFamily { std::string id; };     // the same id again takes the choice away
struct FilterLevel { std::string id; };
struct FilterInstitute { std::string id; };
struct ClearFilters {};
struct ToggleHeart { HeartKind kind; std::string id; };
struct ChooseGuestKind { model::GuestKind kind; std::string key; };  // `key` is a fresh random key, used unless one is kept already
struct ChoosePartySize { int persons; };  // hands the guest in
struct RetryGuest {};                     // after a failure: the same guest again
struct GuestSaved { std::string key; int badge; };
struct GuestNotSaved { std::string key; };
struct OpenComfort {};
struct CloseSheet {};
struct SetTextSize { TextSize size; };
struct ToggleHighContrast {};
struct ToggleReducedMotion {};
struct Touched {};  // any touch: idleness starts again, "I'm still here" included
struct Tick {};     // time passed: call at `next_deadline`
struct Done {};     // "I'm done"
struct Closed {};   // the kiosk is being stopped
}  // namespace intent

using Intent = std::variant<intent::Begin, intent::Open, intent::Back, intent::ChooseLanguage, intent::FilterFamily,
                            intent::FilterLevel, intent::FilterInstitute, intent::ClearFilters, intent::ToggleHeart,
                            intent::ChooseGuestKind, intent::ChoosePartySize, intent::RetryGuest, intent::GuestSaved,
                            intent::GuestNotSaved, intent::OpenComfort, intent::CloseSheet, intent::SetTextSize, intent::ToggleHighContrast,
                            intent::ToggleReducedMotion, intent::Touched, intent::Tick, intent::Done, intent::Closed>;

enum class EndReason : std::uint8_t { done, idle, closed };

// What the world must do. `visit` is always the key of the visit it belongs to.
namespace effect {
struct VisitBegan { std::string visit; Language language; };
struct VisitEnded { std::string visit; Language language; EndReason reason; };  // also: wipe everything of the visitor
struct Viewed { std::string visit; ScreenId screen; std::string subject; Language language; };
struct HeartChanged { std::string visit; HeartKind kind; std::string id; bool kept; };
struct SaveGuest { model::Guest guest; };  // answered by GuestSaved or GuestNotSaved; without time, which the world knows
}  // namespace effect

using Effect = std::variant<effect::VisitBegan, effect::VisitEnded, effect::Viewed, effect::HeartChanged, effect::SaveGuest>;

struct IdleRules {
  std::chrono::seconds until_countdown{60};
  std::chrono::seconds countdown{20};
};

struct Stepped {
  Session session;
  std::vector<Effect> effects;
};

// The next session. An intent that names something the catalogue does not have changes nothing. Never fails.
Stepped step(Session session, const Intent& intent, const model::Catalogue& catalogue, SteadyTime now, const IdleRules& rules = {});

// When a Tick will change something next; nothing on attract.
std::optional<SteadyTime> next_deadline(const Session& session, SteadyTime now, const IdleRules& rules = {});
// Whole seconds left of the countdown, rounded up; 0 unless the idle sheet is shown.
int countdown_seconds(const Session& session, SteadyTime now, const IdleRules& rules = {});

// The programs that pass the filters, in the operator's order.
std::vector<const model::Program*> filtered(const model::Catalogue& catalogue, const Filters& filters);

}  // namespace kiosk::session
