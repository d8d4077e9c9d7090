#include "content/check_translation.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "content/check_words.h"
#include "locale/messages.h"

namespace kiosk::content {
namespace {

using base::Language;

constexpr int kDeepest = 4;  // parts within parts: a list of choices within a remedy within a sentence

struct Pattern {
  const CheckWords* words;
  std::vector<std::string_view> pieces;  // of the English side, between its parts
  std::size_t letters = 0;               // of all pieces
};

Pattern pattern_of(const CheckWords& words) {
  Pattern pattern{&words, {}, 0};
  std::string_view rest = words.english;
  for (std::size_t at = rest.find("{}"); at != std::string_view::npos; at = rest.find("{}")) {
    pattern.pieces.push_back(rest.substr(0, at));
    rest.remove_prefix(at + 2);
  }
  pattern.pieces.push_back(rest);
  for (const std::string_view piece : pattern.pieces) pattern.letters += piece.size();
  return pattern;
}

// The one that says most of a sentence in its own words comes first.
const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> all = [] {
    std::vector<Pattern> made;
    for (const std::span<const CheckWords> words : {words_of_lines(), words_of_readers(), words_of_checks()}) {
      std::transform(words.begin(), words.end(), std::back_inserter(made), pattern_of);
    }
    std::stable_sort(made.begin(), made.end(), [](const Pattern& a, const Pattern& b) { return a.letters > b.letters; });
    return made;
  }();
  return all;
}

// Whether `text` is the pieces from `index` on with a part before each; the shortest parts that fit.
bool find_parts(const std::vector<std::string_view>& pieces, std::size_t index, std::string_view text, std::vector<std::string_view>& parts) {
  if (index == pieces.size()) return text.empty();
  const std::string_view piece = pieces[index];
  if (index + 1 == pieces.size()) {
    if (!text.ends_with(piece)) return false;
    parts.push_back(text.substr(0, text.size() - piece.size()));
    return true;
  }
  for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) {
    parts.push_back(text.substr(0, at));
    if (find_parts(pieces, index + 1, text.substr(at + piece.size()), parts)) return true;
    parts.pop_back();
  }
  return false;
}

bool matches(const Pattern& pattern, std::string_view text, std::vector<std::string_view>& parts) {
  if (!text.starts_with(pattern.pieces.front())) return false;
  text.remove_prefix(pattern.pieces.front().size());
  return find_parts(pattern.pieces, 1, text, parts);
}

using Dress = std::string (*)(std::string part);

std::string filled(std::string_view sentence, const std::vector<std::string>& parts, Dress dress) {
  std::string text;
  while (!sentence.empty()) {
    const bool is_part = sentence.size() >= 3 && sentence[0] == '{' && sentence[2] == '}' && sentence[1] >= '0' && static_cast<std::size_t>(sentence[1] - '0') < parts.size();
    if (is_part) {
      text += dress(parts[static_cast<std::size_t>(sentence[1] - '0')]);
      sentence.remove_prefix(3);
    } else {
      text += sentence.front();
      sentence.remove_prefix(1);
    }
  }
  return text;
}

std::string translated(std::string_view english, Language language, Dress dress, int depth) {
  if (language == Language::english || depth > kDeepest) return std::string(english);
  for (const Pattern& pattern : patterns()) {
    std::vector<std::string_view> parts;
    if (!matches(pattern, english, parts)) continue;
    std::vector<std::string> words;
    for (const std::string_view part : parts) words.push_back(translated(part, language, dress, depth + 1));
    return filled(language == Language::arabic ? pattern.words->arabic : pattern.words->french, words, dress);
  }
  return std::string(english);
}

}  // namespace

std::string in_language(std::string_view english, Language language) {
  // A terminal may show a mark of direction as a box.
  return locale::without_isolates(translated(english, language, [](std::string part) { return part; }, 0));
}

model::LocalText in_all_languages(std::string_view english) {
  model::LocalText text;
  text.in(Language::english) = english;
  text.in(Language::french) = in_language(english, Language::french);
  text.in(Language::arabic) = translated(english, Language::arabic, [](std::string part) { return locale::isolate(part); }, 0);
  return text;
}

model::ContentProblem problem_for_staff(std::string place, std::string_view message, std::string_view remedy, bool is_error) {
  return {std::move(place), in_all_languages(message), in_all_languages(remedy), is_error};
}

}  // namespace kiosk::content
