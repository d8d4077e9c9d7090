// Typing: any sequence of edits on the field equals the same edits on a plain list of code points, and the caret always stands between graphemes.
#include <doctest/doctest.h>

#include <random>

#include "locale/text_units.h"
#include "session/text_input.h"

using namespace kiosk;
using session::TextInput;

namespace {

TextInput typed(const std::string& text) {
  TextInput input;
  session::insert(input, text, 1000);
  return input;
}

// One code point each; marks and joiners among them.
const std::vector<std::string> kLetters{"ا", "ل", "ّ", "َ", "ﻻ", "e", "\u0301", "é", " ", "0", "ⵣ", "👩", "\u200D", "👧", "ء", "M", "'"};

// The plain model: code points, the caret as an index into them.
struct Plain {
  std::vector<std::string> points;
  std::size_t caret = 0;
  std::string text() const {
    std::string all;
    for (const std::string& point : points) all += point;
    return all;
  }
  std::size_t byte() const {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < caret; ++i) bytes += points[i].size();
    return bytes;
  }
  // Where the caret stands after an edit told by bytes.
  void place(std::size_t at) {
    caret = 0;
    for (std::size_t bytes = 0; caret < points.size() && bytes < at; ++caret) bytes += points[caret].size();
  }
};

}  // namespace

TEST_CASE("backspace takes one code point: a haraka alone, the letter with the next") {
  TextInput input = typed("بَّ");
  session::delete_backward(input);
  CHECK(input.text == "بَ");
  session::delete_backward(input);
  CHECK(input.text == "ب");
  session::delete_backward(input);
  session::delete_backward(input);
  CHECK(input.text.empty());
}

TEST_CASE("arrows move by grapheme: a letter with its marks is one step") {
  TextInput input = typed("بَّم");
  session::move_to_previous(input);
  CHECK(input.caret == std::string("بَّ").size());
  session::move_to_previous(input);
  CHECK(input.caret == 0);
  session::move_to_previous(input);
  CHECK(input.caret == 0);
  session::move_to_next(input);
  CHECK(input.caret == std::string("بَّ").size());
}

TEST_CASE("the field stops at its limit between two code points, and takes nothing that turns a line round") {
  TextInput input;
  session::insert(input, "ابتث", 5);
  CHECK(input.text == "اب");
  TextInput clean = typed("a\u202Eb\u2066c\nd\te\u2028f\x01g\xFFh");
  CHECK(clean.text == "abcdefgh");
}

TEST_CASE("any sequence of edits equals the same edits on a plain list of code points") {
  std::mt19937 random(20250922);
  const auto up_to = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random); };
  for (int run = 0; run < 200; ++run) {
    TextInput input;
    Plain plain;
    for (int edit = 0; edit < 60; ++edit) {
      switch (up_to(6)) {
        case 0:
        case 1:
        case 2: {
          const std::string& letter = kLetters[up_to(kLetters.size() - 1)];
          session::insert(input, letter, 1000);
          plain.points.insert(plain.points.begin() + static_cast<std::ptrdiff_t>(plain.caret), letter);
          ++plain.caret;
          break;
        }
        case 3:
          session::delete_backward(input);
          if (plain.caret > 0) plain.points.erase(plain.points.begin() + static_cast<std::ptrdiff_t>(--plain.caret));
          break;
        case 4: {
          const std::size_t end = locale::next_grapheme(plain.text(), plain.byte());
          session::delete_forward(input);
          while (plain.caret < plain.points.size() && input.text != plain.text()) plain.points.erase(plain.points.begin() + static_cast<std::ptrdiff_t>(plain.caret));
          CHECK(end >= plain.byte());
          break;
        }
        case 5:
          session::place_caret(input, up_to(input.text.size()));
          plain.place(input.caret);
          break;
        default:
          up_to(1) == 0 ? session::move_to_previous(input) : session::move_to_next(input);
          plain.place(input.caret);
          break;
      }
      REQUIRE(input.text == plain.text());
      REQUIRE(input.caret == plain.byte());
    }
  }
}
