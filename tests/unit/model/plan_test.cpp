// What is in a plan: papers once, workshops by the clock as it really goes, the institutes that matter, demo values owned up to.
#include "model/plan.h"

#include <doctest/doctest.h>

using namespace kiosk;
using base::Language;
using model::LocalText;
using std::chrono::minutes;

namespace {

LocalText french(const char* text) {
  LocalText made;
  made.in(Language::french) = text;
  return made;
}

model::Level level(const char* id, std::vector<LocalText> papers) {
  model::Level made;
  made.id = id;
  made.name = french(id);
  made.papers = std::move(papers);
  return made;
}

model::Program program(const char* id, std::vector<std::string> levels, const char* institute) {
  model::Program made;
  made.id = id;
  made.name = french(id);
  made.levels = std::move(levels);
  made.institutes = {institute};
  return made;
}

model::WorkshopSession session(const char* id, int start, int delay) {
  model::WorkshopSession made;
  made.id = id;
  made.title = french(id);
  made.start = minutes(start);
  made.end = minutes(start + 30);
  made.delay = minutes(delay);
  return made;
}

model::Catalogue catalogue() {
  model::Catalogue made;
  for (const char* id : {"inezgane", "agadir"}) {
    model::Institute institute;
    institute.id = id;
    institute.name = french(id);
    made.institutes.push_back(institute);
  }
  made.levels = {level("first", {french("photo"), french("identity")}), level("second", {french("identity"), french("certificate")})};
  made.programs = {program("zellige", {"first"}, "inezgane"), program("weaving", {"first", "second"}, "inezgane"), program("glass", {"second"}, "agadir")};
  made.workshops = {session("early", 600, 45), session("late", 630, 0)};
  made.event.demo_line = french("demo");
  return made;
}

}  // namespace

TEST_CASE("programs stand in the order they were kept; papers that every level asks come first, the others with their level's name") {
  const model::Plan plan = model::make_plan(catalogue(), {{"weaving", "zellige", "gone"}, {}}, Language::french);
  REQUIRE(plan.programs.size() == 2);
  CHECK(plan.programs[0].id == "weaving");
  std::vector<std::string> papers;
  for (const base::Phrase& paper : plan.papers) papers.push_back(paper.text);
  CHECK(papers == std::vector<std::string>{"identity", "first\u202F: photo", "second\u202F: certificate"});
}

TEST_CASE("workshops stand by their real start, delays counted") {
  const model::Plan plan = model::make_plan(catalogue(), {{}, {"early", "late"}}, Language::french);
  REQUIRE(plan.workshops.size() == 2);
  CHECK(plan.workshops[0].id == "late");
  CHECK(plan.workshops[1].start == minutes(645));
}

TEST_CASE("the contacts are those of the institutes that teach the programs, of all when there is none") {
  CHECK(model::make_plan(catalogue(), {{"glass"}, {}}, Language::french).contacts.size() == 1);
  CHECK(model::make_plan(catalogue(), {{"glass", "zellige"}, {}}, Language::french).contacts.size() == 2);
  CHECK(model::make_plan(catalogue(), {}, Language::french).contacts.size() == 2);
}

TEST_CASE("a plan with one demonstration value says so, one without does not") {
  model::Catalogue content = catalogue();
  CHECK(model::make_plan(content, {{"zellige"}, {}}, Language::french).demo_line.text.empty());
  content.programs[1].status = model::Status::demo;
  CHECK(model::make_plan(content, {{"zellige"}, {}}, Language::french).demo_line.text.empty());
  CHECK(model::make_plan(content, {{"weaving"}, {}}, Language::french).demo_line.text == "demo");
}
