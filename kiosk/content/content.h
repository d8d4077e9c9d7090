// The operator's folder to a Catalogue and Messages, and every problem found on the way. Reading never throws and never stops at
// the first mistake. No drawing and no fonts here: `app::audit` adds what only a layout can know.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "locale/messages.h"
#include "model/catalogue.h"

namespace kiosk::content {

enum class Severity : std::uint8_t { warning, error };

struct Issue {
  Severity severity = Severity::error;
  std::string file;  // relative to the content folder, or absolute when outside
  int line = 0;      // 1-based; 0: the file as a whole
  int column = 0;    // 1-based, in code points
  std::string message;
  std::string remedy;
};

// "programs/zellige.toml:12:8: error: message" and, on the next line, two spaces and the remedy.
std::string describe(const Issue& issue, base::Language language = base::Language::english);

// Where a text of the catalogue was read, so that a layout problem can name its place.
struct SourcePlace {
  std::string file;
  int line = 0;
  int column = 0;
};

struct Content {
  model::Catalogue catalogue;
  locale::Messages messages;
  // Every text given, with its place and language, for checks that need a layout.
  struct PlacedText {
    std::string text;
    base::Language language;
    SourcePlace place;
    std::string key;  // as it is written there: "summary.fr", of the kiosk's own words "home.title"
  };
  std::vector<PlacedText> texts;
  // Every picture of images/ that is named, for checks that decode it.
  struct PlacedPicture {
    std::filesystem::path file;
    std::string written;  // "zellige/1.jpg"
    SourcePlace place;
  };
  std::vector<PlacedPicture> pictures;
  std::vector<std::filesystem::path> files;  // the text files it was read from, relative to the folder, sorted
  std::optional<SourcePlace> day_place;  // of the event's day, where it is a date
};

struct LoadResult {
  std::optional<Content> content;  // nothing when there is an error among the issues
  // Where errors are in files of programs alone: the content without those programs. Never shown; what is left of it can be checked further.
  std::optional<Content> without_wrong_programs;
  std::vector<Issue> issues;       // by file, line, column
};

// `asset_folder` is where the kiosk's own pictures are. Limits: 256 KiB a file (map.toml 1 MiB), 64 levels of nesting, 2,000 files.
LoadResult load(const std::filesystem::path& folder, const std::filesystem::path& asset_folder);

// Says when the event's day is over, which is so for every content of last year. Whether the clock can be believed is the caller's to know.
std::optional<Issue> day_that_is_over(const Content& content, base::WallTime now);

// `asked` when given, else $KIOSK_CONTENT when set, else the first of ./config, /etc/kiosk and the installed sample that is a
// folder. A folder that was named and is not there is an error, never another folder.
base::Result<std::filesystem::path> find_folder(const std::optional<std::filesystem::path>& asked);

// Where the content is awaited when `find_folder` finds none: the folder that was named, else /etc/kiosk.
std::filesystem::path awaited_folder(const std::optional<std::filesystem::path>& asked);
// The kiosk's own pictures: beside the installed program, or the source tree it was built from.
std::filesystem::path asset_folder();

// The last content that passed. `keep` copies the text files, used pictures and recordings of `folder` to `<data>/content-last-good`, swapped
// in whole by rename; `kept_folder` names it when there is one. `keep` reads the folder twice and waits for the disk: call it off
// the drawing thread, one call at a time. On failure what was kept before stays.
base::Result<void> keep(const std::filesystem::path& folder, const std::filesystem::path& data_folder);
std::optional<std::filesystem::path> kept_folder(const std::filesystem::path& data_folder);

}  // namespace kiosk::content
