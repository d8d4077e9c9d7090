// Recordings read through their worker, the kiosk's own binary: every sample comes over, and a worker that a hostile recording took over is
// believed nothing.
#include "app/recording.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdlib>

#include "app/audit.h"
#include "app/recording_wire.h"
#include "app/vorbis_decoder.h"
#include "gfx/worker_wire.h"
#include "support/children.h"
#include "support/ogg.h"

using namespace kiosk;
using app::Recording;
using app::RecordingPacketKind;
using tests::own_children;
using tests::record;
using tests::TempFolder;
namespace fs = std::filesystem;

namespace {

constexpr const char* kLie = "KIOSK_TEST_LIE";

// This program as a worker that was taken over.
int lie(int socket, std::string_view what) {
  app::RecordingPacket packet;
  const auto send = [&] { return gfx::send_packet(socket, &packet, sizeof packet, -1); };
  packet.kind = RecordingPacketKind::format;
  packet.channels = what == "channels" ? 7 : 1;
  packet.rate_hz = what == "rate" ? -1 : app::kHighestRateHz;
  if (what == "unterminated") {
    packet.kind = RecordingPacketKind::refused;
    packet.why.fill('x');
  }
  if (!send()) return 1;
  packet.kind = RecordingPacketKind::samples;
  packet.count = what == "count" ? 1U << 30U : static_cast<std::uint32_t>(packet.samples.size());
  while (send()) {
  }
  return 0;
}

__attribute__((constructor)) void answer_verb(int argc, char** argv) {
  const char* what = std::getenv(kLie);
  if (argc == 3 && what != nullptr && std::string_view(argv[1]) == "recording-worker") ::_exit(lie(std::atoi(argv[2]), what));
}

base::Result<std::unique_ptr<Recording>> open_with_liar(const fs::path& file, const char* what) {
  ::setenv(kLie, what, 1);
  auto opened = Recording::open(tests::own_program(), file);
  ::unsetenv(kLie);
  return opened;
}

std::string refusal(const fs::path& file, const fs::path& program = KIOSK_PROGRAM) {
  const auto opened = Recording::open(program, file);
  return opened ? "" : opened.error().message;
}

struct Heard {
  std::size_t samples = 0;
  std::string failure;
};

Heard hear(Recording& recording) {
  std::vector<std::int16_t> samples(5000);
  Heard heard;
  for (;;) {
    const auto count = recording.read(samples);
    if (!count) return {heard.samples, count.error().message};
    if (*count == 0) return heard;
    heard.samples += *count;
  }
}

std::string line_of(const fs::path& file, const std::string& key) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(key)) return line;
  }
  return "";
}

}  // namespace

TEST_CASE("a recording gives every sample that went in") {
  const TempFolder folder;
  const tests::Tone tone{1.5, 0.5, 2, 44100};
  const auto recording = Recording::open(KIOSK_PROGRAM, record(folder, tone));
  REQUIRE(recording.has_value());
  CHECK((*recording)->channels() == 2);
  CHECK((*recording)->rate_hz() == 44100);
  const Heard heard = hear(**recording);
  CHECK(heard.failure == "");
  CHECK(heard.samples == tone.samples());
  CHECK((*recording)->was_whole());
}

TEST_CASE("a recording is decoded in a process that is shut in, and that ends with it") {
  const TempFolder folder;
  {
    const auto recording = Recording::open(KIOSK_PROGRAM, record(folder, {20}));
    REQUIRE(recording.has_value());
    const std::vector<int> workers = own_children();
    REQUIRE(workers.size() == 1);
    const fs::path status = "/proc/" + std::to_string(workers.front()) + "/status";
    CHECK(line_of(status, "Seccomp:") == "Seccomp:\t2");
    CHECK(line_of(status, "NoNewPrivs:") == "NoNewPrivs:\t1");
  }
  CHECK(own_children().empty());
}

