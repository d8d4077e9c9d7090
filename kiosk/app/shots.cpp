#include "app/shots.h"

#include <algorithm>

#include "app/audit.h"
#include "app/offscreen.h"
#include "app/picture_shelf.h"
#include "app/preview.h"
#include "app/renderer.h"
#include "base/file.h"
#include "base/format.h"
#include "base/log.h"
#include "content/content.h"
#include "gfx/picture_loader.h"
#include "locale/dates.h"

namespace kiosk::app {
namespace {

struct Shot {
  std::string state;
  base::Language language;
  base::Size size;
  std::string file;
};

int fail(const base::Error& error) {
  base::log_error(error.remedy.empty() ? error.message : fmt::format("{}\n  {}", error.message, error.remedy));
  return 1;
}

// "home" asks for the screen as it is, "home-high-contrast" for that state.
base::Result<std::vector<NamedState>> choose_states(const model::Catalogue& catalogue, const std::vector<std::string>& wanted) {
  const std::vector<NamedState> all = named_states(catalogue);
  if (wanted.empty()) return all;
  std::vector<NamedState> chosen;
  for (const std::string& name : wanted) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const NamedState& state) { return state.name == name; });
    if (found == all.end()) {
      std::string names;
      for (const NamedState& state : all) names += fmt::format(" {}", state.name);
      return base::fail(fmt::format("there is no screen or state '{}'", name), fmt::format("Choose among:{}.", names));
    }
    chosen.push_back(*found);
  }
  return chosen;
}

bool is_about_program(const NamedState& state) {
  return state.session.place.screen == session::ScreenId::program || state.session.place.screen == session::ScreenId::compare;
}

// Only the pages about a program, and those about this one.
base::Result<std::vector<NamedState>> pages_of_program(std::vector<NamedState> states, const model::Catalogue& catalogue, const std::string& id) {
  if (catalogue.program(id) == nullptr) return base::fail(fmt::format("there is no program '{}'", id), "Write the name of its file in programs/, without .toml.");
  std::vector<NamedState> chosen;
  std::vector<NamedState> seen;
  for (NamedState& state : states) {
    if (!is_about_program(state)) continue;
    state.session.place.subject = id;
    NamedState unnamed = state;
    unnamed.name = {};
    // "program" and "program-longest" are about the same one now.
    if (std::find(seen.begin(), seen.end(), unnamed) != seen.end()) continue;
    seen.push_back(std::move(unnamed));
    chosen.push_back(std::move(state));
  }
  if (chosen.empty()) return base::fail("none of these states is about a program", "Leave --screen or --program out.");
  return chosen;
}

// The states at the minute asked for, where they have none of their own, and the day of it.
base::Result<std::optional<std::chrono::year_month_day>> set_now(std::vector<NamedState>& states, const ShotsOptions& options, const std::string& zone) {
  if (!options.now) return std::optional<std::chrono::year_month_day>();
  const auto wall = locale::parse_local_time(*options.now, zone);
  if (!wall) return tl::make_unexpected(wall.error());
  const locale::LocalTime now = locale::local_time(*wall, zone);
  for (NamedState& state : states) {
    if (state.time == kMorning) state.time = now.time;
  }
  return std::optional(now.date);
}

// Draws until no picture is missing.
gfx::Image draw(Preview& preview, Renderer& renderer, PictureShelf& shelf, base::Size size) {
  constexpr int kPatienceMs = 20000;
  constexpr int kRounds = 20;
  const int width = static_cast<int>(size.width);
  const int height = static_cast<int>(size.height);
  gfx::Framebuffer target(width, height);
  target.bind();
  for (int round = 0; round < kRounds; ++round) {
    renderer.prepare();
    preview.build(size);
    if (!shelf.waiting()) break;
    shelf.finish(kPatienceMs);
    shelf.pump();
  }
  renderer.draw();
  gfx::Image image{width, height, gfx::read_pixels(width, height)};
  gfx::Framebuffer::unbind();
  return image;
}

