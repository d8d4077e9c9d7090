#include "screens/staff_desk_view.h"

#include <algorithm>

#include "base/format.h"
#include "locale/phone_numbers.h"
#include "model/desk.h"
#include "model/receipt.h"
#include "screens/details_view.h"

namespace kiosk::screens {
namespace {

using session::DeskState;
using session::ScreenId;
namespace intent = session::intent;

Phrase nothing(const ViewContext& context) { return {{}, context.language()}; }

Phrase date_phrase(const ViewContext& context, std::chrono::year_month_day date) { return {locale::format_date(context.language(), date), context.language()}; }

Phrase urgency_phrase(const ViewContext& context, const model::Lead& lead) {
  return context.say(fmt::format("urgency.{}", model::id(model::urgency_of(lead, context.now.date))));
}

// The word of an id that the content or the strings have; empty for none.
Phrase word(const ViewContext& context, std::string_view group, const std::string& id) {
  return id.empty() ? nothing(context) : context.say(fmt::format("{}.{}", group, id));
}

Phrase school_phrase(const ViewContext& context, const std::string& id) {
  const int rank = context.catalogue.school_rank(id);
  return rank < 0 ? nothing(context) : context.pick(context.catalogue.school_years[static_cast<std::size_t>(rank)].name);
}

Phrase programs_phrase(const ViewContext& context, const std::vector<std::string>& ids) {
  std::vector<Phrase> names;
  for (const std::string& id : ids) {
    const model::Program* program = context.catalogue.program(id);
    names.push_back(program == nullptr ? Phrase{id, Language::english} : context.pick(program->name));
  }
  return list_phrase(context, names);
}

// "Label: value", isolated so that a number or a name of another script stays whole.
class Lines {
 public:
  explicit Lines(const ViewContext& context) : context_(context) {}
  void add(std::string_view label_key, const Phrase& value) {
    if (value.text.empty()) return;
    const char* colon = context_.language() == Language::french ? "\u202F: " : ": ";
    lines_.push_back({context_.say(label_key).text + colon + locale::isolate(value.text), context_.language()});
  }
  void add(Phrase line) {
    if (!line.text.empty()) lines_.push_back(std::move(line));
  }
  std::vector<Phrase> take() { return std::move(lines_); }

