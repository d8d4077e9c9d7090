// What a laid out text promises: direction, alignment, ellipsis, joins, marks, and a cache that forgets.
#include "text/layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "text/glyph_atlas.h"

using namespace kiosk;
using base::Language;
using text::Align;
using text::Layout;
using text::Shaper;
using text::Style;

namespace {

Shaper& shaper() {
  static const std::unique_ptr<Shaper> one = std::move(*Shaper::create({"/usr/share/fonts/truetype/noto"}));
  return *one;
}

Style style(Language language, float width_px = 0, int max_lines = 0) {
  Style made;
  made.language = language;
  made.size_px = 40;
  made.width_px = width_px;
  made.max_lines = max_lines;
  return made;
}

std::uint32_t ellipsis_glyph(const Style& like) {
  Style one = like;
  one.width_px = 0;
  one.max_lines = 0;
  const Layout& layout = shaper().layout("…", one);
  REQUIRE(layout.glyphs.size() == 1);
  return layout.glyphs.front().key.glyph;
}

// Position of the ellipsis among the glyphs from left to right, 0 … 1.
double ellipsis_place(const char* words, const Style& how) {
  const std::uint32_t dots = ellipsis_glyph(how);
  const Layout& layout = shaper().layout(words, how);
  REQUIRE(layout.ellipsized);
  float left = 1e9F;
  float right = -1e9F;
  float at = -1;
  for (const text::PlacedGlyph& glyph : layout.glyphs) {
    left = std::min(left, glyph.x);
    right = std::max(right, glyph.x);
    if (glyph.key.glyph == dots) at = glyph.x;
  }
  REQUIRE(at >= 0);
  return (at - left) / (right - left);
}

}  // namespace

TEST_CASE("a text too long ends in … at its end: the right in French, the left in Arabic") {
  CHECK(ellipsis_place("Façonner, souder et ciseler l’argent pour créer des bijoux", style(Language::french, 300, 1)) > 0.9);
  CHECK(ellipsis_place("تعلّم تشكيل الفضة وتلحيمها ونقشها لصنع حلي تقليدية ومعاصرة", style(Language::arabic, 300, 1)) < 0.1);
}

TEST_CASE("max_lines is kept, and a text that fits has no ellipsis") {
  const Layout& cut = shaper().layout("Façonner, souder et ciseler l’argent pour créer des bijoux traditionnels", style(Language::french, 300, 2));
  CHECK(cut.lines.size() == 2);
  CHECK(cut.ellipsized);
  CHECK(cut.size.width <= 300);
  CHECK_FALSE(shaper().layout("Zellige", style(Language::french, 300, 2)).ellipsized);
}

TEST_CASE("start is the right side in Arabic and the left in French; end is the other; centre is between") {
  for (const auto& [language, words] : {std::pair{Language::arabic, "الزليج"}, {Language::french, "Zellige"}}) {
    Style how = style(language, 500);
    const auto at = [&](Align align) {
      how.align = align;
      return shaper().layout(words, how).lines.front();
    };
    const float width = at(Align::start).width_px;
    const bool rtl = language == Language::arabic;
    CHECK(at(Align::start).start_px == doctest::Approx(rtl ? 500 - width : 0).epsilon(0.01));
    CHECK(at(Align::end).start_px == doctest::Approx(rtl ? 0 : 500 - width).epsilon(0.01));
    CHECK(at(Align::centre).start_px == doctest::Approx((500 - width) / 2).epsilon(0.02));
  }
}

TEST_CASE("lines are 1.6 em high in Arabic and 1.4 em in the others") {
  CHECK(shaper().layout("الزليج", style(Language::arabic)).size.height == 64);
  CHECK(shaper().layout("Zellige", style(Language::french)).size.height == 56);
}

