// What is handed out on paper, as A4 PDF: a family's plan in two languages on one sheet, and the orientation leaflet of a program in one
// language. Colours and pictures are handed in as values: this folder knows no theme and renders no SVG. The shaper's thread; fails with a
// sentence of Cairo's, which holds nothing of the content.
#pragma once

#include <array>
#include <string>

#include "base/result.h"
#include "exporters/paper.h"
#include "exporters/payloads.h"
#include "exporters/record_tables.h"
#include "model/catalogue.h"
#include "model/plan.h"

namespace kiosk::exporters {

struct PaperLook {
  base::Color ink;
  base::Color ink_soft;
  base::Color accent;
  base::Color on_strong;  // text on the accent and on a family's strong colour
  base::Color hairline;
  std::array<base::Color, model::kToneCount> family;       // strong, by model::Tone
  std::array<base::Color, model::kToneCount> family_soft;  // a tint for grounds
};

// What every page is made with. Views, valid for the call.
struct PrintShop {
  text::Shaper& shaper;
  const locale::Messages& messages;
  const PaperLook& look;
};

struct PlanSheet {
  model::Plan first;   // its language decides on which side the sheet begins
  model::Plan second;  // the same choice in another language
  PlanDay day;
  Picture band;        // the ornament under the title: 30 times as wide as high
};

// One page where both plans and the codes fit, else the codes follow on a page of their own: the back of the sheet.
base::Result<std::string> plan_pdf(const PrintShop& shop, const PlanSheet& sheet);

struct Leaflet {
  const model::Program& program;
  PlanDay day;
  Picture emblem;  // square
  Picture band;    // as PlanSheet's
};

// In `wording.language`, whose texts fall back as on screen. One page unless the content is long.
base::Result<std::string> leaflet_pdf(const PrintShop& shop, const Wording& wording, const Leaflet& leaflet);

// The sides of the ornament in pixels, for whoever makes the picture: 300 dots an inch.
inline constexpr int kBandWidthPx = 2160;
inline constexpr int kBandHeightPx = 72;

// Of a printed page: between its margins, down to the foot, the band across it, letterhead and labels (8.2 points).
inline constexpr float kPrintWidth = kPageWidth - 2 * kMargin;
inline constexpr float kPrintBottom = kPageHeight - 110;
inline constexpr float kPrintBandHeight = kPrintWidth * kBandHeightPx / kBandWidthPx;
inline constexpr float kSmallPrint = 29;
inline constexpr int kEmblemSidePx = 560;

}  // namespace kiosk::exporters
