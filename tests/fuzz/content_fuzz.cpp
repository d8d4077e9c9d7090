// Spoils the sample content at random and loads it: whatever an editor, a full disk or a careless hand makes of a file, loading
// ends with content or with errors that name a place, never with a crash. Deterministic: the same seed spoils the same way, and
// iteration N of a run can be repeated alone with --first N --iterations 1.
//
//   content_fuzz [--content DIR] [--iterations N] [--seed S] [--first N] [--keep DIR]
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <vector>

#include "base/format.h"
#include "content/content.h"

namespace {

namespace fs = std::filesystem;
using kiosk::content::Issue;
using kiosk::content::LoadResult;
using kiosk::content::Severity;

struct Options {
  fs::path content = fs::path(KIOSK_SOURCE_DIR) / "config";
  std::uint64_t iterations = 300;
  std::uint64_t seed = 20250922;
  std::uint64_t first = 0;
  std::optional<fs::path> keep;  // where the spoilt folder stays for a closer look
};

struct SampleFile {
  fs::path name;
  std::string bytes;
};

std::string read_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_bytes(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::vector<SampleFile> read_sample(const fs::path& folder) {
  std::vector<SampleFile> files;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    if (entry->is_regular_file(failed) && entry->path().extension() == ".toml") {
      files.push_back({entry->path().lexically_relative(folder), read_bytes(entry->path())});
    }
  }
  std::sort(files.begin(), files.end(), [](const SampleFile& a, const SampleFile& b) { return a.name < b.name; });
  return files;
}

// What files are made of and what makes readers stumble.
constexpr std::array<std::string_view, 32> kFragments{"[",
                                                      "]",
                                                      "{",
                                                      "}",
                                                      "\"",
                                                      "\"\"\"",
                                                      "'''",
                                                      "=",
                                                      ".",
                                                      ",",
                                                      "#",
                                                      "\n",
                                                      "\r",
                                                      "\\",
                                                      "[[",
                                                      "]]",
                                                      "true",
                                                      "nan",
                                                      "-inf",
                                                      "1e999",
                                                      "0x1F",
                                                      "99999999999999999999",
                                                      "25:10",
                                                      "\\u0000",
                                                      "\\UFFFFFFFF",
                                                      "\xEF\xBB\xBF",
                                                      "\xC3",
                                                      "\xED\xA0\x80",
                                                      "\u202E",
                                                      "{x, plural, other {",
                                                      "../../etc/passwd",
                                                      "1979-05-27T07:32:00Z"};

class Spoiler {
 public:
  explicit Spoiler(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(random_() % limit); }

  void spoil(std::string& bytes) {
    const std::size_t times = 1 + below(4);
    for (std::size_t i = 0; i < times; ++i) spoil_once(bytes);
  }

 private:
  void spoil_once(std::string& bytes) {
    const std::size_t at = below(bytes.size() + 1);
    const std::size_t length = std::min(below(40), bytes.size() - at);
    switch (below(9)) {
      case 0: bytes.resize(at); break;
      case 1: bytes.erase(at, length); break;
      case 2: bytes.insert(at, kFragments[below(kFragments.size())]); break;
      case 3: bytes.replace(at, length, kFragments[below(kFragments.size())]); break;
      case 4: bytes.insert(at, bytes.substr(below(bytes.size() + 1), below(200))); break;
      case 5: bytes.insert(at, 1, static_cast<char>(below(256))); break;
      case 6: repeat_fragment(bytes, at); break;
      case 7: swap_lines(bytes); break;
      default:
        if (at < bytes.size()) bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
        break;
    }
  }

  void repeat_fragment(std::string& bytes, std::size_t at) {
    const std::string_view fragment = kFragments[below(kFragments.size())];
    std::string many;
    for (std::size_t i = below(5000); i > 0; --i) many += fragment;
    bytes.insert(at, many);
  }

  void swap_lines(std::string& bytes) {
    const std::size_t first = bytes.find('\n', below(bytes.size() + 1));
    if (first == std::string::npos) return;
    const std::size_t second = bytes.find('\n', first + 1);
    if (second == std::string::npos) return;
    std::rotate(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                bytes.begin() + static_cast<std::ptrdiff_t>(second) + 1);
  }

