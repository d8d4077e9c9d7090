// The last content that passed, kept in the data folder so that a broken edit or a lost stick never leaves a black screen.
//
//   content-last-good       what the kiosk falls back to
//   content-last-good.new   being written; worthless until it is renamed
//   content-last-good.old   the one before, only while the names change
//
// The names change in two renames, old aside and new in. A kill between them leaves `.old` alone, which `kept_folder` then
// names and the next `keep` puts back: at every moment one whole folder has one of the two names.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "base/format.h"
#include "content/content.h"

namespace kiosk::content {
namespace {

namespace fs = std::filesystem;

struct Names {
  explicit Names(const fs::path& data_folder)
      : kept(data_folder / "content-last-good"),
        fresh(data_folder / "content-last-good.new"),
        old(data_folder / "content-last-good.old") {}
  fs::path kept;
  fs::path fresh;
  fs::path old;
};

base::Result<void> failed_to(std::string_view what, const fs::path& path, const std::error_code& reason) {
  return base::fail(fmt::format("{}: cannot be {} ({})", path.string(), what, reason.message()),
                    "Check that the data folder may be written and has free space.");
}

// Relative names of the pictures and recordings that `catalogue` uses and `folder` holds.
std::set<fs::path> used_media(const model::Catalogue& catalogue, const fs::path& folder) {
  std::set<fs::path> names;
  const auto add = [&](const fs::path& file, const fs::path& part) {
    const fs::path name = file.lexically_relative(folder / part);
    if (!name.empty() && *name.begin() != "..") names.insert(part / name);
  };
  for (const model::Program& program : catalogue.programs) {
    for (const fs::path& photo : program.photos) add(photo, "images");
    for (const model::Voice& voice : program.voices) add(voice.file, "programs");
  }
  for (const model::Family& family : catalogue.families) {
    if (!family.scene.empty()) add(family.scene, "images");
  }
  return names;
}

bool is_same_file(const fs::path& a, const fs::path& b) {
  std::error_code failed;
  const auto size_a = fs::file_size(a, failed);
  if (failed) return false;
  const auto size_b = fs::file_size(b, failed);
  if (failed || size_a != size_b) return false;
  const auto time_a = fs::last_write_time(a, failed);
  if (failed) return false;
  const auto time_b = fs::last_write_time(b, failed);
  return !failed && time_a == time_b;
}

// Photos and recordings are large and change rarely: one that is kept already is linked, not copied again.
base::Result<void> copy_media(const fs::path& from, const fs::path& kept, const fs::path& to) {
  std::error_code failed;
  fs::create_directories(to.parent_path(), failed);
  if (is_same_file(from, kept)) {
    fs::create_hard_link(kept, to, failed);
    if (!failed) return {};
  }
  failed.clear();
  fs::copy_file(from, to, failed);
  if (failed) return failed_to("copied", from, failed);
  const auto time = fs::last_write_time(from, failed);
  if (!failed) fs::last_write_time(to, time, failed);  // a file without its time is only copied again next time
  return {};
}

base::Result<void> copy_texts(const std::vector<fs::path>& names, const fs::path& folder, const fs::path& to) {
  std::error_code failed;
  for (const fs::path& name : names) {
    fs::create_directories((to / name).parent_path(), failed);
    fs::copy_file(folder / name, to / name, failed);
    if (failed) return failed_to("copied", folder / name, failed);
  }
  return {};
}

// Everything written below `path` is on the disk before its name says that it is good.
base::Result<void> sync_disk_of(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return failed_to("opened", path, {errno, std::generic_category()});
  const int outcome = ::syncfs(descriptor);
  const std::error_code reason{errno, std::generic_category()};
  ::close(descriptor);
  if (outcome != 0) return failed_to("written to the disk", path, reason);
  return {};
}

// What a kill in the middle of the last `keep` left behind.
base::Result<void> tidy(const Names& names) {
  std::error_code failed;
  if (!fs::exists(names.kept, failed) && fs::exists(names.old, failed)) {
    fs::rename(names.old, names.kept, failed);
    if (failed) return failed_to("renamed", names.old, failed);
  }
  for (const fs::path& rest : {names.fresh, names.old}) {
    fs::remove_all(rest, failed);
    if (failed) return failed_to("removed", rest, failed);
  }
  return {};
}

base::Result<void> swap_in(const Names& names) {
  std::error_code failed;
  if (fs::exists(names.kept, failed)) {
    fs::rename(names.kept, names.old, failed);
    if (failed) return failed_to("renamed", names.kept, failed);
  }
  fs::rename(names.fresh, names.kept, failed);
  if (failed) return failed_to("renamed", names.fresh, failed);
  fs::remove_all(names.old, failed);  // what stays of it is removed next time
  return {};
}

// Copies what `folder` needs into `names.fresh`; the copy itself must pass, for the folder may be changing under our hands.
base::Result<void> copy_content(const fs::path& folder, const Names& names) {
  std::error_code failed;
  fs::create_directories(names.fresh, failed);
  if (failed) return failed_to("made", names.fresh, failed);
  const LoadResult loaded = load(folder, asset_folder());
  if (!loaded.content) {
    return base::fail(fmt::format("{}: has errors and is not kept", folder.string()), "Correct what `kiosk check` names.");
  }
  if (auto copied = copy_texts(loaded.content->files, folder, names.fresh); !copied) return copied;
  const fs::path absolute = fs::absolute(folder, failed);
  for (const fs::path& file : used_media(loaded.content->catalogue, absolute)) {
    if (auto copied = copy_media(absolute / file, names.kept / file, names.fresh / file); !copied) return copied;
  }
  if (!load(names.fresh, asset_folder()).content) {
    return base::fail(fmt::format("{}: changed while it was being kept", folder.string()), "It is kept at the next change.");
  }
  return sync_disk_of(names.fresh);
}

}  // namespace

base::Result<void> keep(const fs::path& folder, const fs::path& data_folder) {
  const Names names(data_folder);
  std::error_code absent;
  for (const fs::path& own : {names.kept, names.old}) {
    if (fs::equivalent(folder, own, absent)) return {};  // the kiosk runs on what is kept already
  }
  if (auto tidied = tidy(names); !tidied) return tidied;
  if (auto copied = copy_content(folder, names); !copied) {
    std::error_code failed;
    fs::remove_all(names.fresh, failed);
    return copied;
  }
  if (auto swapped = swap_in(names); !swapped) return swapped;
  return sync_disk_of(data_folder);
}

std::optional<fs::path> kept_folder(const fs::path& data_folder) {
  const Names names(data_folder);
  for (const fs::path& candidate : {names.kept, names.old}) {
    std::error_code failed;
    if (fs::is_directory(candidate, failed)) return candidate;
  }
  return std::nullopt;
}

}  // namespace kiosk::content
