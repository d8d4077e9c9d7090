#include "exporters/qr_code.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace kiosk::exporters {

model::QrCode make_qr_code(std::string_view text) {
  model::QrCode made;
  if (text.empty() || text.find('\0') != std::string_view::npos) return made;
  constexpr int kSmallest = 0;
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(std::string(text).c_str(), kSmallest, QR_ECLEVEL_M), &QRcode_free);
  if (!code) return made;
  made.side = code->width;
  const auto modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  made.dark.reserve(modules);
  for (std::size_t i = 0; i < modules; ++i) made.dark.push_back((code->data[i] & 1U) != 0);
  return made;
}

}  // namespace kiosk::exporters
