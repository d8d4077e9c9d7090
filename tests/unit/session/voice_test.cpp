// What is heard belongs to its page and ends with it (V22).
#include <doctest/doctest.h>

#include <functional>

#include "session/session.h"

using namespace kiosk;
using namespace std::chrono_literals;
using session::ScreenId;
using session::Session;
namespace intent = session::intent;
namespace effect = session::effect;

namespace {

struct Listener {
  model::Catalogue catalogue;
  Session session;
  std::vector<std::string> world;  // what it was told: "play a.ogg", "stop"
  base::SteadyTime now{};

  Listener() {
    for (const char* id : {"silver", "zellige"}) {
      model::Program program;
      program.id = id;
      catalogue.programs.push_back(program);
    }
    catalogue.programs[1].voices = {{"ary", "/zellige/voice.ary.ogg"}, {"shi", "/zellige/voice.shi.ogg"}};
    does(intent::Begin{base::Language::arabic, "key"});
    does(intent::Open{ScreenId::program, "zellige"});
  }
  Listener& does(const session::Intent& what) {
    session::Stepped stepped = session::step(session, what, catalogue, now);
    session = stepped.session;
    for (const session::Effect& one : stepped.effects) {
      if (const auto* play = std::get_if<effect::PlayVoice>(&one)) world.push_back("play " + play->file.filename().string());
      if (std::holds_alternative<effect::StopVoice>(one)) world.push_back("stop");
    }
    return *this;
  }
  Listener& listens() { return does(intent::ToggleVoice{"shi"}); }
};

using World = std::vector<std::string>;

}  // namespace

TEST_CASE("one touch plays, the same again stops, another language takes its place") {
  Listener visitor;
  visitor.listens();
  CHECK(visitor.session.voice == "shi");
  visitor.does(intent::ToggleVoice{"ary"});
  CHECK(visitor.session.voice == "ary");
  visitor.does(intent::ToggleVoice{"ary"});
  CHECK(visitor.session.voice.empty());
  CHECK(visitor.world == World{"play voice.shi.ogg", "play voice.ary.ogg", "stop"});
}

TEST_CASE("only what the program on screen has can be heard") {
  Listener visitor;
  visitor.does(intent::ToggleVoice{"fr"}).does(intent::ToggleVoice{""});
  visitor.does(intent::Open{ScreenId::program, "silver"}).listens();
  visitor.does(intent::Open{ScreenId::home, {}}).listens();
  visitor.does(intent::Done{}).listens();
  CHECK(visitor.session.voice.empty());
  CHECK(visitor.world.empty());
}

TEST_CASE("it ends with the page and with the visit, each time once") {
  const std::vector<std::pair<const char*, std::function<void(Listener&)>>> ways{
      {"back", [](Listener& one) { one.does(intent::Back{}); }},
      {"home", [](Listener& one) { one.does(intent::Open{ScreenId::home, {}}); }},
      {"another program", [](Listener& one) { one.does(intent::Open{ScreenId::program, "silver"}); }},
      {"I'm done", [](Listener& one) { one.does(intent::Done{}); }},
      {"the kiosk ends", [](Listener& one) { one.does(intent::Closed{}); }},
      {"staff", [](Listener& one) { one.does(intent::OpenStaff{}); }},
      {"the recording is taken away",
       [](Listener& one) {
         one.catalogue.programs[1].voices.pop_back();
         one.does(intent::ContentChanged{base::Language::arabic, false});
       }},
      {"the program is taken away",
       [](Listener& one) {
         one.catalogue.programs.pop_back();
         one.does(intent::ContentChanged{base::Language::arabic, false});
       }},
  };
  for (const auto& [name, leave] : ways) {
    CAPTURE(name);
    Listener visitor;
    visitor.listens();
    leave(visitor);
    visitor.does(intent::Tick{});
    CHECK(visitor.session.voice.empty());
    CHECK(visitor.world == World{"play voice.shi.ogg", "stop"});
  }
}

TEST_CASE("it goes on while the visitor stays: hearts, language, comfort, other content") {
  Listener visitor;
  visitor.listens().does(intent::ToggleHeart{session::HeartKind::program, "zellige"}).does(intent::ChooseLanguage{base::Language::french});
  visitor.does(intent::OpenComfort{}).does(intent::CloseSheet{}).does(intent::ContentChanged{base::Language::arabic, false});
  CHECK(visitor.session.voice == "shi");
  CHECK(visitor.world == World{"play voice.shi.ogg"});
}

TEST_CASE("whoever listens is there: the countdown waits for the end of the recording and begins anew from it") {
  const session::IdleRules rules;
  Listener visitor;
  visitor.listens();
  visitor.now += 290s;
  visitor.does(intent::Tick{});
  CHECK(visitor.session.sheet == session::Sheet::none);
  visitor.does(intent::VoiceEnded{});
  CHECK(visitor.session.voice.empty());
  CHECK(session::next_deadline(visitor.session, visitor.now) == visitor.now + rules.until_countdown);
  visitor.now += rules.until_countdown;
  visitor.does(intent::Tick{});
  CHECK(visitor.session.sheet == session::Sheet::idle);
}

TEST_CASE("a recording whose end is never told ends with the idle visitor") {
  const session::IdleRules rules;
  Listener visitor;
  visitor.listens();
  visitor.now += rules.until_countdown_listening;
  visitor.does(intent::Tick{});
  CHECK(visitor.session.sheet == session::Sheet::idle);
  visitor.now += rules.countdown;
  visitor.does(intent::Tick{});
  CHECK(visitor.session.visit.empty());
  CHECK(visitor.world == World{"play voice.shi.ogg", "stop"});
}

TEST_CASE("an end that is told when nothing is heard changes nothing") {
  Listener visitor;
  const Session before = visitor.session;
  visitor.now += 5s;
  visitor.does(intent::VoiceEnded{});
  CHECK(visitor.session == before);
}
