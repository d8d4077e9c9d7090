// One example of each mistake an operator makes, with the very words `kiosk check` answers with.
#include "sample.h"

using namespace kiosk::content;
using kiosk::content::testing::check_each;
using kiosk::content::testing::ContentFolder;

TEST_CASE("mistakes of typing are named where the reader stumbled") {
  check_each({
      {"a quote is never closed", "rooms.toml", "\"hall\"", "\"hall",
       "rooms.toml:2:11: error: not readable: parsing string: unescaped control characters other than TAB (U+0009) are "
       "explicitly prohibited\n"
       "  A text opened with \" must be closed with \" on the same line; longer ones use \"\"\" … \"\"\".\n"},
      {"no quotes at all", "rooms.toml", "\"hall\"", "hall",
       "rooms.toml:2:6: error: not readable: parsing value: could not determine value type\n"
       "  Put the text between straight quotes: \"…\".\n"},
      {"curly quotes from a word processor", "rooms.toml", "\"hall\"", "“hall”",
       "rooms.toml:2:6: error: not readable: parsing value: could not determine value type\n"
       "  Put the text between straight quotes: \"…\".\n"},
      {"a table over two lines", "rooms.toml", "{ ar = \"القاعة\",", "{ ar = \"القاعة\",\n",
       "rooms.toml:5:24: error: not readable: parsing inline table: expected key or closing '}', saw '\\n'\n"
       "  Write the whole { … } on one line, with a comma between its entries.\n"},
      {"the same key twice", "rooms.toml", "floor = 0", "floor = 0\nfloor = 1",
       "rooms.toml:5:9: error: not readable: parsing key-value pair: cannot redefine existing integer 'floor'\n"
       "  The same key is written twice: keep one of the two.\n"},
      {"nothing after the equals sign", "rooms.toml", "floor = 0", "floor =",
       "rooms.toml:4:8: error: not readable: parsing key-value pair: expected value, saw '\\n'\n"
       "  Write a value after the = sign, or take the line out.\n"},
  });
}

TEST_CASE("what a phone, a word processor or another language's habit wrote is named with what to write") {
  check_each({
      {"a no-break space", "rooms.toml", "floor = 0", "floor =\u00A00",
       "rooms.toml:4:8: error: not readable: parsing key-value pair: expected space or tab, saw '\\u00A0'\n"
       "  There is a no-break space (U+00A0) at character 8: put a plain space in its place.\n"},
      {"an Arabic comma", "rooms.toml", "fr = \"Salle\", en", "fr = \"Salle\"\u060C en",
       "rooms.toml:5:37: error: not readable: parsing inline table: expected key or closing '}', saw '،'\n"
       "  There is an Arabic comma (U+060C) at character 37: put a plain comma in its place.\n"},
      {"a decimal comma", "rooms.toml", "floor = 0", "floor = 1,5",
       "rooms.toml:4:10: error: not readable: parsing key-value pair: expected a comment or whitespace, saw ','\n"
       "  Write the number with a point: 1.5\n"},
      {"yes in French", "rooms.toml", "floor = 0", "floor = oui",
       "rooms.toml:4:9: error: not readable: parsing value: could not determine value type\n"
       "  Write true or false, in English and without quotes.\n"},
      {"a time without quotes", "agenda.toml", "\"09:30\"", "09:30",
       "agenda.toml:4:14: error: not readable: parsing time: expected ':', saw '\\n'\n"
       "  Write a time in quotes: \"09:30\"\n"},
      {"one bracket for each of several", "rooms.toml", "[[room]]", "[room]",
       "rooms.toml:1:1: error: 'room' must be a list of tables, but this is a table\n"
       "  Write [[room]] with two brackets before each entry.\n"
       "rooms.toml:7:1: error: not readable: parsing table header: cannot redefine existing table 'room' as array-of-tables\n"
       "  Write [[room]] with two brackets before the first entry too.\n"},
      {"half a floor", "rooms.toml", "floor = 0", "floor = 0.5",
       "rooms.toml:4:9: error: 'floor' must be a whole number, but this is a number with a fraction\n"
       "  Write floor = 1\n"},
      {"a mark before an id is not seen", "workshops.toml", "room = \"hall\"", "room = \"\u200Ehall\"", ""},
      {"a time with an h is read", "agenda.toml", "\"09:30\"", "\"9h30\"", ""},
      {"a letter that turns others around", "rooms.toml", "fr = \"Salle\"", "fr = \"Sal\u202Ele\"",
       "rooms.toml:5:30: warning: there is a U+202E in this text: letters after it may stand in the wrong order\n"
       "  Delete the mark, which cannot be seen: type the line again.\n"},
      {"the folder of a picture", "programs/zellige.toml", "\"zellige/1.jpg\"", "\"images/zellige/1.jpg\"", ""},
      {"a key of the program below a table of texts", "programs/art-joinery.toml", "months = 24", "[description]\nfr = \"x\"\nmonths = 24",
       "programs/art-joinery.toml:9:1: error: 'months' is not a language of the kiosk\n"
       "  Use ar, fr, en, zgh. A key of the program itself stands above the line [description].\n"},
  });
}

