// The pen every emblem is drawn with: one line weight, five tones, coordinates from the centre of the square. It writes SVG
// text; it knows no shape. Used by the emblem files of this folder only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/motif.h"

namespace kiosk::model {

struct Spot {
  double x = 0;
  double y = 0;
};

inline Spot operator+(Spot a, Spot b) { return {a.x + b.x, a.y + b.y}; }
inline Spot operator-(Spot a, Spot b) { return {a.x - b.x, a.y - b.y}; }
inline Spot operator*(Spot a, double k) { return {a.x * k, a.y * k}; }

// At `degrees` clockwise from the top.
Spot around(double radius, double degrees);
Spot turned(Spot at, double degrees);

inline constexpr double kReach = 150;  // every emblem fills the circle of this radius and stays inside it
inline constexpr double kLine = 6;     // the one line weight; a ribbon is three of them: edge, core, edge

// The outline of a shape in SVG path syntax.
class Outline {
 public:
  Outline& move(Spot to);
  Outline& line(Spot to);
  // Along the circle of `radius` to `to`, the shorter way round unless `large`; `clockwise` as seen.
  Outline& arc(double radius, bool large, bool clockwise, Spot to);
  Outline& curve(Spot first_handle, Spot second_handle, Spot to);
  Outline& close();
  Outline& polygon(const std::vector<Spot>& corners);
  Outline& polyline(const std::vector<Spot>& places);
  const std::string& text() const { return text_; }

 private:
  Outline& command(char letter);
  Outline& place(Spot at);
  std::string text_;
};

class EmblemPen {
 public:
  explicit EmblemPen(const MotifTones& tones);

  base::Color strong() const { return tones_.strong; }
  base::Color ground() const { return tones_.soft; }
  base::Color accent() const { return tones_.accent; }
  base::Color paper() const { return tones_.paper; }
  base::Color middle() const { return middle_; }  // between strong and ground
  base::Color faint() const { return faint_; }    // just visible on the ground
  // A quiet walk through the tones, for layers: strong, paper, middle, accent, strong …
  base::Color layer(int index) const;

  void fill(const Outline& outline, base::Color color);
  void stroke(const Outline& outline, base::Color color);
  // A stroke of another weight with square ends: pieces of ribbons.
  void band(const Outline& outline, base::Color color, double width);
  // Filled, with a line of the ground's colour around it as grout between tiles.
  void tile(const Outline& outline, base::Color color);
  void disc(Spot centre, double radius, base::Color color);
  void ring(Spot centre, double radius, base::Color color);
  // The same stroke at many places.
  void stamp(const Outline& outline, base::Color color, const std::vector<Spot>& places);
  // A ground-coloured line around a disc, so that it stands free of what lies below.
  void stud(Spot centre, double radius, base::Color color);

  // Everything until the matching end is cut by `outline`, turned, or moved.
  void begin_clip(const Outline& outline);
  void begin_turn(double degrees);
  void begin_shift(Spot by);
  void end();

  std::string finish() &&;

 private:
  MotifTones tones_;
  base::Color middle_;
  base::Color faint_;
  int clips_ = 0;
  std::string body_;
};

base::Color blend(base::Color a, base::Color b, double share_of_b);

}  // namespace kiosk::model
