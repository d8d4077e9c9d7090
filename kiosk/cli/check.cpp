#include "cli/check.h"

#include <algorithm>
#include <cstdio>

#include "app/audit.h"
#include "base/format.h"
#include "base/json.h"
#include "base/log.h"
#include "content/content.h"

namespace kiosk::cli {
namespace {

using content::Issue;
using content::Severity;

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string to_json(const std::vector<Issue>& issues) {
  base::Json list = base::Json::array();
  for (const Issue& issue : issues) {
    list.push_back({{"file", issue.file},
                    {"line", issue.line},
                    {"column", issue.column},
                    {"severity", issue.severity == Severity::error ? "error" : "warning"},
                    {"message", issue.message},
                    {"remedy", issue.remedy}});
  }
  return list.dump(2, ' ', false, base::Json::error_handler_t::replace) + "\n";
}

// Letters without a font, and layouts that break: only a layout can know.
void add_layout_issues(const content::Content& content, std::vector<Issue>& issues) {
  app::NoPictures pictures;
  auto stage = app::Stage::create(pictures);
  if (!stage) {
    issues.push_back({Severity::error, "", 0, 0, stage.error().message, stage.error().remedy});
    return;
  }
  for (Issue& issue : app::letters_without_font((*stage)->shaper(), content)) issues.push_back(std::move(issue));
  for (const app::Finding& finding : app::audit(**stage, content, {{1920, 1080}, {1080, 1920}})) {
    issues.push_back({Severity::warning, "screen " + finding.where, 0, 0, finding.what, "Make the text shorter."});
  }
}

}  // namespace

int run_check(const std::string& folder, bool as_json) {
  const auto found = content::find_folder(folder.empty() ? std::nullopt : std::optional<std::filesystem::path>(folder));
  if (!found) {
    base::log_error(fmt::format("{}\n  {}", found.error().message, found.error().remedy));
    return 1;
  }
  content::LoadResult loaded = content::load(*found, content::asset_folder());
  std::vector<Issue> issues = std::move(loaded.issues);
  if (loaded.content) {
    for (Issue& issue : app::unplayable_recordings(loaded.content->catalogue)) issues.push_back(std::move(issue));
    for (Issue& issue : app::unfit_codes(loaded.content->catalogue)) issues.push_back(std::move(issue));
    add_layout_issues(*loaded.content, issues);
  }
  const auto errors = std::count_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::error; });
  if (as_json) {
    print(to_json(issues));
  } else {
    for (const Issue& issue : issues) print(content::describe(issue) + "\n");
    const auto warnings = static_cast<std::ptrdiff_t>(issues.size()) - errors;
    print(fmt::format("{}: {} errors, {} warnings\n", found->string(), errors, warnings));
  }
  return errors == 0 ? 0 : 1;
}

}  // namespace kiosk::cli
