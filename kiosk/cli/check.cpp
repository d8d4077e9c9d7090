#include "cli/check.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

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

// One line on a terminal, written over itself; nothing anywhere else.
class ProgressLine {
 public:
  ~ProgressLine() {
    if (shown_ >= 0) std::fputs("\r\x1B[K", stderr);
  }
  app::Progress of(std::string_view what) {
    if (::isatty(STDERR_FILENO) == 0) return {};
    return [this, what](std::size_t done, std::size_t all) {
      const int percent = static_cast<int>(done * 100 / std::max<std::size_t>(all, 1));
      if (percent == shown_) return;
      shown_ = percent;
      const std::string line = fmt::format("\r{} {} %\x1B[K", what, percent);
      std::fwrite(line.data(), 1, line.size(), stderr);
    };
  }

 private:
  int shown_ = -1;
};

void append(std::vector<Issue> more, std::vector<Issue>& issues) { issues.insert(issues.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

// Letters without a font, and layouts that break: only a layout can know.
void add_layout_issues(const content::Content& content, ProgressLine& line, std::vector<Issue>& issues) {
  app::NoPictures pictures;
  auto stage = app::Stage::create(pictures);
  if (!stage) {
    issues.push_back({Severity::error, "", 0, 0, stage.error().message, stage.error().remedy});
    return;
  }
  append(app::letters_without_font((*stage)->shaper(), content), issues);
  append(app::layout_issues(app::audit(**stage, content, {{1920, 1080}, {1080, 1920}}, line.of("Laying out every page:")), content), issues);
}

}  // namespace

int run_check(const std::string& folder, bool as_json, const std::filesystem::path& program) {
  const auto found = content::find_folder(folder.empty() ? std::nullopt : std::optional<std::filesystem::path>(folder));
  if (!found) {
    base::log_error(fmt::format("{}\n  {}", found.error().message, found.error().remedy));
    return 1;
  }
  content::LoadResult loaded = content::load(*found, content::asset_folder());
  std::vector<Issue> issues = std::move(loaded.issues);
  if (loaded.content) {
    ProgressLine line;
    append(app::unplayable_recordings(loaded.content->catalogue), issues);
    append(app::unshowable_pictures(*loaded.content, program, line.of("Looking at every picture:")), issues);
    append(app::unfit_codes(loaded.content->catalogue), issues);
    add_layout_issues(*loaded.content, line, issues);
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
