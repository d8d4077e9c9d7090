// Listening to a program: from the touch to the end of the recording, and how its control lies on the page.
#include <doctest/doctest.h>

#include "app/preview.h"
#include "app/sound.h"
#include "app/visitor.h"
#include "support/ogg.h"
#include "support/sample_content.h"

using namespace kiosk;
using namespace std::chrono_literals;
namespace intent = session::intent;

namespace {

// The sample content with these recordings of zellige.
std::shared_ptr<const content::Content> with_voices(std::vector<model::Voice> voices) {
  content::Content loaded = tests::load_sample();
  for (model::Program& program : loaded.catalogue.programs) {
    if (program.id == "zellige") program.voices = std::move(voices);
  }
  return std::make_shared<const content::Content>(std::move(loaded));
}

const screens::VoiceControl& control(app::Visitor& visitor, std::size_t index) { return std::get<screens::ProgramView>(visitor.view()->body).voices.at(index); }

const ui::Node* find(const ui::Frame& frame, std::string_view id) {
  for (const ui::Node& node : frame.nodes()) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a touch plays, the button stops, and the end of the recording gives it back") {
  const tests::TempFolder folder;
  tests::record(folder, {0.5, 0.8}, "shi.ogg");
  const auto content = with_voices({{"ary", folder / "shi.ogg"}, {"shi", folder / "shi.ogg"}});
  const base::SystemClock clock;
  app::Sound sound({}, KIOSK_PROGRAM, "null");
  app::Visitor visitor(content, clock, nullptr, {{}, {}, {}, {}, {}, &sound});
  visitor.apply(intent::Begin{base::Language::english, {}});
  visitor.apply(intent::Open{session::ScreenId::program, "zellige"});
  CHECK(control(visitor, 1).id == "listen.shi");
  CHECK(control(visitor, 1).label.text == "Listen · Tachelhit");
  visitor.apply(intent::ToggleVoice{"shi"});
  CHECK(control(visitor, 1).playing);
  CHECK_FALSE(control(visitor, 0).playing);
  CHECK(control(visitor, 1).label.text == "Stop · Tachelhit");
  visitor.view();
  const std::uint64_t version = visitor.version();
  float loudest = 0;
  while (sound.state() == app::SoundState::playing) {
    visitor.tick();
    visitor.view();
    loudest = std::max(loudest, visitor.sound_level());
    std::this_thread::sleep_for(5ms);
  }
  CHECK(loudest > 0.5F);
  CHECK(visitor.version() == version);  // the level makes no view anew
  visitor.tick();
  CHECK_FALSE(control(visitor, 1).playing);
  CHECK(visitor.sound_level() == 0);
}

TEST_CASE("a language that the kiosk has no word for goes by its code") {
  const auto content = with_voices({{"es", "/zellige/voice.es.ogg"}, {"shi", "/zellige/voice.shi.ogg"}});
  const base::SystemClock clock;
  app::Visitor visitor(content, clock, nullptr, {});
  visitor.apply(intent::Begin{base::Language::english, {}});
  visitor.apply(intent::Open{session::ScreenId::program, "zellige"});
  CHECK(control(visitor, 0).label.text == "Listen · " + locale::isolate_left_to_right("es"));
}

TEST_CASE("the visit's end is the sound's") {
  const tests::TempFolder folder;
  tests::record(folder, {20}, "shi.ogg");
  const auto content = with_voices({{"ary", folder / "shi.ogg"}, {"shi", folder / "shi.ogg"}});
  const base::SystemClock clock;
  app::Sound sound({}, KIOSK_PROGRAM, "null");
  app::Visitor visitor(content, clock, nullptr, {{}, {}, {}, {}, {}, &sound});
  visitor.apply(intent::Begin{base::Language::arabic, {}});
  visitor.apply(intent::Open{session::ScreenId::program, "zellige"});
  visitor.apply(intent::ToggleVoice{"shi"});
  CHECK(sound.state() == app::SoundState::playing);
  visitor.apply(intent::Done{});
  CHECK(sound.state() == app::SoundState::idle);
}

TEST_CASE("a kiosk without a sound device gives the button back without a word") {
  const tests::TempFolder folder;
  tests::record(folder, {20}, "shi.ogg");
  const auto content = with_voices({{"ary", folder / "shi.ogg"}, {"shi", folder / "shi.ogg"}});
  const base::SystemClock clock;
  app::Sound sound({}, KIOSK_PROGRAM, "there-is-no-such-device");
  app::Visitor visitor(content, clock, nullptr, {{}, {}, {}, {}, {}, &sound});
  visitor.apply(intent::Begin{base::Language::arabic, {}});
  visitor.apply(intent::Open{session::ScreenId::program, "zellige"});
  visitor.apply(intent::ToggleVoice{"shi"});
  while (sound.state() == app::SoundState::playing) std::this_thread::sleep_for(2ms);
  visitor.tick();
  CHECK_FALSE(control(visitor, 1).playing);
  CHECK(visitor.session().place.screen == session::ScreenId::program);
}

TEST_CASE("the controls are whole, large enough and apart in every language, window and text size") {
  const auto content = with_voices({{"ary", "/zellige/voice.ary.ogg"}, {"shi", "/zellige/voice.shi.ogg"}});
  app::NoPictures pictures;
  const auto stage = std::move(*app::Stage::create(pictures));
  app::Preview preview(*stage, *content);
  for (const base::Language language : {base::Language::arabic, base::Language::french, base::Language::english}) {
    for (const base::Size window : {base::Size{1920, 1080}, {1080, 1920}, {3840, 2160}}) {
      for (const session::TextSize size : {session::TextSize::normal, session::TextSize::largest}) {
        app::NamedState state{"program", {}, 10h, {}, model::DayMode::free_visit, {}};
        state.session.visit = "preview";
        state.session.place = {session::ScreenId::program, "zellige"};
        state.session.comfort.text_size = size;
        state.session.voice = "shi";
        preview.set(state, language);
        preview.build(window);
        CAPTURE(base::code(language));
        CAPTURE(window.width);
        const ui::Metrics& metrics = stage->frame().metrics();
        const ui::Node* heart = find(stage->frame(), "heart.zellige");
        const ui::Node* ary = find(stage->frame(), "listen.ary");
        const ui::Node* shi = find(stage->frame(), "listen.shi");
        REQUIRE(heart != nullptr);
        REQUIRE(ary != nullptr);
        REQUIRE(shi != nullptr);
        CHECK(shi->selected);
        CHECK_FALSE(ary->selected);
        CHECK(ary->whole.y - heart->whole.bottom() >= 3 * metrics.mm - 1);
        CHECK(shi->whole.y - ary->whole.bottom() >= 3 * metrics.mm - 1);
        for (const ui::Node* node : {ary, shi}) {
          CHECK_FALSE(node->ellipsized);
          CHECK(std::min(node->whole.width, node->whole.height) >= metrics.touch - 1);
        }
      }
    }
  }
}

TEST_CASE("only a page on which something is heard asks for the next frame") {
  const auto content = with_voices({{"ary", "/zellige/voice.ary.ogg"}, {"shi", "/zellige/voice.shi.ogg"}});
  app::NoPictures pictures;
  const auto stage = std::move(*app::Stage::create(pictures));
  app::Preview preview(*stage, *content);
  const auto asks = [&](const std::string& voice, bool reduced_motion) {
    app::NamedState state{"program", {}, 10h, {}, model::DayMode::free_visit, {}};
    state.session.visit = "preview";
    state.session.place = {session::ScreenId::program, "zellige"};
    state.session.comfort.reduced_motion = reduced_motion;
    state.session.voice = voice;
    preview.set(state, base::Language::french);
    preview.build({1920, 1080});
    return stage->frame().wanted_frame().has_value();
  };
  CHECK_FALSE(asks("", false));
  CHECK(asks("shi", false));
  CHECK_FALSE(asks("shi", true));
}
