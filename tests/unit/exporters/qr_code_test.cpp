// Codes read back by zbar and ZXing, programs that are not ours, which guess the letters where a code does not say what they are.
#include <doctest/doctest.h>

#include "base/format.h"
#include "exporters/payloads.h"
#include "exporters/qr_code.h"
#include "support/process.h"
#include "support/sample_content.h"

using namespace kiosk;
using base::Language;
using tests::TempFolder;

namespace {

// A picture that every program reads (netpbm's PGM), four pixels a module.
std::string picture_of(const model::QrCode& code) {
  constexpr int kPixels = 4;
  const int side = (code.side + 2 * model::kQuietZone) * kPixels;
  std::string picture = fmt::format("P5 {} {} 255\n", side, side);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / kPixels - model::kQuietZone;
      const int row = y / kPixels - model::kQuietZone;
      const bool inside = column >= 0 && row >= 0 && column < code.side && row < code.side;
      const bool dark = inside && code.dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(code.side) + static_cast<std::size_t>(column)];
      picture += dark ? '\0' : '\xFF';
    }
  }
  return picture;
}

// What `program` prints of the codes, in their order.
std::string read_by(std::vector<std::string> program, const std::vector<std::string>& payloads) {
  const TempFolder folder;
  for (const std::string& payload : payloads) {
    const model::QrCode code = exporters::make_qr_code(payload);
    REQUIRE(code.side > 0);
    program.push_back(folder.write(fmt::format("{:04}.pgm", program.size()), picture_of(code)).string());
  }
  tests::Process reader(program, folder.path(), {{"LC_ALL", "C.UTF-8"}});
  CHECK(reader.wait() == 0);
  return reader.output();
}

// The calendar of every workshop of the sample.
std::vector<std::string> calendars(Language language) {
  model::PlanChoice choice;
  for (const model::WorkshopSession& session : tests::sample().catalogue.workshops) choice.workshops.push_back(session.id);
  using namespace std::chrono;
  const exporters::PlanDay day{year(2025) / September / 22, "Africa/Casablanca", base::WallTime(seconds(1758532500))};
  const model::Plan plan = model::make_plan(tests::sample().catalogue, choice, language);
  return exporters::take_home(model::TakeHomeKind::calendar, plan, tests::sample().messages, day, {320});
}

}  // namespace

TEST_CASE("zbar reads every workshop's calendar letter by letter, in three languages") {
  for (const Language language : {Language::french, Language::arabic, Language::english}) {
    const std::vector<std::string> payloads = calendars(language);
    REQUIRE(payloads.size() > 10);
    std::string all;
    for (const std::string& payload : payloads) all += payload + "\n";
    CHECK(read_by({"zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"}, payloads) == all);
  }
}

TEST_CASE("ZXing reads letters beyond ASCII as they are, and a code of ASCII alone announces nothing") {
  for (const std::string text : {"Atelier de zellige, 10 h à 10 h 40, près de l’entrée", "ورشة الزليج، الطابق الأول", "ⴰⵣⵓⵍ", "BEGIN:VCARD"}) {
    CAPTURE(text);
    CHECK(read_by({"ZXingReader"}, {text}).find(text) != std::string::npos);
  }
  // Version 2 with correction M holds 26 bytes (ISO/IEC 18004, table 7); an announcement takes two of them.
  CHECK(exporters::make_qr_code(std::string(26, 'x')).side == 25);
  CHECK(exporters::make_qr_code(std::string(24, 'x') + "é").side == 29);
}
