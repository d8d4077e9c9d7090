// One word in its forms, held by pairs: what belongs together and what only looks as if it did.
#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "locale/search_text.h"

using namespace kiosk::locale;

namespace {

using Pairs = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// How the first is found when the second is typed, and the other way round: the weaker of both.
std::optional<Fit> fit_between(std::string_view one, std::string_view other) {
  const auto there = find_word(fold(one), search_word(fold(other).letters), Forgiving::forms);
  const auto back = find_word(fold(other), search_word(fold(one).letters), Forgiving::forms);
  if (!there || !back) return std::nullopt;
  return std::max(there->fit, back->fit);
}

bool belong_together(std::string_view one, std::string_view other) {
  const auto fit = fit_between(one, other);
  return fit && *fit <= Fit::same_root;
}

}  // namespace

TEST_CASE("an Arabic word is found with the article, and with what is written to the article") {
  for (const auto& [one, other] : Pairs{{"عود", "العود"}, {"حلي", "الحُلِيّ"}, {"خياطة", "والخياطة"}, {"فضة", "بالفضة"}, {"زليج", "للزليج"}, {"خشب", "كالخشب"}}) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(fit_between(one, other) == Fit::whole_word);
  }
}

TEST_CASE("Arabic endings of number, gender and belonging are no other word") {
  for (const auto& [one, other] : Pairs{{"نجار", "نجارين"}, {"نجار", "النجارون"}, {"حداد", "الحدادين"}, {"خياط", "خياطات"}, {"طراز", "طرازة"}, {"جلد", "جلدية"}, {"نحاس", "نحاسيات"},
                                        {"مجوهر", "مجوهرات"}, {"خشب", "الخشبية"}, {"زجاج", "زجاجي"}, {"قفطان", "قفطانها"}}) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(belong_together(one, other));
  }
}

TEST_CASE("an Arabic broken plural belongs to its singular, and a trade to who follows it") {
  for (const auto& [one, other] : Pairs{{"خاتم", "خواتم"}, {"طاجين", "طواجن"}, {"حقيبة", "حقائب"}, {"محفظة", "محافظ"}, {"سرج", "سروج"}, {"زربية", "زرابي"}, {"قفطان", "قفاطين"},
                                        {"جلد", "جلود"}, {"صندوق", "صناديق"}, {"فانوس", "فوانيس"}, {"كتاب", "كتب"}, {"نقش", "نقاش"}, {"طرز", "طراز"}, {"نسيج", "نساج"}}) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(belong_together(one, other));
  }
}

TEST_CASE("a French or English plural and the people of a trade belong to their craft") {
  for (const auto& [one, other] : Pairs{{"vitrail", "vitraux"}, {"métal", "métaux"}, {"bijou", "bijoux"}, {"plateau", "plateaux"}, {"cheval", "chevaux"}, {"sac", "sacs"}, {"poterie", "potiers"}, {"menuiserie", "menuisière"},
                                        {"broderie", "brodeuses"}, {"couture", "couturier"}, {"sculpture", "sculpteur"}, {"reliure", "relieuse"}, {"soudure", "soudeur"}, {"céramique", "céramiste"}, {"lutherie", "luthier"},
                                        {"pottery", "potters"}, {"weaving", "weaver"}, {"carving", "carver"}, {"jewellery", "jeweller"}, {"carpentry", "carpenter"}, {"embroidery", "embroidered"}}) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(belong_together(one, other));
  }
}

TEST_CASE("words that only look alike stay apart") {
  for (const auto& [one, other] : Pairs{{"بلغة", "لغة"}, {"خيط", "خط"}, {"سرج", "سراي"}, {"تاج", "توجيه"}, {"cuir", "cuisine"}, {"verre", "vert"}, {"bois", "boisson"}, {"sellier", "cellier"}, {"tapis", "tapage"}, {"oud", "ours"}}) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK_FALSE(belong_together(one, other));
  }
}

TEST_CASE("a word that was only heard sounds like the word as it is written") {
  for (const auto& [one, other] : Pairs{{"céramique", "seramik"}, {"couture", "koutur"}, {"طرز", "ترز"}, {"صياغة", "سياغة"}, {"mosaïque", "mozaik"}, {"zouaq", "zwak"}, {"babouche", "baboush"}, {"djellaba", "jilaba"}, {"musique", "mousi9a"}}) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(find_word(fold(one), search_word(fold(other).letters), Forgiving::sounds).has_value());
  }
  CHECK(sound_of(U"").empty());
}

TEST_CASE("words that say nothing of what is searched are known in the languages that visitors write") {
  for (const std::string_view word : {"je", "veux", "apprendre", "la", "أريد", "أتعلم", "بغيت", "في", "the", "learn", "formation", "حرفة"}) {
    CAPTURE(word);
    CHECK(is_stop_word(fold(word).letters));
  }
  for (const std::string_view word : {"bois", "or", "خشب", "glass", "oud"}) {
    CAPTURE(word);
    CHECK_FALSE(is_stop_word(fold(word).letters));
  }
}