std::string index_page(const std::vector<Shot>& shots) {
  std::string page =
      "<!doctype html><meta charset=utf-8><title>Jusur: every screen</title><style>body{font:16px sans-serif;background:#f7f2e8;"
      "color:#1f2430;margin:2rem}figure{display:inline-block;margin:0 1rem 1.5rem 0;vertical-align:top}img{height:270px;display:block;"
      "box-shadow:0 2px 10px #0003}figcaption{padding:.3rem 0}ul{columns:5 12rem}</style><h1>Every screen</h1>\n<ul>\n";
  std::string last;
  for (const Shot& shot : shots) {
    if (shot.state != last) page += fmt::format("<li><a href=\"#{0}\">{0}</a></li>\n", shot.state);
    last = shot.state;
  }
  page += "</ul>\n";
  last.clear();
  for (const Shot& shot : shots) {
    if (shot.state != last) page += fmt::format("<h2 id=\"{0}\">{0}</h2>\n", shot.state);
    last = shot.state;
    page += fmt::format("<figure><a href=\"{0}\"><img loading=lazy src=\"{0}\"></a><figcaption>{1} {2}×{3}</figcaption></figure>\n", shot.file,
                        base::code(shot.language), shot.size.width, shot.size.height);
  }
  return page;
}

}  // namespace

int shots(const ShotsOptions& options) {
  const auto folder = content::find_folder(options.content);
  if (!folder) return fail(folder.error());
  content::LoadResult loaded = content::load(*folder, content::asset_folder());
  for (const content::Issue& issue : loaded.issues) {
    if (issue.severity == content::Severity::error) base::log_plain(content::describe(issue));
  }
  if (!loaded.content) return 1;
  const model::Catalogue& catalogue = loaded.content->catalogue;
  auto states = choose_states(catalogue, options.states);
  if (states && !options.about.empty()) states = pages_of_program(std::move(*states), catalogue, options.about);
  if (!states) return fail(states.error());
  const auto date = set_now(*states, options, catalogue.event.time_zone);
  if (!date) return fail(date.error());
  std::error_code made;
  std::filesystem::create_directories(options.folder, made);
  if (made) return fail({fmt::format("{}: the folder cannot be made ({})", options.folder.string(), made.message()), "Choose another folder."});

  gfx::PictureLoader loader(options.program, [] {});
  const auto context = OffscreenContext::create();
  if (!context) return fail(context.error());
  PictureShelf shelf(loader, content::asset_folder(), [] {});
  shelf.use_catalogue(catalogue);
  auto stage = Stage::create(shelf);
  if (!stage) return fail(stage.error());
  Renderer renderer(**stage);
  Preview preview(**stage, *loaded.content, *date);

  const std::vector<base::Size> sizes = options.sizes.empty() ? designed_windows() : options.sizes;
  std::vector<base::Language> languages = options.languages;
  if (languages.empty()) languages = {base::Language::arabic, base::Language::french, base::Language::english};
  std::vector<Shot> taken;
  for (const NamedState& state : *states) {
    for (const base::Size size : sizes) {
      for (const base::Language language : languages) {
        preview.set(state, language);
        Shot shot{std::string(state.name), language, size, fmt::format("{}.{}.{}x{}.png", state.name, base::code(language), size.width, size.height)};
        const auto written = gfx::write_png(draw(preview, renderer, shelf, size), options.folder / shot.file);
        if (!written) return fail(written.error());
        taken.push_back(std::move(shot));
      }
    }
  }
  for (const PictureShelf::Failure& failure : shelf.take_failures()) base::log_warning(failure.reason);
  const auto index = base::write_file_atomically(options.folder / "index.html", index_page(taken), base::Durability::replace_only);
  if (!index) return fail(index.error());
  base::log_info(fmt::format("{} pictures in {}", taken.size(), (options.folder / "index.html").string()));
  return 0;
}

}  // namespace kiosk::app
