#include "model/emblem_strands.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>

namespace kiosk::model {
namespace {

// One strand going through one crossing. `position` counts segments along the strand, with a fraction.
struct Pass {
  std::size_t strand = 0;
  double position = 0;
  std::size_t partner = 0;  // index of the other strand's pass
  int level = 0;            // +1 over, -1 under, 0 not yet decided
  double spread = 1;        // 1 / sin of the crossing's angle: shallow crossings hide more of the lower strand
};

double cross(Spot a, Spot b) { return a.x * b.y - a.y * b.x; }

std::size_t segment_count(const Strand& strand) { return strand.places.size() - (strand.closed ? 0 : 1); }

Spot place_at(const Strand& strand, double position) {
  const double count = static_cast<double>(segment_count(strand));
  if (strand.closed) position -= std::floor(position / count) * count;
  position = std::clamp(position, 0.0, count);
  const auto segment = std::min(static_cast<std::size_t>(position), segment_count(strand) - 1);
  const Spot from = strand.places[segment];
  const Spot to = strand.places[(segment + 1) % strand.places.size()];
  return from + (to - from) * (position - static_cast<double>(segment));
}

void find_between(const std::vector<Strand>& strands, std::size_t a, std::size_t b, std::vector<Pass>& passes) {
  const std::size_t count_a = segment_count(strands[a]);
  const std::size_t count_b = segment_count(strands[b]);
  const auto& places_a = strands[a].places;
  const auto& places_b = strands[b].places;
  for (std::size_t i = 0; i < count_a; ++i) {
    const Spot from = places_a[i];
    const Spot along = places_a[(i + 1) % places_a.size()] - from;
    for (std::size_t j = a == b ? i + 2 : 0; j < count_b; ++j) {
      if (a == b && strands[a].closed && i == 0 && j + 1 == count_b) continue;
      const Spot other = places_b[j];
      const Spot other_along = places_b[(j + 1) % places_b.size()] - other;
      const double area = cross(along, other_along);
      if (std::abs(area) < 1e-9) continue;
      const double s = cross(other - from, other_along) / area;
      const double t = cross(other - from, along) / area;
      if (s < 0 || s >= 1 || t < 0 || t >= 1) continue;
      const double sine = std::abs(area) / (std::hypot(along.x, along.y) * std::hypot(other_along.x, other_along.y));
      const double spread = 1 / std::max(sine, 0.35);
      passes.push_back({a, static_cast<double>(i) + s, passes.size() + 1, 0, spread});
      passes.push_back({b, static_cast<double>(j) + t, passes.size() - 1, 0, spread});
    }
  }
}

// Over, under, over … along every strand; both passes of a crossing differ. Breadth first in every connected part.
void decide_levels(std::vector<Pass>& passes, const std::vector<std::vector<std::size_t>>& along) {
  std::vector<std::vector<std::size_t>> opposite(passes.size());
  for (const std::vector<std::size_t>& order : along) {
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
      opposite[order[i]].push_back(order[i + 1]);
      opposite[order[i + 1]].push_back(order[i]);
    }
  }
  for (std::size_t first = 0; first < passes.size(); ++first) {
    if (passes[first].level != 0) continue;
    passes[first].level = 1;
    std::deque<std::size_t> open{first};
    while (!open.empty()) {
      const std::size_t at = open.front();
      open.pop_front();
      const auto reach = [&](std::size_t next) {
        if (passes[next].level != 0) return;
        passes[next].level = -passes[at].level;
        open.push_back(next);
      };
      reach(passes[at].partner);
      for (const std::size_t next : opposite[at]) reach(next);
    }
  }
}

// The stretch of `strand` within `reach` units of `position`, measured along it.
Outline stretch(const Strand& strand, double position, double reach) {
  const auto walk = [&](double step) {
    std::vector<Spot> places{place_at(strand, position)};
    double left = reach;
    double at = position;
    const double limit = static_cast<double>(segment_count(strand));
    while (left > 0 && std::abs(at - position) < limit) {
      double next = step > 0 ? std::floor(at + 1 + 1e-9) : std::ceil(at - 1 - 1e-9);
      const Spot from = places.back();
      const Spot to = place_at(strand, next);
      const double length = std::hypot(to.x - from.x, to.y - from.y);
      if (length > left) {
        places.push_back(from + (to - from) * (left / length));
      } else {
        places.push_back(to);
      }
      left -= length;
      at = next;
      if (!strand.closed && (at <= 0 || at >= limit)) break;
    }
    return places;
  };
  std::vector<Spot> places = walk(-1);
  std::reverse(places.begin(), places.end());
  const std::vector<Spot> after = walk(1);
  places.insert(places.end(), after.begin() + 1, after.end());
  return Outline().polyline(places);
}

}  // namespace

void draw_interlaced(EmblemPen& pen, const std::vector<Strand>& strands, StrandWidth width) {
  std::vector<Pass> passes;
  for (std::size_t a = 0; a < strands.size(); ++a) {
    for (std::size_t b = a; b < strands.size(); ++b) find_between(strands, a, b, passes);
  }
  std::vector<std::vector<std::size_t>> along(strands.size());
  for (std::size_t i = 0; i < passes.size(); ++i) along[passes[i].strand].push_back(i);
  for (std::vector<std::size_t>& order : along) {
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return passes[x].position < passes[y].position; });
  }
  decide_levels(passes, along);

  const bool ribbon = width == StrandWidth::ribbon;
  const double edge = ribbon ? 3 * kLine : 1.5 * kLine;
  const double gap = ribbon ? 5 : 4;
  const auto lay = [&](const Outline& outline, const Strand& strand) {
    pen.band(outline, strand.edge, edge);
    if (ribbon) pen.band(outline, strand.core, kLine);
  };
  for (const Strand& strand : strands) {
    Outline whole;
    strand.closed ? whole.polygon(strand.places) : whole.polyline(strand.places);
    lay(whole, strand);
  }
  for (const Pass& pass : passes) {
    if (pass.level < 0) continue;
    const Strand& strand = strands[pass.strand];
    const double half = (edge / 2 + gap) * pass.spread;
    pen.band(stretch(strand, pass.position, half), pen.ground(), edge + 2 * gap);
    // A little longer than the gap, so that no seam shows where the ribbon goes on.
    lay(stretch(strand, pass.position, half + 1.5), strand);
  }
}

}  // namespace kiosk::model
