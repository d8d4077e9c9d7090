#include "screens/program_list_view.h"

#include <algorithm>

namespace kiosk::screens {
namespace {

// Only what some program has is offered: a choice that leads nowhere is no choice.
bool used(const model::Catalogue& catalogue, std::string_view id, std::vector<std::string> model::Program::*list) {
  return std::any_of(catalogue.programs.begin(), catalogue.programs.end(), [&](const model::Program& program) {
    return std::find((program.*list).begin(), (program.*list).end(), id) != (program.*list).end();
  });
}

}  // namespace

ProgramListView make_program_list_view(const ViewContext& context) {
  const session::Filters& filters = context.session.filters;
  const model::Catalogue& catalogue = context.catalogue;
  ProgramListView view;
  view.title = context.say("program_list.title");
  view.filtered = filters.any();
  view.clear = context.say("filter.clear");
  view.empty = context.say("program_list.empty");
  view.empty_hint = context.say("program_list.empty_hint");

  FilterGroup families{"family", context.say("filter.family"), {}};
  for (const model::Family& family : catalogue.families) {
    families.choices.push_back({family.id, "filter.family." + family.id, context.pick(family.name),
                                std::string(family_icon(family.tone)), filters.family == family.id});
  }
  FilterGroup levels{"level", context.say("filter.level"), {}};
  for (const model::Level& level : catalogue.levels) {
    if (!used(catalogue, level.id, &model::Program::levels)) continue;
    levels.choices.push_back({level.id, "filter.level." + level.id, context.pick(level.name), {}, filters.level == level.id});
  }
  FilterGroup institutes{"institute", context.say("filter.institute"), {}};
  for (const model::Institute& institute : catalogue.institutes) {
    institutes.choices.push_back({institute.id, "filter.institute." + institute.id, context.pick(institute.short_name), {},
                                  filters.institute == institute.id});
  }
  view.groups = {std::move(families), std::move(levels), std::move(institutes)};

  for (const model::Program* program : session::filtered(catalogue, filters)) view.cards.push_back(make_program_card(context, *program));
  view.count = context.say("program_list.count", {{"count", static_cast<std::int64_t>(view.cards.size())}});
  return view;
}

}  // namespace kiosk::screens
