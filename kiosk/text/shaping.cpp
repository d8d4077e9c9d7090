// From valid UTF-8 to lines and placed glyphs, by Pango.
#include <string.h>

#include <algorithm>
#include <cmath>

#include "text/shaper_state.h"

namespace kiosk::text {
namespace {

// Line heights in em (look.md), and how far the baseline stands below the middle of the line, in em: half of what rises above it less
// half of what hangs below, so that a line looks centred in its box.
constexpr float kArabicLineHeight = 1.6F;
constexpr float kLatinLineHeight = 1.4F;
constexpr float kArabicDrop = 0.24F;
constexpr float kLatinDrop = 0.31F;

constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kPopIsolate = "\u2069";

float line_start(const Style& style, float box_px, float width_px) {
  const bool rtl = base::direction(style.language) == base::Direction::right_to_left;
  if (style.align == Align::centre) return std::floor((box_px - width_px) / 2);
  const bool left = (style.align == Align::start) != rtl;
  return left ? 0 : std::floor(box_px - width_px);
}

// Gives letters that no font has no room at all: neither the box that Pango would draw nor a gap says anything to a visitor.
void hide_unknown_letters(PangoLayout* layout, std::string_view text) {
  PangoAttrList* attributes = pango_attr_list_copy(pango_layout_get_attributes(layout));
  for (int line = 0; line < pango_layout_get_line_count(layout); ++line) {
    for (GSList* at = pango_layout_get_line_readonly(layout, line)->runs; at != nullptr; at = at->next) {
      const auto* run = static_cast<const PangoGlyphItem*>(at->data);
      for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
        if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) continue;
        constexpr PangoRectangle kNothing{0, 0, 0, 0};
        const char* const letter = text.data() + run->item->offset + run->glyphs->log_clusters[i];
        PangoAttribute* nothing = pango_attr_shape_new(&kNothing, &kNothing);
        nothing->start_index = static_cast<guint>(letter - text.data());
        nothing->end_index = static_cast<guint>(g_utf8_next_char(letter) - text.data());
        pango_attr_list_insert(attributes, nothing);
      }
    }
  }
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

Shaped make(const Fonts& fonts, std::string_view text, const Style& style) {
  ShapedLayout layout(pango_layout_new(fonts.context(style.language)));
  pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  const Description description = fonts.describe(style);
  pango_layout_set_font_description(layout.get(), description.get());
  if (style.width_px > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(style.width_px * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  }
  PangoAttrList* attributes = pango_attr_list_new();
  // A line that ends within a word gets no hyphen: Arabic has none, and the languages' own rules for it are not ours to guess.
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  if (style.tabular_figures) pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  const int unknown = pango_layout_get_unknown_glyphs_count(layout.get());
  if (unknown > 0) hide_unknown_letters(layout.get(), text);
  return {std::move(layout), text.size(), false, unknown};
}

bool is_dropped_before_ellipsis(gunichar letter) {
  constexpr std::u32string_view kWeakEnds = U",;:.\u00B7\u2013\u2014-\u060C\u061B";
  return g_unichar_isspace(letter) != FALSE || kWeakEnds.find(static_cast<char32_t>(letter)) != std::u32string_view::npos;
}

std::size_t trimmed(std::string_view text, std::size_t end) {
  while (end > 0) {
    const char* before = g_utf8_find_prev_char(text.data(), text.data() + end);
    if (before == nullptr || !is_dropped_before_ellipsis(g_utf8_get_char(before))) break;
    end = static_cast<std::size_t>(before - text.data());
  }
  return end;
}

// Where `text` may be cut so that its line number `last` ends in …, best first: whole words as long as half of that line stays, then
// letter by letter.
std::vector<std::size_t> cuts(PangoLayout* layout, std::string_view text, int last) {
  const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, last);
  const auto line_start_byte = static_cast<std::size_t>(line->start_index);
  const std::size_t line_end = line_start_byte + static_cast<std::size_t>(line->length);
  std::vector<std::size_t> words{line_end};
  std::vector<std::size_t> letters;
  int count = 0;
  const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
  const char* at = text.data();
  for (int i = 0; i < count && at < text.data() + line_end; ++i, at = g_utf8_next_char(at)) {
    const auto byte = static_cast<std::size_t>(at - text.data());
    if (attributes[i].is_line_break != 0 && byte > line_start_byte + (line_end - line_start_byte) / 2) words.push_back(byte);
    if (attributes[i].is_cursor_position != 0) letters.push_back(byte);
  }
  std::sort(words.rbegin(), words.rend());
  std::vector<std::size_t> found;
  for (const std::size_t word : words) found.push_back(trimmed(text, word));
  for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter) found.push_back(trimmed(text, *letter));
  return found;
}

