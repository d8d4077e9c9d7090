#include "content/remedies.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/format.h"
#include "content/written_values.h"

namespace kiosk::content {
namespace {

// What a word processor, a phone or another keyboard put in the place of TOML's own signs, with what to do; "" when there is none outside quotes.
std::string foreign_sign(std::string_view line) {
  struct Sign {
    std::string_view bytes;
    std::string_view name;
    std::string_view remedy;
  };
  constexpr std::array<Sign, 11> signs{{
      {"\u00A0", "a no-break space (U+00A0)", "put a plain space in its place"},
      {"\u202F", "a narrow no-break space (U+202F)", "put a plain space in its place"},
      {"\u060C", "an Arabic comma (U+060C)", "put a plain comma in its place"},
      {"\u061B", "an Arabic semicolon (U+061B)", "put a plain comma in its place"},
      {"\uFEFF", "a byte order mark (U+FEFF), which cannot be seen", "type the beginning of the line again"},
      {"\u200B", "a zero-width space (U+200B), which cannot be seen", "type the line again"},
      {"\u200E", "a left-to-right mark (U+200E), which cannot be seen", "type the line again"},
      {"\u200F", "a right-to-left mark (U+200F), which cannot be seen", "type the line again"},
      {"\u061C", "an Arabic letter mark (U+061C), which cannot be seen", "type the line again"},
      {"\u2066", "a mark of direction (U+2066), which cannot be seen", "type the line again"},
      {"\u2069", "a mark of direction (U+2069), which cannot be seen", "type the line again"},
  }};
  bool quoted = false;
  int column = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if ((static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80) ++column;
    if (line[at] == '"' && (at == 0 || line[at - 1] != '\\')) quoted = !quoted;
    if (quoted) continue;
    if (line[at] == '#') break;
    const auto* sign = std::find_if(signs.begin(), signs.end(), [&](const Sign& one) { return line.substr(at).starts_with(one.bytes); });
    if (sign != signs.end()) return fmt::format("There is {} at character {}: {}.", sign->name, column, sign->remedy);
  }
  return {};
}

bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

bool is_letter(char one) { return std::isalpha(static_cast<unsigned char>(one)) != 0 || static_cast<unsigned char>(one) >= 0x80; }

bool is_digit(char one) { return one >= '0' && one <= '9'; }

// A line as it was meant, "key = value" without its comment, and where the parser stopped on it.
struct Stumble {
  std::string_view complaint;
  std::string_view line;
  std::size_t at = 0;  // byte of the line
  std::string key;
  std::string value;

  Stumble(std::string_view why, std::string_view on, int column) : complaint(why), line(on) {
    for (int left = column - 1; at < line.size() && left > 0; --left) {
      do ++at;
      while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U);
    }
    const std::size_t equals = line.find_first_of("=:");
    if (equals == std::string_view::npos) return;
    key = without_unseen(line.substr(0, equals));
    value = without_unseen(line.substr(equals + 1, line.find('#', equals) - std::min(equals + 1, line.size())));
  }

  char stopped_at() const { return at < line.size() ? line[at] : '\n'; }
  char before() const { return at > 0 && at <= line.size() ? line[at - 1] : '\n'; }
  // The word that ends before `at`, as a key in the middle of a line.
  std::string word_before() const { return last_word(line.substr(0, std::min(at, line.size()))); }