TEST_CASE("what is no recording is refused with a reason") {
  const TempFolder folder;
  CHECK(refusal(folder / "nowhere.ogg") == "it is not there");
  CHECK(refusal(folder.path()) == "it is not there");
  REQUIRE(::mkfifo((folder / "pipe.ogg").c_str(), 0600) == 0);
  CHECK(refusal(folder / "pipe.ogg") == "it is not there");
  CHECK(refusal(folder.write("empty.ogg", "")) == "it is empty");
  CHECK(refusal(folder.write("large.ogg", std::string(20U * 1024 * 1024 + 1, 'x'))) == "it is larger than 20 MB");
  CHECK(refusal(folder.write("text.ogg", "a letter to the trainer")) == "it is not Ogg Vorbis");
  CHECK(refusal(record(folder, {1, 0.5, 3, 16000}, "surround.ogg")) == "it has 3 channels");
}

TEST_CASE("without its worker a recording is refused, not waited for") {
  const TempFolder folder;
  const fs::path file = record(folder, {1});
  CHECK(refusal(file, folder / "no-kiosk-here") == "its worker cannot be started");
  // One that ends at once: before it was asked, or after.
  const std::string ended = refusal(file, "/bin/true");
  CHECK((ended == "its worker cannot be started" || ended == "it made its worker stop"));
}

TEST_CASE("a worker that dies in the middle ends the recording with a reason") {
  const TempFolder folder;
  const auto recording = Recording::open(KIOSK_PROGRAM, record(folder, {60}));
  REQUIRE(recording.has_value());
  for (const int worker : own_children()) ::kill(worker, SIGKILL);
  const Heard heard = hear(**recording);
  CHECK(heard.failure == "it made its worker stop");
  CHECK(heard.samples < tests::Tone{60}.samples());
}

TEST_CASE("who waits for a worker that stands still can give up at once") {
  const TempFolder folder;
  bool given_up = false;
  const auto recording = Recording::open(KIOSK_PROGRAM, record(folder, {60}), [&given_up] { return given_up; });
  REQUIRE(recording.has_value());
  for (const int worker : own_children()) ::kill(worker, SIGSTOP);
  given_up = true;
  CHECK(hear(**recording).failure == "it was stopped");
}

TEST_CASE("a worker that was taken over is believed nothing") {
  const TempFolder folder;
  const fs::path file = record(folder, {0.5});
  for (const char* what : {"channels", "rate"}) {
    CAPTURE(what);
    const auto opened = open_with_liar(file, what);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().message == "its worker gave no sound");
  }
  const auto unterminated = open_with_liar(file, "unterminated");
  REQUIRE_FALSE(unterminated.has_value());
  CHECK(unterminated.error().message == std::string(128, 'x'));
  const auto count = open_with_liar(file, "count");
  REQUIRE(count.has_value());
  CHECK(hear(**count).failure == "its worker gave no sound");
}

TEST_CASE("a recording that never ends is cut after five minutes") {
  const TempFolder folder;
  const auto endless = open_with_liar(record(folder, {0.5}), "endless");
  REQUIRE(endless.has_value());
  const Heard heard = hear(**endless);
  CHECK(heard.failure == "");
  CHECK(heard.samples == 300UL * app::kHighestRateHz);
  CHECK_FALSE((*endless)->was_whole());
}

TEST_CASE("kiosk check names a recording that cannot be heard whole") {
  const TempFolder folder;
  model::Catalogue catalogue;
  model::Program program;
  program.id = "zellige";
  const std::string whole = tests::slurp(record(folder, {20, 0.5}, "voice.ar.ogg"));
  folder.write("voice.ary.ogg", "no sound");
  folder.write("voice.shi.ogg", whole.substr(0, whole.size() * 2 / 3));
  for (const char* language : {"ar", "ary", "shi"}) program.voices.push_back({language, folder / ("voice." + std::string(language) + ".ogg")});
  catalogue.programs.push_back(program);
  const std::vector<content::Issue> issues = app::unplayable_recordings(catalogue, KIOSK_PROGRAM);
  REQUIRE(issues.size() == 2);
  CHECK(issues[0].severity == content::Severity::warning);
  CHECK(issues[0].file == "programs/zellige/voice.ary.ogg");
  CHECK(issues[0].message == "the recording cannot be played (it is not Ogg Vorbis)");
  CHECK(issues[1].file == "programs/zellige/voice.shi.ogg");
  CHECK(issues[1].message == "the recording is damaged or breaks off before its end");
}
