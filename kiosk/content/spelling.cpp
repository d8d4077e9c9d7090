#include "content/spelling.h"

#include <algorithm>

#include "base/format.h"

namespace kiosk::content {
namespace {

// Longer words are never a key or an id; comparing them would cost time on a hostile file.
constexpr std::size_t kLongestWord = 80;

}  // namespace

std::size_t spelling_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, current);
  }
  return last[b.size()];
}

std::string_view nearest_word(std::string_view written, const std::vector<std::string_view>& allowed) {
  if (written.size() > kLongestWord) return {};
  std::string_view nearest;
  std::size_t nearest_distance = std::max<std::size_t>(1, written.size() / 3) + 1;
  for (std::string_view word : allowed) {
    const std::size_t longer = std::max(word.size(), written.size()) - std::min(word.size(), written.size());
    if (word.size() > kLongestWord || longer >= nearest_distance) continue;  // cannot be nearer
    const std::size_t distance = spelling_distance(written, word);
    if (distance < nearest_distance) {
      nearest = word;
      nearest_distance = distance;
    }
  }
  return nearest;
}

std::string did_you_mean(std::string_view word) { return fmt::format("Did you mean '{}'?", word); }

}  // namespace kiosk::content
