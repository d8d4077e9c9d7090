#include "cli/pin.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

#include "base/log.h"
#include "cli/loaded_content.h"
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

int set_pin(const std::filesystem::path& data, const std::optional<std::filesystem::path>& content) {
  const std::string pin = ask("New PIN (6 to 12 digits): ");
  if (::isatty(STDIN_FILENO) == 1 && ask("The same once more: ") != pin) {
    base::log_error("the two PINs differ; nothing was changed");
    return 1;
  }
  // Whoever sets a PIN must not wait for content that is right: without, the day of the event is not known.
  const auto loaded = load_content(content, data);
  const auto set = store::StaffPin(data).set(pin, loaded ? loaded->catalogue.event.date : std::nullopt);
  if (!set) return failed(set.error());
  std::fputs("the PIN is set\n", stdout);
  return 0;
}

int offer_pin(const std::filesystem::path& data) {
  const auto offered = store::StaffPin(data).offer(store::moment_at(std::chrono::system_clock::now()));
  if (!offered) return failed(offered.error());
  std::fputs("for ten minutes the PIN can be chosen on the screen: hold the logo for three seconds\n", stdout);
  return 0;
}

}  // namespace kiosk::cli
