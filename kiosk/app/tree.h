// `--tree FILE`: what is on screen as JSON, for scripts, screen readers and robots. Never holds what a visitor typed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/geometry.h"
#include "screens/screen_view.h"
#include "ui/frame.h"

namespace kiosk::app {

// The JSON of one frame; nodes that are wholly out of view are left out. Rectangles are whole window pixels.
std::string describe_frame(const ui::Frame& frame, const screens::ScreenView& view, base::Size window, std::uint64_t frame_number);

// Replaces the file atomically when anything but the frame number changed.
class TreeFile {
 public:
  explicit TreeFile(std::filesystem::path path) : path_(std::move(path)) {}
  void update(const ui::Frame& frame, const screens::ScreenView& view, base::Size window, std::uint64_t frame_number);

 private:
  std::filesystem::path path_;
  std::string last_;
  bool failed_ = false;
};

}  // namespace kiosk::app
