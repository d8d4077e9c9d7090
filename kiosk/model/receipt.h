// Receipt codes: what a family keeps of its lead. Six random characters and a check character, from 31 that nobody mistakes for
// another (no 0 O 1 I L), shown as "K7M-4QXZ". Pure functions; a code tells nothing of the lead.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::model {

inline constexpr std::size_t kReceiptCharacters = 7;  // the last one is the check character

// The canonical form, without a hyphen, of six values; only their remainder by 31 counts.
std::string make_receipt(const std::array<std::uint8_t, kReceiptCharacters - 1>& random);

// What somebody typed or scanned, in the canonical form: lower case, spaces and hyphens are forgiven. Nothing when a character is
// wrong: the check character, a sum weighted modulo the prime 31, finds every single mistake and every swap of two neighbours.
std::optional<std::string> read_receipt(std::string_view typed);

// "K7M-4QXZ" of a canonical code.
std::string show_receipt(std::string_view canonical);

}  // namespace kiosk::model
