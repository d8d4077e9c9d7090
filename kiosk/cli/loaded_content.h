// What verbs that need content begin with, and how they end when they fail.
#pragma once

#include <filesystem>
#include <optional>

#include "base/result.h"
#include "content/content.h"

namespace kiosk::cli {

// The content of `folder`, or of the first place that `kiosk run` would look at. Where it has errors, the last content that passed, kept in
// `data`: an operator's slip must not keep staff from their work. Fails when there is neither.
base::Result<content::Content> load_content(const std::optional<std::filesystem::path>& folder, const std::filesystem::path& data);

// The sentence on standard error; gives exit status 1.
int failed(const base::Error& error);

}  // namespace kiosk::cli
