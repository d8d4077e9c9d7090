#include "screens/reception_view.h"

#include "base/format.h"

namespace kiosk::screens {
namespace {

using session::ReceptionStep;

// One touch for a family; a class that comes by bus takes the nearest number.
constexpr std::array kParties{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 20, 25, 30, 40, 50};

Phrase name_of(const ViewContext& context, model::GuestKind kind) { return context.say(fmt::format("guest_kind.{}", model::id(kind))); }

Phrase summary_of(const ViewContext& context) {
  const session::Reception& reception = context.session.reception;
  Phrase summary = name_of(context, reception.kind);
  if (reception.step != ReceptionStep::party) summary.text += " · " + context.say("reception.persons", {{"count", std::int64_t{reception.party_size}}}).text;
  const std::string& name = context.session.form.input(session::Field::name).text;
  if (!name.empty()) summary.text += " · " + locale::isolate(name);
  return summary;
}

}  // namespace

ReceptionView make_reception_view(const ViewContext& context) {
  const session::Reception& reception = context.session.reception;
  ReceptionView view;
  view.step = reception.step;
  switch (reception.step) {
    case ReceptionStep::kind:
      view.title = context.say("reception.title");
      view.line = context.say("reception.line");
      for (const auto& [kind, id] : model::kGuestKinds) view.kinds.push_back({fmt::format("who.{}", id), kind, name_of(context, kind)});
      break;
    case ReceptionStep::party:
      view.title = context.say("reception.party_title");
      view.line = context.say("reception.party_line");
      for (const int persons : kParties) view.parties.push_back({fmt::format("party.{}", persons), persons, {fmt::format("{}", persons), context.language()}});
      view.details = context.say("reception.details");
      view.school_group = context.say("reception.school_group");
      break;
    case ReceptionStep::details: view.form = make_form_view(context, "reception.details_title", "reception.details_line"); return view;
    case ReceptionStep::school: view.form = make_form_view(context, "reception.school_title", "reception.school_line"); return view;
    case ReceptionStep::saving: view.title = context.say("reception.saving"); break;
    case ReceptionStep::saved:
      view.title = context.say("reception.badge");
      view.badge = {fmt::format("{}", reception.badge), context.language()};
      view.line = context.say("reception.badge_line");
      view.action = context.say("reception.go_on");
      view.next_guest = context.say("reception.next_guest");
      break;
    case ReceptionStep::failed:
      view.title = context.say("reception.failed");
      view.line = context.say("reception.failed_line");
      view.action = context.say("reception.retry");
      break;
  }
  if (reception.step != ReceptionStep::kind) view.summary = summary_of(context);
  return view;
}

}  // namespace kiosk::screens
