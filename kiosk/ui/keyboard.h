// The on-screen keyboard (V10): Arabic, French AZERTY, Tifinagh, digits and e-mail layers, and the 31 characters of receipt codes; a long press offers a letter's variants; backspace
// repeats while it is held. Never mirrored: keys stand where they stand on the keyboards people know. It says what was typed and changes
// nothing but the memory it is given. Keys are at least 20 mm (17 mm in portrait on small screens).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/key_stroke.h"

namespace kiosk::ui {

enum class KeyLayer : std::uint8_t { arabic, french, tifinagh, digits, email, receipt };
inline constexpr std::size_t kKeyLayerCount = 6;
std::string_view name(KeyLayer layer);  // ends the id of the key that opens it: "key.layer.french"; none opens `receipt`, which leads nowhere

// What the keyboard remembers between frames; wiped with the visitor.
struct KeyboardMemory {
  std::optional<KeyLayer> layer;  // chosen by the visitor; else the one the field asks for
  std::optional<bool> shift;      // touched by the visitor; else as the caret's place asks
  std::string variants_of;        // the letter whose variants are open
  std::optional<SteadyTime> repeat_at;  // the next letter that a held backspace takes
};

struct KeyboardLook {
  KeyLayer layer = KeyLayer::arabic;  // what the field asks for
  bool capital = false;               // a name begins here
  Phrase done;                        // the word on `key.done`
};

// The height it wants at this width.
float keyboard_height(const Frame& frame, float width);
// Draws it in `area` and gives what was typed in this frame.
std::vector<KeyStroke> keyboard(Frame& frame, Rect area, const KeyboardLook& look, KeyboardMemory& memory);

// The widget ids to touch, in order, that type `letter` (one code point of UTF-8) when `layer` is open; a long press is marked by `hold`.
// Empty when no key has it. For scripts.
struct KeyTouch {
  std::string id;
  bool hold = false;
};
std::vector<KeyTouch> touches_for(std::string_view letter, KeyLayer layer, bool shifted);
// The layer and shift on screen, read off the keys of the frame; nothing when there is no keyboard.
struct ShownLayer {
  KeyLayer layer = KeyLayer::arabic;
  bool shifted = false;
};
std::optional<ShownLayer> shown_layer(const Frame& frame);

}  // namespace kiosk::ui
