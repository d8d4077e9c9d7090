// One PDF document of A4 pages, drawn with Cairo in tenths of a millimetre from the top left corner. Texts stay texts; directions mirror as on
// screen: a page is laid out as if every language ran left to right, and `mirror` turns what follows about the axis of its field. Knows no
// plan and no leaflet. One thread, the shaper's; fails only in `finish`.
#pragma once

#include <cairo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "base/language.h"
#include "base/result.h"
#include "model/qr_code.h"
#include "text/layout.h"

namespace kiosk::exporters {

inline constexpr float kPageWidth = 2100;
inline constexpr float kPageHeight = 2970;
inline constexpr float kMargin = 140;  // what every office printer reaches, with air

// Pixels as gfx::Image has them: RGBA, straight alpha, top row first.
struct Picture {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> pixels;
};

// How a text is set; `size` is the em in tenths of a millimetre (35 is 10 points).
struct Ink {
  text::Face face = text::Face::body;
  text::Weight weight = text::Weight::regular;
  float size = 36;
  base::Color color;
  text::Align align = text::Align::start;  // of the field, not of the phrase
  bool tabular_figures = false;
};

class Paper {
 public:
  // `shaper` must outlive this. `title` is the document's for whoever lists or reads it aloud.
  Paper(text::Shaper& shaper, std::string_view title);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  // Ends the page before, if any.
  void begin_page();
  // From now on x is mirrored within `field` where `direction` is right to left, and texts are aligned to its direction.
  void mirror(const base::Rect& field, base::Direction direction);

  void fill(const base::Rect& rect, base::Color color, float radius = 0);
  // Each pixel where it is: pictures are turned about with their rectangle, never in themselves.
  void picture(const base::Rect& rect, const Picture& picture);
  // The code with its quiet zone on white, as large as `rect` is wide.
  void code(const base::Rect& rect, const model::QrCode& code);
  // An arrow head that points on, the way one reads.
  void arrow(base::Point tip, float side, base::Color color);

  float height(const base::Phrase& phrase, const Ink& ink, float width);
  // Of the phrase on one line.
  float width(const base::Phrase& phrase, const Ink& ink);
  // Gives the height that it took.
  float write(base::Point top_left, float width, const base::Phrase& phrase, const Ink& ink);

  // The bytes of the document; nothing can be drawn afterwards.
  base::Result<std::string> finish();

 private:
  struct Document;
  base::Rect placed(const base::Rect& rect) const;
  text::Style style(const base::Phrase& phrase, const Ink& ink, float width) const;

  text::Shaper& shaper_;
  std::unique_ptr<Document> document_;
  base::Rect field_{0, 0, kPageWidth, kPageHeight};
  base::Direction direction_ = base::Direction::left_to_right;
  bool page_open_ = false;
};

}  // namespace kiosk::exporters
