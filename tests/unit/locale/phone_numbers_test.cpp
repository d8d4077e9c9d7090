#include "locale/phone_numbers.h"

#include <doctest/doctest.h>

#include <string>

#include "base/format.h"

using kiosk::locale::PhoneProblem;
using kiosk::locale::read_phone_number;
using kiosk::locale::show_phone_number;

TEST_CASE("every usual way of writing a Moroccan number is the same number") {
  for (const char* typed : {"0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "+212612345678", "+212 6 12 34 56 78",
                            "00212612345678", "٠٦١٢٣٤٥٦٧٨", "+٢١٢ ٦١٢٣٤٥٦٧٨", "(06) 12345678"}) {
    CAPTURE(typed);
    const auto number = read_phone_number(typed);
    CHECK(number.problem == PhoneProblem::none);
    CHECK(number.e164 == "+212612345678");
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
  CHECK(read_phone_number("061234567").problem != PhoneProblem::none);
  CHECK(read_phone_number("06123456789").problem == PhoneProblem::too_long);
  CHECK(read_phone_number("0000000000").problem != PhoneProblem::none);
  CHECK(read_phone_number("+999123456789").problem == PhoneProblem::no_such_number);
  CHECK(read_phone_number(std::string(5000, '6')).problem != PhoneProblem::none);
}

TEST_CASE("a number is shown in groups") {
  CHECK(show_phone_number("+212612345678") == "+212 612-345678");
  CHECK(show_phone_number("no number") == "no number");
}
