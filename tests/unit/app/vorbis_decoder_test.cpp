// Ogg Vorbis decoded: every sample of what is sound, and whatever the bytes are, no more than a refusal.
#include "app/vorbis_decoder.h"

#include <doctest/doctest.h>

#include <random>

#include "support/ogg.h"

using namespace kiosk;
using app::VorbisDecoder;
using tests::record;
using tests::slurp;
using tests::TempFolder;

namespace {

base::Result<std::unique_ptr<VorbisDecoder>> opened(const std::string& bytes) { return VorbisDecoder::open({bytes.begin(), bytes.end()}); }

std::string refusal(const std::string& bytes) {
  const auto decoder = opened(bytes);
  return decoder ? "" : decoder.error().message;
}

std::size_t samples_in(const std::string& bytes) {
  const auto decoder = opened(bytes);
  REQUIRE(decoder.has_value());
  std::vector<std::int16_t> samples(4096);
  std::size_t all = 0;
  for (;;) {
    const auto count = (*decoder)->read(samples);
    REQUIRE(count.has_value());
    if (*count == 0) return all;
    all += *count;
  }
}

}  // namespace

TEST_CASE("Ogg Vorbis gives every sample that went in") {
  const TempFolder folder;
  const std::string mono = slurp(record(folder, {1.5, 0.5, 1, 16000}));
  const auto decoder = opened(mono);
  REQUIRE(decoder.has_value());
  CHECK((*decoder)->channels() == 1);
  CHECK((*decoder)->rate_hz() == 16000);
  CHECK(samples_in(mono) == 24000);
  CHECK(samples_in(slurp(record(folder, {0.5, 0.5, 2, 48000}))) == 48000);
}

TEST_CASE("what is no Ogg Vorbis of a voice is refused with a reason") {
  const TempFolder folder;
  CHECK(refusal("") == "it is not Ogg Vorbis");
  CHECK(refusal("a letter to the trainer") == "it is not Ogg Vorbis");
  CHECK(refusal(tests::wave({})) == "it is not Ogg Vorbis");
  CHECK(refusal(slurp(record(folder, {1, 0.5, 3, 16000}))) == "it has 3 channels");
  CHECK(refusal(slurp(record(folder, {301, 0, 1, 8000}))) == "it is longer than 5 minutes");
}

TEST_CASE("two streams one after the other are heard both, of different formats neither") {
  const TempFolder folder;
  const std::string first = slurp(record(folder, {0.5}));
  CHECK(samples_in(first + first) >= 16000);
  CHECK(refusal(first + slurp(record(folder, {0.5, 0.5, 2, 48000}))) == "its parts have different formats");
}

TEST_CASE("Ogg Vorbis cut anywhere, or with any bytes changed, ends or is refused") {
  const TempFolder folder;
  const std::string whole = slurp(record(folder, {1, 0.5}));
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> place(0, whole.size() - 1);
  std::vector<std::int16_t> samples(4096);
  const auto read_all = [&](const std::string& bytes) {
    const auto decoder = opened(bytes);
    if (!decoder) return;
    for (auto count = (*decoder)->read(samples); count && *count > 0;) count = (*decoder)->read(samples);
  };
  for (int round = 0; round < 300; ++round) {
    std::string bytes = whole;
    if (round % 3 == 0) bytes.resize(place(random));
    for (int change = 0; change < round % 5 && !bytes.empty(); ++change) bytes[place(random) % bytes.size()] = static_cast<char>(place(random));
    read_all(bytes);
  }
  // Headers that announce more than there is: the first page's segment table and the packet lengths after it.
  for (std::size_t at = 26; at < 120; ++at) {
    std::string bytes = whole;
    bytes[at] = '\xFF';
    read_all(bytes);
  }
}
