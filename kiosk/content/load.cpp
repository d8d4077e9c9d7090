#include <algorithm>
#include <set>
#include <system_error>

#include "base/format.h"
#include "content/content.h"
#include "content/readers.h"
#include "content/spelling.h"
#include "content/text_files.h"
#include "content/written_values.h"
#include "locale/dates.h"

namespace kiosk::content {
namespace {

namespace fs = std::filesystem;

// A file that nobody reads is most often one whose name is misspelt.
void warn_of_other_files(Draft& draft) {
  const std::vector<std::string_view> known{"event.toml", "institutes.toml", "families.toml", "levels.toml",
                                            "rooms.toml", "workshops.toml",  "agenda.toml",   "attract.toml", "map.toml",
                                            "questions.toml", "after.toml",      "figures.toml", "tours.toml"};
  std::error_code failed;
  for (fs::directory_iterator entry(draft.folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (!is_meant_as_text(name)) continue;
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string_view meant = nearest_word(name, known);
    draft.issues.warn({name, 0, 0}, "the kiosk does not read this file",
                      meant.empty() ? "Move it elsewhere." : did_you_mean(meant));
  }
}

std::optional<Content> without_wrong_programs(Content content, const std::vector<Issue>& issues) {
  constexpr std::string_view kPrograms = "programs/";
  std::set<std::string> wrong;  // ids
  for (const Issue& issue : issues) {
    if (issue.severity != Severity::error) continue;
    if (!issue.file.starts_with(kPrograms)) return std::nullopt;
    wrong.insert(fs::path(issue.file).stem().string());
  }
  model::Catalogue& catalogue = content.catalogue;
  std::erase_if(catalogue.programs, [&](const model::Program& program) { return wrong.contains(program.id); });
  std::erase_if(catalogue.workshops, [&](const model::WorkshopSession& session) { return wrong.contains(session.program); });
  if (catalogue.programs.empty()) return std::nullopt;
  return content;
}

}  // namespace

LoadResult load(const fs::path& folder, const fs::path& asset_folder) {
  Draft draft;
  std::error_code failed;
  draft.folder = fs::absolute(folder, failed);
  draft.assets = fs::absolute(asset_folder, failed);
  if (!fs::is_directory(draft.folder, failed)) {
    draft.issues.error({draft.folder.string(), 0, 0}, "there is no such folder",
                       "Check the path; a copy of the sample content is a good first folder.");
    return {std::nullopt, std::nullopt, draft.issues.take()};
  }
  read_event(draft);
  read_institutes(draft);
  read_families(draft);
  read_levels(draft);
  read_rooms(draft);
  read_map(draft);
  read_tours(draft);
  read_programs(draft);
  read_workshops(draft);
  read_agenda(draft);
  read_questions(draft);
  read_after(draft);
  read_figures(draft);
  read_attract(draft);
  read_strings(draft);
  warn_of_other_files(draft);
  cross_check(draft);
  std::sort(draft.content.files.begin(), draft.content.files.end());
  draft.content.messages.set_fallback(draft.content.catalogue.event.fallback);

  LoadResult result;
  const bool has_error = draft.issues.has_error();
  result.issues = draft.issues.take();
  if (has_error) {
    result.without_wrong_programs = without_wrong_programs(std::move(draft.content), result.issues);
  } else {
    result.content = std::move(draft.content);
  }
  return result;
}

std::optional<Issue> day_that_is_over(const Content& content, base::WallTime now) {
  const model::Event& event = content.catalogue.event;
  if (!event.date || !content.day_place || locale::local_time(now, event.time_zone).date <= *event.date) return std::nullopt;
  const SourcePlace& place = *content.day_place;
  return Issue{Severity::warning, place.file, place.line, place.column, fmt::format("the event's day, {}, is over", written_date(*event.date)),
               "Write the day that comes, as date = 2026-12-19, or date = \"today\"."};
}

}  // namespace kiosk::content
