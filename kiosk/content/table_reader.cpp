#include "content/table_reader.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/format.h"
#include "content/spelling.h"
#include "content/written_values.h"

namespace kiosk::content {
namespace {

constexpr std::string_view kTextExample = "\"…\"";

std::string listed(const std::vector<std::string_view>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

// "2025", "2025-10" or "2025-10-08".
std::optional<model::SourceDate> parse_source_date(std::string_view text) {
  std::array<unsigned, 3> parts{};
  std::size_t part = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == '-' && digits == (part == 0 ? 4U : 2U) && part < 2) {
      ++part;
      digits = 0;
    } else if (c >= '0' && c <= '9' && digits < 4) {
      parts[part] = parts[part] * 10 + static_cast<unsigned>(c - '0');
      ++digits;
    } else {
      return std::nullopt;
    }
  }
  if (digits != (part == 0 ? 4U : 2U) || (part > 0 && (parts[1] < 1 || parts[1] > 12)) || (part > 1 && (parts[2] < 1 || parts[2] > 31))) return std::nullopt;
  return model::SourceDate{static_cast<int>(parts[0]), parts[1], parts[2]};
}

// What is written as one text, "inezgane, agadir", as the list that was meant.
std::string as_list(std::string_view text) {
  std::vector<std::string> entries;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(',', from), text.size());
    if (std::string entry = without_unseen(text.substr(from, to - from)); !entry.empty()) entries.push_back(fmt::format("\"{}\"", entry));
    from = to + 1;
  }
  return fmt::format("[{}]", fmt::join(entries, ", "));
}

// A whole number to propose in the place of what was written: the one that was meant, else a plausible one, never a limit.
int meant_number(const Node& written, int smallest, int largest) {
  double value = 1;
  if (written.kind == NodeKind::real) value = written.real;
  if (written.kind == NodeKind::text) value = std::strtod(in_figures(written.text).value_or(leading_number(written.text)).c_str(), nullptr);
  if (!(value >= smallest && value <= largest)) value = std::clamp(1, smallest, largest);
  return static_cast<int>(std::lround(value));
}

}  // namespace

TableReader::TableReader(Draft& draft, std::string file, const Node& table, std::string subject)
    : draft_(draft), file_(std::move(file)), table_(table), subject_(std::move(subject)) {}

TableReader::TableReader(TableReader& outer, std::string heading, const Node& table, std::string subject)
    : draft_(outer.draft_), file_(outer.file_), table_(table), subject_(std::move(subject)), outer_keys_(outer.asked_), outer_subject_(outer.subject_), heading_(std::move(heading)) {}

SourcePlace TableReader::place_of(std::string_view key) const {
  const Member* member = table_.find(key);
  return place_of(member ? member->value : table_);
}

const Node* TableReader::any(std::string_view key, Need need, std::string_view example) {
  asked_.push_back(key);
  if (const Member* member = table_.find(key)) return &member->value;
  if (need == Need::required) missing_.push_back({key, std::string(example)});
  return nullptr;
}

void TableReader::refuse_kind(std::string_view key, const Node& value, std::string_view wanted, std::string_view example) {
  draft_.issues.error(place_of(value), fmt::format("'{}' must be {}, but this is {}", key, wanted, name_of(value.kind)),
                      fmt::format("Write {} = {}", key, example));
}

const Node* TableReader::value(std::string_view key, NodeKind kind, Need need, std::string_view example) {
  const Node* found = any(key, need, example);
  if (!found || found->kind == kind) return found;
  refuse_kind(key, *found, name_of(kind), example);
  return nullptr;
}

bool TableReader::is_short_enough(std::string_view key, const Node& node, std::size_t most) {
  if (node.items.size() <= most) return true;
  draft_.issues.error(place_of(node),
                      fmt::format("'{}' has {} entries, more than the {} allowed", key, node.items.size(), most),
                      "Keep only those that the day needs.");
  return false;
}

