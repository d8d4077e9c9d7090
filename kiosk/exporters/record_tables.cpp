#include "exporters/record_tables.h"

#include <algorithm>

#include "base/format.h"
#include "model/receipt.h"

namespace kiosk::exporters {
namespace {

constexpr double kNarrow = 10;
constexpr double kMiddle = 18;
constexpr double kWide = 30;

std::string word(const Wording& wording, std::string_view key) { return wording.messages.text(key, wording.language).text; }

Table begin_table(const Wording& wording, std::string_view name_key) {
  Table table;
  table.name = word(wording, name_key);
  table.right_to_left = base::direction(wording.language) == base::Direction::right_to_left;
  return table;
}

Cell time_cell(const Wording& wording, base::WallTime at) { return locale::local_time(at, wording.catalogue.event.time_zone); }

std::string program_names(const model::Lead& lead, const Wording& wording) {
  std::string names;
  for (const std::string& id : lead.programs) {
    const model::Program* program = wording.catalogue.program(id);
    if (!names.empty()) names += wording.language == base::Language::arabic ? "، " : ", ";
    names += program == nullptr ? id : wording.catalogue.pick(program->name, wording.language).text;
  }
  return names;
}

// Every purpose that was asked, in the order of the first lead that was.
std::vector<std::string> purposes(const std::vector<model::Lead>& leads) {
  std::vector<std::string> all;
  for (const model::Lead& lead : leads) {
    for (const model::Consent& consent : lead.consents) {
      if (std::find(all.begin(), all.end(), consent.purpose) == all.end()) all.push_back(consent.purpose);
    }
  }
  return all;
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

}  // namespace

Table lead_table(const std::vector<model::Lead>& leads, const Wording& wording) {
  Table table = begin_table(wording, "export.leads");
  const std::vector<std::string> asked = purposes(leads);
  table.columns = {{word(wording, "export.receipt"), kNarrow}, {word(wording, "export.saved_at"), kMiddle}, {word(wording, "export.name"), kWide},
                   {word(wording, "export.role"), kMiddle},    {word(wording, "export.phone"), kMiddle},    {word(wording, "export.email"), kWide},
                   {word(wording, "export.programs"), kWide},  {word(wording, "export.language"), kNarrow}};
  for (const std::string& purpose : asked) table.columns.push_back({purpose_heading(wording, purpose), kMiddle});
  for (const model::Lead& lead : leads) {
    const bool guardian = lead.role == model::ContactRole::guardian;
    std::vector<Cell> row{model::show_receipt(lead.receipt),   time_cell(wording, lead.at), lead.name,
                          word(wording, guardian ? "export.guardian" : "export.adult"),     lead.phone, lead.email,
                          program_names(lead, wording),        locale::endonym(lead.language).text};
    for (const std::string& purpose : asked) row.push_back(consent_cell(lead, purpose, wording));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table guest_table(const std::vector<model::Guest>& guests, const Wording& wording) {
  Table table = begin_table(wording, "export.guests");
  table.columns = {{word(wording, "export.badge"), kNarrow},      {word(wording, "export.saved_at"), kMiddle}, {word(wording, "export.kind"), kWide},
                   {word(wording, "export.party_size"), kNarrow}, {word(wording, "export.name"), kWide},       {word(wording, "export.organisation"), kWide},
                   {word(wording, "export.school"), kWide},       {word(wording, "export.school_level"), kMiddle},
                   {word(wording, "export.language"), kNarrow}};
  for (const model::Guest& guest : guests) {
    table.rows.push_back({std::int64_t{guest.badge}, time_cell(wording, guest.at), word(wording, fmt::format("guest_kind.{}", model::id(guest.kind))),
                          std::int64_t{guest.party_size}, guest.name, guest.organisation, guest.school, guest.school_level,
                          locale::endonym(guest.language).text});
  }
  return table;
}

}  // namespace kiosk::exporters
