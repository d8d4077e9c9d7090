#include "content/written_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

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
