// What people call the kinds of places, in Arabic, French, English and Tamazight, and Arabic in Latin letters: an operator by the names of rooms
// (content/room_words.h), a visitor by what is typed (session/place_search.h).
#pragma once

#include <string_view>

#include "model/map.h"

namespace kiosk::model {

struct KindWords {
  AreaKind kind;
  std::string_view words;  // one of them is enough; compared as people search (search_text.h), with and without the Arabic article
};

// Rooms for a purpose before those of any building: "salle de prière" is no classroom, "hall d'accueil" is the reception.
inline constexpr KindWords kKindWords[] = {
    {AreaKind::wc, "wc toilettes toilette sanitaires toilet toilets restroom mirhad مرحاض مراحيض طواليط حمام حمامات المرافق ⴰⵎⴰⵣⵣⴰⵍ"},
    {AreaKind::prayer, "prayer priere mosquee mosque masjid mossala مصلى مسجد الصلاة ⵜⵉⵎⵣⴳⵉⴷⴰ"},
    {AreaKind::first_aid, "infirmerie secours soins infirmary aid nurse tamrid إسعاف الإسعافات تمريض"},
    {AreaKind::library, "library bibliotheque mediatheque cdi maktaba مكتبة خزانة ⵜⴰⵙⴷⵍⵉⵙⵜ"},
    {AreaKind::cafeteria, "cafeteria cantine buvette cafe refectoire canteen restaurant maqsaf مقصف مطعم مقهى ⴰⵙⵙⵏⴰⵢ"},
    {AreaKind::lift, "lift elevator ascenseur mis3ad مصعد"},
    {AreaKind::stairs, "stairs stair escalier escaliers staircase daraj drouj درج أدراج سلم"},
    {AreaKind::exit, "exit sortie issue makhraj مخرج ⵓⴼⵓⵖ"},
    {AreaKind::water, "water fontaine fountain eau ma2 ماء نافورة سقاية ⴰⵎⴰⵏ"},
    {AreaKind::info, "info information informations renseignements orientation inscription inscriptions registration tasjil isti3lamat استعلامات إرشادات توجيه تسجيل"},
    {AreaKind::reception, "reception accueil istiqbal استقبال ⴰⵙⵏⵓⴱⴳ"},
    {AreaKind::workshop, "workshop atelier ateliers warsha ouarcha ورشة ورش محترف ⴰⵙⵉⵔⴰ"},
    {AreaKind::courtyard, "courtyard cour patio jardin riad saha sahat ساحة فناء حديقة رياض ⴰⴼⵔⴰⴳ"},
    {AreaKind::hall, "hall amphi amphitheatre conference conferences auditorium qaa kaa قاعة مدرج بهو"},
    {AreaKind::classroom, "classroom classe classes cours qism قسم أقسام حجرة"},
    {AreaKind::classroom, "salle"},
    {AreaKind::office, "office bureau bureaux direction administration secretariat maktab مكتب إدارة"},
};

}  // namespace kiosk::model
