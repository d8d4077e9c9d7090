#include "text/utf8.h"

#include <glib.h>

namespace kiosk::text {

std::string_view valid_utf8(std::string_view text, std::string& storage) {
  const char* bad = nullptr;
  if (g_utf8_validate_len(text.data(), text.size(), &bad) != FALSE) return text;
  storage.clear();
  while (!text.empty()) {
    if (g_utf8_validate_len(text.data(), text.size(), &bad) != FALSE) {
      storage.append(text);
      break;
    }
    const auto good = static_cast<std::size_t>(bad - text.data());
    storage.append(text.substr(0, good));
    storage.append("\xEF\xBF\xBD");
    text.remove_prefix(good + 1);
  }
  return storage;
}

}  // namespace kiosk::text
