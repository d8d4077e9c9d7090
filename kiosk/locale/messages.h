// The kiosk's own words in every language, as ICU MessageFormat patterns from `config/strings/<language>.toml`. Not for content
// (that is the Catalogue's LocalText). Filled by `content`, then never changed; reading is safe from any thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.h"
#include "base/result.h"

namespace kiosk::locale {

using base::Language;
using base::Phrase;

// A named argument of a pattern: a whole number (chooses the CLDR plural, shown in Western digits) or a text. Texts are put in as
// they are: wrap a visitor's words, numbers and names with `isolate` first.
struct Argument {
  std::string_view name;
  std::variant<std::int64_t, std::string> value;
};

class Messages {
 public:
  // The keys that the screens use, sorted; a strings file with another key is a mistake of the operator.
  static const std::vector<std::string_view>& known_keys();

  Messages();
  ~Messages();
  Messages(Messages&&) noexcept;
  Messages& operator=(Messages&&) noexcept;

  // Fails when `pattern` is not a valid ICU MessageFormat pattern, with ICU's own offset in the message; nothing changes then.
  // Costs about a microsecond; the formatter itself is built when the text is first shown.
  base::Result<void> set(Language language, std::string_view key, std::string_view pattern);
  void set_fallback(std::vector<Language> order);

  bool has(Language language, std::string_view key) const;
  // The names in braces that the pattern of `key` uses, sorted; none when `language` lacks it.
  std::vector<std::string> argument_names(Language language, std::string_view key) const;
  // Share of known keys that `language` has, 0 … 1. A language gets its own button from 0.95 (V2).
  double coverage(Language language) const;

  // The text in `wanted`, else in the fallback order; a key given in no language gives the key itself in brackets.
  Phrase text(std::string_view key, Language wanted) const;
  Phrase format(std::string_view key, Language wanted, std::initializer_list<Argument> arguments) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// `text` between U+2068 FIRST STRONG ISOLATE and U+2069 (UAX #9, 2.4): names of people and places of unknown direction.
std::string isolate(std::string_view text);
// `text` without isolates, for what is read without a screen: a code has no room for them, and some scanners show them.
std::string without_isolates(std::string text);
// `text` between U+2066 LEFT-TO-RIGHT ISOLATE and U+2069: phone numbers, times, addresses, codes.
std::string isolate_left_to_right(std::string_view text);

// A language's own name: العربية, Français, English, ⵜⴰⵎⴰⵣⵉⵖⵜ.
Phrase endonym(Language language);

}  // namespace kiosk::locale
