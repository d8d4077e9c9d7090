// Receipt codes: read aloud, typed back, never taken for another.
#include <doctest/doctest.h>

#include <string>

#include "model/receipt.h"

using namespace kiosk::model;

namespace {

const std::string kCode = make_receipt({0, 5, 11, 17, 23, 30});

}  // namespace

TEST_CASE("a code has seven characters that nobody mistakes for another") {
  CHECK(kCode.size() == kReceiptCharacters);
  CHECK(kCode.find_first_of("01OIL") == std::string::npos);
}

TEST_CASE("a code is shown in two groups and read back however it is typed") {
  CHECK(show_receipt("K7M4QXZ") == "K7M-4QXZ");
  std::string lower = kCode;
  for (char& one : lower) one = static_cast<char>(std::tolower(one));
  CHECK(read_receipt(kCode) == kCode);
  CHECK(read_receipt(show_receipt(kCode)) == kCode);
  CHECK(read_receipt(" " + lower + " ") == kCode);
}

TEST_CASE("every single wrong character and every swap of neighbours is found") {
  const std::string alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  for (std::size_t place = 0; place < kCode.size(); ++place) {
    for (char other : alphabet) {
      if (other == kCode[place]) continue;
      std::string wrong = kCode;
      wrong[place] = other;
      CAPTURE(wrong);
      CHECK_FALSE(read_receipt(wrong));
    }
    if (place + 1 < kCode.size() && kCode[place] != kCode[place + 1]) {
      std::string swapped = kCode;
      std::swap(swapped[place], swapped[place + 1]);
      CAPTURE(swapped);
      CHECK_FALSE(read_receipt(swapped));
    }
  }
}

TEST_CASE("what is no code is not read") {
  for (const char* text : {"", "K7M", "0000000", "K7M4QXZ2", "زليج"}) CHECK_FALSE(read_receipt(text));
}
