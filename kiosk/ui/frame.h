// One frame being built: painting in logical coordinates, touch targets, the tree of what is on screen. Dear ImGui gives the draw
// list, clipping and id hashes; text comes from kiosk::text, hits from Gestures. Works without a GPU: tests and `app::audit` build
// frames that are never drawn.
// Logical coordinates are laid out as if every language ran left to right; in a right-to-left frame each rectangle is mirrored about
// the window's vertical axis as it is painted. So a screen is written once, in terms of start and end.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/glyph_atlas.h"
#include "ui/frame_values.h"
#include "ui/pictures.h"

struct ImDrawList;

namespace kiosk::ui {

class Frame {
 public:
  Frame(text::Shaper& shaper, text::GlyphAtlas& atlas, Pictures& pictures, Gestures& gestures);

  // Between ImGui::NewFrame and ImGui::Render. `end` hands the targets over for the next frame.
  void begin(const FrameInput& input);
  void end();
  // Closes what a screen that threw left open, so that Dear ImGui's frame can be ended. Nothing of it may be drawn or touched.
  void abandon();
  void forget();  // between frames: leaves nothing of the last one's ids and labels in memory

  const Metrics& metrics() const { return input_.metrics; }
  const Theme& theme() const { return *input_.theme; }
  SteadyTime now() const { return input_.now; }
  bool reduced_motion() const { return input_.reduced_motion; }
  bool right_to_left() const { return input_.direction == Direction::right_to_left; }
  std::span<const KeyStroke> key_strokes() const { return input_.key_strokes; }
  Rect window() const { return {0, 0, input_.metrics.window.width, input_.metrics.window.height}; }

  WidgetId hash(std::string_view id) const;  // what targets and areas are known by
  std::string_view join(std::initializer_list<std::string_view> parts);  // lives for this frame: ids and the like
  std::string_view numbered(std::string_view id, std::size_t number);     // likewise: the id of one of several, "notice.12"

  void fill(Rect rect, Color color, float radius = 0);
  void outline(Rect rect, Color color, float width, float radius);
  void shadow(Rect rect);
  void gradient_down(Rect rect, Color top, Color bottom);
  // The picture at its own size in the middle of `rect`, clipped to it; false while it is loading.
  bool picture(Rect rect, const PictureWish& wish, float shift_x_px = 0, float opacity = 1);
  // Asks for a picture that will be shown soon.
  void prefetch(const PictureWish& wish) { pictures_.find(wish); }
  void icon(std::string_view name, Rect rect, Color color, bool mirrored_in_rtl = false);

  // Text. `id` of an empty string adds no node (the label of a button is the button's).
  Rect text(std::string_view id, Rect box, const Phrase& phrase, const TextStyle& style);
  Size measure(const Phrase& phrase, const TextStyle& style, float width_px = 0);

  // Caret places of a text that `text` would put into `box` (one line, or broken at its width), as logical rectangles of no width, in the
  // order of the text.
  enum class Lines : bool { one, broken };
  struct CaretPlace {
    std::uint32_t byte = 0;
    Rect rect;
  };
  std::vector<CaretPlace> caret_places(Rect box, const Phrase& phrase, const TextStyle& style, Lines lines = Lines::one);
  // Paints the ground behind the bytes `first` to `last` of such a text: a rectangle for each run of one direction on each line.
  void highlight(Rect box, const Phrase& phrase, const TextStyle& style, Lines lines, std::size_t first, std::size_t last, Color color);
  // Geometry in window pixels, never mirrored: triangles (three corners each), a line, a disc.
  void triangles(std::span<const Point> corners, Color color);
  void polyline(std::span<const Point> points, Color color, float width, bool closed = false);
  void disc(Point centre, float radius, Color color);

