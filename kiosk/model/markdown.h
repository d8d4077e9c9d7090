// A text of several blocks, read from Markdown by `content`. Emphasis, links and the like are plain words here: inside an Arabic word no style
// may change, and nobody follows a link on a lobby screen.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/language.h"

namespace kiosk::model {

enum class BlockKind : std::uint8_t { paragraph, heading, bullet, numbered };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  int number = 0;  // of a numbered line, counted from its list's first
  bool operator==(const Block&) const = default;
};

struct LocalBlocks {
  std::array<std::vector<Block>, base::kLanguageCount> by_language;

  const std::vector<Block>& in(base::Language language) const { return by_language[static_cast<std::size_t>(language)]; }
  std::vector<Block>& in(base::Language language) { return by_language[static_cast<std::size_t>(language)]; }
};

}  // namespace kiosk::model
