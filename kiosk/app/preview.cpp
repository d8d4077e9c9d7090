#include "app/preview.h"

#include <algorithm>

#include "app/plan_maker.h"
#include "exporters/qr_code.h"
#include "locale/dates.h"

namespace kiosk::app {

struct Preview::State {
  Stage& stage;
  const content::Content& content;
  base::SteadyTime began = base::SteadyTime{} + std::chrono::hours(1);
  base::Milliseconds elapsed{};
  session::Session session;
  screens::ScreenView view;
  std::string_view tapped;  // as in NamedState
  std::string_view held;
};

namespace {

void tap(Stage& stage, std::string_view id, base::SteadyTime now) {
  const auto node = std::find_if(stage.frame().nodes().begin(), stage.frame().nodes().end(), [&](const ui::Node& one) { return one.id == id; });
  if (node == stage.frame().nodes().end()) return;
  stage.gestures().push({ui::PointerPhase::down, node->rect.centre(), now});
  stage.gestures().push({ui::PointerPhase::up, node->rect.centre(), now});
}

// Puts the finger down and draws it sideways.
void hold(Stage& stage, std::string_view id, base::SteadyTime now) {
  const auto node = std::find_if(stage.frame().nodes().begin(), stage.frame().nodes().end(), [&](const ui::Node& one) { return one.id == id; });
  if (node == stage.frame().nodes().end()) return;
  const base::Point at = node->rect.centre();
  stage.gestures().push({ui::PointerPhase::down, at, now});
  stage.gestures().push({ui::PointerPhase::move, {at.x + node->rect.height, at.y}, now});
}

}  // namespace

Preview::Preview(Stage& stage, const content::Content& content) : state_(new State{stage, content, {}, {}, {}, {}, {}, {}}) {
  state_->began = base::SteadyTime{} + std::chrono::hours(1);
}

Preview::~Preview() = default;

void Preview::set(const NamedState& named, base::Language language) {
  state_->session = named.session;
  state_->session.language = language;
  state_->elapsed = named.attract_elapsed;
  state_->tapped = named.tapped;
  state_->held = named.held;
  using namespace std::chrono;
  const model::Event& event = state_->content.catalogue.event;
  const locale::LocalTime now{event.date.value_or(year{2025} / September / 22), named.time, seconds(0)};
  const base::WallTime made = *locale::parse_local_time(locale::iso_date(now.date) + " 10:15", event.time_zone);
  const screens::PlanMaker plans = make_plan_maker(state_->content, made, now.date);
  constexpr int kCountdownShown = 17;
  model::Catalogue catalogue = state_->content.catalogue;
  model::apply(named.staff.day.shifts, catalogue);
  const screens::ViewContext context{catalogue, state_->content.messages, state_->session, now, exporters::make_qr_code, named.mode, &plans, &named.staff, &named.taken_seats};
  state_->view = screens::make_screen_view(context, kCountdownShown);
  state_->stage.forget_visitor();
}

void Preview::build(base::Size window) {
  Show show;
  show.view = &state_->view;
  show.comfort = state_->session.comfort;
  show.window = window;
  show.diagonal_inches = state_->content.catalogue.event.screen_diagonal_inches;
  // The first frame brings the screen on; the second sees it at rest.
  show.now = state_->began;
  state_->stage.build(show);
  if (!state_->tapped.empty()) {
    tap(state_->stage, state_->tapped, show.now);
    state_->stage.build(show);
  }
  if (!state_->held.empty()) hold(state_->stage, state_->held, show.now);
  constexpr base::Milliseconds kRest{1000};
  show.now = state_->began + std::max(state_->elapsed, state_->view.place.screen == session::ScreenId::attract ? base::Milliseconds(0) : kRest);
  state_->stage.build(show);
}

const screens::ScreenView& Preview::view() const { return state_->view; }

}  // namespace kiosk::app