// The beginning of `text` and …, with the isolates (UAX #9, X5a to X6a) closed that the cut left open: … belongs to the paragraph.
std::string shortened(std::string_view text, std::size_t end) {
  std::string cut(text.substr(0, end));
  int open = 0;
  for (const char* at = cut.data(); at < cut.data() + cut.size(); at = g_utf8_next_char(at)) {
    const gunichar letter = g_utf8_get_char(at);
    if (letter >= 0x2066 && letter <= 0x2068) ++open;
    if (letter == 0x2069 && open > 0) --open;
  }
  for (; open > 0; --open) cut.append(kPopIsolate);
  return cut.append(kEllipsis);
}

// Walks the runs of one line from left to right and places their glyphs.
class Placer {
 public:
  Placer(Shaper::State& state, Layout& layout) : state_(state), layout_(layout) {}

  void place(const PangoLayoutLine* line, const Line& where) {
    int x = 0;
    for (GSList* at = line->runs; at != nullptr; at = at->next) {
      const auto* run = static_cast<const PangoGlyphItem*>(at->data);
      const std::uint16_t font = state_.font_number(run->item->analysis.font);
      for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
        const PangoGlyphInfo& info = run->glyphs->glyphs[i];
        add(info, font, where.start_px + pixels(x + info.geometry.x_offset), where.baseline_px + pixels(info.geometry.y_offset));
        x += info.geometry.width;
      }
    }
  }

 private:
  void add(const PangoGlyphInfo& info, std::uint16_t font, float x, float y) {
    if (info.glyph == PANGO_GLYPH_EMPTY) return;
    // The pen stands on whole pixels; what is left of x chooses one of four rasterised positions.
    const float quarters = std::round(x * 4);
    const float whole = std::floor(quarters / 4);
    PlacedGlyph placed;
    placed.key.glyph = info.glyph;
    placed.key.font = font;
    placed.key.quarter = static_cast<std::uint8_t>(quarters - whole * 4);
    placed.x = whole;
    placed.y = std::round(y);
    layout_.glyphs.push_back(placed);
  }

  Shaper::State& state_;
  Layout& layout_;
};

// What the lines paint. A pixel more on every side than Pango says: pens are rounded to quarters across and to whole pixels down.
base::Rect ink_of(PangoLayout* shaped, const std::vector<Line>& lines) {
  float left = 0;
  float right = 0;
  float top = 0;
  float bottom = 0;
  bool any = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    PangoRectangle ink;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(shaped, static_cast<int>(i)), &ink, nullptr);
    if (ink.width <= 0 || ink.height <= 0) continue;
    const float x = lines[i].start_px + pixels(ink.x);
    const float y = lines[i].baseline_px + pixels(ink.y);
    left = any ? std::min(left, x) : x;
    top = any ? std::min(top, y) : y;
    right = any ? std::max(right, x + pixels(ink.width)) : x + pixels(ink.width);
    bottom = any ? std::max(bottom, y + pixels(ink.height)) : y + pixels(ink.height);
    any = true;
  }
  if (!any) return {};
  const base::Point from{std::floor(left) - 1, std::floor(top) - 1};
  return {from.x, from.y, std::ceil(right) + 1 - from.x, std::ceil(bottom) + 1 - from.y};
}

}  // namespace

float line_height(const Style& style) {
  const float ratio = style.language == Language::arabic ? kArabicLineHeight : kLatinLineHeight;
  return std::round(size_bucket(style.size_px) * ratio);
}

