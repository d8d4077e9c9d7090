// The PIN of the staff pages (S1): kept as an Argon2id hash (RFC 9106), with a lock-out that grows and outlives a restart because it is
// counted in the database before the PIN is looked at. Functions on an open database, for the store's thread and for `kiosk pin set`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "model/pin.h"
#include "store/database.h"

namespace kiosk::store {

using model::kLongestPin;
using model::kShortestPin;

// Digits of any script are not accepted here: the pad and the terminal give 0 … 9.
bool is_pin(const std::string& text);

struct PinState {
  bool set = false;
  int wrong = 0;                 // wrong tries since the last right one
  base::WallTime locked_until{};  // in the past: a try counts now
};

base::Result<PinState> pin_state(Database& database);

// Takes the place of the PIN before and ends a lock-out. Fails when `pin` is no PIN, or one that everybody tries first: one digit
// repeated, or digits counting up or down.
base::Result<void> set_pin(Database& database, const std::string& pin);

enum class PinAnswer { right, wrong, locked, not_set };

// A wrong try is counted, durably, before the answer is known, so that pulling the plug is no way round. The first four wrong tries cost
// nothing; from the fifth on each locks for 30 s, 1 min, 2 min … at most one hour. While locked nothing is compared. Blocks for about
// 0.1 s and 64 MiB: Argon2id's own cost ("interactive").
base::Result<PinAnswer> try_pin(Database& database, const std::string& pin, base::WallTime now);

// `kiosk pin set`: on the live file in `folder`, created when missing.
base::Result<void> set_pin_in(const std::filesystem::path& folder, const std::string& pin);

}  // namespace kiosk::store
