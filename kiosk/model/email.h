// E-mail addresses as web forms understand them (HTML Living Standard, "valid e-mail address"), with a dot in the domain: a family's address
// has one. What is missing is named, so that the sentence on screen can say what to do. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::model {

enum class EmailProblem : std::uint8_t {
  none,
  has_space,
  other_letters,   // Arabic or accented letters, Arabic-Indic digits: an address has none
  at_missing,
  name_missing,    // nothing before the @
  ending_missing,  // no ".ma", ".com" … behind it
  wrong,           // a second @, a sign that no address has, too long
};

EmailProblem problem_in_email(std::string_view text);
inline bool is_email_address(std::string_view text) { return problem_in_email(text) == EmailProblem::none; }

// The one form that is stored: the domain in lower case (RFC 5321, 2.4), the name before it as its owner writes it.
std::string canonical_email(std::string_view text);

}  // namespace kiosk::model