TEST_CASE("copies of files are called copies, and nothing that ends otherwise is passed over in silence") {
  const ContentFolder folder;
  const std::string zellige = folder.read("programs/zellige.toml");
  folder.write("programs/zellige - Copie.toml", "half an edit");
  folder.write("programs/zellige.sync-conflict-20260101.toml", "half an edit");
  folder.write("programs/soudeur.toml.txt", zellige);
  folder.write("programs/zellige-copie.toml", zellige);
  folder.write("programs/zellige.toml.bak", zellige);  // to rename this one would write over the program
  folder.write("strings/fr - Copie.toml", "half an edit");
  CHECK(folder.problems() ==
        "programs/soudeur.toml.txt: warning: this file is not read: its name does not end in .toml\n"
        "  Rename it to soudeur.toml.\n"
        "programs/zellige - Copie.toml: warning: this looks like a copy and is not read\n"
        "  Delete it, or give a program of its own a name of small letters, digits, - and _.\n"
        "programs/zellige-copie.toml: warning: program 'zellige-copie' has the name of 'zellige': 'الزليج'\n"
        "  Delete the file if it is a copy, or give the program a name of its own.\n"
        "programs/zellige.sync-conflict-20260101.toml: warning: this looks like a copy and is not read\n"
        "  Delete it, or give a program of its own a name of small letters, digits, - and _.\n"
        "programs/zellige.toml.bak: warning: this looks like a copy and is not read\n"
        "  Delete it, or give a program of its own a name of small letters, digits, - and _.\n"
        "strings/fr - Copie.toml: warning: the kiosk does not read this file\n"
        "  Delete it if it is a copy; the texts of a language stand in ar.toml, fr.toml, en.toml or zgh.toml.\n");
}

TEST_CASE("a key nobody knows is named, with the one that was meant") {
  check_each({
      {"a misspelt key that is required is said once", "programs/zellige.toml", "family = ", "famly = ",
       "programs/zellige.toml:1:1: error: 'famly' is not a key of the program\n"
       "  Did you mean 'family'?\n"},
      {"letters swapped", "programs/zellige.toml", "photos = ", "phtoos = ",
       "programs/zellige.toml:10:1: error: 'phtoos' is not a key of the program\n"
       "  Did you mean 'photos'?\n"},
      {"a key from elsewhere", "programs/zellige.toml", "months = ", "colour = \"red\"\nmonths = ",
       "programs/zellige.toml:8:1: error: 'colour' is not a key of the program\n"
       "  Take it out, or look up the right key in README.md.\n"},
      {"a list under another name", "attract.toml", "[[slide]]", "[[slides]]",
       "attract.toml:1:3: error: 'slides' is not a key of the file\n"
       "  Did you mean 'slide'?\n"},
      {"a language", "rooms.toml", "fr = \"Salle\"", "fra = \"Salle\"",
       "rooms.toml:5:25: error: 'fra' is not a language of the kiosk\n"
       "  Did you mean 'fr'?\n"},
  });
}

