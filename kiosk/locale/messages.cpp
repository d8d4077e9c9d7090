#include "locale/messages.h"

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "base/format.h"
#include "locale/icu_support.h"

namespace kiosk::locale {
namespace {

// Outside an argument only these are more than letters: braces begin arguments, apostrophes quote.
bool is_plain_text(std::string_view pattern) { return pattern.find_first_of("{}'") == std::string_view::npos; }

// "number", "date" and the like would show digits and names in ways that we do not control; "choice" is long deprecated.
bool is_simple_type_allowed(const icu::MessagePattern& pattern, const icu::UnicodeString& text, std::int32_t& where) {
  for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
    const icu::MessagePattern::Part& part = pattern.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
    const UMessagePatternArgType type = part.getArgType();
    if (type == UMSGPAT_ARG_TYPE_CHOICE) {
      where = part.getIndex();
      return false;
    }
    if (type == UMSGPAT_ARG_TYPE_SIMPLE) {
      const icu::MessagePattern::Part& name = pattern.getPart(i + 2);  // ARG_START, ARG_NAME, ARG_TYPE
      if (text.tempSubString(name.getIndex(), name.getLength()) != UNICODE_STRING_SIMPLE("number")) {
        where = name.getIndex();
        return false;
      }
    }
  }
  return true;
}

// Far more than a sentence in all its plural forms needs. Beyond it, braces in braces without end use up the stack of whoever reads them.
constexpr std::size_t kLongestPattern = 8000;
constexpr int kDeepestPattern = 8;

// An upper bound: braces that are quoted count as well.
int depth_of(std::string_view pattern) {
  int depth = 0;
  int deepest = 0;
  for (const char letter : pattern) {
    if (letter == '{') deepest = std::max(deepest, ++depth);
    if (letter == '}') depth = std::max(0, depth - 1);
  }
  return deepest;
}

// How a pattern uses an argument: what is chosen by `select` is a text, what is chosen by its plural is a number, the rest may be either.
enum class Use : std::uint8_t { any, number, text };
using Uses = std::map<std::string, Use, std::less<>>;

// Nothing when one argument is used both ways.
std::optional<Uses> uses_of(const icu::MessagePattern& pattern, const icu::UnicodeString& text) {
  Uses uses;
  for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
    const icu::MessagePattern::Part& part = pattern.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
    const icu::MessagePattern::Part& name = pattern.getPart(i + 1);
    const UMessagePatternArgType type = part.getArgType();
    const Use use = type == UMSGPAT_ARG_TYPE_SELECT ? Use::text : type == UMSGPAT_ARG_TYPE_NONE ? Use::any : Use::number;
    Use& known = uses[from_icu(text.tempSubString(name.getIndex(), name.getLength()))];
    if (known != Use::any && use != Use::any && known != use) return std::nullopt;
    if (use != Use::any) known = use;
  }
  return uses;
}

using Values = std::vector<icu::Formattable>;

// Formats once for each plural class that any language has, so that what cannot be shown is found while loading, not before a visitor.
base::Result<void> try_out(const icu::MessageFormat& format, const Uses& uses) {
  constexpr std::array<std::int64_t, 8> kOneOfEachClass{0, 1, 2, 3, 6, 11, 100, 1000000};
  for (const std::int64_t number : kOneOfEachClass) {
    std::vector<icu::UnicodeString> names;
    Values values;
    for (const auto& [name, use] : uses) {
      names.push_back(to_icu(name));
      values.push_back(use == Use::number ? icu::Formattable(number) : icu::Formattable(icu::UnicodeString("x")));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString shown;
    format.format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), shown, status);
    if (U_FAILURE(status)) {
      return base::fail(fmt::format("not a message that can be shown: {} where the number is {}", u_errorName(status), number),
                        "Compare it with the same text of another language.");
    }
  }
  return {};
}

struct Entry {
  std::string pattern;
  bool is_plain = false;                               // needs no formatter: shown letter for letter
  std::unique_ptr<icu::MessageFormat> format;  // unless it is plain; guarded by State::formats
  Uses uses;
};

using Table = std::map<std::string, Entry, std::less<>>;

// A number that `select` looks at is a text to it: 2 chooses "2 {…}".
icu::Formattable to_formattable(const std::variant<std::int64_t, std::string>& value, Use use) {
  const auto* number = std::get_if<std::int64_t>(&value);
  if (number == nullptr) return icu::Formattable(to_icu(std::get<std::string>(value)));
  return use == Use::text ? icu::Formattable(to_icu(std::to_string(*number))) : icu::Formattable(*number);
}

}  // namespace

struct Messages::State {
  std::array<Table, base::kLanguageCount> tables;
  std::vector<Language> fallback{base::kLanguages.begin(), base::kLanguages.end()};
  // ICU's MessageFormat builds its number format inside a const call, so formatting is one at a time.
  std::mutex formats;

  const Entry* find(Language language, std::string_view key) const {
    const Table& table = tables[static_cast<std::size_t>(language)];
    const auto found = table.find(key);
    return found == table.end() ? nullptr : &found->second;
  }

  struct Found {
    const Entry* entry = nullptr;
    Language language = Language::arabic;
  };
  Found choose(std::string_view key, Language wanted) const {
    if (const Entry* entry = find(wanted, key)) return {entry, wanted};
    for (Language language : fallback) {
      if (const Entry* entry = find(language, key)) return {entry, language};
    }
    return {nullptr, wanted};
  }

