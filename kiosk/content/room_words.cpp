#include "content/room_words.h"

#include <string>
#include <vector>

#include "locale/search_text.h"

namespace kiosk::content {
namespace {

using model::AreaKind;

struct Told {
  AreaKind kind;
  std::string_view words;  // one of them is enough; compared as people search (search_text.h), with and without the Arabic article
};

// Rooms for a purpose before those of any building: "salle de prière" is no classroom, "hall d'accueil" is the reception.
constexpr Told kTold[] = {
    {AreaKind::wc, "wc toilettes toilette sanitaires toilet toilets restroom mirhad مرحاض مراحيض المرافق ⴰⵎⴰⵣⵣⴰⵍ"},
    {AreaKind::prayer, "prayer priere mosquee mosque masjid mossala مصلى مسجد الصلاة ⵜⵉⵎⵣⴳⵉⴷⴰ"},
    {AreaKind::first_aid, "infirmerie secours soins infirmary aid nurse tamrid إسعاف الإسعافات تمريض"},
    {AreaKind::library, "library bibliotheque mediatheque cdi maktaba مكتبة خزانة ⵜⴰⵙⴷⵍⵉⵙⵜ"},
    {AreaKind::cafeteria, "cafeteria cantine buvette cafe refectoire canteen restaurant maqsaf مقصف مطعم ⴰⵙⵙⵏⴰⵢ"},
    {AreaKind::lift, "lift elevator ascenseur mis3ad مصعد"},
    {AreaKind::stairs, "stairs stair escalier escaliers staircase daraj drouj درج أدراج سلم"},
    {AreaKind::exit, "exit sortie issue makhraj مخرج ⵓⴼⵓⵖ"},
    {AreaKind::water, "water fontaine fountain eau ma2 ماء نافورة سقاية ⴰⵎⴰⵏ"},
    {AreaKind::info, "info information informations renseignements orientation isti3lamat استعلامات إرشادات توجيه"},
    {AreaKind::reception, "reception accueil istiqbal استقبال ⴰⵙⵏⵓⴱⴳ"},
    {AreaKind::workshop, "workshop atelier ateliers warsha ouarcha ورشة ورش محترف ⴰⵙⵉⵔⴰ"},
    {AreaKind::courtyard, "courtyard cour patio jardin riad saha sahat ساحة فناء حديقة رياض ⴰⴼⵔⴰⴳ"},
    {AreaKind::hall, "hall amphi amphitheatre conference conferences auditorium qaa kaa قاعة مدرج بهو"},
    {AreaKind::classroom, "classroom classe classes cours qism قسم أقسام حجرة"},
    {AreaKind::classroom, "salle"},
    {AreaKind::office, "office bureau bureaux direction administration secretariat maktab مكتب إدارة"},
};

struct Word {
  AreaKind kind;
  locale::SearchWord word;
};

const std::vector<Word>& telling_words() {
  static const std::vector<Word> all = [] {
    std::vector<Word> made;
    for (const Told& told : kTold) {
      for (const std::u32string& word : locale::words_of(locale::fold(told.words))) made.push_back({told.kind, locale::search_word(word)});
    }
    return made;
  }();
  return all;
}

}  // namespace

std::optional<AreaKind> kind_told_by(std::string_view text) {
  const locale::FoldedText folded = locale::fold(text);
  for (const Word& word : telling_words()) {
    const auto match = locale::find_word(folded, word.word, locale::Forgiving::forms);
    if (match && match->fit == locale::Fit::whole_word) return word.kind;
  }
  return std::nullopt;
}

}  // namespace kiosk::content