TEST_CASE("a value of the wrong kind is named, with an example of the right one") {
  check_each({
      {"a number in quotes", "programs/zellige.toml", "fold = 8", "fold = \"8\"",
       "programs/zellige.toml:17:8: error: 'fold' must be a whole number, but this is a text\n"
       "  Write fold = 8\n"},
      {"one text for all languages", "rooms.toml", "{ ar = \"القاعة\", fr = \"Salle\", en = \"Hall\" }", "\"Hall\"",
       "rooms.toml:5:8: error: 'name' must be given per language, but this is a text\n"
       "  Write name = { ar = \"…\", fr = \"…\", en = \"…\" }\n"},
      {"a number for a text", "rooms.toml", "fr = \"Salle\"", "fr = 12",
       "rooms.toml:5:30: error: 'fr' must be a text, but this is a whole number\n"
       "  Write fr = \"…\"\n"},
      {"one id instead of a list", "programs/zellige.toml", "[\"technician\", \"qualification\"]", "\"technician\"",
       "programs/zellige.toml:5:10: error: 'levels' must be a list, but this is a text\n"
       "  Write levels = [\"technician\"]\n"},
      {"a number in a list of ids", "programs/zellige.toml", "[\"residential\"]", "[1]",
       "programs/zellige.toml:6:10: error: 'modes' must be a list of texts, but this is a whole number\n"
       "  Write modes = [\"…\"]\n"},
      {"one bracket instead of two", "attract.toml", "[[slide]]", "[slide]",
       "attract.toml:1:1: error: 'slide' must be a list of tables, but this is a table\n"
       "  Write [[slide]] with two brackets before each entry.\n"},
      {"two brackets instead of one", "event.toml", "[screen]", "[[screen]]",
       "event.toml:8:1: error: 'screen' must be one table, but this is a list\n"
       "  Write [screen] on a line of its own, and its keys below.\n"},
      {"a time without quotes", "agenda.toml", "\"09:30\"", "09:30:00",
       "agenda.toml:4:9: error: 'start' must be a text, but this is a time\n"
       "  Write start = \"09:30\"\n"},
      {"a date in quotes", "event.toml", "\"today\"", "\"22 septembre\"",
       "event.toml:4:8: error: '22 septembre' is not a date\n"
       "  Write date = \"today\", or a date without quotes such as 2025-09-22\n"},
      {"a date in quotes as TOML writes it is read", "event.toml", "\"today\"", "\"2026-12-19\"", ""},
      {"a date as people write it", "event.toml", "\"today\"", "\"19/12/2026\"",
       "event.toml:4:8: error: '19/12/2026' is not a date\n"
       "  Write the date as year-month-day: date = 2026-12-19\n"},
      {"a number with its unit", "workshops.toml", "delay = 20", "delay = \"20 min\"",
       "workshops.toml:16:9: error: 'delay' must be a whole number, but this is a text\n"
       "  Write delay = 20\n"},
      {"several ids in one text", "programs/zellige.toml", "[\"technician\", \"qualification\"]", "\"technician, qualification\"",
       "programs/zellige.toml:5:10: error: 'levels' must be a list, but this is a text\n"
       "  Write levels = [\"technician\", \"qualification\"]\n"},
      {"several ids in one text of a list", "programs/zellige.toml", "[\"technician\", \"qualification\"]", "[\"technician, qualification\"]",
       "programs/zellige.toml:5:11: error: there is no level 'technician, qualification'\n"
       "  Write each between quotes of its own: \"technician\", \"qualification\"\n"},
      {"a key of the program below a table of its own", "programs/zellige.toml", "density = 0.5\n", "density = 0.5\nstatus = \"demo\"\n",
       "programs/zellige.toml:19:1: error: 'status' is not a key of the motif\n"
       "  It is a key of the program: move it above the line [motif].\n"},
      {"a text where a number with a fraction may stand", "event.toml", "= 43", "= \"43\"",
       "event.toml:9:19: error: 'diagonal_inches' must be a number, but this is a text\n"
       "  Write diagonal_inches = 43\n"},
      {"half a length of training", "programs/zellige.toml", "[12, 24]", "[12]",
       "programs/zellige.toml:8:10: error: 'months' must be a number of months or two of them, but this is a list\n"
       "  Write months = 24, or months = [12, 24]\n"},
  });
}

