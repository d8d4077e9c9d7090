#include "exporters/qr_code.h"

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace kiosk::exporters {
namespace {

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

// Readers guess which script the bytes are in, and zbar guesses wrong for some French texts: what is beyond ASCII is announced as UTF-8
// (extended channel interpretation 26). ASCII is the same everywhere and stays without, so that the oldest readers take it.
Code encoded(std::string_view text) {
  constexpr int kSmallest = 0;
  constexpr unsigned kUtf8 = 26;
  Code none(nullptr, &QRcode_free);
  const std::unique_ptr<QRinput, decltype(&QRinput_free)> input(QRinput_new2(kSmallest, QR_ECLEVEL_M), &QRinput_free);
  if (!input) return none;
  const bool is_ascii = std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  if (!is_ascii && QRinput_appendECIheader(input.get(), kUtf8) != 0) return none;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()), bytes) != 0) return none;
  return {QRcode_encodeInput(input.get()), &QRcode_free};
}

}  // namespace

model::QrCode make_qr_code(std::string_view text) {
  model::QrCode made;
  if (text.empty() || text.find('\0') != std::string_view::npos) return made;
  const Code code = encoded(text);
  if (!code) return made;
  made.side = code->width;
  const auto modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  made.dark.reserve(modules);
  for (std::size_t i = 0; i < modules; ++i) made.dark.push_back((code->data[i] & 1U) != 0);
  return made;
}

}  // namespace kiosk::exporters
