#include "locale/typed_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace kiosk::locale;

TEST_CASE("what people type has one form: composed, single spaces, no signs that nobody sees") {
  struct Row {
    const char* typed;
    const char* kept;
  };
  for (const Row& row : {Row{"  فاطمة   الزهراء ", "فاطمة الزهراء"}, Row{"   ", ""}, Row{"", ""}, Row{"e\u0301", "é"}, Row{"Fatima\u00A0Zahra", "Fatima Zahra"},
                         Row{"a\u202Fb\tc\u3000d", "a b c d"}, Row{"\u200Fسعاد\u200E", "سعاد"}, Row{"بَّ", "بَّ"}, Row{"مـحـمـد", "مـحـمـد"},
                         Row{"\u0627\u0653", "آ"}, Row{"می\u200Cخواهم", "می\u200Cخواهم"}, Row{"ⴼⴰⵟⵉⵎⴰ", "ⴼⴰⵟⵉⵎⴰ"}, Row{"a\xFFz", "a\uFFFDz"}}) {
    CAPTURE(row.typed);
    CHECK(tidied(row.typed) == row.kept);
    CHECK(tidied(tidied(row.typed)) == row.kept);
  }
}

TEST_CASE("names in any script are names") {
  for (const char* name : {"فاطمة الزهراء", "مُحَمَّد", "Aït-Ali", "D’Angelo", "d'Arc", "J.-P. Benali", "ⵜⴰⵏⵉⵔⵜ", "ⴳⵯⴳⴳⵯ", "王芳", "Ольга", "Øyvind", "María José", "X Æ", "عبد الله (بن علي)", "Ali \"Bihi\" Naciri", "«باحماد» الحسن", "“Momo” Alaoui"}) {
    CAPTURE(name);
    CHECK(is_name(name));
  }
  for (const char* other : {"", " ", "A", "9", "Ali 2", "Ali٢", "ali@gmail.com", "😀😀", "---", "A+B", "<b>Ali</b>"}) {
    CAPTURE(other);
    CHECK_FALSE(is_name(other));
  }
}

TEST_CASE("an identity card's or a pupil's number is seen in what is written, however it is written") {
  for (const char* text : {"AB123456", "ab123456", "J12345", "J 123456", "CIN JB-45678.", "رقمي AB123456 شكرا", "K١٢٣٤٥٦", "J123456789", "Massar: m123456789", "(D 130045678)"}) {
    CAPTURE(text);
    CHECK(has_identity_number(text));
  }
  for (const char* text : {"", "2025", "0612345678", "Est-ce que ça coûte plus de 15000 DH ?", "DH 15000", "CP 80350 Inezgane", "ABC123456", "AB1234", "AB1234567", "A1234567890",
                           "Ibn Zohr 2", "salle B12", "أكثر من 15000 درهم", "ISO 9001", "x"}) {
    CAPTURE(text);
    CHECK_FALSE(has_identity_number(text));
  }
}
