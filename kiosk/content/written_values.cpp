#include "content/written_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/format.h"
#include "locale/numbers.h"

namespace kiosk::content {
namespace {

constexpr std::array<std::string_view, 4> kSpaces{" ", "\t", "\u00A0", "\u202F"};

// Arabic-Indic (U+0660 …) and Persian (U+06F0 …) digits as Western ones.
std::string western_digits(std::string_view text) {
  std::string western;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const unsigned base = first == 0xD9 ? 0xA0U : 0xB0U;
    if ((first == 0xD9 || first == 0xDB) && second >= base && second < base + 10) {
      western += static_cast<char>('0' + (second - base));
      ++i;
    } else {
      western += text[i];
    }
  }
  return western;
}

constexpr std::string_view kDigits = "0123456789";

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string without_unseen(std::string_view text) {
  constexpr std::array<std::string_view, 17> unseen{"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u061C", "\u202A", "\u202B", "\u202C",
                                                    "\u202D", "\u202E", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF"};
  std::string seen(text);
  for (const std::string_view mark : unseen) {
    for (std::size_t at = seen.find(mark); at != std::string::npos; at = seen.find(mark, at)) seen.erase(at, mark.size());
  }
  const auto is_at = [&](bool end) {
    return std::find_if(kSpaces.begin(), kSpaces.end(), [&](std::string_view space) { return end ? seen.ends_with(space) : seen.starts_with(space); });
  };
  for (auto space = is_at(false); space != kSpaces.end(); space = is_at(false)) seen.erase(0, space->size());
  for (auto space = is_at(true); space != kSpaces.end(); space = is_at(true)) seen.erase(seen.size() - space->size());
  return seen;
}

bool is_blank(std::string_view text) {
  constexpr std::string_view kMark = "\uFEFF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<model::MinuteOfDay> read_time(std::string_view written) {
  std::string text = without_unseen(western_digits(written));
  for (const std::string_view space : kSpaces) {
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at)) text.erase(at, space.size());
  }
  const std::size_t separator = text.find_first_of(":hH");
  if (separator == std::string::npos || separator == 0 || separator > 2) return std::nullopt;
  const std::string hours = text.substr(0, separator);
  std::string minutes = text.substr(separator + 1);
  if (minutes.empty() && text[separator] != ':') minutes = "00";  // 9h
  if (!are_digits(hours) || !are_digits(minutes) || minutes.size() != 2 || minutes > "59") return std::nullopt;
  const model::MinuteOfDay time = std::chrono::hours(std::stoi(hours)) + std::chrono::minutes(std::stoi(minutes));
  return time > std::chrono::hours(24) ? std::nullopt : std::optional(time);
}

std::optional<std::chrono::year_month_day> read_date(std::string_view written) {
  const std::string text = without_unseen(western_digits(written));
  std::vector<int> parts;
  std::vector<std::size_t> lengths;
  std::size_t from = 0;
  while (from <= text.size() && parts.size() < 4) {
    const std::size_t to = std::min(text.find_first_of("/-. ", from), text.size());
    const std::string part = text.substr(from, to - from);
    if (part.empty() || part.size() > 4 || !are_digits(part)) return std::nullopt;
    parts.push_back(std::stoi(part));
    lengths.push_back(part.size());
    from = to + 1;
  }
  if (parts.size() != 3) return std::nullopt;
  if (lengths.front() != 4) std::swap(parts.front(), parts.back());
  if (lengths.front() != 4 && lengths.back() != 4) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(parts[0]), std::chrono::month(static_cast<unsigned>(parts[1])), std::chrono::day(static_cast<unsigned>(parts[2]))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string written_date(std::chrono::year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string leading_number(std::string_view written) {
  const std::string text = without_unseen(western_digits(written));
  return text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
}

std::string right_time(std::string_view key, std::string_view written) {
  const std::string figures = western_digits(written);
  std::vector<std::string> groups;
  for (std::size_t from = figures.find_first_of(kDigits); from != std::string::npos; from = figures.find_first_of(kDigits, from)) {
    const std::size_t to = std::min(figures.find_first_not_of(kDigits, from), figures.size());
    groups.push_back(figures.substr(from, to - from));
    from = to;
  }
  // 930 and 0930
  if (groups.size() == 1 && (groups[0].size() == 3 || groups[0].size() == 4)) groups = {groups[0].substr(0, groups[0].size() - 2), groups[0].substr(groups[0].size() - 2)};
  if (groups.size() == 1) groups.emplace_back("00");
  const bool afternoon = figures.find("pm") != std::string::npos || figures.find("PM") != std::string::npos || figures.find("p.m") != std::string::npos;
  const bool fits = groups.size() >= 2 && groups[0].size() <= 2 && groups[1].size() <= 2 && std::stoi(groups[0]) <= 24 && std::stoi(groups[1]) < 60;
  if (!fits) return fmt::format("Write {} = \"09:30\": hours and minutes, from 00:00 to 24:00.", key);
  const int hour = std::stoi(groups[0]) + (afternoon && std::stoi(groups[0]) < 12 ? 12 : 0);
  if (groups[1].size() == 2) return fmt::format("Write {} = \"{:02}:{}\"", key, hour, groups[1]);
  return fmt::format("Write {0} = \"{1:02}:0{2}\" or \"{1:02}:{2}0\": minutes have two figures.", key, hour, groups[1]);
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

std::string shown_in(base::Language language, std::string_view text) {
  return base::direction(language) == base::Direction::right_to_left ? locale::isolate_numbers(text) : std::string(text);
}

std::optional<std::string> in_figures(std::string_view written) {
  std::string figures = without_unseen(western_digits(written));
  std::replace(figures.begin(), figures.end(), ',', '.');
  double value = 0;
  const auto [end, failed] = std::from_chars(figures.data(), figures.data() + figures.size(), value);
  if (failed != std::errc{} || end != figures.data() + figures.size() || !(std::abs(value) < 1e9)) return std::nullopt;
  return fmt::format("{}", value);
}

}  // namespace kiosk::content
