#include "ui/frame.h"

#include <string.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "ui/imgui_port.h"
#include "ui/short_label.h"

namespace kiosk::ui {
namespace {

constexpr float kPressedScale = 0.98F;
constexpr std::array<std::string_view, 7> kRoleNames{"text", "button", "card", "key", "field", "toggle", "tab"};

ImVec2 vec(Point p) { return {p.x, p.y}; }

Rect rounded(Rect r) {
  const float x = std::round(r.x);
  const float y = std::round(r.y);
  return {x, y, std::round(r.right()) - x, std::round(r.bottom()) - y};
}

// A short label that would end in … is set smaller until it fits, down to seven tenths: a smaller word is read, half a word is not.
const text::Layout& fitted(text::Shaper& shaper, std::string_view text, text::Style style) {
  const text::Layout& asked = shaper.layout(text, style);
  if (!asked.ellipsized || !is_short_label(text)) return asked;
  constexpr float kSmallest = 0.7F;
  const float step = std::max(1.0F, style.size_px * 0.05F);
  const float least = style.size_px * kSmallest;
  for (style.size_px -= step; style.size_px >= least; style.size_px -= step) {
    const text::Layout& smaller = shaper.layout(text, style);
    if (!smaller.ellipsized) return smaller;
  }
  return asked;
}

}  // namespace

std::string_view name(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

Frame::Frame(text::Shaper& shaper, text::GlyphAtlas& atlas, Pictures& pictures, Gestures& gestures)
    : shaper_(shaper), atlas_(atlas), pictures_(pictures), gestures_(gestures), arena_bytes_{},
      arena_(arena_bytes_.data(), arena_bytes_.size()) {}

void Frame::begin(const FrameInput& input) {
  input_ = input;
  arena_.release();
  nodes_.clear();
  ellipsized_.clear();
  overflows_.clear();
  targets_.clear();
  areas_.clear();
  scrolls_.clear();
  clips_.clear();
  opacity_ = 1;
  shift_ = {};
  wanted_.reset();
  tapped_nothing_ = gestures_.tapped_nothing();
  clips_.push_back(window());

  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.metrics.window.width, input.metrics.window.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::Begin("kiosk", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoFocusOnAppearing);
  list_ = ImGui::GetWindowDrawList();
}

void Frame::end() {
  ImGui::End();
  ImGui::PopStyleVar(2);
  list_ = nullptr;
}

void Frame::abandon() {
  while (clips_.size() > 1) clip_pop();
  nodes_.clear();
  targets_.clear();
  areas_.clear();
  scrolls_.clear();
  if (list_ != nullptr) end();
}

void Frame::forget() {
  nodes_.clear();
  ellipsized_.clear();
  overflows_.clear();
  arena_.release();
  explicit_bzero(arena_bytes_.data(), arena_bytes_.size());
}

std::string_view Frame::join(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (std::string_view part : parts) size += part.size();
  char* const bytes = static_cast<char*>(arena_.allocate(std::max<std::size_t>(size, 1), 1));
  char* at = bytes;
  for (std::string_view part : parts) {
    at = std::copy(part.begin(), part.end(), at);
  }
  return {bytes, size};
}

std::string_view Frame::numbered(std::string_view id, std::size_t number) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return join({id, {digits.data(), static_cast<std::size_t>(end - digits.data())}});
}

WidgetId Frame::hash(std::string_view id) const { return ImGui::GetID(id.data(), id.data() + id.size()); }

Rect Frame::physical(Rect rect) const {
  rect.x += shift_.x;
  rect.y += shift_.y;
  for (const OpenScroll& scroll : scrolls_) rect.y -= scroll.offset;
  if (right_to_left()) rect.x = input_.metrics.window.width - rect.right();
  return rounded(rect);
}

Rect Frame::clip() const { return clips_.back(); }

bool Frame::visible(Rect rect) const { return !intersect(physical(rect), clip()).empty(); }

unsigned Frame::tint(Color color) const {
  const auto alpha = static_cast<unsigned>(std::lround(static_cast<float>(color.alpha) * opacity_));
  return IM_COL32(color.red, color.green, color.blue, alpha);
}

void Frame::fill(Rect rect, Color color, float radius) {
  const Rect r = physical(rect);
  if (intersect(r, clip()).empty()) return;
  list_->AddRectFilled({r.x, r.y}, {r.right(), r.bottom()}, tint(color), radius);
}

void Frame::outline(Rect rect, Color color, float width, float radius) {
  const Rect r = physical(rect).inset(width / 2);
  if (intersect(r, clip()).empty()) return;
  list_->AddRect({r.x, r.y}, {r.right(), r.bottom()}, tint(color), std::max(0.0F, radius - width / 2), 0, width);
}

void Frame::triangles(std::span<const Point> corners, Color color) {
  const unsigned paint = tint(color);
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
    list_->PrimReserve(3, 3);
    const auto first = static_cast<ImDrawIdx>(list_->_VtxCurrentIdx);
    for (std::size_t k = 0; k < 3; ++k) list_->PrimWriteIdx(static_cast<ImDrawIdx>(first + k));
    for (std::size_t k = 0; k < 3; ++k) list_->PrimWriteVtx(vec(corners[i + k]), white, paint);
  }
}

