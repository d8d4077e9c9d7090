#include "model/pin.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/format.h"

namespace kiosk::model {
namespace {

constexpr int kDigits = 10;

// The same few digits over and over, or each one several times before the next.
bool repeats(std::string_view pin) {
  if (std::set<char>(pin.begin(), pin.end()).size() <= 2) return true;
  for (std::size_t period = 1; period <= pin.size() / 2; ++period) {
    if (pin.substr(period) == pin.substr(0, pin.size() - period)) return true;
  }
  for (std::size_t begin = 0, end = 0; begin < pin.size(); begin = end) {
    end = std::min(pin.find_first_not_of(pin[begin], begin), pin.size());
    if (end - begin < 2) return false;
  }
  return true;
}

// In one step from digit to digit, past 9 as on a dial.
bool counts(std::string_view pin) {
  const auto step = [&](std::size_t i) { return (pin[i] - pin[i - 1] + kDigits) % kDigits; };
  const int first = step(1);
  for (std::size_t i = 2; i < pin.size(); ++i) {
    if (step(i) != first) return false;
  }
  return true;
}

// However somebody writes it.
bool holds_date(std::string_view pin, const std::chrono::year_month_day& date) {
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  const int short_year = year % 100;
  for (const std::string& written : {fmt::format("{:02}{:02}{:02}", day, month, short_year), fmt::format("{:02}{:02}{:02}", month, day, short_year),
                                     fmt::format("{:02}{:02}{:02}", short_year, month, day), fmt::format("{:02}{:02}{}", day, month, year),
                                     fmt::format("{:02}{:02}{}", month, day, year), fmt::format("{}{}{}", day, month, year)}) {
    if (pin.find(written) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

bool is_pin(std::string_view text) {
  return text.size() >= kShortestPin && text.size() <= kLongestPin && std::all_of(text.begin(), text.end(), [](char one) { return one >= '0' && one <= '9'; });
}

PinWeakness weakness_of(std::string_view pin, const std::optional<std::chrono::year_month_day>& event) {
  if (repeats(pin)) return PinWeakness::repeats;
  if (counts(pin)) return PinWeakness::counts;
  if (std::equal(pin.begin(), pin.end(), pin.rbegin())) return PinWeakness::mirrored;
  if (event && holds_date(pin, *event)) return PinWeakness::date;
  return PinWeakness::none;
}

}  // namespace kiosk::model