std::string TableReader::word(std::string_view key, Need need) {
  const Node* found = value(key, NodeKind::text, need, kTextExample);
  if (!found) return {};
  if (need == Need::required && is_blank(found->text)) {
    draft_.issues.error(place_of(key), fmt::format("'{}' is empty", key), fmt::format("Write {} = {}", key, kTextExample));
  }
  return without_unseen(found->text);
}

std::string TableReader::id(Thing thing) {
  const std::string text = word("id", Need::required);
  if (is_id(text)) {
    draft_.register_id(thing, text, place_of("id"));
    subject_ = fmt::format("{} '{}'", subject_, text);
    return text;
  }
  draft_.registry(thing).is_complete = false;
  if (!is_blank(text)) {
    draft_.issues.error(place_of("id"), fmt::format("'{}' cannot be an id", text),
                        "Use small letters, digits, - and _ only, 64 at most.");
  }
  return {};
}

std::string TableReader::reference(std::string_view key, Thing thing, Need need) {
  std::string target = word(key, need);
  if (!target.empty()) draft_.references.push_back({thing, target, place_of(key)});
  return target;
}

std::vector<const Node*> TableReader::texts(std::string_view key, Need need) {
  std::vector<const Node*> found;
  const Member* member = table_.find(key);
  const bool is_one_text = member != nullptr && member->value.kind == NodeKind::text && !is_blank(member->value.text);
  const Node* list = value(key, NodeKind::array, need, is_one_text ? as_list(member->value.text) : "[\"…\"]");
  if (!list || !is_short_enough(key, *list)) return found;
  if (list->items.empty() && need == Need::required) {
    draft_.issues.error(place_of(*list), fmt::format("'{}' of the {} is empty", key, subject_),
                        fmt::format("Write {} = [\"…\"] with at least one entry.", key));
  }
  for (const Node& item : list->items) {
    if (item.kind == NodeKind::text) {
      found.push_back(&item);
    } else {
      refuse_kind(key, item, "a list of texts", "[\"…\"]");
    }
  }
  return found;
}

std::vector<std::string> TableReader::references(std::string_view key, Thing thing, Need need) {
  std::vector<std::string> targets;
  for (const Node* item : texts(key, need)) {
    const std::string target = without_unseen(item->text);
    if (std::find(targets.begin(), targets.end(), target) != targets.end()) {
      draft_.issues.warn(place_of(*item), fmt::format("'{}' is in '{}' twice", target, key), "Take one of the two out.");
      continue;
    }
    draft_.references.push_back({thing, target, place_of(*item)});
    targets.push_back(target);
  }
  return targets;
}

std::optional<int> TableReader::integer(std::string_view key, int smallest, int largest, Need need) {
  const Node* found = any(key, need, fmt::format("{}", std::clamp(1, smallest, largest)));
  if (!found) return std::nullopt;
  if (found->kind != NodeKind::integer) {
    refuse_kind(key, *found, name_of(NodeKind::integer), fmt::format("{}", meant_number(*found, smallest, largest)));
    return std::nullopt;
  }
  if (found->integer < smallest || found->integer > largest) {
    draft_.issues.error(place_of(key),
                        fmt::format("'{}' is {}, but must be from {} to {}", key, found->integer, smallest, largest),
                        "Correct the number.");
    return std::nullopt;
  }
  return static_cast<int>(found->integer);
}

std::optional<double> TableReader::number(std::string_view key, double smallest, double largest) {
  const Node* found = any(key, Need::optional, {});
  if (!found) return std::nullopt;
  if (found->kind != NodeKind::integer && found->kind != NodeKind::real) {
    refuse_kind(key, *found, "a number", found->kind == NodeKind::text ? in_figures(found->text).value_or("1.5") : "1.5");
    return std::nullopt;
  }
  // Written so that "nan" is refused too.
  if (!(found->real >= smallest && found->real <= largest)) {
    draft_.issues.error(place_of(key), fmt::format("'{}' is {}, but must be from {} to {}", key, found->real, smallest, largest),
                        "Correct the number.");
    return std::nullopt;
  }
  return found->real;
}

