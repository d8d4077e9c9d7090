#include "gfx/texture.h"

#include <dlfcn.h>
#include <doctest/doctest.h>
#include <glad/gl.h>

#include <array>
#include <cstdint>
#ifdef KIOSK_SANITIZE
#include <sanitizer/lsan_interface.h>
#endif

using namespace kiosk;

namespace {

// An OpenGL 3.3 context without a window or a screen: EGL on Mesa's surfaceless platform, loaded by hand because nothing else in
// this floor needs EGL.
class SurfacelessContext {
 public:
  SurfacelessContext() {
#ifdef KIOSK_SANITIZE
    __lsan_disable();  // the drivers keep what they allocate until the process ends
#endif
    library_ = ::dlopen("libEGL.so.1", RTLD_NOW);
    REQUIRE(library_ != nullptr);
    get_ = reinterpret_cast<Loader>(::dlsym(library_, "eglGetProcAddress"));
    constexpr unsigned kSurfaceless = 0x31DD;  // EGL_PLATFORM_SURFACELESS_MESA
    display_ = call<void*(unsigned, void*, const std::intptr_t*)>("eglGetPlatformDisplay")(kSurfaceless, nullptr, nullptr);
    int version[2] = {};
    REQUIRE(call<unsigned(void*, int*, int*)>("eglInitialize")(display_, &version[0], &version[1]) != 0);
    REQUIRE(call<unsigned(unsigned)>("eglBindAPI")(0x30A2) != 0);  // EGL_OPENGL_API
    const int wanted[] = {0x3040, 8, 0x3033, 0, 0x3038};           // renderable by OpenGL, no surface
    void* config = nullptr;
    int count = 0;
    call<unsigned(void*, const int*, void**, int, int*)>("eglChooseConfig")(display_, wanted, &config, 1, &count);
    const int core[] = {0x3098, 3, 0x30FB, 3, 0x30FD, 1, 0x3038};  // 3.3 core profile
    context_ = call<void*(void*, void*, void*, const int*)>("eglCreateContext")(display_, config, nullptr, core);
    REQUIRE(context_ != nullptr);
    REQUIRE(make_current(context_));
    loader = get_;
    REQUIRE(gfx::load_opengl([](const char* name) { return loader(name); }));
  }
  ~SurfacelessContext() {
    make_current(nullptr);
    call<unsigned(void*, void*)>("eglDestroyContext")(display_, context_);
    call<unsigned(void*)>("eglTerminate")(display_);
#ifdef KIOSK_SANITIZE
    __lsan_enable();
#endif
  }

 private:
  using Loader = gfx::ProcAddress (*)(const char*);
  static inline Loader loader = nullptr;

  template <class Signature>
  Signature* call(const char* name) const {
    return reinterpret_cast<Signature*>(get_(name));
  }
  bool make_current(void* context) const {
    return call<unsigned(void*, void*, void*, void*)>("eglMakeCurrent")(display_, nullptr, nullptr, context) != 0;
  }

  void* library_ = nullptr;
  Loader get_ = nullptr;
  void* display_ = nullptr;
  void* context_ = nullptr;
};

// Draws `texture` over the whole of the bound framebuffer, texel for pixel, row 0 of the texture at the top.
void draw_whole(const gfx::Texture& texture) {
  const auto shader = [](unsigned kind, const char* text) {
    const unsigned id = glCreateShader(kind);
    glShaderSource(id, 1, &text, nullptr);
    glCompileShader(id);
    return id;
  };
  const unsigned program = glCreateProgram();
  glAttachShader(program, shader(GL_VERTEX_SHADER,
                                 "#version 330 core\nout vec2 at; void main() { vec2 p = vec2(gl_VertexID & 1, gl_VertexID >> 1);"
                                 " at = vec2(p.x, 1 - p.y); gl_Position = vec4(p * 2 - 1, 0, 1); }"));
  glAttachShader(program, shader(GL_FRAGMENT_SHADER,
                                 "#version 330 core\nin vec2 at; out vec4 color; uniform sampler2D page;"
                                 " void main() { color = texture(page, at); }"));
  glLinkProgram(program);
  unsigned array = 0;
  glGenVertexArrays(1, &array);
  glBindVertexArray(array);
  glUseProgram(program);
  glBindTexture(GL_TEXTURE_2D, texture.id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glDeleteVertexArrays(1, &array);
  glDeleteProgram(program);
  REQUIRE(glGetError() == GL_NO_ERROR);
}

using Pixel = std::array<int, 4>;

Pixel pixel(const std::vector<std::uint8_t>& pixels, int width, int x, int y) {
  const std::size_t at = static_cast<std::size_t>(y * width + x) * 4;
  return {pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]};
}

}  // namespace

