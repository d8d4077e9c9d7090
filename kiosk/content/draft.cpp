#include "content/draft.h"

#include <sys/stat.h>

#include "base/file.h"
#include "base/format.h"
#include "content/pictures.h"
#include "content/written_values.h"

namespace kiosk::content {
std::string_view name_of(Thing thing) {
  constexpr std::array<std::string_view, kThingCount> names{"institute", "family", "level",   "mode",
                                                            "program",   "room",   "session", "item", "floor", "node",
                                                            "school year", "question", "figure", "part", "story", "band",
                                                            "kiosk", "tour"};
  return names[static_cast<std::size_t>(thing)];
}

std::string_view file_of(Thing thing) {
  constexpr std::array<std::string_view, kThingCount> files{"institutes.toml", "families.toml", "levels.toml", "levels.toml",    "",             "rooms.toml",
                                                            "workshops.toml",  "agenda.toml",   "map.toml",    "map.toml",       "levels.toml",  "questions.toml",
                                                            "figures.toml",    "after.toml",    "after.toml",  "event.toml",     "map.toml",     "tours.toml"};
  return files[static_cast<std::size_t>(thing)];
}

void Draft::register_id(Thing thing, const std::string& id, const SourcePlace& place) {
  Registry& known = registry(thing);
  const auto [entry, is_new] = known.index.emplace(id, known.known.size());
  if (is_new) {
    known.known.push_back({id, place});
    return;
  }
  issues.error(place, fmt::format("there is already a {} '{}' on line {}", name_of(thing), id, known.known[entry->second].place.line),
               "Give one of the two another id.");
}

namespace {

constexpr std::string_view kWriteIt = "Write it as README.md shows, or take it again from a copy.";

// What a save leaves that failed on a full disk; whoever means nothing by a file has none.
void tell_of_blank(Issues& issues, const SourcePlace& place, Presence presence, std::string_view lost_without) {
  const std::string message = lost_without.empty() ? "the file is empty" : fmt::format("the file is empty; {}", lost_without);
  if (presence == Presence::required) {
    issues.error(place, message, kWriteIt);
  } else {
    issues.warn(place, message, "Take it again from a copy, or delete the file if nothing is meant.");
  }
}

}  // namespace

std::optional<Node> read_document(Draft& draft, const std::string& name, Presence presence, std::string_view lost_without,
                                  std::size_t limit_bytes) {
  const std::filesystem::path path = draft.folder / name;
  const SourcePlace place{name, 0, 0};
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    const std::string message = fmt::format("the file is missing; {}", lost_without);
    if (presence == Presence::required) draft.issues.error(place, message, kWriteIt);
    if (presence == Presence::expected) draft.issues.warn(place, message, kWriteIt);
    return std::nullopt;
  }
  if (!S_ISREG(info.st_mode)) {
    draft.issues.error(place, "this is not a plain file", "Put a text file in its place.");
    return std::nullopt;
  }
  if (!really_below(path, draft.folder)) {
    draft.issues.error(place, "this is a link that leads out of the content folder", "Put the file itself in its place.");
    return std::nullopt;
  }
  if (static_cast<std::size_t>(info.st_size) > limit_bytes) {
    draft.issues.error(place,
                       fmt::format("the file has {} KiB, more than the {} allowed", info.st_size / 1024, limit_bytes / 1024),
                       "A text file of the kiosk is never this large: take it again from a copy.");
    return std::nullopt;
  }
  const auto bytes = base::read_file(path, limit_bytes);
  if (!bytes) {
    draft.issues.error(place, "the file cannot be read", "Check that it may be read by the user who runs the kiosk.");
    return std::nullopt;
  }
  if (is_blank(*bytes)) {
    tell_of_blank(draft.issues, place, presence, lost_without);
    return std::nullopt;
  }
  draft.content.files.emplace_back(name);
  auto document = parse_document(*bytes, name, draft.issues);
  if (!document) return std::nullopt;
  if (!document->is_whole) draft.issues.mark_torn(name);
  return std::move(document->root);
}

}  // namespace kiosk::content
