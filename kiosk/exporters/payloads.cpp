#include "exporters/payloads.h"

#include <algorithm>

#include "base/format.h"
#include "exporters/content_line.h"
#include "exporters/plan_text.h"
#include "locale/phrases.h"

namespace kiosk::exporters {
namespace {

using base::Phrase;

void add_line(std::string& text, std::string_view name, const std::string& value) {
  if (!value.empty()) text += content_line(name, value);
}

std::string as_text(const model::Plan& plan, const locale::Messages& messages, PlanExtent extent) {
  std::string text;
  for (const PlanSection& section : plan_sections(plan, messages, extent)) {
    text += fmt::format("{}\n", section.heading.text);
    for (const PlanLine& line : section.lines) {
      const std::string lead = line.lead.text.empty() ? std::string() : line.lead.text + " ";
      text += fmt::format("- {}{}\n", lead, line.text.text);
      if (!line.detail.text.empty()) text += fmt::format("  {}\n", line.detail.text);
    }
  }
  if (!text.empty()) text.pop_back();
  return text;
}

// "20250922T091500Z", RFC 5545, 3.3.5, form 2.
std::string utc(base::WallTime at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

// The moment at which the day's clock shows `time`; a delay past midnight goes into the next day.
base::WallTime moment(const PlanDay& day, model::MinuteOfDay time) {
  constexpr std::chrono::hours kNoon{12};
  // Counted from noon: where clocks are put forward or back in the night, midnight is the wrong end to count from.
  const auto noon = locale::parse_local_time(locale::iso_date(day.date) + " 12:00", day.time_zone);
  return noon.value_or(base::WallTime(std::chrono::sys_days(day.date)) + kNoon) + (time - kNoon);
}

std::string event_of(const model::Plan& plan, const model::PlanWorkshop& workshop, const PlanDay& day) {
  const Phrase place = locale::list_phrase(plan.language, {workshop.place.room, workshop.place.institute});
  std::string text = content_line("BEGIN", "VEVENT");
  add_line(text, "UID", fmt::format("{}-{}@jusur", workshop.id, locale::iso_date(day.date)));
  add_line(text, "DTSTAMP", utc(day.made));
  add_line(text, "DTSTART", utc(moment(day, workshop.start)));
  add_line(text, "DTEND", utc(moment(day, workshop.end)));
  add_line(text, "SUMMARY", escaped_text(workshop.title.text));
  add_line(text, "LOCATION", escaped_text(place.text));
  return text + content_line("END", "VEVENT");
}

std::vector<std::string> events_of(const model::Plan& plan, const PlanDay& day) {
  std::vector<std::string> events;
  for (const model::PlanWorkshop* workshop : plan.held()) events.push_back(event_of(plan, *workshop, day));
  return events;
}

std::string calendar_of(const std::string& events) {
  if (events.empty()) return {};
  return content_line("BEGIN", "VCALENDAR") + content_line("VERSION", "2.0") + content_line("PRODID", "-//Jusur//Open day//EN") + events +
         content_line("END", "VCALENDAR");
}

// One event a code: phones take the first of several and leave the others without a word.
std::vector<std::string> calendars_of(const model::Plan& plan, const PlanDay& day) {
  std::vector<std::string> calendars;
  for (const std::string& event : events_of(plan, day)) calendars.push_back(calendar_of(event));
  return calendars;
}

// Where `text` is cut so that at most `most` bytes stand before: behind a line end where there is one, else between characters.
std::size_t cut_at(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  const std::size_t line_end = text.rfind('\n', most - 1);
  if (line_end != std::string_view::npos && line_end > 0) return line_end + 1;
  std::size_t cut = most;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return cut;
}

std::vector<std::string_view> cut(std::string_view text, std::size_t most) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = cut_at(text, most);
    if (end == 0) return {};
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return parts;
}

// The most bytes of a code in `room`: found by asking, since only the encoder knows its versions. More bytes never need fewer modules.
std::size_t most_bytes(const CodeRoom& room) {
  std::size_t fits = 0;
  std::size_t fails = 2332;  // one more than version 40 with correction M holds
  while (fails - fits > 1) {
    const std::size_t middle = (fits + fails) / 2;
    (fits_code(std::string(middle, '\xC3'), room) ? fits : fails) = middle;  // announced as UTF-8, as longer texts are
  }
  return fits;
}

}  // namespace

bool fits_code(std::string_view text, const CodeRoom& room) {
  const model::QrCode code = make_qr_code(text);
  return code.side > 0 && (code.side + 2 * model::kQuietZone) * room.module_mm <= room.side_mm;
}

std::string to_vcard(const model::Plan& plan, std::string_view note) {
  // "Specialised institute of Inezgane, Agadir": names that differ by their town alone are not worth the modules.
  std::vector<Phrase> names;
  for (const model::PlanContact& contact : plan.contacts) names.push_back(names.empty() || contact.short_name.text.empty() ? contact.name : contact.short_name);
  const std::string name = escaped_text(names.empty() ? plan.event.text : locale::list_phrase(plan.language, names).text);
  std::string card = content_line("BEGIN", "VCARD") + content_line("VERSION", "3.0");
  card += content_line("N", name + ";;;;") + content_line("FN", name);
  std::vector<std::string> numbers;
  for (const model::PlanContact& contact : plan.contacts) {
    for (const model::PhoneLine& phone : contact.phones) {
      // RFC 2426 has numbers as they are dialled.
      if (std::find(numbers.begin(), numbers.end(), phone.dialled) == numbers.end()) add_line(card, "TEL;TYPE=WORK,VOICE", phone.dialled);
      numbers.push_back(phone.dialled);
    }
    add_line(card, "EMAIL;TYPE=INTERNET", escaped_text(contact.email));
    if (!contact.address.text.empty()) add_line(card, "ADR;TYPE=WORK", ";;" + escaped_text(contact.address.text) + ";;;;");
    add_line(card, "URL", contact.website);
  }
  add_line(card, "URL", plan.url);
  add_line(card, "NOTE", escaped_text(note));
  return card + content_line("END", "VCARD");
}

std::string to_icalendar(const model::Plan& plan, const PlanDay& day) {
  std::string events;
  for (const std::string& event : events_of(plan, day)) events += event;
  return calendar_of(events);
}

std::string to_plain_text(const model::Plan& plan, const locale::Messages& messages) {
  return plan.event.text + "\n" + as_text(plan, messages, PlanExtent::whole);
}

std::string essentials(const model::Plan& plan, const locale::Messages& messages) {
  return as_text(plan, messages, PlanExtent::essentials);
}

std::vector<std::string> split_text(std::string_view text, const CodeRoom& room) {
  if (text.empty()) return {};
  if (fits_code(text, room)) return {std::string(text)};
  constexpr std::string_view kNumber = "99/99\n";
  const std::size_t most = most_bytes(room);
  if (most <= 2 * kNumber.size()) return {};
  const std::vector<std::string_view> pieces = cut(text, most - kNumber.size());
  std::vector<std::string> parts;
  for (const std::string_view piece : pieces) parts.push_back(fmt::format("{}/{}\n{}", parts.size() + 1, pieces.size(), piece));
  return parts;
}

std::vector<std::string> take_home(TakeHomeKind kind, const model::Plan& plan, const locale::Messages& messages, const PlanDay& day, const CodeRoom& room) {
  switch (kind) {
    case TakeHomeKind::contact: {
      std::string whole = to_vcard(plan, essentials(plan, messages));
      return {fits_code(whole, room) ? std::move(whole) : to_vcard(plan, {})};
    }
    case TakeHomeKind::calendar: return calendars_of(plan, day);
    case TakeHomeKind::text: return split_text(to_plain_text(plan, messages), room);
    case TakeHomeKind::url: break;
  }
  if (plan.url.empty()) return {};
  return {plan.url};
}

}  // namespace kiosk::exporters
