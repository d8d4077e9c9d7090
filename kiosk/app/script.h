// `--script FILE`: plays touches, one command a line, against the running kiosk. Lines that wait do so for up to 5 seconds; the first
// line that fails ends the run.
//
//   tap ID | tap X,Y | press ID | drag X,Y X,Y MS | wait MS | expect screen S | expect text T | expect no ID | type TEXT |
//   keys TEXT | shot FILE | quit
//
// `type` touches the keys of the on-screen keyboard, changing its layer and holding keys for variants where it must. `pinch` fails: no screen
// takes it yet.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/geometry.h"
#include "base/result.h"
#include "app/stage.h"
#include "screens/screen_view.h"
#include "ui/keyboard.h"

namespace kiosk::app {

namespace command {
struct TapId { std::string id; };
struct TapAt { base::Point at; };
struct Press { std::string id; };  // puts the finger down and leaves it there until the next command that is no wait
struct Drag { base::Point from; base::Point to; base::Milliseconds time; };
struct Wait { base::Milliseconds time; };
struct ExpectScreen { std::string screen; };
struct ExpectText { std::string text; };
struct ExpectNo { std::string id; };
struct Shot { std::filesystem::path file; };
struct Type { std::string text; };  // through the on-screen keyboard
struct Keys { std::string text; };  // as a hardware keyboard
struct Pinch { base::Point centre; int from_px = 0; int to_px = 0; base::Milliseconds time; };  // two fingers, that far apart at the start and at the end
struct Quit {};
}  // namespace command

struct ScriptLine {
  int number = 0;
  std::string text;
  std::variant<command::TapId, command::TapAt, command::Press, command::Drag, command::Wait, command::ExpectScreen, command::ExpectText,
               command::ExpectNo, command::Shot, command::Type,
               command::Keys, command::Pinch, command::Quit>
      what;
};

// Fails with "FILE:LINE: …" at the first line that is no command. Empty lines and lines that begin with # are skipped.
base::Result<std::vector<ScriptLine>> parse_script(const std::string& text, const std::string& file_name);

class Script {
 public:
  Script(std::vector<ScriptLine> lines, std::string file_name) : lines_(std::move(lines)), file_name_(std::move(file_name)) {}

  struct World {
    Stage& stage;
    const screens::ScreenView& view;
    base::SteadyTime now;
    bool settled = false;  // nothing is moving, and the frame on screen shows the session
  };
  enum class State { running, finished, failed };
  // Does what can be done now. Call after each frame and at `next_deadline`.
  State advance(const World& world);
  // A picture wanted of the frame on screen; the caller takes it before the next `advance`.
  std::optional<std::filesystem::path> take_shot() { return std::exchange(shot_, std::nullopt); }
  // The reveal of a node, or a finger that moved: another frame is wanted.
  bool wants_frame() const { return wants_frame_; }
  base::SteadyTime next_deadline() const { return next_deadline_; }
  const std::string& failure() const { return failure_; }

 private:
  enum class Done { yes, waiting, failed };
  Done run(const ScriptLine& line, const World& world);
  Done tap(const std::string& id, const World& world, bool lift);
  Done type(const std::string& text, const World& world);
  Done drag(const command::Drag& drag, const World& world);
  Done pinch(const command::Pinch& pinch, const World& world);
  bool fail(const ScriptLine& line, const std::string& why);

  std::vector<ScriptLine> lines_;
  std::string file_name_;
  std::size_t at_ = 0;
  bool begun_ = false;
  int step_ = 0;
  std::size_t typed_ = 0;  // bytes of the text that are typed
  std::vector<ui::KeyTouch> touches_;  // still to do for the next letter
  bool finger_down_ = false;
  base::Point finger_;
  base::SteadyTime since_{};
  base::SteadyTime next_deadline_{};
  bool wants_frame_ = false;
  std::optional<std::filesystem::path> shot_;
  std::string failure_;
};

}  // namespace kiosk::app
