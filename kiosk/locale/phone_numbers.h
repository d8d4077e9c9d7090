// Telephone numbers as people write them, by libphonenumber (ITU-T E.164): 06…, +212 6…, +212 (0)6…, 00212…, spaces, dots, Arabic-Indic and
// Persian digits, and the numbers of other countries. `country` is where the open day is (ISO 3166, "MA"): a number without a country is one of its own. Personal data: nothing of a number comes back in an answer that says it is wrong. Safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::locale {

enum class PhoneProblem : std::uint8_t {
  none,
  not_a_number,     // letters, or nothing that could be dialled
  too_short,
  too_long,
  no_such_country,  // begins with + or 00 and the code of no country
  no_such_number,   // a length that could be right, but no such range is in use
};

struct PhoneNumber {
  PhoneProblem problem = PhoneProblem::none;
  std::string e164;  // "+212612345678"; empty when there is a problem
};

// Whether libphonenumber knows the country.
bool is_country(const std::string& country);

PhoneNumber read_phone_number(std::string_view typed, const std::string& country);

// An E.164 number as people of `country` write and dial it: "06 12 34 56 78", and "00 33 6 12 34 56 78" of another country; unchanged when it
// is none. Never begins with a sign that a spreadsheet computes. Put it into `isolate_left_to_right` in Arabic.
std::string show_phone_number(std::string_view e164, const std::string& country);

}  // namespace kiosk::locale