void Frame::polyline(std::span<const Point> points, Color color, float width, bool closed) {
  for (const Point point : points) list_->PathLineTo(vec(point));
  list_->PathStroke(tint(color), closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
}

void Frame::disc(Point centre, float radius, Color color) { list_->AddCircleFilled(vec(centre), radius, tint(color)); }

void Frame::gradient_down(Rect rect, Color top, Color bottom) {
  const Rect r = physical(rect);
  list_->AddRectFilledMultiColor({r.x, r.y}, {r.right(), r.bottom()}, tint(top), tint(top), tint(bottom), tint(bottom));
}

// One small texture drawn as a nine-slice: corners whole, edges stretched.
void Frame::shadow(Rect rect) {
  if (theme().high_contrast) return;
  const int side = static_cast<int>(std::round(96 * metrics().scale));
  const unsigned texture = pictures_.find({"builtin/shadow", side, side});
  if (texture == 0) return;
  const float third = std::round(static_cast<float>(side) / 3);
  const Rect inner = physical(rect);
  const float out = std::round(third * 0.6F);
  const Rect r{inner.x - out, inner.y - out + std::round(metrics().px(5)), inner.width + 2 * out, inner.height + 2 * out};
  if (intersect(r, clip()).empty()) return;
  const std::array<float, 4> xs{r.x, r.x + third, r.right() - third, r.right()};
  const std::array<float, 4> ys{r.y, r.y + third, r.bottom() - third, r.bottom()};
  const std::array<float, 4> uv{0, 1.0F / 3, 2.0F / 3, 1};
  const unsigned color = tint({31, 36, 48, 46});
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      if (row == 1 && column == 1) continue;  // hidden under the surface
      list_->AddImage(texture_id(texture), {xs[column], ys[row]}, {xs[column + 1], ys[row + 1]}, {uv[column], uv[row]},
                      {uv[column + 1], uv[row + 1]}, color);
    }
  }
}

bool Frame::picture(Rect rect, const PictureWish& wish, float shift_x_px, float opacity) {
  const Rect place = physical(rect);
  if (intersect(place, clip()).empty()) return true;
  const unsigned texture = pictures_.find(wish);
  if (texture == 0) return false;
  const auto width = static_cast<float>(wish.width_px);
  const auto height = static_cast<float>(wish.height_px);
  const float x = std::round(place.x + (place.width - width) / 2 + shift_x_px);
  const float y = std::round(place.y + (place.height - height) / 2);
  // What sticks out is cut by texture coordinates: pixels outside are never touched.
  const Rect shown = intersect({x, y, width, height}, place);
  list_->AddImage(texture_id(texture), {shown.x, shown.y}, {shown.right(), shown.bottom()},
                  {(shown.x - x) / width, (shown.y - y) / height}, {(shown.right() - x) / width, (shown.bottom() - y) / height},
                  tint({255, 255, 255, static_cast<std::uint8_t>(std::lround(255 * opacity))}));
  return true;
}

