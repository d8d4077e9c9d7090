// Draws what a Stage built into the current OpenGL context, by Debian's imgui_impl_opengl3.
#pragma once

#include "app/stage.h"
#include "gfx/texture.h"

namespace kiosk::app {

class Renderer {
 public:
  // The context must be current, and gfx::load_opengl done. `stage` must outlive the renderer.
  explicit Renderer(Stage& stage);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  // Before Stage::build: shapes and glyphs need the texture's name.
  void prepare();
  // After Stage::build: uploads new glyphs, clears to the ground and draws.
  void draw();

 private:
  Stage& stage_;
  gfx::Texture atlas_;
};

}  // namespace kiosk::app
