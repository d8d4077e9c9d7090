// SVG documents to pixels by librsvg, from memory and without a base address: nothing outside the document is ever read.
// Not for files of more than the decoder's limit; used inside gfx only.
#pragma once

#include <cstdint>
#include <span>

#include "gfx/decode.h"

namespace kiosk::gfx {

bool looks_like_svg(std::span<const std::uint8_t> file);

// The drawing at `request`'s size and fit, corners untouched.
base::Result<Image> render_svg(std::span<const std::uint8_t> file, const DecodeRequest& request);

}  // namespace kiosk::gfx
