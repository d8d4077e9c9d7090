#include "app/picture_shelf.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "app/ornaments.h"
#include "base/format.h"
#include "model/motif.h"
#include "ui/theme.h"

namespace kiosk::app {
namespace {

constexpr std::string_view kIcon = "icon/";
constexpr std::string_view kMaterial = "material/";
constexpr std::string_view kEmblem = "emblem/";
constexpr std::string_view kZellige = "builtin/zellige";
constexpr std::string_view kShadow = "builtin/shadow";

void write_key(std::string& key, const ui::PictureWish& wish) {
  key.clear();
  fmt::format_to(std::back_inserter(key), "{}|{}x{}|{}|{}|{:02x}{:02x}{:02x}{:02x}", wish.source, wish.width_px, wish.height_px,
                 static_cast<int>(wish.fit), wish.corner_radius_px, wish.corner.red, wish.corner.green, wish.corner.blue,
                 wish.corner.alpha);
}

std::vector<std::uint8_t> alpha_of(const gfx::Image& image) {
  std::vector<std::uint8_t> alpha(image.pixels.size() / 4);
  for (std::size_t i = 0; i < alpha.size(); ++i) alpha[i] = image.pixels[i * 4 + 3];
  return alpha;
}

bool is_file(std::string_view source) {
  return source != kZellige && source != kShadow && !source.starts_with(kIcon) && !source.starts_with(kMaterial) && !source.starts_with(kEmblem);
}

std::filesystem::file_time_type time_of(std::string_view file) {
  std::error_code failed;
  const auto time = std::filesystem::last_write_time(std::filesystem::path(file), failed);
  return failed ? std::filesystem::file_time_type() : time;
}

}  // namespace

PictureShelf::PictureShelf(gfx::PictureLoader& loader, std::filesystem::path asset_folder, std::function<void()> wake)
    : loader_(loader), asset_folder_(std::move(asset_folder)), wake_(std::move(wake)) {}

PictureShelf::~PictureShelf() = default;

void PictureShelf::use_catalogue(const model::Catalogue& catalogue) {
  catalogue_ = &catalogue;
  for (auto at = entries_.begin(); at != entries_.end();) {
    const Entry& entry = at->second;
    if (entry.done && (entry.source.starts_with(kEmblem) || (is_file(entry.source) && time_of(entry.source) != entry.written))) {
      bytes_ -= entry.bytes;
      at = entries_.erase(at);
    } else {
      ++at;
    }
  }
}

std::string PictureShelf::emblem(std::string_view id) const {
  const model::Program* program = catalogue_ == nullptr ? nullptr : catalogue_->program(id);
  if (program == nullptr) return {};
  const ui::Theme& theme = ui::light_theme();
  const model::Family* family = catalogue_->family(program->family);
  const auto tone = static_cast<std::size_t>(family == nullptr ? model::Tone::metal : family->tone);
  return model::emblem_svg(program->motif, {theme.family[tone], theme.family_soft[tone], theme.saffron, theme.surface});
}

unsigned PictureShelf::find(const ui::PictureWish& wish) {
  if (wish.width_px <= 0 || wish.height_px <= 0) return 0;
  write_key(key_, wish);
  auto found = entries_.find(key_);
  if (found == entries_.end()) {
    found = entries_.emplace(key_, Entry{}).first;
    start(found->second, wish);
  }
  found->second.used = clock_;
  return found->second.texture.id();
}

void PictureShelf::start(Entry& entry, const ui::PictureWish& wish) {
  entry.source = wish.source;
  ++waiting_;
  const int width = wish.width_px;
  const int height = wish.height_px;
  if (wish.source == kZellige || wish.source == kShadow) {
    entry.mask = wish.source == kShadow;
    entry.drawing = std::async(std::launch::async, [mask = entry.mask, width, height, wake = wake_] {
      gfx::Image image = mask ? draw_shadow(width) : draw_zellige(width, height);
      wake();
      return image;
    });
    return;
  }
  gfx::DecodeRequest request{width, height, wish.fit, wish.corner_radius_px, wish.corner};
  entry.shape = request;
  if (wish.source.starts_with(kIcon)) {
    entry.mask = true;
    const std::string name(wish.source.substr(kIcon.size()));
    entry.request = loader_.request(asset_folder_ / "icons" / (name + ".svg"), request);
  } else if (wish.source.starts_with(kMaterial)) {
    entry.request = loader_.request(asset_folder_ / "materials" / (std::string(wish.source.substr(kMaterial.size())) + ".svg"), request);
  } else if (wish.source.starts_with(kEmblem)) {
    entry.request = loader_.request(emblem(wish.source.substr(kEmblem.size())), request);
  } else {
    entry.written = time_of(wish.source);
    entry.request = loader_.request(std::filesystem::path(wish.source), request);
  }
}

// A photo that cannot be shown gives its place back to its program's emblem. False when this is no program's photo, or was tried before.
bool PictureShelf::ask_for_emblem(Entry& entry) {
  if (catalogue_ == nullptr || entry.is_substitute) return false;
  for (const model::Program& program : catalogue_->programs) {
    if (std::find(program.photos.begin(), program.photos.end(), std::filesystem::path(entry.source)) == program.photos.end()) continue;
    entry.is_substitute = true;
    entry.shape.fit = gfx::Fit::contain;
    entry.request = loader_.request(emblem(program.id), entry.shape);
    return true;
  }
  return false;
}

void PictureShelf::upload(Entry& entry, const gfx::Image& image) {
  if (entry.mask) {
    entry.texture = gfx::Texture(image.width_px, image.height_px, gfx::PixelFormat::coverage8, gfx::Sampling::linear, alpha_of(image).data());
    entry.bytes = image.pixels.size() / 4;
  } else {
    entry.texture = gfx::Texture(image.width_px, image.height_px, gfx::PixelFormat::rgba8, gfx::Sampling::nearest, image.pixels.data());
    entry.bytes = image.pixels.size();
  }
  bytes_ += entry.bytes;
}

bool PictureShelf::pump() {
  ++clock_;
  bool changed = false;
  for (gfx::LoadedPicture& loaded : loader_.take_finished()) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const auto& one) {
      return !one.second.done && one.second.request == loaded.id && !one.second.drawing.valid();
    });
    if (found == entries_.end()) continue;
    Entry& entry = found->second;
    if (!loaded.image && ask_for_emblem(entry)) {
      failures_.push_back({entry.source, loaded.image.error().message});
      continue;
    }
    entry.done = true;
    --waiting_;
    if (loaded.image) {
      upload(entry, *loaded.image);
      changed = true;
    } else {
      failures_.push_back({entry.source, loaded.image.error().message});
    }
  }
  for (auto& [key, entry] : entries_) {
    if (!entry.drawing.valid() || entry.drawing.wait_for(std::chrono::seconds(0)) != std::future_status::ready) continue;
    upload(entry, entry.drawing.get());
    entry.done = true;
    --waiting_;
    changed = true;
  }
  if (bytes_ > budget_bytes_) evict();
  return changed;
}

bool PictureShelf::finish(int timeout_ms) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout_ms);
  bool finished = loader_.wait_until_idle(timeout_ms);
  for (auto& [key, entry] : entries_) {
    if (entry.drawing.valid()) finished = entry.drawing.wait_until(end) == std::future_status::ready && finished;
  }
  return finished;
}

// What the last frames used is never dropped, so the budget is a wish, not a wall.
void PictureShelf::evict() {
  constexpr std::uint64_t kRecent = 3;
  while (bytes_ > budget_bytes_) {
    auto oldest = entries_.end();
    for (auto at = entries_.begin(); at != entries_.end(); ++at) {
      if (!at->second.done || at->second.bytes == 0 || at->second.used + kRecent > clock_) continue;
      if (oldest == entries_.end() || at->second.used < oldest->second.used) oldest = at;
    }
    if (oldest == entries_.end()) return;
    bytes_ -= oldest->second.bytes;
    entries_.erase(oldest);
  }
}

std::vector<PictureShelf::Failure> PictureShelf::take_failures() { return std::exchange(failures_, {}); }

}  // namespace kiosk::app
