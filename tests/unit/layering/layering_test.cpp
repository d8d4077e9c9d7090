// The floors of kiosk/README.md, held: every #include line under kiosk/ against the table, and sizes that smell.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

const std::filesystem::path kSource = std::filesystem::path(KIOSK_SOURCE_DIR) / "kiosk";

// Direct arrows; what is reached through them is allowed too.
const std::map<std::string, std::set<std::string>> kArrows{
    {"cli", {"app"}},
    {"app", {"screens", "content", "store", "exporters"}},
    {"screens", {"ui", "session"}},
    {"ui", {"text", "gfx", "locale"}},
    {"session", {"model", "locale"}},
    {"content", {"model", "locale"}},
    {"store", {"model", "locale"}},
    {"exporters", {"model", "locale", "text"}},
    {"model", {"base"}},
    {"locale", {"base"}},
    {"text", {"base"}},
    {"gfx", {"base"}},
    {"base", {}},
};

// The beginning of an outside header and who alone may include it.
const std::vector<std::pair<std::string, std::set<std::string>>> kOutside{
    {"fmt/", {"base"}},       {"tl/", {"base"}},          {"nlohmann/", {"base"}},          {"unicode/", {"locale"}},
    {"toml++/", {"content"}}, {"pugixml", {"content"}}, {"sqlite3.h", {"store"}},   {"pango/", {"text"}}, {"hb.h", {"text"}},             {"fontconfig/", {"text"}},
    {"glib", {"text", "gfx"}}, {"cairo", {"text", "gfx", "exporters"}}, {"librsvg/", {"gfx"}},            {"libexif/", {"gfx"}},
    {"stb", {"gfx"}},         {"glad/", {"gfx"}},         {"seccomp.h", {"gfx"}},           {"imgui", {"ui", "app"}},
    {"backends/", {"app"}},   {"GLFW/", {"app"}},         {"EGL/", {"app"}},                {"X11/", {"app"}},      {"CLI/", {"cli"}},
    {"vorbis/", {"app"}},     {"ogg/", {"app"}},          {"alsa/", {"app"}},
    {"sodium.h", {"base", "store"}},  {"xlsxwriter.h", {"exporters"}}, {"zip.h", {"exporters"}}, {"phonenumbers/", {"locale"}}, {"qrencode.h", {"exporters"}},
};

std::set<std::string> reachable(const std::string& folder) {
  std::set<std::string> all{folder};
  for (const std::string& next : kArrows.at(folder)) {
    for (const std::string& one : reachable(next)) all.insert(one);
  }
  return all;
}

struct File {
  std::filesystem::path path;
  std::string folder;
  std::vector<std::string> lines;
};

std::vector<File> files() {
  std::vector<File> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kSource)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    if (entry.path().stem() == "precompiled") continue;  // what is parsed once, for all floors
    const auto relative = std::filesystem::relative(entry.path(), kSource);
    File file{entry.path(), relative.has_parent_path() ? relative.begin()->string() : std::string(), {}};
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) file.lines.push_back(line);
    found.push_back(std::move(file));
  }
  return found;
}

const std::regex kInclude(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");

}  // namespace

TEST_CASE("a folder includes only what the arrows allow") {
  const auto all = files();
  REQUIRE(all.size() > 50);
  for (const File& file : all) {
    for (const std::string& line : file.lines) {
      std::smatch match;
      if (!std::regex_search(line, match, kInclude) || match[1] != "\"") continue;
      const std::string header = match[2];
      const std::string from = header.substr(0, header.find('/'));
      CAPTURE(file.path.string());
      CAPTURE(header);
      REQUIRE(kArrows.contains(from));
      if (file.folder.empty()) {
        CHECK(from == "cli");
      } else {
        CHECK(reachable(file.folder).contains(from));
      }
    }
  }
}

TEST_CASE("each outside library is included by its own folder alone") {
  for (const File& file : files()) {
    for (const std::string& line : file.lines) {
      std::smatch match;
      if (!std::regex_search(line, match, kInclude) || match[1] != "<") continue;
      const std::string header = match[2];
      for (const auto& [beginning, owners] : kOutside) {
        if (header.rfind(beginning, 0) != 0) continue;
        CAPTURE(file.path.string());
        CAPTURE(header);
        CHECK(owners.contains(file.folder));
      }
    }
  }
}

TEST_CASE("one folder is one namespace") {
  for (const File& file : files()) {
    // base/format.h only passes a library on.
    const bool declares = std::any_of(file.lines.begin(), file.lines.end(), [](const std::string& line) { return line.find('{') != std::string::npos; });
    if (file.folder.empty() || !declares) continue;
    const bool named = std::any_of(file.lines.begin(), file.lines.end(), [&](const std::string& line) {
      return line.rfind("namespace kiosk::" + file.folder, 0) == 0;
    });
    CAPTURE(file.path.string());
    CHECK(named);
  }
}

TEST_CASE("no file has grown into two") {
  for (const File& file : files()) {
    CAPTURE(file.path.string());
    CHECK(file.lines.size() <= (file.path.extension() == ".h" ? 200U : 500U));
  }
}

TEST_CASE("nothing is left to do in a comment") {
  const std::regex marks("\\b(TO" "DO|FIX" "ME|X" "XX|HA" "CK)\\b");
  for (const File& file : files()) {
    for (const std::string& line : file.lines) {
      CAPTURE(file.path.string());
      CHECK_FALSE(std::regex_search(line, marks));
    }
  }
}
