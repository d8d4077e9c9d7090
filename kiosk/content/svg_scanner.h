// Takes SVG's numbers, flags and words from the front of a text. Private to this folder; the text must outlive it.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <system_error>

namespace kiosk::content {

class SvgScanner {
 public:
  explicit SvgScanner(std::string_view text) : left_(text) {}

  bool at_end() {
    skip_space();
    return left_.empty();
  }
  // The next letter without taking it; 0 at the end.
  char peek() {
    skip_space();
    return left_.empty() ? '\0' : left_.front();
  }
  bool take(char wanted) {
    if (peek() != wanted) return false;
    left_.remove_prefix(1);
    return true;
  }
  std::string_view word() {
    skip_space();
    std::size_t length = 0;
    while (length < left_.size() && is_letter(left_[length])) ++length;
    const std::string_view found = left_.substr(0, length);
    left_.remove_prefix(length);
    return found;
  }
  // "-.5e3": what follows without a space, as in "1.5.5" or "1-2", is the next number.
  std::optional<double> number() {
    skip_separator();
    std::string_view text = left_;
    if (text.starts_with('+')) text.remove_prefix(1);
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    const bool starts = !digits.empty() && (is_digit(digits.front()) || (digits.front() == '.' && digits.size() > 1 && is_digit(digits[1])));
    if (!starts) return std::nullopt;  // from_chars would read "nan" and "inf"
    double value = 0;
    const auto [rest, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr double kLargest = 1e9;  // beyond it products of numbers could leave what a double holds exactly enough
    if (failed != std::errc() || !(std::abs(value) <= kLargest)) return std::nullopt;
    left_.remove_prefix(static_cast<std::size_t>(rest - left_.data()));
    return value;
  }
  // One letter, 0 or 1, that needs no space after it.
  std::optional<bool> flag() {
    skip_separator();
    if (left_.empty() || (left_.front() != '0' && left_.front() != '1')) return std::nullopt;
    const bool set = left_.front() == '1';
    left_.remove_prefix(1);
    return set;
  }
  bool at_number() {
    skip_separator();
    return !left_.empty() && (is_digit(left_.front()) || left_.front() == '-' || left_.front() == '+' || left_.front() == '.');
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  void skip_space() {
    while (!left_.empty() && (left_.front() == ' ' || (left_.front() >= '\t' && left_.front() <= '\r'))) left_.remove_prefix(1);
  }
  void skip_separator() {
    skip_space();
    if (left_.empty() || left_.front() != ',') return;
    left_.remove_prefix(1);
    skip_space();
  }

  std::string_view left_;
};

}  // namespace kiosk::content
