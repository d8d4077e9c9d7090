// One thing a keyboard says, whether it is glass or plastic. Personal data when it is text: never logged.
#pragma once

#include <cstdint>
#include <string>

namespace kiosk::ui {

struct KeyStroke {
  enum class Kind : std::uint8_t { text, ending, backspace, delete_forward, left, right, home, end, select_all, next_field, done };
  Kind kind = Kind::text;
  std::string text;        // of `text`, and of `ending`: how an address ends
  bool selecting = false;  // of the moves: with shift held

  bool operator==(const KeyStroke&) const = default;
};

}  // namespace kiosk::ui
