// One line per event on standard error, for staff and the journal. Never a visitor's words, names, numbers or codes.
#pragma once

#include <string_view>

namespace kiosk::base {

void log_info(std::string_view message);
void log_warning(std::string_view message);
void log_error(std::string_view message);
// A message that names its own place, as "file:line:col: error: …".
void log_plain(std::string_view message);

}  // namespace kiosk::base
