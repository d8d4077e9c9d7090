#include "cli/loaded_content.h"

#include <utility>

#include "base/format.h"
#include "base/log.h"

namespace kiosk::cli {

base::Result<content::Content> load_content(const std::optional<std::filesystem::path>& folder, const std::filesystem::path& data) {
  const auto found = content::find_folder(folder);
  if (!found) return tl::make_unexpected(found.error());
  content::LoadResult loaded = content::load(*found, content::asset_folder());
  if (loaded.content) return std::move(*loaded.content);
  if (const auto kept = content::kept_folder(data)) loaded = content::load(*kept, content::asset_folder());
  if (loaded.content) return std::move(*loaded.content);
  return base::fail(fmt::format("{}: the content has errors", found->string()), "Run `kiosk check` and repair what it names.");
}

std::string event_time_zone(const std::optional<std::filesystem::path>& folder, const std::filesystem::path& data) {
  const auto loaded = load_content(folder, data);
  return loaded ? loaded->catalogue.event.time_zone : model::Event().time_zone;
}

int failed(const base::Error& error) {
  base::log_error(error.remedy.empty() ? error.message : fmt::format("{}\n  {}", error.message, error.remedy));
  return 1;
}

}  // namespace kiosk::cli
