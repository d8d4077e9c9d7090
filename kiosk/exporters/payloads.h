// What a family's phone takes home with no network (V8): a plan as contact card, calendar, plain text or address, each as the payloads of one
// or several QR codes. Pure; nothing personal is in a plan, so nothing personal is in a code. Not for drawing codes: qr_code.h makes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/qr_code.h"
#include "locale/dates.h"
#include "locale/messages.h"
#include "model/plan.h"

namespace kiosk::exporters {

// The least side of a module, in millimetres, that a phone reads from `distance_mm`: its camera sees about 1.3 mm across for every millimetre
// of distance (65 degrees), which is 1,920 pixels of the picture scanners look at, and a module needs three of them: distance ÷ 500.
constexpr double least_module_mm(double distance_mm) { return distance_mm / 500; }
inline constexpr double kScreenModuleMm = least_module_mm(600);  // 1.2 mm: at arm's length from the screen
inline constexpr double kPaperModuleMm = least_module_mm(200);   // 0.4 mm: a sheet in the hand

// A square that a code with its quiet zone may fill.
struct CodeRoom {
  double side_mm = 0;
  double module_mm = kScreenModuleMm;  // no smaller
};

// Whether one code of this text keeps its modules large enough.
bool fits_code(std::string_view text, const CodeRoom& room);

// The day that a plan's times are in, and when the payload is made.
struct PlanDay {
  std::chrono::year_month_day date;
  std::string time_zone;  // as "Africa/Casablanca"
  base::WallTime made;
};

// vCard 3.0 (RFC 2426). FN is the first institute and the short names of the others; NOTE is `note`, left out when empty.
std::string to_vcard(const model::Plan& plan, std::string_view note);
// iCalendar (RFC 5545): a VEVENT for each workshop that is not cancelled, in UTC, so that no zone has to be described; empty when there is none.
std::string to_icalendar(const model::Plan& plan, const PlanDay& day);
// UTF-8 lines with LF between them: the event, then a line for each heading and each entry.
std::string to_plain_text(const model::Plan& plan, const locale::Messages& messages);
// Programs, papers and registration alone: what goes into a NOTE.
std::string essentials(const model::Plan& plan, const locale::Messages& messages);

// `text` in as many parts as `room` asks for, cut at line ends, "1/3" before each where there are several. A line that is too long by itself is
// cut between characters. Nothing when the room is too small for even a few letters.
std::vector<std::string> split_text(std::string_view text, const CodeRoom& room);

using model::TakeHomeKind;

// The payloads of one kind, in order, each fitting `room`. A contact card is always one: where its note does not fit, the note is left out and
// `text` holds it. Calendars are one a workshop, in the order of the plan's that are not cancelled. Empty when the plan has nothing of the kind (no workshop, no URL).
std::vector<std::string> take_home(TakeHomeKind kind, const model::Plan& plan, const locale::Messages& messages, const PlanDay& day, const CodeRoom& room);

}  // namespace kiosk::exporters
