#include "content/svg_outline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "content/plan_limits.h"
#include "content/svg_scanner.h"

namespace kiosk::content {
namespace {

using model::Metres;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

std::optional<Transform> named_transform(std::string_view name, const std::vector<double>& n) {
  const std::size_t count = n.size();
  if (name == "matrix" && count == 6) return Transform{n[0], n[1], n[2], n[3], n[4], n[5]};
  if (name == "translate" && (count == 1 || count == 2)) return Transform{1, 0, 0, 1, n[0], count == 2 ? n[1] : 0};
  if (name == "scale" && (count == 1 || count == 2)) return Transform{n[0], 0, 0, count == 2 ? n[1] : n[0], 0, 0};
  if (name == "skewX" && count == 1) return Transform{1, 0, std::tan(radians(n[0])), 1, 0, 0};
  if (name == "skewY" && count == 1) return Transform{1, std::tan(radians(n[0])), 0, 1, 0, 0};
  if (name != "rotate" || (count != 1 && count != 3)) return std::nullopt;
  const double sine = std::sin(radians(n[0]));
  const double cosine = std::cos(radians(n[0]));
  const Transform turn{cosine, sine, -sine, cosine, 0, 0};
  if (count == 1) return turn;
  return after(Transform{1, 0, 0, 1, n[1], n[2]}, after(turn, Transform{1, 0, 0, 1, -n[1], -n[2]}));
}

// Path data, command by command. `failed_` once anything could not be read.
class PathReader {
 public:
  explicit PathReader(std::string_view text) : scan_(text) {}

  std::optional<std::vector<Outline>> read() {
    if (scan_.peek() != 'M' && scan_.peek() != 'm') return std::nullopt;
    while (!failed_ && !scan_.at_end()) {
      const char letter = scan_.peek();
      if (std::string_view("MmLlHhVvCcSsQqTtAaZz").find(letter) == std::string_view::npos) return std::nullopt;
      scan_.take(letter);
      run(letter);
    }
    if (failed_) return std::nullopt;
    std::erase_if(outlines_, [](const Outline& outline) { return outline.sides.empty(); });
    return std::move(outlines_);
  }

 private:
  // One letter may be followed by numbers for several commands; after M they are lines.
  void run(char letter) {
    relative_ = letter >= 'a';
    char command = relative_ ? static_cast<char>(letter - 'a' + 'A') : letter;
    if (command == 'Z') {
      at_ = outlines_.back().start;
      before_ = 'Z';
      return;
    }
    do {
      step(command);
      before_ = command;
      if (command == 'M') command = 'L';
    } while (!failed_ && scan_.at_number());
  }

  void step(char command) {
    switch (command) {
      case 'M':
        begin();
        break;
      case 'L':
        line(point());
        break;
      case 'H':
        line({one() + (relative_ ? at_.x : 0), at_.y});
        break;
      case 'V':
        line({at_.x, one() + (relative_ ? at_.y : 0)});
        break;
      case 'C': {
        const Metres first = point();
        const Metres second = point();
        curve(first, second, point());
        break;
      }
      case 'S': {
        const Metres first = before_ == 'C' || before_ == 'S' ? mirrored() : at_;
        const Metres second = point();
        curve(first, second, point());
        break;
      }
      case 'Q': {
        const Metres handle = point();
        quadratic(handle, point());
        break;
      }
      case 'T':
        quadratic(before_ == 'Q' || before_ == 'T' ? mirrored() : at_, point());
        break;
      default:
        arc();
        break;
    }
  }

  double one() {
    const auto number = scan_.number();
    failed_ |= !number;
    return number.value_or(0);
  }
  Metres point() {
    const double x = one();
    const double y = one();
    return relative_ ? Metres{at_.x + x, at_.y + y} : Metres{x, y};
  }
  Metres mirrored() const { return {2 * at_.x - handle_.x, 2 * at_.y - handle_.y}; }

