#include "gfx/decode.h"

#include <doctest/doctest.h>

#include "gfx/resample.h"
#include "pictures.h"

using namespace kiosk;
using namespace kiosk::test;

#ifdef KIOSK_SANITIZE
// libxml2 2.9 forgets a little when it refuses an entity bomb.
extern "C" const char* __lsan_default_suppressions() { return "leak:xmlParse\n"; }
#endif

namespace {

constexpr gfx::DecodeRequest kPlain{80, 60, gfx::Fit::cover, 0, kTransparent};

base::Result<gfx::Image> decode(const std::string& bytes, const gfx::DecodeRequest& request = kPlain) {
  return gfx::decode(bytes_of(bytes), request);
}

void check_quarters(const gfx::Image& image) {
  const int right = image.width_px * 3 / 4;
  const int bottom = image.height_px * 3 / 4;
  CHECK(resembles(pixel(image, image.width_px / 4, image.height_px / 4), kRed));
  CHECK(resembles(pixel(image, right, image.height_px / 4), kGreen));
  CHECK(resembles(pixel(image, image.width_px / 4, bottom), kBlue));
  CHECK(resembles(pixel(image, right, bottom), kWhite));
}

// The picture as a camera held in `orientation` stores it: what EXIF 2.32 says row 0 and column 0 show.
gfx::Image stored_in(const gfx::Image& upright, int orientation) {
  const bool sideways = orientation >= 5;
  gfx::Image stored{sideways ? upright.height_px : upright.width_px, sideways ? upright.width_px : upright.height_px, {}};
  for (int row = 0; row < stored.height_px; ++row) {
    for (int column = 0; column < stored.width_px; ++column) {
      const int right = upright.width_px - 1;
      const int bottom = upright.height_px - 1;
      int x = column;
      int y = row;
      switch (orientation) {
        case 2:
          x = right - column;
          break;
        case 3:
          x = right - column;
          y = bottom - row;
          break;
        case 4:
          y = bottom - row;
          break;
        case 5:
          x = row;
          y = column;
          break;
        case 6:
          x = right - row;
          y = column;
          break;
        case 7:
          x = right - row;
          y = bottom - column;
          break;
        case 8:
          x = row;
          y = bottom - column;
          break;
        default:
          break;
      }
      const base::Color color = pixel(upright, x, y);
      stored.pixels.insert(stored.pixels.end(), {color.red, color.green, color.blue, color.alpha});
    }
  }
  return stored;
}

}  // namespace

TEST_CASE("a PNG is scaled to exactly the size asked for") {
  const auto image = decode(png_of(quarters(400, 300)));
  REQUIRE(image);
  CHECK(image->width_px == 80);
  CHECK(image->height_px == 60);
  CHECK(image->pixels.size() == 80 * 60 * 4);
  check_quarters(*image);
}

TEST_CASE("a small picture is enlarged as well") {
  const auto image = decode(png_of(quarters(8, 6)));
  REQUIRE(image);
  check_quarters(*image);
}

TEST_CASE("a JPEG stands upright however the camera was held") {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    const auto image = decode(jpeg_with_orientation(stored_in(quarters(160, 120), orientation), orientation));
    REQUIRE(image);
    check_quarters(*image);
  }
}

TEST_CASE("a JPEG stands upright though a comment, or another program's segment, comes before its EXIF") {
  const std::string comment("\xFF\xFE\x00\x0A" "by hand!", 12);
  const std::string profile("\xFF\xE2\x00\x07" "ICC\0\0", 9);
  const std::string other("\xFF\xE1\x00\x08" "http:/", 10);  // XMP has EXIF's own marker
  for (const std::string& before : {comment, profile, other, comment + other + profile}) {
    const auto image = decode(jpeg_with_orientation(stored_in(quarters(160, 120), 6), 6).insert(2, before));
    REQUIRE(image);
    check_quarters(*image);
  }
}

TEST_CASE("a panorama is shrunk, not refused") {
  const auto image = decode(jpeg_of(quarters(20000, 400)), {80, 60, gfx::Fit::cover, 0, kTransparent});
  REQUIRE(image);
  check_quarters(*image);
}

