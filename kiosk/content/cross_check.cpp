// What can only be seen when every file has been read.
#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <tuple>

#include "base/format.h"
#include "content/readers.h"
#include "content/spelling.h"
#include "content/written_values.h"
#include "model/timetable.h"

namespace kiosk::content {
namespace {

// Of "inezgane, agadir", where one of the two is known: "inezgane", "agadir". Empty for what is one id.
std::string several_ids(const std::string& written, const Draft::Registry& registry) {
  if (written.find(',') == std::string::npos) return {};
  std::vector<std::string> ids;
  bool is_known = false;
  for (std::size_t from = 0; from <= written.size();) {
    const std::size_t to = std::min(written.find(',', from), written.size());
    const std::string id = without_unseen(std::string_view(written).substr(from, to - from));
    is_known |= registry.index.contains(id);
    ids.push_back(fmt::format("\"{}\"", id));
    from = to + 1;
  }
  return is_known ? fmt::format("{}", fmt::join(ids, ", ")) : std::string();
}

void check_references(Draft& draft) {
  for (const Draft::Reference& reference : draft.references) {
    const Draft::Registry& registry = draft.registry(reference.thing);
    if (!registry.is_complete || registry.index.contains(reference.id)) continue;
    // It may stand on a line that could not be read.
    if (draft.issues.is_torn(file_of(reference.thing))) continue;
    std::vector<std::string_view> ids;
    for (const Draft::Known& known : registry.known) ids.push_back(known.id);
    const std::string_view meant = nearest_word(reference.id, ids);
    std::string remedy = did_you_mean(meant);
    if (meant.empty()) {
      remedy = ids.empty() ? fmt::format("Add a {} with this id.", name_of(reference.thing))
                           : fmt::format("Use one of: {}.", fmt::join(ids, ", "));
    }
    if (const std::string several = several_ids(reference.id, registry); !several.empty()) remedy = fmt::format("Write each between quotes of its own: {}", several);
    draft.issues.error(reference.place, fmt::format("there is no {} '{}'", name_of(reference.thing), reference.id), remedy);
  }
}

// Where a room is named that nobody described, visitors would see its id.
void check_room_file(Draft& draft) {
  if (draft.has_room_file) return;
  std::vector<std::string_view> ids;
  for (const Draft::Reference& reference : draft.references) {
    if (reference.thing == Thing::room && std::find(ids.begin(), ids.end(), reference.id) == ids.end()) ids.push_back(reference.id);
  }
  if (ids.empty()) return;
  const std::string seen = ids.size() == 1 ? ": visitors would see this id" : fmt::format(" and {} more: visitors would see these ids", ids.size() - 1);
  draft.issues.error({"rooms.toml", 0, 0}, fmt::format("no room is described, but other files name '{}'{}", ids.front(), seen),
                     "Write a [[room]] for each as README.md shows, or take the file again from a copy.");
}

// Following `next` must end: each ring of levels is said once, at the first of its levels.
void check_ladder(Draft& draft) {
  const model::Catalogue& catalogue = draft.content.catalogue;
  std::vector<bool> is_reported(catalogue.levels.size());
  for (std::size_t first = 0; first < catalogue.levels.size(); ++first) {
    std::vector<std::size_t> ring;
    const model::Level* level = &catalogue.levels[first];
    while (level && ring.size() <= catalogue.levels.size()) {
      ring.push_back(static_cast<std::size_t>(level - catalogue.levels.data()));
      level = level->next.empty() ? nullptr : catalogue.level(level->next);
      if (level == &catalogue.levels[first]) break;
    }
    if (level != &catalogue.levels[first] || is_reported[first]) continue;
    for (std::size_t index : ring) is_reported[index] = true;
    draft.issues.error(draft.level_next_places[first],
                       fmt::format("following 'next' from level '{}' leads back to it", catalogue.levels[first].id),
                       "A bridge leads upwards: take 'next' out of the highest level.");
  }
}

// A program promises the certificates of its levels: it has to be long enough for each, and taught in a way that leads to it.
void check_certificates(Draft& draft) {
  const model::Catalogue& catalogue = draft.content.catalogue;
  for (const model::Program& program : catalogue.programs) {
    for (const std::string& id : program.levels) {
      const model::Level* level = catalogue.level(id);
      if (level == nullptr) continue;
      if (program.months_max > 0 && program.months_max < level->months) {
        draft.issues.warn(draft.program_level_places[program.id],
                          fmt::format("level '{}' takes at least {} months, and this program has {}", id, level->months, program.months_max),
                          fmt::format("Take '{}' out of levels, or correct months (here, or those of the level in levels.toml).", id));
      }
      const bool leads_there = std::any_of(program.modes.begin(), program.modes.end(),
                                           [&](const std::string& mode) { return std::find(level->modes.begin(), level->modes.end(), mode) != level->modes.end(); });
      if (!level->modes.empty() && !program.modes.empty() && !leads_there) {
        draft.issues.warn(draft.program_level_places[program.id], fmt::format("no mode of this program leads to level '{}'", id),
                          fmt::format("Add {} to modes, or take '{}' out of levels.", fmt::join(level->modes, " or "), id));
      }
    }
  }
}

// French sets a space before : ; ? !, and a plain one lets the sign begin the next line. Said once a file: who writes so writes so everywhere.
void check_french_spaces(Draft& draft) {
  struct Found {
    SourcePlace place;
    std::string sign;
    int texts = 0;
  };
  std::map<std::string, Found> files;
  for (const auto& text : draft.content.texts) {
    if (text.language != base::Language::french) continue;
    for (std::size_t at = text.text.find(' '); at != std::string::npos; at = text.text.find(' ', at + 1)) {
      const char sign = at + 1 < text.text.size() ? text.text[at + 1] : '\0';
      if (sign != ':' && sign != ';' && sign != '?' && sign != '!') continue;
      Found& found = files[text.place.file];
      if (++found.texts == 1) found = {text.place, {sign}, 1};
      break;
    }
  }
  for (const auto& [file, found] : files) {
    const std::string others = found.texts == 1 ? "" : fmt::format(", as in {} more of this file's texts", found.texts - 1);
    draft.issues.warn(found.place, fmt::format("a plain space stands before '{}'{}: a line may begin with the sign", found.sign, others),
                      "Write a narrow no-break space there (U+202F; a no-break space, U+00A0, will do).");
  }
}

// A copy under another id: visitors would find the same program twice.
void check_names_taken_twice(Draft& draft) {
  std::map<std::pair<base::Language, std::string>, std::string> first;
  for (const model::Program& program : draft.content.catalogue.programs) {
    for (const base::Language language : base::kLanguages) {
      const std::string& name = program.name.in(language);
      if (name.empty()) continue;
      const auto [entry, is_new] = first.emplace(std::pair{language, name}, program.id);
      if (is_new) continue;
      // Of zellige and zellige-copie the longer one is the copy.
      const auto& [original, copy] = std::minmax(entry->second, program.id, [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
      draft.issues.warn({fmt::format("programs/{}.toml", copy), 0, 0}, fmt::format("program '{}' has the name of '{}': '{}'", copy, original, name),
                        "Delete the file if it is a copy, or give the program a name of its own.");
      break;
    }
  }
}

// Sessions or items of the agenda, as the day really goes.
template <class Item>
bool overlap(const Item& a, const Item& b) {
  return model::real_start(a) < model::real_end(b) && model::real_start(b) < model::real_end(a);
}

void check_rooms_taken_twice(Draft& draft) {
  const auto& sessions = draft.content.catalogue.workshops;
  for (std::size_t later = 0; later < sessions.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const auto& a = sessions[earlier];
      const auto& b = sessions[later];
      const bool is_cancelled = a.state == model::WorkshopState::cancelled || b.state == model::WorkshopState::cancelled;
      if (is_cancelled || a.room.empty() || a.room != b.room || !overlap(a, b)) continue;
      draft.issues.warn(draft.workshop_places[later],
                        fmt::format("sessions '{}' and '{}' are in room '{}' at the same time", a.id, b.id, a.room),
                        "Move one of them to another time or room, unless they share it.");
    }
  }
}

bool is_same_hall(const model::LocalText& a, const model::LocalText& b) {
  return std::any_of(base::kLanguages.begin(), base::kLanguages.end(), [&](base::Language language) { return !a.in(language).empty() && a.in(language) == b.in(language); });
}

void check_halls_taken_twice(Draft& draft) {
  const auto& items = draft.content.catalogue.agenda;
  for (std::size_t later = 0; later < items.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const model::AgendaItem& a = items[earlier];
      const model::AgendaItem& b = items[later];
      const bool is_same = a.room.empty() || b.room.empty() ? is_same_hall(a.hall, b.hall) : a.room == b.room;
      if (!is_same || !overlap(a, b)) continue;
      draft.issues.warn(draft.agenda_places[later], fmt::format("items '{}' and '{}' are in the same hall at the same time", a.id, b.id),
                        "Move one of them to another time or hall, unless they share it.");
    }
  }
}

void check_age_bands(Draft& draft) {
  if (draft.issues.is_torn("event.toml")) return;
  const auto& bands = draft.content.catalogue.interest.age_bands;
  const auto last = [](const model::AgeBand& band) { return band.to == 0 ? std::numeric_limits<int>::max() : band.to; };
  for (std::size_t later = 0; later < bands.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const int both = std::max(bands[earlier].from, bands[later].from);
      if (both > std::min(last(bands[earlier]), last(bands[later]))) continue;
      draft.issues.warn(draft.age_band_places[later], fmt::format("a child of {} is in both age bands '{}' and '{}'", both, bands[earlier].id, bands[later].id),
                        "Let each band begin a year after the one before ends.");
    }
  }
}

void check_age_gaps(Draft& draft) {
  if (draft.issues.is_torn("event.toml")) return;
  const auto& bands = draft.content.catalogue.interest.age_bands;
  for (const model::AgeBand& band : bands) {
    if (band.to == 0) continue;
    const bool goes_on = std::any_of(bands.begin(), bands.end(), [&](const model::AgeBand& other) { return other.from <= band.to + 1 && (other.to == 0 || other.to > band.to); });
    const auto next = std::find_if(bands.begin(), bands.end(), [&](const model::AgeBand& other) { return other.from > band.to; });
    if (goes_on || next == bands.end()) continue;
    draft.issues.warn(draft.age_band_places[static_cast<std::size_t>(next - bands.begin())], fmt::format("a child of {} is in no age band", band.to + 1), "Let each band begin a year after the one before ends.");
  }
}

// The card of a family leads to its programs.
void check_empty_families(Draft& draft) {
  const model::Catalogue& catalogue = draft.content.catalogue;
  const Draft::Registry& programs = draft.registry(Thing::program);
  const Draft::Registry& families = draft.registry(Thing::family);
  // A program whose own mistake hides its family is told of that alone.
  const bool all_have_theirs = programs.is_complete && programs.known.size() == catalogue.programs.size() &&
                               std::all_of(catalogue.programs.begin(), catalogue.programs.end(), [&](const model::Program& program) { return families.index.contains(program.family); });
  if (!all_have_theirs) return;
  for (const Draft::Known& family : families.known) {
    if (std::any_of(catalogue.programs.begin(), catalogue.programs.end(), [&](const model::Program& program) { return program.family == family.id; })) continue;
    draft.issues.warn(family.place, fmt::format("family '{}' has no program: its card leads to an empty page", family.id), "Write a program of this family, or take the family out.");
  }
}

// Machines count for themselves: what each may give away, all of them may.
void check_seats_of_all_kiosks(Draft& draft) {
  const model::Catalogue& catalogue = draft.content.catalogue;
  const int kiosks = static_cast<int>(catalogue.map.kiosks.size());
  const auto check = [&](const SourcePlace& place, std::string_view kind, const std::string& id, int here, int capacity) {
    if (kiosks < 2 || here > capacity || here * kiosks <= capacity) return;
    draft.issues.warn(place, fmt::format("{} '{}' gives away {} seats at each of {} kiosks, more than its {}", kind, id, here, kiosks, capacity),
                      fmt::format("Write seats_here = {}: each kiosk counts for itself.", capacity / kiosks));
  };
  for (std::size_t i = 0; i < catalogue.workshops.size(); ++i) {
    const model::WorkshopSession& session = catalogue.workshops[i];
    check(draft.workshop_places[i], "session", session.id, session.seats_here, session.capacity);
  }
  for (std::size_t i = 0; i < catalogue.tours.size(); ++i) check(draft.tour_places[i], "tour", catalogue.tours[i].id, catalogue.tours[i].seats_here, catalogue.tours[i].capacity);
}

void check_missing_texts(Draft& draft) {
  constexpr std::array<std::string_view, base::kLanguageCount> kNames{"Arabic", "French", "English", "Tamazight"};
  for (const Draft::MissingTexts& missing : draft.missing_texts) {
    std::vector<std::string_view> names;
    std::vector<std::string> entries;
    for (const base::Language language : missing.languages) {
      if (!draft.is_in_use(language)) continue;
      names.push_back(kNames[static_cast<std::size_t>(language)]);
      entries.push_back(fmt::format("{} = \"…\"", base::code(language)));
    }
    if (names.empty()) continue;
    draft.issues.warn(missing.place, fmt::format("'{}' of the {} has no {} text", missing.key, missing.subject, fmt::join(names, " and no ")),
                      fmt::format("Add {}; until then another language is shown.", fmt::join(entries, ", ")));
  }
}

void check_demo_line(Draft& draft) {
  if (!draft.first_demo || !draft.is_event_read || !draft.content.catalogue.event.demo_line.empty()) return;
  draft.issues.error(
      {"event.toml", 0, 0},
      fmt::format("'demo_line' is missing, but {} line {} has status = \"demo\"", draft.first_demo->file, draft.first_demo->line),
      "Add demo_line to [event]: the sentence that says these values are to be confirmed.");
}

template <class Item>
void sort_by_start(std::vector<Item>& items) {
  std::sort(items.begin(), items.end(),
            [](const Item& a, const Item& b) { return std::tie(a.start, a.id) < std::tie(b.start, b.id); });
}

void put_in_order(model::Catalogue& catalogue) {
  std::stable_sort(catalogue.levels.begin(), catalogue.levels.end(),
                   [](const model::Level& a, const model::Level& b) { return a.rank < b.rank; });
  const auto rank = [&](const std::string& id) {
    const model::Level* level = catalogue.level(id);
    return level ? level->rank : 0;
  };
  for (model::Program& program : catalogue.programs) {
    std::stable_sort(program.levels.begin(), program.levels.end(),
                     [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
  }
  sort_by_start(catalogue.workshops);
  sort_by_start(catalogue.agenda);
}

}  // namespace

bool Draft::is_in_use(base::Language language) const {
  const auto& programs = content.catalogue.programs;
  return programs.empty() || std::any_of(programs.begin(), programs.end(), [&](const model::Program& program) { return !program.name.in(language).empty(); });
}

void cross_check(Draft& draft) {
  check_references(draft);
  check_room_file(draft);
  check_ladder(draft);
  check_certificates(draft);
  check_french_spaces(draft);
  check_names_taken_twice(draft);
  check_rooms_taken_twice(draft);
  check_halls_taken_twice(draft);
  check_age_bands(draft);
  check_age_gaps(draft);
  check_empty_families(draft);
  check_seats_of_all_kiosks(draft);
  check_missing_texts(draft);
  if (!draft.issues.is_torn("map.toml")) check_map(draft);
  check_demo_line(draft);
  put_in_order(draft.content.catalogue);
}

}  // namespace kiosk::content
