// Content while it is being read: what is known so far, what refers to what, what is wrong. Every reader adds to it; `load`
// looks over the whole at the end. Private to this folder; lives for one load.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/content.h"
#include "content/document.h"
#include "content/issues.h"

namespace kiosk::content {

// The things that have ids.
enum class Thing : std::uint8_t {
  institute, family, level, mode, program, room, session, item, floor, node, school_year, question, figure, part, story, age_band, kiosk, tour,
};
inline constexpr std::size_t kThingCount = 18;
std::string_view name_of(Thing thing);
// The file that its ids stand in; empty for programs, which have theirs from the names of their files.
std::string_view file_of(Thing thing);

struct Draft {
  std::filesystem::path folder;
  std::filesystem::path assets;
  Issues issues;
  Content content;

  struct Known {
    std::string id;
    SourcePlace place;
  };
  struct Registry {
    std::vector<Known> known;
    std::unordered_map<std::string, std::size_t> index;  // of `known`, by id
    bool is_complete = true;  // false when a file or an id could not be read: then unknown references are not to blame
  };
  std::array<Registry, kThingCount> registries;
  Registry& registry(Thing thing) { return registries[static_cast<std::size_t>(thing)]; }

  struct Reference {
    Thing thing;
    std::string id;
    SourcePlace place;
  };
  std::vector<Reference> references;

  std::vector<SourcePlace> level_next_places;  // of content.catalogue.levels, in the order they were read
  std::map<std::string, SourcePlace> program_level_places;  // of the programs, by their ids: where their levels stand
  std::vector<SourcePlace> workshop_places;    // of content.catalogue.workshops, likewise
  std::vector<SourcePlace> agenda_places;      // of content.catalogue.agenda, likewise
  std::vector<SourcePlace> tour_places;        // of content.catalogue.tours, likewise
  std::vector<SourcePlace> age_band_places;    // of content.catalogue.interest.age_bands, likewise
  std::vector<SourcePlace> room_places;        // of content.catalogue.rooms: where step_free is claimed, else the room
  std::vector<std::optional<SourcePlace>> room_floor_places;  // likewise: where the floor is given
  std::vector<SourcePlace> map_area_places;    // of content.catalogue.map.areas, in the order they were read
  std::vector<SourcePlace> map_node_places;    // of content.catalogue.map.nodes, likewise
  std::vector<SourcePlace> map_kiosk_places;   // of content.catalogue.map.kiosks, likewise
  std::vector<std::vector<SourcePlace>> tour_stop_places;  // of the stops of content.catalogue.tours
  // Texts that lack languages; said once it is known which languages this content is in at all.
  struct MissingTexts {
    SourcePlace place;
    std::string key;
    std::string subject;
    std::vector<base::Language> languages;
  };
  std::vector<MissingTexts> missing_texts;
  std::optional<SourcePlace> first_demo;       // the first value marked as demo
  bool is_event_read = false;
  bool has_room_file = true;
  bool is_here_given = false;  // map.toml says which kiosk this one is

  // Whether operators write in it: some program has its name in it. All are until a program is read.
  bool is_in_use(base::Language language) const;

  // Makes `id` known; a second one of the same name is an error.
  void register_id(Thing thing, const std::string& id, const SourcePlace& place);
};

inline constexpr std::size_t kFileLimitBytes = 256 * 1024;

enum class Presence : std::uint8_t { required, expected, optional };

// The tree of `name` (relative to the folder), without the lines that are not TOML. Missing: an error, a warning or nothing, by `presence`; empty: an error or a warning.
// `lost_without` says what the kiosk cannot show then.
std::optional<Node> read_document(Draft& draft, const std::string& name, Presence presence, std::string_view lost_without,
                                  std::size_t limit_bytes = kFileLimitBytes);

}  // namespace kiosk::content
