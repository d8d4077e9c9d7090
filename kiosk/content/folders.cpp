// Where content and the kiosk's own pictures are found.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "base/ascii.h"
#include "base/file.h"
#include "base/format.h"
#include "content/content.h"
#include "content/text_files.h"
#include "content/written_values.h"

namespace kiosk::content {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code failed;
  return fs::is_directory(path, failed);
}

// `name` as it came with the program: in share/jusur/ of the nearest folder above it that has it. That is the prefix it is installed
// under (bin/kiosk), and the build's own folder before (bin/kiosk and every program of the tests).
fs::path shipped(std::string_view name) {
  std::error_code failed;
  const fs::path beside = fs::path("share") / "jusur" / name;
  for (fs::path folder = fs::read_symlink("/proc/self/exe", failed).parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
    if (is_folder(folder / beside)) return folder / beside;
  }
  return fs::path("/") / beside;
}

}  // namespace

std::size_t text_ending(std::string_view name) {
  constexpr std::string_view kEnding = ".toml";
  const auto in_small = [](char a, char b) { return base::small_letter(a) == b; };
  const auto found = std::search(name.begin(), name.end(), kEnding.begin(), kEnding.end(), in_small);
  return found == name.end() ? std::string_view::npos : static_cast<std::size_t>(found - name.begin());
}

bool is_meant_as_text(std::string_view name) { return !name.starts_with('.') && !name.ends_with('~') && text_ending(name) != std::string_view::npos; }

bool holds_text(const fs::path& file) {
  std::error_code failed;
  if (!fs::exists(file, failed)) return false;
  constexpr std::size_t kMostRead = 1U << 20U;
  const auto bytes = base::read_file(file, kMostRead);
  return !bytes || !is_blank(*bytes);
}

fs::path asset_folder() { return shipped("assets"); }

fs::path awaited_folder(const std::optional<fs::path>& asked) {
  if (asked) return *asked;
  const char* variable = std::getenv("KIOSK_CONTENT");
  return variable != nullptr && *variable != '\0' ? fs::path(variable) : fs::path("/etc/kiosk");
}

base::Result<fs::path> find_folder(const std::optional<fs::path>& asked) {
  // A folder asked for by name is that folder or none: showing another one's content would look like success.
  if (asked) {
    if (is_folder(*asked)) return *asked;
    return base::fail(fmt::format("{}: there is no such folder", asked->string()), "Check the path given with --content.");
  }
  if (const char* variable = std::getenv("KIOSK_CONTENT"); variable && *variable != '\0') {
    if (is_folder(variable)) return fs::path(variable);
    return base::fail(fmt::format("{}: there is no such folder", variable), "Correct or unset the variable KIOSK_CONTENT.");
  }
  for (const fs::path& candidate : {fs::path("config"), fs::path("/etc/kiosk"), shipped("config")}) {
    if (is_folder(candidate)) return candidate;
  }
  return base::fail("no content folder was found", "Name one with --content; a copy of the sample content is a good beginning.");
}

}  // namespace kiosk::content
