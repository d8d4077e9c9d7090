#include "app/recording.h"

#define OV_EXCLUDE_STATIC_CALLBACKS  // unused ones would be warned of
#include <vorbis/vorbisfile.h>

#include <bit>
#include <cmath>
#include <cstdio>
#include <system_error>

#include "base/format.h"

namespace kiosk::app {
namespace {

constexpr std::uintmax_t kLargestBytes = 20U * 1024 * 1024;
constexpr long kLowestRateHz = 8000;
constexpr long kHighestRateHz = 96000;

std::string_view reason_of(long code) {
  switch (code) {
    case OV_ENOTVORBIS: return "it is not Ogg Vorbis";
    case OV_EREAD: return "it cannot be read";
    case OV_EVERSION: return "its version of Vorbis is unknown";
    default: return "it is damaged";
  }
}

}  // namespace

struct Recording::Decoder {
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, CloseFile> file;
  OggVorbis_File vorbis{};
  bool is_open = false;

  ~Decoder() {
    if (is_open) ov_clear(&vorbis);
  }
};

Recording::Recording(std::unique_ptr<Decoder> decoder) : decoder_(std::move(decoder)) {}

Recording::~Recording() = default;

base::Result<std::unique_ptr<Recording>> Recording::open(const std::filesystem::path& file) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) return base::fail("it is not there");
  const std::uintmax_t size = std::filesystem::file_size(file, failed);
  if (failed || size == 0) return base::fail("it is empty");
  if (size > kLargestBytes) return base::fail("it is larger than 20 MB");
  auto decoder = std::make_unique<Decoder>();
  decoder->file.reset(std::fopen(file.c_str(), "rbe"));
  if (decoder->file == nullptr) return base::fail("it cannot be opened");
  ov_callbacks from_file{};
  from_file.read_func = [](void* to, std::size_t size, std::size_t count, void* source) { return std::fread(to, size, count, static_cast<std::FILE*>(source)); };
  from_file.seek_func = [](void* source, ogg_int64_t offset, int from) { return ::fseeko(static_cast<std::FILE*>(source), offset, from); };
  from_file.tell_func = [](void* source) { return std::ftell(static_cast<std::FILE*>(source)); };
  const int opened = ov_open_callbacks(decoder->file.get(), &decoder->vorbis, nullptr, 0, from_file);
  if (opened != 0) return base::fail(std::string(reason_of(opened)));
  decoder->is_open = true;
  std::unique_ptr<Recording> recording(new Recording(std::move(decoder)));
  if (auto fit = recording->look_over(); !fit) return tl::make_unexpected(fit.error());
  return recording;
}

base::Result<void> Recording::look_over() {
  OggVorbis_File& vorbis = decoder_->vorbis;
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
  samples_left_ = std::chrono::seconds(kLongestRecording).count() * rate_hz_ * channels_;
  return {};
}

base::Result<std::size_t> Recording::read(std::span<std::int16_t> samples) {
  constexpr int kBigEndian = std::endian::native == std::endian::big ? 1 : 0;
  constexpr int kWordBytes = 2;
  constexpr int kSigned = 1;
  std::size_t filled = 0;
  while (filled < samples.size() && samples_left_ > 0) {
    const std::span<std::int16_t> rest = samples.subspan(filled);
    int stream = 0;
    const long bytes = ov_read(&decoder_->vorbis, reinterpret_cast<char*>(rest.data()), static_cast<int>(rest.size_bytes()), kBigEndian, kWordBytes, kSigned, &stream);
    if (bytes == OV_HOLE) {
      has_gaps_ = true;
      continue;
    }
    if (bytes < 0) return base::fail(std::string(reason_of(bytes)));
    if (bytes == 0) break;
    filled += static_cast<std::size_t>(bytes) / kWordBytes;
    samples_left_ -= bytes / kWordBytes;
  }
  return filled;
}

bool Recording::was_whole() const { return !has_gaps_ && decoder_->vorbis.vd.eofflag != 0; }

}  // namespace kiosk::app
