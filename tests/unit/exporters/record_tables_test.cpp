// Monday's sheet: most urgent first, names and words in the language of staff, everything a family told.
#include <doctest/doctest.h>

#include <algorithm>

#include "exporters/record_tables.h"
#include "support/sample_content.h"

using namespace kiosk;
using exporters::Cell;
using exporters::Table;

namespace {

constexpr std::chrono::year_month_day kToday{std::chrono::year(2025) / 9 / 22};

model::Lead family(const std::string& name) {
  model::Lead lead;
  lead.receipt = "K7M4QXZ";
  lead.at = base::WallTime(std::chrono::seconds(1758532500));
  lead.name = name;
  lead.programs = {"zellige"};
  return lead;
}

Cell cell(const Table& table, std::size_t row, const std::string& heading) {
  const auto column = std::find_if(table.columns.begin(), table.columns.end(), [&](const exporters::Column& one) { return one.heading == heading; });
  REQUIRE(column != table.columns.end());
  return table.rows.at(row).at(static_cast<std::size_t>(column - table.columns.begin()));
}

}  // namespace

TEST_CASE("the sheet is sorted by urgency and says it in the first column") {
  model::Lead late = family("late");
  late.desk.call_back_by = std::chrono::year(2025) / 9 / 19;
  model::Lead asked = family("asked");
  asked.asked_to_erase = asked.at;
  const Table table = exporters::lead_table({family("new"), late, asked}, {tests::sample().catalogue, tests::sample().messages, base::Language::french}, kToday);
  CHECK(cell(table, 0, "Nom") == Cell("asked"));
  CHECK(std::get<std::string>(table.rows[0][0]) == "Effacement demandé");
  CHECK(cell(table, 1, "Nom") == Cell("late"));
  CHECK(cell(table, 1, "À rappeler au plus tard") == Cell(std::chrono::year(2025) / 9 / 19));
  CHECK(cell(table, 2, "Nom") == Cell("new"));
}

TEST_CASE("children stand in one cell each after the other, with names from the content") {
  model::Lead parent = family("Fatima");
  parent.details.children = {{"Salma", "12-14", "middle-3", {"zellige", "gone-since"}}, {"", "18-plus", "", {}}};
  parent.details.topics = {"level"};
  const Table table = exporters::lead_table({parent}, {tests::sample().catalogue, tests::sample().messages, base::Language::french}, kToday);
  CHECK(std::get<std::string>(cell(table, 0, "Enfants")) == "Salma, de 12 à 14 ans, 3e année du collège, Zellige, gone-since; 18 ans ou plus");
}

TEST_CASE("an offer says who, what and how many") {
  model::Lead offer = family("Hassan");
  offer.kind = model::LeadKind::professional;
  offer.details.trade = "cooperative";
  offer.details.organisation = "Tifawin";
  offer.details.offers = {"internship", "job"};
  offer.details.places = 3;
  const Table table = exporters::lead_table({offer}, {tests::sample().catalogue, tests::sample().messages, base::Language::french}, kToday);
  CHECK(cell(table, 0, "Nature") == Cell("Professionnel"));
  CHECK(cell(table, 0, "Statut") == Cell("Coopérative"));
  CHECK(cell(table, 0, "Offres") == Cell("Stage, Embaucher un lauréat"));
  CHECK(cell(table, 0, "Places") == Cell(std::int64_t{3}));
}

TEST_CASE("telephone numbers stand as people of the event's country dial them, whatever the format makes of a plus") {
  model::Lead home = family("home");
  home.phone = "+212612345678";
  home.desk.call_back_by = kToday;
  model::Lead abroad = family("abroad");
  abroad.phone = "+33612345678";
  const exporters::Wording wording{tests::sample().catalogue, tests::sample().messages, base::Language::french};
  const Table table = exporters::lead_table({home, abroad}, wording, kToday);
  CHECK(cell(table, 0, "Téléphone") == Cell("06 12 34 56 78"));
  CHECK(cell(table, 1, "Téléphone") == Cell("00 33 6 12 34 56 78"));
}

TEST_CASE("a CSV is separated as Excel expects it where the language is at home, and no two columns have one heading") {
  for (const base::Language language : {base::Language::arabic, base::Language::french, base::Language::english}) {
    const exporters::Wording wording{tests::sample().catalogue, tests::sample().messages, language};
    for (const Table& table : {exporters::lead_table({}, wording, kToday), exporters::guest_table({}, wording)}) {
      CHECK(table.separator == (language == base::Language::english ? ',' : ';'));
      std::vector<std::string> headings;
      for (const exporters::Column& column : table.columns) headings.push_back(column.heading);
      std::sort(headings.begin(), headings.end());
      const auto twice = std::adjacent_find(headings.begin(), headings.end());
      CHECK_MESSAGE(twice == headings.end(), (twice == headings.end() ? std::string() : *twice));
    }
  }
}

TEST_CASE("every row is as long as the headings, also for a purpose that only one lead was asked") {
  model::Lead asked = family("a");
  asked.consents = {{"information", true}, {"newsletter", false}};
  const Table table = exporters::lead_table({asked, family("b")}, {tests::sample().catalogue, tests::sample().messages, base::Language::arabic}, kToday);
  for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
  CHECK(table.right_to_left);
}
