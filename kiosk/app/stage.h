// Builds frames: text, atlas, gestures and Dear ImGui's draw data for one window size at a time. Needs no GPU and no display, so that
// tests and the audit lay out real screens; the Renderer draws what it built. One Stage a process (Dear ImGui's context is global).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "screens/draw.h"
#include "session/session.h"
#include "text/glyph_atlas.h"
#include "text/layout.h"
#include "ui/frame.h"
#include "ui/gestures.h"
#include "ui/key_stroke.h"

namespace kiosk::app {

// Where Debian and the machine's owner keep the faces that text::Shaper asks for.
std::vector<std::filesystem::path> font_folders();

struct Show {
  const screens::ScreenView* view = nullptr;
  session::Comfort comfort;
  base::Size window;
  double diagonal_inches = 43;
  base::SteadyTime now;
  float sound_level = 0;  // as in screens::UiMemory
  bool painted = true;    // false: laid out only, as in ui::FrameInput
};

// Nothing but placeholders: for laying out without drawing.
class NoPictures final : public ui::Pictures {
 public:
  unsigned find(const ui::PictureWish&) override { return 0; }
};

class Stage {
 public:
  // `pictures` must outlive the stage. Fails when a font is missing.
  static base::Result<std::unique_ptr<Stage>> create(ui::Pictures& pictures);
  ~Stage();

  // Judges the pointer events queued so far against what is on screen, then builds the next frame. The views in `show` must live
  // until the following call: the tree's labels point into them.
  screens::Intents build(const Show& show);
  // Called when the frame built last is about to be shown: what has been touched so far was touched on the one before.
  void bind_touches() { gestures_.bind(shown_targets_, shown_areas_); }
  // Whether a finger there would be taken for the second of a double tap.
  bool is_echo(base::Point position, base::SteadyTime now) const { return gestures_.is_echo(frame_->targets(), position, now, rules_); }

  // A hardware keyboard's stroke, for the next frame that has answered every touch before it.
  void push_key(ui::KeyStroke stroke) { key_strokes_.push_back({std::move(stroke), gestures_.came()}); }
  bool has_key_strokes() const { return !key_strokes_.empty(); }

  // The ground colour of the frame built last.
  base::Color ground() const { return ground_; }
  ui::Frame& frame() { return *frame_; }
  ui::Gestures& gestures() { return gestures_; }
  text::Shaper& shaper() { return *shaper_; }
  text::GlyphAtlas& atlas() { return *atlas_; }
  // The texture that shapes and glyphs are drawn with; set by the Renderer.
  void set_atlas_texture(unsigned texture) { atlas_texture_ = texture; }
  bool entering(base::SteadyTime now) const;

  // Without UI memory and queued events, as for the next visitor; cached texts stay.
  void start_over();
  // Starts over and wipes every cached text.
  void forget_visitor();
  // True once after it: when the next frame is on screen, the drawing thread's stack holds nothing that is needed (base/forget.h).
  bool take_forgotten() { return std::exchange(forgotten_, false); }

 private:
  explicit Stage(std::unique_ptr<text::Shaper> shaper);
  struct Stroke {
    ui::KeyStroke stroke;
    std::uint64_t after = 0;  // how many of the pointer's events had come by then
  };
  std::vector<ui::KeyStroke> take_strokes();
  void build_once(const Show& show, const ui::FrameInput& input, screens::Intents& intents);

  std::unique_ptr<text::Shaper> shaper_;
  std::unique_ptr<text::GlyphAtlas> atlas_;
  ui::Gestures gestures_;
  std::unique_ptr<ui::Frame> frame_;
  screens::UiMemory memory_;
  std::vector<Stroke> key_strokes_;
  ui::GestureRules rules_;
  std::vector<ui::Target> shown_targets_;  // of the frame before the one built last
  std::vector<ui::ScrollArea> shown_areas_;
  base::Color ground_;
  unsigned atlas_texture_ = 0;
  std::uint32_t built_generation_ = 0;
  bool forgotten_ = false;
};

float text_scale(session::TextSize size);

}  // namespace kiosk::app
