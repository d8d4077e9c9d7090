#include "text/layout.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "text/shaper_state.h"
#include "text/utf8.h"

namespace kiosk::text {
namespace {

// Line heights in em (look.md), and where the baseline stands in the line: half-way, lifted by a quarter em, so that a line of small
// letters looks centred in its box in both scripts.
constexpr float kArabicLineHeight = 1.6F;
constexpr float kLatinLineHeight = 1.4F;
constexpr float kBaselineLift = 0.25F;
constexpr std::size_t kBudgetBytes = 3U << 20U;
constexpr std::uint64_t kRecentFrames = 120;

float line_height(const Style& style) {
  const float ratio = style.language == Language::arabic ? kArabicLineHeight : kLatinLineHeight;
  return std::round(size_bucket(style.size_px) * ratio);
}

float baseline(const Style& style) { return std::round(line_height(style) / 2 + size_bucket(style.size_px) * kBaselineLift); }

float pixels(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }

float line_start(const Style& style, float box_px, float width_px) {
  const bool rtl = base::direction(style.language) == base::Direction::right_to_left;
  if (style.align == Align::centre) return std::floor((box_px - width_px) / 2);
  const bool left = (style.align == Align::start) != rtl;
  return left ? 0 : std::floor(box_px - width_px);
}

std::size_t size_of(const Layout& layout, std::size_t text) {
  return sizeof(Layout) + text + layout.glyphs.size() * sizeof(PlacedGlyph) + layout.lines.size() * sizeof(Line);
}

void zero(std::string& text) {
  volatile char* bytes = text.data();
  for (std::size_t i = 0; i < text.size(); ++i) bytes[i] = 0;
}

}  // namespace

float size_bucket(float size_px) {
  constexpr float kWholePixelsUpTo = 64;
  constexpr float kStep = 4;
  if (size_px <= kWholePixelsUpTo) return std::max(1.0F, std::round(size_px));
  return std::round(size_px / kStep) * kStep;
}

std::size_t LayoutKeyHash::operator()(const LayoutKeyView& key) const {
  std::size_t hash = std::hash<std::string_view>()(key.text);
  const auto add = [&hash](std::size_t value) { hash = hash * 1099511628211U ^ value; };
  const Style& style = *key.style;
  add(static_cast<std::size_t>(style.face) | static_cast<std::size_t>(style.weight) << 2U | static_cast<std::size_t>(style.language) << 4U |
      static_cast<std::size_t>(style.align) << 8U | static_cast<std::size_t>(style.tabular_figures) << 10U);
  add(std::hash<float>()(style.size_px));
  add(std::hash<float>()(style.width_px));
  add(static_cast<std::size_t>(style.max_lines));
  return hash;
}

std::uint16_t Shaper::State::font_number(PangoFont* font) {
  for (std::size_t i = 0; i < used_fonts.size(); ++i) {
    if (used_fonts[i].get() == font) return static_cast<std::uint16_t>(i);
  }
  g_object_ref(font);
  used_fonts.emplace_back(font);
  return static_cast<std::uint16_t>(used_fonts.size() - 1);
}

Ref<PangoLayout> Shaper::State::shape(std::string_view text, const Style& style) {
  Ref<PangoLayout> layout(pango_layout_new(fonts->context(style.language)));
  pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  const Description description = fonts->describe(style);
  pango_layout_set_font_description(layout.get(), description.get());
  if (style.width_px > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(style.width_px * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  }
  if (style.max_lines > 0 && style.width_px > 0) {
    pango_layout_set_height(layout.get(), -style.max_lines);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  }
  if (style.tabular_figures) {
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
  }
  return layout;
}

namespace {

// Walks the runs of one line from left to right and places their glyphs.
class Placer {
 public:
  Placer(Shaper::State& state, Layout& layout) : state_(state), layout_(layout) {}

  void place(PangoLayoutLine* line, float start_px, float baseline_px) {
    int x = 0;
    for (GSList* at = line->runs; at != nullptr; at = at->next) {
      const auto* run = static_cast<const PangoGlyphItem*>(at->data);
      const std::uint16_t font = state_.font_number(run->item->analysis.font);
      for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
        const PangoGlyphInfo& info = run->glyphs->glyphs[i];
        add(info, font, start_px + pixels(x + info.geometry.x_offset), baseline_px + pixels(info.geometry.y_offset));
        x += info.geometry.width;
      }
    }
  }

 private:
  void add(const PangoGlyphInfo& info, std::uint16_t font, float x, float y) {
    if (info.glyph == PANGO_GLYPH_EMPTY) return;
    const bool unknown = (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
    // The pen stands on whole pixels; what is left of x chooses one of four rasterised positions.
    const float quarters = std::round(x * 4);
    const float whole = std::floor(quarters / 4);
    PlacedGlyph placed;
    placed.key.glyph = unknown ? 0 : info.glyph;  // glyph 0 is the font's own empty box
    placed.key.font = font;
    placed.key.quarter = static_cast<std::uint8_t>(quarters - whole * 4);
    placed.x = whole;
    placed.y = std::round(y);
    layout_.glyphs.push_back(placed);
  }

  Shaper::State& state_;
  Layout& layout_;
};

}  // namespace

Layout Shaper::State::lay_out(std::string_view text, const Style& style) {
  const Ref<PangoLayout> shaped = shape(text, style);
  Layout layout;
  const int count = pango_layout_get_line_count(shaped.get());
  std::vector<PangoRectangle> extents(static_cast<std::size_t>(count));
  std::vector<PangoRectangle> inks(static_cast<std::size_t>(count));
  float widest = 0;
  for (int i = 0; i < count; ++i) {
    auto& logical = extents[static_cast<std::size_t>(i)];
    pango_layout_line_get_extents(pango_layout_get_line_readonly(shaped.get(), i), &inks[static_cast<std::size_t>(i)], &logical);
    widest = std::max(widest, pixels(logical.width));
  }
  const float box = style.width_px > 0 ? style.width_px : std::ceil(widest);
  const float height = line_height(style);
  Placer placer(*this, layout);
  float left = box;
  float right = 0;
  float top = height * static_cast<float>(count);
  float bottom = 0;
  for (int i = 0; i < count; ++i) {
    PangoLayoutLine* line = pango_layout_get_line_readonly(shaped.get(), i);
    const PangoRectangle& ink = inks[static_cast<std::size_t>(i)];
    Line placed;
    placed.width_px = pixels(extents[static_cast<std::size_t>(i)].width);
    placed.start_px = line_start(style, box, placed.width_px);
    placed.baseline_px = height * static_cast<float>(i) + baseline(style);
    placed.first_byte = static_cast<std::uint32_t>(line->start_index);
    placed.byte_count = static_cast<std::uint32_t>(line->length);
    placer.place(line, placed.start_px, placed.baseline_px);
    if (ink.width > 0) {
      left = std::min(left, placed.start_px + pixels(ink.x));
      right = std::max(right, placed.start_px + pixels(ink.x + ink.width));
      top = std::min(top, placed.baseline_px + pixels(ink.y));
      bottom = std::max(bottom, placed.baseline_px + pixels(ink.y + ink.height));
    }
    layout.lines.push_back(placed);
  }
  layout.size = {std::ceil(widest), height * static_cast<float>(count)};
  if (right > left) layout.ink = {std::floor(left), std::floor(top), std::ceil(right) - std::floor(left), std::ceil(bottom) - std::floor(top)};
  layout.ellipsized = pango_layout_is_ellipsized(shaped.get()) != FALSE;
  layout.unknown_glyphs = pango_layout_get_unknown_glyphs_count(shaped.get());
  return layout;
}

Shaper::Shaper(std::unique_ptr<State> state) : state_(std::move(state)) {}
Shaper::~Shaper() { forget(); }

base::Result<std::unique_ptr<Shaper>> Shaper::create(const std::vector<std::filesystem::path>& font_folders) {
  auto fonts = Fonts::load(font_folders);
  if (!fonts) return tl::make_unexpected(fonts.error());
  auto state = std::make_unique<State>();
  state->fonts = std::move(*fonts);
  return std::unique_ptr<Shaper>(new Shaper(std::move(state)));
}

const Layout& Shaper::layout(std::string_view text, const Style& style) {
  State& s = *state_;
  const auto found = s.cache.find(LayoutKeyView{text, &style});
  if (found != s.cache.end()) {
    ++s.hits;
    found->second.used = s.frame;
    return found->second.layout;
  }
  ++s.misses;
  std::string storage;
  CachedLayout cached{s.lay_out(valid_utf8(text, storage), style), s.frame};
  zero(storage);
  s.bytes += size_of(cached.layout, text.size());
  return s.cache.emplace(LayoutKey{std::string(text), style}, std::move(cached)).first->second.layout;
}

void Shaper::trim() {
  State& s = *state_;
  ++s.frame;
  if (s.bytes <= kBudgetBytes) return;
  for (auto at = s.cache.begin(); at != s.cache.end();) {
    if (at->second.used + kRecentFrames >= s.frame) {
      ++at;
      continue;
    }
    s.bytes -= size_of(at->second.layout, at->first.text.size());
    at = s.cache.erase(at);
  }
}

void Shaper::forget() {
  for (auto& [key, cached] : state_->cache) zero(const_cast<std::string&>(key.text));
  state_->cache.clear();
  state_->bytes = 0;
}

Shaper::Statistics Shaper::statistics() const { return {state_->cache.size(), state_->bytes, state_->hits, state_->misses}; }

std::vector<CaretStop> Shaper::caret_stops(std::string_view text, const Style& style) {
  std::string storage;
  const std::string_view valid = valid_utf8(text, storage);
  const Ref<PangoLayout> shaped = state_->shape(valid, style);
  const Layout placed = state_->lay_out(valid, style);
  int count = 0;
  const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(shaped.get(), &count);
  std::vector<CaretStop> stops;
  const char* at = valid.data();
  for (int i = 0; i < count; ++i) {
    const auto byte = static_cast<int>(at - valid.data());
    if (attributes[i].is_cursor_position != 0) {
      PangoRectangle strong{};
      PangoRectangle weak{};
      pango_layout_get_cursor_pos(shaped.get(), byte, &strong, &weak);
      int line = 0;
      int x = 0;
      pango_layout_index_to_line_x(shaped.get(), byte, FALSE, &line, &x);
      const Line& on = placed.lines[static_cast<std::size_t>(std::clamp(line, 0, static_cast<int>(placed.lines.size()) - 1))];
      stops.push_back({static_cast<std::uint32_t>(byte), on.start_px + pixels(strong.x), on.start_px + pixels(weak.x),
                       line_height(style) * static_cast<float>(line), line_height(style)});
    }
    if (i + 1 < count) at = g_utf8_next_char(at);
  }
  return stops;
}

std::uint32_t Shaper::byte_at(std::string_view text, const Style& style, base::Point point) {
  const std::vector<CaretStop> stops = caret_stops(text, style);
  const auto distance = [&](const CaretStop& stop) {
    const float dy = std::max({0.0F, stop.top - point.y, point.y - (stop.top + stop.height)});
    return std::abs(stop.strong_x - point.x) + dy * 1000;
  };
  const auto nearest = std::min_element(stops.begin(), stops.end(), [&](const CaretStop& a, const CaretStop& b) { return distance(a) < distance(b); });
  return nearest == stops.end() ? 0 : nearest->byte;
}

std::u32string Shaper::unknown_letters(std::string_view text, Language language) {
  Style style;
  style.language = language;
  std::u32string unknown;
  std::string storage;
  const std::string_view valid = valid_utf8(text, storage);
  if (layout(valid, style).unknown_glyphs == 0) return unknown;
  for (const char* at = valid.data(); at < valid.data() + valid.size(); at = g_utf8_next_char(at)) {
    const auto letter = static_cast<char32_t>(g_utf8_get_char(at));
    const std::string_view one(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
    if (unknown.find(letter) == std::u32string::npos && layout(one, style).unknown_glyphs > 0) unknown.push_back(letter);
  }
  return unknown;
}

}  // namespace kiosk::text
