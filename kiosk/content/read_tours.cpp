// tours.toml: the guided tours of the day.
#include <algorithm>

#include "base/format.h"
#include "content/readers.h"
#include "content/table_reader.h"

namespace kiosk::content {
namespace {

constexpr std::string_view kToursFile = "tours.toml";

// BCP 47's primary subtag, as recordings are named: "ar", "ary", "shi".
bool is_language(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> read_languages(Draft& draft, TableReader& reader) {
  std::vector<std::string> languages;
  for (const Node* item : reader.texts("languages", Need::required)) {
    if (is_language(item->text)) {
      languages.push_back(item->text);
      continue;
    }
    draft.issues.error(reader.place_of(*item), fmt::format("'{}' is no language", item->text),
                       "Write the guide's languages as ar, fr, en, zgh, shi (Tachelhit) or ary (Darija).");
  }
  return languages;
}

void read_stop(Draft& draft, TableReader& of_tour, const Node& table, model::Tour& tour, std::vector<SourcePlace>& places) {
  constexpr int kLongestStay = 180;
  TableReader reader(of_tour, "[[tour.stop]]", table, "stop");
  model::TourStop stop;
  stop.room = reader.reference("room", Thing::room, Need::required);
  stop.stay = std::chrono::minutes(reader.integer("minutes", 0, kLongestStay, Need::required).value_or(0));
  reader.finish();
  // At the meeting point a group may only come together.
  if (reader.has("minutes") && stop.stay == std::chrono::minutes(0) && !tour.stops.empty()) {
    draft.issues.warn(reader.place_of("minutes"), fmt::format("the group does not stay at '{}'", stop.room), "Write how many minutes it stays, or take the stop out.");
  }
  places.push_back(reader.place_of("room"));
  tour.stops.push_back(std::move(stop));
}

void read_seats(Draft& draft, TableReader& reader, model::Tour& tour) {
  constexpr int kMostSeats = 1000;
  tour.capacity = reader.integer("capacity", 1, kMostSeats, Need::optional).value_or(0);
  tour.seats_here = reader.integer("seats_here", 0, kMostSeats, Need::optional).value_or(0);
  if (tour.seats_here <= tour.capacity || (reader.has("capacity") && tour.capacity == 0)) return;
  if (tour.capacity == 0) {
    draft.issues.lack(Severity::error, reader.place_of("seats_here"), "'seats_here' is given without 'capacity'", "Add capacity, how many the guide can take.");
    return;
  }
  draft.issues.error(reader.place_of("seats_here"), fmt::format("'seats_here' is {}, more than the capacity of {}", tour.seats_here, tour.capacity),
                     "Lower seats_here: it is this kiosk's part of the capacity.");
}

// The stays alone are the shortest that a tour can be; the ways between them come on top.
void warn_of_departures_under_way(Draft& draft, const TableReader& reader, const model::Tour& tour) {
  std::chrono::minutes stays{0};
  for (const model::TourStop& stop : tour.stops) stays += stop.stay;
  for (std::size_t i = 1; i < tour.departures.size(); ++i) {
    const auto apart = tour.departures[i].printed - tour.departures[i - 1].printed;
    if (apart >= stays) continue;
    draft.issues.warn(reader.place_of("departures"),
                      fmt::format("tour '{}' leaves again after {} minutes, while the one before takes {} for its stops alone", tour.id, apart.count(), stays.count()),
                      "Let it leave later, unless each departure has a guide of its own.");
    return;
  }
}

void read_tour(Draft& draft, const Node& table) {
  TableReader reader(draft, std::string(kToursFile), table, "tour");
  model::Tour tour;
  std::vector<SourcePlace> stop_places;
  draft.tour_places.push_back(reader.has("seats_here") ? reader.place_of("seats_here") : reader.place());
  tour.id = reader.id(Thing::tour);
  tour.theme = reader.local_text("theme", Need::required);
  tour.languages = read_languages(draft, reader);
  for (const model::MinuteOfDay time : reader.times("departures")) tour.departures.push_back({time, {}});
  read_seats(draft, reader, tour);
  tour.step_free = reader.flag("step_free");
  tour.for_families = reader.flag("for_families");
  tour.status = reader.status();
  for (const Node* stop : reader.tables("stop")) read_stop(draft, reader, *stop, tour, stop_places);
  if (tour.stops.empty()) {
    draft.issues.lack(Severity::error, reader.place(), fmt::format("tour '{}' has no stop", tour.id),
                      "Add [[tour.stop]] with room = \"…\" and minutes = 10 for each stop.");
  }
  reader.finish();
  warn_of_departures_under_way(draft, reader, tour);
  draft.tour_stop_places.push_back(std::move(stop_places));
  draft.content.catalogue.tours.push_back(std::move(tour));
}

void read_own_tour(Draft& draft, const Node& table) {
  constexpr int kLongestStay = 60;
  TableReader reader(draft, std::string(kToursFile), table, "own_tour");
  if (const auto minutes = reader.integer("minutes_per_room", 1, kLongestStay, Need::optional)) {
    draft.content.catalogue.own_tour.stay = std::chrono::minutes(*minutes);
  }
  reader.finish();
}

}  // namespace

void read_tours(Draft& draft) {
  const auto root = read_document(draft, std::string(kToursFile), Presence::optional, "");
  if (!root) return;
  TableReader file(draft, std::string(kToursFile), *root, "file");
  for (const Node* table : file.tables("tour")) read_tour(draft, *table);
  if (const Node* table = file.table("own_tour", Need::optional)) read_own_tour(draft, *table);
  file.finish();
}

}  // namespace kiosk::content
