#include "content/reloader.h"

#include <algorithm>
#include <atomic>

#include "content/text_files.h"
#include "content/watcher.h"

namespace kiosk::content {

namespace fs = std::filesystem;

struct Reloader::State {
  fs::path folder;
  std::function<void(LoadResult)> on_reloaded;
  std::vector<fs::path> files;  // that what is shown was read from
  std::atomic<bool> removals_meant{false};
  std::unique_ptr<Watcher> watcher;  // last: its thread uses the others

  // Many files may be left out, and then less would be shown than the operator wrote. Whoever deletes one by mistake keeps the page.
  void refuse_removals(LoadResult& loaded, const std::vector<fs::path>& now) const {
    for (const fs::path& file : files) {
      if (std::find(now.begin(), now.end(), file) != now.end()) continue;
      loaded.content.reset();
      loaded.issues.push_back({Severity::error, file.string(), 0, 0, "the file was removed while the kiosk is running",
                               "Put it back; if it is meant to go, touch \"Read the files again\" on the staff pages."});
    }
  }

  void read_again(Watcher& telling) {
    const std::vector<fs::path> now = text_files(folder);
    LoadResult loaded = load(folder, asset_folder());
    if (telling.changed_again()) return;
    if (!removals_meant.exchange(false)) refuse_removals(loaded, now);
    if (loaded.content) files = now;
    on_reloaded(std::move(loaded));
  }
};

base::Result<std::unique_ptr<Reloader>> Reloader::start(const fs::path& folder, bool shown, std::function<void(LoadResult)> on_reloaded) {
  auto state = std::make_unique<State>();
  state->folder = folder;
  state->on_reloaded = std::move(on_reloaded);
  if (shown) state->files = text_files(folder);
  auto watcher = Watcher::start(folder, [reading = state.get()](Watcher& telling) { reading->read_again(telling); });
  if (!watcher) return tl::make_unexpected(watcher.error());
  state->watcher = std::move(*watcher);
  return std::unique_ptr<Reloader>(new Reloader(std::move(state)));
}

Reloader::Reloader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reloader::~Reloader() = default;

void Reloader::read_now() {
  state_->removals_meant = true;
  state_->watcher->tell();
}

}  // namespace kiosk::content
