#include "model/email.h"

#include <algorithm>
#include <cstddef>

#include "base/ascii.h"

namespace kiosk::model {
namespace {

constexpr std::size_t kLongestAddress = 254;  // RFC 5321, 4.5.3.1.3
constexpr std::size_t kLongestLabel = 63;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_local_character(char c) { return is_letter_or_digit(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos; }

bool is_label(std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel || label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

}  // namespace

EmailProblem problem_in_email(std::string_view text) {
  if (text.find(' ') != std::string_view::npos) return EmailProblem::has_space;
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return EmailProblem::other_letters;
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return EmailProblem::at_missing;
  if (at == 0) return EmailProblem::name_missing;
  const std::string_view local = text.substr(0, at);
  std::string_view domain = text.substr(at + 1);
  if (text.size() > kLongestAddress || !std::all_of(local.begin(), local.end(), is_local_character)) return EmailProblem::wrong;
  if (domain.find('@') != std::string_view::npos) return EmailProblem::wrong;
  if (domain.find('.') == std::string_view::npos || domain.back() == '.') return EmailProblem::ending_missing;
  while (true) {
    const std::size_t dot = domain.find('.');
    if (!is_label(domain.substr(0, dot))) return EmailProblem::wrong;
    if (dot == std::string_view::npos) return EmailProblem::none;
    domain.remove_prefix(dot + 1);
  }
}

std::string canonical_email(std::string_view text) {
  std::string address(text);
  const std::size_t at = address.rfind('@');
  if (at == std::string::npos) return address;
  for (std::size_t i = at; i < address.size(); ++i) address[i] = base::small_letter(address[i]);
  return address;
}

}  // namespace kiosk::model
