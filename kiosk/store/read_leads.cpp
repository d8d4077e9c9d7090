#include "store/read_leads.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/format.h"
#include "locale/dates.h"
#include "model/desk.h"
#include "store/database.h"
#include "store/rows.h"
#include "store/snapshot.h"

namespace kiosk::store {
namespace {

constexpr std::int64_t kPage = 512;  // leads

// A table whose rows belong to leads, and what a row adds to its lead. Column 0 is the lead's place.
struct Source {
  std::string_view table;
  std::string_view columns;
  std::string_view then_by;  // the order among rows of one lead
  void (*take)(model::Lead& lead, const Statement& row);
};

constexpr std::array kSources{
    Source{"leads", "lead, receipt, at, language, role, kind, name, phone, email, notice_version, notice_hash", "",
           [](model::Lead& lead, const Statement& row) {
             lead.key = row.text(1);
             lead.receipt = row.text(2);
             lead.at = time_of(row.number(3));
             lead.language = language_of(row.text(4));
             lead.role = row.text(5) == "guardian" ? model::ContactRole::guardian : model::ContactRole::adult;
             lead.kind = row.text(6) == "professional" ? model::LeadKind::professional : model::LeadKind::family;
             lead.name = row.text(7);
             lead.phone = row.text(8);
             lead.email = row.text(9);
             lead.notice_version = row.text(10);
             lead.notice_hash = row.text(11);
           }},
    Source{"lead_programs", "program", ", position", [](model::Lead& lead, const Statement& row) { lead.programs.push_back(row.text(1)); }},
    Source{"lead_consents", "purpose, given", ", position",
           [](model::Lead& lead, const Statement& row) { lead.consents.push_back({row.text(1), row.number(2) != 0}); }},
    Source{"lead_details", "school_year, reply_language, reach_by, reach_when, institute, question, trade, organisation, places", "",
           [](model::Lead& lead, const Statement& row) {
             model::LeadDetails& details = lead.details;
             details.school_year = row.text(1);
             details.reply_language = row.text(2);
             details.reach_by = row.text(3);
             details.reach_when = row.text(4);
             details.institute = row.text(5);
             details.question = row.text(6);
             details.trade = row.text(7);
             details.organisation = row.text(8);
             details.places = static_cast<int>(row.number(9));
           }},
    Source{"lead_children", "first_name, age_band, school_year", ", position",
           [](model::Lead& lead, const Statement& row) { lead.details.children.push_back({row.text(1), row.text(2), row.text(3), {}}); }},
    // After the children, whom it speaks of by their position.
    Source{"child_programs", "child, program", ", child, position",
           [](model::Lead& lead, const Statement& row) {
             std::vector<model::Child>& children = lead.details.children;
             const auto child = static_cast<std::size_t>(row.number(1));
             if (child < children.size()) children[child].programs.push_back(row.text(2));
           }},
    Source{"lead_topics", "topic", ", position", [](model::Lead& lead, const Statement& row) { lead.details.topics.push_back(row.text(1)); }},
    Source{"lead_offers", "offer", ", position", [](model::Lead& lead, const Statement& row) { lead.details.offers.push_back(row.text(1)); }},
    Source{"lead_requests", "request, at", "",
           [](model::Lead& lead, const Statement& row) { (row.text(1) == "erase" ? lead.asked_to_erase : lead.asked_to_call_back) = time_of(row.number(2)); }},
    Source{"lead_desk", "call_back_by, answer, answered_at", "",
           [](model::Lead& lead, const Statement& row) {
             lead.desk.call_back_by = locale::parse_iso_date(row.text(1));
             lead.desk.answer = row.text(2);
             if (!row.is_null(3)) lead.desk.answered_at = time_of(row.number(3));
           }},
};

// Where each lead stands, counted from 0. SQL asks for it as place_of(lead): every table is keyed by its lead, so rows come in the order of the
// keys, and the next one asked for is nearly always the last or the one behind it.
class Places {
 public:
  struct Placed {
    std::string lead;
    std::tuple<model::UrgencyPlace, std::string> place;  // of two saved in one second the receipt decides
  };

  // `leads` by key.
  void take(std::vector<Placed> leads) {
    std::vector<std::size_t> order(leads.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return leads[a].place < leads[b].place; });
    places_.resize(leads.size());
    for (std::size_t i = 0; i < order.size(); ++i) places_[order[i]] = static_cast<std::int64_t>(i);
    for (Placed& lead : leads) keys_.push_back(std::move(lead.lead));
  }

  base::Result<void> offer_to(Database& database) {
    const auto answer = [](sqlite3_context* context, int, sqlite3_value** values) {
      const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
      const std::string_view lead(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
      sqlite3_result_int64(context, static_cast<Places*>(sqlite3_user_data(context))->of(lead));
    };
    if (sqlite3_create_function(database.handle(), "place_of", 1, SQLITE_UTF8, this, answer, nullptr, nullptr) != SQLITE_OK) {
      return tl::make_unexpected(database.error("ordering leads"));
    }
    return {};
  }

 private:
  // -1 for a row whose lead is gone: a mistake of the database that costs no other row.
  std::int64_t of(std::string_view lead) {
    if (at_ < keys_.size() && keys_[at_] != lead) ++at_;
    if (at_ >= keys_.size() || keys_[at_] != lead) {
      at_ = static_cast<std::size_t>(std::lower_bound(keys_.begin(), keys_.end(), lead) - keys_.begin());
      if (at_ == keys_.size() || keys_[at_] != lead) return -1;
    }
    return places_[at_];
  }

  std::vector<std::string> keys_;
  std::vector<std::int64_t> places_;  // of the keys
  std::size_t at_ = 0;                // the key that was asked for last
};

// The rows of a source in the order of their leads' places. Each table is read once from its beginning to its end and sorted by SQLite: sought lead by
// lead, in another order than it lies in the file, it took three times as long.
class Cursor {
 public:
  Cursor(Database& database, const Source& source)
      : take_(source.take),
        statement_(database, fmt::format("SELECT place_of(lead) AS n, {} FROM {} ORDER BY n{}", source.columns, source.table, source.then_by).c_str()) {}

