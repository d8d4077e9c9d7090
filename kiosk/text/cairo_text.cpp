#include "text/cairo_text.h"

#include <hb.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <vector>

#include "text/shaper_state.h"
#include "text/utf8.h"

namespace kiosk::text {
namespace {

constexpr double kUnit = PANGO_SCALE;

// One run of a line with the letters that its glyphs stand for. Programs that read PDF turn a right-to-left line about glyph by glyph: of a
// ligature's two letters they would make ال where لا is written, and a vowel sign, painted above the middle of its letter, would come before it. So in
// such runs the first glyph stands for the cluster's first letter alone, further glyphs for nothing, and each further letter stands under
// an empty glyph a little more to the left.
class LetteredRun {
 public:
  LetteredRun(const PangoGlyphItem* run, const char* text, double x, double y) : run_(run), text_(text), x_(x), y_(y) {
    rtl_ = (run->item->analysis.level & 1U) != 0;
    collect();
  }

  void show(cairo_t* to) const {
    auto* const font = PANGO_CAIRO_FONT(run_->item->analysis.font);
    cairo_set_scaled_font(to, pango_cairo_font_get_scaled_font(font));
    const auto flags = rtl_ ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : static_cast<cairo_text_cluster_flags_t>(0);
    // Cairo wants the glyphs from left to right and, backward, the clusters in reading order; both were collected in reading order.
    std::vector<cairo_glyph_t> glyphs = glyphs_;
    if (rtl_) std::reverse(glyphs.begin(), glyphs.end());
    cairo_show_text_glyphs(to, text_ + run_->item->offset, run_->item->length, glyphs.data(), static_cast<int>(glyphs.size()), clusters_.data(),
                           static_cast<int>(clusters_.size()), flags);
  }

 private:
  void collect() {
    std::vector<double> pens;
    double pen = x_;
    for (int i = 0; i < run_->glyphs->num_glyphs; ++i) {
      pens.push_back(pen);
      pen += run_->glyphs->glyphs[i].geometry.width / kUnit;
    }
    PangoGlyphItemIter at;
    for (gboolean more = pango_glyph_item_iter_init_start(&at, const_cast<PangoGlyphItem*>(run_), text_); more != FALSE; more = pango_glyph_item_iter_next_cluster(&at)) {
      const bool of_letter_before = at.start_index > run_->item->offset && g_unichar_ismark(g_utf8_get_char(text_ + at.start_index)) != FALSE;
      if (!of_letter_before) {
        finish_cluster();
        cluster_.first_byte = at.start_index;
        cluster_.first_glyph = glyphs_.size();
      }
      cluster_.end_byte = at.end_index;
      const int step = at.start_glyph < at.end_glyph ? 1 : -1;
      for (int i = at.start_glyph; i != at.end_glyph; i += step) add_glyph(run_->glyphs->glyphs[i], pens[static_cast<std::size_t>(i)]);
    }
    finish_cluster();
  }

  // Everything from `cluster_.first_glyph` on has been added.
  void finish_cluster() {
    const int bytes = cluster_.end_byte - cluster_.first_byte;
    const int shown = static_cast<int>(glyphs_.size() - cluster_.first_glyph);
    if (bytes == 0) return;
    if (!rtl_ || shown == 0) {
      clusters_.push_back({bytes, shown});
      return;
    }
    double left = glyphs_[cluster_.first_glyph].x;
    for (std::size_t i = cluster_.first_glyph; i < glyphs_.size(); ++i) left = std::min(left, glyphs_[i].x);
    const char* const first = text_ + cluster_.first_byte;
    const char* letter = g_utf8_next_char(first);
    clusters_.push_back({static_cast<int>(letter - first), 1});
    if (shown > 1) clusters_.push_back({0, shown - 1});
    while (letter < text_ + cluster_.end_byte) {
      const char* const next = g_utf8_next_char(letter);
      left -= kStep;
      glyphs_.push_back({empty_glyph(), left, y_});
      clusters_.push_back({static_cast<int>(next - letter), 1});
      letter = next;
    }
  }

  void add_glyph(const PangoGlyphInfo& info, double pen) {
    if (info.glyph == PANGO_GLYPH_EMPTY) return;
    glyphs_.push_back({info.glyph, pen + info.geometry.x_offset / kUnit, y_ + info.geometry.y_offset / kUnit});
  }

  unsigned long empty_glyph() const {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(pango_font_get_hb_font(run_->item->analysis.font), ' ', &glyph);
    return glyph;
  }

  static constexpr double kStep = 1;  // far enough for readers to tell an order, near enough to be the same word

  struct Cluster {
    int first_byte = 0;
    int end_byte = 0;
    std::size_t first_glyph = 0;
  };

  const PangoGlyphItem* run_;
  const char* text_;
  double x_;
  double y_;
  bool rtl_ = false;
  Cluster cluster_;  // being collected
  std::vector<cairo_glyph_t> glyphs_;
  std::vector<cairo_text_cluster_t> clusters_;
};

void show_line(cairo_t* to, const PangoLayoutLine* line, const char* text, double x, double y) {
  for (const GSList* at = line->runs; at != nullptr; at = at->next) {
    const auto* const run = static_cast<const PangoGlyphItem*>(at->data);
    LetteredRun(run, text, x, y).show(to);
    x += pango_glyph_string_get_width(run->glyphs) / kUnit;
  }
}

}  // namespace

void CairoText::show(std::string_view text, const Style& style, base::Point top_left, base::Color color) {
  Style bucketed = style;
  bucketed.size_px = size_bucket(style.size_px);
  std::string storage;
  const Shaped shaped = shaper_.state_->shape(valid_utf8(text, storage), bucketed);
  constexpr double kMost = 255;
  cairo_set_source_rgba(surface_, color.red / kMost, color.green / kMost, color.blue / kMost, color.alpha / kMost);
  int number = 0;
  for (const Line& line : shaper_.state_->lines(shaped, bucketed)) {
    show_line(surface_, pango_layout_get_line_readonly(shaped.layout.get(), number++), pango_layout_get_text(shaped.layout.get()), top_left.x + line.start_px,
              top_left.y + line.baseline_px);
  }
}

}  // namespace kiosk::text
