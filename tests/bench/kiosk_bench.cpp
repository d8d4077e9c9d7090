// What the kiosk costs, as JSON on standard output. Measured from outside, on a real window under Xvfb 1920×1080 with software GL:
// exec → first complete picture, XTEST touch → changed pixels, PSS of all its processes, CPU of the slide show and of a still screen;
// and from inside by `--measure`: time per frame by part, allocations of the last frame, text cache and atlas.
//
//   build/release/tests/bench/kiosk_bench [--content DIR] [--slides SECONDS] [--still SECONDS] [--starts N] [--touches N]
#include <X11/Xutil.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>

#include "base/json.h"
#include "support/display.h"

using kiosk::base::Json;
using namespace kiosk::tests;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

struct Options {
  std::string content = std::string(KIOSK_SOURCE_DIR) + "/config";
  int slides_seconds = 60;
  int still_seconds = 20;
  int starts = 7;
  int touches = 25;
};

double milliseconds(Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

Json spread(const std::vector<double>& values) {
  return {{"min", *std::min_element(values.begin(), values.end())}, {"median", median(values)}, {"max", *std::max_element(values.begin(), values.end())}};
}

// A hash of what the X server shows in a rectangle.
std::size_t look(VirtualDisplay& display, int x, int y, int width, int height) {
  XImage* image = XGetImage(display.connection(), DefaultRootWindow(display.connection()), x, y, static_cast<unsigned>(width),
                            static_cast<unsigned>(height), AllPlanes, ZPixmap);
  const std::string_view bytes(image->data, static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(height));
  const std::size_t hash = std::hash<std::string_view>()(bytes);
  XDestroyImage(image);
  return hash;
}

std::vector<std::string> command(const Options& options, const TempFolder& folder, std::vector<std::string> more) {
  std::vector<std::string> all{KIOSK_PROGRAM, "run", "--content", options.content, "--data", (folder / "data").string(), "--now", "2025-09-22 10:15"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

// What the whole screen shows, by every 30th row: looking must not take the cores that the kiosk starts on.
std::size_t look_at_rows(VirtualDisplay& display) {
  std::size_t hash = 0;
  for (int y = 5; y < 1080; y += 30) hash = hash * 31 + look(display, 0, y, 1920, 1);
  return hash;
}

// The screen as mean brightness of squares of 24 px: what a pan by a pixel hardly changes and a missing picture or text does.
std::vector<double> squares(VirtualDisplay& display) {
  constexpr int kSide = 24;
  XImage* image = XGetImage(display.connection(), DefaultRootWindow(display.connection()), 0, 0, 1920, 1080, AllPlanes, ZPixmap);
  std::vector<double> means;
  for (int top = 0; top < 1080; top += kSide) {
    for (int left = 0; left < 1920; left += kSide) {
      double sum = 0;
      for (int y = top; y < top + kSide; ++y) {
        const auto* row = reinterpret_cast<const std::uint8_t*>(image->data) + static_cast<std::ptrdiff_t>(y) * image->bytes_per_line;
        for (int x = left; x < left + kSide; ++x) sum += row[4 * x] + row[4 * x + 1] + row[4 * x + 2];
      }
      means.push_back(sum / (3.0 * kSide * kSide));
    }
  }
  XDestroyImage(image);
  return means;
}

struct Start {
  double milliseconds = 0;
  double unsettled_share = 0;  // of the screen, that looks different a second later
};

// From exec to the last change before the screen rests for 100 ms (the pan moves on every 250 ms from the first frame); whether that
// picture was complete is told by the screen a second later.
Start time_start(const Options& options, VirtualDisplay& display) {
  const TempFolder folder;
  const std::size_t before = look_at_rows(display);
  const auto began = Clock::now();
  const Process kiosk(command(options, folder, {}), folder.path(), {{"DISPLAY", display.name()}});
  std::size_t last = before;
  auto changed = began;
  bool any = false;
  while (Clock::now() - began < 10s) {
    std::this_thread::sleep_for(2ms);
    const auto asked = Clock::now();
    const std::size_t now = look_at_rows(display);
    if (now != last) {
      last = now;
      changed = asked;
      any = true;
    }
    if (any && Clock::now() - changed > 100ms) break;
  }
  const std::vector<double> rested = squares(display);
  std::this_thread::sleep_for(1s);
  const std::vector<double> settled = squares(display);
  constexpr double kMissing = 32;  // of 255; the pan of a second moves the mean of a square by up to 24
  double different = 0;
  for (std::size_t i = 0; i < rested.size(); ++i) different += std::abs(rested[i] - settled[i]) > kMissing ? 1 : 0;
  return {milliseconds(changed - began), different / static_cast<double>(rested.size())};
}

std::vector<pid_t> family_of(pid_t parent) {
  std::vector<pid_t> all{parent};
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const std::string stat = slurp(entry.path() / "stat");
    const auto after = stat.rfind(')');
    if (after == std::string::npos) continue;
    if (std::atoi(stat.c_str() + after + 4) == parent) all.push_back(std::atoi(name.c_str()));
  }
  return all;
}

double pss_megabytes(pid_t parent) {
  double kilobytes = 0;
  for (pid_t pid : family_of(parent)) {
    const std::string rollup = slurp("/proc/" + std::to_string(pid) + "/smaps_rollup");
    const auto at = rollup.find("\nPss:");
    if (at != std::string::npos) kilobytes += std::atof(rollup.c_str() + at + 5);
  }
  return kilobytes / 1024;
}

double cpu_seconds(const std::vector<pid_t>& pids) {
  double ticks = 0;
  for (pid_t pid : pids) {
    const std::string stat = slurp("/proc/" + std::to_string(pid) + "/stat");
    const auto after = stat.rfind(')');
    if (after == std::string::npos) continue;
    std::istringstream fields(stat.substr(after + 2));
    std::string field;
    for (int i = 0; i < 11; ++i) fields >> field;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    ticks += user + system;
  }
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

// Share of one core over `time`, of the kiosk with its worker and of the X server.
Json cpu_over(pid_t kiosk, pid_t server, std::chrono::seconds time) {
  const std::vector<pid_t> family = family_of(kiosk);
  const double kiosk_before = cpu_seconds(family);
  const double server_before = cpu_seconds({server});
  std::this_thread::sleep_for(time);
  const auto percent = [&](double spent) { return 100 * spent / static_cast<double>(time.count()); };
  return {{"kiosk_percent_of_a_core", percent(cpu_seconds(family) - kiosk_before)},
          {"x_server_percent_of_a_core", percent(cpu_seconds({server}) - server_before)}};
}

Json measured(const Process& kiosk) {
  const std::string errors = kiosk.errors();
  const auto at = errors.find("{\"frames\"");
  return at == std::string::npos ? Json() : Json::parse(errors.substr(at, errors.find('\n', at) - at), nullptr, false);
}

Json slide_show(const Options& options, VirtualDisplay& display) {
  const TempFolder folder;
  Process kiosk(command(options, folder, {"--measure"}), folder.path(), {{"DISPLAY", display.name()}});
  std::this_thread::sleep_for(3s);
  Json result = cpu_over(kiosk.pid(), display.server(), std::chrono::seconds(options.slides_seconds));
  result["seconds"] = options.slides_seconds;
  result["pss_megabytes"] = pss_megabytes(kiosk.pid());
  kiosk.signal(SIGTERM);
  kiosk.wait();
  result["inside"] = measured(kiosk);
  return result;
}

Json tree_node(const std::filesystem::path& file, const std::string& id) {
  for (int tries = 0; tries < 1000; ++tries) {
    const Json tree = Json::parse(slurp(file), nullptr, false);
    if (tree.is_object()) {
      for (const Json& node : tree["nodes"]) {
        if (node["id"] == id) return node;
      }
    }
    std::this_thread::sleep_for(10ms);
  }
  return {};
}

// Press on a card of home → the first changed pixel under the finger. The finger then leaves by a drag, which taps nothing.
Json touches(const Options& options, VirtualDisplay& display) {
  const TempFolder folder;
  Process kiosk(command(options, folder, {"--tree", (folder / "tree.json").string(), "--measure"}), folder.path(), {{"DISPLAY", display.name()}});
  const Json arabic = tree_node(folder / "tree.json", "nav.language.ar");
  std::this_thread::sleep_for(1s);
  display.tap(arabic["rect"][0].get<int>() + 20, arabic["rect"][1].get<int>() + 20);
  const Json card = tree_node(folder / "tree.json", "home.programs");
  std::this_thread::sleep_for(1500ms);
  const int x = card["rect"][0].get<int>() + 60;
  const int y = card["rect"][1].get<int>() + card["rect"][3].get<int>() - 40;
  std::vector<double> times;
  for (int i = 0; i < options.touches; ++i) {
    display.move(x, y);
    XSync(display.connection(), False);
    std::this_thread::sleep_for(std::chrono::milliseconds(120 + 7 * i));
    const std::size_t before = look(display, x - 50, y - 30, 100, 66);
    const auto pressed = Clock::now();
    display.button(true);
    while (look(display, x - 50, y - 30, 100, 66) == before && Clock::now() - pressed < 1s) {
    }
    times.push_back(milliseconds(Clock::now() - pressed));
    display.move(x + 200, y);
    display.button(false);
    std::this_thread::sleep_for(150ms);
  }
  Json result{{"touch_to_pixels_ms", spread(times)}, {"pss_megabytes_home", pss_megabytes(kiosk.pid())}};
  // Nothing is touched any more: the screen is still until the idle countdown.
  std::this_thread::sleep_for(2s);
  result["still"] = cpu_over(kiosk.pid(), display.server(), std::chrono::seconds(options.still_seconds));
  result["still"]["seconds"] = options.still_seconds;
  kiosk.signal(SIGTERM);
  kiosk.wait();
  result["inside"] = measured(kiosk);
  return result;
}

// Frames drawn on a still screen: the difference between a short stay on home and one that is `still_seconds` longer.
std::int64_t frames_when_still(const Options& options, VirtualDisplay& display) {
  const auto frames = [&](int wait_ms) {
    const TempFolder folder;
    const auto script = folder.write("script.txt", "tap nav.language.fr\nexpect screen home\nshot " + (folder / "s.png").string() + "\nwait " + std::to_string(wait_ms) + "\n");
    Process kiosk(command(options, folder, {"--measure", "--script", script.string()}), folder.path(), {{"DISPLAY", display.name()}});
    kiosk.wait();
    return measured(kiosk).value("frames", std::int64_t{0});
  };
  return frames(1000 + options.still_seconds * 1000) - frames(1000);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  const std::map<std::string, int*> numbers{{"--slides", &options.slides_seconds}, {"--still", &options.still_seconds}, {"--starts", &options.starts}, {"--touches", &options.touches}};
  for (int i = 1; i + 1 < argc; i += 2) {
    const auto number = numbers.find(argv[i]);
    if (number != numbers.end()) *number->second = std::atoi(argv[i + 1]);
    if (std::strcmp(argv[i], "--content") == 0) options.content = argv[i + 1];
  }
  VirtualDisplay display;
  Json report;
  std::vector<double> starts;
  std::vector<double> unsettled;
  time_start(options, display);  // warms the disk cache and Mesa's shader cache
  for (int i = 0; i < options.starts; ++i) {
    const Start start = time_start(options, display);
    starts.push_back(start.milliseconds);
    unsettled.push_back(start.unsettled_share);
  }
  report["exec_to_complete_picture_ms"] = spread(starts);
  report["share_of_that_picture_not_settled"] = spread(unsettled);
  report["slide_show"] = slide_show(options, display);
  report["home"] = touches(options, display);
  report["frames_when_still"] = frames_when_still(options, display);
  std::printf("%s\n", report.dump(2).c_str());
}
