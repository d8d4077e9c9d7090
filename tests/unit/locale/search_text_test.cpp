// What a hurried finger types finds what it means, in any script.
#include <doctest/doctest.h>

#include "locale/search_text.h"

using namespace kiosk::locale;

namespace {

std::optional<WordMatch> find(std::string_view text, std::string_view typed) {
  for (const Forgiving forgiving : {Forgiving::forms, Forgiving::typos, Forgiving::sounds}) {
    const auto found = find_word(fold(text), search_word(fold(typed).letters), forgiving);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("case, accents, harakat, tatweel, hamza and alef, ta marbuta and alef maqsura make no difference") {
  for (const auto& [text, typed] : {std::pair("Métiers d’art", "METIERS"), {"التأهيل", "التاهيل"}, {"الفُخَّار", "الفخار"}, {"الزرـــبية", "الزربيه"}, {"مستشفى", "مستشفي"},
                                    {"إنزكان", "انزكان"}, {"Œuvre", "oeuvre"}, {"ﻻلة", "لاله"}, {"مؤسسة", "موسسة"}, {"١٢٣", "123"}, {"ڭناوة", "كناوة"}}) {
    CAPTURE(text);
    const auto found = find(text, typed);
    REQUIRE(found.has_value());
    CHECK(found->fit == Fit::whole_word);
  }
}

TEST_CASE("a word that is still being typed is found, with the article and without it") {
  CHECK(find("الزليج", "زلي")->fit == Fit::begins_word);
  CHECK(find("الزليج", "الزلي")->fit == Fit::begins_word);
  CHECK(find("Bijouterie en argent", "argent")->fit == Fit::whole_word);
  CHECK(find("Bijouterie en argent", "jouter")->fit == Fit::inside_word);
  CHECK_FALSE(find("Bijouterie", "zellige").has_value());
}

TEST_CASE("one typo is forgiven from four letters on, in a word of four only when it is whole, and two from eight") {
  CHECK(find("Zellige", "zelige")->fit == Fit::with_typos);
  CHECK(find("Zellige", "zelilge")->fit == Fit::with_typos);
  CHECK(find("Zellige", "zeklige")->fit == Fit::with_typos);
  CHECK(find("Céramique", "ceramqiue")->fit == Fit::with_typos);
  CHECK(find("Cuir", "curi")->fit == Fit::with_typos);
  CHECK(find("الزليج", "زليح")->fit == Fit::with_typos);
  CHECK(find("Marqueterie", "markueteri")->fit == Fit::with_typos);
  CHECK_FALSE(find("Zellige", "zkllogf").has_value());
  CHECK_FALSE(find("Cuirassier", "curi").has_value());
  CHECK_FALSE(find("Oud", "oid").has_value());
  CHECK(find("النجارة الفنية", "النجاة")->fit == Fit::with_typos);
}

TEST_CASE("what French elides is a word of its own, and Tamazight is one word in both its scripts") {
  CHECK(find("Tourner l’argile", "argile")->fit == Fit::whole_word);
  CHECK(find("fil d'argent", "argent")->fit == Fit::whole_word);
  CHECK(find("aujourd’hui", "aujourdhui")->fit == Fit::whole_word);
  CHECK(find("ⴰⵥⵟⵟⴰ", "azṭṭa")->fit == Fit::whole_word);
  CHECK(find("akccuḍ", "ⴰⴽⵛⵛⵓⴹ")->fit == Fit::whole_word);
}

TEST_CASE("a match leads back to its bytes, marks on letters included") {
  const std::string text = "Poterie et céramique";
  const auto found = find(text, "ceram");
  REQUIRE(found.has_value());
  CHECK(text.substr(found->first_byte, found->last_byte - found->first_byte) == "céram");
  const std::string arabic = "فُخَّار";
  const auto marked = find(arabic, "فخار");
  REQUIRE(marked.has_value());
  CHECK(marked->first_byte == 0);
  CHECK(marked->last_byte == arabic.size());
}

TEST_CASE("text that is no UTF-8, empty or only signs finds nothing and breaks nothing") {
  CHECK(words_of(fold("  … - \xFF\xFE ")).empty());
  CHECK(words_of(fold("")).empty());
  CHECK_FALSE(find("Zellige", "").has_value());
}
