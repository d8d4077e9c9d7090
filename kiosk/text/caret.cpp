// Where the caret may stand, which touch means which place, and the Unicode algorithms on their own.
#include <string.h>

#include <algorithm>
#include <cmath>

#include "text/shaper_state.h"
#include "text/utf8.h"

namespace kiosk::text {
namespace {

// The left edge of every line in Pango's own coordinates, which align lines in their own way.
std::vector<float> pango_lefts(PangoLayout* layout) {
  std::vector<float> lefts;
  PangoLayoutIter* iter = pango_layout_get_iter(layout);
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iter, nullptr, &logical);
    lefts.push_back(pixels(logical.x));
  } while (pango_layout_iter_next_line(iter) != FALSE);
  pango_layout_iter_free(iter);
  return lefts;
}

// Which bytes have a neighbour before them in the same run. There the caret has one place, and Pango need not be asked for its two, which
// takes many times as long: that counts in an answer of 600 bytes.
class RunsOfBytes {
 public:
  RunsOfBytes(PangoLayout* layout, std::size_t bytes) : within_(bytes + 1, false) {
    for (GSList* line = pango_layout_get_lines_readonly(layout); line != nullptr; line = line->next) {
      for (GSList* at = static_cast<const PangoLayoutLine*>(line->data)->runs; at != nullptr; at = at->next) {
        const PangoItem* item = static_cast<const PangoGlyphItem*>(at->data)->item;
        for (int i = 1; i < item->length; ++i) within_[std::min(static_cast<std::size_t>(item->offset + i), bytes)] = true;
      }
    }
  }
  bool within(std::size_t byte) const { return within_[std::min(byte, within_.size() - 1)]; }

 private:
  std::vector<bool> within_;
};

struct FreeAttributes {
  void operator()(void* block) const { g_free(block); }
};

// One more than there are code points: what holds before each and after the last.
std::vector<PangoLogAttr> log_attributes(std::string_view text) {
  std::vector<PangoLogAttr> attributes(static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size()))) + 1);
  pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1, pango_language_from_string("C"), attributes.data(),
                      static_cast<int>(attributes.size()));
  return attributes;
}

template <class Wanted>
std::vector<std::uint32_t> bytes_where(std::string_view text, Wanted wanted) {
  std::vector<std::uint32_t> bytes;
  if (text.empty()) return bytes;
  std::string storage;
  const std::string_view valid = valid_utf8(text, storage);
  const std::vector<PangoLogAttr> attributes = log_attributes(valid);
  const char* at = valid.data();
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const auto byte = static_cast<std::size_t>(at - valid.data());
    const std::size_t original = valid.data() == text.data() ? byte : original_byte(text, byte);
    if (wanted(attributes[i], i, attributes.size() - 1)) bytes.push_back(static_cast<std::uint32_t>(original));
    if (i + 1 < attributes.size()) at = g_utf8_next_char(at);
  }
  explicit_bzero(storage.data(), storage.size());
  return bytes;
}

}  // namespace

std::vector<CaretStop> Shaper::State::caret_stops(std::string_view text, const Style& style) {
  std::string storage;
  const std::string_view valid = valid_utf8(text, storage);
  const Shaped shaped = shape(valid, style);
  const std::vector<Line> placed = lines(shaped, style);
  const std::vector<float> lefts = pango_lefts(shaped.layout.get());
  std::vector<std::uint32_t> boundaries = grapheme_boundaries(valid);
  if (boundaries.empty()) boundaries.push_back(0);
  const RunsOfBytes runs(shaped.layout.get(), valid.size());
  std::vector<CaretStop> stops;
  stops.reserve(boundaries.size());
  for (const std::uint32_t byte : boundaries) {
    const auto index = static_cast<int>(std::min<std::size_t>(byte, shaped.kept_bytes));
    int on = 0;
    int x = 0;
    pango_layout_index_to_line_x(shaped.layout.get(), index, FALSE, &on, &x);
    const auto line = static_cast<std::size_t>(std::clamp(on, 0, static_cast<int>(placed.size()) - 1));
    const float shift = placed[line].start_px - lefts[line];
    float strong_x = placed[line].start_px + pixels(x);
    float weak_x = strong_x;
    if (!runs.within(static_cast<std::size_t>(index))) {
      PangoRectangle strong;
      PangoRectangle weak;
      pango_layout_get_cursor_pos(shaped.layout.get(), index, &strong, &weak);
      strong_x = shift + pixels(strong.x);
      weak_x = shift + pixels(weak.x);
    }
    const std::size_t original = valid.data() == text.data() ? byte : original_byte(text, byte);
    stops.push_back({static_cast<std::uint32_t>(original), strong_x, weak_x,
                     line_height(style) * static_cast<float>(line), line_height(style)});
  }
  explicit_bzero(storage.data(), storage.size());
  return stops;
}

