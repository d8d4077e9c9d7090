// Cards and calendars read by python3-vobject and python3-icalendar, programs that are not ours; texts split so that every part is a code that
// a phone can read from where it stands.
#include <doctest/doctest.h>

#include <algorithm>

#include "content/content.h"
#include "exporters/content_line.h"
#include "exporters/payloads.h"
#include "support/process.h"
#include "support/zone_info.h"

using namespace kiosk;
using base::Language;
using exporters::CodeRoom;
using exporters::TakeHomeKind;
using tests::TempFolder;

namespace {

const content::Content& sample() {
  static const content::Content content = std::move(*content::load(std::string(KIOSK_SOURCE_DIR) + "/config", content::asset_folder()).content);
  return content;
}

exporters::PlanDay day() {
  using namespace std::chrono;
  return {year(2025) / September / 22, "Africa/Casablanca", base::WallTime(seconds(1758532500))};
}

model::Plan plan(Language language) {
  return model::make_plan(sample().catalogue, {{"zellige", "weaving"}, {"zellige-1000", "weaving-1010"}}, language);
}

// What a Python program, given the path of `payload`, prints about it.
std::string told_by_python(const std::string& program, const std::string& payload) {
  const TempFolder folder;
  tests::Process python({"/usr/bin/python3", folder.write("read.py", program).string(), folder.write("payload", payload).string()}, folder.path(),
                        {{"PYTHONIOENCODING", "utf-8"}});
  const int status = python.wait();
  INFO(python.errors());
  CHECK(status == 0);
  return python.output();
}

std::string read_card(const std::string& card) {
  return told_by_python(
      "import sys, vobject\n"
      "card = vobject.readOne(open(sys.argv[1], encoding='utf-8', newline='').read())\n"
      "card.validate()\n"
      "print(card.version.value, card.fn.value, sep='|')\n"
      "print([tel.value for tel in card.contents.get('tel', [])])\n"
      "print([adr.value.street for adr in card.contents.get('adr', [])])\n"
      "print(card.note.value if 'note' in card.contents else '')\n",
      card);
}

}  // namespace

TEST_CASE("vobject reads the card: the institutes, their number once, their addresses, the note line by line") {
  const model::Plan arabic = plan(Language::arabic);
  const std::string read = read_card(exporters::to_vcard(arabic, "أولا، ثم؛ \\ ; ,\nثانيا"));
  CHECK(read ==
        "3.0|المعهد المتخصص في فنون الصناعة التقليدية بإنزكان، أكادير\n"
        "['+212528000000']\n"
        "['حي الصناعة التقليدية، إنزكان', 'حي المؤسسات التعليمية، أكادير']\n"
        "أولا، ثم؛ \\ ; ,\nثانيا\n");
}

TEST_CASE("the note has what one needs at home: programs with level and length, papers, registration") {
  const std::string note = exporters::essentials(plan(Language::french), sample().messages);
  for (const std::string words : {"- Zellige\n  Qualification · 2\u00A0ans · Inezgane, Agadir", "- Tissage traditionnel", "Pièces à apporter", "- Photo d’identité", "Inscription"}) {
    CAPTURE(words);
    CHECK(note.find(words) != std::string::npos);
  }
  CHECK(note.find("Nous contacter") == std::string::npos);
  CHECK(read_card(exporters::to_vcard(plan(Language::french), note)).ends_with(note + "\n"));
}

TEST_CASE("icalendar reads the workshops at the right moment, Morocco being an hour before UTC") {
  const std::string read = told_by_python(
      "import sys, icalendar\n"
      "calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n"
      "for event in calendar.walk('VEVENT'):\n"
      "  print(event['UID'], event['DTSTART'].dt.isoformat(), event['DTEND'].dt.isoformat(), event['SUMMARY'], event['LOCATION'], sep='|')\n",
      exporters::to_icalendar(plan(Language::french), day()));
  CHECK(read ==
        "zellige-1000-2025-09-22@jusur|2025-09-22T09:00:00+00:00|2025-09-22T09:40:00+00:00|Zellige|Atelier de zellige, Inezgane\n"
        "weaving-1010-2025-09-22@jusur|2025-09-22T09:10:00+00:00|2025-09-22T09:40:00+00:00|Tissage traditionnel|Atelier de tissage, Inezgane\n");
}

TEST_CASE("a cancelled workshop is in no calendar, and without a workshop there is none") {
  model::Plan one = plan(Language::french);
  for (model::PlanWorkshop& workshop : one.workshops) workshop.state = model::WorkshopState::cancelled;
  CHECK(exporters::to_icalendar(one, day()).empty());
  CHECK(exporters::take_home(TakeHomeKind::calendar, one, sample().messages, day(), {320}).empty());
}

