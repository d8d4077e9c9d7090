#include "exporters/paper.h"

#include <cairo-pdf.h>

#include <cmath>
#include <numbers>

#include "base/format.h"
#include "text/cairo_text.h"

namespace kiosk::exporters {
namespace {

constexpr double kPointsPerTenth = 72.0 / 254.0;
constexpr double kMost = 255;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void set_source(cairo_t* to, base::Color color) {
  cairo_set_source_rgba(to, color.red / kMost, color.green / kMost, color.blue / kMost, color.alpha / kMost);
}

void round_rectangle(cairo_t* to, const base::Rect& rect, double radius) {
  constexpr double kQuarter = std::numbers::pi / 2;
  cairo_new_sub_path(to);
  cairo_arc(to, rect.right() - radius, rect.y + radius, radius, -kQuarter, 0);
  cairo_arc(to, rect.right() - radius, rect.bottom() - radius, radius, 0, kQuarter);
  cairo_arc(to, rect.x + radius, rect.bottom() - radius, radius, kQuarter, 2 * kQuarter);
  cairo_arc(to, rect.x + radius, rect.y + radius, radius, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(to);
}

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

// Cairo's ARGB32 is premultiplied, in the machine's byte order.
Surface surface_of(const Picture& picture) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width_px, picture.height_px));
  unsigned char* const rows = cairo_image_surface_get_data(surface.get());
  if (rows == nullptr) return surface;
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height_px); ++y) {
    auto* const row = reinterpret_cast<std::uint32_t*>(rows + y * stride);
    for (std::size_t x = 0; x < static_cast<std::size_t>(picture.width_px); ++x) {
      const std::uint8_t* const from = &picture.pixels[(y * static_cast<std::size_t>(picture.width_px) + x) * 4];
      const std::uint32_t alpha = from[3];
      const auto share = [&](std::uint32_t channel) { return (channel * alpha + 127) / 255; };
      row[x] = alpha << 24U | share(from[0]) << 16U | share(from[1]) << 8U | share(from[2]);
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

struct Paper::Document {
  std::string bytes;
  Surface surface;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo{nullptr, &cairo_destroy};
};

Paper::Paper(text::Shaper& shaper, std::string_view title) : shaper_(shaper), document_(std::make_unique<Document>()) {
  document_->surface.reset(
      cairo_pdf_surface_create_for_stream(&append, &document_->bytes, kPageWidth * kPointsPerTenth, kPageHeight * kPointsPerTenth));
  cairo_pdf_surface_set_metadata(document_->surface.get(), CAIRO_PDF_METADATA_TITLE, std::string(title).c_str());
  document_->cairo.reset(cairo_create(document_->surface.get()));
  cairo_scale(document_->cairo.get(), kPointsPerTenth, kPointsPerTenth);
}

Paper::~Paper() = default;

void Paper::begin_page() {
  if (page_open_) cairo_show_page(document_->cairo.get());
  page_open_ = true;
}

void Paper::mirror(const base::Rect& field, base::Direction direction) {
  field_ = field;
  direction_ = direction;
}

base::Rect Paper::placed(const base::Rect& rect) const {
  if (direction_ == base::Direction::left_to_right) return rect;
  return {field_.x + field_.right() - rect.right(), rect.y, rect.width, rect.height};
}

void Paper::fill(const base::Rect& rect, base::Color color, float radius) {
  cairo_t* const to = document_->cairo.get();
  set_source(to, color);
  const base::Rect at = placed(rect);
  if (radius > 0) {
    round_rectangle(to, at, radius);
  } else {
    cairo_rectangle(to, at.x, at.y, at.width, at.height);
  }
  cairo_fill(to);
}

void Paper::picture(const base::Rect& rect, const Picture& picture) {
  if (picture.width_px <= 0 || picture.height_px <= 0) return;
  cairo_t* const to = document_->cairo.get();
  const base::Rect at = placed(rect);
  const Surface pixels = surface_of(picture);
  cairo_save(to);
  cairo_translate(to, at.x, at.y);
  cairo_scale(to, static_cast<double>(at.width) / picture.width_px, static_cast<double>(at.height) / picture.height_px);
  cairo_set_source_surface(to, pixels.get(), 0, 0);
  cairo_paint(to);
  cairo_restore(to);
}

// Dark modules that touch in a row are one rectangle: fewer seams for a printer to leave open.
void Paper::code(const base::Rect& rect, const model::QrCode& code) {
  if (code.side <= 0) return;
  const base::Rect at = placed({rect.x, rect.y, rect.width, rect.width});
  cairo_t* const to = document_->cairo.get();
  set_source(to, base::rgb(0xFFFFFF));
  cairo_rectangle(to, at.x, at.y, at.width, at.height);
  cairo_fill(to);
  const double module = static_cast<double>(at.width) / (code.side + 2 * model::kQuietZone);
  for (int y = 0; y < code.side; ++y) {
    for (int x = 0; x < code.side; ++x) {
      if (!code.at(x, y)) continue;
      const int first = x;
      while (x + 1 < code.side && code.at(x + 1, y)) ++x;
      cairo_rectangle(to, at.x + (first + model::kQuietZone) * module, at.y + (y + model::kQuietZone) * module, (x + 1 - first) * module, module);
    }
  }
  set_source(to, base::rgb(0x000000));
  cairo_fill(to);
}

void Paper::arrow(base::Point tip, float side, base::Color color) {
  cairo_t* const to = document_->cairo.get();
  const bool rtl = direction_ == base::Direction::right_to_left;
  const base::Rect at = placed({tip.x - side / 2, tip.y - side / 2, side / 2, side});
  const double back = rtl ? at.right() : at.x;
  const double front = rtl ? at.x : at.right();
  set_source(to, color);
  cairo_move_to(to, back, at.y);
  cairo_line_to(to, front, tip.y);
  cairo_line_to(to, back, at.bottom());
  cairo_set_line_width(to, side / 6);
  cairo_set_line_cap(to, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(to, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke(to);
}

text::Style Paper::style(const base::Phrase& phrase, const Ink& ink, float width) const {
  text::Style style;
  style.face = ink.face;
  style.weight = ink.weight;
  style.language = phrase.language;
  style.size_px = ink.size;
  style.width_px = width;
  style.tabular_figures = ink.tabular_figures;
  style.align = ink.align;
  // The start of a phrase that runs against its page is at the page's end.
  if (ink.align != text::Align::centre && base::direction(phrase.language) != direction_) {
    style.align = ink.align == text::Align::start ? text::Align::end : text::Align::start;
  }
  return style;
}

float Paper::height(const base::Phrase& phrase, const Ink& ink, float width) {
  if (phrase.text.empty()) return 0;
  return shaper_.layout(phrase.text, style(phrase, ink, width)).size.height;
}

float Paper::width(const base::Phrase& phrase, const Ink& ink) {
  constexpr float kUnbroken = 0;
  return phrase.text.empty() ? 0 : shaper_.layout(phrase.text, style(phrase, ink, kUnbroken)).size.width;
}

float Paper::write(base::Point top_left, float width, const base::Phrase& phrase, const Ink& ink) {
  if (phrase.text.empty()) return 0;
  const float taken = height(phrase, ink, width);
  const base::Rect at = placed({top_left.x, top_left.y, width, taken});
  text::CairoText(shaper_, document_->cairo.get()).show(phrase.text, style(phrase, ink, width), {at.x, at.y}, ink.color);
  return taken;
}

base::Result<std::string> Paper::finish() {
  if (page_open_) cairo_show_page(document_->cairo.get());
  const cairo_status_t drawn = cairo_status(document_->cairo.get());
  document_->cairo.reset();
  cairo_surface_finish(document_->surface.get());
  const cairo_status_t written = cairo_surface_status(document_->surface.get());
  for (const cairo_status_t status : {drawn, written}) {
    if (status != CAIRO_STATUS_SUCCESS) {
      return base::fail(fmt::format("the PDF cannot be made ({})", cairo_status_to_string(status)), "Free some memory and try again.");
    }
  }
  return std::move(document_->bytes);
}

}  // namespace kiosk::exporters
