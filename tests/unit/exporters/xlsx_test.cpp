// Workbooks opened by openpyxl, a program that is not ours: values, types, direction; and what is damaged is not called good.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>

#include "exporters/file_export.h"
#include "exporters/xlsx.h"
#include "support/process.h"

using namespace kiosk;
using exporters::Table;
using tests::TempFolder;

namespace {

Table families(std::size_t rows) {
  Table table;
  table.name = "طلبات";
  table.right_to_left = true;
  table.columns = {{"الاسم", 30}, {"الهاتف", 18}, {"عدد", 10}, {"الوقت", 18}};
  const auto at = locale::local_time(base::WallTime(std::chrono::seconds(1758532500)), "Africa/Casablanca");
  table.next_rows = exporters::rows_at_hand(std::vector<exporters::Row>(rows, {std::string("=فاطمة"), std::string("+212612345678"), std::int64_t{3}, at}));
  return table;
}

// What openpyxl reads: rows, direction, then the second row's values with their types.
std::string read_by_openpyxl(const std::filesystem::path& file, const TempFolder& folder) {
  const auto program = folder.write("read.py",
                                    "import sys, openpyxl\n"
                                    "sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]\n"
                                    "print(sheet.title, sheet.max_row, sheet.sheet_view.rightToLeft, sheet.freeze_panes)\n"
                                    "print([(cell.data_type, str(cell.value)) for cell in sheet[2]])\n");
  tests::Process python({"/usr/bin/python3", program.string(), file.string()}, folder.path(), {{"PYTHONIOENCODING", "utf-8"}});
  const int status = python.wait();
  INFO(python.errors());
  CHECK(status == 0);
  return python.output();
}

std::size_t files_in(const std::filesystem::path& folder) {
  const auto all = std::filesystem::directory_iterator(folder);
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

}  // namespace

TEST_CASE("openpyxl reads the sheet: texts as texts, numbers as numbers, times as times, right to left") {
  const TempFolder folder;
  const TempFolder target;
  const auto file = target / "leads.xlsx";
  const auto rows = exporters::export_table(families(3), model::ExportFormat::xlsx, file, folder.path());
  REQUIRE(rows.has_value());
  CHECK(*rows == 3);
  CHECK(files_in(folder.path()) == 0);
  CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
  CHECK(read_by_openpyxl(file, folder) ==
        "طلبات 4 True A2\n[('s', '=فاطمة'), ('s', '+212612345678'), ('n', '3'), ('d', '2025-09-22 10:15:00')]\n");
}

TEST_CASE("openpyxl reads a day as a date and a telephone number as a text with its zero") {
  const TempFolder folder;
  Table table = families(0);
  table.columns = {{"jour"}, {"numéro"}};
  table.next_rows = exporters::rows_at_hand({{std::chrono::year(2025) / 9 / 22, std::string("06 12 34 56 78")}});
  REQUIRE(exporters::export_table(table, model::ExportFormat::xlsx, folder / "days.xlsx", folder.path()).has_value());
  CHECK(read_by_openpyxl(folder / "days.xlsx", folder).ends_with("[('d', '2025-09-22 00:00:00'), ('s', '06 12 34 56 78')]\n"));
}

TEST_CASE("a sheet name that Excel does not allow costs the name, not the rows") {
  const TempFolder folder;
  Table table = families(1);
  table.name = "a name with [brackets] of more than thirty-one characters";
  CHECK(exporters::export_table(table, model::ExportFormat::xlsx, folder / "leads.xlsx", folder.path()).has_value());
}

TEST_CASE("a workbook of 20,000 rows is complete when it is read back") {
  const TempFolder folder;
  REQUIRE(exporters::export_table(families(20000), model::ExportFormat::xlsx, folder / "leads.xlsx", folder.path()).has_value());
  CHECK(exporters::count_xlsx_rows(folder / "leads.xlsx").value() == 20001);
}

TEST_CASE("a cut or changed workbook is not called good") {
  const TempFolder folder;
  REQUIRE(exporters::export_table(families(50), model::ExportFormat::xlsx, folder / "leads.xlsx", folder.path()).has_value());
  const std::string whole = tests::slurp(folder / "leads.xlsx");
  CHECK_FALSE(exporters::count_xlsx_rows(folder.write("cut.xlsx", whole.substr(0, whole.size() / 2))).has_value());
  std::string changed = whole;
  const auto sheet = changed.find("xl/worksheets/sheet1.xml");
  REQUIRE(sheet != std::string::npos);
  changed[sheet + 60] = static_cast<char>(changed[sheet + 60] ^ 0x55);
  CHECK_FALSE(exporters::count_xlsx_rows(folder.write("changed.xlsx", changed)).has_value());
  CHECK_FALSE(exporters::count_xlsx_rows(folder / "missing.xlsx").has_value());
}

TEST_CASE("when the disk is full the export fails, says so, and leaves nothing under the final name") {
  const TempFolder folder;
  for (const model::ExportFormat format : {model::ExportFormat::csv, model::ExportFormat::xlsx}) {
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto refused = exporters::export_table(families(5000), format, folder / "leads", folder.path());
    ::setrlimit(RLIMIT_FSIZE, &before);
    REQUIRE_FALSE(refused.has_value());
    CHECK_FALSE(refused.error().remedy.empty());
    CHECK(refused.error().message.find("فاطمة") == std::string::npos);
    CHECK(files_in(folder.path()) == 0);
  }
}