std::vector<base::Rect> Shaper::runs(std::string_view text, const Style& style, std::size_t first, std::size_t last) {
  std::vector<base::Rect> found;
  std::string storage;
  const Shaped shaped = state_->shape(valid_utf8(text, storage), style);
  const std::vector<Line> lines = state_->lines(shaped, style);
  const std::vector<float> lefts = pango_lefts(shaped.layout.get());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // Clipped to the line: Pango lets a range that goes on fill the line to its edge.
    const std::size_t from = std::max<std::size_t>(first, lines[i].first_byte);
    const std::size_t to = std::min<std::size_t>(last, lines[i].first_byte + lines[i].byte_count);
    if (from >= to) continue;
    int* ranges = nullptr;
    int count = 0;
    pango_layout_line_get_x_ranges(pango_layout_get_line_readonly(shaped.layout.get(), static_cast<int>(i)), static_cast<int>(from), static_cast<int>(to), &ranges, &count);
    const float shift = lines[i].start_px - lefts[i];
    for (int k = 0; k < count; ++k) {
      found.push_back({shift + pixels(ranges[2 * k]), line_height(style) * static_cast<float>(i), pixels(ranges[2 * k + 1] - ranges[2 * k]), line_height(style)});
    }
    g_free(ranges);
  }
  explicit_bzero(storage.data(), storage.size());
  return found;
}

// By the caret stops themselves: pango_layout_line_x_to_index knows the letters of a cluster, not which boundary is nearest.
std::uint32_t Shaper::byte_at(std::string_view text, const Style& style, base::Point point) {
  const std::vector<CaretStop>& stops = caret_stops(text, style);
  const auto distance = [&](const CaretStop& stop) {
    const float rows = std::max({0.0F, stop.top - point.y, point.y - (stop.top + stop.height)});
    constexpr float kAnotherLine = 10000;
    return std::abs(stop.strong_x - point.x) + rows * kAnotherLine;
  };
  const auto nearest = std::min_element(stops.begin(), stops.end(), [&](const CaretStop& a, const CaretStop& b) { return distance(a) < distance(b); });
  return nearest == stops.end() ? 0 : nearest->byte;
}

std::u32string Shaper::unknown_letters(std::string_view text, Language language) {
  Style style;
  style.language = language;
  auto& known = state_->has_font[static_cast<std::size_t>(language)];
  std::u32string unknown;
  std::string storage;
  const std::string_view valid = valid_utf8(text, storage);
  for (const char* at = valid.data(); at < valid.data() + valid.size(); at = g_utf8_next_char(at)) {
    const auto letter = static_cast<char32_t>(g_utf8_get_char(at));
    const auto [one, is_new] = known.try_emplace(letter, true);
    if (is_new) one->second = state_->lay_out({at, static_cast<std::size_t>(g_utf8_next_char(at) - at)}, style).unknown_letters == 0;
    if (!one->second && unknown.find(letter) == std::u32string::npos) unknown.push_back(letter);
  }
  // A mark that no font has alone may be had together with its letter.
  if (!unknown.empty() && state_->lay_out(valid, style).unknown_letters == 0) unknown.clear();
  return unknown;
}

std::vector<std::uint8_t> embedding_levels(std::u32string_view text, bool right_to_left) {
  if (text.empty()) return {};
  const std::string utf8 = to_utf8(text);
  PangoDirection base = right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  const std::unique_ptr<guint8, FreeAttributes> levels(
      pango_log2vis_get_embedding_levels(utf8.data(), static_cast<int>(utf8.size()), &base));
  return {levels.get(), levels.get() + text.size()};
}

// Rule L2: from the highest level to the lowest odd one, reverse every run of at least that level.
std::vector<std::uint32_t> visual_order(std::u32string_view text, bool right_to_left) {
  const std::vector<std::uint8_t> levels = embedding_levels(text, right_to_left);
  std::vector<std::uint32_t> order(text.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  if (levels.empty()) return order;
  for (int level = *std::max_element(levels.begin(), levels.end()); level > 0; --level) {
    const auto lower = [level, &levels](std::uint32_t i) { return levels[i] < level; };
    for (auto run = order.begin(); run != order.end();) {
      run = std::find_if_not(run, order.end(), lower);
      const auto end = std::find_if(run, order.end(), lower);
      std::reverse(run, end);
      run = end;
    }
  }
  return order;
}

std::vector<std::uint32_t> line_break_opportunities(std::string_view text) {
  return bytes_where(text, [](const PangoLogAttr& attribute, std::size_t i, std::size_t last) {
    return i == last || (i > 0 && attribute.is_line_break != 0);
  });
}

std::vector<std::uint32_t> grapheme_boundaries(std::string_view text) {
  return bytes_where(text, [](const PangoLogAttr& attribute, std::size_t, std::size_t) { return attribute.is_cursor_position != 0; });
}

}  // namespace kiosk::text
