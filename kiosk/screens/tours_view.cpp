#include "screens/tours_view.h"

#include <algorithm>
#include <utility>

namespace kiosk::screens {
namespace {

namespace intent = session::intent;

TourCard make_card(const ViewContext& context, const model::Tour& tour, const TourClock& clock) {
  TourCard card;
  card.tour = tour.id;
  card.theme = context.pick(tour.theme);
  card.guide = guide_phrase(context, tour);
  card.length = length_phrase(context, tour, clock.schedule);
  card.marks = marks_of(context, tour);
  if (clock.group) card.group = group_phrase(context, tour, *clock.group);
  if (clock.next == nullptr) {
    card.time_label = context.say("tours.no_more");
    return card;
  }
  card.time_label = context.say("tours.next");
  card.time = time_phrase(context, clock.next->real());
  card.badges = departure_badges(context, *clock.next);
  card.badges.push_back(seats_badge(context, tour, *clock.next));
  return card;
}

}  // namespace

ToursView make_tours_view(const ViewContext& context) {
  const bool families = context.session.tours.for_families;
  const bool step_free = context.session.map.step_free;
  ToursView view;
  view.title = context.say("tours.title");
  view.line = context.say("tours.line");
  view.filters.push_back({"tours.families", "child", context.say("tours.families"), families,
                          session::Intent(std::in_place_type<session::TourIntent>, intent::ToggleFamilyTours{})});
  view.filters.push_back({"tours.step_free", "step-free", context.say("map.step_free"), step_free,
                          session::Intent(std::in_place_type<session::WayfindingIntent>, intent::ToggleStepFree{})});
  view.own = make_own_tour_view(context);
  const auto wanted = [&](const model::Tour& tour) { return (!families || tour.for_families) && (!step_free || tour.step_free); };
  const std::vector<model::Tour>& tours = context.catalogue.tours;
  const bool any = std::any_of(tours.begin(), tours.end(), wanted);
  if (!any) view.none_such = context.say("tours.none_such");
  bool over = true;
  std::vector<std::pair<model::MinuteOfDay, TourCard>> cards;
  for (const model::Tour& tour : tours) {
    const TourClock clock = tour_clock(context, tour);
    over = over && clock.next == nullptr && clock.under_way == nullptr;
    const model::MinuteOfDay leaves = clock.next == nullptr ? model::MinuteOfDay::max() : clock.next->real();
    if (!any || wanted(tour)) cards.emplace_back(leaves, make_card(context, tour, clock));
  }
  // What leaves first stands first; at the same time, and where nothing leaves any more, the operator's order.
  std::stable_sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [leaves, card] : cards) view.tours.push_back(std::move(card));
  if (over) {
    view.over_title = context.say(other_day_phrase(context, context.language()) ? "day.over_title" : "tours.all_over");
    view.over_hint = context.say("tours.all_over_hint");
    view.filters.clear();
    if (!context.catalogue.map.empty()) view.over_map = context.say("home.map");
  }
  return view;
}

}  // namespace kiosk::screens