 private:
  static std::string last_word(std::string_view text) {
    const std::string words = without_unseen(text);
    const std::size_t space = words.find_last_of(" \t,{");
    return space == std::string::npos ? words : words.substr(space + 1);
  }
};

std::string missing_equals(const Stumble& one) {
  if (!has(one.complaint, "expected '='")) return {};
  const std::string key = one.word_before();
  if (one.stopped_at() == ':') return fmt::format("Write = in the place of the colon after '{}'.", key);
  return key.empty() ? std::string() : fmt::format("Write = between '{}' and its value.", key);
}

bool is_year_and_month(std::string_view value) {
  return value.size() == 7 && value[4] == '-' && std::all_of(value.begin(), value.end(), [](char one) { return is_digit(one) || one == '-'; });
}

std::string unreadable_date(const Stumble& one) {
  if (is_year_and_month(one.value)) return fmt::format("Write a month in quotes: {} = \"{}\"", one.key, one.value);
  if (const auto date = read_date(one.value)) return fmt::format("Write the date as year-month-day: {} = {}", one.key, written_date(*date));
  if (has(one.complaint, "expected day between") || has(one.complaint, "expected month between")) return "There is no such day: correct the date.";
  if (one.key != "date" || one.value.empty() || !is_digit(one.value.front())) return {};
  return "Write the date as year-month-day: date = 2026-12-19";
}

bool is_decimal_comma(const std::string& value) {
  const std::size_t comma = value.find(',');
  return comma != std::string::npos && comma > 0 && comma + 1 < value.size() && in_figures(value).has_value();
}

bool is_yes_or_no(const std::string& value) {
  constexpr std::array<std::string_view, 12> words{"oui", "non", "yes", "no", "vrai", "faux", "True", "False", "TRUE", "FALSE", "نعم", "لا"};
  return std::find(words.begin(), words.end(), value) != words.end();
}

// Digits in groups, of which none has the length of a year.
bool is_telephone_number(std::string_view value) {
  constexpr std::ptrdiff_t kLeastDigits = 8;
  if (value.empty() || (value.front() != '0' && value.front() != '+')) return false;
  return std::count_if(value.begin(), value.end(), is_digit) >= kLeastDigits &&
         std::all_of(value.begin(), value.end(), [](char one) { return is_digit(one) || one == ' ' || one == '+' || one == '.' || one == '-' || one == '/'; });
}

std::string unreadable_value(const Stumble& one) {
  if (is_decimal_comma(one.value)) return fmt::format("Write the number with a point: {}", *in_figures(one.value));
  if (is_yes_or_no(one.value)) return "Write true or false, in English and without quotes.";
  if (read_time(one.value)) return fmt::format("Write a time in quotes: \"{}\"", one.value);
  if (is_telephone_number(one.value)) return fmt::format("Write a telephone number in quotes: {} = \"{}\"", one.key, one.value);
  if (std::string date = unreadable_date(one); !date.empty()) return date;
  if (one.key == "start" || one.key == "end") return right_time(one.key, one.value);
  if (const auto number = in_figures(one.value); number && !is_digit(one.value.front())) return fmt::format("Write the figures 0 to 9: {} = {}", one.key, *number);
  if (const std::string number = leading_number(one.value); !number.empty() && number.size() < one.value.size() && is_letter(one.value.back())) {
    return fmt::format("Write the number alone: {} = {}", one.key, number);
  }
  return {};
}

// "Le "grand" atelier": the parser stops right behind the quote that it takes for the last.
std::string quotes_within(const Stumble& one) {
  const bool goes_on = has(one.complaint, "expected a comment or whitespace") || has(one.complaint, "expected comma or closing '}'") || has(one.complaint, "expected comma or closing ']'");
  const bool whole = one.value.size() > 2 && one.value.front() == '"' && one.value.back() == '"' && !has(one.value, "\", \"");
  const bool behind_quote = one.before() == '"' && is_letter(one.stopped_at());
  if (!goes_on || !(behind_quote || (whole && has(one.complaint, "expected a comment")))) return {};
  return "Quotes within a text are written « … », or \\\" with a backslash before each.";
}

std::string missing_comma(const Stumble& one) {
  if (has(one.complaint, "expected a comment or whitespace") && one.stopped_at() == ',' && one.value.starts_with('"')) {
    return fmt::format("A list stands between brackets: {} = [ … ]", one.key);
  }
  const bool of_list = has(one.complaint, "expected comma or closing ']'");
  if (!of_list && !has(one.complaint, "expected comma or closing '}'")) return {};
  const bool at_beginning = without_unseen(one.line.substr(0, one.at)).empty();
  if (of_list && at_beginning && begins_entry(one.line)) return "The list above is never closed: write ] at its end.";
  if (at_beginning) return "A comma is missing at the end of the line above.";
  return fmt::format("A comma is missing before character {}.", 1 + std::count_if(one.line.begin(), one.line.begin() + static_cast<std::ptrdiff_t>(one.at), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string unreadable_header(const Stumble& one) {
  if (!is_header(one.line)) return {};
  const std::size_t brackets = one.line.starts_with("[[") ? 2 : 1;
  const std::string_view name = one.line.substr(brackets, one.line.find_first_of("]#\r", brackets) - brackets);
  if (has(one.complaint, "as array-of-tables")) return fmt::format("Write {} with two brackets before the first entry too.", one.line);
  if (has(one.complaint, "cannot redefine") && brackets == 1) return fmt::format("Write [[{}]] with two brackets before each entry, if there are several.", name);
  if (has(one.complaint, "expected ']'")) return fmt::format("Close the heading with as many brackets as open it: {}{}{}", one.line.substr(0, brackets), without_unseen(name), std::string(brackets, ']'));
  return {};
}

// By the words of the complaint alone.
std::string_view general_remedy(std::string_view complaint) {
  struct Known {
    std::string_view words;
    std::string_view remedy;
  };
  constexpr std::string_view kQuotes = "Put the text between straight quotes: \"…\".";
  constexpr std::array<Known, 14> known{{
      {"inline table: expected key or closing '}'", "Write the whole { … } on one line, with a comma between its entries."},
      {"unescaped control characters",
       "A text opened with \" must be closed with \" on the same line; longer ones use \"\"\" … \"\"\"."},
      {"parsing string: encountered end-of-file", "The text opened with \" is never closed: add the missing quotes."},
      {"escape sequence", "Write a / in the place of the backslash, or the backslash twice."},
      {"could not determine value type", kQuotes},
      {"parsing boolean", kQuotes},
      {"expected 'inf'", kQuotes},
      {"expected 'nan'", kQuotes},
      {"cannot redefine", "The same key is written twice: keep one of the two."},
      {"leading zeroes", "Write the number without the zeros in front, or put it between quotes if it is a text."},
      {"parsing array: encountered end-of-file", "A list is never closed: write ] at its end."},
      {"expected a comment or whitespace", "Only one entry fits on a line; a text needs quotes around all of it."},
      {"expected value", "Write a value after the = sign, or take the line out."},
      {"", "Compare the line with the examples in README.md; the mistake may begin on the line above."},
  }};
  return std::find_if(known.begin(), known.end(), [&](const Known& entry) { return has(complaint, entry.words); })->remedy;
}

}  // namespace

bool is_header(std::string_view line) { return line.starts_with('['); }

bool begins_entry(std::string_view line) {
  const std::size_t equals = line.find('=');
  const auto is_of_key = [](char one) { return std::isalnum(static_cast<unsigned char>(one)) != 0 || one == '-' || one == '_' || one == ' ' || one == '.' || one == '"'; };
  return is_header(line) || (equals != std::string_view::npos && equals > 0 && std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(equals), is_of_key));
}

// What stands on the line tells more than the parser's words: the most telling sign comes first.
std::string remedy_for(std::string_view complaint, std::string_view line, int column) {
  if (std::string sign = foreign_sign(line); !sign.empty()) return sign;
  const Stumble stumble(complaint, line, column);
  for (const auto remedy : {unreadable_header, missing_equals, unreadable_value, quotes_within, missing_comma}) {
    if (std::string said = remedy(stumble); !said.empty()) return said;
  }
  return std::string(general_remedy(complaint));
}

}  // namespace kiosk::content
