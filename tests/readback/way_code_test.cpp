// The way's sheet as a picture of the whole screen, its code read back by zbar: a stranger's phone gets the way, in Arabic too, and of a walk
// through five rooms as well as of a single way.
#include <doctest/doctest.h>

#include <string>

#include "support/process.h"

using kiosk::tests::Process;
using kiosk::tests::TempFolder;

namespace {

std::string code_on(const TempFolder& folder, const std::string& state, const std::string& language, const std::string& size) {
  Process kiosk({KIOSK_PROGRAM, "shots", folder.path().string(), "--content", KIOSK_SOURCE_DIR "/config", "--screen", state, "--lang", language, "--size", size},
                folder.path(), {{"MESA_GL_VERSION_OVERRIDE", "3.3"}});
  REQUIRE(kiosk.wait() == 0);
  const auto picture = folder / (state + "." + language + "." + size + ".png");
  Process zbar({"zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture.string()}, folder.path());
  zbar.wait();
  return zbar.output();
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a phone reads the way from the sheet, whole, in Arabic and French, on both sizes of screen") {
  const TempFolder folder;
  for (const char* size : {"1920x1080", "1080x1920"}) {
    CAPTURE(size);
    const std::string arabic = code_on(folder, "map-way", "ar", size);
    CHECK(arabic.starts_with("الطريق إلى ورشة الخياطة\n"));
    CHECK(holds(arabic, "الدرج على يمينكم. اصعدوا إلى الطابق الأول."));
    CHECK(holds(arabic, "5. وصلتم: ورشة الخياطة، والباب على يساركم."));
    const std::string french = code_on(folder, "map-way", "fr", size);
    CHECK(holds(french, "L’escalier est à votre droite."));
    CHECK(holds(french, "Atelier de couture, porte à votre gauche."));
    CHECK(holds(french, "2 minutes"));
    const std::string walk = code_on(folder, "map-way-stops", "ar", size);
    CHECK(holds(walk, "ورشة الزليج"));
    CHECK(holds(walk, "عبر الدرج"));
  }
}
