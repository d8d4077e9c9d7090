#include "screens/take_home_view.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "locale/phrases.h"

namespace kiosk::screens {
namespace {

using model::TakeHomeKind;

struct Kind {
  TakeHomeKind kind;
  std::string_view id;
  std::string_view icon;
};
constexpr std::array kKinds{Kind{TakeHomeKind::contact, "contact", "person"}, Kind{TakeHomeKind::text, "text", "plan"},
                            Kind{TakeHomeKind::calendar, "calendar", "calendar"}, Kind{TakeHomeKind::url, "url", "globe"}};

model::PlanChoice choice_of(const ViewContext& context) {
  model::PlanChoice choice;
  const std::string& program = context.session.take_home.program;
  if (!program.empty()) {
    choice.programs.push_back(program);
    for (const model::WorkshopSession& session : context.catalogue.workshops) {
      if (session.program == program) choice.workshops.push_back(session.id);
    }
    return choice;
  }
  for (const session::Heart& heart : context.session.hearts) (heart.kind == session::HeartKind::program ? choice.programs : choice.workshops).push_back(heart.id);
  return choice;
}

// Each code is one workshop: which one is said beside it.
std::string workshop_told(const model::PlanWorkshop& workshop, base::Language language) {
  const base::Phrase times{locale::isolate_left_to_right(locale::format_time_range(language, workshop.start, workshop.end)), language};
  return locale::joined_phrase(language, {workshop.title, times}, " · ").text;
}

}  // namespace

TakeHomeView make_take_home_view(const ViewContext& context) {
  TakeHomeView view;
  view.title = context.say("take_home.title");
  view.close = context.say("comfort.close");
  view.previous = context.say("nav.back");
  view.next = context.say("form.next");
  view.second_language = base::companion(context.language());
  if (context.plans == nullptr) return view;
  const model::PlanChoice choice = choice_of(context);
  const model::Plan plan = model::make_plan(context.catalogue, choice, context.language());
  view.first = context.plans->sections(plan);
  view.second = context.plans->sections(model::make_plan(context.catalogue, choice, view.second_language));
  const session::TakeHome& wanted = context.session.take_home;
  for (const Kind& kind : kKinds) {
    const std::vector<std::string> payloads = context.plans->payloads(kind.kind, plan);
    if (payloads.empty()) continue;
    const bool selected = kind.kind == wanted.kind;
    view.tabs.push_back({fmt::format("take_home.{}", kind.id), context.say(fmt::format("take_home.{}", kind.id)), kind.icon, selected, kind.kind});
    if (!selected) continue;
    view.line = context.say(fmt::format("take_home.{}_line", kind.id));
    view.parts = static_cast<int>(payloads.size());
    view.part = std::min(wanted.part, view.parts - 1);
    view.qr = context.make_qr_code(payloads[static_cast<std::size_t>(view.part)]);
    if (kind.kind == TakeHomeKind::calendar) {
      const model::PlanWorkshop& workshop = *plan.held().at(static_cast<std::size_t>(view.part));
      view.line.text += "\n" + workshop_told(workshop, context.language());
    }
    // What the phone keeps is a demonstration's telephone number and dates: the phone does not say so.
    if (!plan.demo_line.text.empty()) view.line.text += "\n" + plan.demo_line.text;
    if (view.parts > 1) view.part_label = {locale::isolate_left_to_right(fmt::format("{} / {}", view.part + 1, view.parts)), context.language()};
  }
  return view;
}

}  // namespace kiosk::screens