// Nobody opens a door then: most often the afternoon is meant.
void TableReader::warn_of_night(const SourcePlace& place, std::string_view key, model::MinuteOfDay time) {
  constexpr std::chrono::hours kMorning{6};
  if (time >= kMorning) return;
  const auto written = [](model::MinuteOfDay one) { return fmt::format("{:02}:{:02}", one.count() / 60, one.count() % 60); };
  draft_.issues.warn(place, fmt::format("'{}' is at {}, in the night", key, written(time)), fmt::format("Write \"{}\" if the afternoon is meant.", written(time + std::chrono::hours(12))));
}

std::optional<model::MinuteOfDay> TableReader::time(std::string_view key) {
  const Node* found = any(key, Need::required, "\"09:30\"");
  if (!found) return std::nullopt;
  if (found->kind != NodeKind::text) {
    const std::string remedy = found->kind == NodeKind::integer ? right_time(key, fmt::format("{}", found->integer)) : fmt::format("Write {} = \"09:30\"", key);
    draft_.issues.error(place_of(*found), fmt::format("'{}' must be {}, but this is {}", key, name_of(NodeKind::text), name_of(found->kind)), remedy);
    return std::nullopt;
  }
  const auto parsed = read_time(found->text);
  if (!parsed) {
    draft_.issues.error(place_of(key), fmt::format("'{}' is not a time of day", found->text),
                        right_time(key, found->text));
  }
  return parsed;
}

