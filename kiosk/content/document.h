// A TOML file as a plain tree that knows where everything was written. The only bridge to toml++: its types and exceptions stop
// in document.cpp. Private to this folder; pure values.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/issues.h"

namespace kiosk::content {

enum class NodeKind : std::uint8_t { table, array, text, integer, real, boolean, date, time };

// How a trainer would call it: "a text", "a list" …
std::string_view name_of(NodeKind kind);

struct Member;

struct Node {
  NodeKind kind = NodeKind::table;
  int line = 0;
  int column = 0;
  std::string text;                    // of a text
  std::int64_t integer = 0;            // of an integer; of a boolean 0 or 1
  double real = 0;                     // of an integer or a real
  std::chrono::year_month_day date{};  // of a date; the date part of a date with a time is not read
  std::vector<Member> members;         // of a table, by key
  std::vector<Node> items;             // of an array

  const Member* find(std::string_view key) const;
};

struct Member {
  std::string key;
  int line = 0;
  int column = 0;
  Node value;
};

struct Document {
  Node root;
  bool is_whole = true;  // no line had to be left out
};

// The tree of `bytes`, which were read from `file`. What is not TOML is an error among `issues`, and what can be read without the lines to
// blame is read, so that all mistakes are told in one go; nothing when that is not possible.
std::optional<Document> parse_document(std::string_view bytes, const std::string& file, Issues& issues);

}  // namespace kiosk::content
