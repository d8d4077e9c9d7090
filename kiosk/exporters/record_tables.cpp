#include "exporters/record_tables.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "locale/phone_numbers.h"
#include "locale/phrases.h"
#include "model/desk.h"
#include "model/receipt.h"

namespace kiosk::exporters {
namespace {

constexpr double kNarrow = 10;
constexpr double kMiddle = 18;
constexpr double kWide = 30;

std::string word(const Wording& wording, std::string_view key) { return wording.messages.text(key, wording.language).text; }

// What Excel splits a CSV at follows the computer's region: a semicolon where the comma is the decimal sign, as in France and Morocco.
char csv_separator(base::Language language) { return language == base::Language::english ? ',' : ';'; }

Table begin_table(const Wording& wording, std::string_view name_key) {
  Table table;
  table.name = word(wording, name_key);
  table.right_to_left = base::direction(wording.language) == base::Direction::right_to_left;
  table.separator = csv_separator(wording.language);
  return table;
}

Cell time_cell(const Wording& wording, base::WallTime at) { return locale::local_time(at, wording.catalogue.event.time_zone); }

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string list;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!list.empty()) list += separator;
    list += part;
  }
  return list;
}

// The language's own comma between the parts of one thing, and a semicolon between things.
std::string_view comma(const Wording& wording) { return wording.language == base::Language::arabic ? "، " : ", "; }
std::string_view semicolon(const Wording& wording) { return wording.language == base::Language::arabic ? "؛ " : "; "; }

// What the content no longer has stands by its id.
std::string program_names(const std::vector<std::string>& ids, const Wording& wording) {
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    const model::Program* program = wording.catalogue.program(id);
    names.push_back(program == nullptr ? id : wording.catalogue.pick(program->name, wording.language).text);
  }
  return joined(names, comma(wording));
}

std::string school_name(const std::string& id, const Wording& wording) {
  const int rank = wording.catalogue.school_rank(id);
  return rank < 0 ? id : wording.catalogue.pick(wording.catalogue.school_years[static_cast<std::size_t>(rank)].name, wording.language).text;
}

// "Salma, 12 to 14 years, 2nd year of middle school, Zellige" for each.
std::string child_texts(const std::vector<model::Child>& children, const Wording& wording) {
  std::vector<std::string> texts;
  for (const model::Child& child : children) {
    const model::AgeBand* band = wording.catalogue.age_band(child.age_band);
    const std::string age = band == nullptr ? child.age_band : locale::age_band_phrase(wording.messages, wording.language, band->from, band->to).text;
    texts.push_back(joined({child.first_name, age, school_name(child.school_year, wording), program_names(child.programs, wording)}, comma(wording)));
  }
  return joined(texts, semicolon(wording));
}

std::string topic_names(const model::Lead& lead, const Wording& wording) {
  std::vector<std::string> names;
  for (const std::string& id : lead.details.topics) {
    const model::Question* question = wording.catalogue.question(id);
    names.push_back(question == nullptr ? id : wording.catalogue.pick(question->question, wording.language).text);
  }
  return joined(names, semicolon(wording));
}

std::string offer_names(const model::Lead& lead, const Wording& wording) {
  std::vector<std::string> names;
  for (const std::string& id : lead.details.offers) names.push_back(word(wording, "offer." + id));
  return joined(names, comma(wording));
}

std::string institute_name(const std::string& id, const Wording& wording) {
  if (id == model::kAnyInstitute) return word(wording, "details.institute_any");
  const model::Institute* institute = wording.catalogue.institute(id);
  return institute == nullptr ? id : wording.catalogue.pick(institute->short_name, wording.language).text;
}

// The word of an id of the database; empty for none.
std::string word_of(const Wording& wording, std::string_view group, const std::string& id) {
  return id.empty() ? std::string() : word(wording, fmt::format("{}.{}", group, id));
}

std::string purpose_heading(const Wording& wording, const std::string& purpose) {
  const std::string key = "consent." + purpose;
  return wording.messages.has(wording.language, key) ? word(wording, key) : purpose;
}

