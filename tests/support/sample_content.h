// The sample content of config/, for tests that want what visitors see: read once, or a copy of one's own to change.
#pragma once

#include <stdexcept>
#include <utility>

#include "content/content.h"

namespace kiosk::tests {

inline content::Content load_sample() {
  const std::filesystem::path source = KIOSK_SOURCE_DIR;
  content::LoadResult loaded = content::load(source / "config", source / "assets");
  if (!loaded.content) throw std::runtime_error("the sample content has errors: see `kiosk check config`");
  return std::move(*loaded.content);
}

inline const content::Content& sample() {
  static const content::Content content = load_sample();
  return content;
}

}  // namespace kiosk::tests
