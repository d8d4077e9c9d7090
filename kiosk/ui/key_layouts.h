// Where letters stand on each layer, and the variants a long press offers. Arabic as on Arabic (101) keyboards, with the forms of hamza on
// keys of their own; French as on AZERTY; Tifinagh in the order of IRCAM's alphabet, its 33 letters in three rows of eleven. Private to the
// keyboard.
#pragma once

#include <array>
#include <string_view>

#include "ui/keyboard.h"

namespace kiosk::ui {

inline constexpr std::size_t kRowsOfLetters = 4;

// Keys of a row, apart by spaces; a row may be empty.
using LetterRows = std::array<std::string_view, kRowsOfLetters>;

constexpr LetterRows letter_rows(KeyLayer layer, bool shifted) {
  switch (layer) {
    case KeyLayer::arabic: return {"", "ض ص ث ق ف غ ع ه خ ح ج د", "ش س ي ب ل ا ت ن م ك ط ذ", "أ إ آ ئ ء ؤ ر ى ة و ز ظ"};
    case KeyLayer::french:
      if (shifted) return {"", "A Z E R T Y U I O P É È", "Q S D F G H J K L M Ç À", "W X C V B N ' - . &"};
      return {"", "a z e r t y u i o p é è", "q s d f g h j k l m ç à", "w x c v b n ' - . &"};
    case KeyLayer::email: return {"1 2 3 4 5 6 7 8 9 0", "a z e r t y u i o p", "q s d f g h j k l m", "w x c v b n - _ . @"};
    case KeyLayer::tifinagh: return {"", "ⴰ ⴱ ⴳ ⴳⵯ ⴷ ⴹ ⴻ ⴼ ⴽ ⴽⵯ ⵀ '", "ⵃ ⵄ ⵅ ⵇ ⵉ ⵊ ⵍ ⵎ ⵏ ⵓ ⵔ -", "ⵕ ⵖ ⵙ ⵚ ⵛ ⵜ ⵟ ⵡ ⵢ ⵣ ⵥ ."};
    case KeyLayer::receipt: return {"2 3 4 5 6 7 8 9", "A B C D E F G H", "J K M N P Q R S", "T U V W X Y Z"};
    case KeyLayer::digits: break;
  }
  return {"", "1 2 3", "4 5 6", "7 8 9"};
}

// The mark beside the space bar; a long press offers the others. None where the rows have what is needed.
constexpr std::string_view mark_of(KeyLayer layer) {
  if (layer == KeyLayer::arabic) return "؟";
  return layer == KeyLayer::french || layer == KeyLayer::tifinagh ? "?" : "";
}

// How addresses end, beside the rows of the e-mail layer; those of one row apart by spaces.
inline constexpr LetterRows kEndings{"@gmail.com", "@hotmail.com", "@yahoo.fr", ".ma .com"};

struct Variants {
  std::string_view letter;
  std::string_view offered;  // apart by spaces
};

inline constexpr std::array kVariants{
    Variants{"ا", "أ إ آ ٱ"},       Variants{"ه", "ة"},      Variants{"ي", "ى ئ"},     Variants{"و", "ؤ"},
    Variants{"ك", "ڭ گ"},           Variants{"ق", "ڨ"},      Variants{"ف", "ڤ"},       Variants{"ب", "پ"},
    Variants{"ج", "چ"},             Variants{"ز", "ژ"},      Variants{"ل", "لا"},      Variants{"ء", "َ ُ ِ ّ ْ ً ٌ ٍ"},
    Variants{"ⴱ", "ⴲ"},             Variants{"ⴳ", "ⴶ"},      Variants{"ⴷ", "ⴸ"},       Variants{"ⵜ", "ⵝ"},
    Variants{"ⵛ", "ⵞ"},             Variants{"ⵡ", "ⵯ"},
    Variants{"a", "â æ"},           Variants{"e", "ê ë"},    Variants{"i", "î ï"},     Variants{"o", "ô œ"},
    Variants{"u", "ù û ü"},         Variants{"n", "ñ"},      Variants{"y", "ÿ"},       Variants{"A", "Â Æ"},
    Variants{"E", "Ê Ë"},           Variants{"I", "Î Ï"},    Variants{"O", "Ô Œ"},     Variants{"U", "Ù Û Ü"},
    Variants{"N", "Ñ"},             Variants{"'", "’ « »"},  Variants{"-", "_ / +"},     Variants{".", ", : ; ! ?"},
    Variants{"؟", "، . ! ؛ : -"},   Variants{"?", "! , :"},
};

constexpr std::string_view variants_of(std::string_view letter) {
  for (const Variants& one : kVariants) {
    if (one.letter == letter) return one.offered;
  }
  return {};
}

// Cuts the first key off.
constexpr std::string_view take_key(std::string_view& row) {
  const std::size_t end = row.find(' ');
  const std::string_view key = row.substr(0, end);
  row = end == std::string_view::npos ? std::string_view() : row.substr(end + 1);
  return key;
}

constexpr std::string_view longest_ending() {
  std::string_view longest;
  for (std::string_view row : kEndings) {
    while (!row.empty()) {
      if (const std::string_view ending = take_key(row); ending.size() > longest.size()) longest = ending;
    }
  }
  return longest;
}

constexpr std::size_t count_keys(std::string_view row) {
  std::size_t count = 0;
  while (!row.empty()) {
    take_key(row);
    ++count;
  }
  return count;
}

constexpr bool has_key(std::string_view row, std::string_view wanted) {
  while (!row.empty()) {
    if (take_key(row) == wanted) return true;
  }
  return false;
}

}  // namespace kiosk::ui
