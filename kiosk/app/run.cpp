#include "app/run.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <future>
#include <memory>

#include "app/desk_page.h"
#include "app/loop.h"
#include "base/file.h"
#include "base/format.h"
#include "base/log.h"
#include "content/content.h"
#include "gfx/picture_loader.h"
#include "locale/dates.h"
#include "store/store.h"

namespace kiosk::app {
namespace {

void say(const base::Error& error) {
  base::log_error(error.remedy.empty() ? error.message : fmt::format("{}\n  {}", error.message, error.remedy));
}

// Reports every issue; the content is used when there is no error among them.
std::optional<content::Content> load_content(const std::filesystem::path& folder, bool report_warnings) {
  content::LoadResult loaded = content::load(folder, content::asset_folder());
  for (const content::Issue& issue : loaded.issues) {
    if (issue.severity == content::Severity::error || report_warnings) base::log_warning(content::describe(issue));
  }
  return std::move(loaded.content);
}

struct ChosenContent {
  std::optional<content::Content> content;
  std::filesystem::path folder;
  bool stop = false;  // started from a terminal with content that is wrong
};

// From a terminal a mistake stops the start. A service shows the last content that passed instead, and with none the desk page.
ChosenContent choose_content(const RunOptions& options, const std::filesystem::path& data) {
  ChosenContent chosen;
  const auto folder = content::find_folder(options.content);
  if (folder) {
    chosen.folder = *folder;
    chosen.content = load_content(*folder, options.started_from_terminal);
  } else {
    say(folder.error());
  }
  if (chosen.content) return chosen;
  if (options.started_from_terminal) {
    chosen.stop = true;
    return chosen;
  }
  if (const auto kept = content::kept_folder(data)) {
    base::log_warning("the content has errors: the last good content is shown");
    chosen.content = load_content(*kept, false);
    chosen.folder.clear();
  }
  return chosen;
}

std::unique_ptr<store::Store> open_store(const std::filesystem::path& data) {
  auto opened = store::Store::open({data, [](const base::Error& error) { say(error); }});
  if (opened) return std::move(*opened);
  say(opened.error());
  return nullptr;
}

base::Result<std::unique_ptr<base::Clock>> make_clock(const RunOptions& options, const std::string& zone) {
  if (!options.now) return std::unique_ptr<base::Clock>(std::make_unique<base::SystemClock>());
  const auto start = locale::parse_local_time(*options.now, zone);
  if (!start) return tl::make_unexpected(start.error());
  return std::unique_ptr<base::Clock>(std::make_unique<base::SystemClock>(*start));
}

base::Result<std::optional<Script>> load_script(const RunOptions& options) {
  if (!options.script) return std::optional<Script>();
  constexpr std::size_t kLimit = 1U << 20U;
  const auto text = base::read_file(*options.script, kLimit);
  if (!text) return tl::make_unexpected(text.error());
  auto lines = parse_script(*text, options.script->string());
  if (!lines) return tl::make_unexpected(lines.error());
  return std::optional<Script>(std::in_place, std::move(*lines), options.script->string());
}

// Attract speaks it first, and every visit that ends returns to it.
void prefer_language(model::Catalogue& catalogue, base::Language language) {
  catalogue.event.first_language = language;
  const auto first = std::find_if(catalogue.slides.begin(), catalogue.slides.end(),
                                  [&](const model::Slide& slide) { return slide.language == language; });
  if (first != catalogue.slides.end()) std::rotate(catalogue.slides.begin(), first, catalogue.slides.end());
}

void handle_signals() {
  for (int signal : {SIGTERM, SIGINT, SIGHUP}) {
    std::signal(signal, [](int) {
      request_stop();
      Window::wake();
    });
  }
}

// What takes long at start is begun before the window opens, which is what takes longest.
int run_with(const RunOptions& options, std::future<ChosenContent> choosing, const std::filesystem::path& data) {
  gfx::PictureLoader loader(options.program, [] { Window::wake(); });
  auto script = load_script(options);
  if (!script) return say(script.error()), 1;
  auto window = Window::open(options.windowed);
  if (!window) return say(window.error()), 1;

  PictureShelf shelf(loader, content::asset_folder(), [] { Window::wake(); });
  auto stage = Stage::create(shelf);
  if (!stage) return say(stage.error()), 1;
  Renderer renderer(**stage);
  ChosenContent chosen = choosing.get();
  if (chosen.stop) return 1;
  if (!chosen.content) chosen.content = desk_page();
  content::Content& content = *chosen.content;
  if (options.language) prefer_language(content.catalogue, *options.language);
  const auto clock = make_clock(options, content.catalogue.event.time_zone);
  if (!clock) return say(clock.error()), 1;
  const std::unique_ptr<store::Store> store = open_store(data);
  if (store == nullptr && options.started_from_terminal) return 1;

  const base::Size size = (*window)->size();
  constexpr float kScreensOfPictures = 3.5F;
  shelf.set_budget(static_cast<std::size_t>(size.width * size.height * 4 * kScreensOfPictures));
  shelf.use_catalogue(content.catalogue);
  Visitor visitor(content, **clock, store.get(), [&stage] { (*stage)->forget_visitor(); });
  Loop loop({**window, **stage, renderer, shelf, visitor, **clock});
  if (options.tree) loop.use_tree(*options.tree);
  if (*script) loop.use_script(std::move(**script));
  handle_signals();
  std::future<void> keeping;
  if (!chosen.folder.empty()) {
    keeping = std::async(std::launch::async, [folder = chosen.folder, &data] {
      const auto kept = content::keep(folder, data);
      if (!kept) say(kept.error());
    });
  }
  const int status = loop.run();
  visitor.apply(session::intent::Closed{});
  if (options.show_measurements) base::log_info(loop.measurements().json(**stage, shelf));
  return status;
}

}  // namespace

std::filesystem::path default_data_folder() {
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') return std::filesystem::path(data) / "kiosk";
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home == nullptr ? "." : home) / ".local/share/kiosk";
}

int run(const RunOptions& options) {
  const std::filesystem::path data = options.data.value_or(default_data_folder());
  auto choosing = std::async(std::launch::async, [&] { return choose_content(options, data); });
  return run_with(options, std::move(choosing), data);
}

}  // namespace kiosk::app
