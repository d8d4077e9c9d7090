// A small content folder without a single mistake, written anew for each test, and ways to spoil it.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "content/check_translation.h"
#include "content/content.h"

namespace kiosk::content::testing {

namespace fs = std::filesystem;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "kiosk-content-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

inline constexpr std::string_view kEvent = R"([event]
name = { ar = "أبواب مفتوحة", fr = "Portes ouvertes", en = "Open day" }
demo_line = { ar = "معطيات للعرض", fr = "Données de démonstration", en = "Demo data" }
date = "today"
time_zone = "Africa/Casablanca"
fallback = ["ar", "fr", "en", "zgh"]
first_language = "ar"
[screen]
diagonal_inches = 43
[notice]
version = "1"
controller = { ar = "أ", fr = "a", en = "a" }
purposes = { ar = "أ", fr = "a", en = "a" }
recipients = { ar = "أ", fr = "a", en = "a" }
rights = { ar = "أ", fr = "a", en = "a" }
retention = { ar = "أ", fr = "a", en = "a" }
mandatory = { ar = "أ", fr = "a", en = "a" }
authorisation = { ar = "أ", fr = "a", en = "a" }
status = "demo"
keep_days = 90
)";

inline constexpr std::string_view kInstitutes = R"([[institute]]
id = "inezgane"
name = { ar = "معهد إنزكان", fr = "Institut d'Inezgane", en = "Institute of Inezgane" }
short_name = { ar = "إنزكان", fr = "Inezgane", en = "Inezgane" }
phone = "05 28 00 00 00"
)";

inline constexpr std::string_view kFamilies = R"([[family]]
id = "clay"
name = { ar = "الطين", fr = "Terre", en = "Clay" }
tone = "clay"
scene = "scenes/clay.svg"

[[family]]
id = "wood"
name = { ar = "الخشب", fr = "Bois", en = "Wood" }
tone = "wood"
)";

inline constexpr std::string_view kLevels = R"([[level]]
id = "technician"
rank = 3
name = { ar = "تقني", fr = "Technicien", en = "Technician" }

[[level]]
id = "qualification"
rank = 2
name = { ar = "تأهيل", fr = "Qualification", en = "Qualification" }
next = "technician"

[[mode]]
id = "residential"
name = { ar = "حضوري", fr = "Résidentiel", en = "Residential" }
)";

inline constexpr std::string_view kRooms = R"([[room]]
id = "hall"
institute = "inezgane"
floor = 0
name = { ar = "القاعة", fr = "Salle", en = "Hall" }

[[room]]
id = "zellige-workshop"
institute = "inezgane"
name = { ar = "ورشة الزليج", fr = "Atelier zellige", en = "Zellige workshop" }
)";

inline constexpr std::string_view kZellige = R"(family = "clay"
name = { ar = "الزليج", fr = "Zellige", en = "Zellige mosaic" }
summary = { ar = "قطع الزليج", fr = "Tailler et poser", en = "Cut and lay" }
learn = [ { ar = "الرسم", fr = "Tracer", en = "Draw" } ]
levels = ["technician", "qualification"]
modes = ["residential"]
institutes = ["inezgane"]
months = [12, 24]
room = "zellige-workshop"
photos = ["zellige/1.jpg"]
[steps]
material = { ar = "طين", fr = "Terre cuite", en = "Fired clay" }
gesture = { ar = "قطع", fr = "Tailler", en = "Cut" }
piece = { ar = "نافورة", fr = "Fontaine", en = "Fountain" }
[motif]
shape = "star"
fold = 8
density = 0.5
)";

inline constexpr std::string_view kJoinery = R"(family = "wood"
order = 1
name = { ar = "النجارة", fr = "Menuiserie d'art", en = "Art joinery" }
summary = { ar = "الأبواب", fr = "Portes et meubles", en = "Doors and furniture" }
levels = ["qualification"]
institutes = ["inezgane"]
months = 24
)";

