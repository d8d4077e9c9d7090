#include "screens/tour_view.h"

#include <algorithm>

#include "base/format.h"
#include "locale/phrases.h"

namespace kiosk::screens {
namespace {

using model::DeparturePhase;
using session::TourNotice;
using session::TourStep;

bool is_full(const ViewContext& context, const model::Tour& tour, const model::Departure& departure) {
  return tour.capacity > 0 && tour.seats_here > 0 && seats_left(context, tour, departure) == 0;
}

// What was chosen, else the next one with seats, else the next, else the group under way, else the last.
const model::Departure* shown_departure(const ViewContext& context, const model::Tour& tour, const TourClock& clock) {
  const session::TourDesk& desk = context.session.tours;
  const model::Departure* chosen = desk.tour == tour.id && desk.departure ? tour.departure(*desk.departure) : nullptr;
  if (chosen != nullptr) return chosen;
  for (const model::Departure& one : tour.departures) {
    if (one.real() > context.minute() && !is_full(context, tour, one)) return &one;
  }
  if (clock.next != nullptr) return clock.next;
  if (clock.under_way != nullptr) return clock.under_way;
  return tour.departures.empty() ? nullptr : &tour.departures.back();
}

DepartureChip chip_of(const ViewContext& context, const model::Tour& tour, const TourClock& clock, const model::Departure& departure, bool chosen) {
  DepartureChip chip;
  const auto printed = departure.printed.count();
  chip.id = fmt::format("departure.{:02}{:02}", printed / 60, printed % 60);
  chip.printed = departure.printed;
  chip.time = time_phrase(context, departure.real());
  chip.chosen = chosen;
  switch (model::phase(clock.schedule, departure.real(), context.minute())) {
    case DeparturePhase::to_come:
      chip.seats = seats_badge(context, tour, departure).text;
      chip.full = is_full(context, tour, departure);
      chip.open = true;
      break;
    case DeparturePhase::under_way:
      chip.seats = context.say("tours.under_way");
      chip.open = true;
      break;
    case DeparturePhase::over: chip.seats = context.say("tours.over"); break;
  }
  return chip;
}

std::vector<TourStopRow> stop_rows(const ViewContext& context, const model::Tour& tour, const TourClock& clock, const model::Departure* departure) {
  std::vector<TourStopRow> rows;
  model::GroupPlace group{0, true, {}};  // of a group that has not left nothing is past and it is nowhere
  if (departure != nullptr) group = model::group_at(clock.schedule, departure->real(), context.minute()).value_or(group);
  for (std::size_t i = 0; i < tour.stops.size(); ++i) {
    TourStopRow row;
    row.name = room_phrase(context, tour.stops[i].room);
    row.stay = context.say("map.minutes", {{"count", std::int64_t{tour.stops[i].stay.count()}}});
    if (departure != nullptr) row.time = time_phrase(context, departure->real() + clock.schedule.stops[i].arrives);
    row.is_past = i < group.stop;
    row.is_here = i == group.stop && !group.on_the_way;
    rows.push_back(std::move(row));
  }
  return rows;
}

GroupView group_view(const ViewContext& context, const model::Tour& tour, const TourClock& clock) {
  GroupView view;
  view.title = context.say("tour.group");
  view.place = group_phrase(context, tour, *clock.group);
  if (!clock.group->on_the_way) view.until = context.say("workshops.until", {{"time", time_phrase(context, clock.group->until).text}});
  if (!context.catalogue.map.here) return view;
  const auto caught = model::catch_up(context.catalogue.map, tour, clock.schedule, clock.under_way->real(), context.minute(), context.session.map.step_free);
  if (!caught) {
    view.catch_up = context.say("tour.too_late");
    return view;
  }
  view.room = tour.stops[caught->stop].room;
  view.go = context.say("tour.show_way");
  if (caught->stop == clock.group->stop) {
    view.catch_up = context.say("tour.reach", {{"minutes", std::int64_t{caught->route.minutes()}}});
    return view;
  }
  view.catch_up = context.say("tour.catch_up", {{"room", locale::isolate(room_phrase(context, view.room).text)},
                                                {"minutes", std::int64_t{caught->route.minutes()}},
                                                {"time", time_phrase(context, caught->until).text}});
  return view;
}

SignUpView sign_up_view(const ViewContext& context, const model::Tour& tour, const TourClock& clock, const model::Departure* departure) {
  SignUpView view;
  if (departure == nullptr) return view;
  view.time = time_phrase(context, departure->real());
  view.departure = departure->printed;
  const DeparturePhase phase = model::phase(clock.schedule, departure->real(), context.minute());
  if (phase != DeparturePhase::to_come) {
    view.line = context.say(phase == DeparturePhase::over ? "tour.over" : "tour.gone");
    return view;
  }
  view.badges = departure_badges(context, *departure);
  view.badges.push_back(seats_badge(context, tour, *departure));
  if (tour.capacity == 0) {
    view.line = context.say("tour.no_ticket_line");
  } else if (tour.seats_here == 0) {
    view.line = context.say("tour.reception_line");
  } else if (seats_left(context, tour, *departure) == 0) {
    view.line = context.say("tour.full_line");
  } else {
    view.sign_up = context.say("tour.sign_up");
  }
  return view;
}

Phrase meeting_phrase(const ViewContext& context, const model::Tour& tour) {
  return context.say("tour.meeting_at", {{"room", locale::isolate(room_phrase(context, tour.stops.front().room).text)}});
}

// Lines that a phone keeps, in the visitor's language; no marks of direction, which some scanners show.
std::string ticket_text(const ViewContext& context, const model::Tour& tour, const model::TourTicket& ticket, model::MinuteOfDay leaves) {
  const auto plain = [](const Phrase& phrase) { return locale::without_isolates(phrase.text); };
  return fmt::format("{}\n{}\n{} · {}\n{}\n{}", plain(context.say("tour.ticket_of", {{"ticket", model::ticket_label(ticket.number)}})), plain(context.pick(tour.theme)),
                     locale::format_date(context.language(), context.day()), locale::format_time(context.language(), leaves), plain(meeting_phrase(context, tour)),
                     plain(context.say("reception.persons", {{"count", std::int64_t{ticket.persons}}})));
}

TicketView ticket_view(const ViewContext& context, const model::Tour& tour, const model::TourTicket& ticket) {
  const model::Departure departure = departure_of(tour, ticket);
  TicketView view;
  view.key = ticket.key;
  view.title = context.say("tour.ticket");
  view.number = {locale::isolate_left_to_right(model::ticket_label(ticket.number)), context.language()};
  view.line = context.say("tour.ticket_line");
  view.time = time_phrase(context, departure.real());
  view.badges = departure_badges(context, departure);
  view.badges.insert(view.badges.begin(), {context.say("reception.persons", {{"count", std::int64_t{ticket.persons}}}), BadgeKind::good});
  view.meeting = context.say("tour.meeting");
  const std::string& room = tour.stops.front().room;
  view.place = room_phrase(context, room);
  if (context.catalogue.map.area(room) != nullptr) {
    view.room = room;
    view.show_way = context.say("tour.show_way");
  }
  view.returning = context.session.tours.returning == ticket.key;
  view.sure = context.session.tours.asking_return == ticket.key;
  view.give_back = context.say(view.returning ? "tour.giving_back" : view.sure ? "tour.give_back_sure" : "tour.give_back");
  view.look = context.say("tour.look");
  view.qr = context.make_qr_code(ticket_text(context, tour, ticket, departure.real()));
  view.qr_line = context.say("tour.qr_line");
  return view;
}

void tell_notice(const ViewContext& context, TourView& view) {
  switch (context.session.tours.notice) {
    case TourNotice::refused: view.notice = context.say("tour.refused"); break;
    case TourNotice::returned: view.notice = context.say("tour.returned"); break;
    case TourNotice::not_returned: view.notice = context.say("tour.not_returned"); break;
    case TourNotice::none: break;
  }
  view.notice_is_good = context.session.tours.notice == TourNotice::returned;
}

// When another tour leaves for which this visit has seats and which is under way at the same time.
std::optional<model::MinuteOfDay> overlapping(const ViewContext& context, const model::TourSchedule& schedule, const model::Departure& departure) {
  const model::MinuteOfDay from = departure.real();
  const model::MinuteOfDay to = from + schedule.length();
  for (const model::TourTicket& ticket : context.session.tours.tickets) {
    const model::Tour* other = context.catalogue.tour(ticket.tour);
    const model::Departure* leaves = other == nullptr ? nullptr : other->departure(ticket.departure);
    if (leaves == nullptr) continue;
    const model::MinuteOfDay ends = leaves->real() + model::make_schedule(context.catalogue.map, *other).length();
    if (leaves->real() < to && from < ends) return leaves->real();
  }
  return std::nullopt;
}

// What follows `look`: the party, waiting, the failure, the ticket. Where the departure left or the seats went meanwhile the tour is shown.
void tell_step(const ViewContext& context, const model::Tour& tour, const model::TourSchedule& schedule, const model::Departure* departure, TourView& view) {
  const session::TourDesk& desk = context.session.tours;
  view.step = desk.tour == tour.id ? desk.step : TourStep::look;
  const int most = departure == nullptr ? 0 : std::min(model::kMostOnTicket, seats_left(context, tour, *departure));
  const bool left = departure == nullptr || departure->real() <= context.minute();
  switch (view.step) {
    case TourStep::look: return;
    case TourStep::party:
      if (left || most == 0) {
        view.step = TourStep::look;
        return;
      }
      view.title = context.say("reception.party_title");
      view.line = context.say("reception.party_line");
      if (const auto other = overlapping(context, schedule, *departure)) view.line = context.say("tour.overlaps", {{"time", time_phrase(context, *other).text}});
      view.party_badges = {{time_phrase(context, departure->real()), BadgeKind::neutral}, seats_badge(context, tour, *departure)};
      for (int persons = 1; persons <= most; ++persons) view.parties.push_back({fmt::format("party.{}", persons), persons, {fmt::format("{}", persons), context.language()}});
      return;
    case TourStep::saving: view.title = context.say("tour.saving"); return;
    case TourStep::failed:
      if (left) {
        view.step = TourStep::look;
        return;
      }
      view.title = context.say("tour.failed");
      view.line = context.say("tour.failed_line");
      view.action = context.say("reception.retry");
      return;
    case TourStep::ticket: break;
  }
  const model::TourTicket* ticket = desk.ticket(desk.shown);
  if (ticket == nullptr || tour.stops.empty()) {
    view.step = TourStep::look;
    return;
  }
  view.ticket = ticket_view(context, tour, *ticket);
}

}  // namespace

TourView make_tour_view(const ViewContext& context, const model::Tour& tour) {
  const TourClock clock = tour_clock(context, tour);
  const model::Departure* shown = shown_departure(context, tour, clock);
  TourView view;
  view.tour = tour.id;
  view.theme = context.pick(tour.theme);
  std::vector<Phrase> facts{guide_phrase(context, tour), length_phrase(context, tour, clock.schedule)};
  if (!tour.stops.empty()) facts.push_back(meeting_phrase(context, tour));
  view.facts = locale::joined_phrase(context.language(), facts, "\u00A0· ");
  view.marks = marks_of(context, tour);
  tell_notice(context, view);
  view.departures_title = context.say("tour.departures");
  for (const model::Departure& one : tour.departures) view.departures.push_back(chip_of(context, tour, clock, one, &one == shown));
  view.stops_title = context.say("tour.stops");
  view.stops = stop_rows(context, tour, clock, shown);
  if (clock.group) view.group = group_view(context, tour, clock);
  view.sign_up = sign_up_view(context, tour, clock, shown);
  view.tickets_title = context.say("tour.mine");
  for (TicketCard& card : ticket_cards(context)) {
    if (context.session.tours.ticket(card.key)->tour == tour.id) view.tickets.push_back(std::move(card));
  }
  for (const model::TourStop& stop : tour.stops) {
    if (context.catalogue.map.area(stop.room) != nullptr) view.rooms.push_back(stop.room);
  }
  if (!view.rooms.empty() && context.catalogue.map.here) view.whole = context.say("tour.whole");
  tell_step(context, tour, clock.schedule, shown, view);
  return view;
}

}  // namespace kiosk::screens
