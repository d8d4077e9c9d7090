#include "locale/messages.h"

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <set>

#include "base/format.h"
#include "locale/icu_support.h"

namespace kiosk::locale {
namespace {

struct Entry {
  std::string pattern;
  bool is_plain = false;                               // needs no formatter: shown letter for letter
  mutable std::unique_ptr<icu::MessageFormat> format;  // built on first use, guarded by State::formats
};

using Table = std::map<std::string, Entry, std::less<>>;

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

icu::Formattable to_formattable(const std::variant<std::int64_t, std::string>& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return icu::Formattable(*number);
  return icu::Formattable(to_icu(std::get<std::string>(value)));
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

  std::string run(const Entry& entry, Language language, std::initializer_list<Argument> arguments) {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    names.reserve(arguments.size());
    values.reserve(arguments.size());
    for (const Argument& argument : arguments) {
      names.push_back(to_icu(argument.name));
      values.push_back(to_formattable(argument.value));
    }
    const std::lock_guard lock(formats);
    UErrorCode status = U_ZERO_ERROR;
    if (!entry.format) {
      UParseError where;
      entry.format = std::make_unique<icu::MessageFormat>(to_icu(entry.pattern), icu_locale(language), where, status);
    }
    icu::UnicodeString text;
    entry.format->format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), text, status);
    // A plural given a text instead of a number, say: the pattern itself tells staff more than an empty place would.
    return U_SUCCESS(status) ? from_icu(text) : entry.pattern;
  }
};

Messages::Messages() : state_(std::make_unique<State>()) {}
Messages::~Messages() = default;
Messages::Messages(Messages&&) noexcept = default;
Messages& Messages::operator=(Messages&&) noexcept = default;

base::Result<void> Messages::set(Language language, std::string_view key, std::string_view pattern) {
  const bool is_plain = is_plain_text(pattern);
  if (!is_plain) {
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
  }
  Table& table = state_->tables[static_cast<std::size_t>(language)];
  table.insert_or_assign(std::string(key), Entry{std::string(pattern), is_plain, nullptr});
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
  return {state_->run(*found.entry, found.language, arguments), found.language};
}

std::string isolate(std::string_view text) { return fmt::format("\u2068{}\u2069", text); }

std::string isolate_left_to_right(std::string_view text) { return fmt::format("\u2066{}\u2069", text); }

Phrase endonym(Language language) {
  constexpr std::array<std::string_view, base::kLanguageCount> names{"العربية", "Français", "English", "ⵜⴰⵎⴰⵣⵉⵖⵜ"};
  return {std::string(names[static_cast<std::size_t>(language)]), language};
}

}  // namespace kiosk::locale
