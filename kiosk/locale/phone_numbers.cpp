#include "locale/phone_numbers.h"

#include <phonenumbers/phonenumberutil.h>

#include "locale/text_units.h"

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
    default: return PhoneProblem::no_such_number;
  }
}

}  // namespace

PhoneNumber read_phone_number(std::string_view typed) {
  // libphonenumber reads letters as the keys of a dial ("0800 FLOWERS"); a family that types a letter has made a slip.
  if (count_letters(typed) > 0) return {PhoneProblem::not_a_number, {}};
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  i18n::phonenumbers::PhoneNumber number;
  switch (util.Parse(std::string(typed), kHome, &number)) {
    case PhoneNumberUtil::NO_PARSING_ERROR: break;
    case PhoneNumberUtil::TOO_SHORT_NSN:
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD: return {PhoneProblem::too_short, {}};
    case PhoneNumberUtil::TOO_LONG_NSN: return {PhoneProblem::too_long, {}};
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return {PhoneProblem::no_such_number, {}};
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
