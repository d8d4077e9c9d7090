#include "gfx/resample.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace kiosk::gfx {
namespace {

// Keys' cubic with a = -1/2: sharp, exact on constants and ramps.
double catmull_rom(double x) {
  x = std::abs(x);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
  return 0;
}

struct Taps {
  std::size_t first = 0;  // source index of weights[0]
  std::vector<float> weights;
};

// Which source samples make each result sample along one axis; samples beyond the edge repeat the edge.
std::vector<Taps> taps_along(double origin, double extent, int source_size, int result_size) {
  std::vector<Taps> all(static_cast<std::size_t>(result_size));
  const double step = extent / result_size;
  const double spread = std::max(1.0, step);
  for (int i = 0; i < result_size; ++i) {
    const double centre = origin + (i + 0.5) * step - 0.5;
    const int from = static_cast<int>(std::ceil(centre - 2 * spread));
    const int to = static_cast<int>(std::floor(centre + 2 * spread));
    const int first = std::clamp(from, 0, source_size - 1);
    const int last = std::clamp(to, 0, source_size - 1);
    Taps& taps = all[static_cast<std::size_t>(i)];
    taps.first = static_cast<std::size_t>(first);
    taps.weights.assign(static_cast<std::size_t>(last - first + 1), 0.0F);
    double sum = 0;
    for (int s = from; s <= to; ++s) sum += catmull_rom((s - centre) / spread);
    for (int s = from; s <= to; ++s) {
      const int at = std::clamp(s, first, last) - first;
      taps.weights[static_cast<std::size_t>(at)] += static_cast<float>(catmull_rom((s - centre) / spread) / sum);
    }
  }
  return all;
}

// One source row as four premultiplied floats a pixel.
void load_row(const PixelView& source, std::size_t y, std::vector<float>& row) {
  const auto width = static_cast<std::size_t>(source.width_px);
  const auto channels = static_cast<std::size_t>(source.channels);
  const std::uint8_t* from = source.pixels + y * width * channels;
  float* to = row.data();
  for (std::size_t x = 0; x < width; ++x, from += channels, to += 4) {
    const float alpha = channels == 4 ? static_cast<float>(from[3]) : 255.0F;
    const float scale = alpha / 255.0F;
    to[0] = static_cast<float>(from[0]) * scale;
    to[1] = static_cast<float>(from[1]) * scale;
    to[2] = static_cast<float>(from[2]) * scale;
    to[3] = alpha;
  }
}

void filter_row(const std::vector<float>& row, const std::vector<Taps>& columns, float* to) {
  for (const Taps& taps : columns) {
    float sum[4] = {0, 0, 0, 0};
    const float* from = row.data() + taps.first * 4;
    for (const float weight : taps.weights) {
      for (std::size_t c = 0; c < 4; ++c) sum[c] += weight * from[c];
      from += 4;
    }
    std::copy_n(sum, 4, to);
    to += 4;
  }
}

std::uint8_t to_byte(float value) { return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F)); }

void store_row(const std::vector<float>& sums, std::uint8_t* to) {
  for (std::size_t i = 0; i < sums.size(); i += 4, to += 4) {
    const float alpha = std::clamp(sums[i + 3], 0.0F, 255.0F);
    const float scale = alpha > 0.5F ? 255.0F / alpha : 0.0F;
    for (std::size_t c = 0; c < 3; ++c) to[c] = to_byte(sums[i + c] * scale);
    to[3] = to_byte(alpha);
  }
}

}  // namespace

std::vector<std::uint8_t> resample(const PixelView& source, const SourceBox& box, int width_px, int height_px) {
  const std::vector<Taps> columns = taps_along(box.x, box.width, source.width_px, width_px);
  const std::vector<Taps> rows = taps_along(box.y, box.height, source.height_px, height_px);
  const std::size_t row_floats = static_cast<std::size_t>(width_px) * 4;
  std::size_t ring_rows = 1;
  for (const Taps& taps : rows) ring_rows = std::max(ring_rows, taps.weights.size());

  // Filtered rows are kept in a ring just as tall as the filter, so memory does not grow with the photo.
  std::vector<float> ring(ring_rows * row_floats);
  std::vector<float> loaded(static_cast<std::size_t>(source.width_px) * 4);
  std::vector<float> sums(row_floats);
  std::vector<std::uint8_t> result(row_floats * static_cast<std::size_t>(height_px));
  std::size_t next = rows.front().first;
  std::uint8_t* to = result.data();
  for (const Taps& taps : rows) {
    next = std::max(next, taps.first);
    for (; next < taps.first + taps.weights.size(); ++next) {
      load_row(source, next, loaded);
      filter_row(loaded, columns, ring.data() + next % ring_rows * row_floats);
    }
    std::fill(sums.begin(), sums.end(), 0.0F);
    for (std::size_t i = 0; i < taps.weights.size(); ++i) {
      const float weight = taps.weights[i];
      const float* from = ring.data() + (taps.first + i) % ring_rows * row_floats;
      for (std::size_t x = 0; x < row_floats; ++x) sums[x] += weight * from[x];
    }
    store_row(sums, to);
    to += row_floats;
  }
  return result;
}

}  // namespace kiosk::gfx
