// Plays one recording at a time (V22): from its worker (recording.h) to ALSA, on a thread of its own, which begins with the first `play`. Silent and without
// fuss where there is no sound device: the state says so, one line is logged, ALSA's own messages are kept from standard error. Not a mixer.
// Every function is for one thread (the drawing one); none waits for the device, save the destructor, and that shortly.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace kiosk::app {

enum class SoundState : std::uint8_t {
  idle,              // nothing was played yet, or it has ended or was stopped
  playing,
  failed,            // the recording could not be played
  failed_no_device,  // nor can any other, for now: each `play` tries anew
};

class Sound {
 public:
  // `on_change` is called from the sound's thread whenever playing ends by itself or fails. `program` is the kiosk's binary, started as the
  // recordings' worker. `device` is a PCM name of ALSA's configuration: "default" is what the desktop chose, "null" swallows everything in real time.
  Sound(std::function<void()> on_change, std::filesystem::path program, std::string device = "default");
  ~Sound();
  Sound(const Sound&) = delete;
  Sound& operator=(const Sound&) = delete;

  // Stops what is played and begins with `file`; the state is `playing` until it is known better.
  void play(std::filesystem::path file);
  // What the device still holds is dropped, not played out.
  void stop();

  SoundState state() const;
  // The loudest sample of the last twentieth of a second, 0 … 1; 0 unless playing.
  float level() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kiosk::app
