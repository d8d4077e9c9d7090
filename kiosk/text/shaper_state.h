// What a Shaper owns; shared with the GlyphAtlas, which rasterises with the same fonts. Not part of the folder's public face.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/fonts.h"
#include "text/layout.h"

namespace kiosk::text {

inline float pixels(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }

struct LayoutKey {
  LayoutKey(std::string_view whole_text, const Style& whole_style) : text(whole_text), style(whole_style) {}
  std::string text;
  Style style;
};

// Looks up without copying: a hit allocates nothing.
struct LayoutKeyView {
  std::string_view text;
  const Style* style;
};

struct LayoutKeyHash {
  using is_transparent = void;
  std::size_t operator()(const LayoutKeyView& key) const;
  std::size_t operator()(const LayoutKey& key) const { return (*this)(LayoutKeyView{key.text, &key.style}); }
};

struct LayoutKeyEqual {
  using is_transparent = void;
  static LayoutKeyView view(const LayoutKey& key) { return {key.text, &key.style}; }
  static LayoutKeyView view(const LayoutKeyView& key) { return key; }
  template <class A, class B>
  bool operator()(const A& a, const B& b) const {
    return view(a).text == view(b).text && *view(a).style == *view(b).style;
  }
};

struct CachedLayout {
  Layout layout;
  std::uint64_t used = 0;  // frame
  std::vector<CaretStop> stops = {};  // once somebody asked for them
};

using LayoutCache = std::unordered_map<LayoutKey, CachedLayout, LayoutKeyHash, LayoutKeyEqual>;

// Pango's own copy of the text is overwritten before it is freed: it may be what a visitor typed.
struct EraseLayout {
  void operator()(PangoLayout* layout) const;
};
using ShapedLayout = std::unique_ptr<PangoLayout, EraseLayout>;

struct Shaped {
  ShapedLayout layout;
  std::size_t kept_bytes = 0;  // of the text; less than all of it when the rest became …
  bool ellipsized = false;
  int unknown_letters = 0;  // nothing is drawn in their place
};

float line_height(const Style& style);  // whole pixels
float baseline(const Style& style);     // from the top of a line, whole pixels

struct Shaper::State {
  std::unique_ptr<Fonts> fonts;
  LayoutCache cache;
  std::vector<Ref<PangoFont>> used_fonts;  // by GlyphKey::font
  std::uint64_t frame = 0;
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
  std::size_t bytes = 0;
  std::array<std::unordered_map<char32_t, bool>, base::kLanguageCount> has_font;  // of single letters, once asked

  std::uint16_t font_number(PangoFont* font);
  // Valid UTF-8 in both.
  Shaped shape(std::string_view text, const Style& style);
  Layout lay_out(std::string_view text, const Style& style);
  // Where the lines of `shaped` stand, without glyphs.
  std::vector<Line> lines(const Shaped& shaped, const Style& style) const;
  std::vector<CaretStop> caret_stops(std::string_view text, const Style& style);
  LayoutCache::iterator drop(LayoutCache::iterator at);
  // Pango keeps the buffer that HarfBuzz shaped last, code points included: shapes other text in it.
  void shape_over();
};

}  // namespace kiosk::text