  // Nothing where an argument does not fit the pattern: a text in the place of a plural's number.
  std::optional<std::string> run(const Entry& entry, std::initializer_list<Argument> arguments) {
    std::vector<icu::UnicodeString> names;
    Values values;
    names.reserve(arguments.size());
    values.reserve(arguments.size());
    for (const Argument& argument : arguments) {
      const auto use = entry.uses.find(argument.name);
      names.push_back(to_icu(argument.name));
      values.push_back(to_formattable(argument.value, use == entry.uses.end() ? Use::any : use->second));
    }
    const std::lock_guard lock(formats);
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    entry.format->format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), text, status);
    if (U_FAILURE(status)) return std::nullopt;
    return from_icu(text);
  }
};

Messages::Messages() : state_(std::make_unique<State>()) {}
Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;

base::Result<void> Messages::set(Language language, std::string_view key, std::string_view pattern) {
  if (pattern.size() > kLongestPattern) {
    return base::fail(fmt::format("longer than {} bytes", kLongestPattern), "Shorten it.");
  }
  if (depth_of(pattern) > kDeepestPattern) {
    return base::fail(fmt::format("nested more than {} braces deep", kDeepestPattern), "Write whole sentences for each case instead of cases within cases.");
  }
  Entry entry{std::string(pattern), is_plain_text(pattern), nullptr, {}};
  if (!entry.is_plain) {
    const icu::UnicodeString text = to_icu(pattern);
    UErrorCode status = U_ZERO_ERROR;
    UParseError error{};
    const icu::MessagePattern parsed(text, &error, status);
    if (U_FAILURE(status)) {
      return base::fail(fmt::format("not a message pattern: {} at character {}", u_errorName(status), error.offset + 1),
                        "Check that every { has its } and that each plural has an \"other {…}\".");
    }
    std::int32_t where = 0;
    if (!is_simple_type_allowed(parsed, text, where)) {
      return base::fail(fmt::format("not a message pattern: unknown kind of argument at character {}", where + 1),
                        "Use {name}, {name, number}, {name, plural, …} or {name, select, …}.");
    }
    auto uses = uses_of(parsed, text);
    if (!uses) return base::fail("not a message pattern: one name is used both as a number and by select", "Use plural for what is counted, select for words.");
    entry.uses = std::move(*uses);
    entry.format = std::make_unique<icu::MessageFormat>(text, icu_locale(language), error, status);
    if (U_FAILURE(status)) return base::fail(fmt::format("not a message that can be shown: {}", u_errorName(status)), "Compare it with the same text of another language.");
    if (const auto tried = try_out(*entry.format, entry.uses); !tried) return tl::make_unexpected(tried.error());
  }
  Table& table = state_->tables[static_cast<std::size_t>(language)];
  table.insert_or_assign(std::string(key), std::move(entry));
  return {};
}

void Messages::set_fallback(std::vector<Language> order) { state_->fallback = std::move(order); }

bool Messages::has(Language language, std::string_view key) const { return state_->find(language, key) != nullptr; }

std::vector<std::string> Messages::argument_names(Language language, std::string_view key) const {
  const Entry* entry = state_->find(language, key);
  if (!entry || entry->is_plain) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = to_icu(entry->pattern);
  const icu::MessagePattern pattern(text, nullptr, status);
  std::set<std::string> names;
  for (std::int32_t i = 0; U_SUCCESS(status) && i < pattern.countParts(); ++i) {
    const icu::MessagePattern::Part& part = pattern.getPart(i);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME)
      names.insert(from_icu(text.tempSubString(part.getIndex(), part.getLength())));
  }
  return {names.begin(), names.end()};
}

double Messages::coverage(Language language) const {
  const auto& keys = known_keys();
  const auto given = std::count_if(keys.begin(), keys.end(), [&](std::string_view key) { return has(language, key); });
  return static_cast<double>(given) / static_cast<double>(keys.size());
}

Phrase Messages::text(std::string_view key, Language wanted) const { return format(key, wanted, {}); }

Phrase Messages::format(std::string_view key, Language wanted, std::initializer_list<Argument> arguments) const {
  const State::Found found = state_->choose(key, wanted);
  if (!found.entry) return {fmt::format("[{}]", key), wanted};
  if (found.entry->is_plain) return {found.entry->pattern, found.language};
  if (auto text = state_->run(*found.entry, arguments)) return {std::move(*text), found.language};
  // Braces and all are nothing for a visitor: another language's sentence is.
  for (const Language language : state_->fallback) {
    const Entry* const other = state_->find(language, key);
    if (other == nullptr || other == found.entry) continue;
    if (other->is_plain) return {other->pattern, language};
    if (auto text = state_->run(*other, arguments)) return {std::move(*text), language};
  }
  return {fmt::format("[{}]", key), wanted};
}

std::string isolate(std::string_view text) { return fmt::format("\u2068{}\u2069", text); }

std::string without_isolates(std::string text) {
  for (const std::string_view mark : {"\u2066", "\u2068", "\u2069"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.erase(at, mark.size());
  }
  return text;
}

std::string isolate_left_to_right(std::string_view text) { return fmt::format("\u2066{}\u2069", text); }

Phrase endonym(Language language) {
  constexpr std::array<std::string_view, base::kLanguageCount> names{"العربية", "Français", "English", "ⵜⴰⵎⴰⵣⵉⵖⵜ"};
  return {std::string(names[static_cast<std::size_t>(language)]), language};
}

}  // namespace kiosk::locale
