// UTF-8 as the Shaper needs it: what is not valid becomes U+FFFD, and byte offsets find their way back. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiosk::text {

// `text` itself when it is valid UTF-8, else a copy, kept in `storage`, in which every invalid sequence (the longest prefix of a
// character, Unicode 15 section 3.9, U+FFFD substitution of maximal subparts) and every NUL has become U+FFFD.
std::string_view valid_utf8(std::string_view text, std::string& storage);

// The offset in `text` of what stands at `valid_byte` of its valid_utf8 copy.
std::size_t original_byte(std::string_view text, std::size_t valid_byte);

// What is no code point becomes U+FFFD.
std::string to_utf8(std::u32string_view text);

}  // namespace kiosk::text
