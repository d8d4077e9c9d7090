#include "screens/program_list_view.h"

#include <algorithm>

#include "base/format.h"
#include "session/program_search.h"

namespace kiosk::screens {
namespace {

using session::Filters;
namespace intent = session::intent;

// Only what some program has is offered: a choice that leads nowhere is no choice.
bool used(const model::Catalogue& catalogue, std::string_view id, std::vector<std::string> model::Program::*list) {
  return std::any_of(catalogue.programs.begin(), catalogue.programs.end(), [&](const model::Program& program) {
    return std::find((program.*list).begin(), (program.*list).end(), id) != (program.*list).end();
  });
}

// One group of choices over one member of the filters. Each choice says how many programs it would leave beside the other filters.
class GroupMaker {
 public:
  GroupMaker(const ViewContext& context, std::string id, std::string Filters::*member) : context_(context), member_(member), group_{std::move(id), {}, {}} {
    group_.title = context.say(fmt::format("filter.{}", group_.id));
  }

  void add(const std::string& id, const Phrase& name, std::string icon, session::DiscoveryIntent intent) {
    const Filters& now = context_.session.filters;
    const bool selected = now.*member_ == id;
    Filters then = now;
    then.*member_ = id;
    const std::size_t count = session::filtered(context_.catalogue, then, context_.session.finder).size();
    Phrase label = name;
    label.text += fmt::format("\u00A0· {}", count);
    group_.choices.push_back({fmt::format("filter.{}.{}", group_.id, id), std::move(label), std::move(icon), selected, selected || count > 0, std::move(intent)});
  }
  FilterGroup take() { return std::move(group_); }

 private:
  const ViewContext& context_;
  std::string Filters::*member_;
  FilterGroup group_;
};

// "Open to me": asks the finder first, then filters by its answers.
FilterGroup for_me(const ViewContext& context) {
  FilterGroup group{"for_me", context.say("filter.for_me"), {}};
  if (!context.session.finder.complete()) {
    group.choices.push_back({"filter.for_me.ask", context.say("filter.for_me_ask"), "ladder", false, true, intent::Open{session::ScreenId::finder, {}}});
    return group;
  }
  Filters then = context.session.filters;
  then.open_to_me = true;
  const std::size_t count = session::filtered(context.catalogue, then, context.session.finder).size();
  Phrase label = context.say("filter.for_me_open");
  label.text += fmt::format("\u00A0· {}", count);
  const bool selected = context.session.filters.open_to_me;
  group.choices.push_back({"filter.for_me.open", std::move(label), "ladder", selected, selected || count > 0, session::DiscoveryIntent(intent::FilterOpenToMe{})});
  return group;
}

std::vector<FilterGroup> groups_of(const ViewContext& context) {
  const model::Catalogue& catalogue = context.catalogue;
  GroupMaker families(context, "family", &Filters::family);
  for (const model::Family& family : catalogue.families) families.add(family.id, context.pick(family.name), std::string(family_icon(family.tone)), intent::FilterFamily{family.id});
  GroupMaker levels(context, "level", &Filters::level);
  for (const model::Level& level : catalogue.levels) {
    if (used(catalogue, level.id, &model::Program::levels)) levels.add(level.id, context.pick(level.name), {}, intent::FilterLevel{level.id});
  }
  GroupMaker modes(context, "mode", &Filters::mode);
  for (const model::Mode& mode : catalogue.modes) {
    if (used(catalogue, mode.id, &model::Program::modes)) modes.add(mode.id, context.pick(mode.name), {}, intent::FilterMode{mode.id});
  }
  GroupMaker institutes(context, "institute", &Filters::institute);
  for (const model::Institute& institute : catalogue.institutes) {
    institutes.add(institute.id, context.pick(institute.short_name), {}, intent::FilterInstitute{institute.id});
  }
  std::vector<FilterGroup> groups;
  if (!catalogue.school_years.empty()) groups.push_back(for_me(context));
  for (GroupMaker* maker : {&families, &levels, &modes, &institutes}) groups.push_back(maker->take());
  return groups;
}

FoundRow program_row(const ViewContext& context, const model::Program& program) {
  const ProgramCard card = make_program_card(context, program);
  FoundRow row;
  row.id = "program." + card.id;
  row.name = card.name;
  row.facts = card.facts;
  row.picture = card.picture;
  row.tone = card.tone;
  row.intent = intent::Open{session::ScreenId::program, card.id};
  return row;
}

// A search never ends in "nothing": what looks like it, and the families to choose from.
void offer_programs(const ViewContext& context, std::string_view typed, SearchView& view) {
  const auto nearest = session::nearest_programs(context.catalogue, typed, context.language());
  view.hint = context.say(nearest.empty() ? "search.none" : "search.none_near");
  for (const model::Program* program : nearest) view.rows.push_back(program_row(context, *program));
  for (const model::Family& family : context.catalogue.families) {
    FoundRow row;
    row.id = "search.family." + family.id;
    row.name = context.pick(family.name);
    row.facts = context.say("search.family");
    row.icon = family_icon(family.tone);
    row.tone = family.tone;
    row.intent = session::DiscoveryIntent(intent::BrowseFamily{family.id});
    view.rows.push_back(std::move(row));
  }
}

SearchView make_program_search(const ViewContext& context) {
  SearchView view;
  view.form = make_form_view(context, "search.title", "search.line");
  view.form.back = context.say("search.close");
  const std::string& typed = context.session.form.input(session::Field::search).text;
  for (session::FoundProgram& found : session::search_programs(context.catalogue, typed, context.language())) {
    FoundRow row = program_row(context, *found.program);
    tell_found(row, std::move(found));
    view.rows.push_back(std::move(row));
  }
  if (typed.empty()) view.hint = context.say("search.hint");
  if (view.rows.empty() && !typed.empty()) offer_programs(context, typed, view);
  return view;
}

}  // namespace

ProgramListView make_program_list_view(const ViewContext& context) {
  ProgramListView view;
  view.title = context.say("program_list.title");
  view.search_label = context.say("search.open");
  if (context.session.searching) {
    view.search = make_program_search(context);
    return view;
  }
  view.filtered = context.session.filters.any();
  view.clear = context.say("filter.clear");
  view.empty = context.say("program_list.empty");
  view.empty_hint = context.say("program_list.empty_hint");
  view.groups = groups_of(context);
  for (const model::Program* program : session::filtered(context.catalogue, context.session.filters, context.session.finder)) {
    view.cards.push_back(make_program_card(context, *program));
  }
  view.count = context.say("program_list.count", {{"count", static_cast<std::int64_t>(view.cards.size())}});
  return view;
}

}  // namespace kiosk::screens
