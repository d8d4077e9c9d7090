#include "text/layout.h"

#include <string.h>

#include "text/shaper_state.h"
#include "text/utf8.h"

namespace kiosk::text {
namespace {

constexpr std::size_t kBudgetBytes = 3U << 20U;
constexpr std::uint64_t kRecentFrames = 120;

std::size_t size_of(const LayoutCache::value_type& entry) {
  const auto& [key, cached] = entry;
  return sizeof(entry) + key.text.capacity() + cached.layout.glyphs.capacity() * sizeof(PlacedGlyph) +
         cached.layout.lines.capacity() * sizeof(Line) + cached.stops.capacity() * sizeof(CaretStop);
}

}  // namespace

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

// The glyphs tell the text too. The key is zeroed in place although it is const: the entry goes in the same breath.
LayoutCache::iterator Shaper::State::drop(LayoutCache::iterator at) {
  bytes -= size_of(*at);
  auto& text = const_cast<std::string&>(at->first.text);
  std::vector<PlacedGlyph>& glyphs = at->second.layout.glyphs;
  LayoutCache::node_type node = cache.extract(at++);
  explicit_bzero(text.data(), text.size());
  if (!glyphs.empty()) explicit_bzero(static_cast<void*>(glyphs.data()), glyphs.size() * sizeof(PlacedGlyph));
  return at;
}

// Runs that are longer than anything typed, with neighbours on both sides.
void Shaper::State::shape_over() {
  constexpr std::size_t kLongerThanTyped = 2048;
  std::string text(kLongerThanTyped, 'o');
  for (std::size_t i = 0; i < kLongerThanTyped; ++i) text += "\u0627";
  text.append(kLongerThanTyped, 'o');
  lay_out(text, {});
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
  Style bucketed = style;
  bucketed.size_px = size_bucket(style.size_px);
  const auto found = s.cache.find(LayoutKeyView{text, &bucketed});
  if (found != s.cache.end()) {
    ++s.hits;
    found->second.used = s.frame;
    return found->second.layout;
  }
  ++s.misses;
  std::string storage;
  const std::string_view valid = valid_utf8(text, storage);
  CachedLayout cached{s.lay_out(valid, bucketed), s.frame};
  if (valid.data() != text.data()) {
    for (Line& line : cached.layout.lines) {
      const std::size_t end = original_byte(text, line.first_byte + line.byte_count);
      line.first_byte = static_cast<std::uint32_t>(original_byte(text, line.first_byte));
      line.byte_count = static_cast<std::uint32_t>(end - line.first_byte);
    }
    explicit_bzero(storage.data(), storage.size());
  }
  // Built in its place: a moved short string would leave a copy behind.
  const auto [entry, inserted] =
      s.cache.emplace(std::piecewise_construct, std::forward_as_tuple(text, bucketed), std::forward_as_tuple(std::move(cached)));
  s.bytes += size_of(*entry);
  return entry->second.layout;
}

const std::vector<CaretStop>& Shaper::caret_stops(std::string_view text, const Style& style) {
  layout(text, style);
  Style bucketed = style;
  bucketed.size_px = size_bucket(style.size_px);
  LayoutCache::value_type& entry = *state_->cache.find(LayoutKeyView{text, &bucketed});
  if (entry.second.stops.empty()) {
    entry.second.stops = state_->caret_stops(text, bucketed);
    state_->bytes += entry.second.stops.capacity() * sizeof(CaretStop);
  }
  return entry.second.stops;
}

void Shaper::trim() {
  State& s = *state_;
  ++s.frame;
  if (s.bytes <= kBudgetBytes) return;
  // While something is zoomed every frame brings new sizes: twice the budget is the end of patience.
  const std::uint64_t kept_frames = s.bytes > 2 * kBudgetBytes ? 1 : kRecentFrames;
  for (auto at = s.cache.begin(); at != s.cache.end();) at = at->second.used + kept_frames >= s.frame ? std::next(at) : s.drop(at);
}

void Shaper::forget() {
  if (state_->cache.empty()) return;
  for (auto at = state_->cache.begin(); at != state_->cache.end();) at = state_->drop(at);
  state_->shape_over();
}

Shaper::Statistics Shaper::statistics() const { return {state_->cache.size(), state_->bytes, state_->hits, state_->misses}; }

}  // namespace kiosk::text
