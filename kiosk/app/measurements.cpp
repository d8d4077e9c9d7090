#include "app/measurements.h"

#include <cstdlib>
#include <new>

#include "base/json.h"

namespace {
thread_local std::uint64_t allocations = 0;
}

#ifndef KIOSK_SANITIZE
// The program's own operator new counts, so that the bench can show that a steady frame allocates nothing.
void* operator new(std::size_t size) {
  ++allocations;
  void* const made = std::malloc(size == 0 ? 1 : size);
  if (made == nullptr) throw std::bad_alloc();
  return made;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif

namespace kiosk::app {

std::uint64_t thread_allocations() { return allocations; }

std::string Measurements::json(Stage& stage, const PictureShelf& shelf) const {
  constexpr std::array<const char*, kParts> kNames{"view", "build", "draw", "swap"};
  base::Json json;
  json["frames"] = frames_;
  for (std::size_t i = 0; i < kParts; ++i) {
    const auto total = std::chrono::duration_cast<std::chrono::microseconds>(spent_[i]).count();
    json["microseconds_per_frame"][kNames[i]] = frames_ == 0 ? 0 : total / static_cast<std::int64_t>(frames_);
  }
  json["allocations_last_frame"] = last_allocations_;
  const auto text = stage.shaper().statistics();
  json["text"] = {{"layouts", text.layouts}, {"bytes", text.bytes}, {"hits", text.hits}, {"misses", text.misses}};
  const auto atlas = stage.atlas().statistics();
  json["atlas"] = {{"side_px", stage.atlas().side_px()}, {"glyphs", atlas.glyphs}, {"used_px", atlas.used_px}, {"evictions", atlas.evictions}};
  json["picture_bytes"] = shelf.bytes();
  return json.dump();
}

}  // namespace kiosk::app