  // A touchable rectangle; paint after asking. `grow` on press is undone by press_end; `hold` and `drags` as in Target.
  Touch touchable(std::string_view id, Rect rect, Role role, std::string_view label, bool enabled = true, bool selected = false,
                  base::Milliseconds hold = {}, TargetDrag drags = TargetDrag::none);
  // Where the tap of this frame was, in logical coordinates.
  Point tap_position() const;
  // Where a logical point is in the window, scrolled and mirrored.
  Point placed(Point logical) const;
  Rect placed_rect(Rect logical) const { return physical(logical); }
  // The other way round, for marks on what is never mirrored and was placed in window pixels.
  Rect unplaced(Rect window) const;
  // A rectangle of the window as logical coordinates and the other way round: for what is never mirrored (keyboards, maps, QR codes).
  Rect unmirrored(Rect rect) const;
  // Everything painted between is drawn at 0.98 of its size about the rectangle's centre while `pressed`.
  struct PressScope {
    int first_vertex = 0;
    Rect rect;
    bool pressed = false;
  };
  PressScope press_begin(Rect rect, bool pressed);
  void press_end(const PressScope& scope);

  // A vertical scroll area. Between begin and end everything is moved up by the offset and clipped. Content outside the view should
  // be skipped: see visible.
  void scroll_begin(std::string_view id, Rect view);
  void scroll_end(float content_height_px);
  // A rectangle that a finger may drag in both directions and two may pinch. What is touched of it where no target lies is `ground`'s: the
  // tree has no node for it.
  Pan pan_area(std::string_view id, Rect rect);
  void stop_panning() { gestures_.stop_panning(); }  // it came to an edge
  bool visible(Rect rect) const;  // any part of it inside the clip

  void clip_push(Rect rect);
  void clip_pop();
  void set_opacity(float opacity) { opacity_ = opacity; }
  void set_shift(float x_px, float y_px) { shift_ = {x_px, y_px}; }

  // The next frame is wanted at `time` at the latest: an animation runs.
  void want_frame_at(SteadyTime time);
  std::optional<SteadyTime> wanted_frame() const { return wanted_; }

  bool tapped_anywhere() const { return tapped_nothing_; }

  const std::vector<Node>& nodes() const { return nodes_; }
  // The texts of this frame that ended in … , with or without a node; they live as long as the nodes.
  const std::vector<std::string_view>& ellipsized() const { return ellipsized_; }
  // The texts of this frame that are taller or wider than their place, a mistake the audit finds; the id is empty for a text without a node.
  struct Overflow {
    std::string_view id;
    std::string_view label;
  };
  const std::vector<Overflow>& overflows() const { return overflows_; }
  const std::vector<Target>& targets() const { return targets_; }
  const std::vector<ScrollArea>& scroll_areas() const { return areas_; }
  // Scrolls the area of `node` so that the node is in view (scripts, keyboards).
  void reveal(const Node& node);

 private:
  struct OpenScroll {
    WidgetId id = 0;
    Rect view;  // logical
    float offset = 0;
  };
  Rect physical(Rect rect) const;
  Point logical(Point window) const;
  Rect clip() const;
  unsigned tint(Color color) const;
  text::Style shaped(const Phrase& phrase, const TextStyle& style, float width_px) const;
  void glyphs(const text::Layout& layout, Point at, Color color);
  void add_node(std::string_view id, Role role, std::string_view label, Rect rect_physical, bool enabled, bool selected);
  void scroll_edges(const OpenScroll& scroll, float limit_px);

  text::Shaper& shaper_;
  text::GlyphAtlas& atlas_;
  Pictures& pictures_;
  Gestures& gestures_;
  FrameInput input_;
  ImDrawList* list_ = nullptr;
  std::vector<Node> nodes_;
  std::vector<std::string_view> ellipsized_;
  std::vector<Overflow> overflows_;
  std::vector<Target> targets_;
  std::vector<ScrollArea> areas_;
  std::vector<OpenScroll> scrolls_;
  std::vector<Rect> clips_;
  float opacity_ = 1;
  Point shift_;
  bool tapped_nothing_ = false;
  std::optional<SteadyTime> wanted_;
  std::array<std::byte, 262144> arena_bytes_;
  std::pmr::monotonic_buffer_resource arena_;
};

}  // namespace kiosk::ui
