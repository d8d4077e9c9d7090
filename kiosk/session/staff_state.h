// What staff are doing behind the held logo, as plain values. Changed only by staff.h's steps.
#pragma once

#include <cstdint>
#include <string>

#include "model/disk_trouble.h"
#include "model/export_order.h"
#include "model/lead.h"
#include "model/pin.h"

namespace kiosk::session {

// The staff pages (S1) are no visit: nothing of them is counted. `asking` until it is known whether a PIN is set; `choose` and `confirm`
// set the first one, where an operator has offered that; `missing`: nobody has.
enum class StaffStep : std::uint8_t { asking, missing, enter, choose, confirm, checking, open };
enum class PinProblem : std::uint8_t { none, wrong, locked, different, weak, unavailable, not_written };

// An export onto a stick (S3). What was chosen stays for the next one on the same page.
enum class ExportStep : std::uint8_t { choosing, writing, written, failed };

struct Exporting {
  ExportStep step = ExportStep::choosing;
  model::ExportWhat what = model::ExportWhat::leads;
  model::ExportFormat format = model::ExportFormat::xlsx;
  std::string stick;  // Stick::folder; empty: the first that can be written
  model::ExportProblem problem = model::ExportProblem::none;
  std::int64_t rows = 0;  // with ExportStep::written
  std::string file;       // its name, likewise
  bool operator==(const Exporting&) const = default;
};

// The counsellor's desk (S8): the family that is open, and how the last change of its record ended.
enum class DeskState : std::uint8_t { closed, reading, open, writing, not_written, gone, erased, unreadable };

struct DeskWork {
  DeskState state = DeskState::closed;
  std::string receipt;  // canonical, of the family that is open or asked for
  model::DeskNotes notes;  // as they are stored
  std::string draft;       // an answer that was begun and not saved
  bool asked_to_erase = false;  // the first touch asks, the second erases
  bool operator==(const DeskWork&) const = default;
};

// Leads taken over from a backup.
enum class TakingOver : std::uint8_t { no, going_on, done, failed };

struct Staff {
  StaffStep step = StaffStep::asking;
  std::string digits;  // typed so far; wiped when they were handed on
  std::string chosen;  // the first PIN, until it was typed again
  PinProblem problem = PinProblem::none;
  int locked_minutes = 0;  // with PinProblem::locked, rounded up
  model::PinWeakness weakness = model::PinWeakness::none;  // with PinProblem::weak
  model::DiskTrouble trouble = model::DiskTrouble::none;   // with PinProblem::not_written
  Exporting exporting;
  DeskWork desk;
  TakingOver taking_over = TakingOver::no;
  std::int64_t taken_over = 0;  // with TakingOver::done, how many
  bool asked_to_quit = false;  // the first touch asks, the second leaves
  bool day_is_lost_on_restart = false;  // the last change of the day could not be written down
  bool operator==(const Staff&) const = default;
};

}  // namespace kiosk::session
