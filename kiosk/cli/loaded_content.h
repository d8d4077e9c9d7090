// What verbs that need content begin with, and how they end when they fail.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "content/content.h"

namespace kiosk::cli {

// The content of `folder`, or of the first place that `kiosk run` would look at. Where it has errors, the last content that passed, kept in
// `data`: an operator's slip must not keep staff from their work. Fails when there is neither.
base::Result<content::Content> load_content(const std::optional<std::filesystem::path>& folder, const std::filesystem::path& data);

// The zone that the event's hours are in; without content the one where the kiosk stands by default, so that no count and no purge waits for content.
std::string event_time_zone(const std::optional<std::filesystem::path>& folder, const std::filesystem::path& data);

// The sentence on standard error; gives exit status 1.
int failed(const base::Error& error);

}  // namespace kiosk::cli
