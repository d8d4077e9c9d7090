#include <algorithm>
#include <map>

#include "base/format.h"
#include "locale/dates.h"
#include "store/database.h"
#include "store/snapshot.h"
#include "store/store.h"

namespace kiosk::store {
namespace {

base::Result<std::vector<Count>> counts(Database& database, const char* sql) {
  Statement statement(database, sql);
  std::vector<Count> list;
  while (true) {
    const auto row = statement.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return list;
    list.push_back({statement.text(0), statement.number(1)});
  }
}

base::Result<std::vector<Count>> visits_by_hour(Database& database, const std::string& zone) {
  Statement statement(database, "SELECT began_at FROM visits");
  std::map<std::string, std::int64_t> hours;
  while (true) {
    const auto row = statement.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) break;
    const base::WallTime at{std::chrono::seconds(statement.number(0))};
    const auto hour = std::chrono::duration_cast<std::chrono::hours>(locale::local_time(at, zone).time);
    ++hours[fmt::format("{:02}", hour.count())];
  }
  std::vector<Count> list;
  for (const auto& [hour, count] : hours) list.push_back({hour, count});
  return list;
}

// The copy is ours alone: what is of other days leaves it, and every count below is of the day.
base::Result<void> keep_only(Database& database, std::chrono::year_month_day day, const std::string& zone) {
  const auto midnight = [&](std::chrono::year_month_day date) {
    return locale::parse_local_time(locale::iso_date(date) + " 00:00", zone);
  };
  const auto begins = midnight(day);
  if (!begins) return tl::make_unexpected(begins.error());
  const auto ends = midnight(std::chrono::sys_days(day) + std::chrono::days(1));
  if (!ends) return tl::make_unexpected(ends.error());
  const std::string other = fmt::format("NOT BETWEEN {} AND {}", unix_seconds(*begins), unix_seconds(*ends) - 1);
  const std::string visits = fmt::format("(SELECT visit FROM visits WHERE began_at {})", other);
  const std::string sql = fmt::format(
      "DELETE FROM hearts WHERE visit IN {0}; DELETE FROM views WHERE visit IN {0}; DELETE FROM visits WHERE began_at {1}; "
      "DELETE FROM guests WHERE at {1}; DELETE FROM leads WHERE at {1}; DELETE FROM tour_seats WHERE day <> '{2}';",
      visits, other, locale::iso_date(day));
  return database.execute(sql.c_str());
}

}  // namespace

base::Result<Statistics> read_statistics(const std::filesystem::path& folder, const std::string& time_zone, std::optional<std::chrono::year_month_day> day) {
  auto database = copy_of_database(folder);
  if (!database) return tl::make_unexpected(database.error());
  if (day) {
    if (const auto kept = keep_only(*database, *day, time_zone); !kept) return tl::make_unexpected(kept.error());
  }
  Statistics statistics;
  const std::vector<std::pair<std::int64_t*, const char*>> numbers{
      {&statistics.visits, "SELECT count(*) FROM visits"},
      {&statistics.visits_ended_done, "SELECT count(*) FROM visits WHERE ended_how = 'done'"},
      {&statistics.visits_ended_idle, "SELECT count(*) FROM visits WHERE ended_how = 'idle'"},
      {&statistics.views, "SELECT count(*) FROM views"},
      {&statistics.hearts, "SELECT count(*) FROM hearts WHERE kept = 1"},
      {&statistics.parties, "SELECT count(*) FROM guests"},
      {&statistics.persons, "SELECT coalesce(sum(party_size), 0) FROM guests"},
      {&statistics.leads, "SELECT count(*) FROM leads"}};
  for (const auto& [to, sql] : numbers) {
    const auto number = database->number(sql);
    if (!number) return tl::make_unexpected(number.error());
    *to = *number;
  }
  const std::vector<std::pair<std::vector<Count>*, const char*>> lists{
      {&statistics.visits_by_language, "SELECT coalesce(last_language, language) AS spoken, count(*) AS n FROM visits GROUP BY spoken ORDER BY n DESC, spoken"},
      {&statistics.views_by_screen, "SELECT screen, count(*) AS n FROM views GROUP BY screen ORDER BY n DESC, screen"},
      {&statistics.views_by_program, "SELECT subject, count(*) AS n FROM views WHERE screen = 'program' GROUP BY subject ORDER BY n DESC, subject"},
      {&statistics.hearts_by_program, "SELECT subject, count(*) AS n FROM hearts WHERE kept = 1 AND kind = 'program' GROUP BY subject ORDER BY n DESC, subject"},
      {&statistics.hearts_by_workshop,
       "SELECT subject, count(*) AS n FROM hearts WHERE kept = 1 AND kind = 'workshop' GROUP BY subject ORDER BY n DESC, subject"},
      {&statistics.leads_by_program,
       "SELECT program, count(*) AS n FROM lead_programs JOIN leads USING (lead) WHERE kind = 'family' GROUP BY program ORDER BY n DESC, program"},
      {&statistics.offers_by_program,
       "SELECT program, count(*) AS n FROM lead_programs JOIN leads USING (lead) WHERE lead IN (SELECT lead FROM lead_offers) GROUP BY program ORDER BY n DESC, program"},
      {&statistics.seats_by_tour, "SELECT tour, sum(persons) AS n FROM tour_seats WHERE returned_at IS NULL GROUP BY tour ORDER BY n DESC, tour"},
      {&statistics.persons_by_kind, "SELECT kind, sum(party_size) AS n FROM guests GROUP BY kind ORDER BY n DESC, kind"}};
  for (const auto& [to, sql] : lists) {
    auto list = counts(*database, sql);
    if (!list) return tl::make_unexpected(list.error());
    *to = std::move(*list);
  }
  auto hours = visits_by_hour(*database, time_zone);
  if (!hours) return tl::make_unexpected(hours.error());
  statistics.visits_by_hour = std::move(*hours);
  return statistics;
}

}  // namespace kiosk::store
