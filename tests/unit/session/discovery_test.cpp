// Finding one's craft: filters that combine, the finder's steps, search by any name, and what is never told wrongly.
#include <doctest/doctest.h>

#include <algorithm>

#include "content/content.h"
#include "model/finder.h"
#include "session/program_search.h"
#include "session/session.h"

using namespace kiosk;
using base::Language;
using session::Field;
using session::ScreenId;
using session::Session;
namespace intent = session::intent;

namespace {

const model::Catalogue& sample() {
  static const content::LoadResult loaded = content::load(std::string(KIOSK_SOURCE_DIR) + "/config", content::asset_folder());
  REQUIRE(loaded.content.has_value());
  return loaded.content->catalogue;
}

struct Walk {
  Session session;
  base::SteadyTime now{};
  Walk() { does(intent::Begin{Language::french, "visit"}); }
  Walk& does(const session::Intent& what) {
    session = session::step(session, what, sample(), now).session;
    return *this;
  }
};

std::string first_found(std::string_view typed, Language shown = Language::french) {
  const auto found = session::search_programs(sample(), typed, shown);
  return found.empty() ? std::string() : found.front().program->id;
}

}  // namespace

TEST_CASE("a craft is found by its name in any language, by an alias, with a typo, by what one works with") {
  CHECK(first_found("zellige") == "zellige");
  CHECK(first_found("زليج") == "zellige");
  CHECK(first_found("ZELIGE") == "zellige");
  CHECK(first_found("zel") == "zellige");
  CHECK(first_found("الفخار", Language::arabic) == "pottery");
  CHECK(first_found("ceramique") == "pottery");
  CHECK(first_found("bijouterie argent") == "silver-jewellery");
  CHECK(first_found("argent bijouterie") == "silver-jewellery");
  CHECK(first_found("weaving", Language::arabic) == "weaving");
  CHECK(first_found("xyzw").empty());
  CHECK(session::search_programs(sample(), "", Language::french).empty());
}

TEST_CASE("what was found is marked: in the name shown, or told beside it") {
  const auto shown = session::search_programs(sample(), "zell", Language::french).front();
  CHECK(shown.in_name);
  REQUIRE(shown.marks.size() == 1);
  CHECK(shown.marks.front() == std::pair<std::uint32_t, std::uint32_t>{0, 4});
  const auto told = session::search_programs(sample(), "زليج", Language::french).front();
  CHECK_FALSE(told.in_name);
  CHECK(told.found_in == "الزليج");
  CHECK(told.found_language == Language::arabic);
}

TEST_CASE("filters combine, count, and one touch clears them with the search") {
  Walk walk;
  walk.does(intent::Open{ScreenId::program_list, {}}).does(session::DiscoveryIntent(intent::FilterFamily{"clay"}));
  walk.does(session::DiscoveryIntent(intent::FilterMode{"apprenticeship"}));
  for (const model::Program* program : session::filtered(sample(), walk.session.filters, walk.session.finder)) {
    CHECK(program->family == "clay");
    CHECK(std::find(program->modes.begin(), program->modes.end(), "apprenticeship") != program->modes.end());
  }
  walk.does(session::DiscoveryIntent(intent::OpenSearch{})).does(intent::TypeText{"zell"});
  CHECK(walk.session.form.input(Field::search).text == "zell");
  walk.does(session::DiscoveryIntent(intent::ClearFilters{}));
  CHECK_FALSE(walk.session.filters.any());
  CHECK_FALSE(walk.session.searching);
  CHECK(walk.session.form.input(Field::search).text.empty());
}

TEST_CASE("from a search that found nothing a family is one touch away, alone and without what was typed") {
  Walk walk;
  walk.does(intent::Open{ScreenId::program_list, {}}).does(session::DiscoveryIntent(intent::FilterMode{"apprenticeship"}));
  walk.does(session::DiscoveryIntent(intent::OpenSearch{})).does(intent::TypeText{"xyz"});
  walk.does(session::DiscoveryIntent(intent::BrowseFamily{"clay"}));
  CHECK_FALSE(walk.session.searching);
  CHECK(walk.session.form.input(Field::search).text.empty());
  CHECK(walk.session.filters.family == "clay");
  CHECK(walk.session.filters.mode.empty());
}

TEST_CASE("back closes the search before it leaves the list; done opens the best match") {
  Walk walk;
  walk.does(intent::Open{ScreenId::program_list, {}}).does(session::DiscoveryIntent(intent::OpenSearch{})).does(intent::TypeText{"zellige"});
  walk.does(intent::FormNext{});
  CHECK(walk.session.place == session::Place{ScreenId::program, "zellige"});
  walk.does(intent::Back{});
  CHECK(walk.session.place.screen == ScreenId::program_list);
  CHECK(walk.session.searching);
  walk.does(intent::Back{});
  CHECK(walk.session.place.screen == ScreenId::program_list);
  CHECK_FALSE(walk.session.searching);
  walk.does(intent::Back{});
  CHECK(walk.session.place.screen == ScreenId::home);
}

