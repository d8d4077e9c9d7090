// One thing a keyboard says, whether it is glass or plastic. Personal data when it is text: never logged.
#pragma once

#include <cstdint>
#include <string>

namespace kiosk::ui {

struct KeyStroke {
  enum class Kind : std::uint8_t { text, backspace, delete_forward, left, right, home, end, next_field, done };
  Kind kind = Kind::text;
  std::string text;  // of `text`

  bool operator==(const KeyStroke&) const = default;
};

}  // namespace kiosk::ui
