#include "screens/compare_view.h"

#include <algorithm>

namespace kiosk::screens {
namespace {

CompareColumn column_of(const ViewContext& context, const model::Program& program) {
  const ProgramCard card = make_program_card(context, program);
  CompareColumn column{card.id, card.name, {}, card.picture, card.tone, context.say("compare.open"), card.heart, card.kept};
  if (const model::Family* family = context.catalogue.family(program.family)) column.family = context.pick(family->name);
  return column;
}

// Every fact that either has, in the order of the page of a program.
std::vector<CompareRow> rows_of(const ViewContext& context, const model::Program& first, const model::Program& second) {
  std::vector<CompareRow> rows;
  const auto row = [&](const Fact& fact) -> CompareRow& {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const CompareRow& one) { return one.id == fact.id; });
    if (found != rows.end()) return *found;
    return rows.emplace_back(CompareRow{fact.id, fact.icon, fact.label, {}, {}});
  };
  for (const Fact& fact : make_program_view(context, first).facts) row(fact).first = fact.value;
  for (const Fact& fact : make_program_view(context, second).facts) row(fact).second = fact.value;
  return rows;
}

void add_choices(const ViewContext& context, const model::Program& first, CompareView& view) {
  std::vector<const model::Program*> others;
  for (const model::Program& program : context.catalogue.programs) {
    if (&program != &first) others.push_back(&program);
  }
  const auto rank = [&](const model::Program* program) {
    if (context.session.has_heart(session::HeartKind::program, program->id)) return 0;
    return program->family == first.family ? 1 : 2;
  };
  std::stable_sort(others.begin(), others.end(), [&](const model::Program* a, const model::Program* b) { return rank(a) < rank(b); });
  for (const model::Program* program : others) {
    view.choices.push_back({"compare." + program->id, program->id, context.pick(program->name), rank(program) == 0 ? "heart-filled" : std::string(family_icon(tone_of(context.catalogue, *program)))});
  }
}

}  // namespace

CompareView make_compare_view(const ViewContext& context) {
  CompareView view;
  view.title = context.say("compare.title");
  view.another = context.say("compare.another");
  const model::Program* first = context.catalogue.program(context.session.place.subject);
  const model::Program* second = context.catalogue.program(context.session.compare_with);
  if (first == nullptr) return view;  // the content lost it since; the session is mended with the next intent
  view.first = column_of(context, *first);
  if (second == nullptr) {
    view.line = context.say("compare.choose", {{"program", locale::isolate(view.first.name.text)}});
    add_choices(context, *first, view);
    return view;
  }
  view.second = column_of(context, *second);
  view.rows = rows_of(context, *first, *second);
  return view;
}

}  // namespace kiosk::screens
