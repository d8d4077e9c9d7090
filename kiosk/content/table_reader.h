// Takes typed values out of one TOML table and says what is wrong with them, so that the readers of each kind of file are lists
// of keys. A value that is missing or wrong comes back empty, and the mistake is among the draft's issues. Whatever key is never
// asked for is unknown: `finish` says so, and what is missing. Private to this folder; lives as long as the table and the draft.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/draft.h"

namespace kiosk::content {

enum class Need : std::uint8_t { required, optional };

// More entries than any open day has; keeps a file of nonsense from being compared for minutes.
inline constexpr std::size_t kEntryLimit = 1000;

template <class Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

class TableReader {
 public:
  // `subject` names the table in messages: "program", "session".
  TableReader(Draft& draft, std::string file, const Node& table, std::string subject);
  // A table under the line `heading` within that of `outer`, whose own keys have all been asked for: those are easily written below it.
  TableReader(TableReader& outer, std::string heading, const Node& table, std::string subject);

  bool has(std::string_view key) const { return table_.find(key) != nullptr; }
  // Where the value of `key` is, or the table itself when there is none.
  SourcePlace place_of(std::string_view key) const;
  SourcePlace place() const { return place_of(table_); }
  SourcePlace place_of(const Node& node) const { return {file_, node.line, node.column}; }

  // The table's own id, registered under `thing`: small letters, digits, - and _.
  std::string id(Thing thing);
  std::string word(std::string_view key, Need need);
  model::LocalText local_text(std::string_view key, Need need);
  std::vector<model::LocalText> local_texts(std::string_view key);
  // The id of another thing; whether it exists is looked up when everything is read.
  std::string reference(std::string_view key, Thing thing, Need need);
  std::vector<std::string> references(std::string_view key, Thing thing, Need need);
  std::optional<int> integer(std::string_view key, int smallest, int largest, Need need);
  std::optional<double> number(std::string_view key, double smallest, double largest);
  std::optional<model::MinuteOfDay> time(std::string_view key);
  // A list of times of day, earliest first; one that is there twice is refused.
  std::vector<model::MinuteOfDay> times(std::string_view key);
  // Start and end of the table, with the end after the start.
  std::pair<model::MinuteOfDay, model::MinuteOfDay> time_span();
  model::Status status();
  // `source` and `date` of a fact; a date as "2025", "2025-10" or "2025-10-08".
  model::Source source(Need need);
  // Like local_text, read as Markdown.
  model::LocalBlocks local_blocks(std::string_view key);
  bool flag(std::string_view key);  // true or false; false when it is not given

  // One of the words in `choices`, or `otherwise` when the key is missing or wrong.
  template <class Value>
  Value choice(std::string_view key, const Choices<Value>& choices, Value otherwise, Need need) {
    const std::string written = word(key, need);
    if (written.empty()) return otherwise;
    std::vector<std::string_view> allowed;
    for (const auto& [name, value] : choices) {
      if (name == written) return value;
      allowed.push_back(name);
    }
    refuse_choice(place_of(key), key, written, allowed);
    return otherwise;
  }
  // Says that `written` is none of `allowed`.
  void refuse_choice(const SourcePlace& place, std::string_view key, std::string_view written,
                     const std::vector<std::string_view>& allowed);

  const Node* table(std::string_view key, Need need);
  // The entries of [[key]], `most` at most; none when it is not given.
  std::vector<const Node*> tables(std::string_view key, std::size_t most = kEntryLimit);
  // The items of a list of texts; those of another kind are refused and left out.
  std::vector<const Node*> texts(std::string_view key, Need need);
  // The value of `key` as it is, for the few that may be of more than one kind; nullptr when it is not given.
  const Node* any(std::string_view key, Need need, std::string_view example);
  // "'months' must be a whole number, but this is a text".
  void refuse_kind(std::string_view key, const Node& value, std::string_view wanted, std::string_view example);

  // Call when every key has been asked for: reports the keys that are missing and those that nobody knows.
  void finish();

 private:
  const Node* value(std::string_view key, NodeKind kind, Need need, std::string_view example);
  void warn_of_night(const SourcePlace& place, std::string_view key, model::MinuteOfDay time);
  std::string remedy_for_unknown(const std::string& key) const;
  // False, and said so, when the list `node` has more than `most` entries.
  bool is_short_enough(std::string_view key, const Node& node, std::size_t most = kEntryLimit);
  enum class Markup { none, markdown };
  model::LocalText local_text_of(const Node& node, std::string_view key, Markup markup = Markup::none);
  void warn_of_turned_letters(const Node& text);
  void warn_of_markup(const Node& text);
  void keep_missing_languages(const model::LocalText& text, const Node& node, std::string_view key);

  Draft& draft_;
  std::string file_;
  const Node& table_;
  std::string subject_;
  std::vector<std::string_view> outer_keys_;
  std::string outer_subject_;
  std::string heading_;
  struct Missing {
    std::string_view key;
    std::string example;
  };
  std::vector<std::string_view> asked_;
  std::vector<Missing> missing_;
};

}  // namespace kiosk::content
