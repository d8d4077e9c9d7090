#include "content/voices.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "base/ascii.h"
#include "base/format.h"
#include "content/pictures.h"
#include "content/spelling.h"

namespace kiosk::content {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestMegabytes = 20;
constexpr std::string_view kBeginning = "voice.";
constexpr std::string_view kEnding = ".ogg";
constexpr std::string_view kNaming = "Name it voice.<language>.ogg, such as voice.shi.ogg for Tachelhit or voice.ary.ogg for Darija, saved as Ogg Vorbis.";

bool is_sound_name(const fs::path& name) {
  const std::string extension = base::in_small_letters(name.extension().string());
  constexpr std::array<std::string_view, 9> endings{".ogg", ".oga", ".opus", ".mp3", ".wav", ".m4a", ".aac", ".flac", ".wma"};
  return std::find(endings.begin(), endings.end(), extension) != endings.end();
}

// BCP 47's primary subtag as ISO 639 gives it: "ar", "shi". Empty when the name is not voice.<language>.ogg.
std::string_view language_of(std::string_view name) {
  if (!name.starts_with(kBeginning) || !name.ends_with(kEnding) || name.size() <= kBeginning.size() + kEnding.size()) return {};
  const std::string_view language = name.substr(kBeginning.size(), name.size() - kBeginning.size() - kEnding.size());
  const bool letters = std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (language.size() == 2 || language.size() == 3) ? language : std::string_view();
}

// What is there to hear in `folder`, sorted; notes, pictures and hidden files are nobody's business here.
std::vector<std::string> sound_names(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.') && is_sound_name(name)) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Whether the recording may be played, as far as the disk can say.
bool fits(Draft& draft, const fs::path& file, const SourcePlace& place) {
  std::error_code failed;
  if (!really_below(file, draft.folder / "programs")) {
    draft.issues.warn(place, "the recording is a link that leads out of programs/", "Copy the recording itself into the program's folder.");
    return false;
  }
  if (!fs::is_regular_file(file, failed)) {
    draft.issues.warn(place, "the recording is not a plain file", "Put the recording itself in its place.");
    return false;
  }
  const std::uintmax_t size = fs::file_size(file, failed);
  if (failed || size > kLargestMegabytes * 1024 * 1024) {
    draft.issues.warn(place, fmt::format("the recording is larger than {} MB", kLargestMegabytes), "Save it as Ogg Vorbis, mono, five minutes at most.");
    return false;
  }
  return true;
}

}  // namespace

std::vector<model::Voice> find_voices(Draft& draft, const model::Program& program) {
  std::vector<model::Voice> voices;
  const fs::path folder = draft.folder / "programs" / program.id;
  for (const std::string& name : sound_names(folder)) {
    const SourcePlace place{fmt::format("programs/{}/{}", program.id, name), 0, 0};
    const std::string_view language = language_of(name);
    if (language.empty()) {
      draft.issues.warn(place, "the kiosk does not play this file", kNaming);
    } else if (fits(draft, folder / name, place)) {
      voices.push_back({std::string(language), folder / name});
    }
  }
  return voices;
}

void warn_of_homeless_voices(Draft& draft) {
  const Draft::Registry& programs = draft.registry(Thing::program);
  if (!programs.is_complete) return;
  std::vector<std::string_view> ids;
  for (const Draft::Known& known : programs.known) ids.push_back(known.id);
  std::error_code failed;
  for (fs::directory_iterator entry(draft.folder / "programs", failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || std::find(ids.begin(), ids.end(), name) != ids.end() || sound_names(entry->path()).empty()) continue;
    const std::string_view meant = nearest_word(name, ids);
    draft.issues.warn({"programs/" + name, 0, 0}, "there are recordings of a program that does not exist",
                      meant.empty() ? "Name the folder after the program's file." : did_you_mean(meant));
  }
}

}  // namespace kiosk::content
