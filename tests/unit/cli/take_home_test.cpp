// `kiosk plan` and `kiosk leaflets` as staff call them, on the sample content.
#include <doctest/doctest.h>

#include "support/process.h"

using namespace kiosk;
using tests::Ended;
using tests::run;
using tests::TempFolder;

namespace {

const std::string kContent = std::string(KIOSK_SOURCE_DIR) + "/config";

Ended kiosk_with(const TempFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), KIOSK_PROGRAM);
  for (const char* more : {"--content", kContent.c_str(), "--now", "2025-09-22 10:15"}) arguments.emplace_back(more);
  return run(folder, arguments);
}

std::string words_of(const TempFolder& folder, const std::string& file) { return run(folder, {"pdftotext", "-enc", "UTF-8", file, "-"}).output; }

}  // namespace

TEST_CASE("a plan is written in Arabic and French, with the next workshop that one can still join") {
  const TempFolder folder;
  const std::string file = (folder / "plan.pdf").string();
  const Ended ran = kiosk_with(folder, {"plan", "-o", file, "--programs", "zellige,weaving"});
  INFO(ran.errors);
  REQUIRE(ran.status == 0);
  CHECK(ran.output == file + ": written\n");
  const std::string words = words_of(folder, file);
  CHECK(words.find("الزليج") != std::string::npos);
  CHECK(words.find("Tissage traditionnel") != std::string::npos);
  // 11:00 is full, so the family goes at 12:15.
  CHECK(words.find("12 h 15") != std::string::npos);
}

TEST_CASE("the second language is Arabic beside any other") {
  const TempFolder folder;
  const std::string file = (folder / "plan.pdf").string();
  REQUIRE(kiosk_with(folder, {"plan", "-o", file, "--programs", "pottery", "--lang", "en"}).status == 0);
  const std::string words = words_of(folder, file);
  CHECK(words.find("Our plan") != std::string::npos);
  CHECK(words.find("خطتنا") != std::string::npos);
}

TEST_CASE("a program that there is not is named with its nearest, and what stood in the file stays") {
  const TempFolder folder;
  const auto file = folder.write("plan.pdf", "before");
  const Ended near = kiosk_with(folder, {"plan", "-o", file.string(), "--programs", "zelige"});
  CHECK(near.status == 1);
  CHECK(near.errors.find("no program has the id 'zelige'") != std::string::npos);
  CHECK(near.errors.find("Did you mean 'zellige'?") != std::string::npos);
  const Ended far = kiosk_with(folder, {"plan", "-o", file.string(), "--programs", "astronomy"});
  CHECK(far.status == 1);
  CHECK(far.errors.find("pottery") != std::string::npos);
  CHECK(tests::slurp(file) == "before");
}

TEST_CASE("leaflets are written for every program, in the languages asked for") {
  const TempFolder folder;
  const Ended ran = kiosk_with(folder, {"leaflets", (folder / "new/leaflets").string(), "--lang", "ar", "--lang", "fr"});
  INFO(ran.errors);
  REQUIRE(ran.status == 0);
  CHECK(ran.output.ends_with(": 48 leaflets written\n"));
  CHECK(tests::slurp(folder / "new/leaflets/zellige.ar.pdf").starts_with("%PDF-"));
  CHECK(std::filesystem::exists(folder / "new/leaflets/glass.fr.pdf"));
  CHECK_FALSE(std::filesystem::exists(folder / "new/leaflets/glass.en.pdf"));
}

TEST_CASE("a place that cannot be written is said, with status 1") {
  const TempFolder folder;
  folder.write("file", "");
  const Ended leaflets = kiosk_with(folder, {"leaflets", (folder / "file/below").string()});
  CHECK(leaflets.status == 1);
  CHECK(leaflets.errors.find("cannot be made") != std::string::npos);
  const Ended plan = kiosk_with(folder, {"plan", "-o", (folder / "none/plan.pdf").string(), "--programs", "zellige"});
  CHECK(plan.status == 1);
  CHECK(plan.errors.find("cannot be created") != std::string::npos);
  CHECK(kiosk_with(folder, {"plan", "-o", "x.pdf"}).status == 2);
}
