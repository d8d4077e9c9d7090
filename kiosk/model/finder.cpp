#include "model/finder.h"

#include <algorithm>

namespace kiosk::model {
namespace {

LevelEntry judge(const Catalogue& catalogue, const Level& level, const Applicant& applicant) {
  LevelEntry judged{&level};
  const EntryRule& rule = level.rule;
  const bool too_old = rule.age_max > 0 && applicant.age > rule.age_max;
  judged.years_to_wait = std::max(0, rule.age_min - applicant.age);
  judged.age_fits = !too_old && judged.years_to_wait == 0;
  const int required = rule.school_year.empty() ? -1 : catalogue.school_rank(rule.school_year);
  judged.school_fits = applicant.school_rank >= required;
  if (too_old) {
    judged.entry = Entry::closed;
  } else if (judged.age_fits && judged.school_fits) {
    judged.entry = Entry::open;
  } else if (judged.school_fits && judged.years_to_wait == 1) {
    judged.entry = Entry::one_step;
  } else if (judged.age_fits && required - applicant.school_rank == 1) {
    judged.entry = Entry::one_step;
    judged.school_step = &catalogue.school_years[static_cast<std::size_t>(required)];
  }
  return judged;
}

}  // namespace

std::vector<LevelEntry> entries_for(const Catalogue& catalogue, const Applicant& applicant) {
  std::vector<LevelEntry> entries;
  for (const Level& level : catalogue.levels) entries.push_back(judge(catalogue, level, applicant));
  // A bridge leads from a level that is open today; it is another way where the school year is one away, the only way where it is further.
  for (LevelEntry& entry : entries) {
    if (entry.entry == Entry::open || entry.entry == Entry::closed || !entry.age_fits) continue;
    const auto from = std::find_if(entries.begin(), entries.end(), [&](const LevelEntry& one) { return one.entry == Entry::open && one.level->next == entry.level->id; });
    if (from == entries.end()) continue;
    entry.bridge_from = from->level;
    entry.entry = Entry::one_step;
  }
  return entries;
}

Entry entry_of(const Program& program, const std::vector<LevelEntry>& entries) {
  Entry best = Entry::closed;
  bool any = false;
  for (const LevelEntry& entry : entries) {
    if (std::find(program.levels.begin(), program.levels.end(), entry.level->id) == program.levels.end()) continue;
    best = any ? std::min(best, entry.entry) : entry.entry;
    any = true;
  }
  return any ? best : Entry::later;
}

}  // namespace kiosk::model
