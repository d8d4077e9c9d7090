#include "cli/cli.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>

#include "app/run.h"
#include "app/shots.h"
#include "cli/check.h"
#include "cli/stats.h"
#include "gfx/picture_loader.h"

namespace kiosk::cli {
namespace {

constexpr int kWrongUsage = 2;

std::filesystem::path this_program() {
  std::error_code error;
  auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path("kiosk") : path;
}

std::optional<base::Size> parse_size(const std::string& text) {
  int width = 0;
  int height = 0;
  const char* const end = text.data() + text.size();
  const auto [cross, first] = std::from_chars(text.data(), end, width);
  if (first != std::errc() || cross == end || *cross != 'x') return std::nullopt;
  const auto [rest, second] = std::from_chars(cross + 1, end, height);
  constexpr int kLeast = 320;
  constexpr int kMost = 8192;
  if (second != std::errc() || rest != end || width < kLeast || height < kLeast || width > kMost || height > kMost) return std::nullopt;
  return base::Size{static_cast<float>(width), static_cast<float>(height)};
}

std::string check_size(const std::string& text) {
  return parse_size(text) ? std::string() : "'" + text + "' is no size: write WIDTHxHEIGHT in pixels, as 1920x1080, between 320 and 8192";
}

std::string check_language(const std::string& text) {
  return base::language_from_code(text) ? std::string() : "'" + text + "' is no language: ar, fr, en or zgh";
}

template <class T>
std::optional<T> given(const T& value) {
  return value.empty() ? std::nullopt : std::optional<T>(value);
}

// What the options of all verbs are read into.
struct Options {
  std::string content;
  std::string data;
  std::string windowed;
  std::string language;
  std::string now;
  std::string tree;
  std::string script;
  bool measure = false;
  std::string folder;
  std::string format = "text";
  std::vector<std::string> screens;
  std::vector<std::string> languages;
  std::vector<std::string> sizes;

  std::optional<std::filesystem::path> content_folder() const {
    return content.empty() ? std::nullopt : std::optional<std::filesystem::path>(content);
  }
  std::filesystem::path data_folder() const { return data.empty() ? app::default_data_folder() : std::filesystem::path(data); }
};

void add_content(CLI::App* verb, Options& options) {
  verb->add_option("--content", options.content, "The content folder; else $KIOSK_CONTENT, ./config, /etc/kiosk, the installed sample");
}

void add_data(CLI::App* verb, Options& options) {
  verb->add_option("--data", options.data, "The data folder; else $XDG_DATA_HOME/kiosk, ~/.local/share/kiosk");
}

void add_format(CLI::App* verb, Options& options) {
  verb->add_option("--format", options.format, "text (default) or json")->check(CLI::IsMember({"text", "json"}));
}

void add_run_options(CLI::App* verb, Options& options) {
  add_content(verb, options);
  add_data(verb, options);
  verb->add_option("--windowed", options.windowed, "A window of WIDTHxHEIGHT pixels instead of the whole screen")->check(check_size);
  verb->add_option("--lang", options.language, "The language to begin in: ar, fr, en or zgh")->check(check_language);
  verb->add_option("--now", options.now, "Start the clock at \"2025-09-22 10:15\"");
  verb->add_option("--tree", options.tree, "Keep a JSON description of what is on screen in this file");
  verb->add_option("--script", options.script, "Play the touches of this file, then end");
  verb->add_flag("--measure", options.measure, "At the end, print what the frames cost as JSON on standard error");
}

int run_kiosk(const Options& options) {
  app::RunOptions run;
  run.program = this_program();
  run.content = options.content_folder();
  if (!options.data.empty()) run.data = options.data;
  run.windowed = parse_size(options.windowed);
  run.language = base::language_from_code(options.language);
  run.now = given(options.now);
  if (!options.tree.empty()) run.tree = options.tree;
  if (!options.script.empty()) run.script = options.script;
  run.started_from_terminal = ::isatty(STDIN_FILENO) == 1 || ::isatty(STDERR_FILENO) == 1;
  run.show_measurements = options.measure;
  return app::run(run);
}

int run_shots(const Options& options) {
  app::ShotsOptions shots;
  shots.program = this_program();
  shots.folder = options.folder;
  shots.content = options.content_folder();
  shots.states = options.screens;
  for (const std::string& language : options.languages) shots.languages.push_back(*base::language_from_code(language));
  for (const std::string& size : options.sizes) shots.sizes.push_back(*parse_size(size));
  return app::shots(shots);
}

// `kiosk decode-worker FD` is how the kiosk starts its own decode worker; it is no verb for people.
std::optional<int> decode_worker_socket(int argc, char** argv) {
  if (argc != 3 || std::string_view(argv[1]) != "decode-worker") return std::nullopt;
  int socket = -1;
  const std::string_view text(argv[2]);
  std::from_chars(text.data(), text.data() + text.size(), socket);
  return socket;
}

}  // namespace

int run(int argc, char** argv) {
  if (const auto socket = decode_worker_socket(argc, argv)) return gfx::run_decode_worker(*socket);

  Options options;
  CLI::App cli("Jusur, the kiosk of an open day. Without a verb it runs.", "kiosk");
  cli.set_version_flag("--version", std::string("kiosk ") + KIOSK_VERSION);
  cli.require_subcommand(0, 1);
  add_run_options(&cli, options);
  CLI::App* run_verb = cli.add_subcommand("run", "Run the kiosk");
  add_run_options(run_verb, options);
  CLI::App* check = cli.add_subcommand("check", "Check a content folder and name every problem");
  check->add_option("DIR", options.folder, "The content folder");
  add_format(check, options);
  CLI::App* shots = cli.add_subcommand("shots", "Render every screen and named state to PNG files, without a display");
  shots->add_option("OUT_DIR", options.folder, "Where the pictures go")->required();
  add_content(shots, options);
  shots->add_option("--screen", options.screens, "A screen or named state, as home or home-high-contrast; again for more");
  shots->add_option("--lang", options.languages, "ar, fr, en or zgh; again for more")->check(check_language);
  shots->add_option("--size", options.sizes, "WIDTHxHEIGHT; again for more")->check(check_size);
  CLI::App* stats = cli.add_subcommand("stats", "What visitors looked at, counted from the database");
  add_data(stats, options);
  add_format(stats, options);

  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 prints help and version to standard output with status 0, mistakes to standard error.
    return cli.exit(error) == 0 ? 0 : kWrongUsage;
  }
  if (*check) return run_check(options.folder, options.format == "json");
  if (*shots) return run_shots(options);
  if (*stats) return run_stats(options.data_folder(), options.format == "json");
  return run_kiosk(options);
}

}  // namespace kiosk::cli
