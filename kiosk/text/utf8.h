// UTF-8 as the Shaper needs it. Pure.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::text {

// `text` itself when it is valid UTF-8, else a copy in which every invalid byte has become U+FFFD. `storage` holds the copy.
std::string_view valid_utf8(std::string_view text, std::string& storage);

}  // namespace kiosk::text
