// What every view is made from, and the small phrases that views share. Views are values: everything a screen shows, in the visitor's
// language, ready to be drawn or compared in a test.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "locale/dates.h"
#include "locale/messages.h"
#include "model/catalogue.h"
#include "model/plan.h"
#include "model/qr_code.h"
#include "model/storage_report.h"
#include "model/timetable.h"
#include "model/tour_seats.h"
#include "screens/staff_facts.h"
#include "session/session.h"

namespace kiosk::screens {

using base::Language;
using base::Phrase;

// The exporters' words and payloads of a plan: screens know no exporter, the app hands these in.
struct PlanMaker {
  std::function<std::vector<model::PlanSection>(const model::Plan&)> sections;
  // Each fits a code that stands on this screen and is read at arm's length.
  std::function<std::vector<std::string>(model::TakeHomeKind, const model::Plan&)> payloads;
  // A text in as many parts as such codes need.
  std::function<std::vector<std::string>(std::string_view)> text_parts;
};

// Where the operator's map has a room of this id, families can be sent to the guidance desk.
inline constexpr std::string_view kGuidanceDesk = "guidance-desk";

struct ViewContext {
  const model::Catalogue& catalogue;
  const locale::Messages& messages;
  const session::Session& session;
  locale::LocalTime now;  // where the event is; what of the content is on follows from minute()
  model::QrCode (*make_qr_code)(std::string_view text);  // exporters' own: screens know no library
  model::DayMode mode = model::DayMode::free_visit;      // the part of the day
  const PlanMaker* plans = nullptr;                      // for what is taken home
  const StaffFacts* staff = nullptr;                     // on the staff pages; may be nullptr elsewhere
  const std::vector<model::TakenSeats>* taken_seats = nullptr;  // of today's tours; nullptr: none
  const model::StorageHealth* storage = nullptr;  // nullptr: all is well

  Language language() const { return session.language; }
  std::chrono::year_month_day day() const { return model::event_day(catalogue.event, now.date); }
  model::MinuteOfDay minute() const { return model::event_minute(catalogue.event, now.date, now.time); }
  Phrase say(std::string_view key) const { return messages.text(key, session.language); }
  Phrase say(std::string_view key, std::initializer_list<locale::Argument> arguments) const {
    return messages.format(key, session.language, arguments);
  }
  Phrase pick(const model::LocalText& text) const { return catalogue.pick(text, session.language); }
};

// Where it is not the event's day: "Tomorrow", "In 3 days", "Over". Nothing on the day itself.
std::optional<Phrase> other_day_phrase(const ViewContext& context, Language language);
// The event's day, "Friday 6 February 2026", on another day with how far it is: "… · In 3 days".
Phrase event_date_phrase(const ViewContext& context);
// `title` on the event's day; on another "Workshops · In 3 days".
Phrase workshops_title(const ViewContext& context, std::string_view title);

// A time or a range of times, isolated so that it stays whole inside Arabic.
Phrase time_phrase(const ViewContext& context, model::MinuteOfDay time);
Phrase time_range_phrase(const ViewContext& context, model::MinuteOfDay start, model::MinuteOfDay end);
// "2 years", "9 months", "1 to 2 years"; empty when the length is not known.
Phrase duration_phrase(const ViewContext& context, int months_min, int months_max);
Phrase time_span_phrase(const ViewContext& context, std::chrono::minutes span);
// "orientationfp.men.gov.ma · أكتوبر 2025" after the word for source; empty when there is none.
Phrase source_phrase(const ViewContext& context, const model::Source& source);
// The room's name; of a room that the catalogue does not have its id.
Phrase room_phrase(const ViewContext& context, std::string_view room);
Phrase number_phrase(const ViewContext& context, double number);
// Names one after the other with the language's own comma: "Inezgane، Agadir".
Phrase list_phrase(const ViewContext& context, const std::vector<Phrase>& parts);

}  // namespace kiosk::screens