float baseline(const Style& style) {
  const float drop = style.language == Language::arabic ? kArabicDrop : kLatinDrop;
  return std::round(line_height(style) / 2 + size_bucket(style.size_px) * drop);
}

float size_bucket(float size_px) {
  constexpr float kWholePixelsUpTo = 64;
  constexpr float kStep = 4;
  if (size_px <= kWholePixelsUpTo) return std::max(1.0F, std::round(size_px));
  return std::round(size_px / kStep) * kStep;
}

void EraseLayout::operator()(PangoLayout* layout) const {
  if (const char* text = pango_layout_get_text(layout)) explicit_bzero(const_cast<char*>(text), strlen(text));
  g_object_unref(layout);
}

std::uint16_t Shaper::State::font_number(PangoFont* font) {
  for (std::size_t i = 0; i < used_fonts.size(); ++i) {
    if (used_fonts[i].get() == font) return static_cast<std::uint16_t>(i);
  }
  g_object_ref(font);
  used_fonts.emplace_back(font);
  return static_cast<std::uint16_t>(used_fonts.size() - 1);
}

// The ellipsis is ours, not Pango's: Pango's keeps the level of the run it cuts, so that in an Arabic line ending in French it would
// stand in the middle, and leaves an Arabic letter waiting for a neighbour that is gone.
Shaped Shaper::State::shape(std::string_view text, const Style& style) {
  Shaped whole = make(*fonts, text, style);
  if (style.max_lines <= 0 || pango_layout_get_line_count(whole.layout.get()) <= style.max_lines) return whole;
  for (const std::size_t end : cuts(whole.layout.get(), text, style.max_lines - 1)) {
    std::string cut = shortened(text, end);
    Shaped shaped = make(*fonts, cut, style);
    shaped.kept_bytes = end;
    shaped.ellipsized = true;
    explicit_bzero(cut.data(), cut.size());
    if (end == 0 || pango_layout_get_line_count(shaped.layout.get()) <= style.max_lines) return shaped;
  }
  return whole;
}

std::vector<Line> Shaper::State::lines(const Shaped& shaped, const Style& style) const {
  const int count = pango_layout_get_line_count(shaped.layout.get());
  std::vector<Line> lines(static_cast<std::size_t>(count));
  float widest = 0;
  for (int i = 0; i < count; ++i) {
    const PangoLayoutLine* from = pango_layout_get_line_readonly(shaped.layout.get(), i);
    PangoRectangle logical;
    pango_layout_line_get_extents(const_cast<PangoLayoutLine*>(from), nullptr, &logical);
    Line& line = lines[static_cast<std::size_t>(i)];
    line.width_px = pixels(logical.width);
    line.baseline_px = line_height(style) * static_cast<float>(i) + baseline(style);
    const auto first = std::min(static_cast<std::size_t>(from->start_index), shaped.kept_bytes);
    const auto end = std::min(static_cast<std::size_t>(from->start_index + from->length), shaped.kept_bytes);
    line.first_byte = static_cast<std::uint32_t>(first);
    line.byte_count = static_cast<std::uint32_t>(end - first);
    widest = std::max(widest, line.width_px);
  }
  const float box = style.width_px > 0 ? style.width_px : std::ceil(widest);
  for (Line& line : lines) line.start_px = line_start(style, box, line.width_px);
  return lines;
}

Layout Shaper::State::lay_out(std::string_view text, const Style& style) {
  const Shaped shaped = shape(text, style);
  PangoLayout* pango = shaped.layout.get();
  Layout layout;
  layout.lines = lines(shaped, style);
  Placer placer(*this, layout);
  float widest = 0;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    placer.place(pango_layout_get_line_readonly(pango, static_cast<int>(i)), layout.lines[i]);
    widest = std::max(widest, layout.lines[i].width_px);
  }
  layout.size = {std::ceil(widest), line_height(style) * static_cast<float>(layout.lines.size())};
  layout.ink = ink_of(pango, layout.lines);
  layout.ellipsized = shaped.ellipsized;
  layout.unknown_letters = shaped.unknown_letters;
  return layout;
}

}  // namespace kiosk::text
