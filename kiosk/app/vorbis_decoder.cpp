#include "app/vorbis_decoder.h"

#define OV_EXCLUDE_STATIC_CALLBACKS  // unused ones would be warned of
#include <vorbis/vorbisfile.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "base/format.h"

namespace kiosk::app {
namespace {

std::string_view reason_of(long code) {
  switch (code) {
    case OV_ENOTVORBIS: return "it is not Ogg Vorbis";
    case OV_EREAD: return "it cannot be read";
    case OV_EVERSION: return "its version of Vorbis is unknown";
    default: return "it is damaged";
  }
}

}  // namespace

struct VorbisDecoder::Stream {
  std::vector<std::uint8_t> bytes;
  std::size_t at = 0;
  OggVorbis_File vorbis{};
  bool is_open = false;

  ~Stream() {
    if (is_open) ov_clear(&vorbis);
  }

  // As fread, fseek and ftell.
  std::size_t read(void* to, std::size_t size, std::size_t count) {
    if (size == 0) return 0;
    const std::size_t items = std::min(count, (bytes.size() - at) / size);
    if (items > 0) std::memcpy(to, bytes.data() + at, items * size);
    at += items * size;
    return items;
  }
  int seek(std::int64_t offset, int from) {
    const std::int64_t origin = from == SEEK_SET ? 0 : static_cast<std::int64_t>(from == SEEK_CUR ? at : bytes.size());
    const auto size = static_cast<std::int64_t>(bytes.size());
    if (offset < -origin || offset > size - origin) return -1;
    at = static_cast<std::size_t>(origin + offset);
    return 0;
  }
};

VorbisDecoder::VorbisDecoder(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}

VorbisDecoder::~VorbisDecoder() = default;

base::Result<std::unique_ptr<VorbisDecoder>> VorbisDecoder::open(std::vector<std::uint8_t> bytes) {
  auto stream = std::make_unique<Stream>();
  stream->bytes = std::move(bytes);
  ov_callbacks from_memory{};
  from_memory.read_func = [](void* to, std::size_t size, std::size_t count, void* source) { return static_cast<Stream*>(source)->read(to, size, count); };
  from_memory.seek_func = [](void* source, ogg_int64_t offset, int from) { return static_cast<Stream*>(source)->seek(offset, from); };
  from_memory.tell_func = [](void* source) { return static_cast<long>(static_cast<Stream*>(source)->at); };
  const int opened = ov_open_callbacks(stream.get(), &stream->vorbis, nullptr, 0, from_memory);
  if (opened != 0) return base::fail(std::string(reason_of(opened)));
  stream->is_open = true;
  std::unique_ptr<VorbisDecoder> decoder(new VorbisDecoder(std::move(stream)));
  if (auto fit = decoder->look_over(); !fit) return tl::make_unexpected(fit.error());
  return decoder;
}

base::Result<void> VorbisDecoder::look_over() {
  OggVorbis_File& vorbis = stream_->vorbis;
  const vorbis_info* first = ov_info(&vorbis, 0);
  if (first == nullptr) return base::fail("it is damaged");
  // A file may be several streams one after the other; the device is opened once, so they must agree.
  for (int stream = 1; stream < ov_streams(&vorbis); ++stream) {
    const vorbis_info* info = ov_info(&vorbis, stream);
    if (info == nullptr || info->channels != first->channels || info->rate != first->rate) return base::fail("its parts have different formats");
  }
  if (first->channels != 1 && first->channels != 2) return base::fail(fmt::format("it has {} channels", first->channels));
  if (first->rate < kLowestRateHz || first->rate > kHighestRateHz) return base::fail(fmt::format("its sampling rate is {} Hz", first->rate));
  const double seconds = ov_time_total(&vorbis, -1);
  if (!std::isfinite(seconds) || seconds <= 0) return base::fail("nothing is recorded in it");
  if (seconds > std::chrono::duration<double>(kLongestRecording).count()) return base::fail(fmt::format("it is longer than {} minutes", kLongestRecording.count()));
  channels_ = first->channels;
  rate_hz_ = static_cast<int>(first->rate);
  return {};
}

base::Result<std::size_t> VorbisDecoder::read(std::span<std::int16_t> samples) {
  constexpr int kBigEndian = std::endian::native == std::endian::big ? 1 : 0;
  constexpr int kWordBytes = 2;
  constexpr int kSigned = 1;
  std::size_t filled = 0;
  while (filled < samples.size()) {
    const std::span<std::int16_t> rest = samples.subspan(filled);
    int stream = 0;
    const long bytes = ov_read(&stream_->vorbis, reinterpret_cast<char*>(rest.data()), static_cast<int>(rest.size_bytes()), kBigEndian, kWordBytes, kSigned, &stream);
    if (bytes == OV_HOLE) {
      has_gaps_ = true;
      continue;
    }
    if (bytes < 0) return base::fail(std::string(reason_of(bytes)));
    if (bytes == 0) break;
    filled += static_cast<std::size_t>(bytes) / kWordBytes;
  }
  return filled;
}

bool VorbisDecoder::was_whole() const { return !has_gaps_ && stream_->vorbis.vd.eofflag != 0; }

}  // namespace kiosk::app
