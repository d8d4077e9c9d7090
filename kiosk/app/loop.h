// The frame loop: sleeps until something happens, then draws until nothing changes. A still screen draws no frames.
#pragma once

#include <optional>

#include "app/frame_guard.h"
#include "app/measurements.h"
#include "app/picture_shelf.h"
#include "app/reloads.h"
#include "app/renderer.h"
#include "app/script.h"
#include "app/stage.h"
#include "app/touch_input.h"
#include "app/tree.h"
#include "app/visitor.h"
#include "app/window.h"

namespace kiosk::app {

class Loop {
 public:
  struct Parts {
    Window& window;
    Stage& stage;
    Renderer& renderer;
    PictureShelf& shelf;
    Visitor& visitor;
    const base::Clock& clock;
    Reloads& reloads;
    TouchInput* touches;  // nullptr: one finger only
  };
  explicit Loop(Parts parts);

  void use_tree(std::filesystem::path file) { tree_.emplace(std::move(file)); }
  void use_script(Script script) { script_.emplace(std::move(script)); }

  // Until the window is closed, the script ends, a signal asks for it, or frames keep failing. Returns the exit status.
  int run();
  const Measurements& measurements() const { return measurements_; }

 private:
  bool turn();  // once round, up to the wait; false when the run is over
  void take_reload();
  void take_fingers();
  bool frame_due(base::SteadyTime now);
  void draw_frame();
  bool advance_script();  // false when the run is over
  double timeout_seconds(base::SteadyTime now) const;
  void take_shot(const std::filesystem::path& file);

  Parts p_;
  FrameGuard guard_;
  std::optional<TreeFile> tree_;
  std::optional<Script> script_;
  Measurements measurements_;
  std::shared_ptr<const screens::ScreenView> shown_view_;  // of the frame on screen; its tree points into it
  std::uint64_t shown_version_ = 0;
  bool again_ = true;  // the last frame changed something: draw once more
  bool polled_ = false;  // events were looked for in mid-turn: an answer may have come that nothing wakes for any more
  std::optional<base::SteadyTime> wanted_;
  base::SteadyTime last_frame_{};
  int status_ = 0;
};

// Asks the running loop to end; safe in a signal handler.
void request_stop();

}  // namespace kiosk::app