inline constexpr std::string_view kWorkshops = R"([[session]]
id = "joinery-1100"
program = "art-joinery"
room = "hall"
start = "11:00"
end = "11:30"

[[session]]
id = "zellige-1000"
program = "zellige"
room = "zellige-workshop"
start = "10:00"
end = "10:30"
capacity = 15
seats_here = 8
delay = 20
)";

inline constexpr std::string_view kAgenda = R"([[item]]
id = "opening"
title = { ar = "الافتتاح", fr = "Ouverture", en = "Opening" }
start = "09:30"
end = "10:00"
[[item.speaker]]
role = { ar = "المديرة", fr = "La directrice", en = "The director" }
)";

inline constexpr std::string_view kAttract = R"([[slide]]
kind = "family"
family = "clay"
language = "fr"
seconds = 8
)";

inline std::string strings_of(std::string_view language) {
  std::string text;
  for (std::string_view key : locale::Messages::known_keys()) {
    text += std::string(key) + " = \"" + std::string(language) + " words\"\n";
  }
  return text;
}

// Whatever is said in these tests is said in French and Arabic too, with nothing left open.
inline void check_translated(const std::string& english) {
  if (english.empty()) return;
  for (const base::Language language : {base::Language::french, base::Language::arabic}) {
    const std::string said = in_language(english, language);
    CHECK_MESSAGE(said != english, english);
    for (const char* open : {"{0}", "{1}", "{2}", "{3}"}) CHECK_MESSAGE(said.find(open) == std::string::npos, english);
  }
}

class ContentFolder {
 public:
  ContentFolder() {
    write("event.toml", kEvent);
    write("institutes.toml", kInstitutes);
    write("families.toml", kFamilies);
    write("levels.toml", kLevels);
    write("rooms.toml", kRooms);
    write("programs/zellige.toml", kZellige);
    write("programs/art-joinery.toml", kJoinery);
    write("workshops.toml", kWorkshops);
    write("agenda.toml", kAgenda);
    write("attract.toml", kAttract);
    for (const char* language : {"ar", "fr", "en"}) {
      write(std::string("strings/") + language + ".toml", strings_of(language));
    }
    write("images/zellige/1.jpg", "a photo");
  }

  const fs::path& path() const { return folder_.path(); }

  void write(const fs::path& name, std::string_view text) const {
    fs::create_directories((path() / name).parent_path());
    std::ofstream(path() / name, std::ios::binary) << text;
  }
  std::string read(const fs::path& name) const {
    std::ifstream file(path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  // Replaces the first `before` of the file, which must be there.
  void replace(const fs::path& name, std::string_view before, std::string_view after) const {
    std::string text = read(name);
    const std::size_t at = text.find(before);
    REQUIRE(at != std::string::npos);
    write(name, text.replace(at, before.size(), after));
  }
  void remove(const fs::path& name) const { REQUIRE(fs::remove_all(path() / name) > 0); }

  LoadResult load() const { return content::load(path(), asset_folder()); }
  // The text files that are read from it.
  std::vector<fs::path> read_files() const { return load().content.value().files; }
  // Every issue as `kiosk check` says it, one after the other.
  std::string problems() const {
    std::string text;
    for (const Issue& issue : load().issues) {
      text += describe(issue) + "\n";
      check_translated(issue.message);
      check_translated(issue.remedy);
    }
    return text;
  }

 private:
  TemporaryFolder folder_;
};

// In `file`, `before` is replaced by `after`; `answer` is everything that is then said.
struct Mistake {
  std::string what;
  std::string file;
  std::string before;
  std::string after;
  std::string answer;
};

// Each in a folder of its own.
template <class Folder = ContentFolder>
void check_each(const std::vector<Mistake>& mistakes) {
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.what);
    const Folder folder;
    folder.replace(mistake.file, mistake.before, mistake.after);
    CHECK(folder.problems() == mistake.answer);
  }
}

}  // namespace kiosk::content::testing