void Frame::icon(std::string_view name, Rect rect, Color color, bool mirrored_in_rtl) {
  const Rect r = physical(rect);
  if (intersect(r, clip()).empty()) return;
  const int side = static_cast<int>(std::round(std::min(r.width, r.height)));
  const unsigned texture = pictures_.find({join({"icon/", name}), side, side, gfx::Fit::contain});
  if (texture == 0) return;
  const Point at{std::round(r.x + (r.width - static_cast<float>(side)) / 2), std::round(r.y + (r.height - static_cast<float>(side)) / 2)};
  const bool mirror = mirrored_in_rtl && right_to_left();
  list_->AddImage(texture_id(texture), vec(at), {at.x + static_cast<float>(side), at.y + static_cast<float>(side)},
                  {mirror ? 1.0F : 0.0F, 0}, {mirror ? 0.0F : 1.0F, 1}, tint(color));
}

text::Style Frame::shaped(const Phrase& phrase, const TextStyle& style, float width_px) const {
  text::Style shaped;
  shaped.face = style.face;
  shaped.weight = style.weight;
  shaped.language = phrase.language;
  shaped.size_px = style.size_px;
  // A width got by adding and taking away paddings may be a hair under the whole pixel it was measured as: that is no reason to cut a word.
  shaped.width_px = std::floor(width_px + 0.125F);
  shaped.max_lines = style.max_lines;
  shaped.tabular_figures = style.tabular_figures;
  shaped.align = style.align;
  // A French title on an Arabic page stands at the page's start, the right.
  if (base::direction(phrase.language) != input_.direction) {
    if (style.align == text::Align::start) shaped.align = text::Align::end;
    if (style.align == text::Align::end) shaped.align = text::Align::start;
  }
  return shaped;
}

Size Frame::measure(const Phrase& phrase, const TextStyle& style, float width_px) {
  if (phrase.text.empty()) return {};
  return shaper_.layout(phrase.text, shaped(phrase, style, width_px)).size;
}

Rect Frame::text(std::string_view id, Rect box, const Phrase& phrase, const TextStyle& style) {
  if (phrase.text.empty()) return {box.x, box.y, box.width, 0};
  const text::Layout& layout = fitted(shaper_, phrase.text, shaped(phrase, style, box.width));
  const float spare = box.height - layout.size.height;
  Rect used{box.x, box.y, box.width, layout.size.height};
  if (style.vertically_centred && box.height > 0) used.y += std::round(spare / 2);
  const Rect place = physical(used);
  // Harakat stick out of the line box, so visibility is judged by the ink.
  const Rect ink{place.x + layout.ink.x, place.y + layout.ink.y, layout.ink.width, layout.ink.height};
  if (!intersect(ink, clip()).empty()) glyphs(layout, {place.x, place.y}, style.color);
  if (layout.ellipsized) ellipsized_.push_back(join({phrase.text}));
  if ((box.height > 0 && spare < -1) || layout.size.width > box.width + 1) overflows_.push_back({join({id}), join({phrase.text})});
  if (!id.empty()) {
    add_node(id, Role::text, phrase.text, place, true, false);
    if (!nodes_.empty() && nodes_.back().id == id) {
      nodes_.back().ellipsized = layout.ellipsized;
      nodes_.back().ink = ink;
    }
  }
  return used;
}

std::vector<Frame::CaretPlace> Frame::caret_places(Rect box, const Phrase& phrase, const TextStyle& style, Lines lines) {
  // In window pixels, as `text` places the layout; then back, so that the caller thinks in logical coordinates alone.
  const Rect mirrored = unmirrored(box);
  std::vector<CaretPlace> places;
  for (const text::CaretStop& stop : shaper_.caret_stops(phrase.text, shaped(phrase, style, lines == Lines::broken ? box.width : 0))) {
    places.push_back({stop.byte, unmirrored({mirrored.x + stop.strong_x, mirrored.y + stop.top, 0, stop.height})});
  }
  return places;
}