TEST_CASE("a number out of its range is named with the range") {
  check_each({
      {"too many repeats", "programs/zellige.toml", "fold = 8", "fold = 17",
       "programs/zellige.toml:17:8: error: 'fold' is 17, but must be from 3 to 16\n"
       "  Correct the number.\n"},
      {"not a number at all", "programs/zellige.toml", "density = 0.5", "density = nan",
       "programs/zellige.toml:18:11: error: 'density' is nan, but must be from 0 to 1\n"
       "  Correct the number.\n"},
      {"larger than any int", "rooms.toml", "floor = 0", "floor = 9223372036854775807",
       "rooms.toml:4:9: error: 'floor' is 9223372036854775807, but must be from -9 to 99\n"
       "  Correct the number.\n"},
      {"months the wrong way round", "programs/zellige.toml", "[12, 24]", "[24, 12]",
       "programs/zellige.toml:8:10: error: 'months' must be from 1 to 120, the smaller first\n"
       "  Write months = 24, or months = [12, 24]\n"},
      {"more seats here than there are", "workshops.toml", "seats_here = 8", "seats_here = 16",
       "workshops.toml:15:14: error: 'seats_here' is 16, more than the capacity of 15\n"
       "  Lower seats_here: it is this kiosk's part of the capacity.\n"},
      {"seats of a room that counts none", "workshops.toml", "capacity = 15\n", "",
       "workshops.toml:14:14: error: 'seats_here' is given without 'capacity'\n"
       "  Add capacity, the seats of the room.\n"},
  });
}

TEST_CASE("times that no clock shows are refused") {
  check_each({
      {"hour 25", "agenda.toml", "\"09:30\"", "\"25:10\"",
       "agenda.toml:4:9: error: '25:10' is not a time of day\n"
       "  Write start = \"09:30\": hours and minutes, from 00:00 to 24:00.\n"},
      {"one digit of the minutes", "agenda.toml", "\"09:30\"", "\"9:3\"",
       "agenda.toml:4:9: error: '9:3' is not a time of day\n"
       "  Write start = \"09:03\" or \"09:30\": minutes have two figures.\n"},
      {"a point between", "agenda.toml", "\"09:30\"", "\"9.30\"",
       "agenda.toml:4:9: error: '9.30' is not a time of day\n"
       "  Write start = \"09:30\"\n"},
      {"an afternoon in English", "agenda.toml", "start = \"09:30\"", "start = \"9:45 am\"",
       "agenda.toml:4:9: error: '9:45 am' is not a time of day\n"
       "  Write start = \"09:45\"\n"},
      {"an hour as a number", "agenda.toml", "\"10:00\"", "1000",
       "agenda.toml:5:7: error: 'end' must be a text, but this is a whole number\n"
       "  Write end = \"10:00\"\n"},
      {"an evening that passes midnight is none", "agenda.toml", "start = \"09:30\"\nend = \"10:00\"", "start = \"22:30\"\nend = \"00:30\"", ""},
      {"the end of the day is none", "agenda.toml", "\"10:00\"", "\"24:00\"", ""},
      {"the end before the start", "agenda.toml", "\"10:00\"", "\"09:00\"",
       "agenda.toml:5:7: error: the item 'opening' ends before it starts\n"
       "  Make 'end' later than 'start'.\n"},
      {"a zone of nowhere", "event.toml", "Africa/Casablanca", "Africa/Inezgane",
       "event.toml:5:13: error: 'Africa/Inezgane' is not a time zone\n"
       "  Write time_zone = \"Africa/Casablanca\", or another continent/city name.\n"},
  });
}

