#include "app/renderer.h"

#include <imgui.h>
#include <backends/imgui_impl_opengl3.h>

namespace kiosk::app {

Renderer::Renderer(Stage& stage) : stage_(stage) {
  ImGui_ImplOpenGL3_Init("#version 330 core");
  prepare();
}

Renderer::~Renderer() { ImGui_ImplOpenGL3_Shutdown(); }

void Renderer::prepare() {
  ImGui_ImplOpenGL3_NewFrame();
  const int side = stage_.atlas().side_px();
  if (atlas_.width_px() != side) {
    atlas_ = gfx::Texture(side, side, gfx::PixelFormat::coverage8, gfx::Sampling::nearest, stage_.atlas().page().data());
    stage_.atlas().take_dirty();
  }
  stage_.set_atlas_texture(atlas_.id());
}

void Renderer::draw() {
  const int side = stage_.atlas().side_px();
  if (atlas_.width_px() != side) {
    // Grown while the frame was built: the draw data names the old texture, so the new one takes its place under the same name.
    atlas_.resize(side, side, stage_.atlas().page().data());
    stage_.atlas().take_dirty();
  } else {
    const base::Rect dirty = stage_.atlas().take_dirty();
    if (!dirty.empty()) atlas_.update(stage_.atlas().page().data(), side, dirty);
  }
  const base::Color ground = stage_.ground();
  gfx::clear(static_cast<float>(ground.red) / 255, static_cast<float>(ground.green) / 255, static_cast<float>(ground.blue) / 255);
  // Nothing since a frame that failed.
  if (ImDrawData* const data = ImGui::GetDrawData(); data != nullptr) ImGui_ImplOpenGL3_RenderDrawData(data);
}

}  // namespace kiosk::app