void Frame::highlight(Rect box, const Phrase& phrase, const TextStyle& style, Lines lines, std::size_t first, std::size_t last, Color color) {
  const Rect mirrored = unmirrored(box);
  for (Rect run : shaper_.runs(phrase.text, shaped(phrase, style, lines == Lines::broken ? box.width : 0), first, last)) {
    run.x += mirrored.x;
    run.y += mirrored.y;
    fill(unmirrored(run), color);
  }
}

void Frame::glyphs(const text::Layout& layout, Point at, Color color) {
  if (!input_.painted) return;
  const unsigned paint = tint(color);
  const auto side = static_cast<float>(atlas_.side_px());
  for (const text::PlacedGlyph& placed : layout.glyphs) {
    const text::AtlasGlyph glyph = atlas_.find(placed.key);
    if (glyph.width == 0) continue;
    const float x = at.x + placed.x + static_cast<float>(glyph.offset_x);
    const float y = at.y + placed.y + static_cast<float>(glyph.offset_y);
    const auto width = static_cast<float>(glyph.width);
    const auto height = static_cast<float>(glyph.height);
    if (intersect({x, y, width, height}, clip()).empty()) continue;
    const auto u = static_cast<float>(glyph.x);
    const auto v = static_cast<float>(glyph.y);
    list_->PrimReserve(6, 4);
    list_->PrimRectUV({x, y}, {x + width, y + height}, {u / side, v / side}, {(u + width) / side, (v + height) / side}, paint);
  }
}

void Frame::add_node(std::string_view id, Role role, std::string_view label, Rect rect_physical, bool enabled, bool selected) {
  const Rect shown = intersect(rect_physical, clip());
  Node node;
  // Copies: a widget may have made either for this call alone, and the tree is read after the frame.
  node.id = join({id});
  node.role = role;
  node.label = join({label});
  node.rect = shown;
  node.whole = rect_physical;
  node.enabled = enabled;
  node.selected = selected;
  node.scroll_area = scrolls_.empty() ? 0 : scrolls_.back().id;
  nodes_.push_back(node);
}

Touch Frame::touchable(std::string_view id, Rect rect, Role role, std::string_view label, bool enabled, bool selected, base::Milliseconds hold, TargetDrag drags) {
  const Rect place = physical(rect);
  add_node(id, role, label, place, enabled, selected);
  const Rect shown = intersect(place, clip());
  const WidgetId widget = hash(id);
  if (!shown.empty()) targets_.push_back({widget, shown, enabled, hold, drags, role == Role::key});
  Touch touch{gestures_.pressed() == widget, gestures_.tapped(widget), gestures_.long_pressed(widget), gestures_.taps(), gestures_.holds(widget), {}, gestures_.drags_on(widget)};
  if (const auto at = gestures_.dragged(widget)) touch.dragged = logical(*at);
  return touch;
}

Point Frame::placed(Point logical) const {
  const Rect point = physical({logical.x, logical.y, 0, 0});
  return {point.x, point.y};
}

Rect Frame::unmirrored(Rect rect) const {
  if (right_to_left()) rect.x = input_.metrics.window.width - rect.right();
  return rect;
}

Point Frame::logical(Point window) const {
  const Rect at = unmirrored({window.x, window.y, 0, 0});
  float y = at.y;
  for (const OpenScroll& scroll : scrolls_) y += scroll.offset;
  return {at.x, y};
}

Rect Frame::unplaced(Rect window) const {
  Rect rect = unmirrored(window);
  rect.x -= shift_.x;
  rect.y -= shift_.y;
  for (const OpenScroll& scroll : scrolls_) rect.y += scroll.offset;
  return rect;
}

Point Frame::tap_position() const { return logical(gestures_.tap_position()); }