TEST_CASE("a word that is none of the possible ones is answered with the nearest, or with all") {
  check_each({
      {"a shape", "programs/zellige.toml", "\"star\"", "\"satr\"",
       "programs/zellige.toml:16:9: error: 'satr' is not a possible 'shape'\n"
       "  Did you mean 'star'?\n"},
      {"a tone", "families.toml", "tone = \"clay\"", "tone = \"purple\"",
       "families.toml:4:8: error: 'purple' is not a possible 'tone'\n"
       "  Use one of: metal, leather, wood, textile, clay, glass.\n"},
      {"a status", "event.toml", "status = \"demo\"", "status = \"demmo\"",
       "event.toml:19:10: error: 'demmo' is not a possible 'status'\n"
       "  Did you mean 'demo'?\n"},
      {"a language of the fallback", "event.toml", "\"zgh\"]", "\"tzm\"]",
       "event.toml:6:31: error: 'tzm' is not a possible 'fallback'\n"
       "  Use one of: ar, fr, en, zgh.\n"},
  });
}

TEST_CASE("ids must be unlike each other, plain, and exist where they are used") {
  check_each({
      {"an id given twice", "rooms.toml", "\"zellige-workshop\"", "\"hall\"",
       "programs/zellige.toml:9:8: error: there is no room 'zellige-workshop'\n"
       "  Use one of: hall.\n"
       "rooms.toml:8:6: error: there is already a room 'hall' on line 2\n"
       "  Give one of the two another id.\n"
       "workshops.toml:11:8: error: there is no room 'zellige-workshop'\n"
       "  Use one of: hall.\n"},
      {"an id with a space; what refers to it is not blamed", "rooms.toml", "\"zellige-workshop\"", "\"Zellige workshop\"",
       "rooms.toml:8:6: error: 'Zellige workshop' cannot be an id\n"
       "  Use small letters, digits, - and _ only, 64 at most.\n"},
      {"a family", "programs/zellige.toml", "\"clay\"", "\"caly\"",
       "programs/zellige.toml:1:10: error: there is no family 'caly'\n"
       "  Did you mean 'clay'?\n"},
      {"a level", "programs/zellige.toml", "\"technician\"", "\"tecnician\"",
       "programs/zellige.toml:5:11: error: there is no level 'tecnician'\n"
       "  Did you mean 'technician'?\n"},
      {"a mode", "programs/zellige.toml", "[\"residential\"]", "[\"boarding\"]",
       "programs/zellige.toml:6:10: error: there is no mode 'boarding'\n"
       "  Use one of: residential.\n"},
      {"an institute", "rooms.toml", "\"inezgane\"", "\"inezgan\"",
       "rooms.toml:3:13: error: there is no institute 'inezgan'\n"
       "  Did you mean 'inezgane'?\n"},
      {"a room", "workshops.toml", "\"hall\"", "\"halll\"",
       "workshops.toml:4:8: error: there is no room 'halll'\n"
       "  Did you mean 'hall'?\n"},
      {"a program", "workshops.toml", "\"zellige\"", "\"zelige\"",
       "workshops.toml:10:11: error: there is no program 'zelige'\n"
       "  Did you mean 'zellige'?\n"},
      {"the family of a slide", "attract.toml", "\"clay\"", "\"metal\"",
       "attract.toml:3:10: error: there is no family 'metal'\n"
       "  Use one of: clay, wood.\n"},
      {"a level listed twice", "programs/zellige.toml", "\"qualification\"]", "\"technician\"]",
       "programs/zellige.toml:5:25: warning: 'technician' is in 'levels' twice\n"
       "  Take one of the two out.\n"},
      {"a level that leads to itself", "levels.toml", "next = \"technician\"", "next = \"qualification\"",
       "levels.toml:10:8: error: following 'next' from level 'qualification' leads back to it\n"
       "  A bridge leads upwards: take 'next' out of the highest level.\n"},
      {"a certificate that takes longer than the program", "levels.toml", "rank = 3", "rank = 3\nmonths = 36",
       "programs/zellige.toml:5:10: warning: level 'technician' takes at least 36 months, and this program has 24\n"
       "  Take 'technician' out of levels, or correct months (here, or those of the level in levels.toml).\n"},
      {"a certificate that another way of training leads to", "levels.toml", "next = \"technician\"\n",
       "next = \"technician\"\nmodes = [\"evening\"]\n[[mode]]\nid = \"evening\"\nname = { ar = \"مسائي\", fr = \"Le soir\", en = \"Evening\" }\n",
       "programs/zellige.toml:5:10: warning: no mode of this program leads to level 'qualification'\n"
       "  Add evening to modes, or take 'qualification' out of levels.\n"},
      {"a ring of levels is said once", "levels.toml", "rank = 3", "rank = 3\nnext = \"qualification\"",
       "levels.toml:4:8: error: following 'next' from level 'technician' leads back to it\n"
       "  A bridge leads upwards: take 'next' out of the highest level.\n"},
  });
}