TEST_CASE("harakat stand above the letters and are part of the ink") {
  const Layout& plain = shaper().layout("سبب", style(Language::arabic));
  const Layout& marked = shaper().layout("سَبَبٌ", style(Language::arabic));
  CHECK(marked.ink.y < plain.ink.y);
  CHECK(marked.size.width == doctest::Approx(plain.size.width).epsilon(0.02));
  CHECK(marked.glyphs.size() > plain.glyphs.size());
  CHECK(marked.unknown_letters == 0);
}

TEST_CASE("Arabic letters join: first, middle and last forms differ from each other and from the letter alone") {
  const auto glyphs = [](const char* words) {
    std::vector<std::uint32_t> found;
    for (const text::PlacedGlyph& glyph : shaper().layout(words, style(Language::arabic)).glyphs) found.push_back(glyph.key.glyph);
    return found;
  };
  const auto joined = glyphs("ععع");
  REQUIRE(joined.size() == 3);
  const std::set<std::uint32_t> forms(joined.begin(), joined.end());
  CHECK(forms.size() == 3);
  CHECK_FALSE(forms.contains(glyphs("ع").front()));
  // A word keeps its forms wherever its line ends.
  Style narrow = style(Language::arabic, 120);
  const Layout& wrapped = shaper().layout("ععع ععع", narrow);
  REQUIRE(wrapped.lines.size() == 2);
  int seen = 0;
  for (const text::PlacedGlyph& glyph : wrapped.glyphs) seen += forms.contains(glyph.key.glyph) ? 1 : 0;
  CHECK(seen == 6);
}

TEST_CASE("a word too long for its line is broken without new forms: the letters still look joined") {
  const auto glyphs_at = [](const char* words, float width_px) {
    std::set<std::uint32_t> found;
    for (const text::PlacedGlyph& glyph : shaper().layout(words, style(Language::arabic, width_px)).glyphs) found.insert(glyph.key.glyph);
    return found;
  };
  REQUIRE(shaper().layout("عععععععععععع", style(Language::arabic, 120)).lines.size() > 1);
  CHECK(glyphs_at("عععععععععععع", 120) == glyphs_at("عععععععععععع", 0));
}

TEST_CASE("a mark comes from the font of its base and stands over it, also where the font is a fallback") {
  const auto only = [](const char* words, Language language, text::Face face) {
    Style how = style(language);
    how.face = face;
    const Layout& layout = shaper().layout(words, how);
    CHECK(layout.unknown_letters == 0);
    std::set<std::uint16_t> fonts;
    for (const text::PlacedGlyph& glyph : layout.glyphs) fonts.insert(glyph.key.font);
    CHECK(fonts.size() == 1);
    return layout.size.width;
  };
  for (const text::Face face : {text::Face::title, text::Face::body}) {
    CHECK(only("Fe\u0301s", Language::arabic, face) == only("F\u00e9s", Language::arabic, face));  // a Latin name in an Arabic line
    CHECK(only("مُهَنْدِسَةٌ", Language::french, face) == doctest::Approx(only("مهندسة", Language::french, face)).epsilon(0.02));
  }
}

TEST_CASE("a French word inside Arabic is set whole, in a font that has it") {
  const Layout& layout = shaper().layout("شعبة Zellige بأكادير", style(Language::arabic));
  CHECK(layout.unknown_letters == 0);
  std::set<std::uint16_t> fonts;
  for (const text::PlacedGlyph& glyph : layout.glyphs) fonts.insert(glyph.key.font);
  CHECK(fonts.size() == 2);
}

TEST_CASE("an isolated phone number reads from left to right inside Arabic") {
  const std::u32string text = U"الهاتف \u206605 28 00 00 00\u2069";
  const std::vector<std::uint32_t> order = text::visual_order(text, true);
  std::u32string seen;
  for (const std::uint32_t index : order) {
    if (text[index] < U'\u2000') seen += text[index];
  }
  CHECK(seen.find(U"05 28 00 00 00") != std::u32string::npos);
  CHECK(seen.find(U"05") < seen.find(U'ا'));
}

