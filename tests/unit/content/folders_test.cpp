// Which folder the kiosk shows.
#include <cstdlib>

#include "sample.h"

using namespace kiosk::content;
using kiosk::content::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

// Sets a variable and the working folder for one test.
class Surroundings {
 public:
  explicit Surroundings(const fs::path& working_folder) : before_(fs::current_path()) {
    ::unsetenv("KIOSK_CONTENT");
    fs::current_path(working_folder);
  }
  ~Surroundings() {
    ::unsetenv("KIOSK_CONTENT");
    fs::current_path(before_);
  }

 private:
  fs::path before_;
};

}  // namespace

TEST_CASE("the folder asked for comes before all others") {
  const TemporaryFolder folder;
  const Surroundings surroundings(folder.path());
  ::setenv("KIOSK_CONTENT", "/", 1);
  CHECK(find_folder(folder.path()) == folder.path());
}

TEST_CASE("a folder asked for that is not there is an error, never another folder") {
  const TemporaryFolder folder;
  const Surroundings surroundings(folder.path());
  fs::create_directory("config");
  CHECK(find_folder(folder.path() / "nowhere").error().remedy == "Check the path given with --content.");
  ::setenv("KIOSK_CONTENT", "/nowhere", 1);
  CHECK(find_folder(std::nullopt).error().remedy == "Correct or unset the variable KIOSK_CONTENT.");
}

TEST_CASE("then come the variable, ./config and the sample that came with the program") {
  const TemporaryFolder folder;
  const Surroundings surroundings(folder.path());
  if (!fs::exists("/etc/kiosk")) CHECK(fs::equivalent(*find_folder(std::nullopt), fs::path(KIOSK_SOURCE_DIR) / "config"));
  fs::create_directory("config");
  CHECK(find_folder(std::nullopt) == fs::path("config"));
  ::setenv("KIOSK_CONTENT", "/", 1);
  CHECK(find_folder(std::nullopt) == fs::path("/"));
}

TEST_CASE("the kiosk's own pictures are found from where the program is") {
  CHECK(fs::equivalent(asset_folder(), fs::path(KIOSK_SOURCE_DIR) / "assets"));
  CHECK(fs::is_regular_file(asset_folder() / "scenes/clay.svg"));
}
