#include "screens/staff_view.h"

#include <algorithm>

#include "base/format.h"
#include "model/guest.h"

namespace kiosk::screens {
namespace {

constexpr std::size_t kLongestChart = 6;

using session::PinProblem;
using session::StaffStep;

std::string_view weakness_key(model::PinWeakness weakness) {
  switch (weakness) {
    case model::PinWeakness::counts: return "staff.pin_weak_counts";
    case model::PinWeakness::mirrored: return "staff.pin_weak_mirrored";
    case model::PinWeakness::date: return "staff.pin_weak_date";
    case model::PinWeakness::repeats:
    case model::PinWeakness::none: break;
  }
  return "staff.pin_weak_repeats";
}

std::string_view not_written_key(model::DiskTrouble trouble) {
  switch (trouble) {
    case model::DiskTrouble::none: return "staff.pin_offer_over";
    case model::DiskTrouble::full: return "staff.pin_not_written_full";
    case model::DiskTrouble::read_only: return "staff.pin_not_written_read_only";
    case model::DiskTrouble::failing: break;
  }
  return "staff.pin_not_written_failing";
}

// Beside a problem only what ends it. Without a PIN nobody has chosen a language yet who could do something about it: in all three.
std::vector<Phrase> pin_lines(const ViewContext& context) {
  const session::Staff& staff = context.session.staff;
  if (staff.step == StaffStep::missing) {
    std::vector<Phrase> lines;
    for (const Language language : {Language::arabic, Language::french, Language::english}) lines.push_back(context.messages.text("staff.pin_missing", language));
    return lines;
  }
  if (staff.problem == PinProblem::locked) return {context.say("staff.pin_locked_help")};
  if (staff.problem != PinProblem::none) return {};
  return {context.say(staff.step == StaffStep::choose ? "staff.pin_choose_line" : staff.step == StaffStep::confirm ? "staff.pin_confirm_line" : "staff.pin_line")};
}

Phrase problem_phrase(const ViewContext& context) {
  switch (context.session.staff.problem) {
    case PinProblem::wrong: return context.say("staff.pin_wrong");
    case PinProblem::locked: return context.say("staff.pin_locked", {{"minutes", std::int64_t{context.session.staff.locked_minutes}}});
    case PinProblem::different: return context.say("staff.pin_different");
    case PinProblem::weak: return context.say(weakness_key(context.session.staff.weakness));
    case PinProblem::unavailable: return context.say("staff.pin_unavailable");
    case PinProblem::not_written: return context.say(not_written_key(context.session.staff.trouble));
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

// Interest and offers beside each other (V19): the bar is the interest, the words say both.
void add_crafts(StaffTodayView& view, const ViewContext& context, const model::Statistics& counted) {
  ChartView chart;
  chart.id = "staff.chart.crafts";
  chart.title = context.say("staff.by_craft");
  chart.kind = model::FigureKind::bars;
  const auto offers_of = [&](const std::string& id) {
    const auto found = std::find_if(counted.offers_by_program.begin(), counted.offers_by_program.end(), [&](const model::Count& one) { return one.id == id; });
    return found == counted.offers_by_program.end() ? std::int64_t{0} : found->count;
  };
  std::vector<model::Count> crafts = counted.leads_by_program;
  for (const model::Count& offer : counted.offers_by_program) {
    if (std::none_of(crafts.begin(), crafts.end(), [&](const model::Count& one) { return one.id == offer.id; })) crafts.push_back({offer.id, 0});
  }
  for (const model::Count& craft : crafts) {
    if (chart.points.size() == kLongestChart) break;
    chart.points.push_back({program_name(context, craft.id), static_cast<double>(craft.count),
                            context.say("staff.craft_counts", {{"leads", craft.count}, {"offers", offers_of(craft.id)}})});
  }
  if (!chart.points.empty()) view.charts.push_back(std::move(chart));
}

// Law 09-08, art. 5: which items of the notice are missing.
Phrase notice_warning(const ViewContext& context) {
  std::vector<Phrase> items;
  for (const std::string_view item : context.catalogue.notice.missing()) items.push_back(context.say(fmt::format("notice_item.{}", item)));
  if (items.empty()) return {{}, context.language()};
  return context.say("staff.notice_missing", {{"items", list_phrase(context, items).text}});
}

Phrase zone_warning(const ViewContext& context) {
  const auto* doubt = context.staff == nullptr || !context.staff->zone_doubt ? nullptr : &*context.staff->zone_doubt;
  return doubt == nullptr ? Phrase{{}, context.language()} : describe(*doubt, context.messages, context.language());
}

Phrase purge_warning(const ViewContext& context) {
  if (context.staff == nullptr || !context.staff->purge) return {{}, context.language()};
  Phrase warning = purge_reason(context, *context.staff->purge);
  warning.text += " " + context.say("staff.purge_waits").text;
  return warning;
}

std::optional<StaffOutcome> take_over_outcome(const ViewContext& context) {
  using session::TakingOver;
  const session::Staff& staff = context.session.staff;
  switch (staff.taking_over) {
    case TakingOver::no: break;
    case TakingOver::going_on: return StaffOutcome{OutcomeKind::neutral, context.say("storage.taking_over"), {{}, context.language()}};
    case TakingOver::done: return StaffOutcome{OutcomeKind::good, context.say("storage.taken_over"), context.say("storage.taken_over_line", {{"leads", staff.taken_over}})};
    case TakingOver::failed: return StaffOutcome{OutcomeKind::bad, context.say("storage.not_taken_over"), context.say("storage.not_taken_over_line")};
  }
  return std::nullopt;
}

}  // namespace

Phrase purge_reason(const ViewContext& context, const model::PurgeQuestion& question) {
  using model::PurgeDoubt;
  const auto of_clock = [&](std::string_view key) {
    const locale::LocalTime at = locale::local_time(question.clock, context.catalogue.event.time_zone);
    return context.say(key, {{"date", locale::isolate(locale::format_date(context.language(), at.date))}, {"time", time_phrase(context, at.time).text}});
  };
  switch (question.doubt) {
    case PurgeDoubt::clock_before_program: return of_clock("staff.clock_before_program");
    case PurgeDoubt::clock_before_records: return of_clock("staff.clock_before_records");
    case PurgeDoubt::clock_leapt: return of_clock("staff.clock_leapt");
    case PurgeDoubt::saved_by_wrong_clock: return context.say("staff.purge_wrong_clock");
    case PurgeDoubt::event_day: return context.say("staff.purge_event_day");
    case PurgeDoubt::most_rows: return context.say("staff.purge_most_rows");
    case PurgeDoubt::none: break;
  }
  return {{}, context.language()};
}

StaffPinView make_staff_pin_view(const ViewContext& context) {
  const session::Staff& staff = context.session.staff;
  StaffPinView view;
  view.takes_digits = staff.step == StaffStep::enter || staff.step == StaffStep::choose || staff.step == StaffStep::confirm;
  view.digits = staff.digits.size();
  view.problem = problem_phrase(context);
  view.title = context.say(staff.step == StaffStep::choose    ? "staff.pin_choose_title"
                           : staff.step == StaffStep::confirm ? "staff.pin_confirm_title"
                                                              : "staff.pin_title");
  view.lines = pin_lines(context);
  view.erase = context.say("staff.pin_erase");
  view.enter = context.say("staff.pin_enter");
  return view;
}

StaffTodayView make_staff_today_view(const ViewContext& context) {
  StaffTodayView view;
  view.title = context.say("staff.today_title");
  for (Phrase warning : {notice_warning(context), zone_warning(context), purge_warning(context)}) {
    if (!warning.text.empty()) view.warnings.push_back(std::move(warning));
  }
  view.outcome = take_over_outcome(context);
  view.sections = make_storage_sections(context);
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
  add_crafts(view, context, counted);
  add_chart(view, context, "staff.chart.tours", "staff.by_tour", counted.seats_by_tour, [&](const std::string& id) {
    const model::Tour* tour = context.catalogue.tour(id);
    return tour == nullptr ? Phrase{id, Language::english} : context.pick(tour->theme);
  });
  add_chart(view, context, "staff.chart.views", "staff.by_view", counted.views_by_program, program);
  add_chart(view, context, "staff.chart.languages", "staff.by_language", counted.visits_by_language,
            [&](const std::string& code) { return language_name(context, code); });
  return view;
}

}  // namespace kiosk::screens
