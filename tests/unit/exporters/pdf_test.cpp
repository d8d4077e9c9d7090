// Leaflets and plans read back by Poppler and ZBar: the words in reading order, the codes off the page.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "content/content.h"
#include "exporters/paper_column.h"
#include "exporters/pdf_pages.h"
#include "support/process.h"

using namespace kiosk;
using base::Language;
using tests::TempFolder;

namespace {

const content::Content& sample() {
  static const content::Content content = std::move(*content::load(std::string(KIOSK_SOURCE_DIR) + "/config", content::asset_folder()).content);
  return content;
}

text::Shaper& shaper() {
  static const std::unique_ptr<text::Shaper> one = std::move(*text::Shaper::create({"/usr/share/fonts/truetype/noto"}));
  return *one;
}

exporters::PaperLook look() {
  exporters::PaperLook made;
  made.on_strong = base::rgb(0xFFFFFF);
  made.family.fill(base::rgb(0x1E3A8A));
  made.family_soft.fill(base::rgb(0xF0F0F8));
  return made;
}

exporters::PlanDay day() {
  using namespace std::chrono;
  return {year(2025) / September / 22, "Africa/Casablanca", base::WallTime(seconds(1758532500))};
}

std::string leaflet(const model::Program& program, Language language) {
  const exporters::PaperLook colors = look();
  const auto pdf = exporters::leaflet_pdf({shaper(), sample().messages, colors}, {sample().catalogue, sample().messages, language}, {program, day(), {}, {}});
  REQUIRE(pdf.has_value());
  return *pdf;
}

std::string plan(const model::PlanChoice& choice) {
  const exporters::PaperLook colors = look();
  const model::Catalogue& catalogue = sample().catalogue;
  const auto pdf = exporters::plan_pdf({shaper(), sample().messages, colors}, {model::make_plan(catalogue, choice, Language::arabic),
                                                                              model::make_plan(catalogue, choice, Language::french), day(), {}});
  REQUIRE(pdf.has_value());
  return *pdf;
}

std::string output_of(const TempFolder& folder, std::vector<std::string> command) {
  tests::Process program(command, folder.path());
  CHECK(program.wait() == 0);
  return program.output();
}

// Letters, vowel signs and spaces alone: no marks of direction, no line ends, no brackets, which pdftotext puts on either side of a line.
std::string plain(const std::string& text) {
  static constexpr std::array<std::string_view, 13> kDropped{"\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u2066",
                                                            "\u2067", "\u2068", "\u2069", "\u2060", "\f",     "(",      ")"};
  std::string kept = text;
  for (const std::string_view mark : kDropped) {
    for (std::size_t at = kept.find(mark); at != std::string::npos; at = kept.find(mark, at)) kept.erase(at, mark.size());
  }
  std::replace(kept.begin(), kept.end(), '\n', ' ');
  std::string single;
  for (const char c : kept) {
    if (c != ' ' || (!single.empty() && single.back() != ' ')) single += c;
  }
  return single;
}

std::string words_of(const std::string& pdf) {
  const TempFolder folder;
  return plain(output_of(folder, {"pdftotext", "-enc", "UTF-8", folder.write("a.pdf", pdf).string(), "-"}));
}

std::string codes_of(const std::string& pdf) {
  const TempFolder folder;
  output_of(folder, {"pdftoppm", "-r", "200", "-png", folder.write("a.pdf", pdf).string(), (folder / "page").string()});
  std::string codes;
  for (const auto& page : std::filesystem::directory_iterator(folder.path())) {
    if (page.path().extension() != ".png") continue;
    tests::Process scanner({"zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", page.path().string()}, folder.path());
    scanner.wait();
    codes += scanner.output();
  }
  return codes;
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++found;
  return found;
}

// The number of pages, as the catalogue of the file's page tree has it.
std::string pages_of(const std::string& pdf) {
  const TempFolder folder;
  const std::string told = output_of(folder, {"pdfinfo", folder.write("a.pdf", pdf).string()});
  const auto line = told.find("Pages:");
  const auto number = told.find_first_of("0123456789", line);
  return told.substr(number, told.find('\n', number) - number);
}

}  // namespace

