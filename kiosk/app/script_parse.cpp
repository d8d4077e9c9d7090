#include <charconv>

#include "app/script.h"
#include "base/format.h"

namespace kiosk::app {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

// Cuts the first word off.
std::string_view take_word(std::string_view& rest) {
  rest = trimmed(rest);
  const std::size_t end = rest.find_first_of(" \t");
  const std::string_view word = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : trimmed(rest.substr(end));
  return word;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<base::Point> point(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto x = number(text.substr(0, comma));
  const auto y = number(text.substr(comma + 1));
  if (!x || !y) return std::nullopt;
  return base::Point{static_cast<float>(*x), static_cast<float>(*y)};
}

using What = decltype(ScriptLine::what);

std::optional<What> parse_tap(std::string_view rest) {
  if (rest.empty()) return std::nullopt;
  if (const auto at = point(rest)) return command::TapAt{*at};
  return command::TapId{std::string(rest)};
}

std::optional<What> parse_drag(std::string_view rest) {
  const auto from = point(take_word(rest));
  const auto to = point(take_word(rest));
  const auto time = number(take_word(rest));
  if (!from || !to || !time || !rest.empty()) return std::nullopt;
  return command::Drag{*from, *to, base::Milliseconds(*time)};
}

std::optional<What> parse_pinch(std::string_view rest) {
  const auto centre = point(take_word(rest));
  const auto from = number(take_word(rest));
  const auto to = number(take_word(rest));
  const auto time = number(take_word(rest));
  if (!centre || !from || !to || !time || !rest.empty()) return std::nullopt;
  return command::Pinch{*centre, *from, *to, base::Milliseconds(*time)};
}

std::optional<What> parse_expect(std::string_view rest) {
  const std::string_view kind = take_word(rest);
  if (rest.empty()) return std::nullopt;
  if (kind == "screen") return command::ExpectScreen{std::string(rest)};
  if (kind == "text") return command::ExpectText{std::string(rest)};
  if (kind == "no") return command::ExpectNo{std::string(rest)};
  return std::nullopt;
}

std::optional<What> parse_line(std::string_view line) {
  const std::string_view verb = take_word(line);
  if (verb == "tap") return parse_tap(line);
  if (verb == "press" && !line.empty()) return command::Press{std::string(line)};
  if (verb == "drag") return parse_drag(line);
  if (verb == "expect") return parse_expect(line);
  if (verb == "shot" && !line.empty()) return command::Shot{std::filesystem::path(line)};
  if (verb == "type" && !line.empty()) return command::Type{std::string(line)};
  if (verb == "keys" && !line.empty()) return command::Keys{std::string(line)};
  if (verb == "pinch") return parse_pinch(line);
  if (verb == "quit" && line.empty()) return command::Quit{};
  if (verb == "wait") {
    if (const auto time = number(line)) return command::Wait{base::Milliseconds(*time)};
  }
  return std::nullopt;
}

}  // namespace

base::Result<std::vector<ScriptLine>> parse_script(const std::string& text, const std::string& file_name) {
  std::vector<ScriptLine> lines;
  int line_number = 0;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string_view line = trimmed(std::string_view(text).substr(from, end - from));
    from = end + 1;
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    auto what = parse_line(line);
    if (!what) {
      return base::fail(fmt::format("{}:{}: error: not a command: {}", file_name, line_number, line),
                        "Commands: tap, press, drag, wait, expect screen, expect text, expect no, shot, type, keys, pinch, quit.");
    }
    lines.push_back({line_number, std::string(line), std::move(*what)});
  }
  return lines;
}

}  // namespace kiosk::app
