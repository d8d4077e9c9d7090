// Move-only handles of OpenGL objects. All need the context they were made in to be current, also when destroyed. Errors of the
// driver are asserts in the sanitizer build: textures of legal size do not fail.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace kiosk::gfx {

enum class PixelFormat : std::uint8_t { coverage8, rgba8 };  // coverage8 samples as white with that alpha
enum class Sampling : std::uint8_t { nearest, linear };

class Texture {
 public:
  Texture() = default;
  Texture(int width_px, int height_px, PixelFormat format, Sampling sampling, const std::uint8_t* pixels);
  ~Texture();
  Texture(Texture&& other) noexcept;
  Texture& operator=(Texture&& other) noexcept;
  Texture(const Texture&) = delete;
  Texture& operator=(const Texture&) = delete;

  // `page` points at the whole picture, `stride_px` wide; only `area` (whole pixels inside the texture) is uploaded.
  void update(const std::uint8_t* page, int stride_px, base::Rect area);
  // Gives the same texture name a new size and new contents, for draw data that already names it.
  void resize(int width_px, int height_px, const std::uint8_t* pixels);

  unsigned id() const { return id_; }
  int width_px() const { return width_px_; }
  int height_px() const { return height_px_; }
  explicit operator bool() const { return id_ != 0; }

 private:
  unsigned id_ = 0;
  int width_px_ = 0;
  int height_px_ = 0;
  PixelFormat format_ = PixelFormat::rgba8;
};

// An off-screen colour buffer to draw into: `kiosk shots`, and the kept picture of the window.
class Framebuffer {
 public:
  Framebuffer(int width_px, int height_px);
  ~Framebuffer();
  Framebuffer(Framebuffer&& other) noexcept;
  Framebuffer& operator=(Framebuffer&& other) noexcept;
  Framebuffer(const Framebuffer&) = delete;
  Framebuffer& operator=(const Framebuffer&) = delete;
  void bind();           // draws go here
  static void unbind();  // draws go to the window again
  void copy_to_window(int window_width_px, int window_height_px);

 private:
  unsigned framebuffer_ = 0;
  unsigned color_ = 0;
  int width_px_ = 0;
  int height_px_ = 0;
};

// What is in the bound framebuffer, top row first, RGBA.
std::vector<std::uint8_t> read_pixels(int width_px, int height_px);

// Loads the OpenGL entry points through `loader` (glfwGetProcAddress, eglGetProcAddress); false when 3.3 core is not there.
using ProcAddress = void (*)();
bool load_opengl(ProcAddress (*loader)(const char* name));

// Where the next draws land in the bound framebuffer: all of it.
void set_viewport(int width_px, int height_px);

// The page ground: the fastest fill there is, everything opaque of one colour.
void clear(float red, float green, float blue);

}  // namespace kiosk::gfx
