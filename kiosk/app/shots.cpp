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
      "box-shadow:0 2px 10px #0003}figcaption{padding:.3rem 0}</style><h1>Every screen</h1>\n";
  std::string last;
  for (const Shot& shot : shots) {
    if (shot.state != last) page += fmt::format("<h2>{}</h2>\n", shot.state);
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
  const auto states = choose_states(loaded.content->catalogue, options.states);
  if (!states) return fail(states.error());
  std::error_code made;
  std::filesystem::create_directories(options.folder, made);
  if (made) return fail({fmt::format("{}: the folder cannot be made ({})", options.folder.string(), made.message()), "Choose another folder."});

  gfx::PictureLoader loader(options.program, [] {});
  const auto context = OffscreenContext::create();
  if (!context) return fail(context.error());
  PictureShelf shelf(loader, content::asset_folder(), [] {});
  shelf.use_catalogue(loaded.content->catalogue);
  auto stage = Stage::create(shelf);
  if (!stage) return fail(stage.error());
  Renderer renderer(**stage);
  Preview preview(**stage, *loaded.content);

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
