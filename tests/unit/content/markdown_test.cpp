// Trainers write Markdown; the kiosk shows blocks of words, whatever else is in it.
#include <doctest/doctest.h>

#include "content/markdown.h"

using namespace kiosk;
using content::read_markdown;
using model::Block;
using model::BlockKind;

TEST_CASE("paragraphs, headings and lists become blocks, emphasis plain words") {
  const auto read = read_markdown("Un **début**\nsuite\n\n# Titre\n\n- un\n- *deux*\n\n3. trois\n4. quatre\n");
  CHECK(read.blocks == std::vector<Block>{{BlockKind::paragraph, "Un début suite", 0}, {BlockKind::heading, "Titre", 0}, {BlockKind::bullet, "un", 0},
                                          {BlockKind::bullet, "deux", 0}, {BlockKind::numbered, "trois", 3}, {BlockKind::numbered, "quatre", 4}});
  CHECK(read.lost.empty());
}

TEST_CASE("what cannot be shown is named once and left out: HTML, links, pictures") {
  const auto read = read_markdown("<script>alert(1)</script>\n\nVoir [le site](https://exemple.ma) et [encore](https://exemple.ma) ![photo](x.jpg)\n");
  CHECK(read.lost == std::vector<std::string>{"HTML", "a link", "a picture"});
  REQUIRE(read.blocks.size() == 1);
  CHECK(read.blocks[0].text == "Voir le site et encore ");
}

TEST_CASE("a table is named, and its rows are read one after the other") {
  const auto read = read_markdown("| Niveau | Mois |\n|---|---|\n| Qualification | 24 |\n");
  CHECK(read.lost == std::vector<std::string>{"a table"});
  CHECK(read.blocks == std::vector<Block>{{BlockKind::paragraph, "Niveau · Mois", 0}, {BlockKind::paragraph, "Qualification · 24", 0}});
}

TEST_CASE("hostile text ends: deep nesting, thousands of lists, bytes that are no text") {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "> ";
  CHECK(read_markdown(deep + "x").blocks.size() <= content::kMostBlocks);
  std::string brackets(50000, '[');
  CHECK(read_markdown(brackets).blocks.size() == 1);
  std::string lists;
  for (int i = 0; i < 5000; ++i) lists += "- a\n";
  const auto many = read_markdown(lists);
  CHECK(many.blocks.size() == content::kMostBlocks);
  CHECK_FALSE(many.lost.empty());
  CHECK(read_markdown(std::string("\xFF\xFE\x00\x01", 4)).blocks.size() <= 1);
  CHECK(read_markdown("").blocks.empty());
}
