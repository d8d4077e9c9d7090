#include "cli/pin.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

#include "base/format.h"
#include "base/log.h"
#include "store/staff_pin.h"

namespace kiosk::cli {
namespace {

// What is typed stays unseen while one of these lives.
class QuietTerminal {
 public:
  QuietTerminal() : changed_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~QuietTerminal() {
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;

 private:
  termios before_{};
  bool changed_;
};

std::string ask(const char* question) {
  const bool terminal = ::isatty(STDIN_FILENO) == 1;
  if (terminal) std::fputs(question, stderr);
  const QuietTerminal quiet;
  std::string line;
  std::getline(std::cin, line);
  if (terminal) std::fputs("\n", stderr);
  return line;
}

}  // namespace

int run_pin_set(const std::filesystem::path& data_folder) {
  const std::string pin = ask("New PIN (6 to 12 digits): ");
  if (::isatty(STDIN_FILENO) == 1 && ask("The same once more: ") != pin) {
    base::log_error("the two PINs differ; nothing was changed");
    return 1;
  }
  if (const auto set = store::set_pin_in(data_folder, pin); !set) {
    base::log_error(fmt::format("{}\n  {}", set.error().message, set.error().remedy));
    return 1;
  }
  std::fputs("the PIN is set\n", stdout);
  return 0;
}

}  // namespace kiosk::cli
