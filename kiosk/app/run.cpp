#include "app/run.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "app/desk_page.h"
#include "app/housekeeping.h"
#include "app/loop.h"
#include "base/earliest_clock.h"
#include "base/file.h"
#include "base/format.h"
#include "base/log.h"
#include "content/check_translation.h"
#include "content/content.h"
#include "content/reloader.h"
#include "gfx/picture_loader.h"
#include "locale/dates.h"
#include "locale/time_zone.h"
#include "store/clock_trust.h"
#include "store/data_folder.h"
#include "store/store.h"

namespace kiosk::app {
namespace {

void say(const base::Error& error) {
  base::log_error(error.remedy.empty() ? error.message : fmt::format("{}\n  {}", error.message, error.remedy));
}

// As compilers do, so that editors and terminals lead to the place.
void report(const std::vector<content::Issue>& issues, bool warnings) {
  for (const content::Issue& issue : issues) {
    if (issue.severity == content::Severity::error || warnings) base::log_plain(content::describe(issue));
  }
}

// For the staff pages: errors first, no more than anybody reads.
model::ContentReport report_of(const content::LoadResult& loaded) {
  constexpr std::size_t kMost = 40;
  model::ContentReport made;
  made.refused = !loaded.content;
  for (const content::Severity severity : {content::Severity::error, content::Severity::warning}) {
    for (const content::Issue& issue : loaded.issues) {
      if (issue.severity != severity || made.problems.size() == kMost) continue;
      const std::string place = issue.line > 0 ? fmt::format("{}:{}:{}", issue.file, issue.line, issue.column) : issue.file;
      made.problems.push_back(content::problem_for_staff(place, issue.message, issue.remedy, severity == content::Severity::error));
    }
  }
  return made;
}

struct ChosenContent {
  std::shared_ptr<content::Content> content;
  std::filesystem::path folder;  // the operator's, watched for changes; empty when none was found
  bool from_folder = false;      // what is shown was read from it
  model::ContentReport report;
  bool stop = false;  // started from a terminal with content that is wrong
};

// From a terminal a mistake stops the start. A service shows the last content that passed instead, and with none the desk page.
ChosenContent choose_content(const RunOptions& options, const std::filesystem::path& data) {
  ChosenContent chosen;
  const auto folder = content::find_folder(options.content);
  const auto take = [&](content::LoadResult loaded) {
    if (loaded.content) chosen.content = std::make_shared<content::Content>(std::move(*loaded.content));
  };
  if (folder) {
    chosen.folder = *folder;
    content::LoadResult loaded = content::load(*folder, content::asset_folder());
    report(loaded.issues, options.started_from_terminal);
    chosen.report = report_of(loaded);
    take(std::move(loaded));
  } else {
    // A stick or a share that comes later is shown when it is there.
    chosen.folder = content::awaited_folder(options.content);
    say(folder.error());
    chosen.report.refused = true;
    chosen.report.problems.push_back(content::problem_for_staff(chosen.folder.string(), folder.error().message, folder.error().remedy, true));
  }
  chosen.from_folder = chosen.content != nullptr;
  if (chosen.from_folder) return chosen;
  if (options.started_from_terminal) {
    chosen.stop = true;
    return chosen;
  }
  if (const auto kept = content::kept_folder(data)) {
    base::log_warning("the content has errors: the last good content is shown");
    take(content::load(*kept, content::asset_folder()));
  }
  return chosen;
}

// Without a store visitors still browse; only a second kiosk on the same data is turned away, and a --data that names somebody's other files.
base::Result<std::unique_ptr<store::Store>> open_store(const std::filesystem::path& data) {
  auto opened = store::Store::open({data, [](const base::Error& error) { say(error); }});
  if (opened || store::is_held(data) || store::is_foreign(data)) return opened;
  say(opened.error());
  return std::unique_ptr<store::Store>();
}

base::Result<std::unique_ptr<base::Clock>> make_clock(const RunOptions& options, const std::filesystem::path& data, const std::string& zone) {
  if (!options.now) return std::unique_ptr<base::Clock>(std::make_unique<base::EarliestClock>(store::kFirstKiosk, store::latest_known_time(data)));
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

Retention retention_in(const model::Catalogue& catalogue) { return retention_of(catalogue.event, catalogue.notice.keep_days); }

// Copies content that passed to the data folder, a while after the start or a change so that it costs the first picture nothing.
class Keeper {
 public:
  Keeper(std::filesystem::path folder, std::filesystem::path data)
      : thread_([this, folder = std::move(folder), data = std::move(data)] { run(folder, data); }) {}
  ~Keeper() {
    {
      const std::lock_guard guard(mutex_);
      end_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  void keep_soon() {
    {
      const std::lock_guard guard(mutex_);
      wanted_ = true;
    }
    changed_.notify_all();
  }

 private:
  void run(const std::filesystem::path& folder, const std::filesystem::path& data) {
    std::unique_lock guard(mutex_);
    constexpr std::chrono::seconds kLater{2};
    for (;;) {
      changed_.wait(guard, [this] { return end_ || wanted_; });
      if (!wanted_) return;
      changed_.wait_for(guard, kLater, [this] { return end_; });
      wanted_ = false;
      guard.unlock();
      if (const auto kept = content::keep(folder, data); !kept) say(kept.error());
      guard.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool end_ = false;
  bool wanted_ = false;
  std::thread thread_;  // last: it uses the others
};

// Follows the operator's folder: what passes goes to the drawing thread and into the data folder, what does not is told to staff.
class FolderWatch {
 public:
  // `housekeeping` may be nullptr.
  FolderWatch(const ChosenContent& chosen, const RunOptions& options, const std::filesystem::path& data, Reloads& reloads, Housekeeping* housekeeping)
      : language_(options.language), reloads_(reloads), housekeeping_(housekeeping), had_errors_(!chosen.from_folder), keeper_(chosen.folder, data) {
    if (chosen.from_folder) keeper_.keep_soon();
    auto reloader = content::Reloader::start(chosen.folder, chosen.from_folder ? chosen.content->files : std::vector<std::filesystem::path>(), [this](content::LoadResult loaded) { take(std::move(loaded)); });
    if (reloader) {
      reloader_ = std::move(*reloader);
    } else {
      say(reloader.error());
    }
  }

  void read_now() {
    if (reloader_) reloader_->read_now();
  }

 private:
  void take(content::LoadResult loaded) {
    report(loaded.issues, true);
    Reload reload{nullptr, report_of(loaded)};
    if (loaded.content) {
      if (housekeeping_ != nullptr) housekeeping_->keep(retention_in(loaded.content->catalogue));
      if (language_) prefer_language(loaded.content->catalogue, *language_);
      reload.content = std::make_shared<const content::Content>(std::move(*loaded.content));
      keeper_.keep_soon();
      if (had_errors_) base::log_info("the content has no errors any more: it is shown");
    } else {
      base::log_warning("the changed content has errors: what was shown stays");
    }
    had_errors_ = reload.content == nullptr;
    reloads_.put(std::move(reload));
    Window::wake();
  }

  std::optional<base::Language> language_;
  Reloads& reloads_;
  Housekeeping* housekeeping_;
  bool had_errors_;  // what was read last
  Keeper keeper_;
  std::unique_ptr<content::Reloader> reloader_;  // last: its thread uses the others
};

void handle_signals() {
  std::signal(SIGPIPE, SIG_IGN);  // a log or a worker that is gone is an error of that write, never the end of the kiosk
  for (int signal : {SIGTERM, SIGINT, SIGHUP}) {
    std::signal(signal, [](int) {
      request_stop();
      Window::wake();
    });
  }
}

// Everything between the content and the window's context: prepared on a thread of its own while the driver opens the window, which is
// what takes longest. The first frame is built there once, so that its pictures are being decoded and its glyphs are ready.
struct Prepared {
  std::optional<base::Error> error;
  bool stop = false;
  ChosenContent chosen;
  base::SystemClock system_clock;
  std::unique_ptr<base::Clock> clock;  // the visitors'
  std::unique_ptr<store::Store> store;
  std::unique_ptr<PictureShelf> shelf;
  std::unique_ptr<Stage> stage;
  std::unique_ptr<Sound> sound;
  std::unique_ptr<Visitor> visitor;
  std::optional<Housekeeping> housekeeping;  // these two are begun when the loop is about to run
  std::optional<FolderWatch> watch;
};

void build_first_frame(Prepared& prepared, base::Size size) {
  const model::Event& event = prepared.chosen.content->catalogue.event;
  prepared.stage->build({prepared.visitor->view().get(), {}, size, event.screen_diagonal_inches, prepared.clock->steady()});
}

std::unique_ptr<Prepared> prepare(const RunOptions& options, const std::filesystem::path& data, std::future<ChosenContent> choosing,
                                  gfx::PictureLoader& loader, base::Size size) {
  auto prepared = std::make_unique<Prepared>();
  prepared->sound = std::make_unique<Sound>([] { Window::wake(); }, options.program);
  prepared->shelf = std::make_unique<PictureShelf>(loader, content::asset_folder(), [] { Window::wake(); });
  auto stage = Stage::create(*prepared->shelf);
  prepared->chosen = choosing.get();
  const auto failed = [&](base::Error error) {
    prepared->error = std::move(error);
    return std::move(prepared);
  };
  if (!stage) return failed(stage.error());
  prepared->stage = std::move(*stage);
  prepared->stop = prepared->chosen.stop;
  if (prepared->stop) return prepared;
  if (!prepared->chosen.content) prepared->chosen.content = std::make_shared<content::Content>(desk_page());
  content::Content& content = *prepared->chosen.content;
  if (options.language) prefer_language(content.catalogue, *options.language);
  auto clock = make_clock(options, data, content.catalogue.event.time_zone);
  if (!clock) return failed(clock.error());
  prepared->clock = std::move(*clock);
  if (const auto doubt = locale::zone_doubt(content.catalogue.event.time_zone, prepared->clock->wall())) {
    base::log_warning(locale::describe(*doubt, content.messages, base::Language::english).text);
  }
  auto store = open_store(data);
  if (!store) return failed(store.error());
  prepared->store = std::move(*store);
  prepared->shelf->use_catalogue(content.catalogue);
  constexpr float kScreensOfPictures = 2;
  prepared->shelf->set_budget(static_cast<std::size_t>(size.width * size.height * 4 * kScreensOfPictures));
  Visitor::Hooks hooks{[stage = prepared->stage.get()] { stage->forget_visitor(); }, [] { Window::wake(); },
                       [raw = prepared.get()] { if (raw->watch) raw->watch->read_now(); }, [] { request_stop(); }, data, prepared->sound.get(),
                       [raw = prepared.get()](const model::PurgeQuestion& question) { if (raw->housekeeping) raw->housekeeping->confirm(question); }};
  prepared->visitor = std::make_unique<Visitor>(prepared->chosen.content, *prepared->clock, prepared->store.get(), std::move(hooks));
  prepared->visitor->take_report(std::move(prepared->chosen.report));
  build_first_frame(*prepared, size);
  return prepared;
}

int run_with(const RunOptions& options, std::future<ChosenContent> choosing, const std::filesystem::path& data) {
  gfx::PictureLoader loader(options.program, [] { Window::wake(); });
  auto script = load_script(options);
  if (!script) return say(script.error()), 1;
  const auto size = Window::connect(options.windowed);
  if (!size) return say(size.error()), 1;
  auto preparing = std::async(std::launch::async, [&] { return prepare(options, data, std::move(choosing), loader, *size); });
  auto window = Window::open(options.windowed);
  const std::unique_ptr<Prepared> prepared = preparing.get();
  if (!window) return say(window.error()), 1;
  if (prepared->error) return say(*prepared->error), 1;
  if (prepared->stop) return 1;

  Renderer renderer(*prepared->stage);
  Reloads reloads;
  const auto touches = TouchInput::open([] { Window::wake(); });
  Loop loop({**window, *prepared->stage, renderer, *prepared->shelf, *prepared->visitor, *prepared->clock, reloads, touches.get()});
  if (options.tree) loop.use_tree(*options.tree);
  if (*script) loop.use_script(std::move(**script));
  handle_signals();
  if (prepared->store) {
    // A clock that was set for a demonstration ends no retention.
    const auto retention = options.now ? std::nullopt : std::optional(retention_in(prepared->chosen.content->catalogue));
    Housekeeping::Parts parts{*prepared->store, data, prepared->system_clock, retention, say,
                                                       [visitor = prepared->visitor.get()](std::optional<model::PurgeQuestion> question) { visitor->take_purge_question(std::move(question)); }};
    parts.backed_up = prepared->visitor->backup_listener();
    prepared->housekeeping.emplace(std::move(parts));
  }
  Housekeeping* const housekeeping = prepared->housekeeping ? &*prepared->housekeeping : nullptr;
  if (!prepared->chosen.folder.empty()) prepared->watch.emplace(prepared->chosen, options, data, reloads, housekeeping);
  const int status = loop.run();
  prepared->watch.reset();
  prepared->visitor->apply(session::intent::Closed{});
  prepared->housekeeping.reset();
  if (options.show_measurements) base::log_info(loop.measurements().json(*prepared->stage, *prepared->shelf));
  prepared->shelf->drop_textures();
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
