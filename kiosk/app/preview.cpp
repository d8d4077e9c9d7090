#include "app/preview.h"

#include <algorithm>

#include "app/plan_maker.h"
#include "exporters/qr_code.h"
#include "locale/dates.h"

namespace kiosk::app {

struct Preview::State {
  Stage& stage;
  const content::Content& content;
  std::chrono::year_month_day date;
  base::SteadyTime began = base::SteadyTime{} + std::chrono::hours(1);
  NamedState named = {};
  screens::ScreenView view = {};

  void make_view();
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

void Preview::State::make_view() {
  const locale::LocalTime now{date, named.time, std::chrono::seconds(0)};
  const base::WallTime made = *locale::parse_local_time(locale::iso_date(date) + " 10:15", content.catalogue.event.time_zone);
  const screens::PlanMaker plans = make_plan_maker(content, made, now.date);
  const int countdown_shown = named.session.sheet == session::Sheet::idle ? 17 : 0;  // s
  const model::Catalogue* catalogue = &content.catalogue;
  model::Catalogue shifted;
  if (!named.staff.day.shifts.empty()) {
    shifted = content.catalogue;
    model::apply(named.staff.day.shifts, shifted);
    catalogue = &shifted;
  }
  const screens::ViewContext context{*catalogue, content.messages, named.session, now, exporters::make_qr_code, named.mode, &plans, &named.staff, &named.taken_seats, &named.storage};
  view = screens::make_screen_view(context, countdown_shown);
}

Preview::Preview(Stage& stage, const content::Content& content, std::optional<std::chrono::year_month_day> date) {
  using namespace std::chrono;
  const year_month_day any_day = year{2025} / September / 22;
  state_.reset(new State{stage, content, date.value_or(content.catalogue.event.date.value_or(any_day))});
}

Preview::~Preview() = default;

void Preview::set(const NamedState& named, base::Language language) {
  state_->named = named;
  state_->named.session.language = language;
  state_->make_view();
  state_->stage.start_over();
}

void Preview::set_text_size(session::TextSize size) {
  session::Session& session = state_->named.session;
  session.comfort.text_size = size;
  // The sheet that chooses it alone tells which it is.
  if (session.sheet == session::Sheet::comfort) state_->make_view();
  state_->stage.start_over();
}

void Preview::build(base::Size window, Painted painted) {
  const NamedState& named = state_->named;
  Stage& stage = state_->stage;
  Show show;
  show.view = &state_->view;
  show.comfort = named.session.comfort;
  show.window = window;
  show.diagonal_inches = state_->content.catalogue.event.screen_diagonal_inches;
  show.painted = painted == Painted::yes;
  // The first frame brings the screen on; the others, where it asks for one, see it at rest.
  show.now = state_->began;
  stage.build(show);
  if (!named.tapped.empty()) {
    tap(stage, named.tapped, show.now);
    stage.build(show);
  }
  if (!named.held.empty()) hold(stage, named.held, show.now);
  constexpr base::Milliseconds kRest{1000};
  show.now = state_->began + std::max(named.attract_elapsed, state_->view.place.screen == session::ScreenId::attract ? base::Milliseconds(0) : kRest);
  const auto wanted = stage.frame().wanted_frame();
  if (!named.tapped.empty() || !named.held.empty() || (wanted && *wanted <= show.now)) stage.build(show);
}

const screens::ScreenView& Preview::view() const { return state_->view; }

}  // namespace kiosk::app