TEST_CASE("tabular figures are all equally wide") {
  Style how = style(Language::french);
  how.tabular_figures = true;
  const float ones = shaper().layout("11:11", how).lines.front().width_px;
  CHECK(shaper().layout("08:08", how).lines.front().width_px == doctest::Approx(ones));
  CHECK(shaper().layout("47:59", how).lines.front().width_px == doctest::Approx(ones));
}

TEST_CASE("Tifinagh has no bold: both weights are the same letters") {
  Style bold = style(Language::tamazight);
  bold.weight = text::Weight::bold;
  const Layout& regular = shaper().layout("ⴰⵏⵙⵓⴼ", style(Language::tamazight));
  CHECK(shaper().layout("ⴰⵏⵙⵓⴼ", bold).size == regular.size);
  CHECK(regular.unknown_letters == 0);
}

TEST_CASE("letters that no font has are named, each once") {
  CHECK(shaper().unknown_letters("الزليج Zellige ⴰⵏⵙⵓⴼ « 24 » …", Language::arabic).empty());
  CHECK(shaper().unknown_letters("a漢b漢", Language::french) == U"漢");
}

TEST_CASE("nothing is drawn in the place of a letter that no font has, and no gap is left") {
  for (const Language language : {Language::arabic, Language::french}) {
    for (const auto& [with, without] : {std::pair("Un thé 🧵à la menthe", "Un thé à la menthe"), std::pair("شاي 🧵بالنعناع", "شاي بالنعناع"), std::pair("☎漢", "")}) {
      const Style narrow = style(language, 240);
      const Layout& shown = shaper().layout(with, narrow);
      CHECK(shown.unknown_letters > 0);
      CHECK(shown.glyphs.size() == shaper().layout(without, narrow).glyphs.size());
      CHECK(shown.size.width == shaper().layout(without, narrow).size.width);
      CHECK(std::none_of(shown.glyphs.begin(), shown.glyphs.end(), [](const text::PlacedGlyph& glyph) { return glyph.key.glyph == 0; }));
    }
  }
  CHECK(shaper().caret_stops("a🧵b", style(Language::french)).size() == 4);
}

TEST_CASE("bytes that are no UTF-8 are shown as U+FFFD and break nothing") {
  const Layout& layout = shaper().layout(std::string_view("a\xff\xc3(b", 5), style(Language::french));
  CHECK(layout.lines.size() == 1);
  CHECK(layout.glyphs.size() == 5);
}

TEST_CASE("the same text and style are laid out once; another style is another layout") {
  const auto before = shaper().statistics();
  const Layout& first = shaper().layout("deux fois", style(Language::french));
  const Layout& second = shaper().layout("deux fois", style(Language::french));
  CHECK(&first == &second);
  shaper().layout("deux fois", style(Language::english));
  CHECK(shaper().statistics().misses == before.misses + 2);
  CHECK(shaper().statistics().hits == before.hits + 1);
  shaper().forget();
  CHECK(shaper().statistics().layouts == 0);
}

TEST_CASE("carets stand at grapheme boundaries, from right to left in Arabic") {
  const auto stops = shaper().caret_stops("بَت", style(Language::arabic));
  REQUIRE(stops.size() == 3);
  CHECK(stops[0].byte == 0);
  CHECK(stops[1].byte == 4);  // the fatha belongs to the first letter
  CHECK(stops[2].byte == 6);
  CHECK(stops[0].strong_x > stops[1].strong_x);
  CHECK(stops[1].strong_x > stops[2].strong_x);
  CHECK(shaper().byte_at("بَت", style(Language::arabic), {stops[1].strong_x, 10}) == 4);
}

TEST_CASE("caret stops are made once for a text and kept with its layout") {
  const auto& stops = shaper().caret_stops("gardé", style(Language::french));
  const std::size_t bytes = shaper().statistics().bytes;
  CHECK(&stops == &shaper().caret_stops("gardé", style(Language::french)));
  CHECK(shaper().statistics().bytes == bytes);
  shaper().forget();
  CHECK(shaper().statistics().bytes == 0);
}