TEST_CASE("what would embarrass is named") {
  check_each({
      {"HTML in a sentence", "rooms.toml", "fr = \"Salle\"", "fr = \"<b>Salle</b>\"",
       "rooms.toml:5:30: warning: this text has HTML (<b>), which is shown as it is written\n"
       "  Write plain sentences here; only the description of a program reads Markdown.\n"},
      {"Markdown in a sentence", "rooms.toml", "fr = \"Salle\"", "fr = \"La **grande** salle\"",
       "rooms.toml:5:30: warning: this text has Markdown (**), which is shown as it is written\n"
       "  Write plain sentences here; only the description of a program reads Markdown.\n"},
      {"less than is no HTML", "rooms.toml", "fr = \"Salle\"", "fr = \"3 < 4 > 2\"", ""},
      {"a plain space before a French sign", "programs/zellige.toml", "fr = \"Tailler et poser\"", "fr = \"Tailler ; poser !\"",
       "programs/zellige.toml:3:37: warning: a plain space stands before ';': a line may begin with the sign\n"
       "  Write a narrow no-break space there (U+202F; a no-break space, U+00A0, will do).\n"},
  });
  ContentFolder folder;
  folder.write("after.toml", "[[part]]\nid = \"work\"\ntitle = { ar = \"ع\", fr = \"T\", en = \"W\" }\ntext = { ar = \"ع\", fr = \"T\", en = \"W\" }\nsource = \"Jusur\"\ndate = 2026\n");
  CHECK(folder.problems() ==
        "after.toml:5:10: warning: the kiosk is no source\n"
        "  Name who says so; leave source out and write status = \"demo\" while nobody does.\n");
}

TEST_CASE("what must be there and is not is asked for by name") {
  check_each({
      {"a text", "programs/art-joinery.toml",
       "summary = { ar = \"الأبواب\", fr = \"Portes et meubles\", en = \"Doors and furniture\" }\n", "",
       "programs/art-joinery.toml: error: the program has no 'summary'\n"
       "  Add summary = { ar = \"…\", fr = \"…\", en = \"…\" }\n"},
      {"a room of a session", "workshops.toml", "room = \"hall\"\n", "",
       "workshops.toml:1:1: error: the session 'joinery-1100' has no 'room'\n"
       "  Add room = \"…\"\n"},
      {"program or title", "workshops.toml", "program = \"art-joinery\"\n", "",
       "workshops.toml:1:1: error: the session 'joinery-1100' has no 'program'\n"
       "  Add program = \"…\"\n"},
      {"an id", "agenda.toml", "id = \"opening\"\n", "",
       "agenda.toml:1:1: error: the item has no 'id'\n"
       "  Add id = \"…\"\n"},
      {"an empty word", "workshops.toml", "\"hall\"", "\"\"",
       "workshops.toml:4:8: error: 'room' is empty\n"
       "  Write room = \"…\"\n"},
      {"an empty list", "programs/zellige.toml", "institutes = [\"inezgane\"]", "institutes = []",
       "programs/zellige.toml:7:14: error: 'institutes' of the program is empty\n"
       "  Write institutes = [\"…\"] with at least one entry.\n"},
      {"a text in no language", "rooms.toml", "{ ar = \"القاعة\", fr = \"Salle\", en = \"Hall\" }", "{}",
       "rooms.toml:5:8: error: 'name' of the room 'hall' has no text in any language\n"
       "  Write name = { ar = \"…\", fr = \"…\", en = \"…\" }\n"},
      {"a whole table", "event.toml", "[event]", "[evnt]",
       "event.toml:1:2: error: 'evnt' is not a key of the file\n"
       "  Did you mean 'event'?\n"},
      {"the line that goes with demo values", "event.toml", "demo_line", "organiser",
       "event.toml: error: 'demo_line' is missing, but event.toml line 19 has status = \"demo\"\n"
       "  Add demo_line to [event]: the sentence that says these values are to be confirmed.\n"},
      {"the family of a family slide", "attract.toml", "family = \"clay\"\n", "",
       "attract.toml:1:1: error: the slide has no 'family'\n"
       "  Add family = \"…\"\n"},
  });
}