// 16 × 16 pixels of sRGB (200, 40, 30) as printers' software saves them: four inks, inverted, with Adobe's marker.
constexpr char kCmykJpeg[] =
    "\xff\xd8\xff\xee\x00\x0e\x41\x64\x6f\x62\x65\x00\x64\x00\x00\x00\x00\x02\xff\xdb\x00\x43\x00\x02\x01\x01\x01\x01\x01\x02"
    "\x01\x01\x01\x02\x02\x02\x02\x02\x04\x03\x02\x02\x02\x02\x05\x04\x04\x03\x04\x06\x05\x06\x06\x06\x05\x06\x06\x06\x07\x09"
    "\x08\x06\x07\x09\x07\x06\x06\x08\x0b\x08\x09\x0a\x0a\x0a\x0a\x0a\x06\x08\x0b\x0c\x0b\x0a\x0c\x09\x0a\x0a\x0a\xff\xdb\x00"
    "\x43\x01\x02\x02\x02\x02\x02\x02\x05\x03\x03\x05\x0a\x07\x06\x07\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a"
    "\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a\x0a"
    "\x0a\x0a\x0a\x0a\x0a\x0a\xff\xc0\x00\x14\x08\x00\x10\x00\x10\x04\x01\x11\x00\x02\x11\x01\x03\x11\x01\x04\x11\x00\xff\xc4"
    "\x00\x16\x00\x01\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x07\x09\xff\xc4\x00\x14\x10\x01\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xc4\x00\x16\x01\x01\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x08\x09\xff\xc4\x00\x14\x11\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\xff\xda\x00\x0e\x04\x01\x00\x02\x11\x03\x11\x04\x00\x00\x3f\x00\xa0\x2a\x46\x31\xb4\x80\x00\x00\x01\xff\xd9";

TEST_CASE("a JPEG in the four inks of print is shown in its own colours") {
  const auto image = decode(std::string(kCmykJpeg, sizeof kCmykJpeg - 1));
  REQUIRE(image);
  const base::Color middle = pixel(*image, 40, 30);
  CHECK(middle.red > 170);
  CHECK(middle.green < 80);
  CHECK(middle.blue < 80);
}

TEST_CASE("an impossible orientation is taken as upright") {
  const auto image = decode(jpeg_with_orientation(quarters(160, 120), 9));
  REQUIRE(image);
  check_quarters(*image);
}

TEST_CASE("covering a box cuts the longer side in equal parts; containing leaves the rest transparent") {
  const std::string wide = png_of(quarters(400, 100));
  const auto covering = decode(wide, {50, 50, gfx::Fit::cover, 0, kTransparent});
  REQUIRE(covering);
  check_quarters(*covering);
  const auto contained = decode(wide, {40, 40, gfx::Fit::contain, 0, kTransparent});
  REQUIRE(contained);
  CHECK(pixel(*contained, 20, 2).alpha == 0);
  CHECK(pixel(*contained, 20, 37).alpha == 0);
  CHECK(resembles(pixel(*contained, 10, 17), kRed));
  CHECK(resembles(pixel(*contained, 30, 22), kWhite));
}

TEST_CASE("rounded corners are blended into the ground and the picture becomes opaque") {
  const base::Color ground{247, 242, 232, 255};
  const auto image = decode(png_of(quarters(80, 60)), {80, 60, gfx::Fit::cover, 20, ground});
  REQUIRE(image);
  for (const auto& [x, y] : {std::pair{0, 0}, {79, 0}, {0, 59}, {79, 59}}) CHECK(pixel(*image, x, y) == ground);
  CHECK(pixel(*image, 20, 0) == kRed);
  CHECK(pixel(*image, 6, 6) == kRed);
  const base::Color edge = pixel(*image, 5, 6);
  CHECK(edge.alpha == 255);
  const auto see_through = decode(png_of(quarters(80, 60)), {80, 60, gfx::Fit::cover, 20, kTransparent});
  REQUIRE(see_through);
  CHECK(pixel(*see_through, 0, 0).alpha == 0);
  CHECK(pixel(*see_through, 40, 30).alpha == 255);
}

