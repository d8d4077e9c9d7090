// Statistics as people and programs read them.
#include "cli/stats_report.h"

#include <doctest/doctest.h>

#include "base/json.h"

using namespace kiosk;

namespace {

store::Statistics some() {
  store::Statistics statistics;
  statistics.visits = 3;
  statistics.visits_ended_done = 2;
  statistics.visits_ended_idle = 1;
  statistics.views = 11;
  statistics.hearts = 4;
  statistics.parties = 2;
  statistics.persons = 7;
  statistics.persons_by_kind = {{"parent", 5}, {"press", 2}};
  statistics.hearts_by_program = {{"zellige", 3}, {"pottery", 1}};
  return statistics;
}

}  // namespace

TEST_CASE("the JSON has every number, and lists stay lists when they are empty") {
  const auto json = base::Json::parse(cli::report_json(some()));
  CHECK(json["visits"] == 3);
  CHECK(json["hearts_by_program"][0]["id"] == "zellige");
  CHECK(json["hearts_by_program"][1]["count"] == 1);
  CHECK(json["persons"] == 7);
  CHECK(json["persons_by_kind"][0]["count"] == 5);
  CHECK(json["views_by_screen"].is_array());
  CHECK(json["views_by_screen"].empty());
}

TEST_CASE("the text says the totals and leaves empty lists out") {
  const std::string text = cli::report_text(some());
  CHECK(text.find("Visits: 3 (2 ended with \"I'm done\", 1 by themselves)") == 0);
  CHECK(text.find("Guests: 7 persons in 2 parties") != std::string::npos);
  CHECK(text.find("zellige") != std::string::npos);
  CHECK(text.find("Views by screen") == std::string::npos);
}