  std::mt19937_64 random_;
};

// What must hold of every answer; the first thing that does not, in words.
std::optional<std::string> find_broken_promise(const LoadResult& loaded) {
  const auto& issues = loaded.issues;
  const bool has_error =
      std::any_of(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::error; });
  if (has_error == loaded.content.has_value()) return "content and errors at once, or neither";
  for (const Issue& issue : issues) {
    if (issue.file.empty() || issue.message.empty() || issue.remedy.empty()) return "an issue without file, message or remedy";
    if (issue.line < 0 || (issue.line > 0 && issue.column < 1)) return "a place before the beginning: " + describe(issue);
  }
  const auto by_file = [](const Issue& a, const Issue& b) { return a.file < b.file; };
  if (!std::is_sorted(issues.begin(), issues.end(), by_file)) return "files out of order";
  // Of each file first what could not be read, which is the cause of others: the lines begin anew once.
  int again = 0;
  for (std::size_t i = 1; i < issues.size(); ++i) {
    if (issues[i].file != issues[i - 1].file) again = 0;
    const bool before = issues[i].file == issues[i - 1].file && std::tie(issues[i].line, issues[i].column) < std::tie(issues[i - 1].line, issues[i - 1].column);
    if (before && ++again > 1) return "issues out of order";
  }
  if (!loaded.content) return std::nullopt;
  const kiosk::model::Catalogue& catalogue = loaded.content->catalogue;
  for (const auto& program : catalogue.programs) {
    if (!catalogue.family(program.family)) return "a program without a family was accepted";
  }
  for (const auto& session : catalogue.workshops) {
    if (session.end <= session.start || session.seats_here > session.capacity) return "an impossible session was accepted";
  }
  return std::nullopt;
}

std::optional<std::uint64_t> to_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Options> parse_options(const std::vector<std::string_view>& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); i += 2) {
    if (i + 1 == words.size()) return std::nullopt;
    if (words[i] == "--keep") {
      options.keep = fs::path(words[i + 1]);
      continue;
    }
    if (words[i] == "--content") {
      options.content = fs::path(words[i + 1]);
      continue;
    }
    const auto number = to_number(words[i + 1]);
    if (!number) return std::nullopt;
    if (words[i] == "--iterations") {
      options.iterations = *number;
    } else if (words[i] == "--seed") {
      options.seed = *number;
    } else if (words[i] == "--first") {
      options.first = *number;
    } else {
      return std::nullopt;
    }
  }
  return options;
}

int run(const Options& options, const fs::path& folder) {
  const std::vector<SampleFile> sample = read_sample(options.content);
  if (sample.empty()) {
    fmt::print(stderr, "{}: there is no content to spoil\n", options.content.string());
    return 1;
  }
  for (const SampleFile& file : sample) write_bytes(folder / file.name, file.bytes);
  std::uint64_t accepted = 0;
  for (std::uint64_t i = options.first; i < options.first + options.iterations; ++i) {
    Spoiler spoiler(options.seed * 1'000'003 + i);
    const SampleFile& victim = sample[spoiler.below(sample.size())];
    std::string bytes = victim.bytes;
    spoiler.spoil(bytes);
    write_bytes(folder / victim.name, bytes);
    const LoadResult loaded = kiosk::content::load(folder, kiosk::content::asset_folder());
    if (const auto broken = find_broken_promise(loaded)) {
      fmt::print(stderr, "{}: {}\n  Repeat it with --seed {} --first {} --iterations 1 --keep DIR\n", victim.name.string(),
                 *broken, options.seed, i);
      return 1;
    }
    accepted += loaded.content ? 1 : 0;
    if (!options.keep) write_bytes(folder / victim.name, victim.bytes);
  }
  fmt::print("{} spoilt folders loaded, {} of them still good\n", options.iterations, accepted);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = parse_options({argv + 1, argv + argc});
  if (!options) {
    fmt::print(stderr, "usage: content_fuzz [--content DIR] [--iterations N] [--seed S] [--first N] [--keep DIR]\n");
    return 2;
  }
  std::string pattern = (fs::temp_directory_path() / "kiosk-fuzz-XXXXXX").string();
  const fs::path folder = options->keep ? *options->keep : fs::path(::mkdtemp(pattern.data()));
  const int outcome = run(*options, folder);
  if (!options->keep) fs::remove_all(folder);
  return outcome;
}