TEST_CASE("the finder asks age, then school, goes back question by question, and then filters the list") {
  Walk walk;
  walk.does(session::DiscoveryIntent(intent::FilterOpenToMe{}));
  CHECK_FALSE(walk.session.filters.open_to_me);
  walk.does(intent::Open{ScreenId::finder, {}}).does(session::DiscoveryIntent(intent::ChooseAge{15})).does(session::DiscoveryIntent(intent::ChooseSchoolYear{"middle-3"}));
  CHECK(walk.session.finder.complete());
  walk.does(session::DiscoveryIntent(intent::FilterOpenToMe{}));
  CHECK(walk.session.filters.open_to_me);
  walk.does(intent::Back{}).does(intent::Back{});
  CHECK(walk.session.finder.step == session::FinderStep::age);
  CHECK(walk.session.finder.complete());  // nothing is forgotten on the way back
  CHECK(walk.session.filters.open_to_me);
  CHECK(walk.session.place.screen == ScreenId::finder);
  walk.does(session::DiscoveryIntent(intent::ChooseAge{17}));
  CHECK(walk.session.finder.step == session::FinderStep::result);
  walk.does(session::DiscoveryIntent(intent::StartFinder{}));
  CHECK(walk.session.finder == session::FinderAnswers{});
  CHECK_FALSE(walk.session.filters.open_to_me);
  walk.does(intent::Back{});
  CHECK(walk.session.place.screen == ScreenId::home);
}

TEST_CASE("over all ages and school years nobody is told open who fails a rule, and nobody who passes is turned away") {
  const model::Catalogue& catalogue = sample();
  REQUIRE(catalogue.school_years.size() >= 10);
  for (int age = 10; age <= 60; ++age) {
    for (int school = 0; school < static_cast<int>(catalogue.school_years.size()); ++school) {
      const auto entries = model::entries_for(catalogue, {age, school});
      REQUIRE(entries.size() == catalogue.levels.size());
      for (const model::LevelEntry& entry : entries) {
        const model::EntryRule& rule = entry.level->rule;
        const bool passes = (rule.age_min == 0 || age >= rule.age_min) && (rule.age_max == 0 || age <= rule.age_max) &&
                            (rule.school_year.empty() || school >= catalogue.school_rank(rule.school_year));
        CAPTURE(age);
        CAPTURE(school);
        CAPTURE(entry.level->id);
        CHECK((entry.entry == model::Entry::open) == passes);
        if (entry.entry == model::Entry::one_step) {
          // The step is named, and it is one that can be taken.
          const bool named = entry.school_step != nullptr || entry.bridge_from != nullptr || entry.years_to_wait == 1;
          CHECK(named);
          if (entry.bridge_from != nullptr) CHECK(entry.bridge_from->next == entry.level->id);
        }
        if (entry.entry == model::Entry::closed) CHECK(age > rule.age_max);
      }
      for (const model::Program& program : catalogue.programs) {
        const bool open = std::any_of(entries.begin(), entries.end(), [&](const model::LevelEntry& entry) {
          return entry.entry == model::Entry::open && std::find(program.levels.begin(), program.levels.end(), entry.level->id) != program.levels.end();
        });
        CHECK((model::entry_of(program, entries) == model::Entry::open) == open);
      }
    }
  }
}

TEST_CASE("T1's girl of 15 who finished the third year of middle school may enter a qualification, and a technician's diploma is a bridge away") {
  const auto entries = model::entries_for(sample(), {15, sample().school_rank("middle-3")});
  const auto entry = [&](std::string_view id) {
    return std::find_if(entries.begin(), entries.end(), [&](const model::LevelEntry& one) { return one.level->id == id; });
  };
  CHECK(entry("qualification")->entry == model::Entry::open);
  CHECK(entry("technician")->entry == model::Entry::one_step);
  CHECK(entry("technician")->bridge_from->id == "qualification");
  CHECK(entry("specialised_technician")->entry == model::Entry::later);
}

TEST_CASE("two programs are compared; the same one twice is none") {
  Walk walk;
  walk.does(intent::Open{ScreenId::program, "zellige"}).does(intent::Open{ScreenId::compare, "zellige"}).does(session::DiscoveryIntent(intent::CompareWith{"zellige"}));
  CHECK(walk.session.compare_with.empty());
  walk.does(session::DiscoveryIntent(intent::CompareWith{"pottery"}));
  CHECK(walk.session.compare_with == "pottery");
  walk.does(intent::Back{});
  CHECK(walk.session.place.screen == ScreenId::compare);
  CHECK(walk.session.compare_with.empty());
  walk.does(intent::Back{});
  CHECK(walk.session.place == session::Place{ScreenId::program, "zellige"});
}
