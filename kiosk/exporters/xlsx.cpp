#include "exporters/xlsx.h"

#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/file.h"
#include "base/format.h"

namespace kiosk::exporters {
namespace {

base::Error failure(std::string_view what) {
  return {fmt::format("the spreadsheet could not be made ({})", what), "Check the free space of the disk that holds the data folder."};
}

// mkdtemp makes it 0700: what is in it is personal data.
class PrivateFolder {
 public:
  explicit PrivateFolder(const std::filesystem::path& parent) {
    std::string pattern = (parent / ".export-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Place {
  lxw_worksheet* sheet;
  lxw_row_t row;
  lxw_col_t column;
  lxw_format* time_format;
  lxw_format* day_format;
};

lxw_error write(const Place& at, const std::string& text) { return worksheet_write_string(at.sheet, at.row, at.column, text.c_str(), nullptr); }

lxw_error write(const Place& at, std::int64_t number) {
  return worksheet_write_number(at.sheet, at.row, at.column, static_cast<double>(number), nullptr);
}

lxw_datetime midnight(std::chrono::year_month_day day) {
  lxw_datetime value{};
  value.year = static_cast<int>(day.year());
  value.month = static_cast<int>(static_cast<unsigned>(day.month()));
  value.day = static_cast<int>(static_cast<unsigned>(day.day()));
  return value;
}

lxw_error write(const Place& at, std::chrono::year_month_day day) {
  lxw_datetime value = midnight(day);
  return worksheet_write_datetime(at.sheet, at.row, at.column, &value, at.day_format);
}

lxw_error write(const Place& at, const locale::LocalTime& time) {
  lxw_datetime value = midnight(time.date);
  value.hour = static_cast<int>(time.time.count() / 60);
  value.min = static_cast<int>(time.time.count() % 60);
  return worksheet_write_datetime(at.sheet, at.row, at.column, &value, at.time_format);
}

struct Formats {
  lxw_format* heading;
  lxw_format* time;
  lxw_format* day;
};

base::Result<std::size_t> write_rows(const Table& table, lxw_worksheet* sheet, const Formats& formats) {
  lxw_error error = LXW_NO_ERROR;
  const auto keep = [&](lxw_error one) { error = error == LXW_NO_ERROR ? one : error; };
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    keep(worksheet_set_column(sheet, column, column, table.columns[i].width_characters, nullptr));
    keep(worksheet_write_string(sheet, 0, column, table.columns[i].heading.c_str(), formats.heading));
  }
  lxw_row_t below = 1;
  auto rows = for_each_row(table, [&](const Row& row) -> base::Result<void> {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Place at{sheet, below, static_cast<lxw_col_t>(i), formats.time, formats.day};
      keep(std::visit([&](const auto& value) { return write(at, value); }, row[i]));
    }
    ++below;
    return {};
  });
  if (!rows) return rows;
  if (table.right_to_left) worksheet_right_to_left(sheet);
  worksheet_freeze_panes(sheet, 1, 0);
  keep(worksheet_autofilter(sheet, 0, 0, below - 1, static_cast<lxw_col_t>(table.columns.size() - 1)));
  if (error != LXW_NO_ERROR) return tl::make_unexpected(failure(lxw_strerror(error)));
  return rows;
}

base::Result<std::size_t> write_workbook(const Table& table, const std::filesystem::path& file, const std::filesystem::path& folder) {
  std::string folder_name = folder.string();
  lxw_workbook_options options{};
  options.tmpdir = folder_name.data();
  options.constant_memory = LXW_TRUE;
  lxw_workbook* workbook = workbook_new_opt(file.c_str(), &options);
  if (workbook == nullptr) return tl::make_unexpected(failure("out of memory"));
  lxw_worksheet* sheet = workbook_add_worksheet(workbook, table.name.c_str());
  // A name that Excel does not allow comes from an operator's strings file: the rows are worth more than the name.
  if (sheet == nullptr) sheet = workbook_add_worksheet(workbook, nullptr);
  const Formats formats{workbook_add_format(workbook), workbook_add_format(workbook), workbook_add_format(workbook)};
  format_set_bold(formats.heading);
  format_set_num_format(formats.time, "yyyy-mm-dd hh:mm");
  format_set_num_format(formats.day, "yyyy-mm-dd");
  auto rows = sheet == nullptr ? tl::make_unexpected(failure("out of memory")) : write_rows(table, sheet, formats);
  const lxw_error closed = workbook_close(workbook);
  if (!rows) return rows;
  if (closed != LXW_NO_ERROR) return tl::make_unexpected(failure(lxw_strerror(closed)));
  return rows;
}

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

// Reads a part to its end, so that libzip compares its checksum, and counts `mark` in it.
base::Result<std::size_t> count_in_part(zip_t* archive, zip_uint64_t index, std::string_view mark) {
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> part(zip_fopen_index(archive, index, 0), &zip_fclose);
  if (!part) return tl::make_unexpected(failure("a part of it cannot be opened"));
  std::array<char, 65536> block{};
  std::string window;
  std::size_t found = 0;
  while (true) {
    const zip_int64_t got = zip_fread(part.get(), block.data(), block.size());
    if (got < 0) return tl::make_unexpected(failure("a part of it is damaged"));
    if (got == 0) return found;
    window.append(block.data(), static_cast<std::size_t>(got));
    std::size_t from = 0;
    for (auto at = window.find(mark); at != std::string::npos; at = window.find(mark, from)) {
      ++found;
      from = at + mark.size();
    }
    // A mark may begin in this block and end in the next.
    window.erase(0, std::max(from, window.size() - std::min(window.size(), mark.size() - 1)));
  }
}

}  // namespace

base::Result<std::size_t> count_xlsx_rows(const std::filesystem::path& file) {
  int status = 0;
  const Archive archive(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &status), &zip_discard);
  if (!archive) return tl::make_unexpected(failure("it cannot be read back"));
  std::size_t rows = 0;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* name = zip_get_name(archive.get(), index, 0);
    const auto found = count_in_part(archive.get(), index, "<row ");
    if (!found) return found;
    if (name != nullptr && std::string_view(name) == "xl/worksheets/sheet1.xml") rows = *found;
  }
  return rows;
}

base::Result<std::size_t> write_xlsx(const Table& table, const std::filesystem::path& scratch, const PutBytes& put) {
  const PrivateFolder folder(scratch);
  if (folder.path().empty()) return tl::make_unexpected(failure("no temporary folder can be made"));
  const std::filesystem::path file = folder.path() / "export.xlsx";
  auto written = write_workbook(table, file, folder.path());
  if (!written) return written;
  const auto rows = count_xlsx_rows(file);
  if (!rows) return rows;
  if (*rows != *written + 1) return tl::make_unexpected(failure(fmt::format("{} of {} rows are in it", *rows, *written + 1)));
  if (const auto copied = base::read_blocks(file, put); !copied) return tl::make_unexpected(copied.error());
  return written;
}

}  // namespace kiosk::exporters
