#include "content/pictures.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include "base/ascii.h"
#include "base/format.h"
#include "content/spelling.h"
#include "locale/typed_text.h"

namespace kiosk::content {
namespace {

namespace fs = std::filesystem;

bool is_picture_name(const fs::path& name) {
  const std::string extension = base::in_small_letters(name.extension().string());
  return extension == ".jpg" || extension == ".jpeg" || extension == ".png" || extension == ".svg";
}

// Names a place below the folder it is relative to, whatever lies on the disk.
bool stays_below(const fs::path& name) {
  if (name.empty() || name.is_absolute() || name.native().find('\0') != std::string::npos) return false;
  return std::none_of(name.begin(), name.end(), [](const fs::path& part) { return part == ".."; });
}

// The picture in the same folder whose name is nearest to the one that is missing.
std::string remedy_for_missing(const fs::path& wanted) {
  std::error_code failed;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(wanted.parent_path(), failed), end; !failed && entry != end; entry.increment(failed)) {
    std::error_code dangling;
    if (is_picture_name(entry->path()) && fs::exists(entry->path(), dangling)) names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  const std::string name = wanted.filename().string();
  const std::string_view meant = nearest_word(name, {names.begin(), names.end()});
  return meant.empty() ? "Copy the picture there, or take its name out." : did_you_mean(meant);
}

// The file of that name below `folder`. A Mac writes é as e and an accent of its own: names are the same however their letters are composed.
fs::path on_disk(const fs::path& folder, const fs::path& name) {
  fs::path found = folder;
  for (const fs::path& part : name) {
    std::error_code failed;
    fs::path next = found / part;
    if (!fs::exists(next, failed)) {
      const std::string composed = locale::tidied(part.string());
      for (fs::directory_iterator entry(found, failed), end; !failed && entry != end; entry.increment(failed)) {
        if (locale::tidied(entry->path().filename().string()) == composed) next = entry->path();
      }
    }
    found = std::move(next);
  }
  return found;
}

}  // namespace

bool really_below(const fs::path& file, const fs::path& folder) {
  std::error_code failed;
  const fs::path real_file = fs::canonical(file, failed);
  if (failed) return false;
  const fs::path real_folder = fs::canonical(folder, failed);
  if (failed) return false;
  return std::mismatch(real_folder.begin(), real_folder.end(), real_file.begin(), real_file.end()).first == real_folder.end();
}

fs::path find_picture(Draft& draft, const std::string& written, const SourcePlace& place, PictureHome home) {
  // Where the picture lies is easily written along.
  constexpr std::string_view kPictureFolder = "images/";
  const fs::path name(written.starts_with(kPictureFolder) ? written.substr(kPictureFolder.size()) : written);
  if (!stays_below(name)) {
    draft.issues.error(place, fmt::format("'{}' leads out of images/", written),
                       "Copy the picture into images/ and write its name only, such as zellige/1.jpg.");
    return {};
  }
  if (!is_picture_name(name)) {
    draft.issues.error(place, fmt::format("'{}' is not a picture the kiosk can show", written), "Save it as .jpg, .png or .svg.");
    return {};
  }
  std::vector<fs::path> folders{draft.folder / "images"};
  if (home == PictureHome::images_or_assets) folders.push_back(draft.assets);
  for (const fs::path& folder : folders) {
    std::error_code failed;
    const fs::path file = on_disk(folder, name);
    const fs::file_status status = fs::status(file, failed);
    if (status.type() == fs::file_type::not_found || failed) continue;
    if (!really_below(file, folder)) {
      draft.issues.error(place, fmt::format("'{}' is a link that leads out of {}/", written, folder.filename().string()),
                         "Copy the picture itself into images/.");
      return {};
    }
    if (!fs::is_regular_file(status)) {
      draft.issues.error(place, fmt::format("'{}' is not a plain file", written), "Put the picture itself in its place.");
      return {};
    }
    if (folder == folders.front()) draft.content.pictures.push_back({file, written, place});
    return file;
  }
  draft.issues.warn(place, fmt::format("the picture images/{} is missing", name.string()), remedy_for_missing(folders.front() / name));
  return {};
}

}  // namespace kiosk::content
