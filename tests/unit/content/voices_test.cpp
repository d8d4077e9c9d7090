// Recordings beside a program's file (V22): found by name, kept with the content, followed while the kiosk runs.
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "content/reloader.h"
#include "sample.h"

using namespace kiosk::content;
using namespace std::chrono_literals;
using kiosk::content::testing::ContentFolder;
using kiosk::content::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string voices_of(const LoadResult& loaded) {
  REQUIRE(loaded.content.has_value());
  std::string languages;
  for (const kiosk::model::Voice& voice : loaded.content->catalogue.program("zellige")->voices) languages += voice.language + " ";
  return languages;
}

}  // namespace

TEST_CASE("a recording beside the program's file is the program's, in its language") {
  const ContentFolder folder;
  folder.write("programs/zellige/voice.shi.ogg", "sound");
  folder.write("programs/zellige/voice.ar.ogg", "sound");
  folder.write("programs/zellige/notes.txt", "ask Fatima for the Darija one");
  folder.write("programs/zellige/.voice.fr.ogg.part", "half");
  const LoadResult loaded = folder.load();
  CHECK(folder.problems().empty());
  CHECK(voices_of(loaded) == "ar shi ");
  CHECK(loaded.content->catalogue.program("zellige")->voices[1].file == folder.path() / "programs/zellige/voice.shi.ogg");
  CHECK(loaded.content->catalogue.program("art-joinery")->voices.empty());
}

TEST_CASE("a recording of another name is told with the name it should have") {
  for (const char* name : {"voice.ogg", "voice..ogg", "voice.s.ogg", "voice.shil.ogg", "voice.SHI.ogg", "voice.shi.OGG", "voice.s-i.ogg", "tachelhit.ogg",
                           "voice.shi.mp3", "voice.shi.wav"}) {
    CAPTURE(name);
    const ContentFolder folder;
    folder.write(fs::path("programs/zellige") / name, "sound");
    CHECK(voices_of(folder.load()).empty());
    const std::string problems = folder.problems();
    CHECK(problems.starts_with("programs/zellige/" + std::string(name) + ": warning: the kiosk does not play this file\n"));
    CHECK(problems.find("voice.shi.ogg for Tachelhit") != std::string::npos);
  }
}

TEST_CASE("a recording that is too large is left out with a warning") {
  const ContentFolder folder;
  folder.write("programs/zellige/voice.shi.ogg", "");
  fs::resize_file(folder.path() / "programs/zellige/voice.shi.ogg", 20U * 1024 * 1024);
  CHECK(voices_of(folder.load()) == "shi ");
  fs::resize_file(folder.path() / "programs/zellige/voice.shi.ogg", 20U * 1024 * 1024 + 1);
  CHECK(voices_of(folder.load()).empty());
  CHECK(folder.problems().find("programs/zellige/voice.shi.ogg: warning: the recording is larger than 20 MB") == 0);
}

TEST_CASE("no other file of the machine is played, and nothing but files") {
  const ContentFolder folder;
  const TemporaryFolder elsewhere;
  std::ofstream(elsewhere.path() / "secret.ogg") << "sound";
  fs::create_directories(folder.path() / "programs/zellige/voice.fr.ogg");
  fs::create_symlink(elsewhere.path() / "secret.ogg", folder.path() / "programs/zellige/voice.shi.ogg");
  fs::create_symlink(elsewhere.path() / "nothing.ogg", folder.path() / "programs/zellige/voice.ary.ogg");
  CHECK(voices_of(folder.load()).empty());
  const std::string problems = folder.problems();
  CHECK(problems.find("voice.shi.ogg: warning: the recording is a link that leads out of programs/") != std::string::npos);
  CHECK(problems.find("voice.ary.ogg: warning: the recording is a link that leads out of programs/") != std::string::npos);
  CHECK(problems.find("voice.fr.ogg: warning: the recording is not a plain file") != std::string::npos);
}

TEST_CASE("recordings in a folder that is no program's are told with the name that was meant") {
  const ContentFolder folder;
  folder.write("programs/zelige/voice.shi.ogg", "sound");
  folder.write("programs/drafts/notes.txt", "nothing to hear");
  CHECK(folder.problems() == "programs/zelige: warning: there are recordings of a program that does not exist\n  Did you mean 'zellige'?\n");
}

TEST_CASE("recordings are kept with the last good content, others are not") {
  const ContentFolder folder;
  const TemporaryFolder data;
  folder.write("programs/zellige/voice.shi.ogg", "sound");
  folder.write("programs/zellige/tachelhit.ogg", "sound");
  REQUIRE(keep(folder.path(), data.path()));
  const fs::path kept = *kept_folder(data.path());
  CHECK(voices_of(load(kept, asset_folder())) == "shi ");
  CHECK_FALSE(fs::exists(kept / "programs/zellige/tachelhit.ogg"));
  folder.replace("event.toml", "Open day", "Second day");
  REQUIRE(keep(folder.path(), data.path()));
  CHECK(voices_of(load(kept, asset_folder())) == "shi ");
}

TEST_CASE("a recording dropped into the folder of a running kiosk is there, and gone when it is taken away") {
  const ContentFolder folder;
  std::mutex mutex;
  std::condition_variable came;
  std::string latest = "none yet";
  const auto started = Reloader::start(folder.path(), folder.read_files(), [&](const LoadResult& loaded) {
    const std::lock_guard guard(mutex);
    latest = voices_of(loaded);
    came.notify_all();
  });
  REQUIRE(started.has_value());
  const auto comes_to = [&](const std::string& wanted) {
    std::unique_lock guard(mutex);
    return came.wait_for(guard, 10s, [&] { return latest == wanted; });
  };
  folder.write("programs/zellige/voice.shi.ogg", "sound");
  CHECK(comes_to("shi "));
  folder.remove("programs/zellige/voice.shi.ogg");
  CHECK(comes_to(""));
}
