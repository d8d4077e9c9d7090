#include "content/reloader.h"

#include <algorithm>
#include <atomic>
#include <iterator>

#include "base/format.h"
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
  void refuse_removals(LoadResult& loaded) const {
    std::vector<fs::path> gone;
    std::copy_if(files.begin(), files.end(), std::back_inserter(gone), [&](const fs::path& file) { return !holds_text(folder / file); });
    if (gone.empty()) return;
    loaded.content.reset();
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) return;  // said already
    // A folder that is exchanged as a whole is one happening.
    constexpr std::size_t kSaidOneByOne = 3;
    if (gone.size() > kSaidOneByOne) {
      loaded.issues.push_back({Severity::error, folder.string(), 0, 0, fmt::format("{} files were removed or emptied while the kiosk is running: {}, {}, {} …", gone.size(), gone[0].string(), gone[1].string(), gone[2].string()),
                               "Put them back; if they are meant to go, touch \"Read the files again\" on the staff pages."});
      return;
    }
    for (const fs::path& file : gone) {
      const bool is_there = fs::exists(folder / file, failed);
      loaded.issues.push_back({Severity::error, file.string(), 0, 0, is_there ? "the file was emptied while the kiosk is running" : "the file was removed while the kiosk is running",
                               "Put it back; if it is meant to go, touch \"Read the files again\" on the staff pages."});
    }
  }

  void read_again(Watcher& telling) {
    LoadResult loaded = load(folder, asset_folder());
    if (telling.changed_again()) return;
    if (!removals_meant.exchange(false)) refuse_removals(loaded);
    if (loaded.content) files = loaded.content->files;
    on_reloaded(std::move(loaded));
  }
};

base::Result<std::unique_ptr<Reloader>> Reloader::start(const fs::path& folder, std::vector<fs::path> shown, std::function<void(LoadResult)> on_reloaded) {
  auto state = std::make_unique<State>();
  state->folder = folder;
  state->on_reloaded = std::move(on_reloaded);
  state->files = std::move(shown);
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
