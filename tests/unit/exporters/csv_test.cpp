// CSV that Excel opens as UTF-8, that RFC 4180 readers split rightly, and that computes nothing.
#include <doctest/doctest.h>

#include "exporters/csv.h"

using namespace kiosk;
using exporters::Cell;
using exporters::Table;

namespace {

std::string line_of(const std::string& text) {
  Table table;
  table.columns = {{"a"}};
  table.rows = {{text}};
  const std::string csv = exporters::to_csv(table);
  const auto second = csv.find("\r\n") + 2;
  return csv.substr(second, csv.size() - second - 2);
}

}  // namespace

TEST_CASE("a sheet begins with the byte order mark and every line ends with CR LF") {
  Table table;
  table.columns = {{"الاسم"}, {"Nombre"}};
  table.rows = {{std::string("فاطمة"), std::int64_t{2}}};
  CHECK(exporters::to_csv(table) == "\xEF\xBB\xBFالاسم,Nombre\r\nفاطمة,2\r\n");
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
  Table table;
  table.separator = ';';
  table.columns = {{"Nom"}, {"Jour"}};
  table.rows = {{std::string("a;b"), std::chrono::year(2025) / 9 / 22}};
  CHECK(exporters::to_csv(table) == "\xEF\xBB\xBFNom;Jour\r\n\"a;b\";2025-09-22\r\n");
}

TEST_CASE("a number below zero of our own stays a number") {
  Table table;
  table.columns = {{"n"}};
  table.rows = {{std::int64_t{-3}}};
  CHECK(exporters::to_csv(table).ends_with("\r\n-3\r\n"));
}

TEST_CASE("times are written as ISO 8601 has them, with a space") {
  Table table;
  table.columns = {{"at"}};
  table.rows = {{locale::local_time(base::WallTime(std::chrono::seconds(1758532500)), "Africa/Casablanca")}};
  CHECK(exporters::to_csv(table).ends_with("\r\n2025-09-22 10:15\r\n"));
}

TEST_CASE("no answer commands the terminal that lists it") {
  Table table;
  table.columns = {{"name"}, {"x"}};
  table.rows = {{std::string("A\x1b[2J\tB\nC"), std::string("y")}};
  CHECK(exporters::to_tab_separated(table) == "name\tx\nA[2JBC\ty\n");
}
