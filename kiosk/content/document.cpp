#include "content/document.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <exception>

#include "base/format.h"
#include "content/text_guard.h"

namespace kiosk::content {
namespace {

Node to_node(const toml::node& source);

void fill_scalar(Node& node, const toml::node& source) {
  switch (source.type()) {
    case toml::node_type::string:
      node.kind = NodeKind::text;
      node.text = source.as_string()->get();
      break;
    case toml::node_type::integer:
      node.kind = NodeKind::integer;
      node.integer = source.as_integer()->get();
      node.real = static_cast<double>(node.integer);
      break;
    case toml::node_type::floating_point:
      node.kind = NodeKind::real;
      node.real = source.as_floating_point()->get();
      break;
    case toml::node_type::boolean: node.kind = NodeKind::boolean; break;
    case toml::node_type::date: {
      node.kind = NodeKind::date;
      const toml::date& date = source.as_date()->get();
      node.date = {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
      break;
    }
    default: node.kind = NodeKind::time; break;
  }
}

void fill_table(Node& node, const toml::table& table) {
  node.kind = NodeKind::table;
  node.members.reserve(table.size());
  for (const auto& [key, value] : table) {
    const toml::source_position place = key.source().begin;
    node.members.push_back(
        {std::string(key.str()), static_cast<int>(place.line), static_cast<int>(place.column), to_node(value)});
  }
}

// Recursion is bounded: find_text_fault has refused whatever is nested deeper than kNestingLimit.
Node to_node(const toml::node& source) {
  Node node;
  node.line = static_cast<int>(source.source().begin.line);
  node.column = static_cast<int>(source.source().begin.column);
  if (const toml::table* table = source.as_table()) {
    fill_table(node, *table);
  } else if (const toml::array* array = source.as_array()) {
    node.kind = NodeKind::array;
    node.items.reserve(array->size());
    for (const toml::node& item : *array) node.items.push_back(to_node(item));
  } else {
    fill_scalar(node, source);
  }
  return node;
}

// What a trainer most probably did, by the words of the parser's complaint.
std::string_view remedy_for(std::string_view complaint) {
  struct Known {
    std::string_view words;
    std::string_view remedy;
  };
  constexpr std::array<Known, 8> known{{
      {"inline table: expected key or closing '}'", "Write the whole { … } on one line, with a comma between its entries."},
      {"unescaped control characters", "A text opened with \" must be closed with \" on the same line; longer ones use \"\"\" … \"\"\"."},
      {"parsing string: encountered end-of-file", "The text opened with \" is never closed: add the missing quotes."},
      {"could not determine value type", "Put the text between straight quotes: \"…\"."},
      {"cannot redefine", "The same key is written twice: keep one of the two."},
      {"leading zeroes", "Write the number without the zeros in front, or put it between quotes if it is a text."},
      {"expected a comment or whitespace", "Only one entry fits on a line; a text needs quotes around all of it."},
      {"expected value", "Write a value after the = sign, or take the line out."},
  }};
  const auto* found = std::find_if(known.begin(), known.end(),
                                   [&](const Known& entry) { return complaint.find(entry.words) != std::string_view::npos; });
  return found == known.end() ? "Compare the line with the examples in README.md; the mistake may begin on the line above."
                              : found->remedy;
}

// toml++ begins with what it was doing; kept, but in the words of a message.
std::string reworded(std::string_view complaint) {
  constexpr std::string_view prefix = "Error while ";
  if (complaint.starts_with(prefix)) complaint.remove_prefix(prefix.size());
  return fmt::format("not readable: {}", complaint);
}

}  // namespace

std::string_view name_of(NodeKind kind) {
  constexpr std::array<std::string_view, 8> names{"a table", "a list", "a text", "a whole number", "a number with a fraction",
                                                  "true or false", "a date", "a time"};
  return names[static_cast<std::size_t>(kind)];
}

const Member* Node::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
  return found == members.end() ? nullptr : &*found;
}

std::optional<Node> parse_document(std::string_view bytes, const std::string& file, Issues& issues) {
  if (const auto fault = find_text_fault(bytes)) {
    issues.error({file, fault->line, fault->column}, fault->message, fault->remedy);
    return std::nullopt;
  }
  try {
    Node root = to_node(toml::parse(bytes));
    root.line = root.column = 0;  // what is said of the root is said of the file
    return root;
  } catch (const toml::parse_error& error) {
    const toml::source_position place = error.source().begin;
    issues.error({file, static_cast<int>(place.line), static_cast<int>(place.column)}, reworded(error.description()),
                 std::string(remedy_for(error.description())));
  } catch (const std::exception& error) {
    issues.error({file, 0, 0}, fmt::format("not readable: {}", error.what()), "Take the file again from a copy.");
  }
  return std::nullopt;
}

}  // namespace kiosk::content
