#include "content/text_guard.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/format.h"

namespace kiosk::content {
namespace {

// Bytes of the UTF-8 sequence that begins at `at` (RFC 3629: shortest form, no surrogates, up to U+10FFFF), or 0 when it is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : std::uint8_t{0}; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const std::uint8_t lead = byte(at);
  const std::uint8_t second = byte(at + 1);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
    return continues(at + 1) && continues(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
    return continues(at + 1) && continues(at + 2) && continues(at + 3) ? 4 : 0;
  }
  return 0;
}

struct Cursor {
  std::size_t at = 0;
  int line = 1;
  int column = 1;
};

// Counts how deep the value at the cursor is: open brackets plus the dots of the keys that lead to it. Knows strings and comments
// only as far as needed not to count what is inside them; a file it misreads is one that the parser refuses at that place anyway.
class NestingCounter {
 public:
  // The character at `at`; returns how many characters from there on are dealt with (1, or 3 for a triple quote).
  std::size_t take(std::string_view bytes, std::size_t at) {
    const char c = bytes[at];
    switch (inside_) {
      case Inside::comment:
        if (c == '\n') end_line();
        return 1;
      case Inside::string: return take_in_string(bytes, at);
      case Inside::code: return take_code(bytes, at);
    }
    return 1;
  }
  int depth() const { return static_cast<int>(brackets_.size()) + outer_dots_ + dots_; }

 private:
  enum class Inside { code, comment, string };

  static bool is_triple(std::string_view bytes, std::size_t at) {
    return at + 2 < bytes.size() && bytes[at + 1] == bytes[at] && bytes[at + 2] == bytes[at];
  }

  void end_line() {
    inside_ = Inside::code;
    dots_ = 0;
  }

  std::size_t take_in_string(std::string_view bytes, std::size_t at) {
    const char c = bytes[at];
    if (c == '\\' && quote_ == '"' && at + 1 < bytes.size() && (bytes[at + 1] == '"' || bytes[at + 1] == '\\')) return 2;
    if (c == '\n' && !triple_) {  // never closed: the parser stops here
      end_line();
      return 1;
    }
    if (c != quote_) return 1;
    if (!triple_) {
      inside_ = Inside::code;
      return 1;
    }
    if (!is_triple(bytes, at)) return 1;
    inside_ = Inside::code;
    // Up to two more quotes before the closing three belong to the string (TOML 1.0, "Multi-line basic strings").
    std::size_t length = 3;
    while (length < 5 && at + length < bytes.size() && bytes[at + length] == quote_) ++length;
    return length;
  }

  std::size_t take_code(std::string_view bytes, std::size_t at) {
    const char c = bytes[at];
    if (c == '"' || c == '\'') {
      inside_ = Inside::string;
      quote_ = c;
      triple_ = is_triple(bytes, at);
      return triple_ ? 3 : 1;
    }
    if (c == '#') inside_ = Inside::comment;
    if (c == '\n' || c == ',' || c == '=') dots_ = c == '=' ? dots_ : 0;
    if (c == '.') ++dots_;
    if (c == '[' || c == '{') {
      brackets_.push_back(dots_);
      outer_dots_ += dots_;
      dots_ = 0;
    }
    if ((c == ']' || c == '}') && !brackets_.empty()) {
      dots_ = brackets_.back();
      outer_dots_ -= dots_;
      brackets_.pop_back();
    }
    return 1;
  }

  Inside inside_ = Inside::code;
  char quote_ = '"';
  bool triple_ = false;
  std::vector<int> brackets_;  // for each open bracket the dots of the key before it
  int outer_dots_ = 0;         // their sum
  int dots_ = 0;               // of the key being read
};

std::optional<TextFault> find_encoding_fault(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return TextFault{1, 1, "the file is saved as UTF-16", "Save it again and choose the encoding UTF-8."};
  }
  return std::nullopt;
}

// What is wrong with the character at the cursor, if anything.
std::optional<TextFault> find_character_fault(std::string_view bytes, const Cursor& cursor, std::size_t length) {
  if (length == 0) {
    return TextFault{cursor.line, cursor.column, "this character is not UTF-8",
                     "Save the file again and choose the encoding UTF-8."};
  }
  const char c = bytes[cursor.at];
  if (is_control(c) && c != '\r') {  // a carriage return ends lines on Windows
    return TextFault{
        cursor.line, cursor.column,
        fmt::format("there is a control character here (U+{:04X})", static_cast<unsigned>(static_cast<std::uint8_t>(c))),
        "Delete it. If the file looks empty or garbled, take it again from a copy."};
  }
  return std::nullopt;
}

}  // namespace

bool is_control(char c) { return (static_cast<std::uint8_t>(c) < 0x20 && c != '\t' && c != '\n') || c == 0x7F; }

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    const bool is_shown = length > 0 && !is_control(text[at]) && text[at] != '\n';
    shown += is_shown ? text.substr(at, length) : std::string_view("\uFFFD");
    at += std::max<std::size_t>(length, 1);
  }
  return shown;
}

std::optional<TextFault> find_text_fault(std::string_view bytes) {
  if (auto fault = find_encoding_fault(bytes)) return fault;
  NestingCounter nesting;
  Cursor cursor;
  if (bytes.starts_with("\xEF\xBB\xBF")) cursor.at = 3;  // what Windows editors put before UTF-8
  std::size_t counted_until = cursor.at;
  while (cursor.at < bytes.size()) {
    const std::size_t length = sequence_length(bytes, cursor.at);
    if (auto fault = find_character_fault(bytes, cursor, length)) return fault;
    if (cursor.at >= counted_until) counted_until = cursor.at + nesting.take(bytes, cursor.at);
    if (nesting.depth() > kNestingLimit) {
      return TextFault{cursor.line, cursor.column, fmt::format("values are nested more than {} levels deep", kNestingLimit),
                       "Look for brackets that are opened and never closed."};
    }
    cursor.column += 1;
    if (bytes[cursor.at] == '\n') {
      cursor.line += 1;
      cursor.column = 1;
    }
    cursor.at += length;
  }
  return std::nullopt;
}

}  // namespace kiosk::content
