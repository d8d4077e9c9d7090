// What goes into a frame and what comes out of it, as plain values: how a text looks, a node of the tree, what a finger did to a target.
// Includes no drawing; see frame.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/geometry.h"
#include "base/language.h"
#include "text/layout.h"
#include "ui/gestures.h"
#include "ui/key_stroke.h"
#include "ui/metrics.h"
#include "ui/theme.h"

namespace kiosk::ui {

using base::Direction;
using base::Language;
using base::Phrase;
using base::Size;

enum class Role : std::uint8_t { text, button, card, key, field, toggle, tab };
std::string_view name(Role role);

// One thing on screen, as `--tree` tells it. Views live until the next frame begins.
struct Node {
  std::string_view id;
  Role role = Role::text;
  std::string_view label;
  Rect rect;             // visible part, window pixels
  Rect whole;            // the same without clipping
  Rect ink;              // of a text: what its letters cover of `whole`
  bool enabled = true;
  bool selected = false;
  bool ellipsized = false;
  WidgetId scroll_area = 0;
};

struct TextStyle {
  text::Face face = text::Face::body;
  text::Weight weight = text::Weight::regular;
  float size_px = 30;
  Color color;
  text::Align align = text::Align::start;  // of the page, whatever language the phrase is in
  int max_lines = 0;
  bool tabular_figures = false;
  bool vertically_centred = false;
};

struct Touch {
  bool pressed = false;
  bool tapped = false;
  bool long_pressed = false;
  int taps = 0;                  // of `tapped`: 2 when it is the second on one place
  bool held = false;             // the finger is down and its moves go here
  std::optional<Point> dragged;  // where it moved to in this frame, in logical coordinates
  bool drags_on = false;         // those moves go on from a long press
};

// What was done to a panning area in this frame; everything in window pixels.
struct Pan {
  Point moved;        // by a finger or by inertia
  bool held = false;  // fingers are on it
  Pinch pinch;
  Touch ground;       // a touch on it beside all targets
  Point touched_at;   // where, when `ground` was tapped
};

struct FrameInput {
  Metrics metrics;
  const Theme* theme = nullptr;
  Direction direction = Direction::left_to_right;
  SteadyTime now;
  bool reduced_motion = false;
  bool painted = true;  // false: texts are laid out but their glyphs never rasterised, for frames that nobody looks at
  std::span<const KeyStroke> key_strokes;  // of a hardware keyboard, valid while the frame is built
};

}  // namespace kiosk::ui
