// Strings of this product, each with the visual order (UAX #9) and the caret stops (UAX #29) a reader expects. The expectations
// were reasoned out from the standard's rules, not copied from what the program does.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "text/layout.h"

using namespace kiosk;
using base::Language;
using text::CaretStop;

namespace {

// `text` is cut by | into pieces, in the order of reading. { and } stand for U+2066 and U+2069 (isolates), _ for U+202F.
// `visual` names the pieces as they stand from left to right: piece number, > when its letters run to the right or < when they
// run to the left, and how many steps a caret makes through it.
struct Example {
  Language language;
  const char* text;
  const char* visual;
};

// clang-format off
const Example kExamples[] = {
    // Names and sentences of one direction.
    {Language::arabic, "الصياغة الفضية", "1<14"},
    {Language::arabic, "المصنوعات الجلدية", "1<17"},
    {Language::arabic, "صناعة البلغة والشربيل", "1<21"},
    {Language::arabic, "السروج المطرزة", "1<14"},
    {Language::arabic, "التسفير والتذهيب", "1<16"},
    {Language::arabic, "النجارة الفنية", "1<14"},
    {Language::arabic, "النقش على الخشب", "1<15"},
    {Language::arabic, "التطعيم وترصيع الخشب", "1<20"},
    {Language::arabic, "صناعة الآلات الموسيقية", "1<22"},
    {Language::arabic, "الحدادة الفنية", "1<14"},
    {Language::arabic, "المصنوعات النحاسية", "1<18"},
    {Language::arabic, "الحديد المرصع بالفضة", "1<20"},
    {Language::arabic, "الخياطة التقليدية الراقية", "1<25"},
    {Language::arabic, "الفصالة والخياطة التقليدية", "1<26"},
    {Language::arabic, "النسيج التقليدي (الدرازة)", "1<25"},
    {Language::arabic, "الصباغة والزخرفة على الخشب (الزواق)", "1<35"},
    {Language::arabic, "الزربية", "1<7"},
    {Language::arabic, "القياطين والعقاد", "1<16"},
    {Language::arabic, "الفخار والخزف", "1<13"},
    {Language::arabic, "النقش على الجبس", "1<15"},
    {Language::arabic, "التصميم والابتكار", "1<17"},
    {Language::arabic, "المنقاش (مطرقة الزليج)", "1<22"},
    {Language::arabic, "ماذا تودون أن تكتشفوا؟", "1<22"},
    {Language::arabic, "هل ما زلتم هنا؟", "1<15"},
    {Language::arabic, "قطع الزليج وتركيبه وفق رسوم هندسية لتزيين الجدران والأرضيات.", "1<60"},
    {Language::arabic, "عرض التكوين: الشعب والمستويات والآفاق", "1<37"},
    {Language::arabic, "استقبال، تسجيل؛ ثم كلمة افتتاحية.", "1<33"},
    {Language::arabic, "لا ورشة مفتوحة في هذه اللحظة…", "1<29"},
    {Language::arabic, "ورشة الزليج — الطابق الأرضي", "1<27"},
    {Language::arabic, "إنزكان · أكادير", "1<15"},
    {Language::french, "Bijouterie en argent", "1>20"},
    {Language::french, "Menuiserie d’art", "1>16"},
    {Language::french, "L’offre de formation_: filières, niveaux et débouchés", "1>53"},
    {Language::french, "Que souhaitez-vous découvrir_?", "1>30"},
    {Language::french, "Êtes-vous toujours là_?", "1>23"},
    {Language::french, "Rez-de-chaussée, à l’entrée principale", "1>38"},
    {Language::french, "Institut spécialisé des arts traditionnels d’Inezgane", "1>53"},
    {Language::french, "Touchez «_Terminé_»_: vos choix sont effacés.", "1>45"},
    {Language::french, "Maître artisan (maâlem)", "1>23"},
    {Language::french, "De 10 h 30 à 12 h 15", "1>20"},
    {Language::french, "Lundi 22 septembre 2025 à 10 h 15", "1>33"},
    {Language::french, "05 28 00 00 00", "1>14"},
    {Language::french, "+212 5 28 00 00 00", "1>18"},
    {Language::french, "1re année — 25_% de pratique en plus", "1>36"},
    {Language::french, "24 programmes · 2 instituts", "1>27"},
    {Language::english, "“Bridges to the job market and local development”", "1>49"},
    {Language::english, "What would you like to discover?", "1>32"},
    {Language::english, "Graduates’ stories: from the institute to a job", "1>47"},
    {Language::english, "Monday 22 September 2025, 10:15", "1>31"},
    {Language::english, "Level: Qualification (2 years)", "1>30"},
    {Language::tamazight, "ⴰⵏⵙⵓⴼ", "1>5"},
    {Language::tamazight, "ⵜⴰⵏⵎⵎⵉⵔⵜ", "1>8"},
    {Language::tamazight, "ⴰⵢⵏⴰⵙ 22 ⵛⵓⵜⴰⵏⴱⵉⵔ 2025 10:15", "1>28"},
    {Language::tamazight, "ⵙⵏⴼⵍ ⵜⵓⵜⵍⴰⵢⵜ", "1>12"},
    {Language::tamazight, "ⵉⵙⵇⵙⵉⵜⵏ ⴷ ⵜⵎⵔⴰⵔⵓⵜⵉⵏ", "1>19"},
    {Language::tamazight, "ⵜⴰⴷⴳⴳⵯⴰⵜ", "1>8"},
    {Language::tamazight, "ⴰⴳⴰⴷⵉⵔ, ⵙⵓⵙ, ⵍⵎⵖⵔⵉⴱ", "1>19"},
    // Harakat, hamza and ligatures: a mark has no caret stop of its own, lam-alef has one inside.
    {Language::arabic, "مرحبًا بكم", "1<9"},
    {Language::arabic, "مَرْحَبًا بِكُمْ", "1<9"},
    {Language::arabic, "تعلّم تشكيل الفضة وتلحيمها", "1<25"},
    {Language::arabic, "قصّ الجلد وخياطته وزخرفته", "1<24"},
    {Language::arabic, "مكوِّن", "1<4"},
    {Language::arabic, "لمعلّم", "1<5"},
    {Language::arabic, "أخذ القياسات يدويًا وبالآلة", "1<26"},
    {Language::arabic, "لا", "1<2"},
    {Language::arabic, "لأ", "1<2"},
    {Language::arabic, "الآن", "1<4"},
    {Language::arabic, "لاحقًا", "1<5"},
    {Language::arabic, "الآلات", "1<6"},
    {Language::arabic, "ثوانٍ", "1<4"},
    {Language::arabic, "تباين عالٍ", "1<9"},
    {Language::arabic, "كبير جدًّا", "1<8"},
    {Language::arabic, "مُهَنْدِسَةٌ", "1<6"},
    {Language::arabic, "ءأؤإئآةى", "1<8"},
    {Language::arabic, "ٱلزَّلِيج", "1<6"},
    {Language::arabic, "هٰذا", "1<3"},
    {Language::arabic, "أ", "1<1"},
    {Language::arabic, "سُوقُ الشُّغْلِ", "1<9"},
    {Language::arabic, "إِنْزِكَّان", "1<6"},
    {Language::arabic, "الزليـــج", "1<9"},
    {Language::french, "é", "1>1"},
    {Language::french, "Marquètérie", "1>11"},
    // Numbers in Arabic stand from left to right (rules W2, L2); what is around them goes on from right to left.
    {Language::arabic, "24| برنامجًا", "2<8 1>2"},
    {Language::arabic, "3| ورشات مفتوحة الآن", "2<18 1>1"},
    {Language::arabic, "بعد |15| دقيقة", "3<6 2>2 1<4"},
    {Language::arabic, "تأخير |20| دقيقة", "3<6 2>2 1<6"},
    {Language::arabic, "حتى |10:45", "2>5 1<4"},
    {Language::arabic, "الورشة المقبلة على الساعة |11:00", "2>5 1<26"},
    {Language::arabic, "الاثنين |22| شتنبر |2025|، |10:15", "6>5 5<2 4>4 3<7 2>2 1<8"},
    {Language::arabic, "22/09/2025", "1>10"},
    {Language::arabic, "يوم |22/09/2025", "2>10 1<4"},
    {Language::arabic, "09:30| – |10:00", "3>5 2<3 1>5"},
    {Language::arabic, "من |09:30| إلى |10:00", "4>5 3<5 2>5 1<3"},
    {Language::arabic, "من |09:30| – |10:00|: استقبال", "5<9 4>5 3<3 2>5 1<3"},
    {Language::arabic, "القاعة |12", "2>2 1<7"},
    {Language::arabic, "القاعة |12|، الطابق |1", "4>1 3<9 2>2 1<7"},
    {Language::arabic, "السن: |15|–|30| سنة", "5<4 4>2 3<1 2>2 1<6"},
    {Language::arabic, "رقم |1/2", "2>3 1<4"},
    {Language::arabic, "71,5%", "1>5"},
    {Language::arabic, "71,5%| من الخريجين", "2<12 1>5"},
    {Language::arabic, "نسبة الإدماج |71,5|%", "3<1 2>4 1<13"},
    {Language::arabic, "نسبة |71|% بعد |9| أشهر", "5<5 4>1 3<6 2>2 1<5"},
    {Language::arabic, "المنحة: |1| |000", "4>3 3<1 2>1 1<8"},
    {Language::arabic, "المنحة: |1_000", "2>5 1<8"},
    {Language::arabic, "(|2025|)", "3<1 2>4 1<1"},
    {Language::arabic, "دورة (|2025|)", "3<1 2>4 1<6"},
    {Language::arabic, "1|. الزليج", "2<8 1>1"},
    {Language::arabic, "رقم البطاقة: |0042", "2>4 1<13"},
    {Language::arabic, "18:30| انتهت ورشات اليوم", "2<18 1>5"},
    {Language::arabic, "300| متدرب، |12| ورشة، |67| مؤسسة", "6<6 5>2 4<7 3>2 2<8 1>3"},
    {Language::arabic, "المقاعد |8/12", "2>4 1<8"},
    {Language::arabic, "السن: |15|-|30", "4>2 3<1 2>2 1<6"},
    {Language::arabic, "15-30| سنة", "2<4 1>5"},
    {Language::arabic, "المستوى |3| — |4", "4>1 3<3 2>1 1<8"},
    {Language::arabic, "3| + |4", "3>1 2<3 1>1"},
    {Language::arabic, "من |3| + |4", "4>1 3<3 2>1 1<3"},
    // Telephone numbers, addresses and receipt codes: as typed they fall apart in Arabic, isolated (U+2066 … U+2069) they do not.
    {Language::arabic, "{|05 28 00 00 00|}", "3<1 2>14 1<1"},
    {Language::arabic, "الهاتف: {|05 28 00 00 00|}", "3<1 2>14 1<9"},
    {Language::arabic, "الهاتف: {|+212 5 28 00 00 00|}", "3<1 2>18 1<9"},
    {Language::arabic, "اتصلوا بالرقم {|+212 6 61 00 00 00|} بعد الظهر", "3<11 2>18 1<15"},
    {Language::arabic, "الهاتف: |05| |28| |00", "6>2 5<1 4>2 3<1 2>2 1<8"},
    {Language::arabic, "الهاتف: +|212", "2>3 1<9"},
    {Language::arabic, "رقم الملف {|K3-2025-0042|}.", "3<2 2>12 1<11"},
    {Language::arabic, "الرمز {|7Q4K-M2XD|} على هاتفكم", "3<12 2>9 1<7"},
    {Language::arabic, "البريد: {|contact@example.ma|}", "3<1 2>18 1<9"},
    {Language::arabic, "البريد: |contact@example.ma", "2>18 1<8"},
    {Language::arabic, "اكتبوا إلى |contact@example.ma|، شكرًا", "3<6 2>18 1<11"},
    {Language::arabic, "الموقع |https://example.ma/ar|/", "3<1 2>21 1<7"},
    {Language::arabic, "الموقع {|https://example.ma/ar/|}", "3<1 2>22 1<8"},
    {Language::arabic, "الزيارة {|10:15|} – {|11:00|}", "5<1 4>5 3<5 2>5 1<9"},
    {Language::arabic, "الزيارة {|10:15 – 11:00|}", "3<1 2>13 1<9"},
    {Language::arabic, "{|fatima.amrani@example.ma|}", "3<1 2>24 1<1"},
    {Language::french, "Téléphone_: {|05 28 00 00 00|}", "1>13 2>14 3>1"},
    {Language::french, "Écrivez à contact@example.ma.", "1>29"},
    {Language::french, "Code 7Q4K-M2XD", "1>14"},
    // French and English words inside Arabic.
    {Language::arabic, "شعبة |Zellige| بأكادير", "3<8 2>7 1<5"},
    {Language::arabic, "شعبة |Haute couture| بالمعهد", "3<8 2>13 1<5"},
    {Language::arabic, "المعهد المتخصص (|ISAT|)", "3<1 2>4 1<16"},
    {Language::arabic, "ISAT| (إنزكان)", "2<9 1>4"},
    {Language::arabic, "Zellige (Fès)", "1>13"},
    {Language::arabic, "الزليج (|Zellige|) والجبس", "3<8 2>7 1<8"},
    {Language::arabic, "Zellige، Poterie", "1>16"},
    {Language::arabic, "شعبتا |Zellige، Poterie| معًا", "3<4 2>16 1<6"},
    {Language::arabic, "شعبة «_|Zellige|_»", "3<2 2>7 1<7"},
    {Language::arabic, "«|Bijouterie en argent|» تعني الصياغة الفضية", "3<21 2>20 1<1"},
    {Language::arabic, "شعبة \"|Zellige|\"", "3<1 2>7 1<6"},
    {Language::arabic, "القاعة |G1", "2>2 1<7"},
    {Language::arabic, "القاعة |12| |B", "4>1 3<1 2>2 1<7"},
    {Language::arabic, "القاعة |B 12", "2>4 1<7"},
    {Language::arabic, "العربية · |Français · English", "2>18 1<10"},
    {Language::arabic, "العربية · |Français · English · ⵜⴰⵎⴰⵣⵉⵖⵜ", "2>29 1<10"},
    {Language::arabic, "دبلوم |Technicien spécialisé| في |2| سنتين", "5<6 4>1 3<4 2>21 1<6"},
    {Language::arabic, "L’Institut| المتخصص", "2<8 1>10"},
    {Language::arabic, "Zellige|!", "2<1 1>7"},
    {Language::arabic, "الزليج!", "1<7"},
    {Language::arabic, "رمز |QR| على الهاتف", "3<11 2>2 1<4"},
    {Language::arabic, "ملف |XLSX| أو |CSV", "4>3 3<4 2>4 1<4"},
    {Language::arabic, "مفتاح |USB| جاهز؟", "3<6 2>3 1<6"},
    {Language::arabic, "الآلة |CNC 3| الجديدة", "3<8 2>5 1<6"},
    {Language::arabic, "Excel| و|Word| و|PDF", "5>3 4<2 3>4 2<2 1>5"},
    {Language::arabic, "طابعة |3D", "2>2 1<6"},
    {Language::arabic, "طابعة |D3", "2>2 1<6"},
    {Language::arabic, "FabLab 2025| بأكادير", "2<8 1>11"},
    {Language::arabic, "A + B", "1>5"},
    {Language::arabic, "مقاس |A4| أو |A3", "4>2 3<4 2>2 1<5"},
    // Arabic inside French and English.
    {Language::french, "Zellige (|الزليج|)", "1>9 2<6 3>1"},
    {Language::french, "Zellige (|الزليج|), 2 ans", "1>9 2<6 3>8"},
    {Language::french, "L’atelier «_|الزليج|_» est ouvert", "1>12 2<6 3>13"},
    {Language::french, "Le zouaq, |الزواق|, se peint au pinceau", "1>10 2<6 3>21"},
    {Language::french, "Atelier |الزليج |12", "1>8 3>2 2<7"},
    {Language::french, "الزليج", "1<6"},
    {Language::french, "الزليج|.", "1<6 2>1"},
    {Language::french, "الزليج، الجبس", "1<13"},
    {Language::french, "المعهد| et |المدرسة", "1<6 2>4 3<7"},
    {Language::french, "Jusur — |جسور", "1>8 2<4"},
    {Language::french, "Jusur (|جسور جديدة|)_: le kiosque", "1>7 2<10 3>14"},
    {Language::french, "جسور| : ponts", "1<4 2>8"},
    {Language::french, "De |أكادير| à |إنزكان", "1>3 2<6 3>3 4<6"},
    {Language::french, "22 |شتنبر |2025", "1>3 3>4 2<6"},
    {Language::french, "«_|مرحبًا|_»", "1>2 2<5 3>2"},
    {Language::english, "Jusur (|جسور|, “bridges”)", "1>7 2<4 3>12"},
    {Language::english, "Say “|مرحبا|” to the trainer", "1>5 2<5 3>16"},
    {Language::english, "السلام عليكم|!", "1<12 2>1"},
    {Language::english, "Room |ورشة الزليج, |10:15|–|11:00", "1>5 5>5 4<1 3>5 2<13"},
    {Language::english, "Room {|ورشة الزليج|}, 10:15–11:00", "1>6 2<11 3>14"},
    {Language::english, "العربية| · Français · English", "1<7 2>21"},
    // Tifinagh beside the others.
    {Language::arabic, "مرحبًا · |ⴰⵏⵙⵓⴼ", "2>5 1<8"},
    {Language::arabic, "ⴰⵏⵙⵓⴼ| · مرحبًا", "2<8 1>5"},
    {Language::arabic, "أكادير (|ⴰⴳⴰⴷⵉⵔ|)", "3<1 2>6 1<8"},
    {Language::arabic, "الزربية – |ⵜⴰⵣⵔⴱⵉⵜ|، الطين – |ⵉⴷⵇⵇⵉ", "4>5 3<10 2>7 1<10"},
    {Language::arabic, "ⴰⵏⵙⵓⴼ · Bienvenue| · مرحبًا", "2<8 1>17"},
    {Language::arabic, "قولوا «|ⴰⵣⵓⵍ|» للمكوّن", "3<8 2>4 1<7"},
    {Language::french, "ⴰⵏⵙⵓⴼ · Bienvenue", "1>17"},
    {Language::french, "Tapis (ⵜⴰⵣⵔⴱⵉⵜ)", "1>15"},
    {Language::french, "ⴰⵏⵙⵓⴼ · Bienvenue · |مرحبًا", "1>20 2<5"},
    {Language::english, "Thank you, ⵜⴰⵏⵎⵎⵉⵔⵜ!", "1>20"},
    {Language::tamazight, "ⴰⵏⵙⵓⴼ · |مرحبًا| · Bienvenue", "1>8 2<5 3>12"},
    {Language::tamazight, "ⵜⴰⵣⵔⴱⵉⵜ (|الزربية|)", "1>9 2<7 3>1"},
    {Language::tamazight, "ⵜⵓⵜⵍⴰⵢⵜ: Français", "1>17"},
    // What a visitor types: names in two scripts, a space at the end, half a word.
    {Language::arabic, "فاطمة الزهراء", "1<13"},
    {Language::arabic, "فاطمة |Amrani", "2>6 1<6"},
    {Language::arabic, "Amrani| فاطمة", "2<6 1>6"},
    {Language::arabic, "Amrani| ", "2<1 1>6"},
    {Language::arabic, "فاطمة ", "1<6"},
    {Language::arabic, "محمد |2| ", "3<1 2>1 1<5"},
    {Language::arabic, "بن علي (|Ben Ali|)", "3<1 2>7 1<8"},
    {Language::arabic, "عبد الله |O’Brien", "2>7 1<9"},
    {Language::arabic, "جمعية |Tiwizi| للنسيج", "3<7 2>6 1<6"},
    {Language::arabic, "تعاونية |Tifawin 2000", "2>12 1<8"},
    {Language::arabic, "يوسف-|Youssef", "2>7 1<5"},
    {Language::arabic, "ⵢⵓⴱⴰ", "1>4"},
    {Language::arabic, "كم المدة؟ |2| سنتان", "3<6 2>1 1<10"},
    {Language::french, "Fatima |فاطمة", "1>7 2<5"},
    {Language::french, "Fatima |فاطمة| Amrani", "1>7 2<5 3>7"},
    {Language::french, "Amrani ", "1>7"},
    {Language::french, "فاطمة| ", "1<5 2>1"},
    {Language::french, "José-María Ñúñez", "1>16"},
    {Language::french, "Ou", "1>2"},
    {Language::french, "06", "1>2"},
    {Language::arabic, "06", "1>2"},
    {Language::arabic, "0661000000", "1>10"},
    {Language::arabic, "+|212", "2>3 1<1"},
    {Language::arabic, "{|+212|}", "3<1 2>4 1<1"},
};
// clang-format on

struct Piece {
  std::uint32_t first_byte = 0;
  std::uint32_t end_byte = 0;
  std::vector<std::uint32_t> letters;  // indices of its code points
  bool to_the_right = true;
  std::size_t steps = 0;
};

struct Expected {
  std::string text;
  std::u32string letters;
  std::vector<Piece> pieces;         // in the order of reading
  std::vector<std::size_t> visual;   // pieces from left to right
};

void append_utf8(std::string& utf8, std::uint32_t letter) {
  if (letter < 0x80) {
    utf8 += static_cast<char>(letter);
  } else if (letter < 0x800) {
    utf8 += static_cast<char>(0xC0 | (letter >> 6));
    utf8 += static_cast<char>(0x80 | (letter & 0x3F));
  } else {
    utf8 += static_cast<char>(0xE0 | (letter >> 12));
    utf8 += static_cast<char>(0x80 | ((letter >> 6) & 0x3F));
    utf8 += static_cast<char>(0x80 | (letter & 0x3F));
  }
}

// Of the Basic Multilingual Plane only, which all examples keep to.
std::u32string decode(std::string_view utf8) {
  std::u32string letters;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    char32_t letter = length == 1 ? lead : lead & (length == 2 ? 0x1FU : 0x0FU);
    for (std::size_t k = 1; k < length; ++k) letter = (letter << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    letters += letter;
    i += length;
  }
  return letters;
}

Expected read(const Example& example) {
  Expected expected;
  expected.pieces.emplace_back();
  for (char32_t letter : decode(example.text)) {
    if (letter == U'|') {
      Piece next;
      next.first_byte = next.end_byte = expected.pieces.back().end_byte;
      expected.pieces.push_back(next);
      continue;
    }
    if (letter == U'{') letter = 0x2066;
    if (letter == U'}') letter = 0x2069;
    if (letter == U'_') letter = 0x202F;
    append_utf8(expected.text, letter);
    expected.pieces.back().letters.push_back(static_cast<std::uint32_t>(expected.letters.size()));
    expected.letters += letter;
    expected.pieces.back().end_byte = static_cast<std::uint32_t>(expected.text.size());
  }
  std::istringstream visual(example.visual);
  std::size_t number = 0;
  char direction = 0;
  std::size_t steps = 0;
  while (visual >> number >> direction >> steps) {
    Piece& piece = expected.pieces.at(number - 1);
    piece.to_the_right = direction == '>';
    piece.steps = steps;
    expected.visual.push_back(number - 1);
  }
  REQUIRE(expected.visual.size() == expected.pieces.size());
  return expected;
}

std::vector<std::uint32_t> visual_indices(const Expected& expected) {
  std::vector<std::uint32_t> order;
  for (const std::size_t number : expected.visual) {
    const Piece& piece = expected.pieces[number];
    if (piece.to_the_right) {
      order.insert(order.end(), piece.letters.begin(), piece.letters.end());
    } else {
      order.insert(order.end(), piece.letters.rbegin(), piece.letters.rend());
    }
  }
  return order;
}

const Piece* piece_with_inside(const Expected& expected, std::uint32_t byte) {
  for (const Piece& piece : expected.pieces) {
    if (byte > piece.first_byte && byte < piece.end_byte) return &piece;
  }
  return nullptr;
}

// A step over an isolate goes nowhere on screen; every other step is one to be seen.
bool is_visible_step(const std::string& text, std::uint32_t from, std::uint32_t to) {
  const std::string_view step = std::string_view(text).substr(from, to - from);
  return step != "\u2066" && step != "\u2069";
}

text::Shaper& shaper() {
  static const std::unique_ptr<text::Shaper> one = std::move(*text::Shaper::create({"/usr/share/fonts/truetype/noto"}));
  return *one;
}

struct Extent {
  float left = std::numeric_limits<float>::max();
  float right = std::numeric_limits<float>::lowest();
  void add(float x) {
    left = std::min(left, x);
    right = std::max(right, x);
  }
};

}  // namespace

