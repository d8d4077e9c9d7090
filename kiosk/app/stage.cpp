#include "app/stage.h"

#include <imgui.h>

#include <algorithm>

#include "base/forget.h"
#include "ui/imgui_port.h"

namespace kiosk::app {
namespace {

constexpr int kFirstAtlasSide = 1024;
constexpr int kLargestAtlasSide = 4096;
constexpr base::Milliseconds kEnterTime{220};

void configure_imgui() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  // Its own font is never drawn; its lines would need a second texture.
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  io.Fonts->AddFontDefault();
  io.Fonts->Build();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;
}

// Dear ImGui's frame and ours: what was begun is ended, also when a screen throws in between. Else the next frame would abort in NewFrame.
class BuiltFrame {
 public:
  BuiltFrame(ui::Frame& frame, const ui::FrameInput& input) : frame_(frame) {
    ImGui::NewFrame();
    frame_.begin(input);
  }
  ~BuiltFrame() {
    if (whole_) return;
    frame_.abandon();
    ImGui::EndFrame();
  }
  BuiltFrame(const BuiltFrame&) = delete;
  BuiltFrame& operator=(const BuiltFrame&) = delete;

  void finish() {
    frame_.end();
    ImGui::Render();
    whole_ = true;
  }

 private:
  ui::Frame& frame_;
  bool whole_ = false;
};

}  // namespace

std::vector<std::filesystem::path> font_folders() { return {"/usr/share/fonts/truetype/noto", "/usr/local/share/fonts"}; }

float text_scale(session::TextSize size) {
  switch (size) {
    case session::TextSize::large: return 1.25F;
    case session::TextSize::largest: return 1.5F;
    case session::TextSize::normal: break;
  }
  return 1;
}

base::Result<std::unique_ptr<Stage>> Stage::create(ui::Pictures& pictures) {
  auto shaper = text::Shaper::create(font_folders());
  if (!shaper) return tl::make_unexpected(shaper.error());
  std::unique_ptr<Stage> stage(new Stage(std::move(*shaper)));
  stage->frame_ = std::make_unique<ui::Frame>(*stage->shaper_, *stage->atlas_, pictures, stage->gestures_);
  return stage;
}

Stage::Stage(std::unique_ptr<text::Shaper> shaper)
    : shaper_(std::move(shaper)), atlas_(std::make_unique<text::GlyphAtlas>(*shaper_, kFirstAtlasSide, kLargestAtlasSide)) {
  configure_imgui();
}

Stage::~Stage() { ImGui::DestroyContext(); }

screens::Intents Stage::build(const Show& show) {
  ui::FrameInput input;
  input.metrics = ui::make_metrics(show.window, show.diagonal_inches, text_scale(show.comfort.text_size));
  input.theme = show.comfort.high_contrast ? &ui::high_contrast_theme() : &ui::light_theme();
  input.direction = base::direction(show.view->language);
  input.now = show.now;
  input.reduced_motion = show.comfort.reduced_motion;
  input.painted = show.painted;
  ground_ = input.theme->ground;
  rules_.slop_px = std::max(input.metrics.px(12), 2.5F * input.metrics.mm);

  shown_targets_ = frame_->targets();
  shown_areas_ = frame_->scroll_areas();
  gestures_.update(shown_targets_, shown_areas_, show.now, rules_, key_strokes_.empty() ? ui::Gestures::kAll : key_strokes_.front().after);
  const std::vector<ui::KeyStroke> strokes = take_strokes();
  input.key_strokes = strokes;
  shaper_->trim();
  atlas_->begin_frame();
  memory_.sound_level = show.sound_level;
  screens::Intents intents;
  const screens::UiMemory before = memory_;
  build_once(show, input, intents);
  // The atlas grew or moved glyphs while the frame was built: its quads are stale, but now every glyph it needs is there.
  for (int again = 0; again < 3; ++again) {
    const std::uint32_t generation = atlas_->generation();
    if (generation == built_generation_) break;
    screens::Intents same;
    memory_ = before;  // what a touch changed must not be changed twice
    build_once(show, input, same);
  }
  if (memory_.entered != before.entered || !before.shown_once) gestures_.page_entered(show.now);
  return intents;
}

// What was typed before the next touch. Nothing while a touch before it waits, or is only now told to the page: a letter goes to the field and the
// place that were touched first, however slowly frames follow one another.
std::vector<ui::KeyStroke> Stage::take_strokes() {
  std::vector<ui::KeyStroke> taken;
  if (key_strokes_.empty() || gestures_.acted() || gestures_.judged() < key_strokes_.front().after) return taken;
  std::vector<Stroke> later;
  for (Stroke& one : key_strokes_) {
    if (one.after == key_strokes_.front().after) {
      taken.push_back(std::move(one.stroke));
    } else {
      later.push_back(std::move(one));
    }
  }
  // Not cleared: a vector keeps the letters of what it held.
  key_strokes_.swap(later);
  return taken;
}

void Stage::build_once(const Show& show, const ui::FrameInput& input, screens::Intents& intents) {
  built_generation_ = atlas_->generation();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {show.window.width, show.window.height};
  io.DeltaTime = 1.0F / 60;
  const base::Point white = atlas_->white_pixel();
  const auto side = static_cast<float>(atlas_->side_px());
  io.Fonts->TexUvWhitePixel = {white.x / side, white.y / side};
  io.Fonts->SetTexID(ui::texture_id(atlas_texture_));
  BuiltFrame built(*frame_, input);
  screens::draw_screen(*frame_, *show.view, memory_, intents);
  built.finish();
}

bool Stage::entering(base::SteadyTime now) const { return now - memory_.entered < kEnterTime; }

void Stage::start_over() {
  base::replace_and_wipe(memory_, screens::UiMemory());
  gestures_.reset();
  // A vector that is cleared keeps its strokes' letters.
  std::vector<Stroke>().swap(key_strokes_);
}

void Stage::forget_visitor() {
  start_over();
  shaper_->forget();
  frame_->forget();
  forgotten_ = true;
}

}  // namespace kiosk::app
