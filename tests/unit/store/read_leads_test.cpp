// Leads read page by page: in the desk's order, each whole, however many there are.
#include <doctest/doctest.h>

#include "model/desk.h"
#include "store/migrations.h"
#include "store/read_leads.h"
#include "store/records.h"
#include "support/family.h"
#include "support/process.h"

using namespace kiosk;
using tests::TempFolder;

namespace {

constexpr std::chrono::year_month_day kToday{std::chrono::year(2025) / 9 / 22};
constexpr base::WallTime kMorning{std::chrono::seconds(1758532500)};

store::Database filled(const TempFolder& folder, int leads) {
  auto database = store::open_and_migrate(folder / "kiosk.db");
  REQUIRE(database.has_value());
  REQUIRE(database->execute("PRAGMA synchronous = OFF").has_value());
  for (int i = 0; i < leads; ++i) {
    model::Lead lead = tests::family_lead("key" + std::to_string(i), kMorning + std::chrono::minutes(i % 7));
    lead.programs = {"zellige", "pottery-" + std::to_string(i)};
    lead.consents = {{"newsletter", i % 2 == 0}};
    if (i > 0) lead.consents.push_back({"information", true});
    REQUIRE(store::insert_lead(*database, lead).has_value());
  }
  return std::move(*database);
}

std::vector<std::vector<model::Lead>> pages(const TempFolder& folder, const std::optional<std::chrono::year_month_day>& today) {
  auto reader = store::LeadReader::open(folder.path(), today);
  REQUIRE(reader.has_value());
  std::vector<std::vector<model::Lead>> all;
  while (true) {
    auto page = reader->next();
    REQUIRE(page.has_value());
    if (page->empty()) return all;
    all.push_back(std::move(*page));
  }
}

}  // namespace

TEST_CASE("more leads than a page holds come in several, none twice and none left out, each with what belongs to it") {
  const TempFolder folder;
  filled(folder, 1200);
  std::vector<std::string> keys;
  const auto read = pages(folder, {});
  CHECK(read.size() > 1);
  for (const auto& page : read) {
    for (const model::Lead& lead : page) {
      keys.push_back(lead.key);
      CHECK(lead.programs == std::vector<std::string>{"zellige", "pottery-" + lead.key.substr(3)});
      CHECK(lead.consents.size() == (lead.key == "key0" ? 1 : 2));
    }
  }
  CHECK(keys.size() == 1200);
  std::sort(keys.begin(), keys.end());
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("over all pages the leads stand in the desk's order, as if they had been sorted together") {
  const TempFolder folder;
  auto database = filled(folder, 1200);
  REQUIRE(database
              .execute("INSERT INTO lead_requests VALUES ('key900', 'erase', 1758532600), ('key901', 'call_back', 1758532600), ('key902', 'call_back', 1758532600);"
                       "INSERT INTO lead_desk VALUES ('key902', '', 'done', 1758532700), ('key903', '2025-09-19', '', NULL), ('key904', '2025-09-22', '', NULL),"
                       "  ('key905', '2025-09-30', '', NULL), ('key906', '2025-09-18', '', NULL), ('key907', '2025-09-18', 'done', 1758532700);"
                       "INSERT INTO lead_details VALUES ('key908', '', '', '', '', '', 'Quand ?', '', '', 0), ('key909', '', '', '', '', '', '', '', '', 0);"
                       "INSERT INTO lead_topics VALUES ('key909', 0, 'level')")
              .has_value());
  std::vector<model::Lead> read;
  for (auto& page : pages(folder, kToday)) std::move(page.begin(), page.end(), std::back_inserter(read));
  std::vector<model::Lead> sorted = store::read_leads(folder.path()).value();
  model::sort_by_urgency(sorted, kToday);
  CHECK(read == sorted);
  const auto keys = [&](std::size_t i) { return read.at(i).key; };
  CHECK(keys(0) == "key900");
  CHECK(keys(1) == "key901");
  CHECK(keys(2) == "key906");
  CHECK(keys(3) == "key903");
  CHECK(keys(4) == "key904");
}

TEST_CASE("the purposes of consent are those that any lead was asked, in the order in which they are asked") {
  const TempFolder folder;
  filled(folder, 3);
  auto reader = store::LeadReader::open(folder.path(), {});
  REQUIRE(reader.has_value());
  CHECK(reader->purposes().value() == std::vector<std::string>{"newsletter", "information"});
}

TEST_CASE("a database without leads has no page") {
  const TempFolder folder;
  filled(folder, 0);
  CHECK(pages(folder, kToday).empty());
}
