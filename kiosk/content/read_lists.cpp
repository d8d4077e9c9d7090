// institutes.toml, families.toml, levels.toml and rooms.toml: what the programs refer to.
#include <algorithm>
#include <array>

#include "base/format.h"
#include "content/pictures.h"
#include "content/readers.h"
#include "content/table_reader.h"
#include "content/text_files.h"
#include "locale/phone_numbers.h"
#include "locale/typed_text.h"
#include "model/email.h"

namespace kiosk::content {
namespace {

// The kiosk's own scene for a family of this tone that has none, or whose own is not there.
std::string_view own_scene(model::Tone tone) {
  constexpr std::array<std::string_view, model::kToneCount> kScenes{"metal.svg", "leather.svg", "wood.svg", "textile.svg", "clay.svg", "glass-design.svg"};
  return kScenes[static_cast<std::size_t>(tone)];
}

void read_family(Draft& draft, const Node& table) {
  TableReader reader(draft, "families.toml", table, "family");
  model::Family family;
  family.id = reader.id(Thing::family);
  family.name = reader.local_text("name", Need::required);
  family.line = reader.local_text("line", Need::optional);
  family.tone = reader.choice<model::Tone>("tone",
                                           {{"metal", model::Tone::metal},
                                            {"leather", model::Tone::leather},
                                            {"wood", model::Tone::wood},
                                            {"textile", model::Tone::textile},
                                            {"clay", model::Tone::clay},
                                            {"glass", model::Tone::glass}},
                                           family.tone, Need::required);
  if (const std::string scene = reader.word("scene", Need::optional); !scene.empty()) {
    family.scene = find_picture(draft, scene, reader.place_of("scene"), PictureHome::images_or_assets);
  }
  if (family.scene.empty()) family.scene = draft.assets / "scenes" / own_scene(family.tone);
  reader.finish();
  draft.content.catalogue.families.push_back(std::move(family));
}

void read_level(Draft& draft, const Node& table) {
  TableReader reader(draft, "levels.toml", table, "level");
  model::Level level;
  level.id = reader.id(Thing::level);
  level.rank = reader.integer("rank", 0, 20, Need::required).value_or(0);
  level.name = reader.local_text("name", Need::required);
  level.entry = reader.local_text("entry", Need::optional);
  level.certificate = reader.local_text("certificate", Need::optional);
  level.modes = reader.references("modes", Thing::mode, Need::optional);
  level.months = reader.integer("months", 1, 120, Need::optional).value_or(0);
  level.next = reader.reference("next", Thing::level, Need::optional);
  level.papers = reader.local_texts("papers");
  level.status = reader.status();
  if (const Node* rule = reader.table("rule", Need::optional)) {
    TableReader rules(reader, "[level.rule]", *rule, "rule");
    constexpr int kOldest = 99;
    level.rule.school_year = rules.reference("school_year", Thing::school_year, Need::optional);
    level.rule.age_min = rules.integer("age_min", 0, kOldest, Need::optional).value_or(0);
    level.rule.age_max = rules.integer("age_max", 0, kOldest, Need::optional).value_or(0);
    if (level.rule.age_max > 0 && level.rule.age_max < level.rule.age_min) {
      draft.issues.error(rules.place_of("age_max"), "'age_max' is smaller than 'age_min'", "Swap the two.");
    }
    rules.finish();
  }
  reader.finish();
  draft.content.catalogue.levels.push_back(std::move(level));
  draft.level_next_places.push_back(reader.place_of("next"));
}

// A dot between two names, and no space.
bool looks_like_website(std::string_view text) {
  const std::size_t dot = text.find('.');
  return text.find(' ') == std::string_view::npos && dot != std::string_view::npos && dot > 0 && text.back() != '.';
}

std::string_view reason_of(locale::PhoneProblem problem) {
  switch (problem) {
    case locale::PhoneProblem::too_short: return ": digits are missing";
    case locale::PhoneProblem::too_long: return ": it has too many digits";
    case locale::PhoneProblem::no_such_country: return ": no country has this code";
    case locale::PhoneProblem::no_such_number: return ": no such number is in use";
    case locale::PhoneProblem::not_a_number:
    case locale::PhoneProblem::none: break;
  }
  return "";
}

// "05 28 33 11 22 / 05 28 33 11 23" is two numbers, "05/28/33/11/22" is one.
std::vector<std::string> numbers_in(const std::string& written, const std::string& country) {
  if (locale::read_phone_number(written, country).problem == locale::PhoneProblem::none) return {written};
  std::vector<std::string> numbers;
  std::string rest = written;
  constexpr std::array<std::string_view, 6> kBetween{"/", ";", ",", "،", "|", "\n"};
  for (const std::string_view sign : kBetween) {
    for (auto at = rest.find(sign); at != std::string::npos; at = rest.find(sign)) rest.replace(at, sign.size(), 1, '\0');
  }
  for (std::size_t from = 0; from <= rest.size();) {
    const std::size_t to = std::min(rest.find('\0', from), rest.size());
    if (std::string number = locale::tidied(rest.substr(from, to - from)); !number.empty()) numbers.push_back(std::move(number));
    from = to + 1;
  }
  return numbers;
}

// The visitors' rules hold for operators too: what is no number is in no card and on no page.
std::vector<model::PhoneLine> read_phones(Draft& draft, TableReader& reader) {
  const std::string& country = draft.content.catalogue.event.country;
  std::vector<model::PhoneLine> phones;
  const auto add = [&](const SourcePlace& place, const std::string& written) {
    for (const std::string& number : numbers_in(written, country)) {
      const locale::PhoneNumber read = locale::read_phone_number(number, country);
      if (read.problem == locale::PhoneProblem::none) {
        phones.push_back({number, read.e164});
      } else {
        draft.issues.error(place, fmt::format("'{}' is no telephone number{}", number, reason_of(read.problem)),
                           "Write it as people dial it, as phone = \"05 28 33 11 22\"; several as phones = [\"05 28 33 11 22\", \"05 28 33 11 23\"].");
      }
    }
  };
  if (const std::string one = reader.word("phone", Need::optional); !one.empty()) add(reader.place_of("phone"), one);
  for (const Node* one : reader.texts("phones", Need::optional)) add(reader.place_of(*one), one->text);
  return phones;
}

}  // namespace

void read_institutes(Draft& draft) {
  const auto root = read_document(draft, "institutes.toml", Presence::required, "programs cannot say where they are taught");
  draft.registry(Thing::institute).is_complete &= root.has_value();
  if (!root) return;
  TableReader file(draft, "institutes.toml", *root, "file");
  for (const Node* table : file.tables("institute")) {
    TableReader reader(draft, "institutes.toml", *table, "institute");
    model::Institute institute;
    institute.id = reader.id(Thing::institute);
    institute.name = reader.local_text("name", Need::required);
    institute.short_name = reader.local_text("short_name", Need::required);
    institute.address = reader.local_text("address", Need::optional);
    institute.phones = read_phones(draft, reader);
    institute.email = reader.word("email", Need::optional);
    if (!institute.email.empty() && !model::is_email_address(institute.email)) {
      draft.issues.error(reader.place_of("email"), fmt::format("'{}' is no e-mail address", institute.email), "Write it as people type it, as email = \"contact@institut.ma\".");
    }
    institute.website = reader.word("website", Need::optional);
    if (!institute.website.empty() && !looks_like_website(institute.website)) {
      draft.issues.warn(reader.place_of("website"), fmt::format("'{}' is no web address", institute.website), "Write it as people type it, as website = \"www.institut.ma\".");
    }
    institute.status = reader.status();
    reader.finish();
    draft.content.catalogue.institutes.push_back(std::move(institute));
  }
  file.finish();
}

void read_families(Draft& draft) {
  const auto root = read_document(draft, "families.toml", Presence::required, "programs have no craft to belong to");
  draft.registry(Thing::family).is_complete &= root.has_value();
  if (!root) return;
  TableReader file(draft, "families.toml", *root, "file");
  for (const Node* table : file.tables("family")) read_family(draft, *table);
  file.finish();
}

void read_levels(Draft& draft) {
  const auto root = read_document(draft, "levels.toml", Presence::required, "programs cannot say who may enter");
  draft.registry(Thing::level).is_complete &= root.has_value();
  draft.registry(Thing::mode).is_complete &= root.has_value();
  draft.registry(Thing::school_year).is_complete &= root.has_value();
  if (!root) return;
  TableReader file(draft, "levels.toml", *root, "file");
  for (const Node* table : file.tables("level")) read_level(draft, *table);
  for (const Node* table : file.tables("school_year")) {
    TableReader reader(draft, "levels.toml", *table, "school year");
    model::SchoolYear year;
    year.id = reader.id(Thing::school_year);
    year.name = reader.local_text("name", Need::required);
    reader.finish();
    draft.content.catalogue.school_years.push_back(std::move(year));
  }
  for (const Node* table : file.tables("mode")) {
    TableReader reader(draft, "levels.toml", *table, "mode");
    model::Mode mode;
    mode.id = reader.id(Thing::mode);
    mode.name = reader.local_text("name", Need::required);
    mode.explanation = reader.local_text("explanation", Need::optional);
    reader.finish();
    draft.content.catalogue.modes.push_back(std::move(mode));
  }
  file.finish();
}

void read_rooms(Draft& draft) {
  // Whether it may be missing depends on who names rooms: check_room_file says so when everything is read.
  const auto root = read_document(draft, "rooms.toml", Presence::optional, {});
  draft.registry(Thing::room).is_complete &= root.has_value();
  draft.has_room_file = holds_text(draft.folder / "rooms.toml");
  if (!root) return;
  TableReader file(draft, "rooms.toml", *root, "file");
  for (const Node* table : file.tables("room")) {
    TableReader reader(draft, "rooms.toml", *table, "room");
    model::Room room;
    room.id = reader.id(Thing::room);
    room.institute = reader.reference("institute", Thing::institute, Need::required);
    room.floor = reader.integer("floor", -9, 99, Need::optional).value_or(0);
    room.name = reader.local_text("name", Need::required);
    room.where = reader.local_text("where", Need::optional);
    room.step_free = reader.flag("step_free");
    room.status = reader.status();
    reader.finish();
    draft.room_places.push_back(reader.place_of("step_free"));
    draft.room_floor_places.push_back(reader.has("floor") ? std::optional(reader.place_of("floor")) : std::nullopt);
    draft.content.catalogue.rooms.push_back(std::move(room));
  }
  file.finish();
}

}  // namespace kiosk::content
