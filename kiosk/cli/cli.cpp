#include "cli/cli.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <tuple>

#include "app/private_memory.h"
#include "app/recording.h"
#include "app/run.h"
#include "app/shots.h"
#include "cli/check.h"
#include "cli/map.h"
#include "cli/pin.h"
#include "cli/records.h"
#include "cli/stats.h"
#include "cli/storage.h"
#include "cli/take_home.h"
#include "content/spelling.h"
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

// Metres of the building in one unit of a drawing. Written so that "nan" is refused too.
std::string check_scale(const std::string& text) {
  double scale = 0;
  const auto [rest, failed] = std::from_chars(text.data(), text.data() + text.size(), scale);
  constexpr double kLargest = 10000;
  const bool fits = failed == std::errc() && rest == text.data() + text.size() && scale > 0 && scale <= kLargest;
  return fits ? std::string() : "'" + text + "' is no scale: write metres above 0, as 0.1";
}

template <class T>
std::optional<T> given(const T& value) {
  return value.empty() ? std::nullopt : std::optional<T>(value);
}

// Says which verb was most probably meant by a word that is none.
void suggest_verb(const CLI::App& cli, std::string_view word) {
  std::vector<std::string_view> verbs;
  for (const CLI::App* verb : cli.get_subcommands({})) verbs.push_back(verb->get_name());
  const std::string_view meant = content::nearest_word(word, verbs);
  if (!meant.empty() && meant != word) std::fputs((content::did_you_mean(meant) + "\n").c_str(), stderr);
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
  std::string file;
  std::string receipt;
  std::string date;
  std::string separator;
  std::string format = "text";
  std::vector<std::string> screens;
  std::vector<std::string> languages;
  std::vector<std::string> sizes;
  std::vector<std::string> programs;
  std::string program;
  double metres_per_unit = 0;
  bool force = false;
  bool sure = false;

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

// Read where the map is read, as $KIOSK_AT is, also when the content changes later; nothing else of the program knows of it.
void add_at(CLI::App* verb) {
  verb->add_option_function<std::string>("--at", [](const std::string& kiosk) { ::setenv("KIOSK_AT", kiosk.c_str(), 1); },
                                         "Which [[kiosk]] of the map this machine is; else $KIOSK_AT, else 'here' of map.toml");
}

void add_now(CLI::App* verb, Options& options) { verb->add_option("--now", options.now, "Start the clock at \"2025-09-22 10:15\""); }

void add_run_options(CLI::App* verb, Options& options) {
  add_content(verb, options);
  add_data(verb, options);
  add_at(verb);
  verb->add_option("--windowed", options.windowed, "A window of WIDTHxHEIGHT pixels instead of the whole screen")->check(check_size);
  verb->add_option("--lang", options.language, "The language to begin in: ar, fr, en or zgh")->check(check_language);
  add_now(verb, options);
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

// `kiosk leads`, `kiosk guests` or `kiosk seats` with the verbs that all have.
struct RecordVerbs {
  CLI::App* list = nullptr;
  CLI::App* write = nullptr;
};

RecordVerbs add_record_verbs(CLI::App* verb, Options& options) {
  verb->require_subcommand(1);
  RecordVerbs verbs{verb->add_subcommand("list", "Print them, one a line"), verb->add_subcommand("export", "Write them to a file and read it back")};
  for (CLI::App* one : {verbs.list, verbs.write}) {
    add_data(one, options);
    add_content(one, options);
    one->add_option("--lang", options.language, "The language of headings and names: ar, fr, en or zgh; else the content's first")->check(check_language);
  }
  verbs.write->add_option("--format", options.format, "csv or xlsx")->required()->check(CLI::IsMember({"csv", "xlsx"}));
  verbs.write->add_option("--separator", options.separator, "Between the fields of a CSV: comma, semicolon or tab; else what Excel expects in the language")
      ->check(CLI::IsMember({"comma", "semicolon", "tab"}));
  verbs.write->add_option("-o", options.file, "The file to write")->required();
  return verbs;
}

std::optional<char> separator_named(const std::string& name) {
  if (name.empty()) return std::nullopt;
  return name == "comma" ? ',' : name == "semicolon" ? ';' : '\t';
}

RecordOptions record_options(const Options& options, model::ExportWhat records) {
  return {records, options.data_folder(), options.content_folder(), base::language_from_code(options.language), separator_named(options.separator)};
}

// `kiosk map` with its verbs.
struct MapVerbs {
  CLI::App* take = nullptr;
  CLI::App* show = nullptr;
};

MapVerbs add_map_verbs(CLI::App* verb, Options& options) {
  verb->require_subcommand(1);
  const MapVerbs verbs{verb->add_subcommand("import", "Make the map.toml of a content folder from a plan drawn in Inkscape"),
                       verb->add_subcommand("show", "Draw every floor of a content folder's map into one PNG")};
  verbs.take->add_option("PLAN.svg", options.file, "The drawing: a layer for each floor, named by its id; shapes with the ids of rooms")->required();
  verbs.take->add_option("--scale", options.metres_per_unit, "Metres of the building in one unit of the drawing; else its data-metres-per-unit, else its paper at 1:100")
      ->check(check_scale);
  verbs.take->add_flag("--force", options.force, "Replace a map.toml that is there, with its doors and paths");
  verbs.show->add_option("-o", options.file, "The PNG to write")->required();
  for (CLI::App* one : {verbs.take, verbs.show}) one->add_option("DIR", options.folder, "The content folder")->required();
  return verbs;
}

int run_map(const MapVerbs& verbs, const Options& options) {
  if (*verbs.show) return show_map(options.folder, options.file);
  return import_map(options.file, options.folder, options.metres_per_unit > 0 ? std::optional(options.metres_per_unit) : std::nullopt, options.force);
}

// `kiosk plan` and `kiosk leaflets`.
struct PaperVerbs {
  CLI::App* plan = nullptr;
  CLI::App* leaflets = nullptr;
};

PaperVerbs add_paper_verbs(CLI::App& cli, Options& options) {
  const PaperVerbs verbs{cli.add_subcommand("plan", "A family's plan on one sheet, as A4 PDF in two languages"),
                         cli.add_subcommand("leaflets", "The orientation leaflet of every program, as A4 PDF in each language")};
  verbs.plan->add_option("-o", options.file, "The file to write")->required();
  verbs.plan->add_option("--programs", options.programs, "Ids of programs, as zellige,pottery")->required()->delimiter(',');
  verbs.plan->add_option("--lang", options.language, "The first language: ar, fr, en or zgh; else the content's first")->check(check_language);
  verbs.leaflets->add_option("OUT_DIR", options.folder, "Where the leaflets go, as zellige.fr.pdf")->required();
  verbs.leaflets->add_option("--lang", options.languages, "ar, fr, en or zgh; again for more; else ar, fr and en")->check(check_language);
  for (CLI::App* verb : {verbs.plan, verbs.leaflets}) {
    add_content(verb, options);
    add_data(verb, options);
    add_now(verb, options);
  }
  return verbs;
}

PaperOptions paper_options(const Options& options) { return {options.content_folder(), options.data_folder(), given(options.now)}; }

std::vector<base::Language> asked_languages(const Options& options) {
  std::vector<base::Language> languages;
  for (const std::string& language : options.languages) languages.push_back(*base::language_from_code(language));
  return languages;
}

int run_shots(const Options& options) {
  app::ShotsOptions shots;
  shots.program = this_program();
  shots.folder = options.folder;
  shots.content = options.content_folder();
  shots.states = options.screens;
  shots.languages = asked_languages(options);
  for (const std::string& size : options.sizes) shots.sizes.push_back(*parse_size(size));
  shots.about = options.program;
  shots.now = given(options.now);
  return app::shots(shots);
}

// `kiosk decode-worker FD` and `kiosk recording-worker FD` are how the kiosk starts its own workers; they are no verbs for people. The worker's
// exit status.
std::optional<int> run_as_worker(int argc, char** argv) {
  const std::string_view verb = argc == 3 ? argv[1] : "";
  if (verb != "decode-worker" && verb != "recording-worker") return std::nullopt;
  int socket = -1;
  const std::string_view text(argv[2]);
  std::from_chars(text.data(), text.data() + text.size(), socket);
  return verb == "decode-worker" ? gfx::run_decode_worker(socket) : app::run_recording_worker(socket);
}

}  // namespace

int run(int argc, char** argv) {
  app::keep_memory_private();
  if (const auto status = run_as_worker(argc, argv)) return *status;

  Options options;
  CLI::App cli("Jusur, the kiosk of an open day. Without a verb it runs.", "kiosk");
  cli.set_version_flag("--version", std::string("kiosk ") + KIOSK_VERSION);
  cli.require_subcommand(0, 1);
  add_run_options(&cli, options);
  CLI::App* run_verb = cli.add_subcommand("run", "Run the kiosk");
  add_run_options(run_verb, options);
  CLI::App* check = cli.add_subcommand("check", "Check a content folder and name every problem");
  check->add_option("DIR", options.folder, "The content folder");
  add_at(check);
  add_format(check, options);
  check->add_option("--lang", options.language, "The language of the sentences: ar, fr, en or zgh; else the system's")->check(check_language);
  CLI::App* shots = cli.add_subcommand("shots", "Render every screen and named state to PNG files, without a display");
  shots->add_option("OUT_DIR", options.folder, "Where the pictures go")->required();
  add_content(shots, options);
  add_at(shots);
  shots->add_option("--now", options.now, "The day and minute on the pictures, as \"2025-09-22 10:15\"; else the event's own day");
  shots->add_option("--program", options.program, "The id of a program: its pages alone");
  shots->add_option("--screen", options.screens, "A screen or named state, as home or home-high-contrast; again for more");
  shots->add_option("--lang", options.languages, "ar, fr, en or zgh; again for more")->check(check_language);
  shots->add_option("--size", options.sizes, "WIDTHxHEIGHT; again for more")->check(check_size);
  CLI::App* stats = cli.add_subcommand("stats", "What visitors looked at, counted from the database");
  add_data(stats, options);
  add_content(stats, options);
  add_format(stats, options);
  CLI::App* leads = cli.add_subcommand("leads", "The interest that families left");
  const RecordVerbs lead_verbs = add_record_verbs(leads, options);
  CLI::App* erase = leads->add_subcommand("erase", "Erase what was left under a receipt code");
  erase->add_option("CODE", options.receipt, "The code of the receipt, as K7M-4QXQ")->required();
  add_data(erase, options);
  CLI::App* purge = leads->add_subcommand("purge", "Delete the leads saved before a day, and the names of guests; a record of it stays");
  purge->add_option("--before", options.date, "The day, as 2025-09-22")->required();
  purge->add_flag("--yes", options.sure, "Also where it is most of what there is, or was left on the event's own day");
  add_data(purge, options);
  add_content(purge, options);
  CLI::App* guests = cli.add_subcommand("guests", "Whom reception greeted");
  const RecordVerbs guest_verbs = add_record_verbs(guests, options);
  CLI::App* seats = cli.add_subcommand("seats", "Seats of guided tours that this kiosk gave away");
  const RecordVerbs seat_verbs = add_record_verbs(seats, options);
  const PaperVerbs papers = add_paper_verbs(cli, options);
  CLI::App* map = cli.add_subcommand("map", "The plan of the building");
  const MapVerbs map_verbs = add_map_verbs(map, options);
  CLI::App* backup = cli.add_subcommand("backup", "Write a checked copy of the database, also while the kiosk runs");
  backup->add_option("FILE", options.file, "The file to write; it must not be there yet")->required();
  add_data(backup, options);
  CLI::App* pin = cli.add_subcommand("pin", "The PIN of the staff pages");
  pin->require_subcommand(1);
  CLI::App* set_verb = pin->add_subcommand("set", "Choose the PIN; ends a lock-out");
  add_data(set_verb, options);
  add_content(set_verb, options);
  CLI::App* offer = pin->add_subcommand("offer", "Let the first PIN be chosen on the screen, for ten minutes");
  add_data(offer, options);

  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 prints help and version to standard output with status 0, mistakes to standard error.
    if (cli.exit(error) == 0) return 0;
    if (argc > 1) suggest_verb(cli, argv[1]);
    return kWrongUsage;
  }
  if (*check) return run_check({options.folder, options.format == "json", base::language_from_code(options.language)}, this_program());
  if (*shots) return run_shots(options);
  if (*stats) return run_stats(options.data_folder(), options.content_folder(), options.format == "json");
  for (const auto& [verb, verbs, records] : {std::tuple(leads, lead_verbs, model::ExportWhat::leads), std::tuple(guests, guest_verbs, model::ExportWhat::guests),
                                              std::tuple(seats, seat_verbs, model::ExportWhat::seats)}) {
    if (*verb && *verbs.list) return list_records(record_options(options, records));
    if (*verb && *verbs.write) return export_records(record_options(options, records), options.format, options.file);
  }
  if (*papers.plan) return print_plan(paper_options(options), options.programs, base::language_from_code(options.language), options.file);
  if (*papers.leaflets) return print_leaflets(paper_options(options), asked_languages(options), options.folder);
  if (*map) return run_map(map_verbs, options);
  if (*offer) return offer_pin(options.data_folder());
  if (*pin) return set_pin(options.data_folder(), options.content_folder());
  if (*backup) return back_up(options.data_folder(), options.file);
  if (*purge) return purge_records(options.data_folder(), options.content_folder(), options.date, options.sure);
  if (*erase) return erase_lead(options.data_folder(), options.receipt);
  return run_kiosk(options);
}

}  // namespace kiosk::cli
