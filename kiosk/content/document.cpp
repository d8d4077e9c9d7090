#include "content/document.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <exception>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "base/format.h"
#include "content/remedies.h"
#include "content/text_guard.h"

namespace kiosk::content {
namespace {

std::chrono::year_month_day to_date(const toml::date& date) {
  return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

// From toml++'s tree to ours. Recursion is bounded: find_text_fault has refused whatever is nested deeper than kNestingLimit.
class Converter {
 public:
  Converter(const std::string& file, Issues& issues) : file_(file), issues_(issues) {}

  Node convert(const toml::node& source) {
    Node node;
    node.line = static_cast<int>(source.source().begin.line);
    node.column = static_cast<int>(source.source().begin.column);
    if (const toml::table* table = source.as_table()) {
      fill_table(node, *table);
    } else if (const toml::array* array = source.as_array()) {
      node.kind = NodeKind::array;
      node.items.reserve(array->size());
      for (const toml::node& item : *array) node.items.push_back(convert(item));
    } else {
      fill_scalar(node, source);
    }
    return node;
  }

 private:
  void fill_table(Node& node, const toml::table& table) {
    node.kind = NodeKind::table;
    node.members.reserve(table.size());
    for (const auto& [key, value] : table) {
      const toml::source_position place = key.source().begin;
      node.members.push_back(
          {std::string(key.str()), static_cast<int>(place.line), static_cast<int>(place.column), convert(value)});
    }
  }

  void fill_scalar(Node& node, const toml::node& source) {
    if (const auto* text = source.as_string()) {
      node.kind = NodeKind::text;
      fill_text(node, text->get());
    } else if (const auto* integer = source.as_integer()) {
      node.kind = NodeKind::integer;
      node.integer = integer->get();
      node.real = static_cast<double>(node.integer);
    } else if (const auto* real = source.as_floating_point()) {
      node.kind = NodeKind::real;
      node.real = real->get();
    } else if (const auto* date = source.as_date()) {
      node.kind = NodeKind::date;
      node.date = to_date(date->get());
    } else {
      node.kind = source.is_boolean() ? NodeKind::boolean : NodeKind::time;
      if (const auto* flag = source.as_boolean()) node.integer = flag->get() ? 1 : 0;
    }
  }

  // A file saved on Windows has \r\n within its longer texts, where paragraphs are told apart by empty lines.
  void fill_text(Node& node, std::string_view text) {
    node.text.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
      node.text += text[i];
    }
    if (std::any_of(node.text.begin(), node.text.end(), is_control)) {
      issues_.error({file_, node.line, node.column}, "there is a control character in this text",
                    "Take the \\u… or \\x… out that writes it.");
    }
  }

  const std::string& file_;
  Issues& issues_;
};

// The line of `bytes` that the parser stumbled over, lines counted from 1.
std::string_view line_at(std::string_view bytes, int line) {
  for (int i = 1; i < line; ++i) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) return {};
    bytes.remove_prefix(end + 1);
  }
  return bytes.substr(0, bytes.find_first_of("\r\n"));
}

// toml++ begins with what it was doing; kept, but in the words of a message.
std::string reworded(std::string_view complaint) {
  constexpr std::string_view prefix = "Error while ";
  if (complaint.starts_with(prefix)) complaint.remove_prefix(prefix.size());
  return fmt::format("not readable: {}", complaint);
}

struct Parsed {
  std::optional<toml::table> table;
  std::string complaint;  // why there is none, and where; line 0 when no line is to blame
  int line = 0;
  int column = 0;
};

Parsed parse(std::string_view text) {
  try {
    return {toml::parse(text), {}};
  } catch (const toml::parse_error& error) {
    const toml::source_position place = error.source().begin;
    return {{}, std::string(error.description()), static_cast<int>(place.line), static_cast<int>(place.column)};
  } catch (const std::exception& error) {
    return {{}, error.what()};
  }
}

