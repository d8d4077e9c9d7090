// The staff pages: the PIN pad (S1), the day at a glance (S2), and the pages of choices: export (S3), day (T10, V12), kiosk (O3).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/chart.h"
#include "screens/context.h"

namespace kiosk::screens {

struct StaffPinView {
  Phrase title;
  Phrase problem;             // empty while there is none
  std::vector<Phrase> lines;  // what to do
  std::size_t digits = 0;  // typed; which ones is nobody's to see
  bool takes_digits = false;
  Phrase enter;
  Phrase erase;
};

struct HeadNumber {
  std::string id;  // "staff.figure.leads"
  Phrase number;
  Phrase name;
};

struct StaffOption {
  std::string id;  // "staff.export.leads"
  Phrase label;
  std::string_view icon;
  bool selected = false;
  bool enabled = true;
  bool primary = false;
  session::StaffIntent intent;
};

// A question and its answers, or a fact and what may be done about it.
struct StaffSection {
  std::string id;
  Phrase title;
  Phrase line;  // may be empty
  std::vector<StaffOption> options;
  std::vector<Phrase> private_lines = {};  // below `line`: what a person left, shown and in no tree
};

enum class OutcomeKind : std::uint8_t { neutral, good, bad };

// How the last thing asked for ended, or what is being waited for.
struct StaffOutcome {
  OutcomeKind kind = OutcomeKind::neutral;
  Phrase title;
  Phrase line;
};

struct StaffTodayView {
  Phrase title;
  Phrase line;                    // while the figures are being counted
  std::vector<Phrase> warnings;  // what staff should know before all else
  std::optional<StaffOutcome> outcome;   // of the last thing asked for
  std::vector<StaffSection> sections;    // about the database, when there is something to say
  std::vector<HeadNumber> figures;
  std::vector<ChartView> charts;  // without those that have nothing to show
};

// One problem of the operator's files, as `kiosk check` says it.
struct StaffProblem {
  std::string id;
  Phrase place;
  Phrase message;
  Phrase remedy;
  bool is_error = true;
};

struct StaffPageView {
  std::string id;  // "staff.export"
  Phrase title;
  std::vector<StaffSection> sections;
  std::optional<StaffOutcome> outcome;
  std::vector<StaffProblem> problems;
};

// Why staff have to say that something old may be deleted.
Phrase purge_reason(const ViewContext& context, const model::PurgeQuestion& question);

StaffPinView make_staff_pin_view(const ViewContext& context);
StaffTodayView make_staff_today_view(const ViewContext& context);
// What happened to the database, and backups to take over; nothing when all is well.
std::vector<StaffSection> make_storage_sections(const ViewContext& context);
// Above every page that asks for something, and above staff's: nothing can be saved. Empty: it can.
Phrase make_storage_warning(const ViewContext& context);
StaffPageView make_staff_export_view(const ViewContext& context);
StaffPageView make_staff_day_view(const ViewContext& context);
StaffPageView make_staff_kiosk_view(const ViewContext& context);

}  // namespace kiosk::screens
