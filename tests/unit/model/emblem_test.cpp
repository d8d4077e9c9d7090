#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/motif.h"

using namespace kiosk;
using model::Motif;
using model::MotifShape;

namespace {

constexpr model::MotifTones kTones{base::rgb(0x4B6A88), base::rgb(0xE8EDF1), base::rgb(0xE0A526), base::rgb(0xFFFFFF)};

std::vector<MotifShape> all_shapes() {
  std::vector<MotifShape> shapes;
  for (int i = 0; i <= static_cast<int>(MotifShape::stitch); ++i) shapes.push_back(static_cast<MotifShape>(i));
  return shapes;
}

std::string emblem(const Motif& motif) { return model::emblem_svg(motif, kTones); }

struct Place {
  double x = 0;
  double y = 0;
};

// Reads the little SVG that emblems are made of: groups that move or turn, circles, and paths of absolute M, L, A, C and Z.
// Collects how far from the centre the drawing goes, in units of the 400-unit square.
class Reach {
 public:
  explicit Reach(std::string_view svg) {
    // What comes before the motif's own turn is ground and net; what follows the turn is a disc of the ground to stand on.
    svg.remove_prefix(svg.find("<g transform=\"rotate("));
    const std::size_t disc = svg.find("<circle");
    enter(svg.substr(0, disc));
    svg.remove_prefix(svg.find('>', disc) + 1);
    while (!svg.empty()) {
      const std::size_t end = svg.find('>');
      if (end == std::string_view::npos) break;
      read(svg.substr(svg.find('<'), end));
      svg.remove_prefix(end + 1);
    }
  }
  double furthest() const { return furthest_; }
  std::size_t marks() const { return marks_; }

 private:
  static double number(std::string_view element, std::string_view name) {
    const std::size_t at = element.find(" " + std::string(name) + "=\"");
    return at == std::string_view::npos ? 0 : std::strtod(element.data() + at + name.size() + 3, nullptr);
  }

  void read(std::string_view element) {
    if (element.starts_with("<g")) {
      enter(element);
    } else if (element.starts_with("</g")) {
      if (!groups_.empty()) groups_.pop_back();
    } else if (clipped()) {
      return;
    } else if (element.starts_with("<circle")) {
      const double stroke = element.find("stroke=") == std::string_view::npos ? 0 : 3;
      extend({number(element, "cx"), number(element, "cy")}, number(element, "r") + stroke);
      ++marks_;
    } else if (element.starts_with("<path")) {
      read_path(element.substr(element.find(" d=\"") + 4));
      ++marks_;
    }
  }

  void enter(std::string_view element) {
    Group group;
    group.clip = element.find("clip-path") != std::string_view::npos;
    const std::size_t turn = element.find("rotate(");
    const std::size_t move = element.find("translate(");
    if (turn != std::string_view::npos) group.turn = std::strtod(element.data() + turn + 7, nullptr);
    if (move != std::string_view::npos) {
      char* rest = nullptr;
      group.move.x = std::strtod(element.data() + move + 10, &rest);
      group.move.y = std::strtod(rest, nullptr);
    }
    groups_.push_back(group);
  }

  void read_path(std::string_view path) {
    const char* at = path.data();
    while (*at != '"') {
      const char command = *at++;
      const int numbers = command == 'A' ? 7 : command == 'C' ? 6 : command == 'Z' ? 0 : 2;
      double values[7] = {};
      for (int i = 0; i < numbers; ++i) {
        char* rest = nullptr;
        values[i] = std::strtod(at, &rest);
        REQUIRE(rest != at);
        at = rest;
      }
      if (numbers > 0) extend({values[numbers - 2], values[numbers - 1]}, 0);
    }
  }

  bool clipped() const {
    for (const Group& group : groups_) {
      if (group.clip) return true;
    }
    return false;
  }

