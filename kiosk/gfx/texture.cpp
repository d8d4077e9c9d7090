#include "gfx/texture.h"

#include <glad/gl.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <utility>

namespace kiosk::gfx {
namespace {

struct GlFormat {
  GLint internal;
  GLenum external;
  int bytes;
};

GlFormat gl_format(PixelFormat format) {
  if (format == PixelFormat::coverage8) return {GL_R8, GL_RED, 1};
  return {GL_RGBA8, GL_RGBA, 4};
}

void upload_whole(int width_px, int height_px, PixelFormat format, const std::uint8_t* pixels) {
  const GlFormat gl = gl_format(format);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, gl.internal, width_px, height_px, 0, gl.external, GL_UNSIGNED_BYTE, pixels);
  assert(glGetError() == GL_NO_ERROR);
}

}  // namespace

Texture::Texture(int width_px, int height_px, PixelFormat format, Sampling sampling, const std::uint8_t* pixels)
    : width_px_(width_px), height_px_(height_px), format_(format) {
  glGenTextures(1, &id_);
  glBindTexture(GL_TEXTURE_2D, id_);
  const GLint filter = sampling == Sampling::nearest ? GL_NEAREST : GL_LINEAR;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  if (format == PixelFormat::coverage8) {
    const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
  }
  upload_whole(width_px, height_px, format, pixels);
}

Texture::~Texture() {
  if (id_ != 0) glDeleteTextures(1, &id_);
}

Texture::Texture(Texture&& other) noexcept
    : id_(std::exchange(other.id_, 0)),
      width_px_(std::exchange(other.width_px_, 0)),
      height_px_(std::exchange(other.height_px_, 0)),
      format_(other.format_) {}

Texture& Texture::operator=(Texture&& other) noexcept {
  std::swap(id_, other.id_);
  std::swap(width_px_, other.width_px_);
  std::swap(height_px_, other.height_px_);
  std::swap(format_, other.format_);
  return *this;
}

void Texture::update(const std::uint8_t* page, int stride_px, base::Rect area) {
  const auto x = static_cast<int>(std::lround(area.x));
  const auto y = static_cast<int>(std::lround(area.y));
  const auto width = static_cast<int>(std::lround(area.width));
  const auto height = static_cast<int>(std::lround(area.height));
  assert(x >= 0 && y >= 0 && x + width <= width_px_ && y + height <= height_px_);
  const GlFormat gl = gl_format(format_);
  const std::uint8_t* first = page + (static_cast<std::ptrdiff_t>(y) * stride_px + x) * gl.bytes;
  glBindTexture(GL_TEXTURE_2D, id_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, stride_px);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, gl.external, GL_UNSIGNED_BYTE, first);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  assert(glGetError() == GL_NO_ERROR);
}

void Texture::resize(int width_px, int height_px, const std::uint8_t* pixels) {
  assert(id_ != 0);
  glBindTexture(GL_TEXTURE_2D, id_);
  upload_whole(width_px, height_px, format_, pixels);
  width_px_ = width_px;
  height_px_ = height_px;
}

Framebuffer::Framebuffer(int width_px, int height_px) : width_px_(width_px), height_px_(height_px) {
  glGenRenderbuffers(1, &color_);
  glBindRenderbuffer(GL_RENDERBUFFER, color_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width_px, height_px);
  glGenFramebuffers(1, &framebuffer_);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_);
  assert(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

Framebuffer::~Framebuffer() {
  if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
  if (color_ != 0) glDeleteRenderbuffers(1, &color_);
}

Framebuffer::Framebuffer(Framebuffer&& other) noexcept
    : framebuffer_(std::exchange(other.framebuffer_, 0)),
      color_(std::exchange(other.color_, 0)),
      width_px_(std::exchange(other.width_px_, 0)),
      height_px_(std::exchange(other.height_px_, 0)) {}

Framebuffer& Framebuffer::operator=(Framebuffer&& other) noexcept {
  std::swap(framebuffer_, other.framebuffer_);
  std::swap(color_, other.color_);
  std::swap(width_px_, other.width_px_);
  std::swap(height_px_, other.height_px_);
  return *this;
}

void Framebuffer::bind() { glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_); }

void Framebuffer::unbind() { glBindFramebuffer(GL_FRAMEBUFFER, 0); }

void Framebuffer::copy_to_window(int window_width_px, int window_height_px) {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  const bool same_size = window_width_px == width_px_ && window_height_px == height_px_;
  glBlitFramebuffer(0, 0, width_px_, height_px_, 0, 0, window_width_px, window_height_px, GL_COLOR_BUFFER_BIT,
                    same_size ? GL_NEAREST : GL_LINEAR);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  assert(glGetError() == GL_NO_ERROR);
}

std::vector<std::uint8_t> read_pixels(int width_px, int height_px) {
  const std::size_t row = static_cast<std::size_t>(width_px) * 4;
  std::vector<std::uint8_t> pixels(row * static_cast<std::size_t>(height_px));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_px, height_px, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  assert(glGetError() == GL_NO_ERROR);
  // OpenGL counts rows from the bottom.
  for (std::size_t top = 0, bottom = static_cast<std::size_t>(height_px); top + 1 < bottom; ++top) {
    --bottom;
    std::swap_ranges(pixels.begin() + static_cast<std::ptrdiff_t>(top * row),
                     pixels.begin() + static_cast<std::ptrdiff_t>((top + 1) * row),
                     pixels.begin() + static_cast<std::ptrdiff_t>(bottom * row));
  }
  return pixels;
}

bool load_opengl(ProcAddress (*loader)(const char* name)) {
  const int version = gladLoadGL(loader);
  return version != 0 &&
         (GLAD_VERSION_MAJOR(version) > 3 || (GLAD_VERSION_MAJOR(version) == 3 && GLAD_VERSION_MINOR(version) >= 3));
}

void set_viewport(int width_px, int height_px) { glViewport(0, 0, width_px, height_px); }

void clear(float red, float green, float blue) {
  glDisable(GL_SCISSOR_TEST);
  glClearColor(red, green, blue, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace kiosk::gfx
