// Hashes of bytes by libsodium. Never fail.
#pragma once

#include <sodium.h>

#include <string>
#include <string_view>

namespace kiosk::base {

// SHA-256 (FIPS 180-4) in hexadecimal: for what is kept and compared for years.
std::string sha256(std::string_view bytes);

// BLAKE2b (RFC 7693) of bytes that come in blocks: three times as fast, for what is compared at once and forgotten.
class Digest {
 public:
  Digest();
  void add(std::string_view bytes);
  // In hexadecimal; nothing can be added afterwards.
  std::string finish();

 private:
  crypto_generichash_state state_{};
};

}  // namespace kiosk::base
