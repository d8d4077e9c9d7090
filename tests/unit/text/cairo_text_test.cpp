// Text on a PDF stays text: the letters that programs read out of it are those that were written, in order, ligatures and vowel signs included.
#include "text/cairo_text.h"

#include <cairo-pdf.h>
#include <doctest/doctest.h>

#include "support/process.h"

using namespace kiosk;
using base::Language;

namespace {

std::string read_back(const std::string& words, Language language) {
  const tests::TempFolder folder;
  const std::unique_ptr<text::Shaper> shaper = std::move(*text::Shaper::create({"/usr/share/fonts/truetype/noto"}));
  cairo_surface_t* surface = cairo_pdf_surface_create((folder / "a.pdf").c_str(), 600, 200);
  cairo_t* cairo = cairo_create(surface);
  text::Style style;
  style.language = language;
  style.width_px = 560;
  text::CairoText(*shaper, cairo).show(words, style, {20, 20}, base::rgb(0x000000));
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  tests::Process reader({"pdftotext", "-enc", "UTF-8", (folder / "a.pdf").string(), "-"}, folder.path());
  CHECK(reader.wait() == 0);
  std::string read = reader.output();
  for (const std::string_view mark : {"\u202A", "\u202B", "\u202C", "\f", "\n"}) {
    for (std::size_t at = read.find(mark); at != std::string::npos; at = read.find(mark)) read.erase(at, mark.size());
  }
  return read;
}

}  // namespace

TEST_CASE("what is read back is what was written") {
  CHECK(read_back("ورشة الزليج", Language::arabic) == "ورشة الزليج");
  CHECK(read_back("النقش على الخشب والأثاث", Language::arabic) == "النقش على الخشب والأثاث");
  CHECK(read_back("رُسمت أثرًا مختلفًا لا يُرى", Language::arabic) == "رُسمت أثرًا مختلفًا لا يُرى");
  CHECK(read_back("Efficace, façonné à l’atelier", Language::french) == "Efficace, façonné à l’atelier");
}
