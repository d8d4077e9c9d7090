#include "cli/check.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "app/audit.h"
#include "base/format.h"
#include "base/json.h"
#include "base/log.h"
#include "content/check_translation.h"
#include "content/content.h"
#include "store/clock_trust.h"

namespace kiosk::cli {
namespace {

using content::Issue;
using base::Language;
using content::Severity;

// Of the texts that programs print (POSIX, "Internationalization Variables").
Language system_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale(value);
    return base::language_from_code(std::string(locale.substr(0, locale.find_first_of("_.@")))).value_or(Language::english);
  }
  return Language::english;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string to_json(const std::vector<Issue>& issues, Language language) {
  base::Json list = base::Json::array();
  for (const Issue& issue : issues) {
    list.push_back({{"file", issue.file},
                    {"line", issue.line},
                    {"column", issue.column},
                    {"severity", issue.severity == Severity::error ? "error" : "warning"},
                    {"message", content::in_language(issue.message, language)},
                    {"remedy", content::in_language(issue.remedy, language)}});
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

// The content folder that `file` is a part of: where event.toml is, else the file's own.
std::filesystem::path content_folder_of(const std::filesystem::path& file) {
  std::error_code failed;
  const std::filesystem::path beside = std::filesystem::absolute(file, failed).parent_path();
  for (std::filesystem::path folder = beside; folder.has_relative_path(); folder = folder.parent_path()) {
    if (std::filesystem::exists(folder / "event.toml", failed)) return folder;
  }
  return beside;
}

std::string counted(std::ptrdiff_t count, std::string_view what) { return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s"); }

}  // namespace

int run_check(const CheckOptions& options, const std::filesystem::path& program) {
  const Language language = options.language.value_or(system_language());
  if (std::error_code failed; std::filesystem::is_regular_file(options.folder, failed)) {
    base::log_error(fmt::format("{}\n  {}", content::in_language(fmt::format("{}: this is a file, and the folder is checked as a whole", options.folder), language),
                                content::in_language(fmt::format("Write kiosk check {}", content_folder_of(options.folder).string()), language)));
    return 1;
  }
  const auto found = content::find_folder(options.folder.empty() ? std::nullopt : std::optional<std::filesystem::path>(options.folder));
  if (!found) {
    base::log_error(fmt::format("{}\n  {}", content::in_language(found.error().message, language), content::in_language(found.error().remedy, language)));
    return 1;
  }
  content::LoadResult loaded = content::load(*found, content::asset_folder());
  std::vector<Issue> issues = std::move(loaded.issues);
  // What is without a mistake is looked at further, so that one run tells all there is to mend.
  const std::optional<content::Content>& readable = loaded.content ? loaded.content : loaded.without_wrong_programs;
  if (readable) {
    ProgressLine line;
    append(app::unplayable_recordings(readable->catalogue, program), issues);
    append(app::unshowable_pictures(*readable, program, line.of("Looking at every picture:")), issues);
    append(app::unfit_codes(readable->catalogue), issues);
    const base::WallTime now = std::chrono::system_clock::now();
    if (auto over = content::day_that_is_over(*readable, now); over && now >= store::kFirstKiosk) issues.push_back(std::move(*over));
    add_layout_issues(*readable, line, issues);
  }
  const auto errors = std::count_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::error; });
  if (options.as_json) {
    print(to_json(issues, language));
  } else {
    for (const Issue& issue : issues) print(content::describe(issue, language) + "\n");
    if (!readable) print(content::in_language("Pages, pictures and recordings are looked at once these errors are mended.", language) + "\n");
    const auto warnings = static_cast<std::ptrdiff_t>(issues.size()) - errors;
    print(content::in_language(fmt::format("{}: {}, {}", found->string(), counted(errors, "error"), counted(warnings, "warning")), language) + "\n");
  }
  return errors == 0 ? 0 : 1;
}

}  // namespace kiosk::cli
