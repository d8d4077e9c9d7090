#include "locale/phone_numbers.h"

#include <phonenumbers/phonenumberutil.h>

#include "locale/text_units.h"
#include "locale/typed_text.h"

namespace kiosk::locale {
namespace {

using i18n::phonenumbers::PhoneNumberUtil;

constexpr const char* kMorocco = "MA";
constexpr std::string_view kMoroccanPrefix = "+212";
constexpr std::size_t kHomeDigits = 9;  // behind the 0

// One plus, before every digit: libphonenumber reads "++212…" and "06+12…" as well, and nobody knows what was meant.
bool has_stray_plus(std::string_view typed) {
  constexpr std::string_view kWidePlus = "\uFF0B";
  std::size_t signs = 0;
  std::size_t last = 0;
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (typed[at] != '+' && !typed.substr(at).starts_with(kWidePlus)) continue;
    ++signs;
    last = at;
  }
  return signs > 1 || (signs == 1 && count_digits(std::string(typed.substr(0, last))) > 0);
}

// "06 12 34 56 78": libphonenumber has "0612-345678", which nobody in Morocco writes.
std::string in_pairs(const std::string& digits) {
  std::string pairs;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 2 == 0) pairs += ' ';
    pairs += digits[i];
  }
  return pairs;
}

PhoneProblem problem_of(const PhoneNumberUtil& util, const i18n::phonenumbers::PhoneNumber& number) {
  if (util.IsValidNumber(number)) return PhoneProblem::none;
  switch (util.IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return PhoneProblem::too_short;
    case PhoneNumberUtil::TOO_LONG: return PhoneProblem::too_long;
    default: break;
  }
  // A Moroccan number that lacks a digit keeps its 0, and then has the length of a whole one: the digits behind it are counted here.
  if (number.country_code() != util.GetCountryCodeForRegion(kMorocco)) return PhoneProblem::no_such_number;
  std::string digits;
  util.GetNationalSignificantNumber(number, &digits);
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.size() == kHomeDigits ? PhoneProblem::no_such_number : digits.size() < kHomeDigits ? PhoneProblem::too_short : PhoneProblem::too_long;
}

}  // namespace

bool is_country(const std::string& country) { return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(country) != 0; }

PhoneNumber read_phone_number(std::string_view raw, const std::string& country) {
  // Direction marks that came with the digits are no part of the number.
  const std::string typed = tidied(raw);
  // libphonenumber reads letters as the keys of a dial ("0800 FLOWERS"); a family that types a letter has made a slip.
  if (count_letters(typed) > 0) return {PhoneProblem::not_a_number, {}};
  if (has_stray_plus(typed)) return {PhoneProblem::not_a_number, {}};
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  switch (util.Parse(typed, country, &number)) {
    case PhoneNumberUtil::NO_PARSING_ERROR: break;
    case PhoneNumberUtil::TOO_SHORT_NSN:
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD: return {PhoneProblem::too_short, {}};
    case PhoneNumberUtil::TOO_LONG_NSN: return {PhoneProblem::too_long, {}};
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return {PhoneProblem::no_such_country, {}};
    default: return {count_digits(typed) > 0 ? PhoneProblem::too_short : PhoneProblem::not_a_number, {}};
  }
  PhoneNumber read{problem_of(util, number), {}};
  if (read.problem == PhoneProblem::none) util.Format(number, PhoneNumberUtil::E164, &read.e164);
  return read;
}

std::string show_phone_number(std::string_view e164, const std::string& country) {
  // Nearly every number of a list, and parsing one anew takes as long as reading its whole lead.
  if (country == kMorocco && e164.starts_with(kMoroccanPrefix) && e164.size() == kMoroccanPrefix.size() + kHomeDigits) {
    return in_pairs("0" + std::string(e164.substr(kMoroccanPrefix.size())));
  }
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  std::string shown(e164);
  if (util.Parse(shown, country, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return shown;
  util.FormatOutOfCountryCallingNumber(number, country, &shown);
  // Where there is no one way to dial abroad the country's own sign stays, and numbers of other countries are shown with 00.
  if (shown.starts_with('+')) shown.replace(0, 1, "00 ");
  return shown;
}

}  // namespace kiosk::locale
