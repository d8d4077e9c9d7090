// The textures that widgets ask for by name and size: made by the decode worker or, for our own ornaments, by a thread; uploaded
// between frames; dropped least recently used first when they outgrow the budget.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <string>
#include <unordered_map>
#include <vector>

#include "gfx/picture_loader.h"
#include "gfx/texture.h"
#include "model/catalogue.h"
#include "ui/pictures.h"

namespace kiosk::app {

class PictureShelf final : public ui::Pictures {
 public:
  // `wake` is called from another thread when something is ready to be uploaded.
  PictureShelf(gfx::PictureLoader& loader, std::filesystem::path asset_folder, std::function<void()> wake);
  ~PictureShelf() override;

  unsigned find(const ui::PictureWish& wish) override;

  // Where emblems come from; must outlive its use. Emblems, and pictures whose file is another one by now, are made anew.
  void use_catalogue(const model::Catalogue& catalogue);
  // Uploads what is ready; true when something new can be shown. The context must be current. Call once between frames.
  bool pump();
  // Blocks until everything asked for is ready to be uploaded (shots, tests); false after `timeout_ms`.
  bool finish(int timeout_ms);
  // True while something asked for is not there yet.
  bool waiting() const { return waiting_ > 0; }
  // While the context is still there: the shelf outlives it.
  void drop_textures() { entries_.clear(); }
  void set_budget(std::size_t bytes) { budget_bytes_ = bytes; }
  std::size_t bytes() const { return bytes_; }
  // Pictures that could not be had since the last call, with the reason; for staff.
  struct Failure {
    std::string source;
    std::string reason;
  };
  std::vector<Failure> take_failures();

 private:
  struct Entry {
    gfx::Texture texture;
    std::future<gfx::Image> drawing;  // of an ornament
    gfx::PictureId request = 0;
    std::uint64_t used = 0;
    std::size_t bytes = 0;
    bool mask = false;
    bool done = false;
    std::string source;
    gfx::DecodeRequest shape;
    bool is_substitute = false;  // an emblem in the place of a photo
    std::filesystem::file_time_type written{};  // of the file it was decoded from
  };
  std::string emblem(std::string_view program) const;
  void start(Entry& entry, const ui::PictureWish& wish);
  bool ask_for_emblem(Entry& entry);
  void upload(Entry& entry, const gfx::Image& image);
  void evict();

  gfx::PictureLoader& loader_;
  std::filesystem::path asset_folder_;
  std::function<void()> wake_;
  const model::Catalogue* catalogue_ = nullptr;
  std::unordered_map<std::string, Entry> entries_;
  std::vector<Failure> failures_;
  std::string key_;  // scratch, so that a steady frame allocates nothing
  std::uint64_t clock_ = 0;
  std::size_t bytes_ = 0;
  std::size_t budget_bytes_ = 32U << 20U;
  int waiting_ = 0;
};

}  // namespace kiosk::app
