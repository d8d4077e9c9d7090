#include "gfx/svg.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

#include "base/format.h"

namespace kiosk::gfx {
namespace {

struct HandleCloser {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
struct SurfaceCloser {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextCloser {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

tl::unexpected<base::Error> broken(std::string_view why) {
  const std::string_view line = why.substr(0, why.find('\n'));
  return base::fail(fmt::format("the drawing is broken ({})", line),
                    "Export it again as plain SVG, without text or linked pictures.");
}

// Width over height; drawings without either a size or a viewBox are taken as filling the box.
double aspect_of(RsvgHandle* handle, double fallback) {
  gboolean has_width = FALSE;
  gboolean has_height = FALSE;
  gboolean has_view_box = FALSE;
  RsvgLength width{};
  RsvgLength height{};
  RsvgRectangle view_box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_view_box, &view_box);
  if (has_view_box != 0 && view_box.width > 0 && view_box.height > 0) return view_box.width / view_box.height;
  double width_px = 0;
  double height_px = 0;
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &width_px, &height_px) != 0 && width_px > 0 && height_px > 0) {
    return width_px / height_px;
  }
  return fallback;
}

// The rectangle the whole drawing is laid into so that it covers the box or stays inside it.
RsvgRectangle viewport_for(double aspect, const DecodeRequest& request) {
  const double box_width = request.width_px;
  const double box_height = request.height_px;
  const bool wider_than_box = aspect > box_width / box_height;
  const bool by_width = wider_than_box == (request.fit == Fit::contain);
  const double width = by_width ? box_width : box_height * aspect;
  const double height = by_width ? box_width / aspect : box_height;
  return {(box_width - width) / 2, (box_height - height) / 2, width, height};
}

Image straight_alpha_copy(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  Image image{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const auto width = static_cast<std::size_t>(image.width_px);
  const auto height = static_cast<std::size_t>(image.height_px);
  image.pixels.resize(width * height * 4);
  std::uint8_t* to = image.pixels.data();
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x, to += 4) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, rows + y * stride + x * 4, 4);
      const std::uint32_t alpha = pixel >> 24U;
      if (alpha == 0) continue;
      if (alpha == 255) {
        to[0] = static_cast<std::uint8_t>(pixel >> 16U);
        to[1] = static_cast<std::uint8_t>(pixel >> 8U);
        to[2] = static_cast<std::uint8_t>(pixel);
        to[3] = 255;
        continue;
      }
      const auto straight = [&](unsigned shift) {
        return static_cast<std::uint8_t>(std::min(255U, (((pixel >> shift) & 255U) * 255U + alpha / 2) / alpha));
      };
      to[0] = straight(16);
      to[1] = straight(8);
      to[2] = straight(0);
      to[3] = static_cast<std::uint8_t>(alpha);
    }
  }
  return image;
}

}  // namespace

bool looks_like_svg(std::span<const std::uint8_t> file) {
  std::string_view text(reinterpret_cast<const char*>(file.data()), std::min<std::size_t>(file.size(), 8192));
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '<' && text.find("<svg") != std::string_view::npos;
}

base::Result<Image> render_svg(std::span<const std::uint8_t> file, const DecodeRequest& request) {
  // There are no fonts where drawings are decoded, and looking for them would end the worker.
  const std::string_view document(reinterpret_cast<const char*>(file.data()), file.size());
  if (document.find("<text") != std::string_view::npos) {
    return base::fail("the drawing holds text, for which no font is at hand", "Turn its text into paths and export it again.");
  }
  GError* error = nullptr;
  const std::unique_ptr<RsvgHandle, HandleCloser> handle(rsvg_handle_new_from_data(file.data(), file.size(), &error));
  const std::unique_ptr<GError, decltype(&g_error_free)> load_error(error, &g_error_free);
  if (!handle) return broken(load_error ? std::string_view(load_error->message) : "it cannot be read");
  const std::unique_ptr<cairo_surface_t, SurfaceCloser> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, request.width_px, request.height_px));
  const std::unique_ptr<cairo_t, ContextCloser> context(cairo_create(surface.get()));
  const RsvgRectangle viewport =
      viewport_for(aspect_of(handle.get(), static_cast<double>(request.width_px) / request.height_px), request);
  error = nullptr;
  const bool drawn = rsvg_handle_render_document(handle.get(), context.get(), &viewport, &error) != 0;
  const std::unique_ptr<GError, decltype(&g_error_free)> draw_error(error, &g_error_free);
  if (!drawn) return broken(draw_error ? std::string_view(draw_error->message) : "it cannot be drawn");
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) return broken(cairo_status_to_string(cairo_status(context.get())));
  return straight_alpha_copy(surface.get());
}

}  // namespace kiosk::gfx
