#include "session/state.h"

#include <algorithm>

namespace kiosk::session {
namespace {

constexpr std::array<std::string_view, kScreenCount> kScreenIds{
    "attract", "home", "program_list", "program", "workshops", "my_visit", "reception", "agenda",
    "map", "finder", "questions", "after", "figures", "compare", "receipt", "tours", "tour",
    "interest_programs", "interest_who", "interest_minor", "interest_name", "interest_contact", "interest_consent",
    "interest_level", "interest_children", "interest_child_name", "interest_child_age", "interest_child_school", "interest_child_programs",
    "interest_trade", "interest_organisation", "interest_offers", "interest_places",
    "interest_reach", "interest_institute", "interest_topics", "interest_question", "thanks",
    "staff_pin", "staff_today", "staff_desk", "staff_code", "staff_family", "staff_answer", "staff_contact", "staff_export", "staff_day", "staff_kiosk"};

}  // namespace

std::string_view id(ScreenId screen) { return kScreenIds[static_cast<std::size_t>(screen)]; }

bool asks_for_something(ScreenId screen) {
  return screen == ScreenId::reception || screen == ScreenId::receipt || screen == ScreenId::tour || (screen >= ScreenId::interest_programs && screen < ScreenId::thanks);
}

std::optional<ScreenId> screen_from_id(std::string_view text) {
  const auto found = std::find(kScreenIds.begin(), kScreenIds.end(), text);
  return found == kScreenIds.end() ? std::nullopt : std::optional(static_cast<ScreenId>(found - kScreenIds.begin()));
}

bool Session::has_heart(HeartKind kind, std::string_view subject) const {
  return std::any_of(hearts.begin(), hearts.end(), [&](const Heart& heart) { return heart.kind == kind && heart.id == subject; });
}

}  // namespace kiosk::session
