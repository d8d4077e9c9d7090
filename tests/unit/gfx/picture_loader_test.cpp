#include "gfx/picture_loader.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "pictures.h"
#include "support/children.h"
#include "support/soon.h"
#include "worker_verbs.h"

using namespace kiosk;
using namespace kiosk::test;
using kiosk::tests::own_children;
using kiosk::tests::own_program;
using kiosk::tests::soon;

namespace {

constexpr int kPatience_ms = 120000;
constexpr std::chrono::seconds kSoon{2};
constexpr gfx::DecodeRequest kSmall{40, 30, gfx::Fit::cover, 0, kTransparent};

gfx::LoadedPicture load(gfx::PictureLoader& loader, gfx::PictureSource source, const gfx::DecodeRequest& request = kSmall) {
  const gfx::PictureId id = loader.request(std::move(source), request);
  REQUIRE(loader.wait_until_idle(kPatience_ms));
  std::vector<gfx::LoadedPicture> finished = loader.take_finished();
  REQUIRE(finished.size() == 1);
  CHECK(finished.front().id == id);
  return std::move(finished.front());
}

std::size_t open_descriptors() {
  const auto folder = std::filesystem::directory_iterator("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(folder), end(folder)));
}

// The worker, once it is there.
int worker_id() {
  for (int i = 0; i < 500; ++i) {
    const std::vector<int> children = own_children();
    if (children.size() == 1) return children.front();
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return 0;
}

// One letter of proc(5): S sleeping, T stopped, Z ended; none when the process is gone.
std::string state_of(int process) {
  std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
  std::string line;
  std::getline(stat, line);
  const auto name_end = line.rfind(") ");
  return name_end == std::string::npos ? std::string() : line.substr(name_end + 2, 1);
}

bool has_ended(int process) { return state_of(process).empty() || state_of(process) == "Z"; }

void kill_while_busy(gfx::PictureLoader& loader, const gfx::PictureSource& source) {
  loader.request(source, kSmall);
  std::this_thread::sleep_for(std::chrono::milliseconds(400));
  const int worker = worker_id();
  REQUIRE(worker > 0);
  ::kill(worker, SIGKILL);
  REQUIRE(loader.wait_until_idle(kPatience_ms));
}

}  // namespace

TEST_CASE("pictures of every kind come back from the worker, in order and with a wake-up each") {
  const Folder folder;
  std::atomic<int> woken = 0;
  gfx::PictureLoader loader(own_program(), [&woken] { ++woken; });
  const auto png = loader.request(folder.write("a.png", png_of(quarters(100, 75))), kSmall);
  const auto jpeg = loader.request(folder.write("b.jpg", jpeg_with_orientation(quarters(100, 75), 1)), kSmall);
  const auto drawing = loader.request(svg_of("<rect width='100' height='100' fill='#00ff00'/>"), kSmall);
  REQUIRE(loader.wait_until_idle(kPatience_ms));
  CHECK(loader.pending() == 0);
  const auto finished = loader.take_finished();
  REQUIRE(finished.size() == 3);
  CHECK(finished[0].id == png);
  CHECK(finished[1].id == jpeg);
  CHECK(finished[2].id == drawing);
  for (const gfx::LoadedPicture& picture : finished) {
    REQUIRE(picture.image);
    CHECK(picture.image->width_px == 40);
    CHECK(picture.image->height_px == 30);
  }
  CHECK(resembles(pixel(*finished[0].image, 10, 7), kRed));
  CHECK(resembles(pixel(*finished[1].image, 30, 22), kWhite));
  CHECK(pixel(*finished[2].image, 20, 15) == base::Color{0, 255, 0, 255});
  CHECK(loader.take_finished().empty());
  CHECK(soon(kSoon, [&] { return woken == 3; }));
}

TEST_CASE("the worker is ready within a fraction of a second of the loader's birth") {
  const auto start = std::chrono::steady_clock::now();
  gfx::PictureLoader loader(own_program(), {});
  REQUIRE(load(loader, svg_of("<path d='M0 0h9v9z'/>")).image);
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
  CHECK(took < 10000);  // on the busiest machine
  MESSAGE("first picture after " << took << " ms");
}

TEST_CASE("what is no picture costs an error that names the file and says what to do") {
  const Folder folder;
  gfx::PictureLoader loader(own_program(), {});
  const auto missing = load(loader, folder.path("missing.jpg"));
  REQUIRE_FALSE(missing.image);
  CHECK(missing.image.error().message == folder.path("missing.jpg").string() + ": cannot be read");
  const auto text = load(loader, folder.write("notes.jpg", "notes"));
  REQUIRE_FALSE(text.image);
  CHECK(text.image.error().message == folder.path("notes.jpg").string() + ": the file is not a PNG, JPEG or SVG picture");
  CHECK(text.image.error().remedy == "Save it as JPEG, PNG or SVG.");
  CHECK_FALSE(load(loader, folder.write("empty.png", "")).image);
  CHECK_FALSE(load(loader, folder.path("")).image);
  CHECK_FALSE(load(loader, std::filesystem::path("/dev/zero")).image);
}

TEST_CASE("a pipe in a picture's place does not hold the loader") {
  const Folder folder;
  REQUIRE(::mkfifo(folder.path("pipe.png").c_str(), 0600) == 0);
  gfx::PictureLoader loader(own_program(), {});
  const auto pipe = load(loader, folder.path("pipe.png"));
  REQUIRE_FALSE(pipe.image);
  CHECK(pipe.image.error().message == folder.path("pipe.png").string() + ": is not a file");
}

TEST_CASE("a picture larger than the worker's memory is an error, and the worker lives on") {
  const Folder folder;
  gfx::PictureLoader loader(own_program(), {});
  REQUIRE(load(loader, svg_of("<path d='M0 0h9v9z'/>")).image);
  const int worker = worker_id();
  const auto huge = load(loader, svg_of("<path d='M0 0h9v9z'/>"), {8192, 8192, gfx::Fit::cover, 0, kTransparent});
  CHECK_FALSE(huge.image);
  CHECK(load(loader, svg_of("<path d='M0 0h9v9z'/>")).image);
  CHECK(worker_id() == worker);
}

TEST_CASE("a photo of fifty megapixels is shrunk within the worker's memory") {
  const Folder folder;
  const auto file = folder.write("large.jpg", jpeg_of(quarters(8700, 5800)));
  gfx::PictureLoader loader(own_program(), {});
  const auto large = load(loader, file);
  REQUIRE(large.image);
  CHECK(resembles(pixel(*large.image, 5, 5), kRed));
  CHECK(resembles(pixel(*large.image, 35, 25), kWhite));
}

TEST_CASE("a worker ended while idle is replaced without a word, and no picture is blamed") {
  gfx::PictureLoader loader(own_program(), {});
  const std::string drawing = svg_of("<path d='M0 0h9v9z'/>");
  REQUIRE(load(loader, drawing).image);
  const int before = worker_id();
  REQUIRE(before > 0);
  ::kill(before, SIGKILL);
  REQUIRE(soon(kSoon, [&] { return has_ended(before); }));
  CHECK(load(loader, drawing).image);
  CHECK(worker_id() != before);
}

TEST_CASE("a request the dead worker never read is asked again, not blamed") {
  gfx::PictureLoader loader(own_program(), {});
  const std::string drawing = svg_of("<path d='M0 0h9v9z'/>");
  REQUIRE(load(loader, drawing).image);
  const int before = worker_id();
  REQUIRE(before > 0);
  ::kill(before, SIGSTOP);
  // Until it stands still it could yet read the request: on a busy machine that takes a moment.
  REQUIRE(soon(kSoon, [&] { return state_of(before) == "T"; }));
  loader.request(drawing, kSmall);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  ::kill(before, SIGKILL);
  REQUIRE(loader.wait_until_idle(kPatience_ms));
  const auto finished = loader.take_finished();
  REQUIRE(finished.size() == 1);
  CHECK(finished.front().image);
}

TEST_CASE("a picture that kills the worker costs its own error; the next one works, and it is never tried again") {
  const Folder folder;
  const auto hostile = folder.write("hostile.svg", endless_svg());
  gfx::PictureLoader loader(own_program(), {});
  kill_while_busy(loader, hostile);
  const auto killed = loader.take_finished();
  REQUIRE(killed.size() == 1);
  REQUIRE_FALSE(killed.front().image);
  CHECK(killed.front().image.error().message == hostile.string() + ": made the picture worker stop");

  CHECK(load(loader, svg_of("<path d='M0 0h9v9z'/>")).image);
  const int worker = worker_id();
  const auto again = load(loader, hostile);
  REQUIRE_FALSE(again.image);
  CHECK(again.image.error().message == hostile.string() + ": made the picture worker stop before and is not tried again");
  CHECK(worker_id() == worker);

  // Repaired under the same name, it gets a new chance.
  folder.write("hostile.svg", svg_of("<path d='M0 0h9v9z'/>"));
  CHECK(load(loader, hostile).image);
}

TEST_CASE("a picture that never ends is given up after ten seconds") {
  gfx::PictureLoader loader(own_program(), {});
  const auto start = std::chrono::steady_clock::now();
  const auto endless = load(loader, endless_svg());
  const auto took = std::chrono::steady_clock::now() - start;
  REQUIRE_FALSE(endless.image);
  CHECK(endless.image.error().message == "a drawing of the kiosk: takes longer than 10 s to decode");
  CHECK(took >= std::chrono::seconds(10));
  CHECK(took < std::chrono::seconds(60));
  CHECK(load(loader, svg_of("<path d='M0 0h9v9z'/>")).image);
}

TEST_CASE("a loader goes away at once, also in the middle of a picture, and takes its worker along") {
  const auto start = std::chrono::steady_clock::now();
  {
    gfx::PictureLoader loader(own_program(), {});
    loader.request(endless_svg(), kSmall);
    loader.request(endless_svg(), kSmall);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));  // after which it would have been given up
  CHECK(own_children().empty());
}

TEST_CASE("without a worker every request fails and nothing hangs") {
  const Folder folder;
  std::filesystem::path program;
  SUBCASE("because the program is missing") { program = folder.path("no-such-program"); }
  SUBCASE("because the program is another one") { program = "/bin/true"; }
  gfx::PictureLoader loader(program, {});
  for (int i = 0; i < 3; ++i) {
    const auto picture = load(loader, svg_of("<path d='M0 0h9v9z'/>"));
    REQUIRE_FALSE(picture.image);
    CHECK(picture.image.error().message == "the picture worker cannot be started");
  }
}

TEST_CASE("two hundred pictures leave no descriptor behind, here or in the worker") {
  const Folder folder;
  const auto photo = folder.write("a.png", png_of(quarters(60, 60)));
  gfx::PictureLoader loader(own_program(), {});
  REQUIRE(load(loader, photo).image);
  const std::size_t before = open_descriptors();
  const auto worker_descriptors = [] {
    const auto list = std::filesystem::directory_iterator("/proc/" + std::to_string(worker_id()) + "/fd");
    return std::distance(begin(list), end(list));
  };
  CHECK(soon(kSoon, [&] { return worker_descriptors() == 4; }));
  for (int i = 0; i < 200; ++i) {
    if (i % 4 == 0)
      loader.request(folder.path("missing.png"), kSmall);
    else if (i % 4 == 1)
      loader.request(std::string("not a drawing"), kSmall);
    else
      loader.request(photo, kSmall);
  }
  REQUIRE(loader.wait_until_idle(kPatience_ms));
  CHECK(loader.take_finished().size() == 200);
  CHECK(open_descriptors() == before);
  CHECK(soon(kSoon, [&] { return worker_descriptors() == 4; }));
}