TEST_CASE("a missing translation is a warning that names the language") {
  check_each({
      {"one language", "rooms.toml", ", en = \"Hall\"", "",
       "rooms.toml:5:8: warning: 'name' of the room 'hall' has no English text\n"
       "  Add en = \"…\"; until then another language is shown.\n"},
      {"two languages, one of them blank", "rooms.toml", "fr = \"Salle\", en = \"Hall\"", "fr = \" \"",
       "rooms.toml:5:8: warning: 'name' of the room 'hall' has no French and no English text\n"
       "  Add fr = \"…\", en = \"…\"; until then another language is shown.\n"},
  });
}

TEST_CASE("two sessions in one room at one time are a warning, unless one is cancelled") {
  check_each({
      {"overlap", "workshops.toml", "room = \"hall\"\nstart = \"11:00\"\nend = \"11:30\"",
       "room = \"zellige-workshop\"\nstart = \"10:40\"\nend = \"11:00\"",
       "workshops.toml:8:1: warning: sessions 'joinery-1100' and 'zellige-1000' are in room 'zellige-workshop' at the same time\n"
       "  Move one of them to another time or room, unless they share it.\n"},
      {"one after the other, delay counted", "workshops.toml", "room = \"hall\"\nstart = \"11:00\"\nend = \"11:30\"",
       "room = \"zellige-workshop\"\nstart = \"10:50\"\nend = \"11:10\"", ""},
      {"cancelled", "workshops.toml", "room = \"hall\"\nstart = \"11:00\"\nend = \"11:30\"",
       "room = \"zellige-workshop\"\nstart = \"10:40\"\nend = \"11:00\"\nstate = \"cancelled\"", ""},
  });
}

TEST_CASE("all mistakes are named in one go, by file and line") {
  const ContentFolder folder;
  folder.replace("workshops.toml", "\"11:00\"", "\"11h5\"");
  folder.replace("workshops.toml", "capacity = 15", "capacity = 0");
  folder.replace("rooms.toml", "floor", "flor");
  folder.write("agenda.toml", "x");
  CHECK(folder.problems() ==
        "agenda.toml:1:2: error: not readable: parsing key-value pair: encountered end-of-file\n"
        "  Compare the line with the examples in README.md; the mistake may begin on the line above.\n"
        "rooms.toml:4:1: error: 'flor' is not a key of the room 'hall'\n"
        "  Did you mean 'floor'?\n"
        "workshops.toml:5:9: error: '11h5' is not a time of day\n"
        "  Write start = \"11:05\" or \"11:50\": minutes have two figures.\n"
        "workshops.toml:14:12: error: 'capacity' is 0, but must be from 1 to 10000\n"
        "  Correct the number.\n");
  CHECK_FALSE(folder.load().content);
}

TEST_CASE("a telephone number of an institute that nobody could dial is an error with its line; a country is two letters") {
  check_each({
      {"a digit short", "institutes.toml", "\"05 28 00 00 00\"", "\"05 28 00 00 0\"",
       "institutes.toml:5:9: error: '05 28 00 00 0' is no telephone number: digits are missing\n"
       "  Write it as people dial it, as phone = \"05 28 33 11 22\"; several as phones = [\"05 28 33 11 22\", \"05 28 33 11 23\"].\n"},
      {"the second of two has a digit too many", "institutes.toml", "\"05 28 00 00 00\"", "\"05 28 00 00 00 / 05 28 00 00 011\"",
       "institutes.toml:5:9: error: '05 28 00 00 011' is no telephone number: it has too many digits\n"
       "  Write it as people dial it, as phone = \"05 28 33 11 22\"; several as phones = [\"05 28 33 11 22\", \"05 28 33 11 23\"].\n"},
      {"the name of a country", "event.toml", "[event]\n", "[event]\ncountry = \"Maroc\"\n",
       "event.toml:2:11: error: 'Maroc' is not the code of a country\n"
       "  Write its two capital letters, as country = \"MA\" for Morocco or \"FR\" for France.\n"},
  });
}