TEST_CASE("real strings: letters stand in the visual order a reader expects") {
  REQUIRE(std::size(kExamples) >= 200);
  for (const Example& example : kExamples) {
    CAPTURE(std::string(example.text));
    const Expected expected = read(example);
    CHECK(text::visual_order(expected.letters, (base::direction(example.language) == base::Direction::right_to_left)) == visual_indices(expected));
  }
}

TEST_CASE("real strings: a caret makes the steps a reader expects, in each piece") {
  for (const Example& example : kExamples) {
    CAPTURE(std::string(example.text));
    const Expected expected = read(example);
    const std::vector<std::uint32_t> stops = text::grapheme_boundaries(expected.text);
    for (const Piece& piece : expected.pieces) {
      const auto inside = std::count_if(stops.begin(), stops.end(),
                                        [&](std::uint32_t byte) { return byte > piece.first_byte && byte <= piece.end_byte; });
      CHECK(static_cast<std::size_t>(inside) == piece.steps);
    }
  }
}

TEST_CASE("real strings: carets move in the direction of their piece, and the pieces stand from left to right as expected") {
  for (const Example& example : kExamples) {
    CAPTURE(std::string(example.text));
    const Expected expected = read(example);
    text::Style style;
    style.language = example.language;
    style.size_px = 40;
    const std::vector<CaretStop> stops = shaper().caret_stops(expected.text, style);
    std::map<const Piece*, Extent> extents;
    const CaretStop* before = nullptr;
    const Piece* piece_before = nullptr;
    for (const CaretStop& stop : stops) {
      const Piece* piece = piece_with_inside(expected, stop.byte);
      if (piece != nullptr) {
        CHECK(stop.strong_x == stop.weak_x);  // no doubt where the caret stands within a piece
        extents[piece].add(stop.strong_x);
        if (piece == piece_before) {
          const float moved = piece->to_the_right ? stop.strong_x - before->strong_x : before->strong_x - stop.strong_x;
          if (is_visible_step(expected.text, before->byte, stop.byte)) {
            CHECK(moved > 0);
          } else {
            CHECK(moved >= 0);
          }
        }
      }
      before = &stop;
      piece_before = piece;
    }
    float edge = std::numeric_limits<float>::lowest();
    for (const std::size_t number : expected.visual) {
      const auto found = extents.find(&expected.pieces[number]);
      if (found == extents.end()) continue;  // of one letter: no stop inside
      CHECK(found->second.left > edge);
      edge = found->second.right;
    }
  }
}