// The text with spaces in the place of the lines from `first` to `last`: what follows keeps its place.
std::string without_lines(std::string text, int first, int last) {
  int line = 1;
  for (char& one : text) {
    if (one == '\n') {
      ++line;
    } else if (line >= first && line <= last && one != '\r') {
      one = ' ';
    }
  }
  return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  lines.push_back(text);
  return lines;
}

// What may be to blame for the parser's stumbling on `line`, counted from 1, as first and last lines: the line; or what it went on to below; or the
// entry before it, which may never have been closed; or both; or the whole table of a heading.
std::vector<std::pair<int, int>> suspects(std::string_view text, int line) {
  const std::vector<std::string_view> lines = lines_of(text);
  const auto at = [&](int number) { return lines[static_cast<std::size_t>(number - 1)]; };
  const auto count = static_cast<int>(lines.size());
  std::vector<std::pair<int, int>> ranges{{line, line}, {line, line + 1}, {line, line + 2}};
  if (line > count) return ranges;
  int before = line - 1;
  while (before > 1 && !begins_entry(at(before))) --before;
  if (before > 0 && begins_entry(at(line))) ranges.insert(ranges.end(), {{before, line - 1}, {before, line}});
  if (is_header(at(line))) {
    int last = line;
    while (last < count && !is_header(at(last + 1))) ++last;
    ranges.emplace_back(line, last);
  }
  return ranges;
}

// Leaves out of `text` whichever suspect lets the parser get furthest, and gives what it says then; nothing when none gets it past the line.
std::optional<Parsed> leave_out(std::string& text, int line) {
  std::optional<Parsed> best;
  std::string best_text;
  for (const auto& [first, last] : suspects(text, line)) {
    std::string shorter = without_lines(text, first, last);
    Parsed parsed = parse(shorter);
    const auto reached = [](const Parsed& one) { return one.table ? std::numeric_limits<int>::max() : one.line; };
    if (reached(parsed) <= (best ? reached(*best) : line)) continue;
    best = std::move(parsed);
    best_text = std::move(shorter);
  }
  if (best) text = std::move(best_text);
  return best;
}

}  // namespace

std::string_view name_of(NodeKind kind) {
  constexpr std::array<std::string_view, 8> names{
      "a table", "a list", "a text", "a whole number", "a number with a fraction", "true or false", "a date", "a time"};
  return names[static_cast<std::size_t>(kind)];
}

const Member* Node::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
  return found == members.end() ? nullptr : &*found;
}

std::optional<Document> parse_document(std::string_view bytes, const std::string& file, Issues& issues) {
  if (const auto fault = find_text_fault(bytes)) {
    issues.unreadable({file, fault->line, fault->column}, fault->message, fault->remedy);
    return std::nullopt;
  }
  constexpr int kMostComplaints = 20;
  std::string text(bytes);
  Parsed parsed = parse(text);
  std::set<std::pair<std::string, std::string_view>> told;
  for (int complaints = 0;; ++complaints) {
    if (parsed.table) {
      Document document{Converter(file, issues).convert(*parsed.table), complaints == 0};
      document.root.line = document.root.column = 0;  // what is said of the root is said of the file
      return document;
    }
    if (parsed.line == 0) {
      issues.error({file, 0, 0}, fmt::format("not readable: {}", parsed.complaint), "Take the file again from a copy.");
      return std::nullopt;
    }
    const std::string_view line = line_at(bytes, parsed.line);
    // One slip may make every later heading of its kind unreadable.
    if (told.emplace(parsed.complaint, line).second) {
      // Two brackets after one: the first heading is to blame, and stands above.
      const bool follows = parsed.complaint.find("as array-of-tables") != std::string::npos;
      const auto tell = follows ? &Issues::error : &Issues::unreadable;
      (issues.*tell)({file, parsed.line, parsed.column}, reworded(parsed.complaint), remedy_for(parsed.complaint, line, parsed.column));
    }
    if (complaints == kMostComplaints) return std::nullopt;
    auto further = leave_out(text, parsed.line);
    if (!further) return std::nullopt;
    parsed = std::move(*further);
  }
}

}  // namespace kiosk::content
