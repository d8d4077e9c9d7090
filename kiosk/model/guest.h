// Whom reception greets (V16): the kind of guest and how many came; a name only when it is offered. Independent of the interest form.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/language.h"

namespace kiosk::model {

enum class GuestKind : std::uint8_t {
  official, guidance_counsellor, institute_director, parent, future_trainee, trainee, trainer, craft_professional, association, press, other
};

// In the order in which reception offers them; the ids are those of the widgets `who.<kind>`, the database and the exports.
inline constexpr std::array<std::pair<GuestKind, std::string_view>, 11> kGuestKinds{{
    {GuestKind::parent, "parent"},
    {GuestKind::future_trainee, "future_trainee"},
    {GuestKind::trainee, "trainee"},
    {GuestKind::trainer, "trainer"},
    {GuestKind::guidance_counsellor, "guidance_counsellor"},
    {GuestKind::institute_director, "institute_director"},
    {GuestKind::official, "official"},
    {GuestKind::craft_professional, "craft_professional"},
    {GuestKind::association, "association"},
    {GuestKind::press, "press"},
    {GuestKind::other, "other"},
}};

constexpr std::string_view id(GuestKind kind) {
  for (const auto& [one, name] : kGuestKinds) {
    if (one == kind) return name;
  }
  return "other";
}

constexpr std::optional<GuestKind> guest_kind(std::string_view id) {
  for (const auto& [one, name] : kGuestKinds) {
    if (name == id) return one;
  }
  return std::nullopt;
}

struct Guest {
  std::string key;  // 128 random bits in hexadecimal, made when reception opens: a retry is the same guest
  base::WallTime at{};
  base::Language language = base::Language::arabic;
  GuestKind kind = GuestKind::other;
  int party_size = 1;        // 1 … kMostInParty, the guest included
  std::string name;          // as typed; may be empty
  std::string organisation;  // as typed; may be empty
  std::string school;        // of a school group: its school and level as typed, else empty
  std::string school_level;
  int badge = 0;  // given by the store; 0 until then
};

inline constexpr int kMostInParty = 200;  // a school group in several buses

}  // namespace kiosk::model
