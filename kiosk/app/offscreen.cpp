#include "app/offscreen.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>

#include "gfx/texture.h"

namespace kiosk::app {
namespace {

gfx::ProcAddress load(const char* name) { return eglGetProcAddress(name); }

}  // namespace

base::Result<std::unique_ptr<OffscreenContext>> OffscreenContext::create() {
  const auto failed = [](const char* what) {
    return base::fail(std::string("no OpenGL without a display: ") + what, "Install libegl1 and libgl1-mesa-dri.");
  };
  const EGLDisplay display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (display == EGL_NO_DISPLAY) return failed("EGL has no surfaceless platform");
  if (eglInitialize(display, nullptr, nullptr) != EGL_TRUE) return failed("EGL could not be initialised");
  if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return failed("EGL offers no desktop OpenGL");
  constexpr std::array<EGLint, 3> kConfig{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
  constexpr std::array<EGLint, 5> kVersion{EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (eglChooseConfig(display, kConfig.data(), &config, 1, &count) != EGL_TRUE || count == 0) config = EGL_NO_CONFIG_KHR;
  const EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, kVersion.data());
  if (context == EGL_NO_CONTEXT) {
    eglTerminate(display);
    return failed("OpenGL 3.3 is not offered");
  }
  std::unique_ptr<OffscreenContext> made(new OffscreenContext(display, context));
  if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) != EGL_TRUE) return failed("the context cannot be made current");
  if (!gfx::load_opengl(load)) return failed("the entry points of OpenGL 3.3 are missing");
  return made;
}

OffscreenContext::~OffscreenContext() {
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(display_, context_);
  eglTerminate(display_);
}

}  // namespace kiosk::app