TEST_CASE("what is selected across two directions is two rectangles, and they are as wide as its letters") {
  const std::string text = "سعاد Benali";
  const auto width = [&](std::size_t first, std::size_t last) {
    float sum = 0;
    for (const base::Rect& run : shaper().runs(text, style(Language::arabic), first, last)) sum += run.width;
    return sum;
  };
  const auto both = shaper().runs(text, style(Language::arabic), 4, 12);  // اد and Ben
  REQUIRE(both.size() == 2);
  const base::Rect& left = both[0].x < both[1].x ? both[0] : both[1];
  const base::Rect& right = both[0].x < both[1].x ? both[1] : both[0];
  CHECK(left.x == doctest::Approx(0));  // "Ben" begins the line's left end
  CHECK(right.x > left.right());        // and between them stand "ali", which is not selected, and the space, which is
  CHECK(width(4, 9) + width(9, 12) == doctest::Approx(width(4, 12)));
  CHECK(width(0, text.size()) == doctest::Approx(shaper().layout(text, style(Language::arabic)).lines[0].width_px));
  CHECK(shaper().runs(text, style(Language::arabic), 3, 3).empty());
}

TEST_CASE("a selection over several lines has a rectangle on each, none wider than its words") {
  Style how = style(Language::french);
  how.width_px = 300;
  const std::string text = "une question assez longue pour trois lignes au moins, je crois";
  const Layout& layout = shaper().layout(text, how);
  REQUIRE(layout.lines.size() >= 3);
  const auto runs = shaper().runs(text, how, 4, text.size());
  REQUIRE(runs.size() == layout.lines.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    CHECK(runs[i].y == runs[0].y + static_cast<float>(i) * runs[0].height);
    CHECK(runs[i].width <= layout.lines[i].width_px + 1);
  }
}

TEST_CASE("sizes come in buckets, so that zooming does not flood the atlas") {
  CHECK(text::size_bucket(30.3F) == 30);
  CHECK(text::size_bucket(64) == 64);
  CHECK(text::size_bucket(83) == 84);
  CHECK(text::size_bucket(85) == 84);
}

TEST_CASE("the atlas never gives two glyphs of one frame the same pixels, however small it is") {
  const auto small = std::move(*Shaper::create({"/usr/share/fonts/truetype/noto"}));
  text::GlyphAtlas atlas(*small, 128, 256);
  Style how = style(Language::french);
  for (int frame = 0; frame < 30; ++frame) {
    atlas.begin_frame();
    how.size_px = static_cast<float>(20 + frame);
    const Layout& layout = small->layout("abcdefgh", how);
    std::vector<text::AtlasGlyph> glyphs;
    std::uint32_t generation = 0;
    do {
      generation = atlas.generation();
      glyphs.clear();
      for (const text::PlacedGlyph& placed : layout.glyphs) glyphs.push_back(atlas.find(placed.key));
    } while (generation != atlas.generation());
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      for (std::size_t k = i + 1; k < glyphs.size(); ++k) {
        const base::Rect a{float(glyphs[i].x), float(glyphs[i].y), float(glyphs[i].width), float(glyphs[i].height)};
        const base::Rect b{float(glyphs[k].x), float(glyphs[k].y), float(glyphs[k].width), float(glyphs[k].height)};
        CHECK(base::intersect(a, b).empty());
      }
    }
  }
  CHECK(atlas.side_px() <= 256);
  CHECK(atlas.statistics().evictions > 0);
}

TEST_CASE("a font that is missing is named with its package") {
  const auto shaper = Shaper::create({"/nowhere"});
  REQUIRE_FALSE(shaper.has_value());
  CHECK(shaper.error().message.find("Noto") != std::string::npos);
  CHECK(shaper.error().remedy.find("fonts-noto-core") != std::string::npos);
}
