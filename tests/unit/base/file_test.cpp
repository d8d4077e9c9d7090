// Files read whole and replaced atomically.
#include "base/file.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "support/process.h"

using namespace kiosk;
using base::Durability;
using tests::TempFolder;

TEST_CASE("a file comes back as it was written, empty and binary ones too") {
  const TempFolder folder;
  for (const std::string& bytes : {std::string(), std::string("زليج\n"), std::string("\0\xff\r\n", 4)}) {
    REQUIRE(base::write_file_atomically(folder / "f", bytes, Durability::sync_to_disk).has_value());
    CHECK(base::read_file(folder / "f", 100).value() == bytes);
  }
}

TEST_CASE("what is not a readable file of a fitting size is refused with its name and a remedy") {
  const TempFolder folder;
  folder.write("large", std::string(11, 'x'));
  ::mkfifo((folder / "fifo").c_str(), 0600);
  for (const char* name : {"missing", "large", "fifo", "."}) {
    CAPTURE(name);
    const auto read = base::read_file(folder / name, 10);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().message.find(name) != std::string::npos);
    CHECK_FALSE(read.error().remedy.empty());
  }
}

TEST_CASE("a write that fails leaves the old bytes and no temporary file") {
  const TempFolder folder;
  folder.write("f", "old");
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit old{};
  getrlimit(RLIMIT_FSIZE, &old);
  rlimit small = old;
  small.rlim_cur = 100;
  setrlimit(RLIMIT_FSIZE, &small);
  const auto written = base::write_file_atomically(folder / "f", std::string(1000, 'n'), Durability::replace_only);
  setrlimit(RLIMIT_FSIZE, &old);
  CHECK_FALSE(written.has_value());
  CHECK(tests::slurp(folder / "f") == "old");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a folder that is not there is named") {
  const TempFolder folder;
  const auto written = base::write_file_atomically(folder / "no" / "f", "x", Durability::replace_only);
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().message.find("no/f") != std::string::npos);
}

TEST_CASE("a link that somebody planted under the temporary name is not written through") {
  const TempFolder folder;
  folder.write("elsewhere", "theirs");
  const std::string planted = (folder / "f").string() + "." + std::to_string(::getpid()) + ".tmp";
  REQUIRE(::symlink((folder / "elsewhere").c_str(), planted.c_str()) == 0);
  REQUIRE(base::write_file_atomically(folder / "f", "ours", Durability::replace_only).has_value());
  CHECK(tests::slurp(folder / "elsewhere") == "theirs");
  CHECK(tests::slurp(folder / "f") == "ours");
  CHECK_FALSE(std::filesystem::is_symlink(folder / "f"));
}
