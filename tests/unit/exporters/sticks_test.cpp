// Which mounts are sticks, and what is said when one is gone.
#include <doctest/doctest.h>

#include "exporters/sticks.h"
#include "support/process.h"
#include "support/tables.h"

using namespace kiosk;
using tests::TempFolder;

namespace {

// Lines as proc(5) shows them.
constexpr std::string_view kMounts =
    "22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw\n"
    "90 22 8:17 / /media/kiosk/KINGSTON rw,nosuid,nodev,relatime shared:40 - vfat /dev/sdb1 rw,uid=1000,utf8\n"
    "91 22 8:33 / /run/media/kiosk/Ma\\040cl\\303\\251 rw,nosuid shared:41 - exfat /dev/sdc1 rw\n"
    "92 22 11:0 / /media/cdrom ro,relatime shared:42 - iso9660 /dev/sr0 ro\n"
    "93 22 8:49 / /media/kiosk/LOCKED rw,relatime shared:43 - vfat /dev/sdd1 ro,uid=1000\n"
    "94 22 0:60 / /media/kiosk/KINGSTON/inner/deep rw - tmpfs tmpfs rw\n"
    "95 22 0:61 / /mediatheque rw - tmpfs tmpfs rw\n"
    "not a line of the table\n";

const std::vector<std::filesystem::path> kRoots{"/media", "/run/media"};

}  // namespace

TEST_CASE("sticks are what is mounted one or two folders below /media and /run/media") {
  const auto sticks = exporters::sticks_in(kMounts, kRoots);
  REQUIRE(sticks.size() == 4);
  CHECK(sticks[0].name == "KINGSTON");
  CHECK(sticks[0].writable);
  CHECK(sticks[1].folder == "/run/media/kiosk/Ma clé");
  CHECK(sticks[1].name == "Ma clé");
  CHECK(sticks[2].name == "cdrom");
  CHECK_FALSE(sticks[2].writable);
  CHECK(sticks[3].name == "LOCKED");
  CHECK_FALSE(sticks[3].writable);
}

TEST_CASE("a second mount on the same place is one stick, and a mount table that cannot be read has none") {
  const std::string line = "90 22 8:17 / /media/kiosk/A rw - vfat /dev/sdb1 rw\n";
  CHECK(exporters::sticks_in(line + line, kRoots).size() == 1);
  CHECK(exporters::sticks_in("", kRoots).empty());
}

TEST_CASE("a folder where no stick is mounted any more takes nothing: it would be the kiosk's own disk") {
  const TempFolder folder;
  const exporters::Table table = tests::table_of({{"a", 10}}, {{std::string("b")}});
  const auto done = exporters::export_to_stick(table, model::ExportFormat::csv, folder.path(), "leads", folder.path());
  CHECK(done.problem == model::ExportProblem::gone);
  CHECK_FALSE(done.reason.empty());
  CHECK_FALSE(std::filesystem::exists(folder / "leads.csv"));
}

TEST_CASE("no file that is on the stick is written over: the next free name is taken") {
  const TempFolder folder;
  folder.write("jusur-leads-1.csv", "of another kiosk");
  CHECK(exporters::take_free_name(folder.path(), "jusur-leads-1", ".csv").value() == "jusur-leads-1-2.csv");
  CHECK(exporters::take_free_name(folder.path(), "jusur-leads-1", ".csv").value() == "jusur-leads-1-3.csv");
  std::filesystem::create_symlink("elsewhere.csv", folder / "jusur-leads-2.csv");
  CHECK(exporters::take_free_name(folder.path(), "jusur-leads-2", ".csv").value() == "jusur-leads-2-2.csv");
  CHECK_FALSE(std::filesystem::exists(folder / "elsewhere.csv"));
  CHECK(tests::slurp(folder / "jusur-leads-1.csv") == "of another kiosk");
  CHECK_FALSE(exporters::take_free_name(folder / "gone", "jusur-leads-1", ".csv").has_value());
}

TEST_CASE("what an export left when its stick was pulled is taken away, and nothing else is") {
  const TempFolder folder;
  folder.write("jusur-leads-1.xlsx.4711.tmp", "every name");
  folder.write("jusur-leads-1.xlsx", "");
  for (const char* kept : {"jusur-leads-0.xlsx", "thesis.docx.tmp", "empty.csv"}) folder.write(kept, kept == std::string("empty.csv") ? "" : "theirs");
  exporters::remove_unfinished_exports(folder.path());
  CHECK_FALSE(std::filesystem::exists(folder / "jusur-leads-1.xlsx.4711.tmp"));
  CHECK_FALSE(std::filesystem::exists(folder / "jusur-leads-1.xlsx"));
  for (const char* kept : {"jusur-leads-0.xlsx", "thesis.docx.tmp", "empty.csv"}) CHECK(std::filesystem::exists(folder / kept));
}
