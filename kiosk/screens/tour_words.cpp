#include "screens/tour_words.h"

#include <algorithm>

#include "locale/phrases.h"
#include "model/timetable.h"

namespace kiosk::screens {
namespace {

constexpr std::chrono::minutes kSoon{90};         // beyond, the time alone says it better than minutes
constexpr std::chrono::minutes kManyMinutes{120};  // nobody reckons in minutes any more

Phrase joined(const ViewContext& context, const std::vector<Phrase>& parts) { return locale::joined_phrase(context.language(), parts, "\u00A0· "); }

std::chrono::minutes rounded_to_five(std::chrono::minutes length) { return (length + std::chrono::minutes(4)) / 5 * 5; }

// What the time lasts until, by its name.
Phrase until_phrase(const ViewContext& context, const model::TimeLeft& end) {
  const std::string time = time_phrase(context, end.at).text;
  if (end.until == model::Until::day_end) return context.say("tours.own_until_end", {{"time", time}});
  Phrase title;
  if (end.until == model::Until::agenda) {
    for (const model::AgendaItem& item : context.catalogue.agenda) {
      if (item.id == end.id) title = context.pick(item.title);
    }
  } else if (const model::WorkshopSession* session = context.catalogue.workshop(end.id)) {
    title = make_workshop_card(context, *session).title;
  }
  return context.say("tours.own_until", {{"time", time}, {"title", locale::isolate(title.text)}});
}

void tell_fit(const ViewContext& context, const model::OwnTour& tour, OwnTourView& view) {
  const std::string left = time_span_phrase(context, tour.left).text;
  const auto rooms = static_cast<std::int64_t>(tour.rooms.size());
  const auto later = static_cast<std::int64_t>(tour.later.size());
  std::vector<Phrase> details{until_phrase(context, tour.end)};
  if (rooms > 0) details.push_back(context.say("tours.own_needed", {{"length", time_span_phrase(context, tour.needed).text}}));
  if (later > 0) details.push_back(context.say("tours.own_later", {{"count", later}}));
  view.details = joined(context, details);
  if (rooms == 0) {
    view.fits = context.say("tours.own_none", {{"length", left}});
    return;
  }
  view.fits = tour.left >= kManyMinutes ? context.say("tours.own_fits_long", {{"rooms", rooms}}) : context.say("tours.own_fits", {{"length", left}, {"rooms", rooms}});
  for (const std::string& room : tour.rooms) view.rooms.push_back(room_phrase(context, room));
  view.show = context.say("program.show_on_map");
  view.asked = tour.asked;
}

}  // namespace

TourClock tour_clock(const ViewContext& context, const model::Tour& tour) {
  TourClock clock;
  clock.schedule = model::make_schedule(context.catalogue.map, tour);
  clock.next = model::next_departure(tour, context.minute());
  clock.under_way = model::departure_under_way(clock.schedule, tour, context.minute());
  if (clock.under_way != nullptr) clock.group = model::group_at(clock.schedule, clock.under_way->real(), context.minute());
  return clock;
}

model::Departure departure_of(const model::Tour& tour, const model::TourTicket& ticket) {
  const model::Departure* known = tour.departure(ticket.departure);
  return known == nullptr ? model::Departure{ticket.departure, {}} : *known;
}

int seats_left(const ViewContext& context, const model::Tour& tour, const model::Departure& departure) {
  if (tour.capacity == 0) return 0;
  return context.taken_seats == nullptr ? tour.seats_here : model::seats_left(tour, departure.printed, *context.taken_seats);
}

Badge seats_badge(const ViewContext& context, const model::Tour& tour, const model::Departure& departure) {
  if (tour.capacity == 0) return {context.say("tours.no_ticket"), BadgeKind::good};
  if (tour.seats_here == 0) return {context.say("tours.at_reception"), BadgeKind::neutral};
  const int left = seats_left(context, tour, departure);
  return {context.say("tours.seats_left", {{"count", std::int64_t{left}}}), left > 0 ? BadgeKind::good : BadgeKind::bad};
}

std::vector<Badge> departure_badges(const ViewContext& context, const model::Departure& departure) {
  std::vector<Badge> badges;
  const std::chrono::minutes away = departure.real() - context.minute();
  if (auto other = other_day_phrase(context, context.language())) badges.push_back({std::move(*other), BadgeKind::neutral});
  if (away.count() > 0 && away <= kSoon) badges.push_back({context.say("workshops.starts_in", {{"length", time_span_phrase(context, away).text}}), BadgeKind::neutral});
  if (departure.delay.count() > 0) badges.push_back({context.say("workshops.delayed", {{"length", time_span_phrase(context, departure.delay).text}}), BadgeKind::warn});
  return badges;
}

Phrase group_phrase(const ViewContext& context, const model::Tour& tour, const model::GroupPlace& group) {
  const std::string room = locale::isolate(room_phrase(context, tour.stops[group.stop].room).text);
  return context.say(group.on_the_way ? "tours.group_to" : "tours.group_at", {{"room", room}});
}

Phrase guide_phrase(const ViewContext& context, const model::Tour& tour) {
  std::vector<Phrase> languages;
  for (const std::string& code : tour.languages) languages.push_back(locale::spoken_language(context.messages, context.language(), code));
  return context.say("tours.guide", {{"languages", list_phrase(context, languages).text}});
}

Phrase length_phrase(const ViewContext& context, const model::Tour& tour, const model::TourSchedule& schedule) {
  return joined(context, {context.say("tours.length", {{"length", time_span_phrase(context, rounded_to_five(schedule.length())).text}}),
                          context.say("tours.stops", {{"count", static_cast<std::int64_t>(tour.stops.size())}})});
}

std::vector<TourMark> marks_of(const ViewContext& context, const model::Tour& tour) {
  std::vector<TourMark> marks;
  if (tour.for_families) marks.push_back({"child", context.say("tours.families")});
  if (tour.step_free) marks.push_back({"step-free", context.say("map.step_free")});
  return marks;
}

std::vector<TicketCard> ticket_cards(const ViewContext& context) {
  std::vector<const model::TourTicket*> tickets;
  for (const model::TourTicket& ticket : context.session.tours.tickets) tickets.push_back(&ticket);
  std::stable_sort(tickets.begin(), tickets.end(), [](const auto* a, const auto* b) { return a->departure < b->departure; });
  std::vector<TicketCard> cards;
  for (const model::TourTicket* ticket : tickets) {
    const model::Tour* tour = context.catalogue.tour(ticket->tour);
    if (tour == nullptr || tour->stops.empty()) continue;
    const model::Departure departure = departure_of(*tour, *ticket);
    TicketCard card;
    card.id = "ticket." + std::to_string(ticket->number);
    card.key = ticket->key;
    card.number = {locale::isolate_left_to_right(model::ticket_label(ticket->number)), context.language()};
    card.theme = context.pick(tour->theme);
    card.time = time_phrase(context, departure.real());
    card.line = joined(context, {context.say("reception.persons", {{"count", std::int64_t{ticket->persons}}}), room_phrase(context, tour->stops.front().room)});
    card.badges = departure_badges(context, departure);
    cards.push_back(std::move(card));
  }
  return cards;
}

OwnTourView make_own_tour_view(const ViewContext& context) {
  OwnTourView view;
  view.title = context.say("tours.own");
  // The time there is now is not that of another day.
  if (other_day_phrase(context, context.language())) return view;
  model::OwnTourWish wish;
  for (const session::Heart& heart : context.session.hearts) (heart.kind == session::HeartKind::program ? wish.programs : wish.workshops).push_back(heart.id);
  wish.family = context.session.tours.for_families;
  wish.step_free = context.session.map.step_free;
  if (const auto tour = model::own_tour(context.catalogue, wish, context.minute())) {
    tell_fit(context, *tour, view);
  } else if (context.session.hearts.empty() && model::time_left(context.catalogue, wish, context.minute())) {
    view.fits = context.say("tours.own_hint");
    view.find = context.say("my_visit.find_programs");
  }
  return view;
}

}  // namespace kiosk::screens
