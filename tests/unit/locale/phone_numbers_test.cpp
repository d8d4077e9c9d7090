#include "locale/phone_numbers.h"

#include <doctest/doctest.h>

#include <string>

#include "base/format.h"

using kiosk::locale::PhoneProblem;
using kiosk::locale::show_phone_number;

namespace {

kiosk::locale::PhoneNumber read_phone_number(std::string_view typed) { return kiosk::locale::read_phone_number(typed, "MA"); }

}  // namespace

TEST_CASE("every usual way of writing a Moroccan number is the same number") {
  for (const char* typed : {"0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78", "0 612 345 678", "+212612345678", "+212 6 12 34 56 78", "+212-612-345678",
                            "+212 (0)6 12 34 56 78", "+212 06 12 34 56 78", "+2120612345678", "00212612345678", "00212 6 12 34 56 78", "00 212 (0) 6 12 34 56 78", "002120612345678",
                            "212612345678", "212 6 12 34 56 78", "٠٦١٢٣٤٥٦٧٨", "۰۶۱۲۳۴۵۶۷۸", "+٢١٢ ٦١٢٣٤٥٦٧٨", "٠٠٢١٢٦١٢٣٤٥٦٧٨", "٠٦ 12 ٣٤ 56 ٧٨", "۰۶ ١٢ 34 56 78",
                            "(06) 12345678", "06–12–34–56–78", "\u200E0612345678\u200F", " 06\u00A012\u00A034 56 78 ", "+212 6 12.34.56-78"}) {
    CAPTURE(typed);
    const auto number = read_phone_number(typed);
    CHECK(number.problem == PhoneProblem::none);
    CHECK(number.e164 == "+212612345678");
  }
  CHECK(read_phone_number("07 12 34 56 78").e164 == "+212712345678");
  CHECK(read_phone_number("05 28 22 33 44").e164 == "+212528223344");
  CHECK(read_phone_number("+212 (0)5 28 22 33 44").e164 == "+212528223344");
}

TEST_CASE("the numbers of Moroccans abroad are taken with their country") {
  struct Row {
    const char* typed;
    const char* e164;
  };
  for (const Row& row : {Row{"+33 6 12 34 56 78", "+33612345678"}, Row{"0033 6 12 34 56 78", "+33612345678"}, Row{"+33 (0)6 12 34 56 78", "+33612345678"}, Row{"0033612345678", "+33612345678"},
                         Row{"٠٠٣٣٦١٢٣٤٥٦٧٨", "+33612345678"}, Row{"+34 612 34 56 78", "+34612345678"}, Row{"0034 612.345.678", "+34612345678"}, Row{"+32 470 12 34 56", "+32470123456"},
                         Row{"+31 6 12345678", "+31612345678"}, Row{"+31 (0)6 12345678", "+31612345678"}, Row{"+49 1512 3456789", "+4915123456789"}, Row{"+49 (0)1512 3456789", "+4915123456789"},
                         Row{"+39 347 123 4567", "+393471234567"}, Row{"+39 06 698 12345", "+390669812345"}, Row{"+1 (514) 555-0123", "+15145550123"}, Row{"001 514 555 0123", "+15145550123"},
                         Row{"+44 7400 123456", "+447400123456"}, Row{"+971 50 123 4567", "+971501234567"}}) {
    CAPTURE(row.typed);
    CHECK(read_phone_number(row.typed).e164 == row.e164);
  }
}

TEST_CASE("a landline of Agadir and the mobiles of Moroccans abroad are numbers too") {
  CHECK(read_phone_number("0528 22 33 44").e164 == "+212528223344");
  CHECK(read_phone_number("+33 6 12 34 56 78").e164 == "+33612345678");
  CHECK(read_phone_number("0033612345678").e164 == "+33612345678");
  CHECK(read_phone_number("+32 470 12 34 56").e164 == "+32470123456");
}