Cell consent_cell(const model::Lead& lead, const std::string& purpose, const Wording& wording) {
  for (const model::Consent& consent : lead.consents) {
    if (consent.purpose == purpose) return word(wording, consent.given ? "export.yes" : "export.no");
  }
  return std::string();
}

// What stands in each column of Monday's sheet, for one lead.
struct LeadColumn {
  std::string_view heading;
  double width;
  Cell (*cell)(const model::Lead& lead, const Wording& wording, std::chrono::year_month_day today);
};

using Day = std::chrono::year_month_day;

constexpr std::array kLeadColumns{
    LeadColumn{"export.urgency", kMiddle,
               [](const model::Lead& lead, const Wording& w, Day today) -> Cell { return word(w, fmt::format("urgency.{}", model::id(model::urgency_of(lead, today)))); }},
    LeadColumn{"export.call_back_by", kMiddle,
               [](const model::Lead& lead, const Wording&, Day) -> Cell {
                 return lead.desk.call_back_by ? Cell(*lead.desk.call_back_by) : Cell(std::string());
               }},
    LeadColumn{"export.receipt", kNarrow, [](const model::Lead& lead, const Wording&, Day) -> Cell { return model::show_receipt(lead.receipt); }},
    LeadColumn{"export.saved_at", kMiddle, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return time_cell(w, lead.at); }},
    LeadColumn{"export.name", kWide, [](const model::Lead& lead, const Wording&, Day) -> Cell { return lead.name; }},
    LeadColumn{"export.lead_kind", kMiddle,
               [](const model::Lead& lead, const Wording& w, Day) -> Cell {
                 return word(w, lead.kind == model::LeadKind::professional ? "export.professional" : "export.family");
               }},
    LeadColumn{"export.role", kMiddle,
               [](const model::Lead& lead, const Wording& w, Day) -> Cell {
                 return word(w, lead.role == model::ContactRole::guardian ? "export.guardian" : "export.adult");
               }},
    LeadColumn{"export.phone", kMiddle, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return locale::show_phone_number(lead.phone, w.catalogue.event.country); }},
    LeadColumn{"export.email", kWide, [](const model::Lead& lead, const Wording&, Day) -> Cell { return lead.email; }},
    LeadColumn{"export.programs", kWide, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return program_names(lead.programs, w); }},
    LeadColumn{"export.children", kWide, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return child_texts(lead.details.children, w); }},
    LeadColumn{"export.school_year", kMiddle, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return school_name(lead.details.school_year, w); }},
    LeadColumn{"export.topics", kWide, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return topic_names(lead, w); }},
    LeadColumn{"export.question", kWide, [](const model::Lead& lead, const Wording&, Day) -> Cell { return lead.details.question; }},
    LeadColumn{"export.answer", kWide, [](const model::Lead& lead, const Wording&, Day) -> Cell { return lead.desk.answer; }},
    LeadColumn{"export.answered", kMiddle,
               [](const model::Lead& lead, const Wording& w, Day) -> Cell { return lead.desk.answered_at ? time_cell(w, *lead.desk.answered_at) : Cell(std::string()); }},
    LeadColumn{"export.language", kNarrow, [](const model::Lead& lead, const Wording&, Day) -> Cell { return locale::endonym(lead.language).text; }},
    LeadColumn{"export.reply_language", kNarrow, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return word_of(w, "reply_language", lead.details.reply_language); }},
    LeadColumn{"export.reach_by", kNarrow, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return word_of(w, "reach_by", lead.details.reach_by); }},
    LeadColumn{"export.reach_when", kNarrow, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return word_of(w, "reach_when", lead.details.reach_when); }},
    LeadColumn{"export.institute", kMiddle, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return institute_name(lead.details.institute, w); }},
    LeadColumn{"export.trade", kMiddle, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return word_of(w, "trade", lead.details.trade); }},
    LeadColumn{"export.organisation", kWide, [](const model::Lead& lead, const Wording&, Day) -> Cell { return lead.details.organisation; }},
    LeadColumn{"export.offers", kWide, [](const model::Lead& lead, const Wording& w, Day) -> Cell { return offer_names(lead, w); }},
    LeadColumn{"export.places", kNarrow,
               [](const model::Lead& lead, const Wording&, Day) -> Cell { return lead.details.places > 0 ? Cell(std::int64_t{lead.details.places}) : Cell(std::string()); }},
    LeadColumn{"export.notice", kMiddle, [](const model::Lead& lead, const Wording&, Day) -> Cell { return lead.notice_version; }},
};

}  // namespace

