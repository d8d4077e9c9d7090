// The line format that vCard (RFC 2426, 2.6 and 5.8) and iCalendar (RFC 5545, 3.1 and 3.3.11) share. Pure; never fails.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::exporters {

// A text as a value: \ , ; escaped, a line end as \n, other control characters left out.
std::string escaped_text(std::string_view text);

// "NAME:value" CR LF, folded after at most 75 octets, never within a character.
std::string content_line(std::string_view name, std::string_view value);

}  // namespace kiosk::exporters
