#include "exporters/csv.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/format.h"

namespace kiosk::exporters {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 10> kFormulaStarts{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

std::string quoted(const std::string& text) {
  if (text.find_first_of("\",;\t\r\n") == std::string::npos) return text;
  std::string made = "\"";
  for (const char one : text) {
    if (one == '"') made += '"';
    made += one;
  }
  return made + '"';
}

std::string plain(const std::string& text) { return text; }

std::string plain(std::int64_t number) { return fmt::format("{}", number); }

std::string plain(std::chrono::year_month_day day) { return locale::iso_date(day); }

std::string plain(const locale::LocalTime& at) {
  const auto minutes = at.time.count();
  return fmt::format("{} {:02}:{:02}", locale::iso_date(at.date), minutes / 60, minutes % 60);
}

std::string safe(const std::string& text) {
  const bool formula =
      std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(), [&](std::string_view start) { return text.starts_with(start); });
  return quoted(formula ? "'" + text : text);
}

// Only a text can be taken for a formula: a number below zero is one of ours.
std::string field(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text != nullptr ? safe(*text) : std::visit([](const auto& value) { return plain(value); }, cell);
}

std::string for_terminal(const Cell& cell) {
  std::string text = std::visit([](const auto& value) { return plain(value); }, cell);
  std::erase_if(text, [](unsigned char one) { return one < 0x20 || one == 0x7F; });
  return text;
}

void end_line(std::string& csv) {
  csv.back() = '\r';  // in the place of the last separator
  csv += '\n';
}

}  // namespace

std::string to_csv(const Table& table) {
  std::string csv(kByteOrderMark);
  for (const Column& column : table.columns) csv += safe(column.heading) + table.separator;
  end_line(csv);
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) csv += field(cell) + table.separator;
    end_line(csv);
  }
  return csv;
}

std::string to_tab_separated(const Table& table) {
  std::string text;
  for (const Column& column : table.columns) text += column.heading + '\t';
  text.back() = '\n';
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) text += for_terminal(cell) + '\t';
    text.back() = '\n';
  }
  return text;
}

}  // namespace kiosk::exporters