TEST_CASE("long lines are folded at 75 octets, never within a character or an escape") {
  const std::string line = exporters::content_line("NOTE", exporters::escaped_text(std::string(70, 'a') + std::string(3, ',') + "المعهد المتخصص في فنون الصناعة التقليدية"));
  std::size_t start = 0;
  for (std::size_t end = line.find("\r\n"); end != std::string::npos; start = end + 2, end = line.find("\r\n", start)) {
    CHECK(end - start <= 75);
    CHECK((static_cast<unsigned char>(line[start == 0 ? 0 : start + 1]) & 0xC0U) != 0x80U);
    CHECK(line[end - 1] != '\\');
  }
  CHECK(start == line.size());
  CHECK(exporters::content_line("X", std::string(200, '\\')).size() > 200);
}

TEST_CASE("a text too big for one code is cut at line ends into numbered parts that fit and say it all") {
  std::string text;
  for (int i = 0; i < 120; ++i) text += "سطر من الخطة رقم " + std::to_string(i) + "\n";
  const CodeRoom room{150};
  const auto parts = exporters::split_text(text, room);
  REQUIRE(parts.size() > 2);
  std::string together;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    CHECK(exporters::fits_code(parts[i], room));
    const std::string number = std::to_string(i + 1) + "/" + std::to_string(parts.size()) + "\n";
    CHECK(parts[i].starts_with(number));
    together += parts[i].substr(number.size());
    CHECK(together.ends_with("\n"));
  }
  CHECK(together == text);
}

TEST_CASE("one line of any length is cut between characters; no room gives no code") {
  std::string line;
  for (int i = 0; i < 2000; ++i) line += "ج";
  std::string together;
  for (const std::string& part : exporters::split_text(line, {100})) {
    const std::string piece = part.substr(part.find('\n') + 1);
    CHECK(piece.size() % 2 == 0);
    together += piece;
  }
  CHECK(together == line);
  CHECK(exporters::split_text(line, {10}).empty());
}

TEST_CASE("whatever is taken home, its modules are large enough for where it is read") {
  for (const Language language : {Language::arabic, Language::french, Language::english}) {
    for (const CodeRoom& room : {CodeRoom{150}, CodeRoom{320}, CodeRoom{58, exporters::kPaperModuleMm}}) {
      for (const TakeHomeKind kind : {TakeHomeKind::contact, TakeHomeKind::calendar, TakeHomeKind::text}) {
        const auto payloads = exporters::take_home(kind, plan(language), sample().messages, day(), room);
        CHECK_FALSE(payloads.empty());
        for (const std::string& payload : payloads) CHECK(exporters::fits_code(payload, room));
      }
    }
  }
}

TEST_CASE("a calendar's moments are made from the system's zoneinfo") {
  using namespace std::chrono;
  const TempFolder folder;
  const tests::ZoneInfoFolder zones(folder / "zoneinfo");
  zones.add("Africa/Casablanca", tests::morocco_for_good());
  const exporters::PlanDay later{year(2026) / November / 29, "Africa/Casablanca", sys_days(year(2026) / November / 29)};
  CHECK(exporters::to_icalendar(plan(Language::french), later).find("DTSTART:20261129T100000Z") != std::string::npos);
}

TEST_CASE("every workshop is a calendar of its own, however much room there is: phones take the first event of a code") {
  const auto calendars = exporters::take_home(TakeHomeKind::calendar, plan(Language::arabic), sample().messages, day(), {320});
  REQUIRE(calendars.size() == 2);
  for (const std::string& calendar : calendars) CHECK(calendar.find("BEGIN:VEVENT") == calendar.rfind("BEGIN:VEVENT"));
  CHECK(calendars[0].find("UID:zellige-1000-") != std::string::npos);
  CHECK(calendars[1].find("UID:weaving-1010-") != std::string::npos);
}

TEST_CASE("every number of an institute is on the card, as it is dialled") {
  model::Plan one = plan(Language::french);
  one.contacts.resize(1);
  one.contacts.front().phones = {{"05 28 33 11 22", "+212528331122"}, {"05 28 33 11 23", "+212528331123"}};
  CHECK(read_card(exporters::to_vcard(one, {})).find("['+212528331122', '+212528331123']") != std::string::npos);
  one.contacts.front().phones.clear();
  CHECK(exporters::to_vcard(one, {}).find("TEL") == std::string::npos);
}

TEST_CASE("in little room the card goes without its note") {
  const CodeRoom room{100};
  const auto card = exporters::take_home(TakeHomeKind::contact, plan(Language::arabic), sample().messages, day(), room);
  REQUIRE(card.size() == 1);
  CHECK(card.front().find("NOTE") == std::string::npos);
}

TEST_CASE("an address of the institutes' pages is taken home only when there is one") {
  model::Plan one = plan(Language::french);
  CHECK(exporters::take_home(TakeHomeKind::url, one, sample().messages, day(), {320}).empty());
  one.url = "https://example.ma/portes-ouvertes";
  CHECK(exporters::take_home(TakeHomeKind::url, one, sample().messages, day(), {320}) == std::vector<std::string>{one.url});
}
