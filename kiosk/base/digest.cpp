#include "base/digest.h"

#include <array>

namespace kiosk::base {
namespace {

const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

template <std::size_t kBytes>
std::string hexadecimal(const std::array<unsigned char, kBytes>& hash) {
  std::array<char, 2 * kBytes + 1> digits{};
  return sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), octets(bytes), bytes.size());
  return hexadecimal(hash);
}

Digest::Digest() { crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES); }

void Digest::add(std::string_view bytes) { crypto_generichash_update(&state_, octets(bytes), bytes.size()); }

std::string Digest::finish() {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash_final(&state_, hash.data(), hash.size());
  return hexadecimal(hash);
}

}  // namespace kiosk::base
