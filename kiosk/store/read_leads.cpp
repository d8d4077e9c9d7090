// Leads with everything that belongs to them, read from a copy of the database.
#include <map>

#include "locale/dates.h"
#include "store/records.h"
#include "store/rows.h"
#include "store/snapshot.h"

namespace kiosk::store {
namespace {

// The leads read so far, found again by their keys while the other tables are read.
class Reader {
 public:
  explicit Reader(Database& database) : database_(database) {}

  base::Result<std::vector<model::Lead>> read() {
    for (const auto step : {&Reader::leads, &Reader::programs, &Reader::consents, &Reader::details, &Reader::children, &Reader::child_programs,
                            &Reader::topics, &Reader::offers, &Reader::requests, &Reader::desk}) {
      if (const auto done = (this->*step)(); !done) return tl::make_unexpected(done.error());
    }
    return std::move(leads_);
  }

 private:
  model::Lead& of(const Statement& row) { return leads_[place_.at(row.text(0))]; }

  base::Result<void> leads() {
    return for_each_row(database_,
                        "SELECT lead, receipt, at, leads.language, role, kind, name, phone, email, notice_version, notice_hash, coalesce(notices.text, '') FROM leads "
                        "LEFT JOIN notices ON notices.hash = notice_hash ORDER BY at, receipt",
                        [&](const Statement& row) {
                          model::Lead lead;
                          lead.key = row.text(0);
                          lead.receipt = row.text(1);
                          lead.at = time_of(row.number(2));
                          lead.language = language_of(row.text(3));
                          lead.role = row.text(4) == "guardian" ? model::ContactRole::guardian : model::ContactRole::adult;
                          lead.kind = row.text(5) == "professional" ? model::LeadKind::professional : model::LeadKind::family;
                          lead.name = row.text(6);
                          lead.phone = row.text(7);
                          lead.email = row.text(8);
                          lead.notice_version = row.text(9);
                          lead.notice_hash = row.text(10);
                          lead.notice_text = row.text(11);
                          place_.emplace(lead.key, leads_.size());
                          leads_.push_back(std::move(lead));
                        });
  }
  base::Result<void> programs() {
    return for_each_row(database_, "SELECT lead, program FROM lead_programs ORDER BY lead, position",
                        [&](const Statement& row) { of(row).programs.push_back(row.text(1)); });
  }
  base::Result<void> consents() {
    return for_each_row(database_, "SELECT lead, purpose, given FROM lead_consents ORDER BY lead, position",
                        [&](const Statement& row) { of(row).consents.push_back({row.text(1), row.number(2) != 0}); });
  }
  base::Result<void> details() {
    return for_each_row(database_, "SELECT lead, school_year, reply_language, reach_by, reach_when, institute, question, trade, organisation, places FROM lead_details",
                        [&](const Statement& row) {
                          model::LeadDetails& details = of(row).details;
                          details.school_year = row.text(1);
                          details.reply_language = row.text(2);
                          details.reach_by = row.text(3);
                          details.reach_when = row.text(4);
                          details.institute = row.text(5);
                          details.question = row.text(6);
                          details.trade = row.text(7);
                          details.organisation = row.text(8);
                          details.places = static_cast<int>(row.number(9));
                        });
  }
  base::Result<void> children() {
    return for_each_row(database_, "SELECT lead, first_name, age_band, school_year FROM lead_children ORDER BY lead, position",
                        [&](const Statement& row) { of(row).details.children.push_back({row.text(1), row.text(2), row.text(3), {}}); });
  }
  base::Result<void> child_programs() {
    return for_each_row(database_, "SELECT lead, child, program FROM child_programs ORDER BY lead, child, position", [&](const Statement& row) {
      of(row).details.children.at(static_cast<std::size_t>(row.number(1))).programs.push_back(row.text(2));
    });
  }
  base::Result<void> topics() {
    return for_each_row(database_, "SELECT lead, topic FROM lead_topics ORDER BY lead, position",
                        [&](const Statement& row) { of(row).details.topics.push_back(row.text(1)); });
  }
  base::Result<void> offers() {
    return for_each_row(database_, "SELECT lead, offer FROM lead_offers ORDER BY lead, position",
                        [&](const Statement& row) { of(row).details.offers.push_back(row.text(1)); });
  }
  base::Result<void> requests() {
    return for_each_row(database_, "SELECT lead, request, at FROM lead_requests", [&](const Statement& row) {
      (row.text(1) == "erase" ? of(row).asked_to_erase : of(row).asked_to_call_back) = time_of(row.number(2));
    });
  }
  base::Result<void> desk() {
    return for_each_row(database_, "SELECT lead, call_back_by, answer, coalesce(answered_at, -1) FROM lead_desk", [&](const Statement& row) {
      model::DeskNotes& notes = of(row).desk;
      notes.call_back_by = locale::parse_iso_date(row.text(1));
      notes.answer = row.text(2);
      if (row.number(3) >= 0) notes.answered_at = time_of(row.number(3));
    });
  }

  Database& database_;
  std::vector<model::Lead> leads_;
  std::map<std::string, std::size_t> place_;
};

}  // namespace

base::Result<std::vector<model::Lead>> read_leads(const std::filesystem::path& folder) {
  auto copy = copy_of_database(folder);
  if (!copy) return tl::make_unexpected(copy.error());
  return Reader(*copy).read();
}

}  // namespace kiosk::store
