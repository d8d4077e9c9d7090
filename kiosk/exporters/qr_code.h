// Text to a QR code (ISO/IEC 18004) by libqrencode: byte mode, error correction M; what is beyond ASCII announced as UTF-8.
#pragma once

#include <string_view>

#include "model/qr_code.h"

namespace kiosk::exporters {

// The smallest code that holds `text`; an empty one when none does (more than 2,331 bytes, 2,329 beyond ASCII) or the text is empty. A text with a zero byte is
// cut there by scanners, so it counts as none.
model::QrCode make_qr_code(std::string_view text);

}  // namespace kiosk::exporters
