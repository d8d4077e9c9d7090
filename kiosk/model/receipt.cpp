#include "model/receipt.h"

namespace kiosk::model {
namespace {

constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t kBase = 31;
static_assert(kAlphabet.size() == kBase);
constexpr std::size_t kGroup = 3;

// Weights 1 … 6 are distinct and not 0 modulo the prime 31, so that a changed character or two swapped neighbours change the sum.
char check_character(std::string_view characters) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i + 1 < kReceiptCharacters; ++i) sum += (i + 1) * kAlphabet.find(characters[i]);
  return kAlphabet[sum % kBase];
}

}  // namespace

std::string make_receipt(const std::array<std::uint8_t, kReceiptCharacters - 1>& random) {
  std::string code;
  for (const std::uint8_t value : random) code += kAlphabet[value % kBase];
  return code + check_character(code);
}

std::optional<std::string> read_receipt(std::string_view typed) {
  std::string code;
  for (char one : typed) {
    if (one == ' ' || one == '-') continue;
    if (one >= 'a' && one <= 'z') one = static_cast<char>(one - 'a' + 'A');
    if (kAlphabet.find(one) == std::string_view::npos) return std::nullopt;
    code += one;
  }
  if (code.size() != kReceiptCharacters || code.back() != check_character(code)) return std::nullopt;
  return code;
}

std::string show_receipt(std::string_view canonical) {
  if (canonical.size() <= kGroup) return std::string(canonical);
  return std::string(canonical.substr(0, kGroup)) + "-" + std::string(canonical.substr(kGroup));
}

}  // namespace kiosk::model