 private:
  const ViewContext& context_;
  std::vector<Phrase> lines_;
};

StaffSection contact_section(const ViewContext& context, const model::Lead& lead) {
  StaffSection section{"staff.family.contact", context.say("staff.family_contact"), nothing(context), {}, {}};
  Lines lines(context);
  lines.add("export.name", {lead.name, context.language()});
  lines.add("export.phone", {lead.phone.empty() ? std::string() : locale::isolate_left_to_right(locale::show_phone_number(lead.phone, context.catalogue.event.country)), context.language()});
  lines.add("export.email", {lead.email.empty() ? std::string() : locale::isolate_left_to_right(lead.email), context.language()});
  const locale::LocalTime left = locale::local_time(lead.at, context.catalogue.event.time_zone);
  lines.add("export.saved_at", list_phrase(context, {date_phrase(context, left.date), time_phrase(context, left.time)}));
  lines.add("export.receipt", {locale::isolate_left_to_right(model::show_receipt(lead.receipt)), context.language()});
  lines.add("export.reply_language", word(context, "reply_language", lead.details.reply_language));
  lines.add("export.reach_by", word(context, "reach_by", lead.details.reach_by));
  lines.add("export.reach_when", word(context, "reach_when", lead.details.reach_when));
  section.private_lines = lines.take();
  section.options = {{"staff.family.correct", context.say("staff.family_correct"), "person", false, true, false,
                      session::DeskIntent(intent::EditContact{lead.name, lead.phone.empty() ? std::string() : locale::show_phone_number(lead.phone, context.catalogue.event.country), lead.email})}};
  return section;
}

Phrase child_phrase(const ViewContext& context, const model::Child& child, std::size_t number) {
  std::vector<Phrase> parts{child.first_name.empty() ? context.say("details.child_number", {{"number", static_cast<std::int64_t>(number)}})
                                                     : Phrase{locale::isolate(child.first_name), context.language()}};
  if (const model::AgeBand* band = context.catalogue.age_band(child.age_band)) parts.push_back(age_band_phrase(context, *band));
  parts.push_back(school_phrase(context, child.school_year));
  parts.push_back(programs_phrase(context, child.programs));
  std::erase_if(parts, [](const Phrase& part) { return part.text.empty(); });
  return list_phrase(context, parts);
}

StaffSection asks_section(const ViewContext& context, const model::Lead& lead) {
  StaffSection section{"staff.family.asks", context.say("staff.family_asks"), urgency_phrase(context, lead), {}, {}};
  const model::LeadDetails& details = lead.details;
  Lines lines(context);
  lines.add("export.programs", programs_phrase(context, lead.programs));
  lines.add("export.school_year", school_phrase(context, details.school_year));
  const model::Institute* institute = context.catalogue.institute(details.institute);
  if (institute != nullptr) lines.add("export.institute", context.pick(institute->short_name));
  if (details.institute == model::kAnyInstitute) lines.add("export.institute", context.say("details.institute_any"));
  for (std::size_t i = 0; i < details.children.size(); ++i) lines.add(child_phrase(context, details.children[i], i + 1));
  lines.add("export.trade", word(context, "trade", details.trade));
  lines.add("export.organisation", {details.organisation, context.language()});
  std::vector<Phrase> offers;
  for (const std::string& offer : details.offers) offers.push_back(context.say("offer." + offer));
  lines.add("export.offers", list_phrase(context, offers));
  if (details.places > 0) lines.add("export.places", number_phrase(context, details.places));
  std::vector<Phrase> consents;
  for (const model::Consent& consent : lead.consents) {
    if (consent.given) consents.push_back(context.say("consent." + consent.purpose));
  }
  lines.add("staff.family_consent", context.say(lead.role == model::ContactRole::guardian ? "export.guardian" : "export.adult"));
  lines.add(list_phrase(context, consents));
  section.private_lines = lines.take();
  return section;
}

StaffSection question_section(const ViewContext& context, const model::Lead& lead) {
  StaffSection section{"staff.family.question", context.say("staff.family_question"), nothing(context), {}, {}};
  if (!context.session.staff.desk.draft.empty()) section.line = context.say("staff.family_draft");
  Lines lines(context);
  for (const std::string& topic : lead.details.topics) {
    if (const model::Question* question = context.catalogue.question(topic)) lines.add(context.pick(question->question));
  }
  lines.add({lead.details.question, context.language()});
  lines.add("export.answer", {lead.desk.answer, context.language()});
  section.private_lines = lines.take();
  section.options = {{"staff.family.write", context.say("staff.family_write"), "question", false, true, false, session::DeskIntent(intent::EditAnswer{})}};
  return section;
}

StaffSection call_section(const ViewContext& context, const model::DeskNotes& notes) {
  StaffSection section{"staff.family.call", context.say("staff.family_call"), nothing(context), {}, {}};
  section.line = notes.call_back_by ? date_phrase(context, *notes.call_back_by) : context.say("staff.family_call_none");
  const auto day = [&](std::string_view id, Phrase label, int days) {
    const std::chrono::year_month_day date = std::chrono::sys_days(context.now.date) + std::chrono::days(days);
    section.options.push_back({fmt::format("staff.family.call.{}", id), std::move(label), {}, notes.call_back_by == date, true, false,
                               session::DeskIntent(intent::ChooseCallBack{date})});
  };
  constexpr int kWeek = 7;
  constexpr int kSoon = 3;
  day("today", context.say("staff.family_today"), 0);
  day("tomorrow", context.say("day.tomorrow"), 1);
  day("soon", context.say("day.in_days", {{"days", std::int64_t{kSoon}}}), kSoon);
  day("week", context.say("day.in_days", {{"days", std::int64_t{kWeek}}}), kWeek);
  if (notes.call_back_by) {
    section.options.push_back({"staff.family.call.none", context.say("staff.family_no_date"), "close", false, true, false,
                               session::DeskIntent(intent::ChooseCallBack{std::nullopt})});
  }
  return section;
}

StaffSection state_section(const ViewContext& context, const model::DeskNotes& notes) {
  StaffSection section{"staff.family.state", context.say("staff.family_state"), context.say("staff.family_waiting"), {}, {}};
  if (notes.answered_at) {
    const locale::LocalTime at = locale::local_time(*notes.answered_at, context.catalogue.event.time_zone);
    section.line = context.say("staff.family_answered", {{"date", locale::isolate(date_phrase(context, at.date).text)},
                                                         {"time", locale::isolate_left_to_right(locale::format_time(context.language(), at.time))}});
    section.options = {{"staff.family.unmark", context.say("staff.family_unmark"), "back", false, true, false, session::DeskIntent(intent::MarkAnswered{false})}};
  } else {
    section.options = {{"staff.family.mark", context.say("staff.family_mark"), "check", false, true, false, session::DeskIntent(intent::MarkAnswered{true})}};
  }
  return section;
}

StaffSection erase_section(const ViewContext& context) {
  StaffSection section{"staff.family.erase", context.say("staff.family_erase_title"), context.say("staff.family_erase_line"), {}, {}};
  const session::StaffIntent erase = session::DeskIntent(intent::EraseFamily{});
  if (context.session.staff.desk.asked_to_erase) {
    section.options = {{"staff.family.erase.yes", context.say("staff.family_erase_yes"), "warning", false, true, false, erase},
                       {"staff.family.erase.no", context.say("staff.family_erase_no"), {}, false, true, false, session::DeskIntent(intent::KeepFamily{})}};
  } else {
    section.options = {{"staff.family.erase", context.say("staff.family_erase"), "close", false, true, false, erase}};
  }
  return section;
}

}  // namespace

StaffDeskView make_staff_desk_view(const ViewContext& context) {
  StaffDeskView view;
  view.title = context.say("staff.desk_title");
  view.code = context.say("staff.desk_code");
  view.line = context.say("staff.desk_empty");
  if (context.staff == nullptr || context.staff->families.empty()) return view;
  view.line = context.say("staff.desk_count", {{"count", static_cast<std::int64_t>(context.staff->families.size())}});
  constexpr std::size_t kMostShown = 300;
  for (const model::Lead& lead : context.staff->families) {
    if (view.rows.size() == kMostShown) break;
    FamilyRow row{fmt::format("desk.family.{}", view.rows.size()), urgency_phrase(context, lead), model::urgency_of(lead, context.now.date) <= model::Urgency::due_today,
                  {lead.name, context.language()}, nothing(context), session::DeskIntent(intent::OpenFamily{lead.receipt})};
    const locale::LocalTime at = locale::local_time(lead.at, context.catalogue.event.time_zone);
    row.line = lead.desk.call_back_by        ? date_phrase(context, *lead.desk.call_back_by)
               : lead.details.question.empty() ? date_phrase(context, at.date)
                                               : Phrase{lead.details.question, context.language()};
    view.rows.push_back(std::move(row));
  }
  const std::size_t more = context.staff->families.size() - view.rows.size();
  if (more > 0) view.more = context.say("staff.desk_more", {{"count", static_cast<std::int64_t>(more)}});
  return view;
}

StaffPageView make_staff_family_view(const ViewContext& context) {
  StaffPageView view{"staff.family", context.say("staff.family_title"), {}, {}, {}};
  const session::DeskWork& desk = context.session.staff.desk;
  if (desk.state == DeskState::gone) {
    view.outcome = StaffOutcome{OutcomeKind::neutral, context.say("staff.family_gone"), context.say("staff.family_gone_line")};
    return view;
  }
  if (desk.state == DeskState::erased) {
    view.outcome = StaffOutcome{OutcomeKind::good, context.say("staff.family_erased"), context.say("staff.family_erased_line")};
    return view;
  }
  if (desk.state == DeskState::unreadable) {
    view.outcome = StaffOutcome{OutcomeKind::bad, context.say("staff.family_unreadable"), context.say("staff.family_unreadable_line")};
    return view;
  }
  if (desk.state == DeskState::not_written) {
    view.outcome = StaffOutcome{OutcomeKind::bad, context.say("staff.family_not_written"), context.say("staff.family_not_written_line")};
  }
  // The record stays on screen while a change of it is written and read again.
  if (context.staff == nullptr || !context.staff->family) {
    view.outcome = StaffOutcome{OutcomeKind::neutral, context.say("staff.family_reading"), nothing(context)};
    return view;
  }
  const model::Lead& lead = *context.staff->family;
  view.sections = {contact_section(context, lead), asks_section(context, lead), question_section(context, lead), call_section(context, lead.desk),
                   state_section(context, lead.desk), erase_section(context)};
  return view;
}

StaffFormView make_staff_form_view(const ViewContext& context) {
  StaffFormView view;
  switch (context.session.place.screen) {
    case ScreenId::staff_answer: view.form = make_form_view(context, "staff.answer_title", "staff.answer_line"); break;
    case ScreenId::staff_contact: view.form = make_form_view(context, "staff.contact_title", "staff.contact_line"); break;
    default:
      view.form = make_form_view(context, "staff.code_title", "staff.code_line");
      return view;
  }
  view.form.next = context.say("staff.save");
  view.form.done = view.form.next;
  return view;
}

}  // namespace kiosk::screens