TEST_CASE("what is transparent in a picture shows the ground it will be drawn on") {
  const base::Color ground{10, 20, 30, 255};
  const auto image = decode(svg_of(R"(<rect width="50" height="100" fill="#ff0000"/>)"), {40, 40, gfx::Fit::contain, 0, ground});
  REQUIRE(image);
  CHECK(pixel(*image, 10, 20) == base::Color{255, 0, 0, 255});
  CHECK(pixel(*image, 30, 20) == ground);
}

TEST_CASE("an SVG is drawn at the size asked for, not scaled afterwards") {
  const auto image =
      decode(svg_of(R"(<rect x="50" width="50" height="100" fill="#00ff00"/>)"), {301, 301, gfx::Fit::contain, 0, kTransparent});
  REQUIRE(image);
  CHECK(pixel(*image, 149, 100).alpha == 0);
  CHECK(pixel(*image, 151, 100) == base::Color{0, 255, 0, 255});
}

TEST_CASE("a drawing that lets itself overflow fills the box around it") {
  const std::string drawing = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" overflow="visible">)"
                              R"(<rect x="-10" y="-10" width="30" height="30" fill="#0000ff"/></svg>)";
  const auto image = decode(drawing, {60, 30, gfx::Fit::contain, 0, kTransparent});
  REQUIRE(image);
  CHECK(pixel(*image, 1, 15) == base::Color{0, 0, 255, 255});
  CHECK(pixel(*image, 58, 15) == base::Color{0, 0, 255, 255});
}

TEST_CASE("half transparent colours keep their colour") {
  const auto image = decode(svg_of(R"(<rect width="100" height="100" fill="#c86432" fill-opacity="0.5"/>)"),
                            {10, 10, gfx::Fit::cover, 0, kTransparent});
  REQUIRE(image);
  const base::Color color = pixel(*image, 5, 5);
  CHECK(std::abs(color.red - 0xc8) <= 2);
  CHECK(std::abs(color.green - 0x64) <= 2);
  CHECK(std::abs(color.alpha - 128) <= 1);
}

TEST_CASE("scaling keeps a plain colour plain, at any size") {
  const std::vector<std::uint8_t> gray(97 * 61 * 3, 137);
  for (const int size : {1, 7, 61, 200}) {
    CAPTURE(size);
    const auto scaled = gfx::resample({gray.data(), 97, 61, 3}, {0, 0, 97, 61}, size, size);
    for (std::size_t i = 0; i < scaled.size(); ++i) REQUIRE(scaled[i] == (i % 4 == 3 ? 255 : 137));
  }
}

TEST_CASE("scaling a fine chequer down gives even grey instead of moiré") {
  std::vector<std::uint8_t> chequer;
  for (int y = 0; y < 300; ++y) {
    for (int x = 0; x < 300; ++x) chequer.insert(chequer.end(), 3, (x + y) % 2 == 0 ? 255 : 0);
  }
  const auto scaled = gfx::resample({chequer.data(), 300, 300, 3}, {0, 0, 300, 300}, 47, 47);
  for (std::size_t i = 0; i < scaled.size(); i += 4) REQUIRE(std::abs(scaled[i] - 128) <= 12);
}

TEST_CASE("what is not a picture is told from what is a damaged one") {
  CHECK(decode("").error().message == "the picture file is empty");
  CHECK(decode("notes of a meeting").error().message == "the file is not a PNG, JPEG or SVG picture");
  const std::string png = png_of(quarters(64, 64));
  CHECK_FALSE(decode(png.substr(0, png.size() / 2)));
  CHECK_FALSE(decode(png.substr(0, 20)));
  CHECK_FALSE(decode(svg_of("<rect").substr(0, 60)));
  const auto truncated = decode(jpeg_of(quarters(64, 64)).substr(0, 100));
  REQUIRE_FALSE(truncated);
  CHECK_FALSE(truncated.error().remedy.empty());
}

TEST_CASE("a JPEG that breaks off among its pixels is told, not filled up with grey") {
  const std::string whole = jpeg_of(quarters(64, 64));
  CHECK(decode(whole + "what a phone keeps behind its photos"));
  for (const std::size_t kept : {whole.size() - 2, whole.size() * 3 / 4}) {
    CAPTURE(kept);
    const auto cut = decode(whole.substr(0, kept));
    REQUIRE_FALSE(cut);
    CHECK(cut.error().message == "the picture breaks off before its end");
  }
}

TEST_CASE("a file of another kind with a picture's name is called what it is") {
  const auto said = [](std::string_view bytes) { return decode(std::string(bytes) + std::string(64, '.')).error().message; };
  CHECK(said({"\0\0\0\x18" "ftypheic", 12}) == "this is an iPhone photo (HEIC)");
  CHECK(said({"\0\0\0\x18" "ftypmif1", 12}) == "this is an iPhone photo (HEIC)");
  CHECK(said({"\0\0\0\x1c" "ftypavif", 12}) == "this is an AVIF picture");
  CHECK(said({"\0\0\0\x14" "ftypqt  ", 12}) == "this is a film");
  CHECK(said({"RIFF\x20\0\0\0WEBPVP8 ", 16}) == "this is a WebP picture");
  CHECK(said("GIF89a") == "this is a GIF picture");
  CHECK(said("%PDF-1.7") == "this is a PDF document");
  CHECK(said("PK\x03\x04") == "this is an archive or an office document");
  CHECK(decode(std::string("\0\0\0\x18" "ftypheic", 12)).error().remedy.starts_with("Save it as JPEG"));
}

TEST_CASE("a header that promises more than the limits is refused before a pixel is decoded") {
  std::string png = png_of(quarters(8, 8));
  const auto with_size = [&](int width, int height) {
    for (std::size_t i = 0; i < 4; ++i) {
      png[16 + i] = static_cast<char>(width >> (24 - 8 * i));
      png[20 + i] = static_cast<char>(height >> (24 - 8 * i));
    }
    return png;
  };
  CHECK(decode(with_size(12000, 10000)).error().message == "the picture is 12000 × 10000 pixels, more than the kiosk reads");
  CHECK(decode(with_size(20000, 20000)).error().message == "the picture is 20000 × 20000 pixels, more than the kiosk reads");
  CHECK_FALSE(decode(with_size(0x7FFFFFFF, 0x7FFFFFFF)));
}

TEST_CASE("a file above the size limit and a result above it are refused") {
  CHECK_FALSE(decode(std::string(gfx::kMaxFileBytes + 1, '<')));
  CHECK_FALSE(decode(png_of(quarters(8, 8)), {0, 10, gfx::Fit::cover, 0, kTransparent}));
  CHECK_FALSE(decode(png_of(quarters(8, 8)), {8192, 8192, gfx::Fit::cover, 0, kTransparent}));
}

TEST_CASE("an SVG never reads another file") {
  const Folder folder;
  const auto secret = folder.write("secret.png", png_of(quarters(50, 50)));
  const std::string image = R"(<rect width="100" height="100" fill="#00ff00"/><image width="100" height="100" href=")";
  for (const std::string& address : {"file://" + secret.string(), secret.string(), std::string("secret.png")}) {
    CAPTURE(address);
    const auto drawn = decode(svg_of(image + address + "\"/>"), {20, 20, gfx::Fit::cover, 0, kTransparent});
    REQUIRE(drawn);
    CHECK(pixel(*drawn, 5, 5) == base::Color{0, 255, 0, 255});
    CHECK(pixel(*drawn, 15, 15) == base::Color{0, 255, 0, 255});
  }
  const auto notes = folder.write("notes.txt", "<rect width='100' height='100' fill='#ff0000'/>");
  const std::string head = "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file://" + notes.string() + "\">]>";
  const auto entity = decode(svg_of("&e;<rect width='1' height='1'/>", head), {20, 20, gfx::Fit::cover, 0, kTransparent});
  if (entity) CHECK(pixel(*entity, 10, 10).alpha == 0);
}

TEST_CASE("an SVG bomb of entities, depth or size is an error") {
  std::string entities = "<!ENTITY a0 \"<path d='M0 0h1v1z'/>\">";
  for (int i = 1; i < 12; ++i) {
    entities += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int j = 0; j < 10; ++j) entities += "&a" + std::to_string(i - 1) + ";";
    entities += "\">";
  }
  CHECK_FALSE(decode(svg_of("&a11;", "<!DOCTYPE svg [" + entities + "]>")));
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<g>";
  CHECK_FALSE(decode(svg_of(deep)));
}

TEST_CASE("a drawing with text says what to do about it") {
  const auto drawn = decode(svg_of("<text x='5' y='50'>Inezgane</text>"));
  REQUIRE_FALSE(drawn);
  CHECK(drawn.error().remedy == "Turn its text into paths and export it again.");
}
