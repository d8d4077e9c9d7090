// What the counsellor's desk does first.
#include <doctest/doctest.h>

#include "model/desk.h"

using namespace kiosk::model;
using namespace std::chrono_literals;
using kiosk::base::WallTime;

namespace {

constexpr std::chrono::year_month_day kToday{std::chrono::year(2025) / 9 / 22};
const WallTime kMorning{std::chrono::seconds(1758532500)};

Lead lead(const std::string& name) {
  Lead one;
  one.name = name;
  one.at = kMorning;
  return one;
}

}  // namespace

TEST_CASE("a right asked for comes first, then who waits for a call, then who waits for an answer, and a new family before a later day") {
  Lead erase = lead("erase");
  erase.asked_to_erase = kMorning;
  erase.desk.answered_at = kMorning;  // the right stands until it is done
  Lead call = lead("call");
  call.asked_to_call_back = kMorning;
  Lead overdue = lead("overdue");
  overdue.desk.call_back_by = std::chrono::year(2025) / 9 / 19;
  Lead today = lead("today");
  today.desk.call_back_by = kToday;
  Lead question = lead("question");
  question.details.question = "?";
  Lead later = lead("later");
  later.desk.call_back_by = std::chrono::year(2025) / 9 / 25;
  Lead answered = lead("answered");
  answered.desk.answered_at = kMorning;
  std::vector<Lead> leads{answered, lead("new"), later, question, today, overdue, call, erase};
  sort_by_urgency(leads, kToday);
  std::vector<std::string> names;
  for (const Lead& one : leads) names.push_back(one.name);
  CHECK(names == std::vector<std::string>{"erase", "call", "overdue", "today", "question", "new", "later", "answered"});
}

TEST_CASE("who asks again after an answer waits again") {
  Lead asked = lead("asked");
  asked.desk.answered_at = kMorning;
  asked.asked_to_call_back = kMorning - 1h;
  CHECK(urgency_of(asked, kToday) == Urgency::answered);
  asked.asked_to_call_back = kMorning + 1h;
  CHECK(urgency_of(asked, kToday) == Urgency::call_back_asked);
}

TEST_CASE("of equal urgency the earlier day comes first, then the earlier lead") {
  Lead late = lead("late");
  late.desk.call_back_by = std::chrono::year(2025) / 9 / 30;
  Lead soon = lead("soon");
  soon.desk.call_back_by = std::chrono::year(2025) / 9 / 24;
  Lead second = soon;
  second.name = "second";
  second.at = kMorning + 1min;
  std::vector<Lead> leads{late, second, soon};
  sort_by_urgency(leads, kToday);
  CHECK(leads[0].name == "soon");
  CHECK(leads[1].name == "second");
  CHECK(leads[2].name == "late");
}
