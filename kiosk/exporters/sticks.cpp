#include "exporters/sticks.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "base/format.h"

namespace kiosk::exporters {
namespace {

using model::ExportProblem;
using model::Stick;

// Desktops mount under /media/USER or /run/media/USER, servers' automounters under /media.
constexpr std::size_t kDeepest = 2;
constexpr std::string_view kOurFiles = "jusur-";

// mountinfo writes blanks and backslashes as three octal digits: "\040".
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 3 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '3';
    if (!escape) {
      plain += text[i];
      continue;
    }
    plain += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
    i += 3;
  }
  return plain;
}

// How many parts `path` lies below `root`; 0 when it does not.
std::size_t depth_below(const std::filesystem::path& path, const std::filesystem::path& root) {
  const auto [rest_root, rest] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  return rest_root == root.end() ? static_cast<std::size_t>(std::distance(rest, path.end())) : 0;
}

bool has_option(std::string_view options, std::string_view wanted) {
  return fmt::format(",{},", options).find(fmt::format(",{},", wanted)) != std::string::npos;
}

std::string mount_table() {
  std::ifstream file("/proc/self/mountinfo");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<Stick> mounted() { return sticks_in(mount_table(), {"/media", "/run/media"}); }

bool is_mounted(const std::filesystem::path& folder) {
  const std::vector<Stick> sticks = mounted();
  return std::any_of(sticks.begin(), sticks.end(), [&](const Stick& stick) { return stick.folder == folder; });
}

ExportProblem problem_of(int cause) {
  switch (cause) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return ExportProblem::full;
    case EROFS:
    case EACCES:
    case EPERM: return ExportProblem::read_only;
    case EIO:
    case ENOENT:
    case ENODEV:
    case ENXIO:
    case ESTALE: return ExportProblem::gone;
    default: return ExportProblem::other;
  }
}

bool write_out(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool written = ::syncfs(descriptor) == 0;
  ::close(descriptor);
  return written;
}

}  // namespace

std::vector<Stick> sticks_in(std::string_view mountinfo, const std::vector<std::filesystem::path>& roots) {
  std::vector<Stick> sticks;
  std::istringstream lines{std::string(mountinfo)};
  for (std::string line; std::getline(lines, line);) {
    // ID, parent, major:minor, root, mount point, options, tags … - type, source, options of the file system.
    std::istringstream fields(line);
    std::string skipped;
    std::string mount_point;
    std::string options;
    if (!(fields >> skipped >> skipped >> skipped >> skipped >> mount_point >> options)) continue;
    const std::filesystem::path folder = unescaped(mount_point);
    const bool removable = std::any_of(roots.begin(), roots.end(), [&](const std::filesystem::path& root) {
      const std::size_t depth = depth_below(folder, root);
      return depth > 0 && depth <= kDeepest;
    });
    if (!removable) continue;
    // A second mount on the same place hides the first.
    std::erase_if(sticks, [&](const Stick& stick) { return stick.folder == folder; });
    const auto separator = line.find(" - ");
    const std::string_view device_options = separator == std::string::npos ? std::string_view() : std::string_view(line).substr(line.rfind(' ') + 1);
    sticks.push_back({folder.string(), folder.filename().string(), 0, !has_option(options, "ro") && !has_option(device_options, "ro")});
  }
  return sticks;
}

std::vector<Stick> find_sticks() {
  std::vector<Stick> sticks = mounted();
  for (Stick& stick : sticks) {
    struct statvfs info {};
    if (::statvfs(stick.folder.c_str(), &info) == 0) stick.free_bytes = static_cast<std::int64_t>(info.f_bavail) * static_cast<std::int64_t>(info.f_frsize);
  }
  return sticks;
}

base::Result<std::string> take_free_name(const std::filesystem::path& folder, const std::string& name, const std::string& ending) {
  constexpr int kMostTries = 1000;
  for (int i = 1; i <= kMostTries; ++i) {
    const std::string file = i == 1 ? name + ending : fmt::format("{}-{}{}", name, i, ending);
    const int descriptor = ::open((folder / file).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
      ::close(descriptor);
      return file;
    }
    if (errno != EEXIST) break;
  }
  const int cause = errno;
  return tl::make_unexpected(base::Error{fmt::format("{}: no file can be made there ({})", folder.string(), std::strerror(cause)), "Use another stick.", cause});
}

void remove_unfinished_exports(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> unfinished;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code unreadable;
    if (!name.starts_with(kOurFiles) || !entry->is_regular_file(unreadable) || entry->is_symlink(unreadable)) continue;
    const bool empty = entry->file_size(unreadable) == 0 && !unreadable;
    if (name.ends_with(".tmp") || (empty && (name.ends_with(".xlsx") || name.ends_with(".csv")))) unfinished.push_back(entry->path());
  }
  for (const std::filesystem::path& file : unfinished) std::filesystem::remove(file, error);
}

StickExport export_to_stick(const Table& table, model::ExportFormat format, const std::filesystem::path& folder, const std::string& name, const std::filesystem::path& scratch) {
  const StickExport gone{ExportProblem::gone, 0, {}, fmt::format("{}: no stick is mounted there", folder.string())};
  if (!is_mounted(folder)) return gone;
  remove_unfinished_exports(folder);
  const auto file = take_free_name(folder, name, format == model::ExportFormat::xlsx ? ".xlsx" : ".csv");
  if (!file) return {problem_of(file.error().cause), 0, {}, file.error().message};
  // Renamed onto the empty file that holds the name.
  const auto rows = export_table(table, format, folder / *file, scratch);
  if (!rows) {
    remove_unfinished_exports(folder);
    return {problem_of(rows.error().cause), 0, {}, rows.error().message};
  }
  if (!write_out(folder) || !is_mounted(folder)) return gone;
  return {ExportProblem::none, *rows, *file, {}};
}

}  // namespace kiosk::exporters
