// `kiosk map show`: fonts and the look's colours brought together for exporters/map_sheet.h. Needs no window and no GPU. Not for the drawing
// thread: a large plan takes tenths of a second.
#pragma once

#include "base/result.h"
#include "gfx/image.h"
#include "model/catalogue.h"

namespace kiosk::app {

// Fails when there is no map, or a font is missing.
base::Result<gfx::Image> draw_map(const model::Catalogue& catalogue);

}  // namespace kiosk::app
