// Trainers' recordings heard: played to their end, stopped at once, refused in silence.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>

#include "app/sound.h"
#include "support/ogg.h"
#include "support/soon.h"

using namespace kiosk;
using namespace std::chrono_literals;
using app::Sound;
using app::SoundState;
using tests::record;
using tests::soon;
using tests::TempFolder;
using tests::Tone;
namespace fs = std::filesystem;

namespace {

// ALSA's own: takes everything, needs no hardware.
constexpr const char* kNowhere = "null";

struct Player {
  std::atomic<int> changes = 0;
  Sound sound;

  explicit Player(const char* device = kNowhere) : sound([this] { ++changes; }, KIOSK_PROGRAM, device) {}
  bool waits_for_end() const {
    return soon(10s, [this] { return sound.state() != SoundState::playing; });
  }
  bool waits_for_voice() const {
    return soon(10s, [this] { return sound.level() > 0; });
  }
  float loudest_to_end() const {
    float most = 0;
    while (sound.state() == SoundState::playing) {
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

}  // namespace

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
    const std::size_t bytes = tone.samples() * sizeof(std::int16_t);
    for (int tries = 0; tries < 200 && fs::file_size(heard) != bytes; ++tries) std::this_thread::sleep_for(5ms);
    CHECK(fs::file_size(heard) == bytes);
  }
}

TEST_CASE("the level rises with the voice and lies still in silence") {
  const TempFolder folder;
  Player player;
  const auto loudest_of = [&](double amplitude) {
    player.sound.play(record(folder, {0.5, amplitude}));
    return player.loudest_to_end();
  };
  CHECK(loudest_of(0.8) == doctest::Approx(0.8).epsilon(0.1));
  CHECK(loudest_of(0.1) == doctest::Approx(0.1).epsilon(0.2));
  CHECK(loudest_of(0) < 0.01);
  CHECK(player.sound.state() == SoundState::idle);
}

TEST_CASE("stop and the end of the kiosk wait for nothing") {
  const TempFolder folder;
  const fs::path file = record(folder, {20});
  Player player;
  player.sound.play(file);
  CHECK(player.waits_for_voice());
  CHECK(time_of([&] { player.sound.stop(); }) < 20ms);
  CHECK(player.sound.state() == SoundState::idle);
  CHECK(player.sound.level() == 0);
  std::this_thread::sleep_for(100ms);
  CHECK(player.sound.level() == 0);
  CHECK(player.changes == 0);
  auto other = std::make_unique<Player>();
  other->sound.play(file);
  CHECK(other->waits_for_voice());
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

TEST_CASE("what is no recording fails and is heard no more than that") {
  const TempFolder folder;
  Player player;
  player.sound.play(folder.write("text.ogg", "a letter to the trainer"));
  CHECK(player.waits_for_end());
  CHECK(player.sound.state() == SoundState::failed);
}
