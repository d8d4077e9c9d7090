// What an operator saves while the kiosk runs: one change each, whatever the editor's habits, and never half of one.
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>

#include "content/reloader.h"
#include "sample.h"

using namespace kiosk::content;
using namespace std::chrono_literals;
using kiosk::content::testing::ContentFolder;
namespace fs = std::filesystem;

namespace {

// What the reloader tells, as the drawing thread would take it.
class Told {
 public:
  void put(LoadResult loaded) {
    {
      const std::lock_guard guard(mutex_);
      latest_ = std::move(loaded);
      ++count_;
    }
    came_.notify_all();
  }
  // Waits for the next; nothing when none came in `limit`.
  std::optional<LoadResult> next(std::chrono::milliseconds limit = 10s) {
    std::unique_lock guard(mutex_);
    if (!came_.wait_for(guard, limit, [this] { return latest_.has_value(); })) return std::nullopt;
    return std::exchange(latest_, std::nullopt);
  }
  int count() {
    const std::lock_guard guard(mutex_);
    return count_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::optional<LoadResult> latest_;
  int count_ = 0;
};

struct Running {
  ContentFolder folder;
  Told told;
  std::unique_ptr<Reloader> reloader;

  Running() {
    auto started = Reloader::start(folder.path(), folder.read_files(), [this](LoadResult loaded) { told.put(std::move(loaded)); });
    REQUIRE(started.has_value());
    reloader = std::move(*started);
  }
  std::string event_after_change() {
    const auto loaded = told.next();
    REQUIRE(loaded.has_value());
    for (const Issue& issue : loaded->issues) MESSAGE(describe(issue));
    REQUIRE(loaded->content.has_value());
    return loaded->content->catalogue.event.name.in(kiosk::base::Language::english);
  }
};

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

constexpr auto kNothingComes = 600ms;

}  // namespace

TEST_CASE("a file written in place is read again") {
  Running kiosk;
  kiosk.folder.replace("event.toml", "Open day", "Second day");
  CHECK(kiosk.event_after_change() == "Second day");
}

TEST_CASE("a file written beside and renamed over is read again, and the editor's own files are no change") {
  Running kiosk;
  const fs::path file = kiosk.folder.path() / "event.toml";
  const std::string text = read(file);
  kiosk.folder.write(".event.toml.swp", "swap");
  kiosk.folder.write("4913", "");
  CHECK_FALSE(kiosk.told.next(kNothingComes).has_value());
  kiosk.folder.write("event.toml~", text);
  kiosk.folder.write(".event.new", with(text, "Open day", "Second day"));
  fs::rename(kiosk.folder.path() / ".event.new", file);
  CHECK(kiosk.event_after_change() == "Second day");
}

TEST_CASE("a file that is moved to a back-up and written anew is one change") {
  Running kiosk;
  const fs::path file = kiosk.folder.path() / "event.toml";
  const std::string text = read(file);
  fs::rename(file, kiosk.folder.path() / "event.toml~");
  kiosk.folder.write("event.toml", with(text, "Open day", "Second day"));
  fs::remove(kiosk.folder.path() / "event.toml~");
  CHECK(kiosk.event_after_change() == "Second day");
  CHECK_FALSE(kiosk.told.next(kNothingComes).has_value());
  CHECK(kiosk.told.count() == 1);
}

TEST_CASE("a file that stands half-written is waited for, even where its half would pass") {
  Running kiosk;
  const fs::path file = kiosk.folder.path() / "workshops.toml";
  const std::string text = read(file);
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
  REQUIRE(descriptor >= 0);
  const std::string comment = "# moved at noon\n";
  REQUIRE(::write(descriptor, comment.data(), comment.size()) == static_cast<ssize_t>(comment.size()));
  CHECK_FALSE(kiosk.told.next(kNothingComes).has_value());
  REQUIRE(::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  ::close(descriptor);
  const auto loaded = kiosk.told.next();
  REQUIRE(loaded.has_value());
  REQUIRE(loaded->content.has_value());
  CHECK_FALSE(loaded->content->catalogue.workshops.empty());
}

TEST_CASE("a mistake is told with its line and nothing takes the place of what is shown; the correction does") {
  Running kiosk;
  const std::string text = read(kiosk.folder.path() / "event.toml");
  kiosk.folder.write("event.toml", text + "\nname = [\n");
  const auto refused = kiosk.told.next();
  REQUIRE(refused.has_value());
  CHECK_FALSE(refused->content.has_value());
  REQUIRE_FALSE(refused->issues.empty());
  CHECK(refused->issues.front().file == "event.toml");
  CHECK(refused->issues.front().line >= 20);
  kiosk.folder.write("event.toml", with(text, "Open day", "Second day"));
  CHECK(kiosk.event_after_change() == "Second day");
}

TEST_CASE("a file that is gone is told by its name, though the content would pass without it") {
  Running kiosk;
  fs::remove(kiosk.folder.path() / "workshops.toml");
  const auto refused = kiosk.told.next();
  REQUIRE(refused.has_value());
  CHECK_FALSE(refused->content.has_value());
  REQUIRE_FALSE(refused->issues.empty());
  CHECK(refused->issues.back().file == "workshops.toml");
}

TEST_CASE("files that are never read come and go without holding up what is edited after them") {
  Running kiosk;
  const std::string text = read(kiosk.folder.path() / "programs/zellige.toml");
  for (const char* copy : {"programs/zellige (1).toml", "programs/zellige - Copie.toml", "programs/~$zellige.toml", "event (1).toml"}) {
    CAPTURE(copy);
    kiosk.folder.write(copy, text);
    const auto warned = kiosk.told.next();
    REQUIRE(warned.has_value());
    CHECK(warned->content.has_value());
    CHECK_FALSE(warned->issues.empty());
    kiosk.folder.remove(copy);
    const auto mended = kiosk.told.next();
    REQUIRE(mended.has_value());
    CHECK(mended->content.has_value());
    CHECK(mended->issues.empty());
  }
  kiosk.folder.replace("event.toml", "Open day", "Second day");
  CHECK(kiosk.event_after_change() == "Second day");
}

TEST_CASE("a file that a failed save emptied changes nothing on the screen and is told by its name") {
  Running kiosk;
  kiosk.folder.write("workshops.toml", "");
  const auto refused = kiosk.told.next();
  REQUIRE(refused.has_value());
  CHECK_FALSE(refused->content.has_value());
  REQUIRE_FALSE(refused->issues.empty());
  CHECK(refused->issues.back().file == "workshops.toml");
  CHECK(refused->issues.back().message == "the file was emptied while the kiosk is running");
  kiosk.reloader->read_now();
  const auto meant = kiosk.told.next();
  REQUIRE(meant.has_value());
  CHECK(meant->content.has_value());
}

TEST_CASE("many files that are gone at once are one happening") {
  Running kiosk;
  fs::rename(kiosk.folder.path() / "strings", kiosk.folder.path() / "images/strings");
  for (const char* file : {"workshops.toml", "attract.toml"}) fs::remove(kiosk.folder.path() / file);
  std::optional<LoadResult> refused = kiosk.told.next();
  while (auto later = kiosk.told.next(kNothingComes)) refused = std::move(later);
  REQUIRE(refused.has_value());
  REQUIRE_FALSE(refused->issues.empty());
  const Issue& issue = refused->issues.back();
  CHECK(issue.message == "5 files were removed or emptied while the kiosk is running: attract.toml, strings/ar.toml, strings/en.toml …");
  kiosk::content::testing::check_translated(issue.message);
  kiosk::content::testing::check_translated(issue.remedy);
}

TEST_CASE("a folder that goes away and comes back is read again") {
  Running kiosk;
  const fs::path away = kiosk.folder.path().string() + ".away";
  fs::rename(kiosk.folder.path(), away);
  const auto refused = kiosk.told.next();
  REQUIRE(refused.has_value());
  CHECK_FALSE(refused->content.has_value());
  fs::rename(away, kiosk.folder.path());
  CHECK(kiosk.event_after_change() == "Open day");
}

TEST_CASE("a folder of programs that is added later is watched as well") {
  Running kiosk;
  const std::string text = read(kiosk.folder.path() / "programs/zellige.toml");
  kiosk.folder.write("programs/zellige-two.toml", text);
  const auto added = kiosk.told.next();
  REQUIRE(added.has_value());
  REQUIRE(added->content.has_value());
  CHECK(added->content->catalogue.program("zellige-two") != nullptr);
}

TEST_CASE("a folder that is not there at the start is waited for, and read when it is asked for and when it comes") {
  ContentFolder folder;
  const fs::path away = folder.path().string() + ".away";
  fs::rename(folder.path(), away);
  Told told;
  auto started = Reloader::start(folder.path(), {}, [&](LoadResult loaded) { told.put(std::move(loaded)); });
  REQUIRE(started.has_value());
  // "Read the files again": staff are told that there is nothing yet.
  (*started)->read_now();
  const auto nothing = told.next();
  REQUIRE(nothing.has_value());
  CHECK_FALSE(nothing->content.has_value());
  REQUIRE_FALSE(nothing->issues.empty());
  CHECK(nothing->issues.front().message == "there is no such folder");
  fs::rename(away, folder.path());
  const auto come = told.next();
  REQUIRE(come.has_value());
  CHECK(come->content.has_value());
}

TEST_CASE("files that change while the watching begins find it whole") {
  ContentFolder folder;
  const std::string text = read(folder.path() / "event.toml");
  for (int round = 0; round < 40; ++round) {
    Told told;
    auto started = Reloader::start(folder.path(), folder.read_files(), [&](LoadResult loaded) { told.put(std::move(loaded)); });
    REQUIRE(started.has_value());
    (*started)->read_now();
    CHECK(told.next().has_value());
  }
}

TEST_CASE("a file that somebody holds open all day holds up no other: after some seconds everything is read as it stands") {
  Running kiosk;
  const fs::path held = kiosk.folder.path() / "workshops.toml";
  const int descriptor = ::open(held.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  REQUIRE(descriptor >= 0);
  const std::string comment = "# written and not closed\n";
  REQUIRE(::write(descriptor, comment.data(), comment.size()) == static_cast<ssize_t>(comment.size()));
  kiosk.folder.replace("event.toml", "Open day", "Second day");
  CHECK(kiosk.event_after_change() == "Second day");
  kiosk.folder.replace("event.toml", "Second day", "Third day");
  CHECK(kiosk.event_after_change() == "Third day");
  ::close(descriptor);
}
