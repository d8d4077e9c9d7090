// The last good content survives a broken edit, a kill at any point, and costs no second copy of the photos.
#include <sys/stat.h>

#include <cstdlib>

#include "sample.h"

using namespace kiosk::content;
using kiosk::content::testing::ContentFolder;
using kiosk::content::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string title_in(const fs::path& folder) {
  const LoadResult loaded = load(folder, asset_folder());
  REQUIRE(loaded.content);
  return loaded.content->catalogue.event.name.in(kiosk::base::Language::english);
}

// Keeps "Open day", then changes the folder to "Second day" without keeping it.
struct KeptOnce {
  ContentFolder folder;
  TemporaryFolder data;
  fs::path kept = data.path() / "content-last-good";
  fs::path fresh = data.path() / "content-last-good.new";
  fs::path old = data.path() / "content-last-good.old";

  KeptOnce() {
    REQUIRE(keep(folder.path(), data.path()));
    folder.replace("event.toml", "Open day", "Second day");
  }
};

}  // namespace

TEST_CASE("nothing is kept before the first good load") {
  const TemporaryFolder data;
  CHECK_FALSE(kept_folder(data.path()));
}

TEST_CASE("what is kept is whole: it loads without a word, photos included, and nothing else is copied") {
  const ContentFolder folder;
  const TemporaryFolder data;
  folder.write("images/unused.jpg", "large");
  folder.write("programs/zellige - Copie.toml", "a copy");
  folder.write("notes.txt", "to do");
  REQUIRE(keep(folder.path(), data.path()));
  const auto kept = kept_folder(data.path());
  REQUIRE(kept);
  const LoadResult loaded = load(*kept, asset_folder());
  CHECK(loaded.issues.empty());
  REQUIRE(loaded.content);
  CHECK(loaded.content->catalogue.program("zellige")->photos[0] == *kept / "images/zellige/1.jpg");
  CHECK_FALSE(fs::exists(*kept / "images/unused.jpg"));
  CHECK_FALSE(fs::exists(*kept / "notes.txt"));
}

TEST_CASE("the next good content takes the place of the last") {
  const KeptOnce once;
  REQUIRE(keep(once.folder.path(), once.data.path()));
  CHECK(title_in(*kept_folder(once.data.path())) == "Second day");
  CHECK_FALSE(fs::exists(once.fresh));
  CHECK_FALSE(fs::exists(once.old));
}

TEST_CASE("content with errors is not kept and leaves the last one alone") {
  const KeptOnce once;
  once.folder.replace("event.toml", "[screen]", "[screen");
  const auto outcome = keep(once.folder.path(), once.data.path());
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().remedy == "Correct what `kiosk check` names.");
  CHECK(title_in(*kept_folder(once.data.path())) == "Open day");
  CHECK_FALSE(fs::exists(once.fresh));
}

TEST_CASE("a photo that has not changed is not copied again, one that has is") {
  const KeptOnce once;
  const fs::path photo = once.kept / "images/zellige/1.jpg";
  const auto inode = [&] {
    struct stat info {};
    REQUIRE(::stat(photo.c_str(), &info) == 0);
    return info.st_ino;
  };
  const auto first = inode();
  REQUIRE(keep(once.folder.path(), once.data.path()));
  CHECK(inode() == first);
  once.folder.write("images/zellige/1.jpg", "another photo");
  REQUIRE(keep(once.folder.path(), once.data.path()));
  CHECK(inode() != first);
  CHECK(fs::file_size(photo) == 13);
}

TEST_CASE("killed while copying: the last content is named, the half copy is swept away next time") {
  const KeptOnce once;
  fs::create_directories(once.fresh / "programs");
  fs::copy_file(once.folder.path() / "event.toml", once.fresh / "event.toml");
  CHECK(title_in(*kept_folder(once.data.path())) == "Open day");
  REQUIRE(keep(once.folder.path(), once.data.path()));
  CHECK(title_in(*kept_folder(once.data.path())) == "Second day");
}

TEST_CASE("killed between the two renames: the old content is still named, and put back next time") {
  const KeptOnce once;
  fs::rename(once.kept, once.old);
  fs::create_directories(once.fresh);
  CHECK(title_in(*kept_folder(once.data.path())) == "Open day");

  once.folder.replace("event.toml", "[screen]", "[screen");
  REQUIRE_FALSE(keep(once.folder.path(), once.data.path()));
  CHECK(kept_folder(once.data.path()) == once.kept);
  CHECK(title_in(once.kept) == "Open day");
}

TEST_CASE("killed before the old content was removed: the new one is named") {
  const KeptOnce once;
  fs::copy(once.kept, once.old, fs::copy_options::recursive);
  REQUIRE(keep(once.folder.path(), once.data.path()));
  CHECK(title_in(*kept_folder(once.data.path())) == "Second day");
  CHECK_FALSE(fs::exists(once.old));
}

TEST_CASE("running on what is kept keeps it as it is") {
  const KeptOnce once;
  fs::rename(once.kept, once.old);
  REQUIRE(keep(once.old, once.data.path()));
  CHECK(title_in(once.old) == "Open day");
}

TEST_CASE("a data folder that cannot be written is an error with a remedy") {
  const ContentFolder folder;
  const auto outcome = keep(folder.path(), "/proc/nowhere");
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().remedy == "Check that the data folder may be written and has free space.");
}