  void extend(Place at, double radius) {
    for (std::size_t i = groups_.size(); i-- > 0;) {
      const double angle = groups_[i].turn * std::numbers::pi / 180;
      at = {at.x * std::cos(angle) - at.y * std::sin(angle) + groups_[i].move.x,
            at.x * std::sin(angle) + at.y * std::cos(angle) + groups_[i].move.y};
    }
    furthest_ = std::max(furthest_, std::hypot(at.x, at.y) + radius);
  }

  struct Group {
    double turn = 0;
    Place move;
    bool clip = false;
  };
  std::vector<Group> groups_;
  double furthest_ = 0;
  std::size_t marks_ = 0;
};

}  // namespace

TEST_CASE("the same motif gives the same bytes") {
  for (const MotifShape shape : all_shapes()) {
    const Motif motif{shape, 9, 3, 17, 0.35};
    CHECK(emblem(motif) == emblem(motif));
  }
}

TEST_CASE("an emblem is a square document on a ground of the soft tone, in the family's tones only") {
  for (const MotifShape shape : all_shapes()) {
    CAPTURE(static_cast<int>(shape));
    const std::string svg = emblem({shape, 8, 2, 0, 0.5});
    CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\""));
    CHECK(svg.find("<rect x=\"-400\" y=\"-400\" width=\"1200\" height=\"1200\" fill=\"#E8EDF1\"/>") != std::string::npos);
    CHECK(svg.ends_with("</svg>\n"));
    CHECK(svg.find("#4B6A88") != std::string::npos);
    CHECK(svg.find("#E0A526") != std::string::npos);
    CHECK(svg.find("-0 ") == std::string::npos);
    CHECK(svg.find("nan") == std::string::npos);
  }
}

TEST_CASE("every shape, at every fold, rings and density, fills its circle and stays inside it") {
  for (const MotifShape shape : all_shapes()) {
    for (int fold = 3; fold <= 16; ++fold) {
      for (int rings = 1; rings <= 4; ++rings) {
        for (const double density : {0.0, 0.5, 1.0}) {
          CAPTURE(static_cast<int>(shape));
          CAPTURE(fold);
          CAPTURE(rings);
          CAPTURE(density);
          const Reach reach(emblem({shape, fold, rings, 30, density}));
          CHECK(reach.furthest() <= 152);
          CHECK(reach.furthest() >= 138);
          CHECK(reach.marks() >= 3);
        }
      }
    }
  }
}

TEST_CASE("fold, rings, turn and density each change the picture of every shape") {
  for (const MotifShape shape : all_shapes()) {
    CAPTURE(static_cast<int>(shape));
    const Motif plain{shape, 8, 2, 0, 0.5};
    std::set<std::string> seen{emblem(plain)};
    for (const Motif& other :
         {Motif{shape, 6, 2, 0, 0.5}, Motif{shape, 12, 2, 0, 0.5}, Motif{shape, 8, 1, 0, 0.5}, Motif{shape, 8, 3, 0, 0.5},
          Motif{shape, 8, 2, 20, 0.5}, Motif{shape, 8, 2, 0, 0.0}, Motif{shape, 8, 2, 0, 1.0}}) {
      CHECK(seen.insert(emblem(other)).second);
    }
  }
}

TEST_CASE("values beyond their limits are drawn as the nearest allowed") {
  for (const MotifShape shape : all_shapes()) {
    CHECK(emblem({shape, 99, 9, 360 + 45, 7.0}) == emblem({shape, 16, 4, 45, 1.0}));
    CHECK(emblem({shape, -3, 0, -315, -1.0}) == emblem({shape, 3, 1, 45, 0.0}));
  }
}

TEST_CASE("an eight-fold star is the true polygram: notches where its two squares cross") {
  // {8/2} of circumradius 150: notch at 150·cos 45° / cos 22.5° = 114.8, at 22.5° from a point: (43.9, -106.1).
  const std::string svg = emblem({MotifShape::star, 8, 1, 0, 0.2});
  CHECK(svg.find("M0 -150L43.9 -106.1") != std::string::npos);
}
