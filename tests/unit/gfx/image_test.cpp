#include "gfx/image.h"

#include <doctest/doctest.h>

#include "pictures.h"

using namespace kiosk;
using namespace kiosk::test;

TEST_CASE("a picture comes back from its PNG file as it was") {
  const Folder folder;
  gfx::Image image = quarters(123, 45);
  SUBCASE("opaque") {}
  SUBCASE("with every degree of transparency") {
    for (std::size_t i = 3; i < image.pixels.size(); i += 4) image.pixels[i] = static_cast<std::uint8_t>(i / 4 % 256);
  }
  REQUIRE(gfx::write_png(image, folder.path("shot.png")));
  const auto read = gfx::read_png(folder.path("shot.png"));
  REQUIRE(read);
  CHECK(read->width_px == 123);
  CHECK(read->height_px == 45);
  CHECK(read->pixels == image.pixels);
}

TEST_CASE("a plain screen makes a small file") {
  const Folder folder;
  REQUIRE(gfx::write_png(quarters(1920, 1080), folder.path("shot.png")));
  CHECK(std::filesystem::file_size(folder.path("shot.png")) < 40000);
}

TEST_CASE("a picture that cannot be written or read is an error with a remedy") {
  const Folder folder;
  const auto unwritten = gfx::write_png(quarters(4, 4), folder.path("no/such/folder.png"));
  REQUIRE_FALSE(unwritten);
  CHECK_FALSE(unwritten.error().remedy.empty());
  CHECK_FALSE(gfx::write_png(gfx::Image{4, 4, {}}, folder.path("empty.png")));
  CHECK_FALSE(gfx::read_png(folder.path("missing.png")));
  CHECK_FALSE(gfx::read_png(folder.write("text.png", "not a picture")));
}
