// CSV that Excel opens as UTF-8, that RFC 4180 readers split rightly, and that computes nothing.
#include <doctest/doctest.h>

#include "exporters/csv.h"
#include "support/tables.h"

using namespace kiosk;
using exporters::Cell;
using exporters::Table;

namespace {

std::string csv_of(const Table& table) { return tests::written(exporters::write_csv, table); }

std::string line_of(const std::string& text) {
  const std::string csv = csv_of(tests::table_of({{"a"}}, {{text}}));
  const auto second = csv.find("\r\n") + 2;
  return csv.substr(second, csv.size() - second - 2);
}

}  // namespace

TEST_CASE("a sheet begins with the byte order mark and every line ends with CR LF") {
  const Table table = tests::table_of({{"الاسم"}, {"Nombre"}}, {{std::string("فاطمة"), std::int64_t{2}}});
  CHECK(csv_of(table) == "\xEF\xBB\xBFالاسم,Nombre\r\nفاطمة,2\r\n");
}

TEST_CASE("commas, quotation marks and line breaks are inside quotation marks") {
  CHECK(line_of("Aït, Ali") == "\"Aït, Ali\"");
  CHECK(line_of("dite \"Lalla\"") == "\"dite \"\"Lalla\"\"\"");
  CHECK(line_of("two\nlines") == "\"two\nlines\"");
}

TEST_CASE("what a spreadsheet would compute is a text") {
  CHECK(line_of("=HYPERLINK(1)") == "'=HYPERLINK(1)");
  CHECK(line_of("+1+1") == "'+1+1");
  CHECK(line_of("-1") == "'-1");
  CHECK(line_of("@SUM(A1)") == "'@SUM(A1)");
  CHECK(line_of("\t=1") == "\"'\t=1\"");
  CHECK(line_of("＝1") == "'＝1");
  CHECK(line_of("=1,2") == "\"'=1,2\"");
  CHECK(line_of("Ben-Ali") == "Ben-Ali");
}

TEST_CASE("a French or Arabic sheet is separated by semicolons, and what has one in it is quoted") {
  Table table = tests::table_of({{"Nom"}, {"Jour"}}, {{std::string("a;b"), std::chrono::year(2025) / 9 / 22}});
  table.separator = ';';
  CHECK(csv_of(table) == "\xEF\xBB\xBFNom;Jour\r\n\"a;b\";2025-09-22\r\n");
}

TEST_CASE("a number below zero of our own stays a number") {
  const Table table = tests::table_of({{"n"}}, {{std::int64_t{-3}}});
  CHECK(csv_of(table).ends_with("\r\n-3\r\n"));
}

TEST_CASE("times are written as ISO 8601 has them, with a space") {
  const Table table = tests::table_of({{"at"}}, {{locale::local_time(base::WallTime(std::chrono::seconds(1758532500)), "Africa/Casablanca")}});
  CHECK(csv_of(table).ends_with("\r\n2025-09-22 10:15\r\n"));
}

TEST_CASE("no answer commands the terminal that lists it") {
  const Table table = tests::table_of({{"name"}, {"x"}}, {{std::string("A\x1b[2J\tB\nC"), std::string("y")}});
  CHECK(tests::written(exporters::write_tab_separated, table) == "name\tx\nA[2JBC\ty\n");
}

TEST_CASE("a sheet of many blocks is the same sheet, and rows that fail half-way fail the sheet with their own sentence") {
  std::vector<exporters::Row> rows;
  std::string expected = "\xEF\xBB\xBFn,name\r\n";
  for (std::int64_t i = 0; i < 50000; ++i) {
    rows.push_back({i, std::string("فاطمة")});
    expected += std::to_string(i) + ",فاطمة\r\n";
  }
  CHECK(csv_of(tests::table_of({{"n"}, {"name"}}, rows)) == expected);
  Table broken = tests::table_of({{"n"}}, {});
  broken.next_rows = [pages = 0]() mutable -> base::Result<std::vector<exporters::Row>> {
    if (++pages == 3) return base::fail("the disk is gone", "Put it back.");
    return std::vector<exporters::Row>{{std::int64_t{pages}}};
  };
  const auto refused = exporters::write_csv(broken, [](std::string_view) -> base::Result<void> { return {}; });
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message == "the disk is gone");
}