Table lead_table(LeadPages leads, const Wording& wording, std::chrono::year_month_day today) {
  Table table = begin_table(wording, "export.leads");
  for (const LeadColumn& column : kLeadColumns) table.columns.push_back({word(wording, column.heading), column.width});
  for (const std::string& purpose : leads.purposes) table.columns.push_back({purpose_heading(wording, purpose), kMiddle});
  table.next_rows = [leads = std::move(leads), wording, today]() -> base::Result<std::vector<Row>> {
    const auto page = leads.next();
    if (!page) return tl::make_unexpected(page.error());
    std::vector<Row> rows;
    rows.reserve(page->size());
    for (const model::Lead& lead : *page) {
      Row& row = rows.emplace_back();
      row.reserve(kLeadColumns.size() + leads.purposes.size());
      for (const LeadColumn& column : kLeadColumns) row.push_back(column.cell(lead, wording, today));
      for (const std::string& purpose : leads.purposes) row.push_back(consent_cell(lead, purpose, wording));
    }
    return rows;
  };
  return table;
}

Table guest_table(const std::vector<model::Guest>& guests, const Wording& wording) {
  Table table = begin_table(wording, "export.guests");
  table.columns = {{word(wording, "export.badge"), kNarrow},      {word(wording, "export.saved_at"), kMiddle}, {word(wording, "export.kind"), kWide},
                   {word(wording, "export.party_size"), kNarrow}, {word(wording, "export.name"), kWide},       {word(wording, "export.organisation"), kWide},
                   {word(wording, "export.school"), kWide},       {word(wording, "export.school_level"), kMiddle},
                   {word(wording, "export.language"), kNarrow}};
  std::vector<Row> rows;
  for (const model::Guest& guest : guests) {
    rows.push_back({std::int64_t{guest.badge}, time_cell(wording, guest.at), word(wording, fmt::format("guest_kind.{}", model::id(guest.kind))),
                    std::int64_t{guest.party_size}, guest.name, guest.organisation, guest.school, guest.school_level,
                    locale::endonym(guest.language).text});
  }
  table.next_rows = rows_at_hand(std::move(rows));
  return table;
}

Table seat_table(const std::vector<model::TourSeats>& tickets, const Wording& wording) {
  Table table = begin_table(wording, "export.seats");
  table.columns = {{word(wording, "export.ticket"), kNarrow}, {word(wording, "export.departure"), kMiddle},  {word(wording, "export.tour"), kWide},
                   {word(wording, "export.seats_taken"), kNarrow}, {word(wording, "export.taken_at"), kMiddle}, {word(wording, "export.returned_at"), kMiddle}};
  std::vector<Row> rows;
  for (const model::TourSeats& ticket : tickets) {
    const model::Tour* tour = wording.catalogue.tour(ticket.tour);
    rows.push_back({std::int64_t{ticket.number}, locale::LocalTime{ticket.day, ticket.departure, {}}, tour == nullptr ? ticket.tour : wording.catalogue.pick(tour->theme, wording.language).text,
                    std::int64_t{ticket.persons}, time_cell(wording, ticket.at), ticket.returned_at ? time_cell(wording, *ticket.returned_at) : Cell(std::string())});
  }
  table.next_rows = rows_at_hand(std::move(rows));
  return table;
}

}  // namespace kiosk::exporters