TEST_CASE("pdftotext finds name and summary of a leaflet in reading order, in Arabic too") {
  for (const char* id : {"zellige", "silver-jewellery", "haute-couture"}) {
    const model::Program& program = *sample().catalogue.program(id);
    for (const Language language : {Language::arabic, Language::french, Language::english}) {
      const std::string words = words_of(leaflet(program, language));
      CAPTURE(id);
      CAPTURE(words);
      CHECK(words.find(plain(program.name.in(language))) != std::string::npos);
      CHECK(words.find(plain(program.summary.in(language))) != std::string::npos);
      for (const model::LocalText& line : program.learn) CHECK(words.find(plain(line.in(language))) != std::string::npos);
    }
  }
}

TEST_CASE("every leaflet of the sample is one A4 page in each language") {
  for (const model::Program& program : sample().catalogue.programs) {
    for (const Language language : {Language::arabic, Language::french, Language::english}) {
      CAPTURE(program.id);
      CAPTURE(base::code(language));
      CHECK(pages_of(leaflet(program, language)) == "1");
    }
  }
}

TEST_CASE("a program told at length goes on to further pages and loses nothing") {
  model::Program program = *sample().catalogue.program("zellige");
  for (int i = 0; i < 120; ++i) program.description.in(Language::french).push_back({model::BlockKind::paragraph, "Paragraphe numéro " + std::to_string(i) + ".", 0});
  const std::string pdf = leaflet(program, Language::french);
  CHECK(std::stoi(pages_of(pdf)) > 1);
  const std::string words = words_of(pdf);
  for (int i = 0; i < 120; ++i) CHECK(words.find("numéro " + std::to_string(i) + ".") != std::string::npos);
}

TEST_CASE("ZBar reads the card off the leaflet, as it would be scanned from paper") {
  const std::string card = codes_of(leaflet(*sample().catalogue.program("zellige"), Language::arabic));
  CHECK(card.starts_with("BEGIN:VCARD"));
  CHECK(card.find("TEL;TYPE=WORK,VOICE:+212528000000") != std::string::npos);
  CHECK(card.find("NOTE:") != std::string::npos);
}

TEST_CASE("a plan has both languages on one page, with a card and a calendar to scan") {
  const std::string pdf = plan({{"zellige"}, {"zellige-1000", "weaving-1010"}});
  CHECK(pages_of(pdf) == "1");
  const std::string words = words_of(pdf);
  for (const char* said : {"خطتنا", "الوثائق المطلوبة", "صورة شمسية", "Notre feuille de route", "Pièces à apporter", "lundi 22 septembre 2025"}) {
    CAPTURE(said);
    CHECK(words.find(said) != std::string::npos);
  }
  const std::string codes = codes_of(pdf);
  CHECK(count(codes, "BEGIN:VCARD") == 1);
  CHECK(count(codes, "BEGIN:VEVENT") == 2);
}

TEST_CASE("a plan of every program goes over several pages with every program and every code") {
  model::PlanChoice all;
  for (const model::Program& program : sample().catalogue.programs) all.programs.push_back(program.id);
  for (const model::WorkshopSession& session : sample().catalogue.workshops) all.workshops.push_back(session.id);
  const std::string pdf = plan(all);
  const std::string words = words_of(pdf);
  for (const model::Program& program : sample().catalogue.programs) {
    CAPTURE(program.id);
    CHECK(words.find(plain(program.name.in(Language::arabic))) != std::string::npos);
  }
  const auto going = std::count_if(all.workshops.begin(), all.workshops.end(), [](const std::string& id) {
    return sample().catalogue.workshop(id)->state != model::WorkshopState::cancelled;
  });
  CHECK(count(codes_of(pdf), "BEGIN:VEVENT") == static_cast<std::size_t>(going));
}

TEST_CASE("a heading is never the last of its page, and a block higher than a page ends") {
  exporters::Paper paper(shaper(), "columns");
  exporters::PaperColumn column(paper, 100);
  std::vector<int> drawn;
  const auto block = [&](int number, float height, bool with_next) {
    column.add({height, 0, with_next, [&drawn, number](exporters::Paper&, base::Point) { drawn.push_back(number); }});
  };
  block(1, 60, false);
  block(2, 20, true);
  block(3, 60, false);
  block(4, 500, false);
  column.draw_page({}, 100);
  CHECK(drawn == std::vector<int>{1});
  column.draw_page({}, 100);
  CHECK(drawn == std::vector<int>{1, 2, 3});
  column.draw_page({}, 100);
  CHECK(column.done());
}
