#include "locale/phone_numbers.h"

#include <phonenumbers/phonenumberutil.h>

#include "locale/text_units.h"
#include "locale/typed_text.h"

namespace kiosk::locale {
namespace {

using i18n::phonenumbers::PhoneNumberUtil;

constexpr const char* kHome = "MA";

PhoneProblem problem_of(const PhoneNumberUtil& util, const i18n::phonenumbers::PhoneNumber& number) {
  if (util.IsValidNumber(number)) return PhoneProblem::none;
  switch (util.IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return PhoneProblem::too_short;
    case PhoneNumberUtil::TOO_LONG: return PhoneProblem::too_long;
    default: break;
  }
  // A Moroccan number that lacks a digit keeps its 0, and then has the length of a whole one: the digits behind it are counted here.
  if (number.country_code() != util.GetCountryCodeForRegion(kHome)) return PhoneProblem::no_such_number;
  constexpr std::size_t kHomeDigits = 9;
  std::string digits;
  util.GetNationalSignificantNumber(number, &digits);
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.size() == kHomeDigits ? PhoneProblem::no_such_number : digits.size() < kHomeDigits ? PhoneProblem::too_short : PhoneProblem::too_long;
}

}  // namespace

PhoneNumber read_phone_number(std::string_view raw) {
  // Direction marks that came with the digits are no part of the number.
  const std::string typed = tidied(raw);
  // libphonenumber reads letters as the keys of a dial ("0800 FLOWERS"); a family that types a letter has made a slip.
  if (count_letters(typed) > 0) return {PhoneProblem::not_a_number, {}};
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  switch (util.Parse(typed, kHome, &number)) {
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

std::string show_phone_number(std::string_view e164) {
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  std::string shown(e164);
  if (util.Parse(shown, kHome, &number) == PhoneNumberUtil::NO_PARSING_ERROR) util.Format(number, PhoneNumberUtil::INTERNATIONAL, &shown);
  return shown;
}

}  // namespace kiosk::locale
