// The on-screen keyboard reaches every letter of the names it must take, by touches that a finger can make.
#include <doctest/doctest.h>

#include "ui/key_layouts.h"
#include "ui/keyboard.h"

using namespace kiosk;
using ui::KeyLayer;

namespace {

std::vector<std::string> letters(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    all.emplace_back(text.substr(i, bytes));
    i += bytes;
  }
  return all;
}

}  // namespace

TEST_CASE("every letter of Arabic with its hamza forms, of French with its accents, and of an address has a key or a long press") {
  const std::string needed =
      "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئةى ڭپڤ"
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàâæçéèêëîïôœùûüÿÀÂÇÉÈÊËÎÏÔŒÙÛÜ'-."
      "0123456789@_ .,?!؟،";
  for (const std::string& letter : letters(needed)) {
    CAPTURE(letter);
    for (const KeyLayer open : {KeyLayer::arabic, KeyLayer::french, KeyLayer::digits, KeyLayer::email}) CHECK_FALSE(ui::touches_for(letter, open, false).empty());
  }
}

TEST_CASE("hamza forms, ى and ة stand on keys of their own: no long press for a common name") {
  for (const std::string& letter : letters("ءأإآؤئةى")) {
    CAPTURE(letter);
    const auto touches = ui::touches_for(letter, KeyLayer::arabic, false);
    REQUIRE(touches.size() == 1);
    CHECK_FALSE(touches.front().hold);
    CHECK(touches.front().id == "key." + letter);
  }
}

TEST_CASE("Tifinagh stands in the order of IRCAM's alphabet, three rows of eleven, and two of its keys type a letter with its labial sign") {
  std::string order;
  int keys = 0;
  for (std::string_view row : ui::letter_rows(KeyLayer::tifinagh, false)) {
    while (!row.empty()) {
      const std::string_view key = ui::take_key(row);
      if (key.size() < 3) continue;  // a mark at the row's end
      order += key;
      ++keys;
    }
  }
  CHECK(keys == 33);
  CHECK(order == "ⴰⴱⴳⴳⵯⴷⴹⴻⴼⴽⴽⵯⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥ");
  for (const std::string& letter : letters("ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ")) {
    CAPTURE(letter);
    CHECK_FALSE(ui::touches_for(letter, KeyLayer::tifinagh, false).empty());
    REQUIRE(ui::touches_for(letter, KeyLayer::arabic, false).size() == 1);
    CHECK(ui::touches_for(letter, KeyLayer::arabic, false).front().id == "key.layer.tifinagh");
  }
}

TEST_CASE("a receipt's keyboard has its 31 characters and leads nowhere else") {
  for (const std::string& letter : letters("23456789ABCDEFGHJKMNPQRSTUVWXYZ")) {
    CAPTURE(letter);
    CHECK(ui::touches_for(letter, KeyLayer::receipt, true).size() == 1);
  }
  for (const std::string& letter : letters("01ILOaا")) CHECK(ui::touches_for(letter, KeyLayer::receipt, true).empty());
}

TEST_CASE("a letter that no layer has is told, not typed wrongly") { CHECK(ui::touches_for("漢", KeyLayer::arabic, false).empty()); }
