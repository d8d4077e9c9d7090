#include "exporters/csv.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <string>
#include <string_view>

#include "base/format.h"

namespace kiosk::exporters {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 10> kFormulaStarts{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

// Bytes on their way into a file, put there block by block.
class Lines {
 public:
  explicit Lines(const PutBytes& put) : put_(put) { block_.reserve(kBlock + kBlock / 4); }

  std::string& bytes() { return block_; }
  // In the place of the separator after the last field.
  void end_line(std::string_view line_end) { block_.replace(block_.size() - 1, 1, line_end); }
  base::Result<void> put_full() { return block_.size() < kBlock ? base::Result<void>() : put_rest(); }
  base::Result<void> put_rest() {
    auto done = put_(block_);
    block_.clear();
    return done;
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 18;
  const PutBytes& put_;
  std::string block_;
};

bool needs_quotes(char one) { return one == '"' || one == ',' || one == ';' || one == '\t' || one == '\r' || one == '\n'; }

void append_quoted(std::string& line, std::string_view text) {
  if (std::none_of(text.begin(), text.end(), needs_quotes)) {
    line += text;
    return;
  }
  line += '"';
  for (const char one : text) {
    if (one == '"') line += '"';
    line += one;
  }
  line += '"';
}

void append_plain(std::string& line, const std::string& text) { line += text; }

void append_plain(std::string& line, std::int64_t number) { fmt::format_to(std::back_inserter(line), "{}", number); }

void append_plain(std::string& line, std::chrono::year_month_day day) { line += locale::iso_date(day); }

void append_plain(std::string& line, const locale::LocalTime& at) {
  const auto minutes = at.time.count();
  fmt::format_to(std::back_inserter(line), "{} {:02}:{:02}", locale::iso_date(at.date), minutes / 60, minutes % 60);
}

void append_safe(std::string& line, const std::string& text) {
  // A letter is the first of nearly every text.
  const bool formula = !text.empty() && std::isalnum(static_cast<unsigned char>(text.front())) == 0 &&
      std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(), [&](std::string_view start) { return text.starts_with(start); });
  append_quoted(line, formula ? "'" + text : text);
}

// Only a text can be taken for a formula: a number below zero is one of ours.
void append_field(std::string& line, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return append_safe(line, *text);
  std::visit([&](const auto& value) { append_plain(line, value); }, cell);
}

void append_for_terminal(std::string& line, const Cell& cell) {
  std::string text;
  std::visit([&](const auto& value) { append_plain(text, value); }, cell);
  std::erase_if(text, [](unsigned char one) { return one < 0x20 || one == 0x7F; });
  line += text;
}

using AppendField = void (*)(std::string& line, const Cell& cell);

base::Result<std::size_t> write_rows(const Table& table, Lines& lines, AppendField append, char separator, std::string_view line_end) {
  auto rows = for_each_row(table, [&](const Row& row) {
    for (const Cell& cell : row) {
      append(lines.bytes(), cell);
      lines.bytes() += separator;
    }
    lines.end_line(line_end);
    return lines.put_full();
  });
  if (!rows) return rows;
  if (const auto put = lines.put_rest(); !put) return tl::make_unexpected(put.error());
  return rows;
}

}  // namespace

base::Result<std::size_t> write_csv(const Table& table, const PutBytes& put) {
  Lines lines(put);
  lines.bytes() += kByteOrderMark;
  for (const Column& column : table.columns) {
    append_safe(lines.bytes(), column.heading);
    lines.bytes() += table.separator;
  }
  lines.end_line("\r\n");
  return write_rows(table, lines, append_field, table.separator, "\r\n");
}

base::Result<std::size_t> write_tab_separated(const Table& table, const PutBytes& put) {
  Lines lines(put);
  for (const Column& column : table.columns) lines.bytes() += column.heading + '\t';
  lines.end_line("\n");
  return write_rows(table, lines, append_for_terminal, '\t', "\n");
}

}  // namespace kiosk::exporters
