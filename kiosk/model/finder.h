// "What can I enter?" (V4): the operator's rules of entry against an age and the last school year finished. Pure; cites nothing of its own: the
// rules are those of levels.toml.
#pragma once

#include <cstdint>
#include <vector>

#include "model/catalogue.h"

namespace kiosk::model {

struct Applicant {
  int age = 0;
  int school_rank = 0;  // Catalogue::school_rank of the last year finished
};

enum class Entry : std::uint8_t {
  open,      // every condition is met today
  one_step,  // one thing is missing, and it is a single step: a school year, a birthday, a diploma that opens a bridge
  later,     // further up the ladder
  closed,    // past the age
};

struct LevelEntry {
  const Level* level = nullptr;
  Entry entry = Entry::later;
  bool age_fits = true;
  bool school_fits = true;
  int years_to_wait = 0;               // until the least age
  const SchoolYear* school_step = nullptr;  // with one_step: the year to finish
  const Level* bridge_from = nullptr;       // with one_step: the level open today whose diploma opens this one
};

// Every level of the catalogue, lowest first. Pointers into `catalogue`.
std::vector<LevelEntry> entries_for(const Catalogue& catalogue, const Applicant& applicant);

// The best that any level of `program` offers; `later` when it has none.
Entry entry_of(const Program& program, const std::vector<LevelEntry>& entries);

}  // namespace kiosk::model
