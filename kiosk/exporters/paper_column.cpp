#include "exporters/paper_column.h"

#include <algorithm>

#include "base/format.h"

namespace kiosk::exporters {
namespace {

constexpr float kIndent = 44;
constexpr float kDotSide = 12;

}  // namespace

void PaperColumn::add_text(const base::Phrase& phrase, const Ink& ink, float gap, bool with_next) {
  if (phrase.text.empty()) return;
  const float width = width_;
  add({paper_->height(phrase, ink, width), gap, with_next,
       [phrase, ink, width](Paper& paper, base::Point at) { paper.write(at, width, phrase, ink); }});
}

void PaperColumn::add_item(const base::Phrase& phrase, const Ink& ink, float gap, base::Color mark, int number) {
  if (phrase.text.empty()) return;
  const float width = width_ - kIndent;
  const base::Phrase counted{fmt::format("{}.", number), phrase.language};
  const float line = paper_->height(counted, ink, width);
  add({paper_->height(phrase, ink, width), gap, false, [=](Paper& paper, base::Point at) {
         if (number > 0) {
           paper.write(at, kIndent, counted, ink);
         } else {
           paper.fill({at.x + 4, at.y + (line - kDotSide) / 2, kDotSide, kDotSide}, mark, kDotSide / 2);
         }
         paper.write({at.x + kIndent, at.y}, width, phrase, ink);
       }});
}

float PaperColumn::height() const {
  float height = 0;
  for (std::size_t i = next_; i < blocks_.size(); ++i) height += blocks_[i].height + (i == next_ ? 0 : blocks_[i].gap);
  return height;
}

std::size_t PaperColumn::end_of_page(float height) const {
  float used = 0;
  std::size_t end = next_;
  while (end < blocks_.size()) {
    used += blocks_[end].height + (end == next_ ? 0 : blocks_[end].gap);
    if (used > height) break;
    ++end;
  }
  if (end == blocks_.size()) return end;
  while (end > next_ && blocks_[end - 1].with_next) --end;
  return std::max(end, next_ + 1);
}

float PaperColumn::draw_page(base::Point top_left, float height) {
  if (done()) return 0;
  const std::size_t end = end_of_page(height);
  float y = top_left.y;
  for (std::size_t i = next_; i < end; ++i) {
    if (i != next_) y += blocks_[i].gap;
    blocks_[i].draw(*paper_, {top_left.x, y});
    y += blocks_[i].height;
  }
  next_ = end;
  return y - top_left.y;
}

}  // namespace kiosk::exporters