std::vector<model::MinuteOfDay> TableReader::times(std::string_view key) {
  std::vector<model::MinuteOfDay> found;
  for (const Node* item : texts(key, Need::required)) {
    const auto parsed = read_time(item->text);
    if (!parsed) {
      draft_.issues.error(place_of(*item), fmt::format("'{}' is not a time of day", item->text),
                          fmt::format("Write {} = [\"10:30\", \"11:45\"]: hours and minutes, from 00:00 to 24:00.", key));
    } else if (std::find(found.begin(), found.end(), *parsed) != found.end()) {
      draft_.issues.error(place_of(*item), fmt::format("'{}' is in '{}' twice", item->text, key), "Take one of the two out.");
    } else {
      warn_of_night(place_of(*item), key, *parsed);
      found.push_back(*parsed);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::pair<model::MinuteOfDay, model::MinuteOfDay> TableReader::time_span() {
  const auto start = time("start");
  if (start) warn_of_night(place_of("start"), "start", *start);
  auto end = time("end");
  // An evening may pass midnight; its end is then counted on.
  constexpr std::chrono::hours kSmallHours{6};
  constexpr std::chrono::hours kNoon{12};
  if (start && end && *start >= kNoon && *end <= kSmallHours) *end += std::chrono::hours(24);
  if (start && end && *end <= *start) {
    draft_.issues.error(place_of("end"), fmt::format("the {} ends before it starts", subject_), "Make 'end' later than 'start'.");
  }
  return {start.value_or(model::MinuteOfDay{}), end.value_or(model::MinuteOfDay{})};
}

bool TableReader::flag(std::string_view key) {
  const Node* found = value(key, NodeKind::boolean, Need::optional, "true");
  return found != nullptr && found->integer != 0;
}

model::Source TableReader::source(Need need) {
  model::Source source;
  source.name = word("source", need);
  if (source.name == "Jusur" || source.name == "jusur") {
    draft_.issues.warn(place_of("source"), "the kiosk is no source", "Name who says so; leave source out and write status = \"demo\" while nobody does.");
  }
  const Node* date = any("date", need, "\"2025-10\"");
  if (date == nullptr) return source;
  if (date->kind == NodeKind::date) {
    source.date = {static_cast<int>(date->date.year()), static_cast<unsigned>(date->date.month()), static_cast<unsigned>(date->date.day())};
    return source;
  }
  if (date->kind == NodeKind::integer) {
    source.date.year = static_cast<int>(date->integer);
  } else if (date->kind == NodeKind::text) {
    source.date = parse_source_date(date->text).value_or(model::SourceDate{});
  }
  constexpr int kFirstYear = 1900;
  constexpr int kLastYear = 2100;
  if (source.date.year >= kFirstYear && source.date.year <= kLastYear) return source;
  draft_.issues.error(place_of("date"), "'date' is not a year, a month or a day", "Write date = \"2025\", \"2025-10\" or \"2025-10-08\".");
  return source;
}

model::Status TableReader::status() {
  const auto status = choice<model::Status>("status", {{"verified", model::Status::verified}, {"demo", model::Status::demo}},
                                            model::Status::verified, Need::optional);
  if (status == model::Status::demo && !draft_.first_demo) draft_.first_demo = place_of("status");
  return status;
}

void TableReader::refuse_choice(const SourcePlace& place, std::string_view key, std::string_view written,
                                const std::vector<std::string_view>& allowed) {
  const std::string_view meant = nearest_word(written, allowed);
  draft_.issues.error(place, fmt::format("'{}' is not a possible '{}'", written, key),
                      meant.empty() ? fmt::format("Use one of: {}.", listed(allowed)) : did_you_mean(meant));
}

const Node* TableReader::table(std::string_view key, Need need) {
  const Node* found = any(key, need, fmt::format("… under a line [{}]", key));
  if (!found || found->kind == NodeKind::table) return found;
  draft_.issues.error(place_of(key), fmt::format("'{}' must be one table, but this is {}", key, name_of(found->kind)),
                      fmt::format("Write [{}] on a line of its own, and its keys below.", key));
  return nullptr;
}

std::vector<const Node*> TableReader::tables(std::string_view key, std::size_t most) {
  std::vector<const Node*> entries;
  const Node* found = any(key, Need::optional, {});
  if (!found) return entries;
  const bool is_list =
      found->kind == NodeKind::array &&
      std::all_of(found->items.begin(), found->items.end(), [](const Node& item) { return item.kind == NodeKind::table; });
  if (!is_list) {
    draft_.issues.error(place_of(key), fmt::format("'{}' must be a list of tables, but this is {}", key, name_of(found->kind)),
                        fmt::format("Write [[{}]] with two brackets before each entry.", key));
    return entries;
  }
  if (!is_short_enough(key, *found, most)) return entries;
  for (const Node& item : found->items) entries.push_back(&item);
  return entries;
}

std::string TableReader::remedy_for_unknown(const std::string& key) const {
  if (std::find(outer_keys_.begin(), outer_keys_.end(), key) == outer_keys_.end()) return "Take it out, or look up the right key in README.md.";
  return fmt::format("It is a key of the {}: move it above the line {}.", outer_subject_, heading_);
}

void TableReader::finish() {
  for (const Member& member : table_.members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    // A key written wrongly is also a key that is missing; one message is enough.
    const std::string_view meant = nearest_word(member.key, asked_);
    std::erase_if(missing_, [&](const Missing& missing) { return missing.key == meant; });
    draft_.issues.error({file_, member.line, member.column}, fmt::format("'{}' is not a key of the {}", member.key, subject_),
                        meant.empty() ? remedy_for_unknown(member.key) : did_you_mean(meant));
  }
  // What stood on a line that could not be read is not missing.
  if (draft_.issues.is_torn(file_)) return;
  for (const Missing& missing : missing_) {
    draft_.issues.error(place(), fmt::format("the {} has no '{}'", subject_, missing.key),
                        fmt::format("Add {} = {}", missing.key, missing.example));
  }
}

}  // namespace kiosk::content