TEST_CASE("what contradicts itself without being misspelt is named") {
  check_each({
      {"an address without its ending", "institutes.toml", "phone = \"05 28 00 00 00\"", "phone = \"05 28 00 00 00\"\nemail = \"contact@institut\"",
       "institutes.toml:6:9: error: 'contact@institut' is no e-mail address\n"
       "  Write it as people type it, as email = \"contact@institut.ma\".\n"},
      {"two items in one hall", "agenda.toml", "[[item.speaker]]\nrole = { ar = \"المديرة\", fr = \"La directrice\", en = \"The director\" }",
       "room = \"hall\"\n[[item]]\nid = \"songs\"\ntitle = { ar = \"أ\", fr = \"a\", en = \"a\" }\nroom = \"hall\"\nstart = \"09:50\"\nend = \"10:20\"",
       "agenda.toml:7:1: warning: items 'opening' and 'songs' are in the same hall at the same time\n"
       "  Move one of them to another time or hall, unless they share it.\n"},
      {"halls that are only named", "agenda.toml", "[[item.speaker]]\nrole = { ar = \"المديرة\", fr = \"La directrice\", en = \"The director\" }",
       "hall = { ar = \"الساحة\", fr = \"La cour\", en = \"The courtyard\" }\n[[item]]\nid = \"songs\"\ntitle = { ar = \"أ\", fr = \"a\", en = \"a\" }\n"
       "hall = { ar = \"الساحة الكبرى\", fr = \"La cour\", en = \"The yard\" }\nstart = \"09:30\"\nend = \"09:40\"",
       "agenda.toml:7:1: warning: items 'opening' and 'songs' are in the same hall at the same time\n"
       "  Move one of them to another time or hall, unless they share it.\n"},
      {"one age in two bands", "event.toml", "[notice]", "[interest]\n[[interest.age_band]]\nid = \"young\"\nfrom = 12\nto = 14\n[[interest.age_band]]\nid = \"older\"\nfrom = 14\n[notice]",
       "event.toml:15:1: warning: a child of 14 is in both age bands 'young' and 'older'\n"
       "  Let each band begin a year after the one before ends.\n"},
  });
}

TEST_CASE("content in one language alone is asked for no other, and in two for those two alone") {
  const ContentFolder folder;
  const auto only = [&](std::string_view file, std::string_view keep) {
    std::string text = folder.read(file);
    for (const std::string_view code : {"ar", "fr", "en"}) {
      if (keep.find(code) != std::string_view::npos) continue;
      for (auto at = text.find(std::string(code) + " = \""); at != std::string::npos; at = text.find(std::string(code) + " = \"", at)) {
        const std::size_t quote = text.find('"', text.find('"', at) + 1);
        const bool comma = text.compare(quote + 1, 2, ", ") == 0;
        text.erase(at, quote + 1 - at + (comma ? 2 : 0));
        if (!comma && text.compare(at - 2, 2, ", ") == 0) text.erase(at - 2, 2);
      }
    }
    folder.write(file, text);
  };
  const std::vector<std::string_view> files{"event.toml", "institutes.toml", "families.toml", "levels.toml", "rooms.toml", "programs/zellige.toml", "programs/art-joinery.toml", "agenda.toml"};
  for (const std::string_view file : files) only(file, "ar fr");
  CHECK(folder.problems() == "");
  only("rooms.toml", "fr");
  CHECK(folder.problems().find("has no Arabic text") != std::string::npos);
  CHECK(folder.problems().find("English") == std::string::npos);
  for (const std::string_view file : files) only(file, "fr");
  folder.remove("strings/en.toml");
  CHECK(folder.problems() == "");
}
