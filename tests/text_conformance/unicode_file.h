// Reading the Unicode Consortium's test files and judging differences against known_differences.txt. For these tests only.
#pragma once

#include <doctest/doctest.h>
#include <pango/pango.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace kiosk::conformance {

inline std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> found;
  for (std::string word; in >> word;) found.push_back(word);
  return found;
}

inline std::vector<std::string> fields(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> found;
  for (std::string field; std::getline(in, field, ';');) found.push_back(field);
  return found;
}

inline std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

inline std::string utf8(char32_t letter) {
  char bytes[6];
  return {bytes, static_cast<std::size_t>(g_unichar_to_utf8(letter, bytes))};
}

// The lines of one file that hold data, without their comments.
class UnicodeFile {
 public:
  explicit UnicodeFile(const std::string& name) : in_(std::filesystem::path("/usr/share/unicode") / name) {
    REQUIRE_MESSAGE(in_.is_open(), "/usr/share/unicode/", name, " is missing: install Debian's package unicode-data");
  }

  bool next(std::string& data) {
    for (std::string line; std::getline(in_, line);) {
      const std::size_t hash = line.find('#');
      comment_ = hash == std::string::npos ? "" : trimmed(line.substr(hash + 1));
      data = trimmed(line.substr(0, hash));
      if (!data.empty()) return true;
    }
    return false;
  }
  const std::string& comment() const { return comment_; }

 private:
  std::ifstream in_;
  std::string comment_;
};

// The entries of known_differences.txt: see its head.
class KnownDifferences {
 public:
  explicit KnownDifferences(const std::string& file_name) {
    std::ifstream in(KIOSK_SOURCE_DIR "/tests/text_conformance/known_differences.txt");
    REQUIRE(in.is_open());
    bool wanted = false;
    for (std::string line; std::getline(in, line);) {
      line = trimmed(line.substr(0, line.find('#')));
      if (line.empty()) continue;
      if (line[0] == '[') {
        wanted = line == "[" + file_name + "]";
      } else if (wanted) {
        entries_.insert(line);
      }
    }
  }

  // The entry that names this line; empty when none does.
  std::string entry_for(const std::string& line) const {
    if (entries_.count(line) > 0) return line;
    for (const std::string& word : words(line)) {
      if (entries_.count("every line with " + word) > 0) return "every line with " + word;
    }
    return {};
  }
  const std::set<std::string>& entries() const { return entries_; }

 private:
  std::set<std::string> entries_;
};

// Counts cases; `finish` fails on every difference that is not known, and tells which known ones are none any more.
class CaseReport {
 public:
  explicit CaseReport(std::string file_name) : name_(std::move(file_name)), known_(name_) {}

  void count(const std::string& line, const std::string& detail, bool agrees) {
    ++cases_;
    if (agrees) return;
    ++differences_;
    const std::string entry = known_.entry_for(line);
    if (entry.empty()) {
      surprises_.push_back(line + "   # " + detail);
    } else {
      seen_.insert(entry);
    }
  }

  void finish() const {
    MESSAGE(name_, ": ", cases_, " cases, ", differences_, " differences, ", surprises_.size(), " of them unknown (Pango ",
            std::string(pango_version_string()), ")");
    CHECK(cases_ > 0);
    for (const std::string& entry : known_.entries()) {
      if (seen_.count(entry) == 0) MESSAGE(name_, ": no longer differs, or is no longer in the file: ", entry);
    }
    for (const std::string& line : surprises_) FAIL_CHECK(name_, ": differs and is not a known difference: ", line);
  }

 private:
  std::string name_;
  KnownDifferences known_;
  std::set<std::string> seen_;
  std::vector<std::string> surprises_;
  std::size_t cases_ = 0;
  std::size_t differences_ = 0;
};

}  // namespace kiosk::conformance
