// Text to positioned glyphs: bidi (UAX #9), shaping, font fallback, line breaking (UAX #14), ellipsis and caret stops, all by
// Pango; never a renderer, knows no GPU. One Shaper, used from one thread. Text is UTF-8; an invalid sequence is shown as U+FFFD.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/language.h"
#include "base/result.h"

namespace kiosk::text {

using base::Language;

enum class Face : std::uint8_t { title, body };  // title: Noto Kufi Arabic Bold / Noto Sans Bold; body: Noto Sans Arabic / Noto Sans
enum class Weight : std::uint8_t { regular, bold };  // of body; a title is always bold; Tifinagh has no bold
enum class Align : std::uint8_t { start, centre, end };

// All that decides a layout besides the text. Colour does not, so it is not here.
struct Style {
  Face face = Face::body;
  Weight weight = Weight::regular;
  Language language = Language::arabic;  // decides base direction, fonts and line height; never guessed from the letters
  float size_px = 30;                    // em size; rounded to the next of the size buckets (see size_bucket)
  float width_px = 0;                    // lines break at this width; 0: one line as long as the text
  int max_lines = 0;                     // the last of them ends in … when text is left; 0: no limit
  Align align = Align::start;            // within width_px
  bool tabular_figures = false;
  bool operator==(const Style&) const = default;
};

// The sizes glyphs are rasterised at: whole pixels up to 64, then steps of 4. Zooming does not flood the atlas.
float size_bucket(float size_px);

// What a glyph of the atlas is looked up by. `font` numbers the real fonts in use (family, weight, size) of one Shaper.
struct GlyphKey {
  std::uint32_t glyph = 0;
  std::uint16_t font = 0;
  std::uint8_t quarter = 0;  // horizontal position within the pixel, in quarters
  bool operator==(const GlyphKey&) const = default;
};

struct PlacedGlyph {
  GlyphKey key;
  float x = 0;  // pen position on the baseline, whole pixels, relative to the layout's top left
  float y = 0;
};

struct Line {
  float baseline_px = 0;  // from the top of the layout
  float start_px = 0;     // left edge of the line's logical extent
  float width_px = 0;
  std::uint32_t first_byte = 0;
  std::uint32_t byte_count = 0;
};

struct CaretStop {
  std::uint32_t byte = 0;  // offset in the text, at a grapheme boundary (UAX #29)
  float strong_x = 0;      // where a letter of the paragraph's direction would go
  float weak_x = 0;        // where a letter of the other direction would go
  float top = 0;
  float height = 0;
};

// Immutable after creation.
struct Layout {
  base::Size size;       // logical: widest line × lines at our line height (1.6 em Arabic, 1.4 em others)
  base::Rect ink;        // what is really painted; harakat stick out of `size`: never clip to it
  std::vector<PlacedGlyph> glyphs;  // in visual order, line by line
  std::vector<Line> lines;
  bool ellipsized = false;
  int unknown_letters = 0;  // that no font has: nothing is drawn in their place
};

class Shaper {
 public:
  struct State;  // opaque: shaper_state.h
  // Builds a private fontconfig of exactly the font files found below `font_folders` that the faces need; the system's font
  // settings play no part. Fails with the name of a font that is missing and the Debian package that has it.
  static base::Result<std::unique_ptr<Shaper>> create(const std::vector<std::filesystem::path>& font_folders);
  ~Shaper();

  // Cached by text and style, both compared whole. The reference lives until `trim` or `forget` drops it: use it within the frame.
  const Layout& layout(std::string_view text, const Style& style);

  // Caret stops in logical order, one per grapheme boundary, first and last included. Made once and kept with the layout, which they live
  // as long as.
  const std::vector<CaretStop>& caret_stops(std::string_view text, const Style& style);
  // What the bytes `first` to `last` of `text`, valid UTF-8, take up: a rectangle for each run of one direction on each line, relative to
  // the layout's top left.
  std::vector<base::Rect> runs(std::string_view text, const Style& style, std::size_t first, std::size_t last);
  // The grapheme boundary nearest to `point` (relative to the layout's top left).
  std::uint32_t byte_at(std::string_view text, const Style& style, base::Point point);
  // Code points of `text` that none of our fonts has; empty when all can be shown.
  std::u32string unknown_letters(std::string_view text, Language language);

  // Call once a frame: drops layouts that no frame used for a while once the cache holds more than its budget.
  void trim();
  // Drops every layout and zeroes the memory of the text in it: nothing a visitor typed stays.
  void forget();

  struct Statistics {
    std::size_t layouts = 0;
    std::size_t bytes = 0;
    std::uint64_t hits = 0;
    std::uint64_t misses = 0;
  };
  Statistics statistics() const;

 private:
  friend class GlyphAtlas;
  friend class CairoText;
  explicit Shaper(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Our own functions over Pango's Unicode algorithms, for the conformance tests and for text fields.
// Embedding levels (UAX #9, rules P1 to L1) of the code points of one line that is its own paragraph. What rule X9 removes
// (embedding controls and the like) has the level of its neighbour.
std::vector<std::uint8_t> embedding_levels(std::u32string_view text, bool right_to_left);
// Visual order (UAX #9): the code point indices of one line of `text` from left to right, with base direction `right_to_left`.
std::vector<std::uint32_t> visual_order(std::u32string_view text, bool right_to_left);
// Byte offsets where a line may (UAX #14) or a grapheme does (UAX #29) end, 0 and the length included as the standards say.
std::vector<std::uint32_t> line_break_opportunities(std::string_view text);
std::vector<std::uint32_t> grapheme_boundaries(std::string_view text);

}  // namespace kiosk::text
