#include "screens/finder_view.h"

#include <algorithm>

#include "base/format.h"

namespace kiosk::screens {
namespace {

using model::Entry;
using model::LevelEntry;
namespace intent = session::intent;

// Families with children from the end of primary school come; whoever is older than the last button is asked for as that.
constexpr int kFirstAge = 12;
constexpr int kLastAge = 35;

Phrase age_phrase(const ViewContext& context, int age) { return context.say("finder.years", {{"age", std::int64_t{age}}}); }

void ask_age(const ViewContext& context, FinderView& view) {
  view.title = context.say("finder.age_title");
  view.line = context.say("finder.age_line");
  for (int age = kFirstAge; age <= kLastAge; ++age) {
    const Phrase label = age == kLastAge ? context.say("finder.and_older", {{"age", std::int64_t{age}}}) : Phrase{fmt::format("{}", age), context.language()};
    view.choices.push_back({fmt::format("finder.age.{}", age), label, intent::ChooseAge{age}, context.session.finder.age == age});
  }
}

void ask_school(const ViewContext& context, FinderView& view) {
  view.title = context.say("finder.school_title");
  view.line = context.say("finder.school_line");
  for (const model::SchoolYear& year : context.catalogue.school_years) {
    view.choices.push_back({"finder.school." + year.id, context.pick(year.name), intent::ChooseSchoolYear{year.id}, context.session.finder.school_year == year.id});
  }
}

Phrase state_phrase(const ViewContext& context, Entry entry) {
  switch (entry) {
    case Entry::open: return context.say("finder.open");
    case Entry::one_step: return context.say("finder.one_step");
    case Entry::later: return context.say("finder.later");
    case Entry::closed: break;
  }
  return context.say("finder.closed");
}

Phrase reason_phrase(const ViewContext& context, const LevelEntry& entry) {
  const model::EntryRule& rule = entry.level->rule;
  // The operator's own sentence: it may ask for more than age and school, to read and write for instance.
  if (entry.entry == Entry::open) return context.pick(entry.level->entry);
  if (entry.years_to_wait > 0) return context.say("finder.step_age", {{"years", std::int64_t{entry.years_to_wait}}, {"age", std::int64_t{rule.age_min}}});
  Phrase reason{{}, context.language()};
  if (entry.school_step != nullptr) reason = context.say("finder.step_school", {{"year", locale::isolate(context.pick(entry.school_step->name).text)}});
  if (entry.bridge_from != nullptr) {
    const Phrase bridge = context.say("finder.step_bridge", {{"level", locale::isolate(context.pick(entry.bridge_from->name).text)}});
    reason.text += reason.text.empty() ? bridge.text : " · " + bridge.text;
  }
  return reason;
}

// Each program once: in the highest level that is open, else in the lowest that is a step away.
const LevelEntry* group_of(const model::Program& program, const std::vector<LevelEntry>& entries) {
  const Entry best = model::entry_of(program, entries);
  const LevelEntry* group = nullptr;
  for (const LevelEntry& entry : entries) {
    const bool taught = std::find(program.levels.begin(), program.levels.end(), entry.level->id) != program.levels.end();
    if (taught && entry.entry == best && (group == nullptr || best == Entry::open)) group = &entry;
  }
  return group;
}

// Whoever came from the list of one family looks among its programs, as long as any of them is within reach.
const model::Family* family_asked(const ViewContext& context, const std::vector<LevelEntry>& entries) {
  const std::string& family = context.session.filters.family;
  const auto within_reach = [&](const model::Program& program) {
    const Entry entry = model::entry_of(program, entries);
    return program.family == family && (entry == Entry::open || entry == Entry::one_step);
  };
  const std::vector<model::Program>& programs = context.catalogue.programs;
  return std::any_of(programs.begin(), programs.end(), within_reach) ? context.catalogue.family(family) : nullptr;
}

void add_groups(const ViewContext& context, const std::vector<LevelEntry>& entries, Entry wanted, const model::Family* family, std::vector<FinderGroup>& groups) {
  for (const LevelEntry& entry : entries) {
    if (entry.entry != wanted) continue;
    FinderGroup group{"finder." + entry.level->id, wanted, context.pick(entry.level->name), reason_phrase(context, entry), {}};
    for (const model::Program& program : context.catalogue.programs) {
      if (family != nullptr && program.family != family->id) continue;
      if (group_of(program, entries) == &entry) group.cards.push_back(make_program_card(context, program));
    }
    if (!group.cards.empty()) groups.push_back(std::move(group));
  }
  // Highest first: what leads furthest.
  std::reverse(groups.begin(), groups.end());
}

void answer(const ViewContext& context, FinderView& view) {
  const session::FinderAnswers& answers = context.session.finder;
  const int school = context.catalogue.school_rank(answers.school_year);
  const std::vector<LevelEntry> entries = model::entries_for(context.catalogue, {answers.age, school});
  view.title = context.say("finder.result_title");
  view.answers = {{"finder.age", age_phrase(context, answers.age), intent::AskAgeAgain{}},
                  {"finder.school", context.pick(context.catalogue.school_years[static_cast<std::size_t>(school)].name), intent::AskSchoolAgain{}}};
  const model::Family* family = family_asked(context, entries);
  if (family != nullptr) view.answers.push_back({"finder.family", context.pick(family->name), intent::FilterFamily{family->id}, false, "close"});
  add_groups(context, entries, Entry::open, family, view.open);
  add_groups(context, entries, Entry::one_step, family, view.one_step);
  std::int64_t open = 0;
  for (const FinderGroup& group : view.open) open += static_cast<std::int64_t>(group.cards.size());
  view.open_title = context.say("finder.open_title", {{"count", open}});
  if (view.open.empty()) {
    view.none_open = context.say(view.one_step.empty() ? "finder.none_at_all" : "finder.none_open");
    const bool too_old = std::all_of(entries.begin(), entries.end(), [](const LevelEntry& one) { return one.entry == Entry::closed; });
    if (too_old) view.too_old = context.say("finder.too_old");
    if (context.catalogue.map.area(kGuidanceDesk) != nullptr) view.desk = context.say("questions.desk");
  }
  view.step_title = context.say("finder.step_title");
  view.ladder_title = context.say("finder.ladder_title");
  for (const LevelEntry& entry : entries) {
    // Who is only too young reads when; "later" would send up a ladder that is not needed.
    const bool young = entry.entry == Entry::later && entry.school_fits && entry.years_to_wait > 0;
    const Phrase state = young ? reason_phrase(context, entry) : state_phrase(context, entry.entry);
    view.ladder.push_back({"finder.rung." + entry.level->id, context.pick(entry.level->name), state, entry.entry});
  }
  std::reverse(view.ladder.begin(), view.ladder.end());
}

}  // namespace

FinderView make_finder_view(const ViewContext& context) {
  FinderView view;
  view.step = context.session.finder.step;
  switch (view.step) {
    case session::FinderStep::age: ask_age(context, view); break;
    case session::FinderStep::school: ask_school(context, view); break;
    case session::FinderStep::result: answer(context, view); break;
  }
  return view;
}

}  // namespace kiosk::screens
