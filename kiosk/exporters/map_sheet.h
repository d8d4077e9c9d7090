// The plan of the building as one picture for whoever edits it: every floor side by side with rooms, names and ids, doors, ways and kiosks. Not
// the visitors' map, which is the map screen's. Pure but for the shaper's caches; one thread, the shaper's. A map without floors gives an
// empty picture.
#pragma once

#include <array>

#include "base/color.h"
#include "exporters/pdf_pages.h"
#include "model/catalogue.h"
#include "text/layout.h"

namespace kiosk::exporters {

struct MapSheetLook {
  base::Color ground;   // behind everything
  base::Color surface;  // of a floor
  base::Color ink;
  base::Color ink_soft;
  base::Color accent;  // kiosks
  base::Color good;    // ramps and lifts
  base::Color bad;     // what nobody reaches, or not with a wheelchair
  base::Color door;
  std::array<base::Color, model::kToneCount> family;       // by tone
  std::array<base::Color, model::kToneCount> family_soft;  // grounds on which ink is readable
};

// Opaque, at most 8,192 px a side. Names are in the content's first language, ids as they are written in map.toml.
Picture draw_map_sheet(const model::Catalogue& catalogue, text::Shaper& shaper, const MapSheetLook& look);

}  // namespace kiosk::exporters
