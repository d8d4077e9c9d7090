// How well typed words fit the texts that tell of one thing: its name, its other names, what is said of it. What program_search and place_search
// share. Pure.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

// Where a thing was found.
struct Found {
  // The text that was found where it is not the name shown: the name in another language, an alias, a tool. Empty otherwise.
  std::string found_in;
  base::Language found_language = base::Language::arabic;
  bool in_name = false;  // whether `marks` are of the name shown, else of `found_in`
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marks;  // byte ranges, one for each typed word found there
};

struct ScoredFound {
  int score = 0;  // smaller is better
  Found found;
};

// Nothing unless every word is found in one of the texts.
std::optional<ScoredFound> match(const std::vector<Candidate>& texts, const std::vector<std::u32string>& words);

// The things in which every word of `typed` is found, best match first; nothing typed finds nothing. `texts_of` gives the candidates of a
// thing; a Result is a Found that also has it in `which`.
template <class Result, class Thing, class TextsOf>
std::vector<Result> search(const std::vector<Thing>& things, std::string_view typed, const Thing* Result::*which, TextsOf texts_of) {
  const std::vector<std::u32string> words = locale::words_of(locale::fold(typed));
  std::vector<std::pair<int, Result>> scored;
  for (const Thing& thing : things) {
    auto matched = match(texts_of(thing), words);
    if (!matched) continue;
    Result result;
    static_cast<Found&>(result) = std::move(matched->found);
    result.*which = &thing;
    scored.emplace_back(matched->score, std::move(result));
  }
  std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Result> found;
  for (auto& one : scored) found.push_back(std::move(one.second));
  return found;
}

}  // namespace kiosk::session
