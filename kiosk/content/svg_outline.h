// SVG's small languages: transforms, lengths and path data (SVG 1.1 §7.6, §7.10, §8.3), and curves made into corners. Knows no XML and no
// rooms. Private to this folder; pure. What cannot be read gives nothing, never a part: half an outline is a wrong room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/geometry.h"

namespace kiosk::content {

// x' = a x + c y + e, y' = b x + d y + f
struct Transform {
  double a = 1;
  double b = 0;
  double c = 0;
  double d = 1;
  double e = 0;
  double f = 0;

  model::Metres apply(model::Metres point) const { return {a * point.x + c * point.y + e, b * point.x + d * point.y + f}; }
};
// What `inner` does, then `outer`.
Transform after(const Transform& outer, const Transform& inner);

// A list of matrix, translate, scale, rotate, skewX and skewY.
std::optional<Transform> parse_transform(std::string_view text);

// "12.5", "12.5mm"; px, mm, cm, m, in, pt, pc.
struct Length {
  double number = 0;
  std::string_view unit;    // as written, or empty
  double paper_metres = 0;  // with 96 px to the inch, as CSS has it
};
std::optional<Length> parse_length(std::string_view text);
// Numbers separated by spaces and commas; nothing when there is anything else, or a number that is not finite.
std::optional<std::vector<double>> parse_numbers(std::string_view text);

// A side of an outline: straight, or a cubic Bézier curve, which every curve of SVG can be written as.
struct Side {
  model::Metres first_handle;
  model::Metres second_handle;
  model::Metres end;
  bool is_curve = false;
};
struct Outline {
  model::Metres start;
  std::vector<Side> sides;  // the last goes back to `start`, or is taken to
};
// One outline for each part that path data begins with M; parts without a side are left out.
std::optional<std::vector<Outline>> parse_path(std::string_view text);

// The corners of `outline` moved by `to_metres`; no curve is farther than `tolerance` metres from its corners' sides. Corners that repeat the
// one before are left out. Nothing when it has more than `most` corners or leads beyond kFarthestMetres.
std::optional<model::Polygon> flatten(const Outline& outline, const Transform& to_metres, double tolerance, std::size_t most);

}  // namespace kiosk::content