TEST_CASE("real strings: between two pieces that run apart the caret has two places, the strong one beside the paragraph's direction") {
  int seen = 0;
  for (const Example& example : kExamples) {
    const Expected expected = read(example);
    const bool rtl = (base::direction(example.language) == base::Direction::right_to_left);
    text::Style style;
    style.language = example.language;
    style.size_px = 40;
    const std::vector<CaretStop> stops = shaper().caret_stops(expected.text, style);
    for (std::size_t i = 0; i + 1 < expected.pieces.size(); ++i) {
      const Piece& one = expected.pieces[i];
      const Piece& other = expected.pieces[i + 1];
      if (one.to_the_right == other.to_the_right || one.steps < 2 || other.steps < 2) continue;
      // A number that belongs to Arabic words in a French line: neither of the two runs at the paragraph's own level.
      const auto place = [&](std::size_t number) { return std::find(expected.visual.begin(), expected.visual.end(), number); };
      if ((place(i + 1) < place(i)) != rtl) continue;
      const auto between = std::find_if(stops.begin(), stops.end(), [&](const CaretStop& stop) { return stop.byte == one.end_byte; });
      REQUIRE(between != stops.end());
      const auto last_inside = between - 1;
      const auto first_inside = between + 1;
      // Strong: after or before the piece that runs with the paragraph, on the side where that piece goes on.
      CAPTURE(std::string(example.text));
      const bool one_runs_with_paragraph = one.to_the_right != rtl;
      const float beside = one_runs_with_paragraph ? last_inside->strong_x : first_inside->strong_x;
      CHECK(std::abs(between->strong_x - beside) < std::abs(between->weak_x - beside));
      ++seen;
    }
  }
  CHECK(seen > 100);
}
