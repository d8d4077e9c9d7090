#include "locale/text_units.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace kiosk::locale;

TEST_CASE("the caret steps over a letter with its harakat, backspace takes one haraka") {
  constexpr std::string_view kText = "مُحَ";  // four code points of two bytes: two letters, each with a haraka
  CHECK(next_grapheme(kText, 0) == 4);
  CHECK(previous_grapheme(kText, 8) == 4);
  CHECK(previous_code_point(kText, 8) == 6);
}

TEST_CASE("a composed accent and an emoji of several code points are one step") {
  constexpr std::string_view kText = "e\u0301👩‍🔧";
  CHECK(next_grapheme(kText, 0) == 3);
  CHECK(next_grapheme(kText, 3) == kText.size());
  CHECK(previous_grapheme(kText, kText.size()) == 3);
}

TEST_CASE("at the ends of a text there is nowhere to go") {
  CHECK(previous_grapheme("a", 0) == 0);
  CHECK(next_grapheme("a", 1) == 1);
  CHECK(next_grapheme("", 0) == 0);
  CHECK(previous_code_point("", 0) == 0);
}

TEST_CASE("letters and digits are counted in every script") {
  CHECK(count_letters("فاطمة B. ⵣ") == 7);
  CHECK(count_digits("06 ٠٦") == 4);
}

TEST_CASE("the word touched is the whole word of its script, between words what stands there") {
  constexpr std::string_view kText = "سعاد بنت-علي l'an 06";
  const auto word = [&](std::size_t byte) {
    const TextRange range = word_at(kText, byte);
    return kText.substr(range.first, range.last - range.first);
  };
  CHECK(word(0) == "سعاد");
  CHECK(word(6) == "سعاد");
  CHECK(word(8) == " ");
  CHECK(word(9) == "بنت");
  CHECK(word(kText.find("l'an")) == "l'an");
  CHECK(word(kText.size()) == "06");
  CHECK(word(kText.size() + 9) == "06");
  CHECK(word_at("", 0) == TextRange{});
  CHECK(word_at("بَّ", 2) == TextRange{0, 6});
}
