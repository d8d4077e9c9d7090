#include "model/plan.h"

#include <algorithm>

#include "model/route.h"
#include "model/timetable.h"

namespace kiosk::model {
namespace {

void add_once(std::vector<base::Phrase>& phrases, base::Phrase phrase) {
  if (phrase.text.empty() || std::find(phrases.begin(), phrases.end(), phrase) != phrases.end()) return;
  phrases.push_back(std::move(phrase));
}

class PlanMaker {
 public:
  PlanMaker(const Catalogue& catalogue, Language language) : catalogue_(catalogue) { plan_.language = language; }

  void add(const Program& program) {
    PlanProgram made;
    made.id = program.id;
    if (const Family* family = catalogue_.family(program.family)) made.tone = family->tone;
    made.name = pick(program.name);
    for (const std::string& id : program.levels) {
      const Level* level = catalogue_.level(id);
      if (level == nullptr) continue;
      add_once(made.levels, pick(level->name));
      if (std::find(levels_.begin(), levels_.end(), level) == levels_.end()) levels_.push_back(level);
      value(level->status);
    }
    made.months_min = program.months_min;
    made.months_max = program.months_max;
    for (const std::string& id : program.institutes) {
      if (const Institute* institute = catalogue_.institute(id)) add_once(made.institutes, pick(institute->short_name));
    }
    made.place = place_of(catalogue_, program.room, plan_.language);
    value(program.status);
    plan_.programs.push_back(std::move(made));
  }

  void add(const WorkshopSession& session) {
    PlanWorkshop made;
    made.id = session.id;
    made.title = pick(session.title);
    const Program* program = made.title.text.empty() ? catalogue_.program(session.program) : nullptr;
    if (program != nullptr) made.title = pick(program->name);
    made.start = real_start(session);
    made.end = real_end(session);
    made.place = place_of(catalogue_, session.room, plan_.language);
    made.state = session.state;
    value(session.status);
    plan_.workshops.push_back(std::move(made));
  }

  void add(const Institute& institute) {
    plan_.contacts.push_back({pick(institute.name), pick(institute.short_name), pick(institute.address), institute.phones, institute.email, institute.website});
    value(institute.status);
  }

  Plan finish() {
    list_papers();
    plan_.event = pick(catalogue_.event.name);
    plan_.registration = pick(catalogue_.event.registration);
    plan_.url = catalogue_.event.url;
    std::stable_sort(plan_.workshops.begin(), plan_.workshops.end(), [](const PlanWorkshop& a, const PlanWorkshop& b) { return a.start < b.start; });
    if (demo_) plan_.demo_line = pick(catalogue_.event.demo_line);
    return std::move(plan_);
  }

 private:
  // A family brings what its level asks: three school certificates under each other would look as if all were needed.
  void list_papers() {
    std::vector<base::Phrase> of_some;
    for (const Level* level : levels_) {
      for (const LocalText& paper : level->papers) {
        const bool of_all = std::all_of(levels_.begin(), levels_.end(), [&](const Level* other) { return asks_for(*other, paper); });
        base::Phrase phrase = pick(paper);
        if (of_all) {
          add_once(plan_.papers, phrase);
        } else {
          phrase.text = pick(level->name).text + (plan_.language == Language::french ? "\u202F: " : ": ") + phrase.text;
          add_once(of_some, phrase);
        }
      }
    }
    plan_.papers.insert(plan_.papers.end(), of_some.begin(), of_some.end());
  }
  static bool asks_for(const Level& level, const LocalText& paper) {
    return std::any_of(level.papers.begin(), level.papers.end(), [&](const LocalText& one) { return one.by_language == paper.by_language; });
  }

  base::Phrase pick(const LocalText& text) const { return catalogue_.pick(text, plan_.language); }
  void value(Status status) { demo_ = demo_ || status == Status::demo; }

  const Catalogue& catalogue_;
  Plan plan_;
  std::vector<const Level*> levels_;  // of the programs, each once
  bool demo_ = false;
};

bool teaches_any(const Catalogue& catalogue, const Institute& institute, const std::vector<std::string>& programs) {
  return std::any_of(programs.begin(), programs.end(), [&](const std::string& id) {
    const Program* program = catalogue.program(id);
    return program != nullptr && std::find(program->institutes.begin(), program->institutes.end(), institute.id) != program->institutes.end();
  });
}

}  // namespace

std::vector<const PlanWorkshop*> Plan::held() const {
  std::vector<const PlanWorkshop*> found;
  for (const PlanWorkshop& workshop : workshops) {
    if (workshop.state != WorkshopState::cancelled) found.push_back(&workshop);
  }
  return found;
}

PlanPlace place_of(const Catalogue& catalogue, std::string_view room, Language language) {
  PlanPlace place;
  const Room* found = catalogue.room(room);
  if (found == nullptr) return place;
  place.room = catalogue.pick(found->name, language);
  place.where = catalogue.pick(found->where, language);
  if (const Institute* institute = catalogue.institute(found->institute)) place.institute = catalogue.pick(institute->short_name, language);
  if (catalogue.map.here) {
    constexpr bool kStepFree = false;
    if (const auto route = find_route(catalogue.map, *catalogue.map.here, room, kStepFree)) place.walk_minutes = route->minutes();
  }
  return place;
}

std::string checklist_of(const Catalogue& catalogue, const Question& question, Language language) {
  std::string text = catalogue.pick(question.question, language).text;
  for (const LocalText& line : question.list) text += "\n- " + catalogue.pick(line, language).text;
  return text;
}

Plan make_plan(const Catalogue& catalogue, const PlanChoice& choice, Language language) {
  PlanMaker maker(catalogue, language);
  for (const std::string& id : choice.programs) {
    if (const Program* program = catalogue.program(id)) maker.add(*program);
  }
  for (const std::string& id : choice.workshops) {
    if (const WorkshopSession* session = catalogue.workshop(id)) maker.add(*session);
  }
  const bool any_teaches =
      std::any_of(catalogue.institutes.begin(), catalogue.institutes.end(), [&](const Institute& one) { return teaches_any(catalogue, one, choice.programs); });
  for (const Institute& institute : catalogue.institutes) {
    if (!any_teaches || teaches_any(catalogue, institute, choice.programs)) maker.add(institute);
  }
  return maker.finish();
}

}  // namespace kiosk::model
