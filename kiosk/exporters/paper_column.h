// A column of a paper as blocks of known height, and how they are dealt out to pages. Blocks are made first and drawn later, because a PDF's
// pages are drawn in order while its columns are filled one by one. Pure but for what a block's `draw` does.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "exporters/paper.h"

namespace kiosk::exporters {

struct Block {
  float height = 0;
  float gap = 0;              // above it, not at the top of a page
  bool with_next = false;     // a heading: never the last of a page
  std::function<void(Paper& paper, base::Point top_left)> draw;
};

class PaperColumn {
 public:
  // Blocks are measured and drawn at `width`. `paper` must outlive this.
  PaperColumn(Paper& paper, float width) : paper_(&paper), width_(width) {}

  float width() const { return width_; }
  void add(Block block) { blocks_.push_back(std::move(block)); }
  void add_text(const base::Phrase& phrase, const Ink& ink, float gap, bool with_next = false);
  // With a dot, or `number` where it is not 0, before it.
  void add_item(const base::Phrase& phrase, const Ink& ink, float gap, base::Color mark, int number = 0);

  float height() const;
  // What fits from the first block that is not yet drawn, drawn into `height` from `top_left`; at least one block, or nothing would ever end.
  // Gives the height used.
  float draw_page(base::Point top_left, float height);
  bool done() const { return next_ == blocks_.size(); }

 private:
  std::size_t end_of_page(float height) const;

  Paper* paper_;
  float width_;
  std::vector<Block> blocks_;
  std::size_t next_ = 0;
};

}  // namespace kiosk::exporters