TEST_CASE("what is wrong with a number is named") {
  CHECK(read_phone_number("").problem == PhoneProblem::not_a_number);
  CHECK(read_phone_number("+").problem == PhoneProblem::not_a_number);
  CHECK(read_phone_number("fatima").problem == PhoneProblem::not_a_number);
  CHECK(read_phone_number("06123").problem == PhoneProblem::too_short);
  CHECK(read_phone_number("061234567").problem == PhoneProblem::too_short);
  CHECK(read_phone_number("+212 6 12 34 56").problem == PhoneProblem::too_short);
  CHECK(read_phone_number("+212").problem == PhoneProblem::too_short);
  CHECK(read_phone_number("06 12 34 5O 78").problem == PhoneProblem::not_a_number);
  CHECK(read_phone_number("+212 6 12 34 56 78 9").problem == PhoneProblem::too_long);
  CHECK(read_phone_number("+33 6 12 34 56").problem == PhoneProblem::too_short);
  CHECK(read_phone_number("06123456789").problem == PhoneProblem::too_long);
  CHECK(read_phone_number("0000000000").problem != PhoneProblem::none);
  CHECK(read_phone_number("+999123456789").problem == PhoneProblem::no_such_country);
  CHECK(read_phone_number("00999123456789").problem == PhoneProblem::no_such_country);
  CHECK(read_phone_number("0112345678").problem == PhoneProblem::no_such_number);
  CHECK(read_phone_number(std::string(5000, '6')).problem != PhoneProblem::none);
}

TEST_CASE("a plus too many or in the middle is no number") {
  for (const char* typed : {"++212612345678", "+ +212612345678", "\uFF0B+212612345678", "06+12345678", "212+612345678", "0612345678+", "(+212)+612345678"}) {
    CAPTURE(typed);
    CHECK(read_phone_number(typed).problem == PhoneProblem::not_a_number);
  }
  CHECK(read_phone_number("(+212) 612345678").e164 == "+212612345678");
  CHECK(read_phone_number("\uFF0B212612345678").e164 == "+212612345678");
}

TEST_CASE("a number without a country is one of the event's country") {
  CHECK(kiosk::locale::read_phone_number("06 12 34 56 78", "FR").e164 == "+33612345678");
  CHECK(kiosk::locale::read_phone_number("+212 6 12 34 56 78", "FR").e164 == "+212612345678");
  CHECK(kiosk::locale::read_phone_number("612 34 56 78", "ES").e164 == "+34612345678");
  CHECK(kiosk::locale::is_country("FR"));
  CHECK_FALSE(kiosk::locale::is_country("Fr"));
  CHECK_FALSE(kiosk::locale::is_country("XX"));
  CHECK_FALSE(kiosk::locale::is_country("001"));
}

TEST_CASE("a number is shown as people of the country write and dial it") {
  CHECK(show_phone_number("+212612345678", "MA") == "06 12 34 56 78");
  CHECK(show_phone_number("+212528223344", "MA") == "05 28 22 33 44");
  CHECK(show_phone_number("+33612345678", "MA") == "00 33 6 12 34 56 78");
  CHECK(show_phone_number("+33612345678", "FR") == "06 12 34 56 78");
  CHECK(show_phone_number("+212612345678", "FR").starts_with("00 212 6"));
  CHECK(show_phone_number("no number", "MA") == "no number");
}

TEST_CASE("what is shown is read as the same number, and computes in no spreadsheet") {
  for (const char* country : {"MA", "FR", "ES", "BE", "US", "SN", "DE"}) {
    for (const char* number : {"+212612345678", "+212528223344", "+33612345678", "+34612345678", "+15145550123", "+4915123456789", "+971501234567"}) {
      CAPTURE(country);
      CAPTURE(number);
      const std::string shown = show_phone_number(number, country);
      CHECK(kiosk::locale::read_phone_number(shown, country).e164 == number);
      CHECK(shown.find_first_of("=+-@") != 0);
    }
  }
}
