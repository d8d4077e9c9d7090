// Looks at the bytes of a text file before any parser does: toml++ 3.3 overflows the stack on deeply nested brackets and on
// tens of thousands of dotted segments, and says little that helps about files saved in another encoding. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::content {

inline constexpr int kNestingLimit = 64;

struct TextFault {
  int line = 0;
  int column = 0;  // in code points
  std::string message;
  std::string remedy;
};

// U+0000 … U+001F and U+007F except tab and line feed: no text has them, terminals obey them.
bool is_control(char c);

// `text` as it may be shown on a terminal or put into JSON: what is no UTF-8 or a control character becomes U+FFFD.
std::string printable(std::string_view text);

// The first reason not to parse `bytes`: another encoding than UTF-8, a character that is no text, nesting over the limit.
std::optional<TextFault> find_text_fault(std::string_view bytes);

}  // namespace kiosk::content