  void begin() {
    at_ = point();
    outlines_.push_back({at_, {}});
  }
  // After Z the next command begins a new part at the same start.
  void add(const Side& side) {
    constexpr std::size_t kMostSides = 20000;
    if (before_ == 'Z') outlines_.push_back({at_, {}});
    before_ = ' ';
    outlines_.back().sides.push_back(side);
    failed_ |= outlines_.back().sides.size() > kMostSides || outlines_.size() > kMostSides;
    at_ = side.end;
  }
  void line(Metres end) { add({{}, {}, end, false}); }
  void curve(Metres first, Metres second, Metres end) {
    add({first, second, end, true});
    handle_ = second;
  }
  void quadratic(Metres handle, Metres end) {
    const auto towards = [&](Metres from) { return Metres{from.x + (handle.x - from.x) * 2 / 3, from.y + (handle.y - from.y) * 2 / 3}; };
    add({towards(at_), towards(end), end, true});
    handle_ = handle;
  }
  void arc();

  SvgScanner scan_;
  std::vector<Outline> outlines_;
  Metres at_;
  Metres handle_;  // of the last curve, for S and T
  char before_ = ' ';
  bool relative_ = false;
  bool failed_ = false;
};

// SVG 1.1, appendix F.6: from ends to centre; then pieces of at most a quarter turn, each a cubic curve.
void PathReader::arc() {
  double rx = std::abs(one());
  double ry = std::abs(one());
  const double tilt = radians(one());
  const auto large = scan_.flag();
  const auto sweep = scan_.flag();
  failed_ |= !large || !sweep;
  const Metres end = point();
  if (failed_ || end == at_) return;
  if (rx == 0 || ry == 0) {
    line(end);
    return;
  }
  const double sine = std::sin(tilt);
  const double cosine = std::cos(tilt);
  const Metres half{(at_.x - end.x) / 2, (at_.y - end.y) / 2};
  const Metres p{cosine * half.x + sine * half.y, -sine * half.x + cosine * half.y};
  const double stretch = (p.x * p.x) / (rx * rx) + (p.y * p.y) / (ry * ry);
  if (stretch > 1) {
    rx *= std::sqrt(stretch);
    ry *= std::sqrt(stretch);
  }
  const double square = rx * rx * p.y * p.y + ry * ry * p.x * p.x;
  const double root = (*large == *sweep ? -1 : 1) * std::sqrt(std::max(0.0, (rx * rx * ry * ry - square) / square));
  const Metres c{root * rx * p.y / ry, -root * ry * p.x / rx};
  const Transform place{cosine * rx,
                        sine * rx,
                        -sine * ry,
                        cosine * ry,
                        cosine * c.x - sine * c.y + (at_.x + end.x) / 2,
                        sine * c.x + cosine * c.y + (at_.y + end.y) / 2};
  const double first = std::atan2((p.y - c.y) / ry, (p.x - c.x) / rx);
  double turn = std::atan2((-p.y - c.y) / ry, (-p.x - c.x) / rx) - first;
  if (*sweep && turn < 0) turn += 2 * std::numbers::pi;
  if (!*sweep && turn > 0) turn -= 2 * std::numbers::pi;
  if (!std::isfinite(first + turn + place.e + place.f)) {
    failed_ = true;
    return;
  }
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(turn) / (std::numbers::pi / 2) - 1e-9)));
  const double part = turn / pieces;
  const double reach = 4.0 / 3.0 * std::tan(part / 4);
  for (int i = 0; i < pieces; ++i) {
    const double from = first + part * i;
    const double to = from + part;
    const Metres start_handle{std::cos(from) - reach * std::sin(from), std::sin(from) + reach * std::cos(from)};
    const Metres end_handle{std::cos(to) + reach * std::sin(to), std::sin(to) - reach * std::cos(to)};
    add({place.apply(start_handle), place.apply(end_handle), i + 1 == pieces ? end : place.apply({std::cos(to), std::sin(to)}), true});
  }
}

// A chord over a share h of a curve is at most h² max|B''| / 8 away from it, and |B''| is at most six times the larger second difference.
std::size_t pieces_of(const std::array<Metres, 4>& curve, double tolerance, std::size_t most) {
  const auto bend = [](Metres a, Metres b, Metres c) { return std::hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y); };
  const double largest = 6 * std::max(bend(curve[0], curve[1], curve[2]), bend(curve[1], curve[2], curve[3]));
  const double pieces = std::ceil(std::sqrt(largest / (8 * tolerance)));
  return pieces < static_cast<double>(most) ? std::max<std::size_t>(1, static_cast<std::size_t>(pieces)) : most + 1;
}

