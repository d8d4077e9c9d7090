// What it costs to take many leads home: `kiosk leads export` beside the sqlite3 shell writing a CSV of the same database, turn and turn about in one
// run, because the machine's other work slows both. The shell is asked twice: for the same columns from the same tables, and for the table
// `leads` alone, which is the least it can do. Prints JSON: rows a second and peak memory of each (best of all rounds), and the ratios.
//
//   export_bench [LEADS] [ROUNDS]        needs the package sqlite3
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

#include "base/json.h"
#include "store/migrations.h"
#include "support/process.h"

namespace {

using namespace kiosk;

// A family as the form leaves it: two programs, three consents, details, two children, a question's topics.
constexpr const char* kFill = R"sql(
PRAGMA synchronous = OFF;
BEGIN;
CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) SELECT i, printf('%%032x', i * 2654435761) AS lead FROM n;
INSERT INTO leads (lead, receipt, at, language, role, kind, name, phone, email, notice_version, notice_hash)
  SELECT lead, printf('R%%06d', i), 1758532500 + i %% 36000, 'fr', 'guardian', 'family', printf('Fatima Aït %%d', i), printf('+2126%%08d', i), printf('f%%d@example.org', i), '2025-09', '' FROM n;
INSERT INTO lead_programs SELECT lead, 0, 'zellige' FROM n UNION ALL SELECT lead, 1, 'jewellery' FROM n;
INSERT INTO lead_consents SELECT lead, 0, 'information', 1 FROM n UNION ALL SELECT lead, 1, 'newsletter', i %% 2 FROM n;
INSERT INTO lead_details SELECT lead, 'middle-3', 'ar', 'phone', 'evening', 'any', 'Y a-t-il un internat ?', '', '', 0 FROM n;
INSERT INTO lead_children SELECT lead, 0, 'Salma', '12-14', 'middle-2' FROM n UNION ALL SELECT lead, 1, 'Yassine', '15-17', 'middle-3' FROM n;
INSERT INTO child_programs SELECT lead, 0, 0, 'zellige' FROM n UNION ALL SELECT lead, 1, 0, 'jewellery' FROM n;
INSERT INTO lead_topics SELECT lead, 0, 'level' FROM n;
INSERT INTO lead_desk SELECT lead, printf('2025-09-%%02d', 1 + i %% 30), '', NULL FROM n;
COMMIT;
)sql";

constexpr const char* kSameColumns = R"sql(
SELECT receipt, at, name, kind, role, phone, email,
  (SELECT group_concat(program, ', ') FROM lead_programs AS p WHERE p.lead = l.lead),
  (SELECT group_concat(first_name || ', ' || age_band || ', ' || school_year || ', ' ||
     (SELECT group_concat(program, ', ') FROM child_programs AS q WHERE q.lead = l.lead AND q.child = c.position), '; ') FROM lead_children AS c WHERE c.lead = l.lead),
  school_year, (SELECT group_concat(topic, '; ') FROM lead_topics AS t WHERE t.lead = l.lead), question, call_back_by, answer, answered_at,
  language, reply_language, reach_by, reach_when, institute, trade, organisation,
  (SELECT group_concat(offer, ', ') FROM lead_offers AS o WHERE o.lead = l.lead), places, notice_version,
  (SELECT given FROM lead_consents AS g WHERE g.lead = l.lead AND purpose = 'information'), (SELECT given FROM lead_consents AS g WHERE g.lead = l.lead AND purpose = 'newsletter'),
  (SELECT at FROM lead_requests AS r WHERE r.lead = l.lead AND request = 'erase'), (SELECT at FROM lead_requests AS r WHERE r.lead = l.lead AND request = 'call_back')
FROM leads AS l LEFT JOIN lead_details USING (lead) LEFT JOIN lead_desk USING (lead) ORDER BY call_back_by, at;
)sql";

struct Cost {
  double seconds = std::numeric_limits<double>::max();
  long peak_kib = std::numeric_limits<long>::max();
};

// Runs a program to its end; whoever fails ends the bench.
void measure(const std::vector<std::string>& command, Cost& best) {
  std::vector<char*> arguments;
  for (const std::string& one : command) arguments.push_back(const_cast<char*>(one.c_str()));
  arguments.push_back(nullptr);
  const auto began = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    if (std::freopen("/dev/null", "w", stdout) == nullptr) ::_exit(127);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  if (status != 0) {
    std::cerr << command.front() << " ended with " << status << "\n";
    std::exit(1);
  }
  best.seconds = std::min(best.seconds, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  best.peak_kib = std::min(best.peak_kib, used.ru_maxrss);
}

}  // namespace

int main(int argc, char** argv) {
  const int leads = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100000;
  const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
  const tests::TempFolder folder;
  const std::string database = (folder / "kiosk.db").string();
  {
    auto filled = store::open_and_migrate(database);
    std::vector<char> sql(std::string_view(kFill).size() + 32);
    std::snprintf(sql.data(), sql.size(), kFill, leads);
    if (const auto done = filled->execute(sql.data()); !done) {
      std::cerr << done.error().message << "\n";
      return 1;
    }
  }
  const std::string content = std::string(KIOSK_SOURCE_DIR) + "/config";
  const auto shell = [&](const char* sql) { return std::vector<std::string>{"sqlite3", database, ".mode csv", ".output " + (folder / "shell.csv").string(), sql}; };
  const auto ours = [&](const std::string& format) {
    return std::vector<std::string>{KIOSK_PROGRAM, "leads", "export", "--data", folder.path().string(), "--content", content, "--lang", "fr", "--format", format, "-o", (folder / "ours").string()};
  };
  const std::vector<std::pair<std::string, std::vector<std::string>>> programs{
      {"kiosk_csv", ours("csv")}, {"sqlite3_same_columns", shell(kSameColumns)}, {"sqlite3_leads_alone", shell("SELECT * FROM leads;")}, {"kiosk_xlsx", ours("xlsx")}};
  std::vector<Cost> costs(programs.size());
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < programs.size(); ++i) measure(programs[i].second, costs[i]);
  }
  base::Json result{{"leads", leads}, {"database_mib", static_cast<double>(std::filesystem::file_size(database)) / 1048576}};
  for (std::size_t i = 0; i < programs.size(); ++i) {
    result[programs[i].first] = {{"rows_per_s", leads / costs[i].seconds}, {"peak_mib", static_cast<double>(costs[i].peak_kib) / 1024}};
  }
  result["csv_to_same_columns"] = costs[1].seconds / costs[0].seconds;
  result["csv_to_leads_alone"] = costs[2].seconds / costs[0].seconds;
  std::cout << result.dump(2) << "\n";
  return 0;
}
