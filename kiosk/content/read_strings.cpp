// strings/<language>.toml: the kiosk's own words. The dotted path of a text is its key: [home] programs = "…" is home.programs.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <system_error>

#include "base/format.h"
#include "content/readers.h"
#include "content/spelling.h"
#include "content/text_files.h"
#include "content/written_values.h"

namespace kiosk::content {
namespace {

using base::Language;
using KeyPlaces = std::map<std::string, SourcePlace, std::less<>>;

std::string file_of(Language language) { return fmt::format("strings/{}.toml", base::code(language)); }

class StringsReader {
 public:
  StringsReader(Draft& draft, Language language) : draft_(draft), language_(language), file_(file_of(language)) {}

  KeyPlaces read(const Node& root) {
    read_table(root, {});
    return std::move(given_);
  }

 private:
  void read_table(const Node& table, const std::string& prefix) {
    for (const Member& member : table.members) {
      const std::string key = prefix.empty() ? member.key : fmt::format("{}.{}", prefix, member.key);
      if (member.value.kind == NodeKind::table) {
        read_table(member.value, key);
      } else {
        read_text(member, key);
      }
    }
  }

  void read_text(const Member& member, const std::string& key) {
    const auto& known = locale::Messages::known_keys();
    if (!std::binary_search(known.begin(), known.end(), key)) {
      // Only a warning: words left from an older kiosk do no harm.
      const std::string_view meant = nearest_word(key, known);
      draft_.issues.warn({file_, member.line, member.column}, fmt::format("the kiosk has no text '{}'", key),
                         meant.empty() ? "Take it out." : did_you_mean(meant));
      return;
    }
    const SourcePlace place{file_, member.value.line, member.value.column};
    given_.emplace(key, place);
    if (member.value.kind != NodeKind::text) {
      draft_.issues.error(place, fmt::format("'{}' must be a text, but this is {}", key, name_of(member.value.kind)),
                          fmt::format("Write {} = \"…\"", member.key));
      return;
    }
    const std::string pattern = shown_in(language_, member.value.text);
    if (const auto set = draft_.content.messages.set(language_, key, pattern); !set) {
      draft_.issues.error(place, fmt::format("'{}' is {}", key, set.error().message), set.error().remedy);
      return;
    }
    draft_.content.texts.push_back({pattern, language_, place, key});
  }

  Draft& draft_;
  Language language_;
  std::string file_;
  KeyPlaces given_;
};

bool is_expected(Language language) { return language != Language::tamazight; }

// Where each language gives its keys, rightly written or not; nothing for a language whose file is missing.
using Given = std::array<std::optional<KeyPlaces>, base::kLanguageCount>;

bool is_given(const std::optional<KeyPlaces>& keys, std::string_view key) { return keys && keys->contains(key); }

// A key that no language gives leaves a hole on the screen; one that a language lacks is shown in another.
void find_missing(Draft& draft, const Given& given, const std::string& first_file) {
  for (std::string_view key : locale::Messages::known_keys()) {
    if (std::none_of(given.begin(), given.end(), [&](const auto& keys) { return is_given(keys, key); })) {
      draft.issues.error({first_file, 0, 0}, fmt::format("the text '{}' is missing in every language", key),
                         fmt::format("Add {} to the strings of each language.", key));
      continue;
    }
    for (Language language : base::kLanguages) {
      const auto& keys = given[static_cast<std::size_t>(language)];
      if (!keys || !is_expected(language) || is_given(keys, key)) continue;
      draft.issues.warn({file_of(language), 0, 0}, fmt::format("the text '{}' is missing", key),
                        "Add it; until then another language is shown.");
    }
  }
}

// A name in braces that only one language uses is most often misspelt there, and would be shown letter for letter.
void find_odd_arguments(Draft& draft, const Given& given) {
  const locale::Messages& messages = draft.content.messages;
  for (std::string_view key : locale::Messages::known_keys()) {
    for (Language language : base::kLanguages) {
      std::vector<std::string> others;
      bool is_alone = true;
      for (Language other : base::kLanguages) {
        if (other == language || !messages.has(other, key)) continue;
        is_alone = false;
        for (std::string& name : messages.argument_names(other, key)) others.push_back(std::move(name));
      }
      if (is_alone) continue;
      for (const std::string& name : messages.argument_names(language, key)) {
        if (std::find(others.begin(), others.end(), name) != others.end()) continue;
        const std::string_view meant = nearest_word(name, {others.begin(), others.end()});
        draft.issues.warn(given[static_cast<std::size_t>(language)]->find(key)->second,
                          fmt::format("'{}' uses {{{}}}, which no other language does", key, name),
                          meant.empty() ? "Use only the names in braces that the other languages use." : did_you_mean(meant));
      }
    }
  }
}

// "fr - Copie.toml" and "fr.toml.txt" would change nothing without a word.
void warn_of_other_files_of_strings(Draft& draft) {
  std::error_code failed;
  for (std::filesystem::directory_iterator entry(draft.folder / "strings", failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (!is_meant_as_text(name)) continue;
    if (std::any_of(base::kLanguages.begin(), base::kLanguages.end(), [&](Language language) { return name == fmt::format("{}.toml", base::code(language)); })) continue;
    draft.issues.warn({"strings/" + name, 0, 0}, "the kiosk does not read this file", "Delete it if it is a copy; the texts of a language stand in ar.toml, fr.toml, en.toml or zgh.toml.");
  }
}

}  // namespace

void read_strings(Draft& draft) {
  warn_of_other_files_of_strings(draft);
  Given given;
  std::string first_file;
  bool is_any_unreadable = false;
  for (Language language : base::kLanguages) {
    const std::string file = file_of(language);
    const auto root = read_document(draft, file, is_expected(language) && draft.is_in_use(language) ? Presence::expected : Presence::optional,
                                    "another language is shown in its place");
    if (root) {
      given[static_cast<std::size_t>(language)] = StringsReader(draft, language).read(*root);
      if (first_file.empty()) first_file = file;
    } else {
      is_any_unreadable |= holds_text(draft.folder / file);
    }
  }
  if (is_any_unreadable) return;  // said already; which texts are missing shows when it is readable
  if (first_file.empty()) {
    draft.issues.error({"strings", 0, 0}, "the kiosk has no words of its own in any language",
                       "Copy the folder strings/ from the sample content.");
    return;
  }
  find_missing(draft, given, first_file);
  find_odd_arguments(draft, given);
}

}  // namespace kiosk::content
