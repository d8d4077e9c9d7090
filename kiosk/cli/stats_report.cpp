#include "cli/stats_report.h"

#include "base/format.h"
#include "base/json.h"

namespace kiosk::cli {
namespace {

using store::Count;
using store::Statistics;

void add_list(std::string& text, std::string_view title, const std::vector<Count>& list) {
  if (list.empty()) return;
  text += fmt::format("\n{}\n", title);
  for (const Count& one : list) text += fmt::format("  {:<28} {:>6}\n", one.id, one.count);
}

base::Json to_json(const std::vector<Count>& list) {
  base::Json json = base::Json::array();
  for (const Count& one : list) json.push_back({{"id", one.id}, {"count", one.count}});
  return json;
}

}  // namespace

std::string report_text(const Statistics& statistics) {
  std::string text = fmt::format("Visits: {} ({} ended with \"I'm done\", {} by themselves)\nViews:  {}\nHearts: {}\nGuests: {} persons in {} parties\nLeads:  {}\n", statistics.visits,
                                 statistics.visits_ended_done, statistics.visits_ended_idle, statistics.views, statistics.hearts,
                                 statistics.persons, statistics.parties, statistics.leads);
  add_list(text, "Visits by language", statistics.visits_by_language);
  add_list(text, "Visits by hour", statistics.visits_by_hour);
  add_list(text, "Views by screen", statistics.views_by_screen);
  add_list(text, "Views by program", statistics.views_by_program);
  add_list(text, "Hearts by program", statistics.hearts_by_program);
  add_list(text, "Hearts by workshop", statistics.hearts_by_workshop);
  add_list(text, "Leads by program", statistics.leads_by_program);
  add_list(text, "Offers of professionals by program", statistics.offers_by_program);
  add_list(text, "Seats of guided tours", statistics.seats_by_tour);
  add_list(text, "Guests by kind, persons", statistics.persons_by_kind);
  return text;
}

std::string report_json(const Statistics& statistics) {
  base::Json json;
  json["visits"] = statistics.visits;
  json["visits_ended_done"] = statistics.visits_ended_done;
  json["visits_ended_idle"] = statistics.visits_ended_idle;
  json["views"] = statistics.views;
  json["hearts"] = statistics.hearts;
  json["visits_by_language"] = to_json(statistics.visits_by_language);
  json["visits_by_hour"] = to_json(statistics.visits_by_hour);
  json["views_by_screen"] = to_json(statistics.views_by_screen);
  json["views_by_program"] = to_json(statistics.views_by_program);
  json["hearts_by_program"] = to_json(statistics.hearts_by_program);
  json["hearts_by_workshop"] = to_json(statistics.hearts_by_workshop);
  json["leads_by_program"] = to_json(statistics.leads_by_program);
  json["offers_by_program"] = to_json(statistics.offers_by_program);
  json["parties"] = statistics.parties;
  json["persons"] = statistics.persons;
  json["leads"] = statistics.leads;
  json["seats_by_tour"] = to_json(statistics.seats_by_tour);
  json["persons_by_kind"] = to_json(statistics.persons_by_kind);
  return json.dump(2, ' ', false, base::Json::error_handler_t::replace) + "\n";
}

}  // namespace kiosk::cli
