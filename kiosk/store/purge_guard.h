// Whether a purge may go on without staff: only with a clock that can be believed (clock_trust.h), and only of a smaller part of what there
// is, none of it left on the event's own day. Reads only; any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "model/purge_question.h"
#include "store/clock_trust.h"
#include "store/database.h"

namespace kiosk::store {

// The event's own day: from its midnight to the next.
struct EventDay {
  base::WallTime begins{};
  base::WallTime ends{};
};

// The reason, as the end of a sentence for operators.
std::string_view reason(model::PurgeDoubt doubt);

// What a purge of everything saved before `before` would delete of the database that `copy` was made of, and the first reason to ask staff;
// `clock` is the clock's own doubt.
base::Result<model::PurgeQuestion> question_of_purge(Database& copy, base::WallTime before, const std::optional<EventDay>& event, model::PurgeDoubt clock);

}  // namespace kiosk::store
