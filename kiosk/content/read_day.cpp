// workshops.toml and agenda.toml: what happens when.
#include <tuple>

#include "base/format.h"
#include "content/readers.h"
#include "content/table_reader.h"
#include "model/day_changes.h"

namespace kiosk::content {
namespace {

constexpr int kMostSeats = 10000;
constexpr int kLongestDelayMinutes = 12 * 60;

void read_seats(Draft& draft, TableReader& reader, model::WorkshopSession& session) {
  session.capacity = reader.integer("capacity", 1, kMostSeats, Need::optional).value_or(0);
  session.seats_here = reader.integer("seats_here", 0, kMostSeats, Need::optional).value_or(0);
  if (session.seats_here <= session.capacity || (reader.has("capacity") && session.capacity == 0)) return;
  if (session.capacity == 0) {
    draft.issues.lack(Severity::error, reader.place_of("seats_here"), "'seats_here' is given without 'capacity'",
                      "Add capacity, the seats of the room.");
    return;
  }
  draft.issues.error(reader.place_of("seats_here"),
                     fmt::format("'seats_here' is {}, more than the capacity of {}", session.seats_here, session.capacity),
                     "Lower seats_here: it is this kiosk's part of the capacity.");
}

std::chrono::minutes read_delay(TableReader& reader) {
  return std::chrono::minutes(reader.integer("delay", 0, kLongestDelayMinutes, Need::optional).value_or(0));
}

void read_session(Draft& draft, const Node& table) {
  TableReader reader(draft, "workshops.toml", table, "session");
  model::WorkshopSession session;
  session.id = reader.id(Thing::session);
  session.title = reader.local_text("title", Need::optional);
  session.program = reader.reference("program", Thing::program, reader.has("title") ? Need::optional : Need::required);
  session.room = reader.reference("room", Thing::room, Need::required);
  session.moved_from = reader.reference("moved_from", Thing::room, Need::optional);
  std::tie(session.start, session.end) = reader.time_span();
  session.delay = read_delay(reader);
  read_seats(draft, reader, session);
  session.state = reader.choice<model::WorkshopState>("state",
                                                      {{"as_planned", model::WorkshopState::as_planned},
                                                       {"full", model::WorkshopState::full},
                                                       {"cancelled", model::WorkshopState::cancelled}},
                                                      session.state, Need::optional);
  session.status = reader.status();
  reader.finish();
  draft.workshop_places.push_back(reader.place());
  draft.content.catalogue.workshops.push_back(std::move(session));
}

void read_item(Draft& draft, const Node& table) {
  TableReader reader(draft, "agenda.toml", table, "item");
  model::AgendaItem item;
  item.id = reader.id(Thing::item);
  item.title = reader.local_text("title", Need::required);
  item.hall = reader.local_text("hall", Need::optional);
  item.room = reader.reference("room", Thing::room, Need::optional);
  std::tie(item.start, item.end) = reader.time_span();
  item.delay = read_delay(reader);
  Choices<model::DayMode> modes;
  for (const auto& [mode, name] : model::kDayModes) modes.emplace_back(name, mode);
  item.mode = reader.choice<model::DayMode>("mode", modes, item.mode, Need::optional);
  item.status = reader.status();
  for (const Node* entry : reader.tables("speaker")) {
    TableReader speaker(reader, "[[item.speaker]]", *entry, "speaker");
    model::Speaker& added = item.speakers.emplace_back();
    added.role = speaker.local_text("role", Need::required);
    added.name = speaker.local_text("name", Need::optional);
    speaker.finish();
  }
  reader.finish();
  draft.agenda_places.push_back(reader.place());
  draft.content.catalogue.agenda.push_back(std::move(item));
}

}  // namespace

void read_workshops(Draft& draft) {
  const auto root = read_document(draft, "workshops.toml", Presence::expected, "no workshop is announced");
  if (!root) return;
  TableReader file(draft, "workshops.toml", *root, "file");
  for (const Node* table : file.tables("session")) read_session(draft, *table);
  file.finish();
}

void read_agenda(Draft& draft) {
  const auto root = read_document(draft, "agenda.toml", Presence::expected, "the day's programme is empty");
  if (!root) return;
  TableReader file(draft, "agenda.toml", *root, "file");
  for (const Node* table : file.tables("item")) read_item(draft, *table);
  for (const Node* table : file.tables("recommendation")) {
    TableReader reader(draft, "agenda.toml", *table, "recommendation");
    draft.content.catalogue.recommendations.push_back({reader.local_text("text", Need::required), reader.status()});
    reader.finish();
  }
  file.finish();
}

}  // namespace kiosk::content
