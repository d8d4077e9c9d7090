// The language of --script.
#include <doctest/doctest.h>

#include "app/script.h"

using namespace kiosk;
using namespace std::chrono_literals;
namespace command = app::command;

namespace {

app::ScriptLine only(const std::string& text) {
  const auto lines = app::parse_script(text, "s");
  REQUIRE(lines.has_value());
  REQUIRE(lines->size() == 1);
  return lines->front();
}

}  // namespace

TEST_CASE("a tap names an id or a place") {
  CHECK(std::get<command::TapId>(only("tap nav.language.ar").what).id == "nav.language.ar");
  CHECK(std::get<command::TapAt>(only("tap 120,45").what).at == base::Point{120, 45});
}

TEST_CASE("a drag has two places and a time") {
  const auto drag = std::get<command::Drag>(only("drag 10,20 30,40 250").what);
  CHECK(drag.from == base::Point{10, 20});
  CHECK(drag.to == base::Point{30, 40});
  CHECK(drag.time == 250ms);
}

TEST_CASE("a pinch has a place, two distances and a time") {
  const auto pinch = std::get<command::Pinch>(only("pinch 900,500 120 480 300").what);
  CHECK(pinch.centre == base::Point{900, 500});
  CHECK(pinch.from_px == 120);
  CHECK(pinch.to_px == 480);
  CHECK(pinch.time == 300ms);
}

TEST_CASE("expected texts keep their spaces and their script") {
  CHECK(std::get<command::ExpectText>(only("expect text  الزليج المغربي ").what).text == "الزليج المغربي");
  CHECK(std::get<command::ExpectScreen>(only("expect screen program_list").what).screen == "program_list");
}

TEST_CASE("comments, empty lines and Windows line ends are no commands, and lines keep their numbers") {
  const auto lines = app::parse_script("# begin\r\n\r\nwait 20\r\nquit", "s");
  REQUIRE(lines.has_value());
  REQUIRE(lines->size() == 2);
  CHECK((*lines)[0].number == 3);
  CHECK((*lines)[1].number == 4);
}

TEST_CASE("a line that is no command is named with its number") {
  for (const char* text : {"tap", "drag 1,2 3,4", "drag 1,2 3 100", "wait soon", "wait -5", "expect", "expect joy x", "quit now", "shot", "pinch 1,2 3 4", "dance"}) {
    CAPTURE(text);
    const auto lines = app::parse_script(std::string("wait 1\n") + text + "\n", "visit.txt");
    REQUIRE_FALSE(lines.has_value());
    CHECK(lines.error().message.find("visit.txt:2: error: not a command: ") == 0);
    CHECK_FALSE(lines.error().remedy.empty());
  }
}
