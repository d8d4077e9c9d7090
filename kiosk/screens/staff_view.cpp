#include "screens/staff_view.h"

#include "model/guest.h"

namespace kiosk::screens {
namespace {

constexpr std::size_t kLongestChart = 6;

using session::PinProblem;
using session::StaffStep;

Phrase problem_phrase(const ViewContext& context) {
  switch (context.session.staff.problem) {
    case PinProblem::wrong: return context.say("staff.pin_wrong");
    case PinProblem::locked: return context.say("staff.pin_locked", {{"minutes", std::int64_t{context.session.staff.locked_minutes}}});
    case PinProblem::different: return context.say("staff.pin_different");
    case PinProblem::weak: return context.say("staff.pin_weak");
    case PinProblem::unavailable: return context.say("staff.pin_unavailable");
    case PinProblem::none: break;
  }
  return {{}, context.language()};
}

template <class NameOf>
void add_chart(StaffTodayView& view, const ViewContext& context, std::string id, std::string_view title, const std::vector<model::Count>& counts, NameOf name_of) {
  ChartView chart;
  chart.id = std::move(id);
  chart.title = context.say(title);
  chart.kind = model::FigureKind::bars;
  for (const model::Count& one : counts) {
    if (chart.points.size() == kLongestChart) break;
    const auto value = static_cast<double>(one.count);
    chart.points.push_back({name_of(one.id), value, number_phrase(context, value)});
  }
  if (!chart.points.empty()) view.charts.push_back(std::move(chart));
}

Phrase program_name(const ViewContext& context, const std::string& id) {
  const model::Program* program = context.catalogue.program(id);
  return program == nullptr ? Phrase{id, Language::english} : context.pick(program->name);
}

Phrase guest_kind_name(const ViewContext& context, const std::string& id) { return context.say("guest_kind." + id); }

Phrase language_name(const ViewContext&, const std::string& code) {
  const auto language = base::language_from_code(code);
  return language ? Phrase{locale::endonym(*language)} : Phrase{code, Language::english};
}

}  // namespace

StaffPinView make_staff_pin_view(const ViewContext& context) {
  const session::Staff& staff = context.session.staff;
  StaffPinView view;
  view.busy = staff.step == StaffStep::asking || staff.step == StaffStep::checking;
  view.digits = staff.digits.size();
  view.problem = problem_phrase(context);
  view.title = context.say(staff.step == StaffStep::choose    ? "staff.pin_choose_title"
                           : staff.step == StaffStep::confirm ? "staff.pin_confirm_title"
                                                              : "staff.pin_title");
  view.line = context.say(staff.step == StaffStep::choose ? "staff.pin_choose_line" : staff.step == StaffStep::confirm ? "staff.pin_confirm_line" : "staff.pin_line");
  view.erase = context.say("staff.pin_erase");
  view.enter = context.say("staff.pin_enter");
  return view;
}

StaffTodayView make_staff_today_view(const ViewContext& context) {
  StaffTodayView view;
  view.title = context.say("staff.today_title");
  if (context.staff == nullptr || !context.staff->statistics) {
    view.line = context.say("staff.counting");
    return view;
  }
  const model::Statistics& counted = *context.staff->statistics;
  view.line = {{}, context.language()};
  view.figures = {{"staff.figure.visits", number_phrase(context, static_cast<double>(counted.visits)), context.say("staff.visits")},
                  {"staff.figure.persons", number_phrase(context, static_cast<double>(counted.persons)), context.say("staff.persons")},
                  {"staff.figure.leads", number_phrase(context, static_cast<double>(counted.leads)), context.say("staff.leads")},
                  {"staff.figure.hearts", number_phrase(context, static_cast<double>(counted.hearts)), context.say("staff.hearts")}};
  const auto program = [&](const std::string& id) { return program_name(context, id); };
  add_chart(view, context, "staff.chart.hours", "staff.by_hour", counted.visits_by_hour,
            [](const std::string& hour) { return Phrase{hour + ":00", Language::english}; });
  add_chart(view, context, "staff.chart.kinds", "staff.by_kind", counted.persons_by_kind, [&](const std::string& id) { return guest_kind_name(context, id); });
  add_chart(view, context, "staff.chart.hearts", "staff.by_heart", counted.hearts_by_program, program);
  add_chart(view, context, "staff.chart.views", "staff.by_view", counted.views_by_program, program);
  add_chart(view, context, "staff.chart.languages", "staff.by_language", counted.visits_by_language,
            [&](const std::string& code) { return language_name(context, code); });
  return view;
}

}  // namespace kiosk::screens
