// Recordings of trainers: played to their end, stopped at once, and whatever lies in the file, no more than refused.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <random>

#include "app/audit.h"
#include "app/recording.h"
#include "app/sound.h"
#include "support/ogg.h"

using namespace kiosk;
using namespace std::chrono_literals;
using app::Recording;
using app::Sound;
using app::SoundState;
using tests::TempFolder;
using tests::Tone;
namespace fs = std::filesystem;

namespace {

// ALSA's own: takes everything, needs no hardware.
constexpr const char* kNowhere = "null";

fs::path record(const TempFolder& folder, const Tone& tone, const std::string& name = "voice.shi.ogg") {
  REQUIRE(tests::write_ogg(folder / name, tone));
  return folder / name;
}

struct Player {
  std::atomic<int> changes = 0;
  Sound sound;

  explicit Player(const char* device = kNowhere) : sound([this] { ++changes; }, device) {}
  // False when it still plays after `limit`.
  bool waits_for_end(std::chrono::milliseconds limit = 10s) const {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (sound.state() == SoundState::playing && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(2ms);
    return sound.state() != SoundState::playing;
  }
  float loudest(std::chrono::milliseconds time) const {
    float most = 0;
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {
      most = std::max(most, sound.level());
      std::this_thread::sleep_for(2ms);
    }
    return most;
  }
};

template <class Call>
std::chrono::milliseconds time_of(Call call) {
  const auto began = std::chrono::steady_clock::now();
  call();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
}

std::string refusal(const fs::path& file) {
  const auto opened = Recording::open(file);
  return opened ? "" : opened.error().message;
}

std::size_t samples_in(const fs::path& file) {
  const auto opened = Recording::open(file);
  REQUIRE(opened.has_value());
  std::vector<std::int16_t> samples(4096);
  std::size_t all = 0;
  for (;;) {
    const auto count = (*opened)->read(samples);
    REQUIRE(count.has_value());
    if (*count == 0) return all;
    all += *count;
  }
}

}  // namespace

TEST_CASE("a recording gives every sample that went in") {
  const TempFolder folder;
  const auto mono = Recording::open(record(folder, {1.5, 0.5, 1, 16000}));
  REQUIRE(mono.has_value());
  CHECK((*mono)->channels() == 1);
  CHECK((*mono)->rate_hz() == 16000);
  CHECK(samples_in(folder / "voice.shi.ogg") == 24000);
  CHECK(samples_in(record(folder, {0.5, 0.5, 2, 48000}, "voice.ary.ogg")) == 48000);
}

TEST_CASE("it plays to its end in its own time and says so once") {
  const TempFolder folder;
  Player player;
  CHECK(player.sound.state() == SoundState::idle);
  const auto time = time_of([&] {
    player.sound.play(record(folder, {0.6}));
    CHECK(player.sound.state() == SoundState::playing);
    CHECK(player.waits_for_end());
  });
  CHECK(player.sound.state() == SoundState::idle);
  CHECK(time >= 550ms);
  CHECK(player.sound.level() == 0);
  std::this_thread::sleep_for(20ms);
  CHECK(player.changes == 1);
}

TEST_CASE("every sample arrives at the device, also of a recording shorter than the device's buffer") {
  const TempFolder folder;
  for (const Tone& tone : {Tone{0.03, 0.5, 1, 8000}, Tone{0.7, 0.5, 2, 44100}}) {
    const fs::path file = record(folder, tone);
    const fs::path heard = folder / "heard.raw";
    Player player(("tee:null," + heard.string() + ",raw").c_str());
    player.sound.play(file);
    CHECK(player.waits_for_end());
    CHECK(player.sound.state() == SoundState::idle);
    // The device's file is closed shortly after the state has changed.
    const std::size_t bytes = samples_in(file) * sizeof(std::int16_t);
    for (int tries = 0; tries < 200 && fs::file_size(heard) != bytes; ++tries) std::this_thread::sleep_for(5ms);
    CHECK(fs::file_size(heard) == bytes);
  }
}

TEST_CASE("the level rises with the voice and lies still in silence") {
  const TempFolder folder;
  Player player;
  player.sound.play(record(folder, {1, 0.8}, "loud.ogg"));
  CHECK(player.loudest(300ms) == doctest::Approx(0.8).epsilon(0.1));
  player.sound.play(record(folder, {1, 0.1}, "quiet.ogg"));
  std::this_thread::sleep_for(60ms);
  CHECK(player.loudest(200ms) == doctest::Approx(0.1).epsilon(0.2));
  player.sound.play(record(folder, {1, 0}, "silent.ogg"));
  std::this_thread::sleep_for(60ms);
  CHECK(player.loudest(200ms) < 0.01);
}

TEST_CASE("stop and the end of the kiosk wait for nothing") {
  const TempFolder folder;
  const fs::path file = record(folder, {20});
  Player player;
  player.sound.play(file);
  std::this_thread::sleep_for(100ms);
  CHECK(player.sound.level() > 0);
  CHECK(time_of([&] { player.sound.stop(); }) < 20ms);
  CHECK(player.sound.state() == SoundState::idle);
  CHECK(player.sound.level() == 0);
  std::this_thread::sleep_for(100ms);
  CHECK(player.sound.level() == 0);
  CHECK(player.changes == 0);
  auto other = std::make_unique<Player>();
  other->sound.play(file);
  std::this_thread::sleep_for(100ms);
  CHECK(time_of([&] { other.reset(); }) < 100ms);
}

TEST_CASE("the next recording takes the place of the one before, however fast the finger") {
  const TempFolder folder;
  const fs::path loud = record(folder, {20, 0.8}, "loud.ogg");
  const fs::path brief = record(folder, {0.2, 0.1}, "brief.ogg");
  Player player;
  for (int i = 0; i < 40; ++i) {
    player.sound.play(loud);
    if (i % 3 == 0) std::this_thread::sleep_for(3ms);
    if (i % 2 == 0) player.sound.stop();
  }
  player.sound.play(brief);
  CHECK(player.waits_for_end());
  CHECK(player.sound.state() == SoundState::idle);
  CHECK(player.changes == 1);
}

TEST_CASE("without a sound device it is silent, says so in its state, and tries anew") {
  const TempFolder folder;
  const fs::path file = record(folder, {5});
  Player player("there-is-no-such-device");
  for (int tries = 1; tries <= 3; ++tries) {
    player.sound.play(file);
    CHECK(player.waits_for_end());
    CHECK(player.sound.state() == SoundState::failed_no_device);
    CHECK(player.sound.level() == 0);
  }
  std::this_thread::sleep_for(20ms);
  CHECK(player.changes == 3);
}

TEST_CASE("what is no recording is refused with a reason") {
  const TempFolder folder;
  CHECK(refusal(folder / "nowhere.ogg") == "it is not there");
  CHECK(refusal(folder.path()) == "it is not there");
  CHECK(refusal(folder.write("empty.ogg", "")) == "it is empty");
  CHECK(refusal(folder.write("text.ogg", "a letter to the trainer")) == "it is not Ogg Vorbis");
  CHECK(refusal(folder.write("wave.ogg", tests::wave({}))) == "it is not Ogg Vorbis");
  CHECK(refusal(folder.write("large.ogg", std::string(20U * 1024 * 1024 + 1, 'x'))) == "it is larger than 20 MB");
  CHECK(refusal(record(folder, {1, 0.5, 3, 16000}, "surround.ogg")) == "it has 3 channels");
  CHECK(refusal(record(folder, {301, 0, 1, 8000}, "long.ogg")) == "it is longer than 5 minutes");
  Player player;
  player.sound.play(folder / "text.ogg");
  CHECK(player.waits_for_end());
  CHECK(player.sound.state() == SoundState::failed);
}

TEST_CASE("two recordings one after the other in a file are heard both, of different formats neither") {
  const TempFolder folder;
  const std::string first = tests::slurp(record(folder, {0.5}, "a.ogg"));
  CHECK(samples_in(folder.write("both.ogg", first + first)) >= 16000);
  CHECK(refusal(folder.write("mixed.ogg", first + tests::slurp(record(folder, {0.5, 0.5, 2, 48000}, "b.ogg")))) == "its parts have different formats");
}

TEST_CASE("a recording cut anywhere, or with any bytes changed, ends or is refused") {
  const TempFolder folder;
  const std::string whole = tests::slurp(record(folder, {1, 0.5}));
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> place(0, whole.size() - 1);
  std::vector<std::int16_t> samples(4096);
  const auto read_all = [&](const fs::path& file) {
    const auto opened = Recording::open(file);
    if (!opened) return;
    for (auto count = (*opened)->read(samples); count && *count > 0;) count = (*opened)->read(samples);
  };
  for (int round = 0; round < 300; ++round) {
    std::string bytes = whole;
    if (round % 3 == 0) bytes.resize(place(random));
    for (int change = 0; change < round % 5 && !bytes.empty(); ++change) bytes[place(random) % bytes.size()] = static_cast<char>(place(random));
    read_all(folder.write("changed.ogg", bytes));
  }
  // Headers that announce more than there is: the first page's segment table and the packet lengths after it.
  for (std::size_t at = 26; at < 120; ++at) {
    std::string bytes = whole;
    bytes[at] = '\xFF';
    read_all(folder.write("changed.ogg", bytes));
  }
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
  const std::vector<content::Issue> issues = app::unplayable_recordings(catalogue);
  REQUIRE(issues.size() == 2);
  CHECK(issues[0].severity == content::Severity::warning);
  CHECK(issues[0].file == "programs/zellige/voice.ary.ogg");
  CHECK(issues[0].message == "the recording cannot be played (it is not Ogg Vorbis)");
  CHECK(issues[1].file == "programs/zellige/voice.shi.ogg");
  CHECK(issues[1].message == "the recording is damaged or breaks off before its end");
}
