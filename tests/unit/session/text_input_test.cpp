// Typing: any sequence of edits on the field equals the same edits on a plain list of code points, and the caret always stands between graphemes.
#include <doctest/doctest.h>

#include <algorithm>
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

// The plain model: code points, caret and the selection's other end as indexes into them.
struct Plain {
  std::vector<std::string> points;
  std::size_t caret = 0;
  std::optional<std::size_t> anchor;

  std::string text() const {
    std::string all;
    for (const std::string& point : points) all += point;
    return all;
  }
  std::size_t byte(std::size_t index) const {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < index; ++i) bytes += points[i].size();
    return bytes;
  }
  std::size_t index(std::size_t byte_of_text) const {
    std::size_t found = 0;
    for (std::size_t bytes = 0; found < points.size() && bytes < byte_of_text; ++found) bytes += points[found].size();
    return found;
  }
  std::vector<std::size_t> graphemes() const {
    std::vector<std::size_t> indexes{0};
    const std::string all = text();
    for (std::size_t byte_of_text = 0; byte_of_text < all.size();) indexes.push_back(index(byte_of_text = locale::next_grapheme(all, byte_of_text)));
    return indexes;
  }
  // The grapheme boundary at or behind, at or before an index.
  std::size_t behind(std::size_t at) const {
    const auto all = graphemes();
    return *std::lower_bound(all.begin(), all.end(), at);
  }
  std::size_t before(std::size_t at) const {
    const auto all = graphemes();
    return *std::prev(std::upper_bound(all.begin(), all.end(), at));
  }
  void erase(std::size_t from, std::size_t to) { points.erase(points.begin() + static_cast<std::ptrdiff_t>(from), points.begin() + static_cast<std::ptrdiff_t>(to)); }
  bool erase_selection() {
    if (!anchor) return false;
    erase(std::min(*anchor, caret), std::max(*anchor, caret));
    caret = behind(std::min(*anchor, caret));
    anchor.reset();
    return true;
  }
  void type(const std::vector<std::string>& letters) {
    erase_selection();
    points.insert(points.begin() + static_cast<std::ptrdiff_t>(caret), letters.begin(), letters.end());
    caret = behind(caret + letters.size());
  }
  void backspace() {
    if (erase_selection() || caret == 0) return;
    erase(caret - 1, caret);
    caret = behind(caret - 1);
  }
  void delete_forward() {
    if (erase_selection() || caret == points.size()) return;
    erase(caret, behind(caret + 1));
    caret = behind(caret);
  }
  void go(std::size_t to, bool selecting) {
    if (selecting && !anchor) anchor = caret;
    caret = to;
    if (!selecting || anchor == caret) anchor.reset();
  }
  void move(bool on, bool selecting) {
    if (anchor && !selecting) return go(on ? std::max(*anchor, caret) : std::min(*anchor, caret), false);
    if (on) return go(caret == points.size() ? caret : behind(caret + 1), selecting);
    go(caret == 0 ? 0 : before(caret - 1), selecting);
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

TEST_CASE("a touch puts the caret before the letter it means, whatever its length in bytes") {
  TextInput input = typed("اب");
  session::place_caret(input, 2);
  CHECK(input.caret == 2);
  session::place_caret(input, 3);
  CHECK(input.caret == 2);
  session::place_caret(input, 99);
  CHECK(input.caret == 4);
}

TEST_CASE("the field stops at its limit of letters, whatever their bytes, and takes nothing that turns a line round") {
  TextInput input;
  session::insert(input, "ابتث", 2);
  CHECK(input.text == "اب");
  TextInput clean = typed("a\u202Eb\u2066c\nd\te\u2028f\x01g\xFFh");
  CHECK(clean.text == "abcdefgh");
}

TEST_CASE("what is selected is replaced by what is typed and taken away by either delete") {
  TextInput input = typed("سعاد بنت علي");
  const locale::TextRange word = locale::word_at(input.text, 10);
  session::select(input, word.first, word.last);
  CHECK(session::selection(input) == word);
  TextInput typed_over = input;
  session::insert(typed_over, "Aït", 1000);
  CHECK(typed_over.text == "سعاد Aït علي");
  CHECK(typed_over.caret == std::string("سعاد Aït").size());
  CHECK_FALSE(typed_over.anchor.has_value());
  TextInput cut = input;
  session::delete_backward(cut);
  CHECK(cut.text == "سعاد  علي");
  session::delete_forward(input);
  CHECK(input == cut);
}

TEST_CASE("a full field takes what replaces a selection") {
  TextInput input = typed("abcde");
  session::select(input, 0, 5);
  session::insert(input, "xyzuvw", 5);
  CHECK(input.text == "xyzuv");
}

TEST_CASE("arrows with shift select by grapheme, without it they leave the selection at its edge") {
  TextInput input = typed("abََc");
  session::move_to_previous(input, session::Selecting::yes);
  session::move_to_previous(input, session::Selecting::yes);
  CHECK(session::selection(input) == locale::TextRange{1, 7});
  TextInput to_end = input;
  session::move_to_next(to_end);
  CHECK(to_end.caret == 7);
  CHECK_FALSE(to_end.anchor.has_value());
  session::move_to_previous(input);
  CHECK(input.caret == 1);
  session::move_to_next(input, session::Selecting::yes);
  session::move_to_previous(input, session::Selecting::yes);
  CHECK_FALSE(input.anchor.has_value());
}

TEST_CASE("an address's ending completes what stands there and never doubles a sign") {
  struct Row {
    const char* text;
    const char* ending;
    const char* completed;
  };
  for (const Row& row : {Row{"fatima", "@gmail.com", "fatima@gmail.com"}, Row{"fatima@", "@gmail.com", "fatima@gmail.com"}, Row{"fatima@gm", "@gmail.com", "fatima@gmail.com"},
                         Row{"fatima@hotmail.com", "@yahoo.fr", "fatima@yahoo.fr"}, Row{"fatima@menara", ".ma", "fatima@menara.ma"}, Row{"fatima@menara.", ".ma", "fatima@menara.ma"},
                         Row{"fatima@menara.ma", ".ma", "fatima@menara.ma"}, Row{"fatima@gmail.c", ".com", "fatima@gmail.com"}, Row{"", "@gmail.com", "@gmail.com"}}) {
    CAPTURE(row.text);
    TextInput input = typed(row.text);
    input.caret = input.text.empty() ? 0 : 1;
    session::complete(input, row.ending, 254);
    CHECK(input.text == row.completed);
    CHECK(input.caret == input.text.size());
  }
  TextInput full = typed("fatima");
  session::complete(full, "@gmail.com", 10);
  CHECK(full.text == "fatima");
}

TEST_CASE("any sequence of edits equals the same edits on a plain list of code points") {
  std::mt19937 random(20250922);
  const auto up_to = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random); };
  for (int run = 0; run < 300; ++run) {
    TextInput input;
    Plain plain;
    for (int edit = 0; edit < 80; ++edit) {
      const bool selecting = up_to(2) == 0;
      const session::Selecting with{selecting};
      switch (up_to(8)) {
        case 0:
        case 1: {
          const std::string& letter = kLetters[up_to(kLetters.size() - 1)];
          session::insert(input, letter, 1000);
          plain.type({letter});
          break;
        }
        case 2: {
          std::string several;
          std::vector<std::string> letters;
          for (std::size_t count = up_to(4); count > 0; --count) several += letters.emplace_back(kLetters[up_to(kLetters.size() - 1)]);
          session::insert(input, several, 1000);
          plain.type(letters);
          break;
        }
        case 3:
          session::delete_backward(input);
          plain.backspace();
          break;
        case 4:
          session::delete_forward(input);
          plain.delete_forward();
          break;
        case 5: {
          const std::size_t byte = up_to(input.text.size());
          session::place_caret(input, byte, with);
          // A byte within a code point means the code point.
          plain.go(plain.before(byte == plain.text().size() ? plain.points.size() : plain.index(byte + 1) - 1), selecting);
          break;
        }
        case 6: {
          const locale::TextRange word = locale::word_at(input.text, up_to(input.text.size()));
          session::select(input, word.first, word.last);
          plain.go(plain.index(word.first), false);
          plain.go(plain.index(word.last), true);
          break;
        }
        default: {
          const bool on = up_to(1) == 0;
          on ? session::move_to_next(input, with) : session::move_to_previous(input, with);
          plain.move(on, selecting);
          break;
        }
      }
      REQUIRE(input.text == plain.text());
      REQUIRE(input.caret == plain.byte(plain.caret));
      REQUIRE(input.anchor.has_value() == plain.anchor.has_value());
      if (plain.anchor) REQUIRE(*input.anchor == plain.byte(*plain.anchor));
      REQUIRE(plain.before(plain.caret) == plain.caret);  // between two graphemes
    }
  }
}