  base::Result<void> step() {
    const auto row = statement_.step();
    if (!row) return tl::make_unexpected(row.error());
    is_at_row_ = *row;
    return {};
  }
  // Gives what belongs to the places from `first` to before `end` to the leads of the page.
  base::Result<void> take(std::vector<model::Lead>& leads, std::int64_t first, std::int64_t end) {
    while (is_at_row_ && statement_.number(0) < end) {
      if (statement_.number(0) >= first) {
        const auto index = static_cast<std::size_t>(statement_.number(0) - first);
        if (index >= leads.size()) leads.resize(index + 1);
        take_(leads[index], statement_);
      }
      if (auto stepped = step(); !stepped) return stepped;
    }
    return {};
  }

 private:
  void (*take_)(model::Lead& lead, const Statement& row);
  Statement statement_;
  bool is_at_row_ = false;
};

base::Result<std::vector<Places::Placed>> placed_leads(Database& copy, const std::optional<std::chrono::year_month_day>& today) {
  std::vector<Places::Placed> leads;
  // What urgency is told by, and nothing else.
  const auto read = for_each_row(
      copy,
      "SELECT lead, receipt, at, (SELECT at FROM lead_requests AS r WHERE r.lead = l.lead AND request = 'erase'), "
      "(SELECT at FROM lead_requests AS r WHERE r.lead = l.lead AND request = 'call_back'), coalesce(call_back_by, ''), answered_at, "
      "coalesce(question, '') <> '' OR EXISTS (SELECT 1 FROM lead_topics AS t WHERE t.lead = l.lead) "
      "FROM leads AS l LEFT JOIN lead_desk USING (lead) LEFT JOIN lead_details USING (lead) ORDER BY lead",
      [&](const Statement& row) {
        const auto time = [&](int column) { return row.is_null(column) ? std::optional<base::WallTime>() : std::optional(time_of(row.number(column))); };
        model::Lead lead;
        lead.at = time_of(row.number(2));
        lead.asked_to_erase = time(3);
        lead.asked_to_call_back = time(4);
        lead.desk.call_back_by = locale::parse_iso_date(row.text(5));
        lead.desk.answered_at = time(6);
        if (row.number(7) != 0) lead.details.topics.emplace_back();
        const model::UrgencyPlace place = today ? model::urgency_place(lead, *today) : model::UrgencyPlace({}, {}, lead.at);
        leads.push_back({row.text(0), {place, row.text(1)}});
      });
  if (!read) return tl::make_unexpected(read.error());
  return leads;
}

}  // namespace

struct LeadReader::State {
  Places places;  // asked by the statements of `copy`, which it outlives
  Database copy;
  std::vector<std::unique_ptr<Cursor>> cursors;  // into `copy`
  std::int64_t first = 0;                        // place of the next page's first lead
};

LeadReader::LeadReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
LeadReader::LeadReader(LeadReader&& other) noexcept = default;
LeadReader::~LeadReader() = default;

base::Result<LeadReader> LeadReader::open(const std::filesystem::path& folder, const std::optional<std::chrono::year_month_day>& today) {
  auto copy = copy_of_database(folder);
  if (!copy) return tl::make_unexpected(copy.error());
  auto state = std::make_unique<State>(State{{}, std::move(*copy), {}});
  auto leads = placed_leads(state->copy, today);
  if (!leads) return tl::make_unexpected(leads.error());
  state->places.take(std::move(*leads));
  if (const auto offered = state->places.offer_to(state->copy); !offered) return tl::make_unexpected(offered.error());
  for (const Source& source : kSources) {
    state->cursors.push_back(std::make_unique<Cursor>(state->copy, source));
    if (const auto sorted = state->cursors.back()->step(); !sorted) return tl::make_unexpected(sorted.error());
  }
  return LeadReader(std::move(state));
}

base::Result<std::vector<model::Lead>> LeadReader::next() {
  std::vector<model::Lead> leads;
  leads.reserve(kPage);
  for (const auto& cursor : state_->cursors) {
    if (const auto taken = cursor->take(leads, state_->first, state_->first + kPage); !taken) return tl::make_unexpected(taken.error());
  }
  state_->first += kPage;
  return leads;
}

base::Result<std::vector<std::string>> LeadReader::purposes() {
  std::vector<std::string> all;
  const auto read = for_each_row(state_->copy, "SELECT purpose FROM lead_consents GROUP BY purpose ORDER BY min(position), purpose",
                                 [&](const Statement& row) { all.push_back(row.text(0)); });
  if (!read) return tl::make_unexpected(read.error());
  return all;
}

base::Result<std::vector<model::Lead>> read_leads(const std::filesystem::path& folder) {
  auto reader = LeadReader::open(folder, {});
  if (!reader) return tl::make_unexpected(reader.error());
  std::vector<model::Lead> all;
  while (true) {
    auto page = reader->next();
    if (!page) return page;
    if (page->empty()) return all;
    std::move(page->begin(), page->end(), std::back_inserter(all));
  }
}

}  // namespace kiosk::store
