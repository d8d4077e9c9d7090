#include "screens/details_view.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "locale/phrases.h"
#include "session/details.h"

namespace kiosk::screens {
namespace {

using session::ScreenId;
using session::intent::Detail;
namespace intent = session::intent;

bool contains(const std::vector<std::string>& list, std::string_view id) { return std::find(list.begin(), list.end(), id) != list.end(); }

DetailsChoice choice(std::string_view group, std::string_view id, Phrase label, bool chosen, session::DetailsIntent intent) {
  return {fmt::format("details.{}.{}", group, id), std::move(label), chosen, std::move(intent)};
}

// The ids of `ids`, with the words of `<group>.<id>`.
template <class Ids>
std::vector<DetailsChoice> fixed_choices(const ViewContext& context, std::string_view group, const Ids& ids, std::string_view chosen, Detail detail) {
  std::vector<DetailsChoice> choices;
  for (const std::string_view id : ids) {
    choices.push_back(choice(group, id, context.say(fmt::format("{}.{}", group, id)), id == chosen, intent::ChooseDetail{detail, std::string(id)}));
  }
  return choices;
}

std::vector<DetailsChoice> school_years(const ViewContext& context, std::string_view chosen, Detail detail) {
  std::vector<DetailsChoice> choices;
  for (const model::SchoolYear& year : context.catalogue.school_years) {
    choices.push_back(choice("school", year.id, context.pick(year.name), year.id == chosen, intent::ChooseDetail{detail, year.id}));
  }
  return choices;
}

std::vector<DetailsChoice> ages(const ViewContext& context) {
  std::vector<DetailsChoice> choices;
  for (const model::AgeBand& band : context.catalogue.interest.age_bands) {
    choices.push_back(choice("age", band.id, age_band_phrase(context, band), band.id == context.session.interest.child.age_band,
                             intent::ChooseDetail{Detail::child_age, band.id}));
  }
  return choices;
}

std::vector<DetailsChoice> institutes(const ViewContext& context) {
  std::vector<DetailsChoice> choices;
  for (const model::Institute& institute : context.catalogue.institutes) {
    choices.push_back(choice("institute", institute.id, context.pick(institute.name), institute.id == context.session.interest.details.institute,
                             intent::ChooseDetail{Detail::institute, institute.id}));
  }
  choices.push_back(choice("institute", model::kAnyInstitute, context.say("details.institute_any"), context.session.interest.details.institute == model::kAnyInstitute,
                           intent::ChooseDetail{Detail::institute, std::string(model::kAnyInstitute)}));
  return choices;
}

std::vector<DetailsChoice> places(const ViewContext& context) {
  std::vector<DetailsChoice> choices;
  constexpr int kMostOffered = 10;
  for (const int places : {1, 2, 3, 4, 5, kMostOffered}) {
    const std::string_view words = places == kMostOffered ? "details.places_more" : "details.places";
    choices.push_back(choice("places", fmt::format("{}", places), context.say(words, {{"count", std::int64_t{places}}}),
                             context.session.interest.details.places == places, intent::ChoosePlaces{places}));
  }
  return choices;
}

// Asked only where there is a choice: nobody is called by an e-mail address.
std::vector<DetailsChoice> ways_to_answer(const ViewContext& context) {
  const session::Interest& interest = context.session.interest;
  std::vector<std::string_view> ways;
  for (const std::string_view way : model::kReachBy) {
    if (way == "email" ? interest.has_email : interest.has_phone) ways.push_back(way);
  }
  if (ways.size() < 2) return {};
  return fixed_choices(context, "reach_by", ways, interest.details.reach_by, Detail::reach_by);
}

std::vector<DetailsGroup> reach(const ViewContext& context) {
  const model::LeadDetails& details = context.session.interest.details;
  std::vector<DetailsGroup> groups{{context.say("details.reach_language"), "details.reach_language",
                                    fixed_choices(context, "reply_language", model::kReplyLanguages, details.reply_language, Detail::reply_language), false}};
  if (std::vector<DetailsChoice> ways = ways_to_answer(context); !ways.empty()) {
    groups.push_back({context.say("details.reach_by"), "details.reach_by", std::move(ways), false});
  }
  if (context.session.interest.has_phone) {
    groups.push_back({context.say("details.reach_when"), "details.reach_when",
                      fixed_choices(context, "reach_when", model::kReachWhen, details.reach_when, Detail::reach_when), false});
  }
  return groups;
}

DetailsGroup child_programs(const ViewContext& context) {
  DetailsGroup group{{{}, context.language()}, "details.programs", {}, false};
  for (const model::Program& program : context.catalogue.programs) {
    group.choices.push_back(choice("program", program.id, context.pick(program.name), contains(context.session.interest.child.programs, program.id),
                                   intent::ToggleChildProgram{program.id}));
  }
  return group;
}

DetailsGroup topics(const ViewContext& context) {
  DetailsGroup group{{{}, context.language()}, "details.topics", {}, true};
  for (const model::Question& question : context.catalogue.questions) {
    group.choices.push_back(choice("topic", question.id, context.pick(question.question), contains(context.session.interest.details.topics, question.id),
                                   intent::ToggleTopic{question.id}));
  }
  return group;
}

DetailsGroup offers(const ViewContext& context) {
  DetailsGroup group{{{}, context.language()}, "details.offers", {}, false};
  for (const std::string_view id : model::kOffers) {
    group.choices.push_back(choice("offer", id, context.say(fmt::format("offer.{}", id)), contains(context.session.interest.details.offers, id),
                                   intent::ToggleOffer{std::string(id)}));
  }
  return group;
}

Phrase child_line(const ViewContext& context, const model::Child& child) {
  std::vector<Phrase> parts;
  if (const model::AgeBand* band = context.catalogue.age_band(child.age_band)) parts.push_back(age_band_phrase(context, *band));
  const int rank = context.catalogue.school_rank(child.school_year);
  if (rank >= 0) parts.push_back(context.pick(context.catalogue.school_years[static_cast<std::size_t>(rank)].name));
  for (const std::string& id : child.programs) {
    if (const model::Program* program = context.catalogue.program(id)) parts.push_back(context.pick(program->name));
  }
  return list_phrase(context, parts);
}

void add_children(const ViewContext& context, DetailsView& view) {
  view.layout = DetailsLayout::children;
  const std::vector<model::Child>& children = context.session.interest.details.children;
  for (std::size_t i = 0; i < children.size(); ++i) {
    view.children.push_back({i, fmt::format("details.child.{}", i), fmt::format("details.child_remove.{}", i),
                             context.say("details.child_number", {{"number", static_cast<std::int64_t>(i + 1)}}), {children[i].first_name, context.language()},
                             child_line(context, children[i])});
  }
  if (children.size() < model::kMostChildren) view.add_child = context.say("details.child_add");
  view.remove_child = context.say("details.child_remove");
}

// Of the screens that this visitor is asked in turn; those of a single child belong to the children.
Phrase progress_of(const ViewContext& context) {
  const std::vector<ScreenId> screens = session::details_screens(context.session.interest, context.catalogue);
  const auto at = std::find(screens.begin(), screens.end(), context.session.place.screen);
  if (at == screens.end()) return {{}, context.language()};
  return {locale::isolate_left_to_right(fmt::format("{} / {}", at - screens.begin() + 1, screens.size())), context.language()};
}

bool is_told(const DetailsView& view) {
  const auto chosen = [](const std::vector<DetailsChoice>& choices) {
    return std::any_of(choices.begin(), choices.end(), [](const DetailsChoice& one) { return one.chosen; });
  };
  return chosen(view.choices) || !view.children.empty() || std::any_of(view.groups.begin(), view.groups.end(), [&](const DetailsGroup& group) { return chosen(group.choices); }) ||
         std::any_of(view.form.fields.begin(), view.form.fields.end(), [](const FieldView& field) { return !field.text.empty(); });
}

void fill(const ViewContext& context, DetailsView& view) {
  const model::LeadDetails& details = context.session.interest.details;
  switch (context.session.place.screen) {
    case ScreenId::interest_level: view.choices = school_years(context, details.school_year, Detail::school_year); return;
    case ScreenId::interest_child_age: view.choices = ages(context); return;
    case ScreenId::interest_child_school: view.choices = school_years(context, context.session.interest.child.school_year, Detail::child_school); return;
    case ScreenId::interest_trade: view.choices = fixed_choices(context, "trade", model::kTrades, details.trade, Detail::trade); return;
    case ScreenId::interest_institute: view.choices = institutes(context); return;
    case ScreenId::interest_places: view.choices = places(context); return;
    case ScreenId::interest_children: return add_children(context, view);
    case ScreenId::interest_reach: view.groups = reach(context); break;
    case ScreenId::interest_child_programs: view.groups = {child_programs(context)}; break;
    case ScreenId::interest_topics: view.groups = {topics(context)}; break;
    case ScreenId::interest_offers: view.groups = {offers(context)}; break;
    default: view.layout = DetailsLayout::fields; return;
  }
  view.layout = DetailsLayout::groups;
}

}  // namespace

Phrase age_band_phrase(const ViewContext& context, const model::AgeBand& band) {
  return locale::age_band_phrase(context.messages, context.language(), band.from, band.to);
}

DetailsView make_details_view(const ViewContext& context) {
  // "details.child_age_title" of `interest_child_age`.
  constexpr std::string_view kPrefix = "interest_";
  const std::string_view name = session::id(context.session.place.screen).substr(kPrefix.size());
  DetailsView view;
  view.form = make_form_view(context, fmt::format("details.{}_title", name), fmt::format("details.{}_line", name));
  fill(context, view);
  view.form.progress = progress_of(context);
  const bool told = is_told(view);
  view.leads_on = told && view.layout != DetailsLayout::choices;
  view.form.next_skips = !told;
  if (!told) view.form.next = context.say("details.skip");
  return view;
}

}  // namespace kiosk::screens