Frame::PressScope Frame::press_begin(Rect rect, bool pressed) { return {list_->VtxBuffer.Size, physical(rect), pressed}; }

void Frame::press_end(const PressScope& scope) {
  if (!scope.pressed) return;
  const Point centre = scope.rect.centre();
  for (int i = scope.first_vertex; i < list_->VtxBuffer.Size; ++i) {
    ImVec2& at = list_->VtxBuffer[i].pos;
    at.x = centre.x + (at.x - centre.x) * kPressedScale;
    at.y = centre.y + (at.y - centre.y) * kPressedScale;
  }
}

void Frame::clip_push(Rect rect) {
  clips_.push_back(intersect(physical(rect), clip()));
  const Rect c = clips_.back();
  list_->PushClipRect({c.x, c.y}, {c.right(), c.bottom()}, true);
}

void Frame::clip_pop() {
  clips_.pop_back();
  list_->PopClipRect();
}

void Frame::scroll_begin(std::string_view id, Rect view) {
  clip_push(view);
  const WidgetId widget = hash(id);
  scrolls_.push_back({widget, view, gestures_.offset(widget)});
}

void Frame::scroll_end(float content_height_px) {
  const OpenScroll scroll = scrolls_.back();
  const float limit = std::max(0.0F, std::ceil(content_height_px - scroll.view.height));
  scrolls_.pop_back();
  areas_.push_back({scroll.id, intersect(physical(scroll.view), clip()), limit, false});
  // The content became shorter than the place scrolled to: draw once more, Gestures clamps it first.
  if (scroll.offset > limit) want_frame_at(now());
  scroll_edges(scroll, limit);
  clip_pop();
}

Pan Frame::pan_area(std::string_view id, Rect rect) {
  const WidgetId widget = hash(id);
  const Rect shown = intersect(physical(rect), clip());
  areas_.push_back({widget, shown, 0, true});
  targets_.push_back({widget, shown, true, {}, TargetDrag::none});
  const Touch ground{gestures_.pressed() == widget, gestures_.tapped(widget), false, gestures_.taps(), false, {}};
  return {gestures_.panned(widget), gestures_.pans(widget), gestures_.pinched(widget), ground, gestures_.tap_position()};
}

void Frame::scroll_edges(const OpenScroll& scroll, float limit_px) {
  if (limit_px <= 0) return;
  const Color solid = theme().ground;
  const Color clear = with_alpha(solid, 0);
  const float fade = metrics().px(40);
  const Rect& view = scroll.view;
  if (scroll.offset > 0) gradient_down({view.x, view.y, view.width, fade}, solid, clear);
  if (scroll.offset < limit_px) gradient_down({view.x, view.bottom() - fade, view.width, fade}, clear, solid);
  // A short mark tells where one is; the fading edges tell that there is more.
  const float length = metrics().px(56);
  const float width = metrics().px(8);
  const float y = view.y + (view.height - length) * (scroll.offset / limit_px);
  fill({view.right() - width, y, width, length}, with_alpha(theme().ink_soft, 110), width / 2);
}

void Frame::reveal(const Node& node) {
  const auto area = std::find_if(areas_.begin(), areas_.end(), [&](const ScrollArea& one) { return one.id == node.scroll_area; });
  if (area == areas_.end()) return;
  const float fade = metrics().px(48);
  float offset = gestures_.offset(area->id);
  if (node.whole.y < area->rect.y + fade) {
    offset -= area->rect.y + fade - node.whole.y;
  } else if (node.whole.bottom() > area->rect.bottom() - fade) {
    offset += std::min(node.whole.bottom() - area->rect.bottom() + fade, node.whole.y - area->rect.y - fade);
  }
  gestures_.set_offset(area->id, std::clamp(offset, 0.0F, area->limit_px));
}

void Frame::want_frame_at(SteadyTime time) {
  if (!wanted_ || time < *wanted_) wanted_ = time;
}

}  // namespace kiosk::ui
