#include "base/log.h"

#include <unistd.h>

#include <string>

#include "base/format.h"

namespace kiosk::base {
namespace {

// One write(2) per line, so that lines of several threads and of the decode worker never mix.
void write_line(std::string_view beginning, std::string_view message) {
  const std::string line = fmt::format("{}{}\n", beginning, message);
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

void log_info(std::string_view message) { write_line("kiosk: ", message); }
void log_warning(std::string_view message) { write_line("kiosk: warning: ", message); }
void log_error(std::string_view message) { write_line("kiosk: error: ", message); }
void log_plain(std::string_view message) { write_line("", message); }

}  // namespace kiosk::base
