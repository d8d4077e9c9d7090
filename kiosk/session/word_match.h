// How well typed words fit the texts that tell of one thing: its name, its other names, what is said of it. What program_search and place_search
// share. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "locale/search_text.h"
#include "model/event.h"

namespace kiosk::session {

// Where a text stands, from what a visitor most likely means to what mentions it.
enum class Where : std::uint8_t { shown_name, other_name, alias, family, detail };

struct Candidate {
  Where where = Where::detail;
  std::string text;
  base::Language language = base::Language::arabic;
};

// Adds every language of `text` but the one that is shown as `name`.
void add_candidates(std::vector<Candidate>& all, Where where, const model::LocalText& text, const std::string& name);

struct CandidatesMatch {
  int score = 0;           // smaller is better
  std::size_t told = 0;    // the candidate in which the first word was found
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marks;  // byte ranges in it, one for each word found there
};

// Nothing unless every word is found in one of the texts.
std::optional<CandidatesMatch> match(const std::vector<Candidate>& texts, const std::vector<std::u32string>& words);

}  // namespace kiosk::session
