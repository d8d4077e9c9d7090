// Markdown (CommonMark, by md4c) to the few blocks that the kiosk shows. Whatever is hostile in it becomes words or is left out and named:
// HTML, links, pictures, tables, nesting of any depth. Private to this folder; pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/markdown.h"

namespace kiosk::content {

struct MarkdownResult {
  std::vector<model::Block> blocks;  // kMostBlocks at most
  std::vector<std::string> lost;     // "a link", "HTML": what is not shown, each once
};

inline constexpr std::size_t kMostBlocks = 200;

// Never fails: a text that is no Markdown is one paragraph.
MarkdownResult read_markdown(std::string_view text);

}  // namespace kiosk::content