Metres on_curve(const std::array<Metres, 4>& p, double t) {
  const double u = 1 - t;
  const std::array<double, 4> w{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
  return {w[0] * p[0].x + w[1] * p[1].x + w[2] * p[2].x + w[3] * p[3].x, w[0] * p[0].y + w[1] * p[1].y + w[2] * p[2].y + w[3] * p[3].y};
}

}  // namespace

Transform after(const Transform& o, const Transform& i) {
  return {o.a * i.a + o.c * i.b, o.b * i.a + o.d * i.b,       o.a * i.c + o.c * i.d,
          o.b * i.c + o.d * i.d, o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f};
}

std::optional<Transform> parse_transform(std::string_view text) {
  SvgScanner scan(text);
  Transform all;
  while (!scan.at_end()) {
    const std::string_view name = scan.word();
    if (!scan.take('(')) return std::nullopt;
    std::vector<double> numbers;
    while (numbers.size() <= 6 && scan.at_number()) {
      const auto number = scan.number();
      if (!number) return std::nullopt;
      numbers.push_back(*number);
    }
    if (!scan.take(')')) return std::nullopt;
    scan.take(',');
    const auto one = named_transform(name, numbers);
    if (!one) return std::nullopt;
    all = after(all, *one);
  }
  return all;
}

std::optional<Length> parse_length(std::string_view text) {
  SvgScanner scan(text);
  const auto number = scan.number();
  if (!number) return std::nullopt;
  const std::string_view unit = scan.word();
  if (!scan.at_end()) return std::nullopt;
  constexpr double kInch = 0.0254;
  constexpr std::array<std::pair<std::string_view, double>, 8> kUnits{
      {{"", kInch / 96}, {"px", kInch / 96}, {"mm", 0.001}, {"cm", 0.01}, {"m", 1}, {"in", kInch}, {"pt", kInch / 72}, {"pc", kInch / 6}}};
  for (const auto& [name, metres] : kUnits) {
    if (name == unit) return Length{*number, unit, *number * metres};
  }
  return std::nullopt;
}

std::optional<std::vector<double>> parse_numbers(std::string_view text) {
  SvgScanner scan(text);
  std::vector<double> numbers;
  while (!scan.at_end()) {
    const auto number = scan.number();
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<std::vector<Outline>> parse_path(std::string_view text) { return PathReader(text).read(); }

std::optional<model::Polygon> flatten(const Outline& outline, const Transform& to_metres, double tolerance, std::size_t most) {
  constexpr double kSamePlace = 0.001;
  model::Polygon corners;
  bool too_far = false;
  const auto add = [&](Metres corner) {
    too_far |= !(std::abs(corner.x) <= kFarthestMetres && std::abs(corner.y) <= kFarthestMetres);  // NaN is too far as well
    if (corners.empty() || model::distance(corners.back(), corner) > kSamePlace) corners.push_back(corner);
  };
  Metres at = to_metres.apply(outline.start);
  add(at);
  for (const Side& side : outline.sides) {
    const Metres end = to_metres.apply(side.end);
    if (side.is_curve) {
      const std::array<Metres, 4> curve{at, to_metres.apply(side.first_handle), to_metres.apply(side.second_handle), end};
      const std::size_t pieces = pieces_of(curve, tolerance, most);
      if (pieces > most) return std::nullopt;
      for (std::size_t i = 1; i < pieces; ++i) add(on_curve(curve, static_cast<double>(i) / static_cast<double>(pieces)));
    }
    add(end);
    at = end;
    if (too_far || corners.size() > most + 1) return std::nullopt;
  }
  while (corners.size() > 1 && model::distance(corners.back(), corners.front()) <= kSamePlace) corners.pop_back();
  if (too_far || corners.size() > most) return std::nullopt;
  return corners;
}

}  // namespace kiosk::content