TEST_CASE("what is uploaded is what is drawn, top row first") {
  const SurfacelessContext context;
  gfx::Framebuffer framebuffer(2, 2);
  framebuffer.bind();
  gfx::set_viewport(2, 2);
  const std::uint8_t texels[] = {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 8, 7, 255};
  const gfx::Texture texture(2, 2, gfx::PixelFormat::rgba8, gfx::Sampling::nearest, texels);
  draw_whole(texture);
  const auto seen = gfx::read_pixels(2, 2);
  CHECK(seen == std::vector<std::uint8_t>(std::begin(texels), std::end(texels)));
}

TEST_CASE("a coverage texture is white with that alpha") {
  const SurfacelessContext context;
  gfx::Framebuffer framebuffer(3, 1);
  framebuffer.bind();
  gfx::set_viewport(3, 1);
  const std::uint8_t coverage[] = {0, 128, 255};
  const gfx::Texture texture(3, 1, gfx::PixelFormat::coverage8, gfx::Sampling::nearest, coverage);
  draw_whole(texture);
  const auto seen = gfx::read_pixels(3, 1);
  CHECK(pixel(seen, 3, 0, 0) == Pixel{255, 255, 255, 0});
  CHECK(pixel(seen, 3, 1, 0) == Pixel{255, 255, 255, 128});
  CHECK(pixel(seen, 3, 2, 0) == Pixel{255, 255, 255, 255});
}

TEST_CASE("an update changes its area of the texture only") {
  const SurfacelessContext context;
  gfx::Framebuffer framebuffer(5, 3);
  framebuffer.bind();
  gfx::set_viewport(5, 3);
  const std::vector<std::uint8_t> page(5 * 3, 10);
  gfx::Texture texture(5, 3, gfx::PixelFormat::coverage8, gfx::Sampling::nearest, page.data());
  std::vector<std::uint8_t> changed(5 * 3, 99);
  changed[1 * 5 + 3] = 200;
  texture.update(changed.data(), 5, {2, 1, 2, 1});
  draw_whole(texture);
  const auto seen = gfx::read_pixels(5, 3);
  for (int y = 0; y < 3; ++y) {
    for (int x = 0; x < 5; ++x) {
      const int expected = y == 1 && x == 3 ? 200 : y == 1 && x == 2 ? 99 : 10;
      CHECK(pixel(seen, 5, x, y)[3] == expected);
    }
  }
}

TEST_CASE("a resized texture keeps its name") {
  const SurfacelessContext context;
  const std::vector<std::uint8_t> page(64 * 64, 77);
  gfx::Texture texture(8, 8, gfx::PixelFormat::coverage8, gfx::Sampling::nearest, page.data());
  const unsigned name = texture.id();
  texture.resize(64, 64, page.data());
  CHECK(texture.id() == name);
  CHECK(texture.width_px() == 64);
  gfx::Framebuffer framebuffer(64, 64);
  framebuffer.bind();
  gfx::set_viewport(64, 64);
  draw_whole(texture);
  CHECK(pixel(gfx::read_pixels(64, 64), 64, 63, 63)[3] == 77);
}

TEST_CASE("clearing fills everything, whatever was cut out before") {
  const SurfacelessContext context;
  gfx::Framebuffer framebuffer(4, 4);
  framebuffer.bind();
  glEnable(GL_SCISSOR_TEST);
  glScissor(0, 0, 1, 1);
  gfx::clear(1.0F, 0.5F, 0.0F);
  const auto seen = gfx::read_pixels(4, 4);
  for (int i = 0; i < 16; ++i) CHECK(pixel(seen, 4, i % 4, i / 4) == Pixel{255, 128, 0, 255});
}

TEST_CASE("moving a texture or a framebuffer moves the ownership") {
  const SurfacelessContext context;
  const std::uint8_t texel[] = {1, 2, 3, 4};
  gfx::Texture first(1, 1, gfx::PixelFormat::rgba8, gfx::Sampling::linear, texel);
  const unsigned name = first.id();
  gfx::Texture second = std::move(first);
  CHECK_FALSE(first);
  CHECK(second.id() == name);
  first = std::move(second);
  CHECK(first.id() == name);
  { const gfx::Texture last = std::move(first); }
  CHECK(glIsTexture(name) == GL_FALSE);
  gfx::Framebuffer one(2, 2);
  gfx::Framebuffer other(4, 4);
  other = std::move(one);
  other.bind();
  gfx::clear(0, 0, 1);
  CHECK(pixel(gfx::read_pixels(2, 2), 2, 1, 1) == Pixel{0, 0, 255, 255});
}
