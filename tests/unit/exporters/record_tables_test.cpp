// Monday's sheet: most urgent first, names and words in the language of staff, everything a family told.
#include <doctest/doctest.h>

#include <algorithm>

#include "exporters/record_tables.h"
#include "support/sample_content.h"
#include "support/tables.h"

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

// A table with its rows read.
struct Sheet {
  Table table;
  std::vector<exporters::Row> rows = tests::rows_of(table);

  Cell cell(std::size_t row, const std::string& heading) const {
    const auto column = std::find_if(table.columns.begin(), table.columns.end(), [&](const exporters::Column& one) { return one.heading == heading; });
    REQUIRE(column != table.columns.end());
    return rows.at(row).at(static_cast<std::size_t>(column - table.columns.begin()));
  }
};

exporters::Wording wording_in(base::Language language) { return {tests::sample().catalogue, tests::sample().messages, language}; }

Sheet sheet_of(std::vector<model::Lead> leads) { return {exporters::lead_table(tests::pages_of({std::move(leads)}), wording_in(base::Language::french), kToday)}; }

}  // namespace

TEST_CASE("the first column says how urgent a lead is, and the leads of every page stand in the order in which they come") {
  model::Lead late = family("late");
  late.desk.call_back_by = std::chrono::year(2025) / 9 / 19;
  model::Lead asked = family("asked");
  asked.asked_to_erase = asked.at;
  const Sheet sheet{exporters::lead_table(tests::pages_of({{asked, late}, {family("new")}}), wording_in(base::Language::french), kToday)};
  CHECK(sheet.cell(0, "Nom") == Cell("asked"));
  CHECK(std::get<std::string>(sheet.rows[0][0]) == "Effacement demandé");
  CHECK(sheet.cell(1, "Nom") == Cell("late"));
  CHECK(sheet.cell(1, "À rappeler au plus tard") == Cell(std::chrono::year(2025) / 9 / 19));
  CHECK(sheet.cell(2, "Nom") == Cell("new"));
}

TEST_CASE("children stand in one cell each after the other, with names from the content") {
  model::Lead parent = family("Fatima");
  parent.details.children = {{"Salma", "12-14", "middle-3", {"zellige", "gone-since"}}, {"", "18-plus", "", {}}};
  parent.details.topics = {"level"};
  const Sheet sheet = sheet_of({parent});
  CHECK(std::get<std::string>(sheet.cell(0, "Enfants")) == "Salma, de 12 à 14 ans, 3e année du collège, Zellige, gone-since; 18 ans ou plus");
}

TEST_CASE("an offer says who, what and how many") {
  model::Lead offer = family("Hassan");
  offer.kind = model::LeadKind::professional;
  offer.details.trade = "cooperative";
  offer.details.organisation = "Tifawin";
  offer.details.offers = {"internship", "job"};
  offer.details.places = 3;
  const Sheet sheet = sheet_of({offer});
  CHECK(sheet.cell(0, "Nature") == Cell("Professionnel"));
  CHECK(sheet.cell(0, "Statut") == Cell("Coopérative"));
  CHECK(sheet.cell(0, "Offres") == Cell("Stage, Embaucher un lauréat"));
  CHECK(sheet.cell(0, "Places") == Cell(std::int64_t{3}));
}

TEST_CASE("telephone numbers stand as people of the event's country dial them, whatever the format makes of a plus") {
  model::Lead home = family("home");
  home.phone = "+212612345678";
  home.desk.call_back_by = kToday;
  model::Lead abroad = family("abroad");
  abroad.phone = "+33612345678";
  const Sheet sheet = sheet_of({home, abroad});
  CHECK(sheet.cell(0, "Téléphone") == Cell("06 12 34 56 78"));
  CHECK(sheet.cell(1, "Téléphone") == Cell("00 33 6 12 34 56 78"));
}

TEST_CASE("a CSV is separated as Excel expects it where the language is at home, and no two columns have one heading") {
  for (const base::Language language : {base::Language::arabic, base::Language::french, base::Language::english}) {
    const exporters::Wording wording = wording_in(language);
    for (const Table& table : {exporters::lead_table(tests::pages_of({}), wording, kToday), exporters::guest_table({}, wording), exporters::seat_table({}, wording)}) {
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
  const Table table = exporters::lead_table(tests::pages_of({{asked, family("b")}}, {"information", "newsletter"}), wording_in(base::Language::arabic), kToday);
  for (const auto& row : tests::rows_of(table)) CHECK(row.size() == table.columns.size());
  CHECK(table.right_to_left);
}

TEST_CASE("a sheet of seats says which tour leaves when with how many, and which seats were given back") {
  const base::WallTime at(std::chrono::seconds(1758532500));
  const model::Tour& tour = tests::sample().catalogue.tours.front();
  const model::TourSeats kept{kToday, 1, tour.id, std::chrono::minutes(630), 4, at, {}};
  const model::TourSeats returned{kToday, 2, "gone-since", std::chrono::minutes(630), 2, at, at + std::chrono::minutes(5)};
  const Sheet sheet{exporters::seat_table({kept, returned}, wording_in(base::Language::french))};
  CHECK(sheet.cell(0, "Visite") == Cell(tests::sample().catalogue.pick(tour.theme, base::Language::french).text));
  CHECK(sheet.cell(0, "Départ") == Cell(locale::LocalTime{kToday, std::chrono::minutes(630), {}}));
  CHECK(sheet.cell(0, "Places prises") == Cell(std::int64_t{4}));
  CHECK(sheet.cell(0, "Rendu le") == Cell(std::string()));
  CHECK(sheet.cell(1, "Visite") == Cell("gone-since"));
  CHECK(sheet.cell(1, "Rendu le") == Cell(locale::local_time(at + std::chrono::minutes(5), tests::sample().catalogue.event.time_zone)));
}
